import { useQuery } from '@tanstack/react-query'
import { type Day, isDay, yearOf } from '../../../shared/kernel/dates.ts'
import { api } from '../../api/client.ts'
import { useAddress } from '../../app/use-address.ts'
import { spanOf, turned } from './plan-span.ts'
import { type PlanView, viewNames } from './plan-words.ts'

const isView = (text: string | null): text is PlanView => text !== null && text in viewNames

/** Where the screen stands, all of it in the address: view, day, organisation (null for all) and the open line. */
export function usePlan(today: Day) {
  const { params, go } = useAddress()
  const given = params.get('day')
  const view = isView(params.get('view')) ? (params.get('view') as PlanView) : 'month'
  const day = given !== null && isDay(given) ? given : today
  const organisationId = params.get('organisation')
  const lines = useQuery({
    ...api.plan.list.queryOptions({ organisationId, ...spanOf(view, day) }),
    placeholderData: (old) => old,
    enabled: view !== 'coverage'
  })
  return {
    ...{ view, day, organisationId, lines, go, open: params.get('entry') },
    year: yearOf(day),
    turn: (step: 1 | -1) => go({ day: turned(view, day, step) })
  }
}
export type Plan = ReturnType<typeof usePlan>
