import { describe, expect, it } from 'vitest'
import {
  blankCountReport,
  type CountReport,
  countReportDocument
} from '../../../../shared/features/ballot/count-report-document.ts'
import { formValue, gridsOf, wordsOf } from './paper-texts.ts'

const lines = ['方国栋', '林慧'].map((subject, at) => ({ key: `${at}`, subject, question: null }))
const tally = {
  ballots: 14,
  voided: 1,
  lines: { 0: { counts: [9, 4, 0, 0], abstained: 1 }, 1: { counts: [2, 1, 0, 0], abstained: 11 } }
}
const pass = (clerk: string) => ({ clerk, tally, finished: true, corrected: 0 })

const aReport = (part: Partial<CountReport> = {}, count: Partial<CountReport['count']> = {}) =>
  countReportDocument({
    organisation: '机关第一支部委员会',
    matter: '2026年度民主评议党员测评',
    part: '',
    date: '2026-12-18',
    expected: 18,
    present: 15,
    count: {
      ...{ way: 'paper', scale: 'member', lines, issued: 15, returned: 15 },
      passes: [pass('何丽华'), pass('石磊')],
      teller: '丁立新',
      ...count
    },
    tally,
    agreed: true,
    withFigures: false,
    ...part
  })

describe('计票报告单', () => {
  it('says how many ballots there were, that the vote holds, and how it was counted', () => {
    const report = aReport()
    expect(formValue(report, '应到、实到')).toBe('18人，15人')
    expect(formValue(report, '有效整票')).toBe('14张')
    expect(formValue(report, '作废整票')).toBe('1张')
    expect(formValue(report, '是否有效')).toBe('有效。发出的票全部收回。')
    expect(formValue(report, '计票方法')).toBe('纸质票，两遍分别计（何丽华、石磊），结果一致。')
  })

  it('has no figures by line unless they are asked for', () => {
    expect(gridsOf(aReport())).toEqual([])
    expect(wordsOf(aReport())).not.toContain('方国栋')
    expect(wordsOf(aReport())).not.toContain('内部资料')
  })

  it('gives figures only where they tell nothing about one voter', () => {
    const report = aReport({ withFigures: true })
    expect(wordsOf(report)).toContain('内部资料')
    expect(gridsOf(report)[0]).toEqual([
      ['1', '方国栋', '13', '9', '4', '0', '0', '1'],
      ['2', '林慧', '有效票不足5张，不列票数']
    ])
  })

  it('calls the vote void where more came back than were given out, with no figures at all', () => {
    const report = aReport({ withFigures: true }, { returned: 16 })
    expect(formValue(report, '是否有效')).toContain('无效。收回16张，多于发出的15张')
    expect(gridsOf(report)).toEqual([])
  })

  it('says that a vote on the PC was counted by the program', () => {
    const report = aReport({}, { way: 'desk', passes: [] })
    expect(formValue(report, '计票方法')).toContain('在本机无记名投票')
    expect(wordsOf(report)).not.toContain('计票人')
  })

  it('comes blank, to be filled in by two clerks', () => {
    const blank = blankCountReport('机关第一支部委员会', '2026年度民主评议党员测评', '2026-12-18')
    expect(formValue(blank, '计票方法')).toContain('□一致')
    expect(wordsOf(blank)).not.toContain('12月18日')
  })
})
