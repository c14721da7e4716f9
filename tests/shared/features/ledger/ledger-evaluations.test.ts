import { describe, expect, it } from 'vitest'
import { exportLedger } from '../../../../shared/features/ledger/ledger-export.ts'
import type { CountedPile, Office } from '../../../../shared/features/ledger/ledger.ts'
import type { PlanDeps } from '../../../../shared/features/ledger/ledger-plan.ts'
import { differencesOf } from '../../../../shared/features/ledger/ledger-differences.ts'
import { citizenId, emptyOffice } from './ledger-offices.ts'
import {
  branchOf,
  branchRow,
  brief,
  meetingRow,
  memberRow,
  nothing,
  only,
  plan,
  type Row,
  saved,
  sheetOf,
  sizeOf
} from './ledger-sheets-in-tests.ts'

const base = [
  sheetOf(
    '党组织',
    branchRow('ZB01'),
    branchRow('DW01', { '类别*': '党委' }),
    branchRow('XZ01', { '类别*': '党小组', 上级编码: 'ZB01' })
  ),
  sheetOf(
    '党员',
    ...['张三', '李四', '王五'].map((name) => memberRow(name)),
    memberRow('小周', { 人员类别: '预备党员' }),
    memberRow('刚转正', { 入党日期: '2025-11-01', 转正日期: '2026-11-01' }),
    memberRow('已调走', { 转出日期: '2026-06-30', 身份证号: citizenId('1980-01-01', 101) }),
    memberRow('张伟', { 身份证号: citizenId('1981-01-01', 102) }),
    memberRow('张伟', { 身份证号: citizenId('1982-01-01', 103) })
  ),
  sheetOf('会议', meetingRow('HY1', { 类型: '民主评议党员', 日期: '2026-12-10' }))
]
const office = saved(emptyOffice, plan(base))

const round = (more: Row = {}): Row => ({
  组织编码: 'ZB01',
  年度: 2026,
  日期: '2026-12-10',
  发出票: 20,
  收回票: 20,
  ...more
})
const tally = (name: string, more: Row = {}): Row => ({ 组织编码: 'ZB01', 年度: 2026, 姓名: name, ...more })
const four = (excellent: number, qualified = 0, basic = 0, unqualified = 0, abstained = 0): Row => ({
  ...{ 优秀: excellent, 合格: qualified, 基本合格: basic, 不合格: unqualified, 弃权: abstained }
})
const sheets = (rounds: Row[], tallies: Row[]) => [
  ...(rounds.length === 0 ? [] : [sheetOf('评议', ...rounds)]),
  ...(tallies.length === 0 ? [] : [sheetOf('评议计票', ...tallies)])
]
const made = (rounds: Row[], tallies: Row[] = [], at: Office = office, deps: Partial<PlanDeps> = {}) =>
  plan(sheets(rounds, tallies), at, deps)
const faults = (rounds: Row[], tallies: Row[] = [], at: Office = office, deps: Partial<PlanDeps> = {}) =>
  brief(made(rounds, tallies, at, deps)).map((one) => one.replace(/^评议/, ''))
const kept = (rounds: Row[], tallies: Row[] = [], at: Office = office) => saved(at, made(rounds, tallies, at))
const idOf = (name: string) => office.members.find((one) => one.name === name)?.id ?? ''
const sentence = (rounds: Row[], tallies: Row[], at = office, deps: Partial<PlanDeps> = {}) =>
  only(made(rounds, tallies, at, deps).faults).message

