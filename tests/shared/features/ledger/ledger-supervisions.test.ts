import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../../../shared/features/ledger/ledger-differences.ts'
import { exportLedger } from '../../../../shared/features/ledger/ledger-export.ts'
import type { Office } from '../../../../shared/features/ledger/ledger.ts'
import type { PlanDeps } from '../../../../shared/features/ledger/ledger-plan.ts'
import { emptyOffice } from './ledger-offices.ts'
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

const office = saved(emptyOffice, plan(branchOf(memberRow('张三'), memberRow('李四'), memberRow('王五'))))
const talk = (number: string, more: Row = {}): Row => ({
  谈话编号: number,
  组织编码: 'ZB01',
  类型: '日常谈心',
  日期: '2026-05-13',
  谈话人: '张三',
  谈话对象: '李四',
  ...more
})
const entry = (number: string, more: Row = {}): Row =>
  talk(number, { 类型: '诫勉', 谈话人: '县局纪委', 事由: '云烟党〔2026〕7 号', ...more })
const openly = (from: Office, ...rows: Row[]) => plan([sheetOf('谈话', ...rows)], from, { sealed: 'open' })
const closed = (from: Office, ...rows: Row[]) => plan([sheetOf('谈话', ...rows)], from)
const as = (deps: Partial<PlanDeps>, from: Office, ...rows: Row[]) => plan([sheetOf('谈话', ...rows)], from, deps)
const secret = '不能说出去的话'

describe('T08–T12', () => {
  it('are registered with their days and never as talks', () => {
    const made = openly(
      office,
      entry('JD1', { 方式: '面谈', 密级: 'L1' }),
      entry('JD2', { 类型: 'T08', 事由: null, 谈话人: '张三' }),
      entry('JD3', { 类型: '批评教育(约谈)' }),
      entry('JD4', { 类型: '责令检查', 期限: '2026-05-20', 完成日期: '2026-05-19' }),
      entry('JD5', { 类型: '函询', 事由: '云烟纪函[2026]12号、云烟党（2026）第 3 号' }),
      entry('JD6', { 类型: '诫勉（谈话/书面）', 方式: '书面', 事由: '《通报》' })
    )
    expect(brief(made)).toEqual(['谈话/7/事由/content-not-allowed'])
    expect(made.talks.create).toEqual([])
    expect(made.supervisions.create).toMatchObject([
      { number: 'JD1', kind: 'T12', form: '谈话', by: '县局纪委', basis: '云烟党〔2026〕7 号', until: '2026-11-13' },
      { number: 'JD2', kind: 'T08', form: null, basis: null, by: '张三', until: null },
      { number: 'JD3', kind: 'T09' },
      { number: 'JD4', kind: 'T10', dueOn: '2026-05-20', answeredOn: '2026-05-19' },
      { number: 'JD5', kind: 'T11', basis: '云烟纪函[2026]12号、云烟党（2026）第 3 号' }
    ])
    expect(made.supervisions.create[0]).toMatchObject({ visitOn: '2026-11-13', person: { name: '李四' }, year: 2026 })
  })

  it('with contents are refused, and no fault repeats them', () => {
    const columns = ['谈话要点', '意见建议', '指出问题', '对方表态', '困难诉求', '后续事项', '事由']
    const made = openly(office, ...columns.map((column, index) => entry(`${index}`, { [column]: secret })))
    expect(brief(made)).toEqual(columns.map((column, index) => `谈话/${index + 2}/${column}/content-not-allowed`))
    expect(JSON.stringify(made)).not.toContain(secret)
    expect(sizeOf(made)).toEqual(nothing)
  })

  it('are checked like talks: who, when, with himself, several in a row', () => {
    const made = openly(
      office,
      entry('1', { 谈话对象: '孙八' }),
      entry('2', { 谈话人: '李四' }),
      entry('3', { 日期: '2026-05' }),
      entry('4', { 类型: 'T10', 完成日期: '2026-05-01' }),
      entry('5', { 谈话对象: '李四、王五' })
    )
    expect(brief(made)).toEqual([
      '谈话/2/谈话对象/person-unknown',
      '谈话/3/谈话对象/same-person',
      '谈话/4/日期/date-unreadable',
      '谈话/5/完成日期/date-unreadable'
    ])
    expect(made.supervisions.create.map(({ number, person }) => number + person.name)).toEqual(['5李四', '5-2王五'])
  })

  it('again change nothing, nor what was put down on screen since; and share no number with a talk', () => {
    const rows = [entry('JD1', { 方式: '面谈' }), entry('JD2', { 类型: '函询' }), talk('TH1')]
    const stored = saved(office, openly(office, ...rows))
    expect(sizeOf(openly(stored, ...rows))).toEqual(nothing)
    const supervisions = stored.supervisions.map((one) => ({
      ...one,
      visitedOn: '2026-11-20',
      answeredOn: '2026-06-01'
    }))
    expect(sizeOf(openly({ ...stored, supervisions }, ...rows))).toEqual(nothing)
    const later = openly(stored, entry('JD1', { 日期: '2026-06-01' }))
    expect(only(later.supervisions.update).after).toMatchObject({ until: '2026-12-01', visitOn: '2026-12-01' })
    expect(differencesOf(later, stored)).toMatchObject([
      { sheet: '谈话', label: 'JD1', changes: [{ column: '监督谈话' }] }
    ])
    expect(brief(openly(stored, talk('JD1'), entry('TH1')))).toEqual([
      '谈话/2/谈话编号/key-duplicate',
      '谈话/3/谈话编号/key-duplicate'
    ])
  })

  it('and T13 has no place here at all', () => {
    const rows = ['T13', '纪检谈话函询', '纪检谈话函询（问题线索）'].map((kind, index) =>
      talk(`${index}`, { 类型: kind, 谈话要点: secret })
    )
    const made = openly(office, ...rows)
    expect(brief(made)).toEqual([2, 3, 4].map((row) => `谈话/${row}/类型/content-not-allowed`))
    expect(JSON.stringify(made)).not.toContain(secret)
  })
})

