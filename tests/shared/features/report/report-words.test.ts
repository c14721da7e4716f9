import { describe, expect, it } from 'vitest'
import { ownText, partOf, type ReportPart, withOwnText } from '../../../../shared/features/report/report.ts'
import { meanOf, plainFigure, shareWords, waysOf } from '../../../../shared/features/report/report-words.ts'
import { typed } from '../../../../shared/kernel/fraction.ts'

describe('figures of a report', () => {
  it.each([
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    [1999, 2000, '99.9%'],
    [5, 5, '100.0%'],
    [0, 4, '0.0%'],
    [0, 0, '']
  ])('tell %i of %i as %s: what is not all is never 100', (done, of, words) => {
    expect(shareWords(done, of)).toBe(words)
  })

  it('are told with one digit, and without where they are whole', () => {
    expect(plainFigure(typed(48))).toBe('48')
    expect(plainFigure(typed(50.5))).toBe('50.5')
    expect(meanOf(typed(701), 18)).toBe('38.9')
    expect(meanOf(typed(0), 0)).toBe('0')
  })

  it('name ways in their order, those nobody recorded last', () => {
    expect(waysOf([{ way: null }, { way: '转入' }, { way: '恢复' }, { way: '转入' }])).toBe(
      '转入2名、恢复1名、没有登记方式1名'
    )
  })
})

const aPart = (part: Partial<ReportPart> = {}): ReportPart => ({
  ...partOf('life', '组织生活', [
    { says: '开了 4 次。', links: [{ record: 'meeting', id: 'm', text: '会', on: null }] }
  ]),
  ...part
})

describe("a clerk's own text", () => {
  it('stands in place of the paragraphs; tables, charts and records stay', () => {
    const table = { title: '表', columns: [{ title: '一', width: 1 }], rows: [['1']] }
    const [part] = withOwnText([aPart({ tables: [table] })], [{ block: 'life', text: ' 自己写的。\n' }])
    expect(part).toMatchObject({ text: '自己写的。', tables: [table] })
    expect(part?.sources).toEqual(aPart().sources)
  })

  it('of blanks, or of another block, is none', () => {
    expect(ownText([{ block: 'life', text: ' \n' }], 'life')).toBeNull()
    expect(withOwnText([aPart()], [{ block: 'other', text: '别的' }])).toEqual([aPart()])
  })

  it('is not shown where something is kept from the reader: it may tell the same', () => {
    const guarded = aPart({ isGuarded: true })
    expect(withOwnText([guarded], [{ block: 'life', text: '谈了 9 对' }])).toEqual([guarded])
  })
})
