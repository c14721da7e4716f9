import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../../electron/documents/fonts.ts'
import { writePdf } from '../../../../electron/documents/pdf-writer.ts'
import { talkLedgerDocument, talkLedgerSheet } from '../../../../shared/features/talk/talk-ledger-document.ts'
import { fontsFolder, pagesOf } from '../../../electron/documents/read-pdf.ts'
import { aTalk } from './talk-facts.ts'
import { gridsOf, linesOf, said } from './talk-papers-in-tests.ts'

const followUp = { subject: '协调人手', person: { name: '方国栋', memberId: null }, dueOn: '2026-12-05' }
const full = said({ followUps: [{ ...followUp, doneOn: '2026-12-01', result: '增派一人' }] })
const first = aTalk('2026-11-20', '林慧', '吕志强')
const rows = [
  { talk: first, contents: full, lateOn: '2026-12-02' },
  { talk: aTalk('2026-03-12', '周启明', '丁立新', { kind: 'T07' }), contents: null, lateOn: null },
  { talk: aTalk('2026-12-01', '林慧', '杨帆', { level: 'L3' }), contents: full, lateOn: null }
]
const paper = { organisation: '机关第一支部委员会', year: 2026, date: '2026-12-31', rows }

describe('谈话台账 with contents', () => {
  it('goes by day, sums up what was said, and has only the head where contents are not for this reader', () => {
    const document = talkLedgerDocument(paper)
    expect(document.blocks[0]).toEqual({ kind: 'section', direction: 'landscape' })
    expect(linesOf(document)[0]).toBe('内部资料')
    expect(gridsOf(document)[0]?.slice(0, 2)).toEqual([
      ['1', '2026-03-12', '周启明', '丁立新', '关怀谈话', '不列内容'],
      [
        ...['2', '2026-11-20\n补记\n2026-12-02', '林慧', '吕志强', '日常谈心', '三楼谈心室'],
        '思想：希望学习专题少一些、讲得深一些。\n生活：母亲住院，每周往返两趟。',
        '意见：主题党日尽量避开月底结账的两天。\n困难：协调年底系统维护人手。',
        '协调人手（方国栋，2026年12月5日前）：2026年12月1日：增派一人'
      ]
    ])
  })

  it('cuts long texts and counts the follow-ups it does not tell', () => {
    const long = '甲'.repeat(200)
    const followUps = [1, 2, 3].map(() => ({ ...followUp, subject: long, doneOn: null, result: null }))
    const contents = said({ opinions: long, difficulties: null, followUps })
    const [grid] = gridsOf(talkLedgerDocument({ ...paper, rows: [{ talk: first, contents, lateOn: null }] }))
    const cut = `${'甲'.repeat(26)}……`
    expect(grid?.[0]?.slice(7)).toEqual([`意见：${'甲'.repeat(60)}……`, `${cut}\n${cut}\n等3项`])
  })

  it('heads the points of a 入党谈话 as its own form does', () => {
    const talk = aTalk('2026-03-12', '林慧', '申请人', { kind: 'T03' })
    const [grid] = gridsOf(talkLedgerDocument({ ...paper, rows: [{ talk, contents: full, lateOn: null }] }))
    expect(grid?.[0]?.[6]).toContain('入党动机：希望学习')
  })

  it('never carries contents of an L3 talk in a sheet', () => {
    const sheet = talkLedgerSheet(paper)
    expect(sheet.rows[1]?.slice(0, 6)).toEqual([2, '2026-11-20', '2026-12-02', '林慧', '吕志强', '日常谈心'])
    expect(sheet.rows[1]?.[7]).toContain('思想：')
    expect(sheet.rows[2]?.slice(6)).toEqual([null, null, null, null])
  })

  it('keeps every row whole however much was said', async () => {
    const long = '参加学习比较认真，但是结合岗位思考还不够深入。'.repeat(20)
    const contents = said({
      place: long.slice(0, 100),
      points: { thought: long, work: long, study: long, life: long, style: long, other: long },
      opinions: long,
      difficulties: long,
      followUps: Array.from({ length: 5 }, () => ({ ...followUp, subject: long, doneOn: null, result: long }))
    })
    for (const count of [1, 2, 3, 4, 5, 6]) {
      const kept = Object.fromEntries(
        Object.entries(contents.points).map(([point, text], at) => [point, at < count ? text : null])
      )
      const points = { ...contents.points, ...kept }
      const one = { talk: aTalk('2026-03-12', '阿卜杜热合曼·买买提明', '杨帆', { kind: 'T02' }), lateOn: '2026-04-01' }
      const all = Array.from({ length: 4 }, () => ({ ...one, contents: { ...contents, points } }))
      const pages = pagesOf((await writePdf(talkLedgerDocument({ ...paper, rows: all }), openFonts(fontsFolder))).bytes)
      expect(pages.flat().filter((text) => text === '2026-03-12')).toHaveLength(4)
      for (const page of pages) {
        const [starts, ends] = ['2026-03-12', '等5项'].map((text) => page.filter((one) => one === text).length)
        expect(starts).toBe(ends)
      }
    }
  })

  it('says so where there is no record', () => {
    expect(linesOf(talkLedgerDocument({ ...paper, rows: [] })).at(-1)).toBe('没有谈话记录。')
  })
})
