import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../../shared/kernel/cells.ts'
import { blankLedger } from '../../../../shared/features/ledger/ledger-export.ts'
import type { Office } from '../../../../shared/features/ledger/ledger.ts'
import { pollOutcome, pollReport } from '../../../../shared/features/poll/poll-rules.ts'
import { plainRules } from '../../../factories/rules.ts'
import { citizenId, emptyOffice } from './ledger-offices.ts'
import {
  branchOf,
  brief,
  memberRow,
  nothing,
  only,
  plan,
  type Row,
  saved,
  sheetOf,
  sizeOf
} from './ledger-sheets-in-tests.ts'

const office = saved(
  emptyOffice,
  plan(
    branchOf(
      ...['王五', '赵六'].map((name) => memberRow(name)),
      ...[102, 103].map((serial) => memberRow('张伟', { 身份证号: citizenId('1981-01-01', serial) }))
    )
  )
)
const row = (more: Row = {}): Row => ({
  ...{ 测评编号: 'CP01', 名称: '年度测评', 组织编码: 'ZB01', 年度: 2026, 种类: '干部测评' },
  ...{ 被测评对象: '王五', ...more }
})
const cadre = (one: number, two = 0, three = 0, four = 0): Row => ({
  优秀: one,
  称职: two,
  基本称职: three,
  不称职: four
})
let id = 0
const newId = (): string => `new-${++id}`
const made = (rows: Row[], at: Office = office) => plan([sheetOf('测评', ...rows)], at, { newId })
const faults = (rows: Row[], at: Office = office) => brief(made(rows, at)).map((one) => one.replace(/^测评/, ''))
const poll = (rows: Row[]) => only(made(rows).polls.create)
const kept = (rows: Row[], at: Office = office) => saved(at, made(rows, at))
const weights = (rows: Row[]) => poll(rows).classes.map(({ name, weight }) => [name, weight])
const three = (a: RawCell, b: RawCell, c: RawCell) =>
  [a, b, c].map((weight, at) => row({ 票类: 'ABC'[at] ?? '', 权重: weight, ...cadre(8, 2) }))

describe('测评', () => {
  it('makes one poll of the rows of one number', () => {
    const rows = [
      row({ 票类: 'A', 权重: 0.4, ...cadre(9, 1), 弃权: 1, 发出票: 12, 收回票: 11 }),
      row({ 票类: 'B', 权重: 0.6, ...cadre(20, 8, 2), 发出票: 30, 收回票: 30 }),
      row({ 票类: 'A', 被测评对象: '市局班子', ...cadre(5), 发出票: 12, 收回票: 10 })
    ]
    const one = poll(rows)
    expect(one).toMatchObject({
      ...{ number: 'CP01', name: '年度测评', year: 2026, kind: '干部测评', scale: 'cadre', questions: [] },
      classes: [
        { name: 'A', weight: 4000, issued: 12, returned: 11 },
        { name: 'B', weight: 6000, issued: 30, returned: 30 }
      ],
      subjects: [
        {
          ...{ name: '王五', memberId: office.members[0]?.id },
          results: [
            { className: 'A', overall: { counts: [9, 1, 0, 0], abstained: 1 } },
            { className: 'B', overall: { counts: [20, 8, 2, 0], abstained: 0 } }
          ]
        },
        { name: '市局班子', memberId: null, results: [{ className: 'A', returned: 10 }] }
      ]
    })
    // 0.4 × (90 + 8) + 0.6 × (2000/30 + 640/30 + 120/30) = 39.2 + 55.2
    expect(pollReport(one, pollOutcome({ poll: one, rules: plainRules }))[0]).toMatchObject({
      ...{ number: 'CP01', subject: '王五', score: '94.40' },
      shares: { 优秀: '0.7600', 称职: '0.2000', 基本称职: '0.0400', 不称职: '0.0000' }
    })
    const after = kept(rows)
    expect(sizeOf(made(rows, after))).toEqual(nothing)
    expect(made(rows, after).polls.unchanged).toBe(1)
  })

  it('updates what a row says and leaves the rest', () => {
    const after = kept([
      row({ 票类: 'A', 权重: 40, ...cadre(9), 收回票: 11 }),
      row({ 票类: 'B', 权重: 60, ...cadre(3) })
    ])
    const next = only(
      made([row({ 票类: 'A', 优秀: 8 }), row({ 票类: 'B', 被测评对象: '赵六', 优秀: 2 })], after).polls.update
    ).after
    expect(next.classes).toEqual(only(after.polls).classes)
    expect(
      next.subjects.map(({ name, results }) => [name, ...results.map(({ overall }) => overall.counts[0])])
    ).toEqual([
      ['王五', 8, 3],
      ['赵六', 2]
    ])
  })

  it('tells nothing of a subject whose row has no figures but that he is on the ballots', () => {
    expect(poll([row({ 票类: 'A', 优秀: null, 发出票: 12 })])).toMatchObject({
      classes: [{ issued: 12 }],
      subjects: [{ results: [] }]
    })
  })

  it('links a subject whose name is one member’s alone, and takes every other as text', () => {
    const [one] = office.members.filter(({ name }) => name === '张伟')
    const named = (subject: string) => only(poll([row({ 被测评对象: subject, ...cadre(1) })]).subjects)
    expect(named('张伟')).toMatchObject({ name: '张伟', memberId: null })
    expect(named(`张伟#${one?.citizenId?.slice(-4) ?? ''}`)).toMatchObject({ name: '张伟', memberId: one?.id })
    expect(named('外单位的人')).toMatchObject({ memberId: null })
  })
})

