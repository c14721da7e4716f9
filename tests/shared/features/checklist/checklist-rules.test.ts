import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checklistSchema, type ChecklistMark, itemsOf } from '../../../../shared/features/checklist/checklist.ts'
import { itemRules, measureChecklist, measureItem } from '../../../../shared/features/checklist/checklist-rules.ts'
import type { ItemFacts } from '../../../../shared/features/checklist/item-facts.ts'
import { scoreChecklist, scoreFigures } from '../../../../shared/features/checklist/score-rules.ts'
import { rateFormula } from '../../../../shared/features/checklist/strong-items.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import { aProof, asFact, someFacts, someMeetings } from '../../../factories/checklist-facts.ts'
import { aList, aListItem, inText } from './list-facts.ts'

const aMark = (item: string, part: Partial<ChecklistMark> = {}): ChecklistMark => ({
  ...{ id: `mark-${item}`, organisationId: 'zb', year: 2026, item, score: null, note: null, evidence: null },
  ...{ happenedOn: null, notApplicable: false, filedOn: '2026-12-01' },
  ...part
})
const judged = (facts: ItemFacts, item: ReturnType<typeof aListItem>) => {
  const { status, score, basis } = measureItem(facts, item)
  return [status, inText(score), basis]
}

const general = aListItem('D1', 4, { formula: 'general-meetings' })

describe('清单自评 on what is computed', () => {
  it('changes nothing', () => {
    const marks = [aMark('D1', { score: 1, note: '只开了一次' })]
    expect(judged(someFacts({ marks }), general)).toEqual(['scored', '4', '应开 4 个季度，开了 4 个季度。'])
  })

  it('makes it not applicable with a reason, shown as local, and not without one', () => {
    const out = (note: string | null) =>
      judged(someFacts({ marks: [aMark('D1', { notApplicable: true, note })] }), general)
    expect(out('本年度转为临时支部。')).toEqual(['not-applicable', '0', '不适用：本年度转为临时支部（本支部口径）。'])
    expect(out(null)[0]).toBe('scored')
    expect(out(' ')[0]).toBe('scored')
  })
})

describe('清单自评 on an item of kind A without records of its own', () => {
  const dues = aListItem('C4', 3, { title: '党费' })

  it('is its score, never more than the item is worth', () => {
    const marks = [aMark('C4', { score: 2.5, note: '全部足额', evidence: '党费台账第 3 页' })]
    expect(judged(someFacts({ marks }), dues)).toEqual([
      ...['scored', '5/2', '自评 2.50 分；全部足额；证据：党费台账第 3 页。']
    ])
    expect(judged(someFacts({ marks: [aMark('C4', { score: 9 })] }), dues)[1]).toBe('3')
  })

  it('is waited for', () => {
    expect(judged(someFacts(), dues)).toEqual(['pending', '0', '还没有自评得分。'])
    expect(measureItem(someFacts({ today: '2026-11-21' }), dues).needs).toEqual([
      { what: '给“党费”填自评得分', by: '2026-12-31', gain: fraction(3), place: 'proof' }
    ])
  })

  it('is waited for as well where the rule it names is unknown', () => {
    expect(judged(someFacts(), { ...dues, formula: 'own-rule' })[0]).toBe('pending')
  })
})

describe('清单自评 on an item of kind S', () => {
  const life = aListItem('D5', 4, { kind: 'S', formula: 'life-meeting' })

  it('comes before what is computed', () => {
    expect(judged(someFacts(), life)[1]).toBe('4')
    expect(judged(someFacts({ marks: [aMark('D5', { score: 3 })] }), life)).toEqual(['scored', '3', '自评 3.00 分。'])
  })

  it('without a score leaves what is computed', () => {
    expect(judged(someFacts({ marks: [aMark('D5', { note: '见会议记录' })] }), life)[1]).toBe('4')
  })

  it('is waited for where nothing computes it', () => {
    expect(judged(someFacts(), aListItem('G5', 1, { kind: 'S' }))[0]).toBe('pending')
  })
})

describe('清单自评 on an item of kind M', () => {
  const place = aListItem('F1', 2, { kind: 'M', title: '场所' })

  it('counts with 证据 in words or a proof filed', () => {
    expect(judged(someFacts({ marks: [aMark('F1', { score: 2, evidence: '照片' })] }), place)[1]).toBe('2')
    const filed = { marks: [aMark('F1', { score: 1 })], proofs: [aProof('F1', { title: '活动室照片' })] }
    expect(judged(someFacts(filed), place)).toEqual(['scored', '1', '自评 1.00 分。'])
    expect(measureItem(someFacts(filed), place).links.map(({ text }) => text)).toEqual(['2026-05-08 活动室照片'])
  })

  it('is pending with a score and no proof, and says which of the two is missing', () => {
    expect(judged(someFacts({ marks: [aMark('F1', { score: 2 })] }), place)).toEqual([
      ...['pending', '0', '有自评得分，还没有证据。']
    ])
    expect(judged(someFacts(), place)).toEqual(['pending', '0', '还没有自评得分和证据。'])
  })

  it('makes it not applicable with a reason', () => {
    const marks = [aMark('F1', { notApplicable: true, note: '与机关共用' })]
    expect(judged(someFacts({ marks }), place)[0]).toBe('not-applicable')
  })
})

