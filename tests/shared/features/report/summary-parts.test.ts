import { describe, expect, it } from 'vitest'
import { summaryParts } from '../../../../shared/features/report/summary-parts.ts'
import type { BranchReport } from '../../../../shared/features/report/branch-report.ts'
import { aLearner, aRectification, aTask, someEvaluation, someTalks } from '../../../factories/checklist-facts.ts'
import { reportFacts } from '../checklist/checklist-papers-in-tests.ts'
import { anEntry, aPerson } from '../evaluation/evaluation-facts.ts'
import { aReport, aWarning, evaluatedYear, linksOf, nobody, partIn, theFacts } from './reports-in-tests.ts'

const partOf = (id: string, part: Partial<BranchReport> = {}) => partIn(summaryParts(aReport(part)), id)
const textOf = (id: string, part: Partial<BranchReport> = {}): string => partOf(id, part).text
const some = (name: string) => ({ memberId: name, name })

describe('基本情况', () => {
  it('tells the people, the committee and the groups of the day', () => {
    const { text } = partOf('basics')
    expect(text).toContain('统计到2026年12月31日，本支部有党员10名，其中正式党员10名、预备党员0名。')
    expect(text).toContain(
      '支委会有3人：书记党员m01，组织委员党员m02，纪检委员党员m03；本届2025年1月10日选举产生；任期到2028年1月10日。'
    )
    expect(text).toContain('设党小组2个：第一党小组5名，第二党小组5名。')
    expect(text).toContain('本年度名册上没有党员增减。')
    expect(text).not.toContain('任职有变动')
  })

  it('tells who came and went by how, and leads to them', () => {
    const move = (name: string, way: '转入' | '恢复') => ({ ...some(name), way, on: '2026-03-01' })
    const people = {
      ...nobody,
      before: { ...nobody.before, 入党积极分子: [some('甲')] },
      came: [move('乙', '转入'), move('丙', '恢复')],
      turnedFull: [some('丁')]
    }
    const part = partOf('basics', { people })
    expect(part.text).toContain('；另有入党积极分子1名。')
    expect(part.text).toContain('本年度增加党员2名（转入1名、恢复1名），预备党员转正1名。')
    expect(linksOf(part, '本年度增加')).toEqual(['member 乙', 'member 丙', 'member 丁'])
  })

  it('tells a post that was taken and one that was left, not one that goes on', () => {
    const base = theFacts()
    const [first, second, third] = base.posts
    if (first === undefined || second === undefined || third === undefined) throw new Error('posts')
    const posts = [
      { ...first, to: '2026-05-09' },
      { ...first, id: 'again', from: '2026-05-10' },
      { ...second, to: '2026-06-30' },
      { ...third, id: 'new', memberId: 'm05', title: '组织委员' as const, from: '2026-07-01' }
    ]
    const { text } = partOf('basics', { facts: theFacts({ posts }) })
    expect(text).toContain('本年度任职有变动：党员m057月1日任组织委员，党员m026月30日不再任组织委员。')
  })
})

describe('组织生活', () => {
  const part = partOf('life')

  it('counts records once, and people at each of them', () => {
    // 11 支委会 of 3, 24 党小组会 of 5, 12 主题党日, 4 大会, 4 党课 and 1 组织生活会 of 10.
    expect(part.text).toContain('本年度召开会议、开展活动56次，应到363人次，实到363人次，到会率100.0%。')
    expect(part.tables[0]?.rows).toContainEqual(['支委会', '11', '33', '33', '100.0%'])
    expect(part.tables[0]?.note).toBe('一次会议兼有几种类型的，各类型都计入，有1次。')
    expect(part.charts[0]?.series[0]?.values).toEqual([4, 6, 4, 4, 5, 4, 4, 6, 4, 5, 6, 4])
  })

  it('tells what was due and is missing', () => {
    expect(part.text).toContain('应召开的有57次到期，召开56次，按时率98.2%。')
    expect(part.text).toContain('没有召开记录的：5月支委会。')
    expect(part.text).toContain('开展主题党日12次，其中有集中学习12次。\n上党课4次，书记主讲4次。')
  })

  it('leads from each line of the table to its records', () => {
    expect(linksOf(part, '党员大会4次')).toEqual(
      [2, 5, 8, 11].map((at) => `meeting 2026-${String(at).padStart(2, '0')}-12 党员大会`)
    )
  })

  it('says so where nothing is recorded', () => {
    const { text, tables, charts } = partOf('life', { facts: theFacts({ meetings: [], recordsFrom: '2027-01-01' }) })
    expect(text).toBe('本年度没有会议和活动的记录。\n到统计日还没有到期的会议和活动。')
    expect([tables, charts]).toEqual([[], []])
  })
})

describe('党员教育管理', () => {
  it('tells hours against what is asked for', () => {
    const learners = [
      aLearner('m01', 56, { 集中培训: 16, 支部学习: 40 }),
      aLearner('m02', 32, { 支部学习: 20.5 }),
      aLearner('m03', 32, { 支部学习: 32 })
    ]
    const part = partOf('education', { facts: theFacts({ learners }) })
    expect(part.text).toContain('要完成学时的党员3名，已完成2名；登记学时合计108.5，人均36.2。')
    expect(part.text).toContain('参加集中培训的党员1名，学时合计16。')
    expect(part.text).toContain('没有登记流动党员、失联党员。\n没有表决发展党员事项的记录。')
    expect(part.tables[0]?.rows).toEqual([
      ['56', '1', '1', '56'],
      ['32', '2', '1', '26.3']
    ])
    expect(linksOf(part, '要完成学时')).toEqual(['study m01', 'study m02', 'study m03'])
  })
})

