import type { Day } from '../../../shared/kernel/dates.ts'
import { useAddress } from '../../app/use-address.ts'
import { yearIn } from '../../app/year-where.tsx'
import { isView, type View } from './pack-words.ts'

type Part = Partial<Record<'organisation' | 'year' | 'view' | 'volume' | 'make' | 'paper' | 'run', string | null>>

/**
 * Where the screen stands, all of it in the address: organisation, year, view, the volume shown (`missing`: what is missing in
 * all of them), whether the panel to make a pack is open, and the paper over it: a
 * file of a pack, `missing` of the checklist, or `handover`.
 */
export function usePackPlace(today: Day) {
  const { params, go } = useAddress()
  const view = params.get('view')
  return {
    organisationId: params.get('organisation'),
    year: yearIn(params, today),
    view: (isView(view) ? view : 'volumes') satisfies View,
    volume: params.get('volume'),
    isMaking: params.has('make'),
    paper: params.get('paper'),
    run: params.get('run'),
    go: (part: Part) => go(part)
  }
}
export type PackPlace = ReturnType<typeof usePackPlace>