describe('评议 and 评议计票', () => {
  it('make the evaluation of a branch and year, with its vote and its members', () => {
    const rows = [
      tally('张三', { ...four(18, 1, 0, 0, 1), 自评: '述职', 互评意见: '好', 组织评定: '优秀', 评定理由: '一贯' }),
      tally('小周', four(0))
    ]
    const evaluation = only(made([round({ 会议编号: 'HY1', 应到: 22 })], rows).evaluations.create)
    expect(evaluation).toMatchObject({
      ...{ organisationId: office.organisations[0]?.id, year: 2026, base: 'graded', recordedOn: '2026-12-31' },
      rounds: [{ date: '2026-12-10', expected: 22, issued: 20, returned: 20, groupId: null }],
      entries: [
        {
          ...{ memberId: idOf('张三'), counts: { counts: [18, 1, 0, 0], abstained: 1 }, selfReview: '述职' },
          ...{ peerOpinions: '好', final: '优秀', reason: '一贯' }
        },
        { memberId: idOf('小周'), counts: { counts: [0, 0, 0, 0], abstained: 0 }, final: null }
      ]
    })
    expect(evaluation.rounds[0]?.meetingId).toBe(office.meetings[0]?.id)
  })

  it('change nothing the second time, and leave alone what the file has no column for', () => {
    const rows: [Row[], Row[]] = [
      [round({ 应到: 22 })],
      [tally('张三', { ...four(18), 自评: '述职', 组织评定: '优秀' })]
    ]
    const after = kept(...rows)
    expect(sizeOf(made(...rows, after))).toEqual(nothing)
    expect(made(...rows, after).evaluations.unchanged).toBe(1)
    const part = made(
      [{ 组织编码: 'ZB01', 年度: 2026, 日期: '2026-12-10', 收回票: 19 }],
      [tally('张三', { 合格: 1 })],
      after
    )
    const { rounds, entries } = only(part.evaluations.update).after
    expect(rounds).toMatchObject([{ expected: 22, issued: 20, returned: 19 }])
    expect(entries).toMatchObject([{ counts: { counts: [18, 1, 0, 0] }, selfReview: '述职', final: '优秀' }])
  })

  it('take several days as rounds of one evaluation, the same day as an update, a group under its own code', () => {
    const after = kept(
      [round({ 组织编码: 'XZ01' }), round({ 日期: '2027-01-08' })],
      [tally('张三', four(38, 0, 0, 0, 2))]
    )
    const evaluation = only(after.evaluations)
    expect(evaluation.rounds.map(({ date, groupId }) => [date, groupId !== null])).toEqual([
      ['2026-12-10', true],
      ['2027-01-08', false]
    ])
    const later = made([round({ 收回票: 18 })], [], after)
    expect(only(later.evaluations.update).after.rounds).toMatchObject([{ returned: 18 }, { returned: 20 }])
  })

  it('need no vote: figures and grades make the evaluation too', () => {
    expect(only(made([], [tally('张三', four(3))]).evaluations.create)).toMatchObject({ rounds: [] })
  })

  it('count empty figures as 0, and nothing at all where all five are empty', () => {
    const { entries } = only(
      made([], [tally('张三', { 优秀: 3, 合格: null }), tally('李四', { 优秀: null })]).evaluations.create
    )
    expect(entries.map(({ counts }) => counts)).toEqual([{ counts: [3, 0, 0, 0], abstained: 0 }, null])
  })

  it('read a year with its unit', () => {
    expect(faults([round({ 年度: '2026年度' }), round({ 年度: '２０２６年', 日期: '2026-12-11' })])).toEqual([])
  })
})

describe('what refuses a row of 评议', () => {
  const cases: [string, Row, string][] = [
    ['a year that cannot be read', { 年度: '去年' }, '/2/年度/number-unreadable'],
    ['no year', { 年度: null }, '/2/年度/required-missing'],
    ['an unknown organisation', { 组织编码: 'ZB09' }, '/2/组织编码/organisation-unknown'],
    ['an organisation that is no branch', { 组织编码: 'DW01' }, '/2/组织编码/organisation-unknown'],
    ['a day that cannot be read', { 日期: '2026-13-01' }, '/2/日期/date-unreadable'],
    ['a meeting nobody knows', { 会议编号: 'HY9' }, '/2/会议编号/meeting-unknown'],
    ['a negative figure', { 收回票: -1 }, '/2/收回票/number-unreadable'],
    ['half a ballot', { 发出票: 1.5 }, '/2/发出票/number-unreadable']
  ]
  it.each(cases)('%s', (_why, more, fault) => expect(faults([round(more)])).toEqual([fault]))

  it('the same day twice', () => {
    expect(faults([round(), round({ 收回票: 3 })])).toEqual(['/3/日期/key-duplicate'])
  })

  it('a meeting whose own row was refused', () => {
    const meetings = sheetOf('会议', meetingRow('HY2', { 日期: '没有' }))
    expect(brief(plan([meetings, sheetOf('评议', round({ 会议编号: 'HY2' }))], office))).toEqual([
      '会议/2/日期/date-unreadable',
      '评议/2/会议编号/meeting-unknown'
    ])
  })

  it('but not more ballots back than were given out: that the result says', () => {
    expect(faults([round({ 收回票: 21 })])).toEqual([])
  })
})

