import { describe, expect, it } from 'vitest'
import {
  type Appraisal,
  type AppraisalEntry,
  blankAppraisal,
  blankEntry
} from '../../../../shared/features/appraisal/appraisal.ts'
import { ballotSummaryDocument } from '../../../../shared/features/appraisal/ballot-summary-document.ts'
import type { BranchWork, CadreFacts } from '../../../../shared/features/appraisal/cadre-facts.ts'
import { dutyDocument } from '../../../../shared/features/appraisal/duty-document.ts'
import { feedbackDocument } from '../../../../shared/features/appraisal/feedback-document.ts'
import { gradeDocument } from '../../../../shared/features/appraisal/grade-document.ts'
import { negativeDocument } from '../../../../shared/features/appraisal/negative-document.ts'
import { noticeDocument } from '../../../../shared/features/appraisal/notice-document.ts'
import { appraisalResult } from '../../../../shared/features/appraisal/result-rules.ts'
import { scoreDocument } from '../../../../shared/features/appraisal/score-document.ts'
import { summaryFormsDocument } from '../../../../shared/features/appraisal/summary-form-document.ts'
import { blankRectification } from '../../../../shared/features/rectification/rectification.ts'
import { someBallots, someFacts } from '../../../factories/appraisals.ts'
import { plainRules } from '../../../factories/rules.ts'
import { formValue, wordsOf } from '../ballot/paper-texts.ts'

const work: BranchWork = {
  ...{ name: '机关第一党支部', list: '标准化清单', total: '86.50', max: '100.00', lost: '8.50', pending: '5.00' },
  ...{ bonus: '1.00', vetoes: [], published: null },
  areas: [{ title: '组织设置', max: '10.00', score: '9.00', lost: '1.00', pending: '0.00' }]
}

function aPaper(entry: Partial<AppraisalEntry> = {}, facts: Partial<CadreFacts> = {}, part: Partial<Appraisal> = {}) {
  const appraisal: Appraisal = {
    ...{ ...blankAppraisal, id: 'ap', organisationId: 'zb', year: 2026, recordedOn: '2026-11-21' },
    ...part,
    entries: [{ ...blankEntry, id: 'e', memberId: 'a', ...entry }]
  }
  const result = appraisalResult({ appraisal, facts: [someFacts(facts)], today: '2026-11-21', rules: plainRules })
  return { organisation: '机关第一支部委员会', appraisal, result, date: '2026-11-21', citation: '' }
}

describe('个人总结表', () => {
  it('has the figures of the year from the records and the text as it was typed, and no score', () => {
    const document = summaryFormsDocument(aPaper({ summary: '一年来\n抓学习', grade: '优秀' }))
    expect(formValue(document, '年度情况')).toBe(
      '参加组织生活应到24次，实到23次。教育学时60学时，要求56学时。参加谈心谈话6次。负责整改2条，完成1条。'
    )
    expect(formValue(document, '民主测评')).toBe('已测评')
    expect(wordsOf(document)).toContain('抓学习')
    expect(wordsOf(document)).not.toContain('94.00')
  })
})

describe('民主测评汇总', () => {
  it('has shares and score only where figures are asked for, and says why where too few voted', () => {
    const shown = aPaper({}, { ballots: [someBallots({ unqualified: true })] })
    const words = wordsOf(ballotSummaryDocument({ ...shown, figures: true }))
    for (const said of ['70.00%', '94.00', '不称职率超过三分之一', '内部资料']) expect(words).toContain(said)
    const plain = wordsOf(ballotSummaryDocument({ ...shown, figures: false }))
    expect(plain).toContain('已测评')
    expect(plain).not.toMatch(/70\.00|94\.00|三分之一/)
    const few = someBallots({ score: null, shares: null, valid: 0, hidden: '有效票不足5张，不列票数' })
    expect(wordsOf(ballotSummaryDocument({ ...aPaper({}, { ballots: [few] }), figures: true }))).toContain(
      '有效票不足5张'
    )
  })
})

describe('述职报告', () => {
  it('begins with what the records say, and makes headings of lines that are numbered so', () => {
    const document = dutyDocument({ ...aPaper({ duty: '一、抓政治建设\n今年组织学习。' }), works: [work] })
    const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings).toEqual(['一、年度基本情况', '二、述职', '（一）抓政治建设'])
    expect(wordsOf(document)).toContain('机关第一党支部标准化清单得分86.50分（满分100.00分）。')
  })
})