describe('weights', () => {
  const cases: [RawCell, RawCell, RawCell, number[]][] = [
    [0.4, 0.3, 0.3, [4000, 3000, 3000]],
    [40, 30, 30, [4000, 3000, 3000]],
    ['40%', '30 %', '３０％', [4000, 3000, 3000]],
    [0.4, 30, '30%', [4000, 3000, 3000]],
    [0.3333, 0.3333, 0.3334, [3333, 3333, 3334]],
    [98, 1, 1, [9800, 100, 100]],
    [1, 1, 1, [10_000, 10_000, 10_000]],
    [null, null, null, [4000, 3000, 3000]],
    [50, null, null, [5000, 3000, 3000]]
  ]
  it.each(cases)('%s, %s and %s', (a, b, c, wanted) =>
    expect(weights(three(a, b, c)).map(([, weight]) => weight)).toEqual(wanted)
  )

  it('are those of the kind where none are stated, else equal', () => {
    const of = (kind: string, ...names: string[]) =>
      weights(names.map((name) => row({ 种类: kind, 票类: name, 等次1: 3 }))).map(([, weight]) => weight)
    expect(of('述职评议', '上评', '下评')).toEqual([6000, 4000])
    expect(of('干部测评', 'A类票', 'B票')).toEqual([4000, 3000])
    expect(of('班子测评', '党员', '群众')).toEqual([5000, 5000])
    expect(of('干部测评', '')).toEqual([10_000])
  })

  it('are refused where they cannot be read or two rows of a class differ', () => {
    expect(faults([row({ 权重: '四成' })])).toEqual(['/2/权重/number-unreadable'])
    expect(faults([row({ 权重: -1 })])).toEqual(['/2/权重/number-unreadable'])
    const two = [
      row({ 票类: 'A', 权重: 40, ...cadre(1) }),
      row({ 票类: 'A', 权重: 50, 被测评对象: '赵六', ...cadre(1) })
    ]
    expect(faults(two)).toEqual(['/3/权重/value-not-in-list'])
  })
})

describe('grades under their own heads', () => {
  it('say which scale is meant, a 0 under another head does not', () => {
    const of = (kind: string, figures: Row) => poll([row({ 种类: kind, ...figures })])
    expect(of('班子测评', { 优秀: 3, 良好: 1 })).toMatchObject({ scale: 'team' })
    expect(of('班子测评', { 好: 3, 较好: 1, 一般: 1, 差: 0 })).toMatchObject({ scale: 'duty' })
    expect(of('述职评议', { 一般: 3 })).toMatchObject({ scale: 'duty' })
    expect(of('干部测评', { 优秀: 3, 良好: 0, 称职: 2, 好: 0 })).toMatchObject({
      scale: 'cadre',
      subjects: [{ results: [{ overall: { counts: [3, 2, 0, 0] } }] }]
    })
  })

  it('are of one scale over all rows of a poll', () => {
    const rows = [row({ 种类: '班子测评', 优秀: 3 }), row({ 种类: '班子测评', 被测评对象: '赵六', 称职: 2 })]
    expect(poll(rows)).toMatchObject({ scale: 'cadre' })
  })

  it('refuse a figure under a head of another scale', () => {
    const mixed = [row(cadre(3, 1)), row({ 被测评对象: '赵六', 优秀: 3, 较差: 1 })]
    expect(faults(mixed)).toEqual(['/3/较差/value-not-in-list'])
    expect(only(made(mixed).faults).message).toBe(
      '“较差”应为空：这次测评的等次是优秀、称职、基本称职、不称职，没有“较差”。'
    )
  })

  it('may be told by their place, of which there are four', () => {
    const places = row({ 种类: '述职评议', 等次1: 6, 等次2: 3, 等次3: 1, 等次4: 0, 等次5: 0 })
    expect(poll([places])).toMatchObject({
      scale: 'duty',
      subjects: [{ results: [{ overall: { counts: [6, 3, 1, 0] } }] }]
    })
    expect(faults([{ ...places, 等次5: 1 }])).toEqual(['/2/等次5/value-not-in-list'])
    expect(faults([row({ 优秀: 6, 等次1: 6 })])).toEqual(['/2/等次1/value-not-in-list'])
  })

  it('are all in the blank workbook, and none of them is an unknown column', () => {
    const heads =
      blankLedger()
        .find(({ name }) => name === '测评')
        ?.columns.map(({ header }) => header) ?? []
    expect(heads.slice(8, 18)).toEqual('优秀 良好 一般 较差 称职 基本称职 不称职 好 较好 差'.split(' '))
    expect(
      plan([
        { name: '测评', rows: [heads] },
        { name: '评议', rows: [] }
      ]).faults
    ).toEqual([])
  })
})