describe('what refuses a row of 评议计票', () => {
  const cases: [string, Row, string][] = [
    ['somebody unknown', tally('没有此人'), '计票/2/姓名/person-unknown'],
    ['a name of two', tally('张伟'), '计票/2/姓名/person-ambiguous'],
    ['one who had left before the vote', tally('已调走'), '计票/2/姓名/person-not-member-that-day'],
    ['text for a figure', tally('张三', { 优秀: '很多' }), '计票/2/优秀/number-unreadable'],
    ['more than came back, blanks counted', tally('张三', four(10, 5, 3, 2, 1)), '计票/2/优秀/tally-above-returned'],
    ['a grade that is none', tally('张三', { 组织评定: '良好' }), '计票/2/组织评定/value-not-in-list'],
    ['a grade for a probationary member', tally('小周', { 组织评定: '合格' }), '计票/2/组织评定/value-not-in-list']
  ]
  it.each(cases)('%s', (_why, row, fault) => expect(faults([round()], [row])).toEqual([fault]))

  it('says why a probationary member has no grade', () => {
    expect(sentence([round()], [tally('小周', { 组织评定: '合格' })])).toBe('“组织评定”应为空：预备党员不评定等次。')
  })

  it('not one who was probationary at the vote of another year, nor one who left later in the year', () => {
    expect(faults([round()], [tally('刚转正', { 组织评定: '合格' })])).toEqual([])
    expect(faults([], [tally('已调走', { 组织评定: '合格' })])).toEqual([])
    expect(faults([round({ 日期: '2026-03-01' })], [tally('已调走')])).toEqual([])
    expect(faults([round({ 日期: '2026-10-01' })], [tally('刚转正', { 组织评定: '合格' })])).toEqual([
      '计票/2/组织评定/value-not-in-list'
    ])
  })

  it('the same member twice, also as 姓名#后四位', () => {
    const [one] = office.members.filter(({ name }) => name === '张伟')
    const named = `张伟#${one?.citizenId?.slice(-4) ?? ''}`
    expect(faults([round()], [tally(named, four(1)), tally(named, four(1))])).toEqual(['计票/3/姓名/key-duplicate'])
  })

  it('against the ballots of all votes together, and not where one does not say how many', () => {
    const rows = [tally('张三', four(38, 0, 0, 0, 2))]
    expect(faults([round(), round({ 日期: '2027-01-08' })], rows)).toEqual([])
    expect(faults([round(), round({ 日期: '2027-01-08', 收回票: null })], rows)).toEqual([])
    expect(faults([round(), round({ 日期: '2027-01-08', 收回票: 19 })], rows)).toEqual([
      '计票/2/优秀/tally-above-returned'
    ])
  })
})

describe('who decides on grades', () => {
  it('is not whoever types ballots in: a row that sets or changes a grade is refused for him', () => {
    const graded = [tally('张三', { ...four(18), 组织评定: '优秀', 评定理由: '一贯' })]
    expect(faults([round()], graded, office, { mayGrade: false })).toEqual([
      '计票/2/组织评定/content-not-allowed',
      '计票/2/评定理由/content-not-allowed'
    ])
    expect(faults([round()], [tally('张三', four(18))], office, { mayGrade: false })).toEqual([])
    const after = kept([round()], graded)
    expect(faults([round()], graded, after, { mayGrade: false })).toEqual([])
    expect(faults([], [tally('张三', { 组织评定: null })], after, { mayGrade: false })).toEqual([
      '计票/2/组织评定/content-not-allowed'
    ])
  })
})

