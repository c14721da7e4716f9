import type { BallotLine, Mark } from '../../../shared/features/ballot/ballot.ts'
import type { Outputs } from '../../api/client.ts'

export type PileView = Outputs['ballot']['pile']
export type CountView = NonNullable<PileView['count']>
export type PassView = CountView['passes'][number]
export type BoxDesk = Outputs['ballot']['box']

/** Which of two passes. */
export const passNames = ['第一遍', '第二遍'] as const

/** A line with its number among the people, and whether it is the first of a subject with several questions. */
export type ShownBallotLine = { line: BallotLine; at: number; number: number; heads: boolean; label: string }

/** The lines of a ballot as they stand on paper: a subject once, its questions under it. */
export function shownLines(lines: readonly BallotLine[]): ShownBallotLine[] {
  let number = 0
  return lines.map((line, at) => {
    const subject = line.key.split('/')[0]
    const first = at === 0 || lines[at - 1]?.key.split('/')[0] !== subject
    if (first) number += 1
    return { line, at, number, heads: first && line.question !== null, label: line.question ?? line.subject }
  })
}

/** Keys of the typing: a grade 0 to 3, null for 0 (blank or several marks); undefined for others. */
export function markOfKey(key: string): Mark | undefined {
  if (key === '0') return null
  return /^[1-4]$/.test(key) ? Number(key) - 1 : undefined
}

/** What somebody hears of a line: 王建军，总体评价. */
export const lineName = ({ subject, question }: BallotLine): string =>
  question === null ? subject : `${subject}，${question}`