describe('what refuses a row of 测评', () => {
  const cases: [string, Row, string][] = [
    ['no number', { 测评编号: ' ' }, '/2/测评编号/required-missing'],
    ['no subject', { 被测评对象: null }, '/2/被测评对象/required-missing'],
    ['an unknown organisation', { 组织编码: 'ZB09' }, '/2/组织编码/organisation-unknown'],
    ['a year that cannot be read', { 年度: '2026-1' }, '/2/年度/number-unreadable'],
    ['a kind that is none', { 种类: '测评' }, '/2/种类/value-not-in-list'],
    ['text for a figure', { 称职: '三' }, '/2/称职/number-unreadable'],
    ['more than came back, blanks counted', { ...cadre(5, 5), 弃权: 1, 收回票: 10 }, '/2/收回票/tally-above-returned']
  ]
  it.each(cases)('%s', (_why, more, fault) => expect(faults([row(more)])).toEqual([fault]))

  it('the same subject and class twice, and a number used for another poll', () => {
    expect(faults([row(cadre(1)), row(cadre(2)), row({ 票类: 'A', ...cadre(2) })])).toEqual([
      '/3/被测评对象/key-duplicate'
    ])
    expect(faults([row(cadre(1)), row({ 被测评对象: '赵六', 年度: 2025 })])).toEqual(['/3/测评编号/key-duplicate'])
  })

  it('but not more ballots back than were given out: the class is left out and flagged', () => {
    const one = poll([row({ ...cadre(5), 发出票: 5, 收回票: 6 })])
    expect(pollReport(one, pollOutcome({ poll: one, rules: plainRules }))).toMatchObject([
      { score: null, shares: null, flags: ['returned-above-issued'] }
    ])
  })
})

describe('a settled or counted poll', () => {
  const rows = [row({ 票类: 'A', ...cadre(9, 1), 收回票: 10 })]
  const stored = kept(rows)

  it('keeps what is stored', () => {
    const settled = { ...stored, polls: stored.polls.map((one) => ({ ...one, finishedOn: '2026-12-20' })) }
    expect(faults(rows, settled)).toEqual([])
    expect(faults([row({ 票类: 'A', ...cadre(8, 1) })], settled)).toEqual(['/2/测评编号/record-final'])
    expect(faults([row({ 票类: 'A', 权重: 55 })], settled)).toEqual(['/2/测评编号/record-final'])
    expect(faults([row({ 票类: 'A', 名称: '另一个名称' })], settled)).toEqual(['/2/测评编号/record-final'])
  })

  it('takes no other figures for a class that was counted here, and none of another scale', () => {
    const here = { ...stored, counted: [{ ownerId: only(stored.polls).id, part: 'A' }] }
    expect(faults(rows, here)).toEqual([])
    expect(faults([row({ 票类: 'A', ...cadre(8, 2) })], here)).toEqual(['/2/票类/record-final'])
    expect(faults([row({ 票类: 'A', 被测评对象: '赵六', ...cadre(8) })], here)).toEqual(['/2/票类/record-final'])
    expect(faults([row({ 票类: 'B', ...cadre(8, 2) })], here)).toEqual([])
    expect(faults([row({ 票类: 'B', 好: 3 })], stored)).toEqual(['/2/好/value-not-in-list'])
  })
})
