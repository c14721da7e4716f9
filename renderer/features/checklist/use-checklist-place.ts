import type { Day } from '../../../shared/kernel/dates.ts'
import { useAddress } from '../../app/use-address.ts'
import { usualYear } from '../../app/usual-year.ts'
import { type BoardView, type DeskView, isBoardView, isDeskView, isListKey } from './checklist-words.ts'

type Part = Partial<Record<'organisation' | 'year' | 'list' | 'view' | 'item' | 'paper', string | null>>

/** Where the screen stands, all of it in the address: branch (none: all of them), year, list, view, the item beside it, the paper over it. */
export function useChecklistPlace(today: Day) {
  const { params, go } = useAddress()
  const [given, view, list] = [Number(params.get('year')), params.get('view'), params.get('list')]
  return {
    organisationId: params.get('organisation'),
    year: Number.isInteger(given) && given >= 2000 && given <= 2100 ? given : usualYear(today),
    list: isListKey(list) ? list : ('standard' as const),
    boardView: (isBoardView(view) ? view : 'branches') satisfies BoardView,
    view: (isDeskView(view) ? view : 'areas') satisfies DeskView,
    item: params.get('item'),
    paper: params.get('paper'),
    go: (part: Part) => go(part)
  }
}
export type ChecklistPlace = ReturnType<typeof useChecklistPlace>
