import { useContext, useEffect, useRef, useState } from 'react'
import { type To, UNSAFE_NavigationContext } from 'react-router'
import { Confirm } from '../ui/confirm.tsx'

/** Asks before the screen is left while something stands on it that is kept nowhere. The router itself asks nobody. */
export function LeaveGuard({ unsaved, title, words }: { unsaved: boolean; title: string; words: string }) {
  const [then, setThen] = useState<{ go: () => void } | null>(null)
  const { navigator } = useContext(UNSAFE_NavigationContext)
  const current = useRef(unsaved)
  current.current = unsaved
  useEffect(() => {
    const { push } = navigator
    navigator.push = (to: To, state?: unknown, options?: Parameters<typeof push>[2]) => {
      const go = (): void => push(to, state, options)
      if (current.current) setThen({ go })
      else go()
    }
    return () => {
      navigator.push = push
    }
  }, [navigator])
  if (then === null) return null
  return (
    <Confirm title={title} verb="不要了，离开" keep="回去录完" onConfirm={() => then.go()} onKeep={() => setThen(null)}>
      {words}
    </Confirm>
  )
}
