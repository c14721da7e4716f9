import { type RefObject, useContext, useEffect, useRef, useState } from 'react'
import { parsePath, type To, UNSAFE_NavigationContext, useLocation } from 'react-router'

/** What of an address the form beside the screen hangs on: year and view may change under it. */
const formNames = ['organisation', 'id', 'new', 'talker', 'partner', 'kind', 'plan'] as const

/** Whether the form that stands beside the screen still stands there after going from one address to the other. */
export function keepsForm(from: To, to: To): boolean {
  const formAt = (place: To): string => {
    const { pathname = '', search = '' } = typeof place === 'string' ? parsePath(place) : place
    const params = new URLSearchParams(search)
    return JSON.stringify([pathname, ...formNames.map((name) => params.get(name))])
  }
  return formAt(from) === formAt(to)
}

export type LeaveGuard = {
  /** True while words stand on the screen that are kept nowhere; the form says so. */
  unsaved: RefObject<boolean>
  /** Does it at once, or asks first where words would go. */
  guard: (then: () => void) => void
  asking: boolean
  leave: () => void
  stay: () => void
}

/**
 * One question before words that are kept nowhere leave the screen, whichever way: what the screen does itself passes
 * `guard`; the menu, Alt+2 and every link change the address, which is watched here, as the router asks nobody.
 */
export function useLeaveGuard(): LeaveGuard {
  const unsaved = useRef(false)
  const [then, setThen] = useState<{ go: () => void } | null>(null)
  const { navigator } = useContext(UNSAFE_NavigationContext)
  const place = useLocation()
  const here = useRef(place)
  here.current = place
  const guard = (go: () => void): void => {
    if (unsaved.current) setThen({ go })
    else go()
  }
  const current = useRef(guard)
  current.current = guard
  useEffect(() => {
    const { push, replace } = navigator
    const asked =
      (change: typeof push): typeof push =>
      (to, state, options) => {
        const go = (): void => change(to, state, options)
        if (keepsForm(here.current, to)) go()
        else current.current(go)
      }
    navigator.push = asked(push)
    navigator.replace = asked(replace)
    return () => {
      navigator.push = push
      navigator.replace = replace
    }
  }, [navigator])
  return {
    unsaved,
    guard,
    asking: then !== null,
    leave: () => {
      unsaved.current = false
      setThen(null)
      then?.go()
    },
    stay: () => setThen(null)
  }
}
