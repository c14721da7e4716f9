import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyLedger } from '../../../electron/features/ledger/ledger-service.ts'
import { organisationByCode } from '../../../electron/features/ledger/ledger-service.ts'
import { planPack } from '../../../electron/features/pack/pack-service.ts'
import { allEvaluations, saveEvaluation } from '../../../electron/features/evaluation/evaluation-repository.ts'
import { allPolls, savePoll } from '../../../electron/features/poll/poll-repository.ts'
import { blankHelp } from '../../../shared/features/evaluation/evaluation.ts'
import { anOpenStore, type TestStore } from '../../factories/open-store.ts'

type Row = Record<string, string | number>
let office: TestStore
beforeEach(() => {
  office = anOpenStore([], [])
})
afterEach(() => office.remove())

const names = Array.from({ length: 25 }, (_one, index) => `党员${String(index + 1).padStart(2, '0')}`)
const person = (name: string, more: Row = {}): Row => ({
  ...{ 姓名: name, 性别: '男', 人员类别: '正式党员', 组织编码: 'ZB01', 入党日期: '2000-07-01', 转正日期: '2001-07-01' },
  ...more
})
const roster: Record<string, Row[]> = {
  党组织: [
    { 编码: 'DW01', 名称: '县局党委', 类别: '党委' },
    { 编码: 'ZB01', 名称: '第一党支部', 类别: '党支部', 上级编码: 'DW01', 成立日期: '2020-01-01' }
  ],
  党员: [
    ...names.map((name) => person(name)),
    person('党员26', { 留党察看起: '2026-05-01', 留党察看止: '2027-05-01' }),
    person('党员27', { 人员类别: '预备党员', 入党日期: '2026-05-20', 转正日期: '' })
  ]
}
const round = (more: Row = {}): Row => ({
  组织编码: 'ZB01',
  年度: 2026,
  日期: '2026-12-18',
  发出票: 30,
  收回票: 30,
  ...more
})
const tally = (name: string, [优秀, 合格, 基本合格, 不合格, 弃权]: readonly number[], final?: string): Row => ({
  ...{ 组织编码: 'ZB01', 年度: 2026, 姓名: name, 优秀: 优秀 ?? 0, 合格: 合格 ?? 0, 基本合格: 基本合格 ?? 0 },
  ...{ 不合格: 不合格 ?? 0, 弃权: 弃权 ?? 0, ...(final === undefined ? {} : { 组织评定: final }) }
})

function take(rows: Record<string, Row[]>): void {
  const sheets = Object.entries(rows).map(([name, list]) => {
    const heads = [...new Set(list.flatMap((row) => Object.keys(row)))]
    return { name, rows: [heads, ...list.map((row) => heads.map((head) => row[head] ?? null))] }
  })
  let id = 0
  const made = applyLedger(office.store, sheets, 'all', {
    ...{ today: '2026-12-31', newId: () => `${Object.keys(rows).length}-${++id}`.padStart(8, '0') },
    by: { at: '2026-12-31T09:00:00Z', accountName: '命令行' }
  })
  if (!made.ok) throw new Error(made.problem.message)
  expect(made.value.faults).toEqual([])
}

function packed(today = '2026-12-31', code = 'ZB01') {
  const root = organisationByCode(office.store, code)
  if (root === null) throw new Error(code)
  return planPack(office.store, root, { year: 2026, today, faults: [] })
}
const documentsOf = (today?: string, code?: string) => packed(today, code).parts.flatMap(({ documents }) => documents())
const kinds = (today?: string, code?: string) =>
  documentsOf(today, code)
    .filter(({ kind }) => /^(evaluation|poll)/.test(kind))
    .map(({ volume, kind }) => `${volume} ${kind}`)
const w07 = (today: string) => packed(today).report.warnings.filter(({ code }) => code === 'W07')

/** By hand, 30 ballots: seven lead, 08 and 09 tie across the limit of eight, 10 has exactly two thirds, 11 one less. */
const ballots: Record<string, readonly number[]> = {
  ...Object.fromEntries(names.slice(0, 6).map((name) => [name, [28, 2]])),
  ...{ 党员07: [27, 3], 党员08: [26, 4], 党员09: [26, 4], 党员10: [20, 10], 党员11: [19, 11] },
  // 16 of 30 is more than half; 15 is not, but 15 and 1 are; 15 alone, 未过半, is 合格.
  ...{ 党员12: [0, 14, 0, 16], 党员13: [0, 14, 1, 15], 党员14: [0, 15, 15, 0], 党员15: [0, 0, 0, 0, 30] }
}
const votes = (): Row[] => [
  ...names.map((name) => tally(name, ballots[name] ?? [0, 30], names.indexOf(name) < 8 ? '优秀' : '合格')),
  tally('党员26', [30]),
  tally('党员27', [30])
]

