import { describe, expect, it } from 'vitest'
import { paperItems } from '../../../../shared/features/checklist/paper-items.ts'
import type { AskedItem } from '../../../../shared/features/checklist/item-facts.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import { anAskedItem, aProof, someFacts } from '../../../factories/checklist-facts.ts'
import { inText } from './list-facts.ts'

const { papers } = paperItems
const part = (name: string, points: number) => ({ name, points })
/** E1: 1 + 0.5 + 0.5. */
const yearly = anAskedItem({ id: 'E1', parts: [part('年度计划', 1), part('半年小结', 0.5), part('年度总结', 0.5)] })
/** B2: seven papers, 0.3 off for each that is missing. */
const names = ['换届请示', '换届批复', '选举办法', '选票样张', '计票单', '选举结果报告', '选举结果批复']
const standing = anAskedItem({ id: 'B2', partsAs: 'loss', parts: names.map((name) => part(name, 0.3)) })
/** F3: a quarter of a point for each quarter. */
const byQuarter = anAskedItem({
  ...{ id: 'F3', points: fraction(1) },
  parts: ['第一季度', '第二季度', '第三季度', '第四季度'].map((name) => part(`${name}更新`, 0.25))
})

const measure = (item: AskedItem, filed: string[], today = '2027-04-01', happenedOn: string | null = '2026-05-08') =>
  papers(someFacts({ today, proofs: filed.map((name) => aProof(item.id, { part: name, happenedOn })) }), item)
const found = (...input: Parameters<typeof measure>): string => {
  const { status, score } = measure(...input)
  return `${status} ${inText(score)}`
}

describe('papers of the year', () => {
  it('give the points of those filed, once the year is over', () => {
    expect(found(yearly, ['年度计划', '半年小结', '年度总结'])).toBe('scored 2')
    expect(found(yearly, ['年度计划', '半年小结'])).toBe('scored 3/2')
    expect(found(yearly, ['年度总结'])).toBe('scored 1/2')
  })

  it('wait while nothing is filed, and during the year until all are there', () => {
    expect(found(yearly, [])).toBe('pending 0')
    expect(found(yearly, ['年度计划'], '2026-11-21')).toBe('pending 0')
    expect(found(yearly, ['年度计划', '半年小结', '年度总结'], '2026-11-21')).toBe('scored 2')
  })

  it('name each missing one with what it gains', () => {
    const { needs } = measure(yearly, ['年度计划'], '2026-11-21')
    expect(needs.map(({ what, by, gain }) => [what, by, inText(gain)])).toEqual([
      ['交“半年小结”', '2026-12-31', '1/2'],
      ['交“年度总结”', '2026-12-31', '1/2']
    ])
  })

  it('do not count when dated in another year, and say so; without a date they do', () => {
    expect(found(yearly, ['年度计划'], '2027-04-01', null)).toBe('scored 1')
    const proofs = [
      aProof('E1', { part: '年度计划' }),
      aProof('E1', { part: '年度总结', happenedOn: '2025-12-30' }),
      aProof('E2', { part: '半年小结' })
    ]
    const { score, basis } = papers(someFacts({ proofs }), yearly)
    expect(inText(score)).toBe('1')
    expect(basis).toBe('应有材料 3 件，有 1 件，缺半年小结、年度总结，年度总结的日期不在本年度，没有算。')
  })

  it('count a plan made in the December before, and a summary written until March', () => {
    const dated = (part: string, happenedOn: string) => [aProof('E1', { part, happenedOn })]
    const counted = (part: string, on: string): boolean =>
      papers(someFacts({ today: '2027-05-01', proofs: dated(part, on) }), yearly).links.length === 1
    expect([counted('年度计划', '2025-12-01'), counted('年度计划', '2025-11-30')]).toEqual([true, false])
    expect([counted('年度总结', '2027-03-31'), counted('年度总结', '2027-04-01')]).toEqual([true, false])
    expect(counted('半年小结', '2025-12-20')).toBe(false)
  })

  it('give no more than the item has, and all of it when everything is there', () => {
    const small = { ...yearly, points: fraction(1) }
    expect(found(small, ['年度计划', '半年小结'])).toBe('scored 1')
    expect(found({ ...yearly, points: fraction(3) }, ['年度计划', '半年小结', '年度总结'])).toBe('scored 3')
  })
})

describe('papers that stand', () => {
  it('take off what each missing one is worth, at any time and of whatever day', () => {
    expect(found(standing, names, '2026-11-21', '2024-11-02')).toBe('scored 2')
    // 2 − 2 × 0.3
    expect(found(standing, names.slice(2), '2026-11-21', '2024-11-02')).toBe('scored 7/5')
    // 2 − 6 × 0.3
    expect(found(standing, names.slice(6), '2026-11-21', null)).toBe('scored 1/5')
  })

  it('wait while nothing is filed, and never go below nought', () => {
    expect(found(standing, [])).toBe('pending 0')
    expect(found({ ...standing, points: fraction(1) }, names.slice(6))).toBe('scored 0')
  })
})

describe('papers by the quarter', () => {
  const [first, second, third, fourth] = byQuarter.parts.map(({ name }) => name)
  const some = (...all: (string | undefined)[]) => all.flatMap((name) => name ?? [])

  it('give a quarter of a point each in a year that is over', () => {
    expect(found(byQuarter, some(first, second, third, fourth))).toBe('scored 1')
    expect(found(byQuarter, some(first, third, fourth))).toBe('scored 3/4')
  })

  it('are divided by the quarters that are past, and ask nothing of the others', () => {
    // On 2026-11-21 three quarters are past: two of three, and all of three.
    expect(found(byQuarter, some(first, second), '2026-11-21')).toBe('scored 2/3')
    expect(found(byQuarter, some(first, second, third), '2026-11-21')).toBe('scored 1')
    expect(measure(byQuarter, some(first, second), '2026-11-21').needs.map(({ what }) => what)).toEqual([
      '补交第三季度更新的材料'
    ])
  })

  it('wait while the first quarter runs, or nothing is filed', () => {
    expect(found(byQuarter, some(first), '2026-03-31')).toBe('pending 0')
    expect(found(byQuarter, [], '2026-11-21')).toBe('pending 0')
  })

  it('ask nothing of the quarters before the start of records', () => {
    const proofs = some(third, fourth).map((name) => aProof('F3', { part: name, happenedOn: null }))
    const { score } = papers(someFacts({ recordsFrom: '2026-07-01', proofs }), byQuarter)
    expect(inText(score)).toBe('1')
  })
})
