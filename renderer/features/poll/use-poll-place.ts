import { useSearchParams } from 'react-router'
import type { Day } from '../../../shared/kernel/dates.ts'
import { isView, usualYear } from './poll-words.ts'

type Part = Partial<Record<'organisation' | 'year' | 'new' | 'view' | 'subject', string | null>>

/** Where a screen of polls stands, all of it in the address. */
export function usePollPlace(today: Day) {
  const [params, setParams] = useSearchParams()
  const [given, view] = [Number(params.get('year')), params.get('view')]
  return {
    organisationId: params.get('organisation'),
    year: Number.isInteger(given) && given >= 1900 && given <= 2100 ? given : usualYear(today),
    isNew: params.has('new'),
    view: isView(view) ? view : null,
    subject: params.get('subject'),
    search: `${params}`,
    go: (part: Part) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old)
          for (const [name, value] of Object.entries(part))
            if (value === null) next.delete(name)
            else next.set(name, value)
          return next
        },
        { replace: true }
      )
  }
}
export type PollPlace = ReturnType<typeof usePollPlace>
