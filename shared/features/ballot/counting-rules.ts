import {
  type Ballot,
  type BallotLine,
  blankLine,
  gradeCount,
  type LineTally,
  lineSum,
  type Mark,
  type Tally
} from './ballot.ts'

/** Totals before the first ballot. */
export const blankTally = (lines: readonly BallotLine[]): Tally => ({
  ballots: 0,
  voided: 0,
  lines: Object.fromEntries(lines.map(({ key }) => [key, blankLine]))
})

/** 收回: ballots counted and ballots set aside whole. */
export const ballotsIn = ({ ballots, voided }: Pick<Tally, 'ballots' | 'voided'>): number => ballots + voided

/** What one mark adds to a line; a blank, or more than one mark, is void for this line only. */
const lineOf = (mark: Mark): LineTally =>
  mark === null
    ? { ...blankLine, abstained: 1 }
    : { ...blankLine, counts: blankLine.counts.map((_, at) => (at === mark ? 1 : 0)) }

const less = (one: LineTally, other: LineTally): LineTally => ({
  counts: one.counts.map((count, at) => count - (other.counts[at] ?? 0)),
  abstained: one.abstained - other.abstained
})

const isCount = ({ counts, abstained }: LineTally): boolean => abstained >= 0 && counts.every((count) => count >= 0)

/** True for a ballot that has a mark, or a blank, for every line. */
export const isWhole = (ballot: Ballot, lines: readonly BallotLine[]): boolean =>
  ballot.void || ballot.marks.length === lines.length

/** The totals with one ballot more. One that is void as a whole counts for nobody. */
export function withBallot(tally: Tally, lines: readonly BallotLine[], ballot: Ballot): Tally {
  if (ballot.void) return { ...tally, voided: tally.voided + 1 }
  const added = lines.map(({ key }, at) => [
    key,
    lineSum(tally.lines[key] ?? blankLine, lineOf(ballot.marks[at] ?? null))
  ])
  return { ...tally, ballots: tally.ballots + 1, lines: Object.fromEntries(added) }
}

/** The totals without one ballot that is in them; null when it cannot be in them. */
export function withoutBallot(tally: Tally, lines: readonly BallotLine[], ballot: Ballot): Tally | null {
  if (ballot.void) return tally.voided === 0 ? null : { ...tally, voided: tally.voided - 1 }
  const left = lines.map(
    ({ key }, at) => [key, less(tally.lines[key] ?? blankLine, lineOf(ballot.marks[at] ?? null))] as const
  )
  if (tally.ballots === 0 || !left.every(([, line]) => isCount(line))) return null
  return { ...tally, ballots: tally.ballots - 1, lines: Object.fromEntries(left) }
}

/** The totals of whole ballots, in whatever order they lie. */
export const tallyOf = (lines: readonly BallotLine[], ballots: readonly Ballot[]): Tally =>
  ballots.reduce((tally, ballot) => withBallot(tally, lines, ballot), blankTally(lines))

/** Where the totals of two clerks differ: the keys of lines, and the number of whole ballots. Equal ones say nothing. */
export type PassDifference = { lines: string[]; ballots: boolean; voided: boolean }

export function passDifference(lines: readonly BallotLine[], one: Tally, other: Tally): PassDifference {
  const same = (a: LineTally, b: LineTally): boolean =>
    a.abstained === b.abstained && Array.from({ length: gradeCount }).every((_, at) => a.counts[at] === b.counts[at])
  return {
    lines: lines.flatMap(({ key }) => (same(one.lines[key] ?? blankLine, other.lines[key] ?? blankLine) ? [] : [key])),
    ballots: one.ballots !== other.ballots,
    voided: one.voided !== other.voided
  }
}

/** True when two clerks came to the same totals. */
export const isAgreed = ({ lines, ballots, voided }: PassDifference): boolean =>
  lines.length === 0 && !ballots && !voided

/**
 * One ballot being typed, one key per grade. `at` is the line the next key is for; `last` the ballot before, which can be
 * taken up again once (`correcting`: its place in the totals is taken by what is typed now).
 */
export type Typing = { marks: readonly Mark[]; at: number; last: Ballot | null; correcting: boolean }

/** What the keys mean: a grade, a blank or several marks, a line back, the next ballot, this ballot void. */
export type TypingKey = { kind: 'mark'; mark: Mark } | { kind: 'back' | 'next' | 'void' }

/** What goes into the totals after a key: a ballot more, or another in place of the last one. */
export type Counted = { ballot: Ballot; instead: Ballot | null }

export const startTyping: Typing = { marks: [], at: 0, last: null, correcting: false }

/** True when every line has its mark and the ballot can be put in. */
export const isTyped = ({ marks }: Typing, lines: number): boolean => marks.length === lines

const put = (typing: Typing, ballot: Ballot): { typing: Typing; counted: Counted } => ({
  typing: { marks: [], at: 0, last: ballot, correcting: false },
  counted: { ballot, instead: typing.correcting ? typing.last : null }
})

function back(typing: Typing): Typing {
  if (typing.at > 0) return { ...typing, at: typing.at - 1 }
  const { last } = typing
  if (last === null || typing.correcting || typing.marks.length > 0) return typing
  const marks = last.void ? [] : last.marks
  return { marks, at: marks.length, last, correcting: true }
}

/** The next state of the ballot being typed, and what was put in where this key finished it. Other keys change nothing. */
export function typed(typing: Typing, lines: number, key: TypingKey): { typing: Typing; counted: Counted | null } {
  switch (key.kind) {
    case 'mark': {
      if (typing.at >= lines) return { typing, counted: null }
      const marks = typing.marks.map((mark, at) => (at === typing.at ? key.mark : mark))
      const kept = typing.at === marks.length ? [...marks, key.mark] : marks
      return { typing: { ...typing, marks: kept, at: typing.at + 1 }, counted: null }
    }
    case 'back':
      return { typing: back(typing), counted: null }
    case 'next':
      return isTyped(typing, lines) ? put(typing, { marks: [...typing.marks], void: false }) : { typing, counted: null }
    case 'void':
      return put(typing, { marks: [], void: true })
  }
}