describe('evaluations in report.json', () => {
  it('are as reckoned by hand', () => {
    take({ ...roster, 评议: [round()], 评议计票: votes() })
    const [report] = packed().report.evaluations
    expect(report).toMatchObject({ organisation: 'ZB01', valid: true, excellentLimit: 8, excellentBase: 25 })
    expect(report?.members).toHaveLength(27)
    expect(report?.members[0]).toEqual({
      ...{ name: '党员01', valid: 30, excellent: 28, qualified: 2, basic: 0, unqualified: 0, abstained: 0 },
      ...{ suggestion: 'excellent-candidate', withinLimit: true, graded: true, final: '优秀' }
    })
    const said = report?.members.map(({ name, suggestion, withinLimit }) => `${name} ${suggestion} ${withinLimit}`)
    expect(said).toEqual([
      ...names.slice(0, 7).map((name) => `${name} excellent-candidate true`),
      ...names.slice(7, 10).map((name) => `${name} excellent-candidate false`),
      '党员11 qualified null',
      '党员12 unqualified null',
      '党员13 basic null',
      '党员14 qualified null',
      '党员15 null null',
      ...names.slice(15).map((name) => `${name} qualified null`),
      '党员26 null null',
      '党员27 null null'
    ])
    expect(report?.members.filter(({ graded }) => !graded).map(({ name }) => name)).toEqual(['党员26', '党员27'])
    expect(w07('2026-12-31')).toEqual([])
  })

  it('say no more than that the vote is void where more came back than were given out', () => {
    take({ ...roster, 评议: [round({ 收回票: 31 })], 评议计票: votes() })
    const [report] = packed().report.evaluations
    expect(report).toMatchObject({ valid: false, excellentLimit: 8 })
    expect(report?.members.every(({ suggestion, withinLimit }) => suggestion === null && withinLimit === null)).toBe(
      true
    )
  })

  it('count nothing before the day of the vote', () => {
    take({ ...roster, 评议: [round()], 评议计票: votes() })
    expect(packed('2026-12-17').report.evaluations[0]?.members[0]).toMatchObject({
      valid: 0,
      suggestion: null,
      final: null
    })
    expect(w07('2026-12-17')).toMatchObject([{ level: 'yellow' }])
    expect(kinds('2026-12-17')).toEqual([])
    expect(packed('2026-12-18').report.evaluations[0]?.members[0]).toMatchObject({ valid: 30, final: '优秀' })
  })

  it('are of their 所属年度, also where the vote was in the spring after', () => {
    take({ ...roster, 评议: [round({ 日期: '2027-02-10' })], 评议计票: votes() })
    expect(packed('2027-03-01').report.evaluations).toHaveLength(1)
    take({ 评议: [round({ 年度: 2025, 日期: '2026-02-10' })] })
    expect(packed('2027-03-01').report.evaluations).toHaveLength(1)
  })
})

describe('W07', () => {
  const days: [string, string | null][] = [
    ['2026-09-30', null],
    ['2026-10-01', 'blue'],
    ['2026-12-01', 'yellow'],
    ['2027-03-31', 'yellow'],
    ['2027-04-01', 'red']
  ]
  it.each(days)('without an evaluation on %s: %s', (today, level) => {
    take(roster)
    expect(w07(today).map((one) => [one.level, one.rule.id, one.due, one.organisation])).toEqual(
      level === null ? [] : [[level, 'R1-17', '2027-03-31', 'ZB01']]
    )
  })

  it('is yellow from December on where the vote was held and nobody has a grade', () => {
    take({ ...roster, 评议: [round({ 日期: '2026-10-18' })] })
    expect(w07('2026-11-30')).toEqual([])
    expect(w07('2026-12-01')).toMatchObject([{ level: 'yellow', message: expect.stringContaining('还没有组织评定') }])
    expect(w07('2027-04-01')).toMatchObject([{ level: 'red' }])
  })

  it('is red at once for more 优秀 than the limit', () => {
    take({ ...roster, 评议: [round()], 评议计票: names.map((name) => tally(name, [30], '优秀')) })
    expect(w07('2026-12-18')).toMatchObject([{ level: 'red', due: null, rule: { id: 'R4-04' } }])
  })
})

/** Figures no day, number or count of people can be mistaken for. */
const odd = { issued: 98_765, returned: 87_654, counts: [23_456, 12_347, 11_119, 10_103, 20_611] as const }

