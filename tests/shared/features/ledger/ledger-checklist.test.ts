import { describe, expect, it } from 'vitest'
import { exportLedger } from '../../../../shared/features/ledger/ledger-export.ts'
import { emptyOffice, type Office } from '../../../../shared/features/ledger/ledger.ts'
import { publishedKey } from '../../../../shared/features/ledger/ledger-marks.ts'
import { aBranch, aMeeting, aMember } from '../../../factories/records.ts'
import { someItems } from './ledger-checklist-offices.ts'
import { brief, nothing, only, plan, saved, sheetOf, sizeOf } from './ledger-sheets-in-tests.ts'

const branch = aBranch()
const office: Office = {
  ...emptyOffice,
  organisations: [branch],
  members: [aMember('m1', { name: '张三' })],
  meetings: [aMeeting({ id: 'hy', number: 'HY001' })],
  items: someItems
}
const mark = (part: object) => sheetOf('清单自评', { 组织编码: branch.code, 年度: 2026, 项目编号: 'C4', ...part })
const problem = (part: object) => sheetOf('整改', { 组织编码: branch.code, 问题: '学习不深入', ...part })

describe('清单自评', () => {
  it('is taken in by organisation, year and item, and a second time without a change', () => {
    const sheets = [mark({ 项目编号: 'c4', 得分: '2.5', 说明: '按月交', 发生日期: '2026-06-30' })]
    const made = plan(sheets, office)
    expect(made.faults).toEqual([])
    expect(only(made.marks.create)).toMatchObject({ item: 'C4', year: 2026, score: 2.5, happenedOn: '2026-06-30' })
    const after = saved(office, made)
    expect(sizeOf(plan(sheets, after))).toEqual(nothing)
    expect(only(plan([mark({ 得分: 3 })], after).marks.update).after).toMatchObject({ score: 3, note: '按月交' })
  })

  it.each([
    [{ 项目编号: 'Z9' }, '清单自评/2/项目编号/value-not-in-list'],
    [{ 得分: 3.5 }, '清单自评/2/得分/points-above-max'],
    [{ 得分: '三分' }, '清单自评/2/得分/number-unreadable'],
    [{ 不适用: '是', 说明: '' }, '清单自评/2/说明/required-missing'],
    [{ 组织编码: 'NO' }, '清单自评/2/组织编码/organisation-unknown']
  ])('with %o is refused', (part, fault) => {
    expect(brief(plan([mark(part)], office))).toEqual([fault])
  })

  it('of one item twice is refused, and of a published year left alone', () => {
    const twice = { name: '清单自评', rows: [...mark({ 得分: 1 }).rows, ...mark({ 得分: 2 }).rows.slice(1)] }
    expect(brief(plan([twice], office))).toEqual(['清单自评/3/项目编号/key-duplicate'])
    const closed = { ...office, published: [publishedKey({ organisationId: branch.id, year: 2026 })] }
    expect(brief(plan([mark({ 得分: 1 })], closed))).toEqual(['清单自评/2/项目编号/record-final'])
    const kept = saved(office, plan([mark({ 得分: 1 })], office))
    expect(brief(plan([mark({ 得分: 1 })], { ...kept, published: closed.published }))).toEqual([])
  })
})

describe('整改', () => {
  it('knows its meeting by number, its item by words, and its notes by their days', () => {
    const made = plan([problem({ 来源: 'HY001', 过程记录: '2026-05-08：补学一次\n又学一次', 责任人: '张三' })], office)
    expect(only(made.rectifications.create)).toMatchObject({
      ...{ meetingId: 'hy', source: null, item: null },
      ...{ person: { name: '张三', memberId: 'm1' }, progress: [{ on: '2026-05-08', text: '补学一次\n又学一次' }] }
    })
    const ofItem = only(plan([problem({ 来源: '标准化清单 D5', 期限: '2026-12-01' })], office).rectifications.create)
    expect(ofItem).toMatchObject({ item: 'D5', year: 2026, source: '标准化清单 D5', meetingId: null })
    // Ninety days from November reach into the next year; other spellings mean the same item.
    const late = only(plan([problem({ 来源: '标准化清单d5', 期限: '2027-02-19' })], office).rectifications.create)
    expect(late).toMatchObject({ item: 'D5', year: 2026, source: '标准化清单 D5' })
  })

  it('comes in a second time without a change, also a note without a day', () => {
    const sheets = [problem({ 来源: '上级检查', 过程记录: '正在整改', 关闭日期: '2026-10-01' })]
    const made = plan(sheets, office)
    expect(only(made.rectifications.create).progress).toEqual([{ on: '2026-10-01', text: '正在整改' }])
    expect(sizeOf(plan(sheets, saved(office, made)))).toEqual(nothing)
  })

  it('goes out as the last turn of each problem, and changes nothing where it comes in again', () => {
    const [first] = plan([problem({ 来源: '标准化清单 D5', 期限: '2026-03-01' })], office).rectifications.create
    if (first === undefined) throw new Error('none')
    const turns = [
      { ...first, closedOn: '2026-04-01' },
      { ...first, id: 'second', cycle: 2, previousId: first.id, measure: '补开一次' }
    ]
    const stored = { ...office, rectifications: turns }
    const sheets = exportLedger(stored).map(({ name, columns, rows }) => ({
      name,
      rows: [columns.map(({ header }) => header), ...rows]
    }))
    expect(sheets.find(({ name }) => name === '整改')?.rows).toHaveLength(2)
    expect(sizeOf(plan(sheets, stored))).toEqual(nothing)
  })
})
