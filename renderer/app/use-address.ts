import { useSearchParams } from 'react-router'

/** The address as it stands now. What React drew last may be a change behind. */
const addressNow = (): URLSearchParams => new URLSearchParams(window.location.hash.split('?')[1] ?? '')

/**
 * What a screen keeps behind its address: `params` to read, `go` to change some of it (null takes away). Two changes that
 * follow each other faster than the page is drawn both count.
 */
export function useAddress(): {
  params: URLSearchParams
  go: (part: Readonly<Record<string, string | null | undefined>>) => void
} {
  const [params, setParams] = useSearchParams()
  const go = (part: Readonly<Record<string, string | null | undefined>>): void => {
    const next = addressNow()
    for (const [name, value] of Object.entries(part))
      if (value === null) next.delete(name)
      else if (value !== undefined) next.set(name, value)
    setParams(next, { replace: true })
  }
  return { params, go }
}