function aGradedOffice(): void {
  take({
    ...roster,
    评议: [round({ 发出票: odd.issued, 收回票: odd.returned })],
    评议计票: [tally('党员01', odd.counts, '合格'), tally('党员02', odd.counts, '基本合格'), tally('党员27', [0])]
  })
  const [evaluation] = office.store.read(allEvaluations)
  if (evaluation === undefined) throw new Error('no evaluation')
  const help = { ...blankHelp, problem: '参加活动少' }
  const entries = evaluation.entries.map((entry) => (entry.final === '基本合格' ? { ...entry, help } : entry))
  office.store.write((tables) => saveEvaluation(tables, { ...evaluation, entries }))
}

describe('volume 06', () => {
  it('has what is kept of an evaluation, in this order', () => {
    aGradedOffice()
    expect(kinds()).toEqual([
      '06 evaluation-forms',
      '06 evaluation-count',
      '06 evaluation-result',
      '06 evaluation-public',
      '06 evaluation-help'
    ])
    const [id] = office.store.read(allEvaluations).map((one) => one.id)
    expect(documentsOf().find(({ kind }) => kind === 'evaluation-count')).toMatchObject({
      records: [id],
      date: '2026-12-18'
    })
  })

  it('has neither results nor lists before grades are decided on', () => {
    take({ ...roster, 评议: [round()], 评议计票: [tally('党员01', [20, 5])] })
    expect(kinds()).toEqual(['06 evaluation-forms', '06 evaluation-count'])
  })

  it('tells nobody how ballots fell: no figure of a member, no share, no suggestion', () => {
    aGradedOffice()
    for (const { kind, content } of documentsOf()) {
      const text = JSON.stringify(content)
      for (const figure of odd.counts) expect([kind, text.includes(String(figure))]).toEqual([kind, false])
      for (const word of ['30.20', '得票率', '优秀候选', '建议等次'])
        expect([kind, text.includes(word)]).toEqual([kind, false])
    }
    const list = documentsOf().find(({ kind }) => kind === 'evaluation-public')
    expect(JSON.stringify(list?.content)).not.toContain('党员02')
  })
})

const poll = (more: Row = {}): Row => ({
  ...{ 测评编号: 'CP02', 名称: '班子测评', 组织编码: 'ZB01', 年度: 2026, 种类: '班子测评', 被测评对象: '支部班子' },
  ...{ 优秀: 10_007, 良好: 6_011, 收回票: 16_018, ...more }
})
const duty = (more: Row = {}): Row => ({
  ...poll({ 测评编号: 'CP01', 组织编码: 'DW01', 种类: '述职评议', 票类: '上评', 权重: '60%', 被测评对象: '党员01' }),
  ...{ 优秀: '', 良好: '', 收回票: '', 好: 3, 较好: 1, ...more }
})

describe('polls', () => {
  it('are reported by number, a class that is void left out and flagged', () => {
    const below = duty({ 票类: '下评', 权重: 40, 好: 6, 较好: 2, 一般: 2 })
    const left = duty({ 票类: '下评', 权重: 40, 被测评对象: '党员02', 发出票: 5, 收回票: 6 })
    take({ ...roster, 测评: [poll(), duty(), below, duty({ 被测评对象: '党员02' }), left] })
    expect(packed('2026-12-31', 'DW01').report.polls).toEqual([
      // 0.6 × (75 + 20) + 0.4 × (60 + 16 + 12) = 57 + 35.2
      {
        ...{ number: 'CP01', subject: '党员01', score: '92.20', flags: [] },
        shares: { 好: '0.6900', 较好: '0.2300', 一般: '0.0800', 差: '0.0000' }
      },
      {
        ...{ number: 'CP01', subject: '党员02', score: '95.00', flags: ['returned-above-issued'] },
        shares: { 好: '0.7500', 较好: '0.2500', 一般: '0.0000', 差: '0.0000' }
      },
      expect.objectContaining({ number: 'CP02', subject: '支部班子' })
    ])
    expect(packed().report.polls.map(({ number }) => number)).toEqual(['CP02'])
  })

  it('have their grades in the volume, and the forms of a 述职评议, without ballots', () => {
    take({ ...roster, 测评: [poll(), duty()] })
    expect(kinds('2026-12-31', 'DW01')).toEqual(['06 poll-result', '06 poll-comprehensive', '06 poll-result'])
    const text = JSON.stringify(documentsOf('2026-12-31', 'DW01').filter(({ kind }) => kind.startsWith('poll')))
    for (const figure of ['10007', '6011', '16018', '0.6248']) expect(text).not.toContain(figure)
  })

  it('of a day still to come count for nothing', () => {
    take({ ...roster, 测评: [poll()] })
    const [stored] = office.store.read(allPolls)
    if (stored === undefined) throw new Error('no poll')
    office.store.write((tables) => savePoll(tables, { ...stored, date: '2027-01-08' }))
    expect(packed().report.polls).toMatchObject([{ score: null, shares: null }])
    expect(kinds()).toEqual([])
  })
})
