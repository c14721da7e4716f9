import { useEffect, useRef } from 'react'

/** Calls back when nobody has touched anything for so many milliseconds; null: nothing to wait for. */
export function useIdle(after: number | null, act: () => void): void {
  const current = useRef(act)
  current.current = act
  useEffect(() => {
    if (after === null) return
    let timer = setTimeout(() => current.current(), after)
    const again = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => current.current(), after)
    }
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, again, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const kind of kinds) window.removeEventListener(kind, again)
    }
  }, [after])
}