describe('党建考核得分单', () => {
  it('lists the areas of one branch, and all branches before them where they are several', () => {
    expect(wordsOf(scoreDocument({ ...aPaper(), works: [work] }))).toContain('组织设置')
    const vetoed = { ...work, name: '第二党支部', vetoes: ['任期已于 2026-03-01 届满。'] }
    const words = wordsOf(scoreDocument({ ...aPaper(), works: [work, vetoed] }))
    for (const said of ['1项', '任期已于2026年3月1日届满。']) expect(words).toContain(said)
  })
})

describe('负面清单核查表', () => {
  it('has answers and notes, what records filled in as still to be confirmed, and nothing of ballots', () => {
    const facts = {
      vetoes: ['没有延期批复。'],
      ballots: [someBallots({ unqualified: true })],
      restrictedUntil: '2026-12-31'
    }
    const negatives = [{ item: '6.4-n5' as const, found: true, note: '审计整改超期' }]
    const words = wordsOf(negativeDocument(aPaper({ negatives }, facts)))
    for (const said of ['有（待确认）', '没有延期批复', '审计整改超期']) expect(words).toContain(said)
    expect(words).not.toMatch(/2026-12-31|2026年12月31日/)
    expect(words.match(/待确认/g)).toHaveLength(1)
  })
})

describe('等次建议表', () => {
  it('counts grades, says the limit and why there are more than it allows, without any score', () => {
    const paper = aPaper({ grade: '优秀', reason: '实绩突出' }, {}, { quota: 0, overReason: '上级另给1名' })
    const words = wordsOf(gradeDocument(paper))
    for (const said of [
      '参加考核1人：优秀1名',
      '优秀名额0名，以上级核定的名额为准',
      '优秀比名额多1名。理由：上级另给1名'
    ])
      expect(words).toContain(said)
    expect(words).not.toContain('94.00')
  })
})

describe('公示', () => {
  it('names only who is proposed for 优秀 and the days, and leaves the days open where there are none', () => {
    const dated = aPaper(
      { grade: '优秀', objections: '有人反映' },
      {},
      { noticeFrom: '2026-11-23', noticeTo: '2026-11-27' }
    )
    const words = wordsOf(noticeDocument({ ...dated, rules: plainRules }))
    for (const said of ['优秀（1名）：甲一', '自2026年11月23日至2026年11月27日，共5个工作日'])
      expect(words).toContain(said)
    expect(words).not.toContain('有人反映')
    const open = wordsOf(noticeDocument({ ...aPaper({ grade: '称职' }), rules: plainRules }))
    expect(open).toContain('公示期5个工作日')
    expect(open).not.toContain('甲一')
  })
})

describe('反馈与整改表', () => {
  const turn = { ...blankRectification, id: 'r', organisationId: 'zb', problem: '到一线少', closedOn: '2026-11-20' }

  it('says whether there were objections once 公示 is over, and neither what they were nor whose', () => {
    const notice = { noticeFrom: '2026-11-09', noticeTo: '2026-11-13' }
    const said = feedbackDocument(aPaper({ objections: '张三反映他不到一线' }, {}, notice))
    expect(formValue(said, '公示情况')).toBe('2026年11月9日至2026年11月13日公示，有异议，已由党组织记录。')
    expect(wordsOf(said)).not.toMatch(/张三|不到一线/)
    expect(formValue(feedbackDocument(aPaper({}, {}, notice)), '公示情况')).toContain('没有异议')
    const running = feedbackDocument(aPaper({}, {}, { ...notice, noticeTo: '2026-11-23' }))
    expect(formValue(running, '公示情况')).toBe('2026年11月9日至2026年11月23日公示。')
    expect(formValue(feedbackDocument(aPaper()), '公示情况')).toBe('')
  })

  it('lists what is put right, and before anybody was told has room for it', () => {
    const words = wordsOf(feedbackDocument(aPaper({ feedback: '多到一线' }, { rectifications: [turn] })))
    for (const said of ['多到一线', '到一线少', '2026年11月20日完成']) expect(words).toContain(said)
    expect(wordsOf(feedbackDocument(aPaper({}, {}, { feedbackOn: '2026-11-20' })))).toContain('没有需要整改的问题')
    expect(wordsOf(feedbackDocument(aPaper()))).not.toContain('没有需要整改的问题')
  })
})
