import { assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pollOutcome } from '../../../../shared/features/poll/poll-rules.ts'
import { shownOutcome } from '../../../../shared/features/poll/shown-rules.ts'
import { plainRules as rules } from '../../../factories/rules.ts'
import { aPoll, aSubject, type Four } from './poll-facts.ts'

const large = tuple(nat(9), nat(9), nat(9), nat(9)).filter((counts) => counts.reduce((sum, one) => sum + one, 0) >= 3)
/** Every way in which one or two people can vote. */
const small = constantFrom<Four>(
  ...[0, 1, 2, 3].flatMap((first) => [
    [0, 1, 2, 3].map((place) => (place === first ? 1 : 0)) as unknown as Four,
    ...[0, 1, 2, 3].map(
      (second) => [0, 1, 2, 3].map((place) => Number(place === first) + Number(place === second)) as unknown as Four
    )
  ])
)

const shownOf = (A: Four, B: Four, C: Four) => {
  const [found] = shownOutcome({ poll: aPoll({ subjects: [aSubject('王五', { A, B, C })] }), rules }).subjects
  return [found?.score, found?.shares, found?.valid, found?.flags]
}

describe('what is shown of a poll', () => {
  it('is the whole outcome where every class is large enough', () => {
    const poll = aPoll({ subjects: [aSubject('王五', { A: [3, 1, 0, 0], B: [2, 2, 1, 0], C: [5, 0, 0, 1] })] })
    expect(shownOutcome({ poll, rules })).toEqual(pollOutcome({ poll, rules }))
  })

  it('does not depend on how a class of one or two voted', () => {
    assert(
      property(large, large, small, small, (A, B, one, other) => {
        expect(shownOf(A, B, one)).toEqual(shownOf(A, B, other))
      })
    )
  })

  it('says that a small class is left out', () => {
    expect(shownOf([5, 0, 0, 0], [5, 0, 0, 0], [0, 0, 0, 1])).toEqual([
      '100.00',
      { 优秀: '1.0000', 称职: '0.0000', 基本称职: '0.0000', 不称职: '0.0000' },
      10,
      ['class-under-three']
    ])
  })
})
