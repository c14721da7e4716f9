import { describe, expect, it } from 'vitest'
import { blankEvaluation } from '../../../../shared/features/evaluation/evaluation.ts'
import { disposalDocument } from '../../../../shared/features/evaluation/disposal-document.ts'
import {
  evaluationFormDocument,
  evaluationFormsDocument
} from '../../../../shared/features/evaluation/evaluation-form-document.ts'
import {
  blankGradeList,
  gradeListDocument,
  gradeListSheet,
  publicGradeDocument
} from '../../../../shared/features/evaluation/grade-list-document.ts'
import { helpDocument } from '../../../../shared/features/evaluation/help-document.ts'
import { blankNotice, noticeDocument } from '../../../../shared/features/evaluation/notice-document.ts'
import { peerDocument } from '../../../../shared/features/evaluation/peer-document.ts'
import { percentOf } from '../../../../shared/features/evaluation/percent.ts'
import { blankTallyDocument, tallyDocument } from '../../../../shared/features/evaluation/tally-document.ts'
import { tallySheet } from '../../../../shared/features/evaluation/tally-sheet.ts'
import { formValue, gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { aVote, evaluated, evaluatedBranch, organisation, resultOf } from './evaluation-papers-in-tests.ts'

const evaluation = { ...blankEvaluation, year: 2026, decidedBy: '支委会' as const, decidedOn: '2026-12-19' }
const date = '2026-12-20'
const best = evaluated('方国栋', [11, 2, 0, 0, 2], {
  advice: 'excellent-candidate',
  withinLimit: false,
  entry: { final: '优秀', ownOpinion: '同意。' }
})
const few = evaluated('林慧', [3, 1, 0, 0, 11], { entry: { final: '合格' } })
const same = evaluated('石磊', [13, 0, 0, 0, 2], { entry: { final: '优秀' } })
const young = evaluated('陈雨桐', [6, 7, 0, 0, 2], { graded: false, whyNotGraded: '预备党员', advice: null })
const probationary = { ...young, person: { ...young.person, category: '预备党员' as const } }
const absent = { ...evaluated('高翔', [0, 0, 0, 0, 0]), entry: null }
const members = [best, few, same, probationary, absent]
const paper = { organisation, evaluation, result: resultOf(members), date }
/** Any figure of ballots would be one of these next to 票 or a percentage. */
const noFigures = (words: string) => {
  expect(words).not.toMatch(/\d+票|得票|弃权|有效票|建议等次|候选/)
}

describe('民主评议党员登记表', () => {
  const form = evaluationFormDocument({ organisation, evaluation, person: best, date })

  it('is filled from the roster and the entry', () => {
    expect(formValue(form, '出生年月')).toBe('1985年6月')
    expect(formValue(form, '支部评定意见')).toContain('评定等次：优秀')
    expect(formValue(form, '支部评定意见')).toContain('2026年12月19日')
    expect(formValue(form, '本人意见')).toContain('同意。')
  })

  it('says only that there was a vote, never how it went', () => {
    expect(formValue(form, '民主测评结果')).toBe('已测评')
    noFigures(wordsOf(form))
  })

  it('does not grade a 预备党员', () => {
    const words = formValue(
      evaluationFormDocument({ organisation, evaluation, person: probationary, date }),
      '支部评定意见'
    )
    expect(words).toContain('不评定等次（预备党员）')
  })

  it('comes blank, without the day of the decision', () => {
    const blank = evaluationFormDocument({ organisation, evaluation, person: null, date })
    expect(formValue(blank, '姓名')).toBe('')
    expect(wordsOf(blank)).not.toContain('12月19日')
  })

  it('is a heap of single forms for the whole branch', () => {
    const forms = evaluationFormsDocument({ organisation, evaluation, people: members, date })
    expect(forms.blocks.filter(({ kind }) => kind === 'keyValues')).toHaveLength(members.length)
    expect(forms.pageNumbers).toBe('none')
  })
})

describe('测评结果汇总表 F4-3', () => {
  const rows = gridsOf(tallyDocument({ ...paper, votes: [aVote] }))[0] ?? []

  it('gives counts, shares, advice and the decision side by side', () => {
    expect(rows[0]).toEqual([
      ...['1', '方国栋', '13', '11', '2', '0', '0', '2', '84.6%', '15.4%', '0.0%', '0.0%'],
      ...['优秀候选（超额）', '优秀', '']
    ])
  })

  it('gives neither figures nor advice of fewer than five valid ballots', () => {
    expect(rows[1]).toEqual(['2', '林慧', '有效票不足5张，不列票数', '', '合格', ''])
  })

  it('warns of a unanimous vote, and leaves out who has no entry', () => {
    const document = tallyDocument({ ...paper, votes: [aVote] })
    expect(wordsOf(document)).toContain('石磊的有效票全是同一等次')
    expect(wordsOf(document)).toContain('内部资料')
    expect(wordsOf(document)).not.toContain('高翔')
  })

  it('has no figure in a void vote', () => {
    const result = resultOf(members, { valid: false })
    const [first] = gridsOf(tallyDocument({ ...paper, result, votes: [aVote] }))[0] ?? []
    expect(first?.[2]).toBe('收回票多于发出票，测评无效，须重新测评')
  })

  it('prints why there are more 优秀 than the limit', () => {
    const over = {
      ...paper,
      evaluation: { ...evaluation, overReason: '承担试点任务' },
      result: resultOf(members, { over: 1 })
    }
    expect(wordsOf(tallyDocument({ ...over, votes: [] }))).toContain('多1名。理由：承担试点任务')
    expect(wordsOf(gradeListDocument(over))).toContain('多1名。理由：承担试点任务')
  })

  it('hides in the sheet what it hides on paper', () => {
    const sheet = tallySheet(paper)
    expect(sheet.rows[0]?.slice(2, 8)).toEqual([13, 11, 2, 0, 0, 2])
    expect(sheet.rows[1]?.slice(2, 12)).toEqual(Array.from({ length: 10 }, () => null))
    expect(sheet.rows[1]?.at(-1)).toBe('有效票不足5张，不列票数')
    expect(sheet.rows.every((row) => row.length === sheet.columns.length)).toBe(true)
  })

  it('comes blank with the names', () => {
    expect(gridsOf(blankTallyDocument(organisation, 2026, ['方国栋'], date))[0]).toEqual([['1', '方国栋']])
  })
})

describe('评定结果汇总表 F4-4', () => {
  const list = gradeListDocument(paper)

  it('lists all members with their grades and adds them up', () => {
    const [rows = []] = gridsOf(list)
    expect(rows[3]).toEqual(['4', '陈雨桐', '男', '预备党员', '', '不评等次', ''])
    expect(rows[4]).toEqual(['5', '高翔', '男', '正式党员', '', '', '未参加评议'])
    expect(rows[5]?.[0]).toBe(
      '合计：党员5人，参加评定等次3人：优秀2人，合格1人，基本合格0人，不合格0人；优秀占66.7%；参加评议不评等次的预备党员1人。'
    )
  })

  it('carries no figures of ballots, on paper and as a sheet', () => {
    noFigures(wordsOf(list))
    const sheet = gradeListSheet(paper)
    expect(sheet.columns.map(({ header }) => header)).not.toContain('有效')
    expect(sheet.rows[0]).toEqual([1, '方国栋', '男', '正式党员', '', '优秀', ''])
  })

  it('comes blank', () => {
    expect(gridsOf(blankGradeList(organisation, 2026, [], date))[0]).toHaveLength(16)
  })
})

describe('公布名单', () => {
  it('names only the grades asked for, without figures', () => {
    const words = wordsOf(publicGradeDocument({ ...paper, grades: ['优秀'] }))
    expect(words).toContain('一、优秀等次（2名）\n方国栋、石磊。')
    expect(words).not.toContain('林慧')
    noFigures(words)
  })
})

describe('告知单、帮教台账、互评表、处置登记表', () => {
  it('tell each what was decided and what it means, without figures', () => {
    const words = wordsOf(noticeDocument({ organisation, evaluation, people: [best, probationary], date }))
    expect(words).toContain('经支委会2026年12月19日研究，评定你为“优秀”等次。支部予以通报表扬')
    expect(words).toContain('你参加了评议，不评定等次（预备党员）。')
    noFigures(words)
    expect(wordsOf(blankNotice(organisation, 2026, date))).toContain('_____同志：')
  })

  it('list who is helped, and come blank where nobody is', () => {
    const [rows = []] = gridsOf(helpDocument({ ...paper, result: resultOf(evaluatedBranch(3)) }))
    expect(rows.map((row) => row[2])).toEqual(['基本合格'])
    expect(rows[0]?.[7]).toBe('2027年3月31日：按时参加了三次主题党日。')
    expect(gridsOf(helpDocument(paper))[0]).toHaveLength(3)
  })

  it('leave room for what each says of the others', () => {
    expect(gridsOf(peerDocument({ organisation, year: 2026, names: ['方国栋'], date }))[0]).toEqual([['1', '方国栋']])
  })

  it('register a 组织处置 by steps and days', () => {
    const disposal = {
      ...{ id: 'd', organisationId: 'zb', memberId: 'm', evaluationId: null, way: '限期改正' as const },
      ...{ basis: '云烟党〔2027〕3号', days: { proposed: '2026-12-25' }, from: '2027-02-01', until: '2027-08-01' },
      ...{ outcome: null, closedOn: null, recordedOn: date }
    }
    const document = disposalDocument({ organisation, disposals: [{ name: '赵海涛', disposal }], date })
    expect(wordsOf(document)).toContain('提出启动意见：2026年12月25日\n报党委事前备案：')
    expect(wordsOf(document)).toContain('2027年2月1日至2027年8月1日')
  })
})

describe('percentOf', () => {
  it('rounds half up to one digit and says nothing of nothing', () => {
    expect([percentOf(1, 3), percentOf(2, 3), percentOf(1, 16), percentOf(5, 5), percentOf(0, 0)]).toEqual([
      ...['33.3%', '66.7%', '6.3%', '100.0%', '']
    ])
  })
})
