import { type RefObject, useCallback, useEffect, useState } from 'react'

const overscan = 10

/** Rows of equal height of which only those in sight are drawn. `first` to `last` (excluded) are to be drawn. */
export type RowWindow = { first: number; last: number; rowHeight: number; show: (index: number) => void }

/**
 * Watches a scrolling box of `count` rows under a head of about one row's height. Heights come from the box itself, so
 * that enlarged type needs no other numbers.
 */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number): RowWindow {
  const [span, setSpan] = useState({ first: 0, last: 40 })
  const measure = useCallback((): void => {
    const element = box.current
    if (element === null) return
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - overscan)
    const last = first + Math.ceil(element.clientHeight / rowHeight) + overscan * 2
    setSpan((old) => (old.first === first && old.last === last ? old : { first, last }))
  }, [box, rowHeight])
  useEffect(() => {
    const element = box.current
    if (element === null) return
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [box, measure])
  const show = useCallback(
    (index: number): void => {
      const element = box.current
      if (element === null || index < 0) return
      const [top, bottom] = [index * rowHeight, (index + 2) * rowHeight]
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight
    },
    [box, rowHeight]
  )
  return { first: Math.min(span.first, count), last: Math.min(span.last, count), rowHeight, show }
}
