import type { Day } from '../../../shared/kernel/dates.ts'
import { useAddress } from '../../app/use-address.ts'
import { usualYear } from '../../app/usual-year.ts'
import { isView } from './poll-words.ts'

type Part = Partial<Record<'organisation' | 'year' | 'new' | 'view' | 'subject', string | null>>

/** Where a screen of polls stands, all of it in the address. */
export function usePollPlace(today: Day) {
  const { params, go } = useAddress()
  const [given, view] = [Number(params.get('year')), params.get('view')]
  return {
    organisationId: params.get('organisation'),
    year: Number.isInteger(given) && given >= 1900 && given <= 2100 ? given : usualYear(today),
    isNew: params.has('new'),
    view: isView(view) ? view : null,
    subject: params.get('subject'),
    search: `${params}`,
    go: (part: Part) => go(part)
  }
}
export type PollPlace = ReturnType<typeof usePollPlace>
