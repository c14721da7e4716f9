import { describe, expect, it } from 'vitest'
import type { AttendanceRow } from '../../../../shared/features/meeting/attendance-rules.ts'
import { evaluationReportParts } from '../../../../shared/features/report/evaluation-parts.ts'
import { lifeReportParts } from '../../../../shared/features/report/life-report-parts.ts'
import { type TalkReport, talkReportParts } from '../../../../shared/features/report/talk-parts.ts'
import { talkStatistics } from '../../../../shared/features/talk/statistics-rules.ts'
import { someTalks } from '../../../factories/checklist-facts.ts'
import { anEntry, aPerson, aRound } from '../evaluation/evaluation-facts.ts'
import { aReport, evaluatedYear, partIn, theFacts } from './reports-in-tests.ts'

const attendance: AttendanceRow[] = [
  {
    ...{ memberId: 'm01', name: '甲', label: '', posts: [] },
    expected: 20,
    present: 18,
    absences: { 病假: 2 },
    late: 1
  },
  {
    ...{ memberId: 'm02', name: '乙', label: '', posts: [] },
    expected: 20,
    present: 17,
    absences: { 公差: 3 },
    late: 0
  },
  { ...{ memberId: 'm03', name: '丙', label: '', posts: [] }, expected: 0, present: 0, absences: {}, late: 0 }
]

describe('组织生活情况报告', () => {
  const parts = lifeReportParts({ ...aReport(), attendance })
  const part = (id: string) => partIn(parts, id)

  it('lists theme days and lectures by day', () => {
    expect(part('theme-days').tables[0]?.rows[0]).toEqual(['1月15日', '学习条例', '集中学习', '10', '10'])
    expect(part('lectures').tables[0]?.rows).toHaveLength(4)
    expect(part('lectures').tables[0]?.rows[0]).toEqual(['2月20日', '学习党章', '党员m01', '10', '10'])
  })

  it('adds up absences by reason, and tells who was there; of who was never expected nothing', () => {
    expect(part('attendance').text).toBe('缺席5人次：公差3人次，病假2人次；迟到、早退1人次。')
    expect(part('attendance').tables[0]?.rows).toEqual([
      ['甲', '20', '18', '', '2', '', '', '', '90.0%'],
      ['乙', '20', '17', '3', '', '', '', '', '85.0%']
    ])
  })

  it('tells the steps of the 组织生活会', () => {
    expect(part('life-meeting').text).toBe('10月20日召开2026年度组织生活会，八步中有8步留有记录。')
    expect(part('life-meeting').tables[0]?.rows).toHaveLength(8)
  })

  it('tells points lost in its own area alone, and records that are not complete', () => {
    expect(part('problems').text).toContain('会议和活动的记录都已完成。')
    expect(part('problems').text).toContain('D4')
    expect(part('problems').text).not.toContain('B5')
  })

  it('says so where nothing is recorded', () => {
    const facts = theFacts({ meetings: [], life: null })
    const none = lifeReportParts({ ...aReport({ facts }), attendance: [] })
    expect(partIn(none, 'theme-days').text).toBe('没有主题党日的记录。')
    expect(partIn(none, 'lectures').text).toBe('没有党课的记录。')
    expect(partIn(none, 'life-meeting').text).toBe('没有2026年度组织生活会的记录。')
    expect(partIn(none, 'attendance')).toMatchObject({ text: '没有可以统计到会的记录。', tables: [] })
  })
})

const person = (id: string) => ({ name: id, memberId: id })
const talk = (month: number, kind: 'T01' | 'T07' = 'T01') => ({
  ...{ kind, year: 2026, date: `2026-0${month}-10`, talker: person('a'), partner: person('b'), level: 'L1' as const }
})

const talks = (part: Partial<TalkReport> = {}): TalkReport => ({
  coverage: someTalks({
    members: { covered: 8, total: 10 },
    missing: { committeePairs: [], members: ['x', 'y'], peers: [] }
  }),
  statistics: talkStatistics({
    ...{ year: 2026, today: '2026-11-20', seatedOn: () => false, mayReadL2: true },
    talks: [talk(1), talk(2), talk(3), talk(4), talk(5, 'T07')],
    followUps: [
      { dueOn: '2026-06-30', doneOn: '2026-06-20' },
      { dueOn: '2026-06-30', doneOn: null }
    ]
  }),
  ...{ due: [], plans: [] },
  ...part
})

