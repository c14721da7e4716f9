import {
  type BallotLine,
  blankLine,
  type LineTally,
  type Tally,
  validOf
} from '../../../shared/features/ballot/ballot.ts'

/** What was counted by hand, as it is typed: whole ballots set aside, and of each line its grades in order and its blanks. */
export type TotalsEntry = { voided: number; lines: Readonly<Record<string, LineTally>> }

/** The totals before anything is typed. */
export const blankTotals = (lines: readonly BallotLine[]): TotalsEntry => ({
  voided: 0,
  lines: Object.fromEntries(lines.map(({ key }) => [key, blankLine]))
})

/** Puts a figure in its place; `at` 4 is that of the blanks. */
export function withFigure(totals: TotalsEntry, key: string, at: number, value: number): TotalsEntry {
  const line = totals.lines[key] ?? blankLine
  const next: LineTally =
    at < line.counts.length
      ? { ...line, counts: line.counts.map((count, index) => (index === at ? value : count)) }
      : { ...line, abstained: value }
  return { ...totals, lines: { ...totals.lines, [key]: next } }
}

/** How many ballots of a line are still to be told of; negative where there are too many. */
export const shortOf = (line: LineTally, ballots: number): number => ballots - validOf(line) - line.abstained

/** The totals as the engine takes them, of `returned` ballots in all. */
export const tallyOfTotals = ({ voided, lines }: TotalsEntry, returned: number): Tally => ({
  ballots: Math.max(0, returned - voided),
  voided,
  lines: { ...lines }
})