describe('a settled or counted evaluation', () => {
  const rows: [Row[], Row[]] = [[round()], [tally('张三', { ...four(18), 组织评定: '优秀' })]]
  const stored = kept(...rows)
  const settled = { ...stored, evaluations: stored.evaluations.map((one) => ({ ...one, finishedOn: '2026-12-20' })) }
  const { id = '', rounds = [] } = stored.evaluations[0] ?? {}
  const counted = (part: string): CountedPile[] => [{ ownerId: id, part }]

  it('keeps what is stored: the same passes, everything else is refused', () => {
    expect(faults(...rows, settled)).toEqual([])
    expect(
      faults([round({ 收回票: 19 }), round({ 日期: '2027-01-01' })], [tally('张三', four(17)), tally('李四')], settled)
    ).toEqual(['/2/日期/record-final', '/3/日期/record-final', '计票/2/姓名/record-final', '计票/3/姓名/record-final'])
  })

  it('that was counted here takes no other figures, but words', () => {
    const here = { ...stored, counted: counted(rounds[0]?.id ?? '') }
    expect(faults(...rows, here)).toEqual([])
    expect(faults([round({ 收回票: 19, 应到: 25 })], [tally('张三', four(17))], here)).toEqual([
      '/2/收回票/record-final',
      '计票/2/优秀/record-final'
    ])
    expect(sentence([], [tally('张三', four(17))], here)).toContain('票数由程序计票得出')
    expect(faults([], [tally('张三', { 自评: '述职' })], here)).toEqual([])
  })
})

describe('an exported evaluation', () => {
  const stored = kept([round()], [tally('张三', { ...four(18), 组织评定: '优秀' })])

  it('is left out whole without the right to see ballots', () => {
    const names = (withBallots: boolean) => exportLedger(stored, withBallots).map(({ name }) => name)
    expect(names(true)).toEqual(expect.arrayContaining(['评议', '评议计票', '测评']))
    expect(names(false).filter((name) => /^评议|^测评/.test(name))).toEqual([])
  })

  it('shows what would change, figures only to who may see them', () => {
    const change = made([round({ 收回票: 19 })], [tally('张三', { ...four(17, 1), 组织评定: '合格' })], stored)
    const seen = (mayTally: boolean) =>
      only(differencesOf(change, stored, mayTally)).changes.map(
        ({ column, before, after }) => `${column} ${before} ${after}`
      )
    expect(seen(true)).toEqual([
      '2026-12-10 的收回票 20 19',
      '张三的优秀 18 17',
      '张三的合格 0 1',
      '张三的组织评定 优秀 合格'
    ])
    expect(seen(false)).toEqual([
      '2026-12-10 的收回票 20 19',
      '张三的优秀 （不在这里显示） （不在这里显示）',
      '张三的合格 （不在这里显示） （不在这里显示）',
      '张三的组织评定 优秀 合格'
    ])
  })

  it('shows no figures of somebody for whom fewer than five voted', () => {
    const few = kept([round()], [tally('张三', four(3, 1)), tally('李四', four(5))])
    const change = made([], [tally('张三', four(4)), tally('李四', four(4, 1))], few)
    expect(only(differencesOf(change, few)).changes.map(({ column, before }) => `${column} ${before}`)).toEqual([
      '张三的优秀 （不在这里显示）',
      '张三的合格 （不在这里显示）',
      '李四的优秀 5',
      '李四的合格 0'
    ])
  })
})

it('of a new branch and its new members is planned in one go', () => {
  const all = plan([...branchOf(memberRow('张三')), ...sheets([round()], [tally('张三', four(1))])])
  expect(brief(all)).toEqual([])
  expect(all.evaluations.create).toHaveLength(1)
})
