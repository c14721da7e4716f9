import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysFor, placeTalks } from '../../../../shared/features/talk/plan-day-rules.ts'
import type { PlannedPair } from '../../../../shared/features/talk/plan-load.ts'
import { addDays } from '../../../../shared/kernel/dates.ts'

const pair = (talker: string, partner: string): PlannedPair => ({ talker, partner })
const person = (name: string) => ({ name, memberId: name })
const row = (count: number) => Array.from({ length: count }, (_one, index) => addDays('2026-11-02', index))

/** The largest number of talks one person has on one day. */
function mostOnADay(placed: { pair: PlannedPair; day: string }[]): number {
  const keys = placed.flatMap(({ pair: { talker, partner }, day }) => [`${day} ${talker}`, `${day} ${partner}`])
  return Math.max(0, ...[...Map.groupBy(keys, (key) => key).values()].map(({ length }) => length))
}

describe('the days of a round', () => {
  it('are working days, and not the last seven while there are others', () => {
    expect(daysFor('2026-12-21', '2026-12-31')).toEqual(['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24'])
    expect(daysFor('2026-12-25', '2026-12-31')).toEqual([
      ...['2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']
    ])
    expect(daysFor('2026-10-01', '2026-10-02')).toEqual(['2026-10-01', '2026-10-02'])
    expect(daysFor('2026-12-31', '2026-12-30')).toEqual([])
  })
})

describe('talks on days', () => {
  it('go evenly and in their order', () => {
    const pairs = ['a', 'b', 'c', 'd', 'e'].map((one) => pair(one, `${one}2`))
    const [first, ...rest] = row(10)
    expect(placeTalks(pairs, row(10), []).map(({ day }) => day)).toEqual([
      ...[first, rest[1], rest[3], rest[5], rest[7]]
    ])
    const twice = [...pairs, ...['f', 'g', 'h', 'i', 'j'].map((one) => pair(one, `${one}2`))]
    expect(placeTalks(twice, row(5), []).map(({ day }) => day)).toEqual(row(5).flatMap((day) => [day, day]))
  })

  it('are never two of one person a day where askers and asked are different people and there are just enough days', () => {
    const graph = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(11)), { selector: String, maxLength: 60 })
    fc.assert(
      fc.property(graph, (edges) => {
        const pairs = edges.map(([one, other]) => pair(`a${one}`, `b${other}`))
        const names = pairs.flatMap(({ talker, partner }) => [talker, partner])
        const most = Math.max(1, ...names.map((name) => names.filter((one) => one === name).length))
        const placed = placeTalks(pairs, row(most), [])
        expect(placed).toHaveLength(pairs.length)
        expect(mostOnADay(placed)).toBeLessThan(2)
      })
    )
  })

  it('stand around what is planned already, which stays where it is', () => {
    const planned = { talker: person('a'), partner: person('b'), plannedOn: '2026-11-02' }
    expect(placeTalks([pair('a', 'c')], row(2), [planned])).toEqual([{ pair: pair('a', 'c'), day: '2026-11-03' }])
    expect(placeTalks([pair('a', 'c')], row(1), [planned])).toEqual([{ pair: pair('a', 'c'), day: '2026-11-02' }])
  })

  it('are none where there is no day', () => {
    expect(placeTalks([pair('a', 'b')], [], [])).toEqual([])
  })
})
