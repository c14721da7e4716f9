import { gradeCount, type LineTally, type ScaleId, scales } from '../ballot/ballot.ts'
import { type PollKind, scaleOfKind } from '../poll/poll.ts'
import type { PollRow } from './ledger-poll-row.ts'
import { placeHeads } from './ledger-sheets.ts'

const pollScales = ['team', 'cadre', 'duty'] as const satisfies readonly ScaleId[]

/** Grades under whose heads there are ballots; a 0 tells nothing of the scale. */
const gradesIn = ({ figures }: PollRow): string[] =>
  [...figures].flatMap(([head, figure]) => (figure > 0 && !placeHeads.includes(head) ? [head] : []))

const covers = (scale: ScaleId, grades: readonly string[]): boolean =>
  grades.every((grade) => scales[scale].some((one) => one === grade))

/**
 * The scale of a poll: the one with all the grades that have ballots, that of its kind where several have. Where no
 * scale has them all, the first row says which is meant, and the others are at fault. `fixed` is the scale of a poll
 * with ballots in the store, which a file does not change.
 */
export function scaleOf(rows: readonly PollRow[], kind: PollKind, fixed: ScaleId | null): ScaleId {
  if (fixed !== null) return fixed
  const usual = scaleOfKind[kind]
  const first = rows.find((row) => gradesIn(row).length > 0)
  for (const grades of [rows.flatMap(gradesIn), first === undefined ? [] : gradesIn(first)]) {
    const fitting = pollScales.filter((scale) => covers(scale, grades))
    const [some] = fitting
    if (some !== undefined) return fitting.find((scale) => scale === usual) ?? some
  }
  return usual
}

/** Refuses figures under heads that are no grade of the scale, and figures told twice. */
export function checkHeads({ row, figures }: PollRow, scale: ScaleId): void {
  const grades: readonly string[] = scales[scale]
  for (const [head, figure] of figures) {
    if (figure === 0) continue
    const place = placeHeads.indexOf(head)
    const grade = grades[place]
    if (place === -1 && !grades.includes(head))
      row.refuse(head, 'value-not-in-list', `应为空：这次测评的等次是${grades.join('、')}，没有“${head}”`)
    else if (place >= gradeCount)
      row.refuse(head, 'value-not-in-list', `应为空：这次测评只有${grades.join('、')}四个等次`)
    else if (grade !== undefined && figures.has(grade))
      row.refuse(head, 'value-not-in-list', `与“${grade}”一列说的是同一等次，只能填一列`)
  }
}

/** The ballots of a row by the scale; null where none are told and none were known. A column that is not there says nothing. */
export function lineIn({ row, figures }: PollRow, scale: ScaleId, before: LineTally | null): LineTally | null {
  const counts = scales[scale].map((grade, at) => {
    const place = placeHeads[at] ?? ''
    const told = figures.get(grade) ?? figures.get(place) ?? null
    return told === null && !row.has(grade) && !row.has(place) ? (before?.counts[at] ?? null) : told
  })
  const abstained = row.has('弃权') ? row.whole('弃权') : (before?.abstained ?? null)
  if (before === null && abstained === null && counts.every((count) => count === null)) return null
  return { counts: counts.map((count) => count ?? 0), abstained: abstained ?? 0 }
}