describe('谈心谈话情况报告', () => {
  const parts = talkReportParts(talks())

  it('tells coverage by direction with exact shares', () => {
    expect(partIn(parts, 'coverage').tables[0]?.rows).toEqual([
      ['委员之间', '3对', '3对', '0对', '100.0%'],
      ['委员同党员', '10名', '8名', '2名', '80.0%'],
      ['党员之间', '7名', '7名', '0名', '100.0%']
    ])
  })

  it('draws the same shares as the table has', () => {
    expect(partIn(parts, 'coverage').charts[0]?.series[0]?.values).toEqual([100, 80, 100])
  })

  it('tells of small classes no number that could name somebody', () => {
    const { text } = partIn(parts, 'counts')
    expect(text).toContain('本年度谈话5次。')
    expect(text).toContain('不足3次')
    expect(text).not.toContain('谈话1次')
  })

  it('tells what is open in figures', () => {
    expect(partIn(parts, 'open').text).toBe(
      '没有谈话计划。\n没有必谈未谈的。\n谈话登记后续事项2项：已办结1项，没有到期限0项，已过期限1项。'
    )
  })

  it('says so where nobody is to be talked with', () => {
    const nought = { covered: 0, total: 0 }
    const none = talkReportParts(
      talks({ coverage: someTalks({ committeePairs: nought, members: nought, peers: nought }) })
    )
    expect(partIn(none, 'coverage')).toMatchObject({ text: '没有需要谈心谈话的人。', tables: [], charts: [] })
    expect(none.map(({ id }) => id)).toEqual(['coverage', 'counts', 'open'])
  })
})

const year = { year: 2026, today: '2026-12-20' }
const graded = [
  anEntry('甲', {
    selfOn: '2026-12-01',
    final: '优秀',
    toldOn: '2026-12-19',
    counts: { counts: [3, 1, 0, 0], abstained: 0 }
  }),
  anEntry('乙', { selfOn: '2026-12-01', final: '合格', counts: { counts: [1, 3, 0, 0], abstained: 0 } }),
  anEntry('预', { selfOn: '2026-12-01' })
]
const people = [aPerson('甲'), aPerson('乙'), aPerson('预', { category: '预备党员' }), aPerson('外')]
const settled = {
  peerOn: '2026-12-08',
  decidedBy: '支委会' as const,
  decidedOn: '2026-12-12',
  finishedOn: '2026-12-13'
}

describe('民主评议情况报告', () => {
  const parts = evaluationReportParts(
    evaluatedYear({
      evaluation: { ...settled, entries: graded, rounds: [aRound({ expected: 4, issued: 4, returned: 4 })] },
      people
    }),
    year
  )

  it('tells the steps with their days', () => {
    expect(partIn(parts, 'steps').text).toBe(
      '2026年度民主评议党员：个人自评没有完成，党员互评已完成，民主测评已完成，组织评定已完成。\n12月8日党员互评，12月10日民主测评，12月12日由支委会评定等次。'
    )
  })

  it('tells who takes part in figures', () => {
    expect(partIn(parts, 'people').text).toBe(
      '列入评议的党员3名，其中参加评定等次的2名；预备党员参加评议，不评定等次的1名；没有列入的1名。\n民主测评登记应到4名。'
    )
  })

  it('tells grades and the limit, and nothing of ballots', () => {
    const { text, tables } = partIn(parts, 'grades')
    expect(text).toContain('评定等次的党员2名：优秀1名，合格1名，基本合格0名，不合格0名。')
    expect(text).toContain('优秀不超过0名；评定优秀1名，超过1名，没有填写原因。')
    expect(tables[0]?.rows.at(-1)).toEqual(['合计', '2'])
    for (const part of parts) expect(part.text).not.toMatch(/票|甲|乙/)
  })

  it('tells whom it was told to in figures', () => {
    expect(partIn(parts, 'after').text).toBe('评定结果已告知本人的1名，共2名。\n没有完成的步骤：个人自评。')
  })

  it('has no grades before they are settled, and one block where nothing was begun', () => {
    const open = evaluationReportParts(
      evaluatedYear({ evaluation: { ...settled, finishedOn: null, entries: graded }, people }),
      year
    )
    expect(partIn(open, 'grades')).toMatchObject({ text: '等次还没有确定，不列等次。', tables: [] })
    const none = evaluationReportParts({ ...evaluatedYear({}), evaluation: null }, year)
    expect(none.map(({ text }) => text)).toEqual(['没有2026年度民主评议党员的记录。'])
  })
})