describe('a whole list', () => {
  const list = aList([
    [general, aListItem('D2', 2, { formula: 'group-meetings' }), aListItem('D3', 2, { formula: 'lectures' })]
  ])
  const threeQuarters = (part: Parameters<typeof someFacts>[0] = {}) =>
    someFacts({
      meetings: someMeetings(2026)
        .filter(({ types, date }) => !(types.includes('党员大会') && date.startsWith('2026-05')))
        .map((meeting) => asFact(meeting)),
      ...part
    })

  it('is measured item by item', () => {
    const measured = measureChecklist(threeQuarters(), list)
    expect(scoreFigures(scoreChecklist(list, measured))).toMatchObject({ total: '7.00', max: '8.00' })
  })

  it('gives the points of 党小组会 to 党员大会 where there are no groups: 1.5 a quarter', () => {
    const measured = measureChecklist(threeQuarters({ groups: [] }), list)
    const { items, total, max } = scoreFigures(scoreChecklist(list, measured))
    expect(items[0]).toMatchObject({ id: 'D1', score: '4.50', max: '6.00' })
    // 4.5 + 2 of 8.
    expect([total, max]).toEqual(['6.50', '8.00'])
  })

  it('does so as well where somebody said that 党小组会 is not applicable', () => {
    const marks = [aMark('D2', { notApplicable: true, note: '只有一个小组' })]
    const measured = measureChecklist(threeQuarters({ marks }), list)
    expect(inText(measured.get('D1')?.score ?? fraction(0))).toBe('9/2')
  })

  it('asks nothing of a year before the founding or the start of records', () => {
    const facts = someFacts({ recordsFrom: '2027-02-01' })
    const found = scoreChecklist(list, measureChecklist(facts, list))
    expect(scoreFigures(found)).toMatchObject({ total: '0.00', max: '0.00', pending: [] })
    expect(judged(facts, aListItem('F1', 2, { kind: 'M' }))).toEqual([
      ...['not-applicable', '0', '本支部 2027-02-01 起才有记录，2026 年不核。']
    ])
  })

  it('reads another list where an item goes by it, and waits without one', () => {
    const strong = aList([[aListItem('Z3', 6, { formula: 'rate', of: ['D1', 'D2', 'D3'] })]])
    const facts = threeQuarters({ groups: [] })
    const measured = measureChecklist(facts, list)
    // 4.5 + 2 of 6 + 2 is 13/16 of 6.
    const rated = measureChecklist(facts, strong, { checklist: list, measured })
    expect(inText(rated.get('Z3')?.score ?? fraction(0))).toBe('39/8')
    expect(measureChecklist(facts, strong).get('Z3')?.status).toBe('pending')
  })
})

describe('the lists the program brings', () => {
  const read = (name: string) =>
    checklistSchema.parse(JSON.parse(readFileSync(`resources/checklists/${name}.json`, 'utf8')))
  const [standard, strong] = [read('standard'), read('strong')]

  it('name rules that exist', () => {
    const named = [standard, strong].flatMap(itemsOf).flatMap(({ formula }) => formula ?? [])
    expect([...new Set(named)].filter((name) => name !== rateFormula && itemRules[name] === undefined)).toEqual([])
  })

  it('measure every item of a branch with everything in order, and add up', () => {
    const facts = someFacts()
    const measured = measureChecklist(facts, standard)
    const found = scoreFigures(scoreChecklist(standard, measured))
    expect(found.max).toBe('100.00')
    expect(found.items).toHaveLength(53)
    // All of D is won: 26 points.
    expect(found.areas.D).toEqual({ score: '26.00', max: '26.00' })
    expect(found.items.filter(({ basis }) => basis === '')).toEqual([])
    const rated = scoreFigures(
      scoreChecklist(strong, measureChecklist(facts, strong, { checklist: standard, measured }))
    )
    expect(rated).toMatchObject({ max: '100.00', areas: { Z: { max: '25.00' } } })
    expect(rated.items.find(({ id }) => id === 'Z3')).toMatchObject({ score: '6.00', status: 'scored' })
  })
})
