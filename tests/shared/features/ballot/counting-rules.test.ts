import { assert, constantFrom, array, boolean, integer, oneof, property, record, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot, BallotLine, Tally } from '../../../../shared/features/ballot/ballot.ts'
import {
  blankTally,
  type Counted,
  isAgreed,
  passDifference,
  startTyping,
  tallyOf,
  type Typing,
  type TypingKey,
  typed,
  withBallot,
  withoutBallot
} from '../../../../shared/features/ballot/counting-rules.ts'

const linesOf = (many: number): BallotLine[] =>
  Array.from({ length: many }, (_, at) => ({ key: `m${at}`, subject: `党员${at}`, question: null }))

const mark = constantFrom(0, 1, 2, 3, null)
const ballotOf = (many: number) =>
  record({ marks: array(mark, { minLength: many, maxLength: many }), void: boolean() }).map(
    (one): Ballot => (one.void ? { marks: [], void: true } : one)
  )
const pile = integer({ min: 1, max: 6 }).chain((many) =>
  tuple(tuple(integer({ min: many, max: many })), array(ballotOf(many), { maxLength: 12 }))
)

/** What the engine does with the keys of a clerk, and beside it the pile as he would lay it out. */
function run(lines: readonly BallotLine[], keys: readonly TypingKey[]): { tally: Tally; ballots: Ballot[] } {
  let typing: Typing = startTyping
  let tally = blankTally(lines)
  const ballots: Ballot[] = []
  const take = ({ ballot, instead }: Counted): void => {
    const rest = instead === null ? tally : withoutBallot(tally, lines, instead)
    if (rest === null) throw new Error('a ballot was taken out that was never in')
    tally = withBallot(rest, lines, ballot)
    if (instead !== null) ballots.pop()
    ballots.push(ballot)
  }
  for (const key of keys) {
    const step = typed(typing, lines.length, key)
    typing = step.typing
    if (step.counted !== null) take(step.counted)
  }
  return { tally, ballots }
}

const key = oneof(
  { weight: 8, arbitrary: mark.map((one): TypingKey => ({ kind: 'mark', mark: one })) },
  { weight: 2, arbitrary: constantFrom<TypingKey>({ kind: 'back' }) },
  { weight: 3, arbitrary: constantFrom<TypingKey>({ kind: 'next' }) },
  { weight: 1, arbitrary: constantFrom<TypingKey>({ kind: 'void' }) }
)

const keys = (text: string): TypingKey[] =>
  [...text].map((letter): TypingKey => {
    if (letter === '<') return { kind: 'back' }
    if (letter === '.') return { kind: 'next' }
    if (letter === 'x') return { kind: 'void' }
    return { kind: 'mark', mark: letter === '0' ? null : Number(letter) - 1 }
  })

describe('typing ballots', () => {
  const two = linesOf(2)
  const shown = (text: string): number[][] =>
    Object.values(run(two, keys(text)).tally.lines).map(({ counts, abstained }) => [...counts, abstained])

  it('takes one key per grade, and Enter only when every line has one', () => {
    expect(shown('1.')).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0]
    ])
    expect(shown('12.')).toEqual([
      [1, 0, 0, 0, 0],
      [0, 1, 0, 0, 0]
    ])
  })

  it('corrects the line before by going back, and goes on from there', () => {
    expect(shown('14<2.')).toEqual(shown('12.'))
    expect(shown('34<<12.')).toEqual(shown('12.'))
  })

  it('counts 0 as void for that line only', () => {
    expect(shown('10.')).toEqual([
      [1, 0, 0, 0, 0],
      [0, 0, 0, 0, 1]
    ])
  })

  it('puts a ballot that is void as a whole beside the others', () => {
    const { tally } = run(two, keys('12.1x'))
    expect(tally).toMatchObject({ ballots: 1, voided: 1 })
    expect(tally.lines['m0']?.counts).toEqual([1, 0, 0, 0])
  })

  it('takes the last ballot up again at the first line, and only that one', () => {
    expect(shown('12.33.<<<14.')).toEqual(shown('12.14.'))
    expect(shown('12.33.<<<<<<14.')).toEqual(shown('12.14.'))
    expect(shown('12.x<34.')).toEqual(shown('12.34.'))
  })

  it('ignores keys behind the last line', () => {
    expect(shown('1234.')).toEqual(shown('12.'))
  })

  it('gives the totals of the final ballots, whatever was typed and corrected on the way', () => {
    assert(
      property(integer({ min: 1, max: 5 }), array(key, { maxLength: 120 }), (many, pressed) => {
        const lines = linesOf(many)
        const { tally, ballots } = run(lines, pressed)
        expect(tally).toEqual(tallyOf(lines, ballots))
      }),
      { numRuns: 500 }
    )
  })
})

describe('the totals', () => {
  it('do not depend on the order of the ballots', () => {
    assert(
      property(
        pile,
        array(integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 }),
        ([[many], ballots], order) => {
          const lines = linesOf(many)
          const shuffled = ballots
            .map((ballot, at) => ({ ballot, place: order[at] ?? 0 }))
            .sort((one, other) => one.place - other.place)
            .map(({ ballot }) => ballot)
          expect(tallyOf(lines, shuffled)).toEqual(tallyOf(lines, ballots))
        }
      )
    )
  })

  it('lose a ballot again exactly as they won it', () => {
    assert(
      property(pile, ([[many], ballots]) => {
        const lines = linesOf(many)
        const [first, ...rest] = ballots
        if (first === undefined) return
        expect(withoutBallot(tallyOf(lines, ballots), lines, first)).toEqual(tallyOf(lines, rest))
      })
    )
  })

  it('never lose a ballot that cannot be in them', () => {
    const lines = linesOf(1)
    const one = tallyOf(lines, [{ marks: [0], void: false }])
    expect(withoutBallot(one, lines, { marks: [1], void: false })).toBeNull()
    expect(withoutBallot(one, lines, { marks: [], void: true })).toBeNull()
    expect(withoutBallot(blankTally(lines), lines, { marks: [0], void: false })).toBeNull()
  })

  it('of two clerks agree where they typed the same pile in any order, and name the lines where they did not', () => {
    assert(
      property(pile, ([[many], ballots]) => {
        const lines = linesOf(many)
        const [one, other] = [tallyOf(lines, ballots), tallyOf(lines, [...ballots].reverse())]
        expect(isAgreed(passDifference(lines, one, other))).toBe(true)
      })
    )
    const lines = linesOf(3)
    const one = tallyOf(lines, [{ marks: [0, 1, 2], void: false }])
    const other = tallyOf(lines, [{ marks: [0, 2, null], void: false }])
    expect(passDifference(lines, one, other)).toEqual({ lines: ['m1', 'm2'], ballots: false, voided: false })
    expect(isAgreed(passDifference(lines, one, tallyOf(lines, [{ marks: [], void: true }])))).toBe(false)
  })
})
