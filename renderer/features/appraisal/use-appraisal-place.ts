import type { Day } from '../../../shared/kernel/dates.ts'
import { useAddress } from '../../app/use-address.ts'
import { yearIn } from '../../app/year-where.tsx'
import { type CadreTab, isTab } from './appraisal-words.ts'

/** Where the screen stands, all of it in the address: organisation, year, the cadre, what of him, the paper over it. */
export function useAppraisalPlace(today: Day) {
  const { params, go } = useAddress()
  const tab = params.get('tab')
  return {
    organisationId: params.get('organisation'),
    year: yearIn(params, today),
    member: params.get('member'),
    tab: (isTab(tab) ? tab : 'summary') satisfies CadreTab,
    paper: params.get('paper'),
    go
  }
}
export type AppraisalPlace = ReturnType<typeof useAppraisalPlace>