describe('levels', () => {
  const sentence = 'L3 级内容要先由书记输入 L3 口令再导入'
  const l3 = talk('TH3', { 密级: 'L3', 困难诉求: secret })

  it('of L3 go in only while the L3 password is in force', () => {
    const made = closed(office, l3, entry('JD1'))
    expect(brief(made)).toEqual(['谈话/2/密级/content-not-allowed', '谈话/3/类型/content-not-allowed'])
    for (const { message } of made.faults) expect(message).toContain(sentence)
    expect(JSON.stringify(made)).not.toContain(secret)
    expect(openly(office, l3, entry('JD1')).faults).toEqual([])
  })

  it('of L3 that are there are touched by nothing while it is not', () => {
    const stored = saved(office, openly(office, l3))
    expect(sizeOf(openly(stored, l3))).toEqual(nothing)
    const sealed: Office = { ...stored, talks: [], sealedTalks: ['TH3', 'TH4-2'] }
    const rows = [l3, talk('TH4', { 谈话对象: '李四、王五' }), entry('ＴＨ4-2')]
    expect(brief(closed(sealed, l3, talk('TH4', { 谈话对象: '李四、王五' })))).toEqual([
      '谈话/2/谈话编号/record-final',
      '谈话/3/谈话编号/record-final'
    ])
    expect(sizeOf(closed(sealed, ...rows))).toEqual(nothing)
  })

  it('are not raised to L3 by a file: the words would stay in the journal', () => {
    const stored = saved(office, closed(office, talk('TH1')))
    expect(brief(openly(stored, talk('TH1', { 密级: 'L3' })))).toEqual(['谈话/2/密级/content-not-allowed'])
  })

  it('are for those whose roles write them, and what may not be read may not be changed', () => {
    const mayWrite = (level: string): boolean => level === 'L1'
    const made = as(
      { mayWrite },
      office,
      talk('1'),
      talk('2', { 密级: 'L2', 意见建议: secret }),
      talk('3', { 类型: 'T07' })
    )
    expect(brief(made)).toEqual(['谈话/3/密级/content-not-allowed', '谈话/4/密级/content-not-allowed'])
    const stored = saved(office, closed(office, talk('1', { 意见建议: secret })))
    const foreign = { mayChange: () => false }
    expect(brief(as(foreign, stored, talk('1', { 意见建议: secret })))).toEqual(['谈话/2/谈话编号/content-not-allowed'])
    const whole = exportLedger(stored).map(({ name, columns, rows }) => ({
      ...{ name, rows: [columns.map(({ header }) => header), ...rows] }
    }))
    expect(plan(whole, stored, { ...foreign, mayWrite: () => false }).faults).toEqual([])
    expect(brief(as(foreign, stored, talk('1', { 意见建议: '改' })))).toEqual(['谈话/2/谈话编号/content-not-allowed'])
  })

  it('say who entered a new talk, and leave that of an old one', () => {
    const made = as({ accountId: 'a' }, office, talk('1'))
    expect(only(made.talks.create).enteredBy).toBe('a')
    const changed = as({ accountId: 'b' }, saved(office, made), talk('1', { 结束: '15:00' }))
    expect(only(changed.talks.update).after.enteredBy).toBe('a')
  })

  it('above L1 are compared without their words, and L3 is never exported', () => {
    const stored = saved(office, openly(office, talk('1', { 密级: 'L2', 意见建议: secret }), l3, entry('JD1')))
    const changed = openly(stored, talk('1', { 密级: 'L2', 意见建议: '别的', 结束: '15:00' }))
    const [difference] = differencesOf(changed, stored)
    expect(difference?.changes).toEqual([
      { column: '结束', before: '', after: '15:00' },
      { column: '意见建议', before: '（不在这里显示）', after: '（不在这里显示）' }
    ])
    const sheet = exportLedger(stored).find(({ name }) => name === '谈话')
    expect(sheet?.rows.map(([number]) => number)).toEqual(['1'])
  })
})
