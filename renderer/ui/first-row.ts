import { useEffect, useRef } from 'react'
import { standOn } from './row-walk.ts'

/** Stands on the chosen row, else the first, once rows are there, so that arrows walk at once; not where somebody is at work. */
export function useFirstRow(isThere: boolean) {
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    const rows = body.current
    const row = rows?.querySelector<HTMLElement>('tr.selected') ?? rows?.querySelector<HTMLElement>('tr')
    const isAtWork = document.activeElement?.closest('main, dialog, header') != null
    if (isThere && row != null && !isAtWork) standOn(row)
  }, [isThere])
  return body
}
