import type { Day } from '../../../shared/kernel/dates.ts'
import { useAddress } from '../../app/use-address.ts'
import { usualYear } from '../../app/usual-year.ts'
import { type EvaluationView, isView } from './evaluation-words.ts'

type Part = Partial<Record<'organisation' | 'year' | 'view' | 'member' | 'paper', string | null>>

/** Where the screen stands, all of it in the address: branch, year, step, the member beside it, the paper over it. */
export function useEvaluationPlace(today: Day) {
  const { params, go } = useAddress()
  const [given, view] = [Number(params.get('year')), params.get('view')]
  return {
    organisationId: params.get('organisation'),
    year: Number.isInteger(given) && given >= 1900 && given <= 2100 ? given : usualYear(today),
    view: isView(view) ? view : null,
    member: params.get('member'),
    paper: params.get('paper'),
    address: `/evaluation?${params}`,
    go: (part: Part) => go(part)
  }
}
export type EvaluationPlace = ReturnType<typeof useEvaluationPlace>

/** Where one begins to look: the first step that is not done, or what follows when all are. */
export const firstView = (
  steps: readonly { step: Exclude<EvaluationView, 'after'>; state: string }[]
): EvaluationView => steps.find(({ state }) => state !== 'done')?.step ?? 'after'
