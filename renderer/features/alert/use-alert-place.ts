import type { Day } from '../../../shared/kernel/dates.ts'
import { useAddress } from '../../app/use-address.ts'
import { usualYear } from '../../app/usual-year.ts'
import { isShow, type Show } from './alert-words.ts'

/** Where the screen stands: whose, which year, what is looked at, of which code, the finding beside it, and whether as paper. */
export function useAlertPlace(today: Day) {
  const { params, go } = useAddress()
  const [given, show] = [Number(params.get('year')), params.get('show')]
  return {
    organisationId: params.get('organisation'),
    year: Number.isInteger(given) && given >= 2000 && given <= 2100 ? given : usualYear(today),
    show: (isShow(show) ? show : 'all') satisfies Show,
    code: params.get('code'),
    open: params.get('open'),
    paper: params.has('paper'),
    go: (part: Partial<Record<'organisation' | 'year' | 'show' | 'code' | 'open' | 'paper', string | null>>) => go(part)
  }
}
export type AlertPlace = ReturnType<typeof useAlertPlace>