describe('民主评议和谈心谈话', () => {
  const entries = ['甲', '乙', '丙'].map((name, at) => anEntry(name, { final: at === 0 ? '优秀' : '合格' }))
  const people = ['甲', '乙', '丙'].map((name) => aPerson(name))

  it('tells no grade before grades are settled', () => {
    const open = evaluatedYear({ evaluation: { entries }, people })
    expect(textOf('appraisal', { evaluated: open })).toContain('等次还没有确定，不列等次。')
    const settled = evaluatedYear({ evaluation: { entries, finishedOn: '2026-12-18' }, people })
    expect(textOf('appraisal', { evaluated: settled })).toContain(
      '评定等次的党员3名：优秀1名，合格2名，基本合格0名，不合格0名。'
    )
  })

  it('tells coverage in figures, and nothing of it to whom it may not be shown', () => {
    const talks = someTalks({ members: { covered: 8, total: 10 } })
    const facts = theFacts({ talks, evaluation: someEvaluation() })
    expect(textOf('appraisal', { facts })).toContain(
      '谈心谈话：委员之间应谈3对，已谈3对；委员同党员应谈10名，已谈8名；党员之间应谈7名，已谈7名。'
    )
    const hidden = partOf('appraisal', { facts, may: { talks: false, grades: true } })
    expect(hidden.text).not.toContain('已谈')
    expect(hidden.isGuarded).toBe(true)
  })
})

describe('标准化建设', () => {
  it('tells points and problems put right, with the records of each area', () => {
    const rectifications = [
      aRectification({ id: 'a', closedOn: '2026-06-01' }),
      aRectification({ id: 'b', closedOn: null, dueOn: '2026-09-30' })
    ]
    const rates = { closing: { inTime: 1, counted: 2 }, recurrence: { again: 0, closed: 1 } }
    const part = partOf('standard', { rectifications, rates, published: { on: '2027-01-20', total: '88.50' } })
    expect(part.text).toContain(
      '满分100.00分，得65.49分，失4.11分，待核30.40分；考评结果2027年1月20日公布，得88.50分。'
    )
    expect(part.text).toContain(
      '登记整改问题2个：已关闭1个，整改中0个，逾期1个；已关闭或者已到期限的2个，按期关闭1个。'
    )
    expect(linksOf(part, '登记整改问题')).toEqual(['rectification a', 'rectification b'])
    expect(part.tables[0]?.rows.at(-1)).toEqual(['合计', '100.00', '65.49', '4.11', '30.40'])
    expect(part.charts).toHaveLength(1)
  })
})

describe('存在问题', () => {
  it('states warnings as facts, those about persons in figures only', () => {
    const warnings = [
      aWarning(),
      aWarning({ code: 'W10', title: '缺席', message: '张三 2026-03-01 起没有参加过活动，已满 6 个月。', id: 'm01' }),
      aWarning({ code: 'W03', title: '月党小组会', organisationId: 'g1', label: '第一党小组', message: '还没有记录。' })
    ]
    const { text } = partOf('problems', { warnings })
    expect(text).toContain('逾期的预警事项有3条：月支委会1条、月党小组会1条、缺席1条。')
    expect(text).toContain('2026年5月支委会还没有记录，应不晚于5月31日。')
    expect(text).toContain('第一党小组：还没有记录。')
    expect(text).not.toMatch(/张三|请补录/)
  })

  it('tells every point that was lost and not one more', () => {
    expect(textOf('problems')).toContain('失分的项目有5项，共失4.11分。')
    expect(textOf('problems')).toContain('没有逾期的预警事项。')
  })
})

describe('下一步', () => {
  const need = (what: string, place: 'talk' | 'proof' | 'study' | 'meeting') => ({
    ...{ what, place, by: null, gain: '0.50', items: [{ id: 'D7', title: '谈心谈话' }] }
  })

  it('names nobody who was not talked with or is behind with hours, and counts papers', () => {
    const missing = [
      need('补谈党员之间 2 人：张三、李四', 'talk'),
      need('交“年度计划”', 'proof'),
      need('王五学满 32 学时', 'study')
    ]
    const { text } = partOf('next', { missing })
    expect(text).toContain('按清单要做的事项有1件。')
    expect(text).toContain('补谈党员之间2人')
    expect(text).toContain('清单还没有交的材料和没有填的自评有1件')
    expect(text).not.toMatch(/张三|王五|年度计划/)
  })

  it('tells open problems and tasks with who and until when', () => {
    const tasks = [aTask({ id: 't', subject: '更新公示栏。', doneOn: null }), aTask({ id: 'done' })]
    const rectifications = [aRectification({ closedOn: null, dueOn: null })]
    const part = partOf('next', { tasks, rectifications, missing: [] })
    expect(part.text).toBe(
      '按清单没有要做的事项。\n没有关闭的整改问题1个：学习记录不及时（党员m02）。\n没有办结的任务1件，其中逾期1件：更新公示栏（党员m02，6月30日前）。'
    )
    expect(linksOf(part, '没有办结的任务')).toEqual(['task t'])
  })
})

describe('every sentence of the summary', () => {
  it('is free of praise and filler', () => {
    for (const { text } of summaryParts(aReport({ missing: reportFacts.missing, warnings: [aWarning()] })))
      expect(text).not.toMatch(/进一步|切实|高度重视|扎实|显著|良好|积极推进/)
  })
})
