import { describe, expect, it } from 'vitest'
import { blankComprehensive, comprehensiveDocument } from '../../../../shared/features/poll/comprehensive-document.ts'
import { pollResultDocument, publicPollDocument } from '../../../../shared/features/poll/poll-result-document.ts'
import type { PollFlag, SubjectResult } from '../../../../shared/features/poll/result.ts'
import { type PollPaper, pollSummaryDocument } from '../../../../shared/features/poll/summary-document.ts'
import { pollSummarySheet } from '../../../../shared/features/poll/summary-sheet.ts'
import { formValue, gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { aPollPaper, tallyOf } from './poll-papers-in-tests.ts'

const abc = aPollPaper('干部测评', 2, [
  ['A', tallyOf(5, 2, 0, 0)],
  ['B', tallyOf(6, 2, 1, 0)],
  ['C', tallyOf(9, 3, 1, 1)]
])

const withResults = (paper: PollPaper, part: Partial<SubjectResult>): PollPaper => ({
  ...paper,
  outcome: { ...paper.outcome, subjects: paper.outcome.subjects.map((one) => ({ ...one, ...part })) }
})

describe('测评汇总', () => {
  it('gives score and shares of each, and the totals of each class', () => {
    const [totals = [], classes = []] = gridsOf(pollSummaryDocument(abc))
    expect(totals[0]).toEqual([
      ...['1', '方国栋', '党委委员、副局长', '30', '84.62%', '10.00%', '5.38%', '0.00%', '91.25', '', '优秀']
    ])
    expect(classes.slice(0, 2)).toEqual([
      ['方国栋', 'A', '20', '20', '7', '5', '2', '0', '0', '0'],
      ['方国栋', 'B', '20', '20', '9', '6', '2', '1', '0', '0']
    ])
  })

  it('shows nothing of a class with one or two ballots', () => {
    const paper = aPollPaper('干部测评', 1, [
      ['A', tallyOf(9, 2, 0, 0)],
      ['B', tallyOf(1, 1, 0, 0)]
    ])
    const [totals = [], classes = []] = gridsOf(pollSummaryDocument(paper))
    expect(totals[0]?.[8]).toBe('91.25')
    expect(classes.map((row) => row.at(-1))).toEqual(['0', '这个票类的有效票不足3张，不列票数'])
  })

  it('gives neither score nor warnings where fewer than five voted in all', () => {
    const flags: PollFlag[] = ['unqualified-over-third', 'class-under-three']
    const paper = withResults(aPollPaper('班子测评', 1, [['', tallyOf(2, 2, 0, 0)]]), { flags, valid: 4 })
    const [totals = [], questions = []] = gridsOf(pollSummaryDocument(paper))
    expect(totals[0]).toEqual([
      '1',
      '方国栋',
      '',
      '有效票不足5张，不列票数',
      '有票类的有效票不足3张，得分里不含',
      '优秀'
    ])
    expect(questions[0]).toEqual(['方国栋', '组织领导', '有效票太少，不列'])
    expect(wordsOf(pollSummaryDocument(paper))).not.toMatch(/91\.25|93\.10|84\.62/)
    expect(pollSummarySheet(paper).rows[0]?.slice(3, 9)).toEqual([null, null, null, null, null, null])
  })

  it('says where its warnings come from and that they are only for reference', () => {
    const words = wordsOf(pollSummaryDocument(withResults(abc, { flags: ['unqualified-over-third'] })))
    expect(words).toContain('“不称职”超过三分之一')
    expect(words).toContain('提示的依据：本软件默认口径。提示只供参考。')
    expect(wordsOf(pollSummaryDocument(abc))).not.toContain('提示的依据')
  })

  it('does not count a class of which more came back than were given out', () => {
    const [first] = abc.outcome.subjects
    const classes = (first?.classes ?? []).map((one, at) => (at === 0 ? { ...one, void: true } : one))
    const [, rows = []] = gridsOf(pollSummaryDocument(withResults(abc, { classes })))
    expect(rows[0]).toEqual(['方国栋', 'A', '20', '20', '收回票多于发出票，不计'])
  })

  it('is a sheet too', () => {
    const { columns, rows } = pollSummarySheet(abc)
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
    expect(rows[0]?.slice(3, 9)).toEqual([30, '84.62%', '10.00%', '5.38%', '0.00%', '91.25'])
  })
})

describe('综合评价表 F6-2', () => {
  const duty = aPollPaper('述职评议', 2, [
    ['上评', tallyOf(4, 1, 0, 0)],
    ['下评', tallyOf(9, 3, 1, 0)]
  ])

  it('is one for each, with all of them on a sheet in front', () => {
    const document = comprehensiveDocument(duty)
    expect(gridsOf(document)[0]?.[0]).toEqual([
      ...['1', '方国栋', '党委委员、副局长', '91.25', '92.5', '88', '91.28', '好', '好']
    ])
    expect(document.blocks.filter(({ kind }) => kind === 'keyValues')).toHaveLength(2)
    expect(formValue(document, '综合得分')).toBe('91.28')
  })

  it('says what is missing, and gives no score that so few voted for', () => {
    const missing = withResults(duty, { comprehensive: { score: null, missing: ['日常了解'], advice: null } })
    expect(formValue(comprehensiveDocument(missing), '综合得分')).toBe('缺日常了解')
    const small = comprehensiveDocument(aPollPaper('述职评议', 1, [['下评', tallyOf(3, 1, 0, 0)]]))
    expect(formValue(small, '述职测评得分')).toBe('有效票不足5张，不列票数')
    expect(formValue(small, '综合得分')).toBe('')
    expect(formValue(small, '建议等次')).toBe('')
  })

  it('comes blank', () => {
    expect(formValue(blankComprehensive('县局党委', 2026, '2026-12-20'), '被评议人')).toBe('')
  })

  it('goes to the level above and to the board without scores or figures', () => {
    for (const words of [wordsOf(pollResultDocument(duty)), wordsOf(publicPollDocument({ ...duty, grades: ['好'] }))]) {
      expect(words).toContain('方国栋')
      expect(words).not.toMatch(/\d\d\.\d|%|票/)
    }
    expect(wordsOf(publicPollDocument({ ...duty, grades: ['好'] }))).toContain('一、好（1名）\n方国栋。')
  })
})
