import { describe, expect, it } from 'vitest'
import type { Supervision } from '../../../../shared/features/supervision/supervision.ts'
import {
  remindOnOf,
  restrictionNote,
  restrictionOf,
  settleSupervision,
  supervisionProblems,
  supervisionSteps
} from '../../../../shared/features/supervision/supervision-rules.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const anEntry = (part: Partial<Supervision>): Supervision => ({
  ...{ id: 's1', number: 'JD-1', organisationId: 'zb', kind: 'T12', form: null, year: 2026, date: '2026-09-05' },
  ...{
    by: '县局党组',
    person: { name: '张三', memberId: 'm1' },
    basis: '云烟党〔2026〕7 号',
    receivedOn: null,
    dueOn: null
  },
  ...{ answeredOn: null, until: null, visitOn: null, visitedOn: null, recordedOn: '2026-09-06' },
  ...part
})
const settled = (part: Partial<Supervision>) => settleSupervision(anEntry(part), plainRules).entry
const said = (part: Partial<Supervision>, today: string) =>
  supervisionSteps(settled(part), today).map(({ state, message }) => `${state} ${message}`)

describe('what follows from an entry', () => {
  it('of 函询: an answer within 15 working days after it came', () => {
    expect(settled({ kind: 'T11', date: '2026-09-16', receivedOn: '2026-09-18' })).toMatchObject({
      ...{ dueOn: '2026-10-15', until: null, visitOn: null }
    })
    expect(settled({ kind: 'T11', receivedOn: null }).dueOn).toBeNull()
  })

  it('says where holidays are unknown', () => {
    const { entry, notes } = settleSupervision(anEntry({ kind: 'T11', receivedOn: '2027-01-04' }), plainRules)
    expect(entry.dueOn).toBe('2027-01-25')
    expect(notes).toEqual(['2027 年没有节假日数据，2027-01-25 是按周一至周五算的，请核对。'])
    expect(settleSupervision(anEntry({}), plainRules).notes).toEqual([])
  })

  it('of 诫勉: effect and visit after six months, and the examination five working days after the talk', () => {
    expect(settled({ date: '2026-08-31', form: '谈话' })).toMatchObject({
      ...{ until: '2027-02-28', visitOn: '2027-02-28', dueOn: '2026-09-07', form: '谈话' }
    })
    expect(settled({ form: '书面' }).dueOn).toBeNull()
    const off = rulesWith([{ ruleId: 'T12-5', parameter: 'on', value: 0 }])
    expect(settleSupervision(anEntry({}), off).entry.dueOn).toBeNull()
    const ten = rulesWith([{ ruleId: 'T12-5', parameter: 'days', value: 10 }])
    expect(settleSupervision(anEntry({ date: '2026-08-31' }), ten).entry.dueOn).toBe('2026-09-14')
  })

  it('keeps a visit that was set, and moves with the date one that was not', () => {
    expect(settled({ visitOn: '2027-03-20' }).visitOn).toBe('2027-03-20')
    expect(settled({ ...settled({}), date: '2026-10-08' })).toMatchObject({
      until: '2027-04-08',
      visitOn: '2027-04-08'
    })
  })

  it('keeps what is set by hand for the others, and clears what their kind does not have', () => {
    const own = { dueOn: '2026-09-20', receivedOn: '2026-09-06', answeredOn: '2026-09-18', visitOn: '2026-12-01' }
    expect(settled({ kind: 'T10', form: '书面', ...own })).toMatchObject({
      ...{ dueOn: '2026-09-20', receivedOn: null, answeredOn: '2026-09-18', visitOn: '2026-12-01', form: null }
    })
    expect(settled({ kind: 'T08', form: '谈话', until: '2026-12-01', ...own })).toMatchObject({
      ...{ dueOn: null, answeredOn: null, until: null, form: '谈话' }
    })
  })

  it('is the same when it is settled again', () => {
    for (const kind of ['T08', 'T09', 'T10', 'T11', 'T12'] as const) {
      const once = settled({ kind, receivedOn: '2026-09-06', dueOn: '2026-09-20', form: '谈话' })
      expect(settleSupervision(once, plainRules).entry).toEqual(once)
    }
  })
})

describe('the next open day', () => {
  it('is the answer, then the visit, then nothing', () => {
    const entry = settled({})
    expect(remindOnOf(entry)).toBe('2026-09-11')
    expect(remindOnOf({ ...entry, answeredOn: '2026-09-10' })).toBe('2027-03-05')
    expect(remindOnOf({ ...entry, answeredOn: '2026-09-10', visitedOn: '2027-03-04' })).toBeNull()
    expect(remindOnOf(settled({ kind: 'T09' }))).toBeNull()
  })
})

describe('the span of a 诫勉', () => {
  const span = { memberId: 'm1', from: '2026-09-05', until: '2027-03-05' }

  it('goes from its day to its last day, of somebody on the roster', () => {
    expect(restrictionOf(settled({}))).toEqual(span)
    expect(restrictionOf(settled({ person: { name: '张三', memberId: null } }))).toBeNull()
    expect(restrictionOf(settled({ kind: 'T08' }))).toBeNull()
  })

  it('is said where somebody is put forward, on both its ends, without a word of what it was', () => {
    const note = restrictionNote(span, '2026-11-20')
    expect(note).toEqual({
      rule: 'T12',
      message: '影响期内（至 2027-03-05）：不得提拔或者重用，当年年度考核、本任期考核评优和评先的资格取消。'
    })
    expect(note?.message).not.toMatch(/诫勉|谈话|处分/)
    const days = ['2026-09-04', '2026-09-05', '2027-03-05', '2027-03-06']
    expect(days.map((day) => restrictionNote(span, day) !== null)).toEqual([false, true, true, false])
  })
})

describe('the register says', () => {
  it('how far a 诫勉 is', () => {
    expect(said({}, '2026-09-08')).toEqual([
      'open 书面检查应不晚于 2026-09-11，还有 3 天',
      'open 影响期至 2027-03-05，还有 178 天',
      'open 改正回访应不晚于 2027-03-05，还有 178 天'
    ])
    expect(said({}, '2026-11-20')).toContain('open 影响期至 2027-03-05，还有 105 天')
    expect(said({ answeredOn: '2026-09-10' }, '2027-03-06')).toEqual([
      'done 书面检查：2026-09-10 已完成',
      'done 影响期至 2027-03-05，已满',
      'overdue 改正回访应不晚于 2027-03-05，已过 1 天'
    ])
    expect(said({}, '2027-03-05').at(-1)).toBe('open 改正回访应不晚于 2027-03-05，今天是最后一天')
  })

  it('when an answer to 函询 is due, and nothing of a 批评教育', () => {
    expect(said({ kind: 'T11', receivedOn: '2026-09-18' }, '2026-10-17')).toEqual([
      'overdue 书面回复应不晚于 2026-10-15，已过 2 天'
    ])
    expect(said({ kind: 'T09' }, '2026-10-17')).toEqual([])
  })
})

describe('what cannot be in an entry', () => {
  const problems = (part: Partial<Supervision>) => supervisionProblems(anEntry(part), '2026-11-20')

  it('is named with its field and both days', () => {
    expect(problems({ kind: 'T11', receivedOn: '2026-09-04' })).toEqual([
      { field: 'receivedOn', message: '收到日期 2026-09-04 早于日期 2026-09-05，应不早于它。' }
    ])
    expect(problems({ kind: 'T11', receivedOn: '2026-09-08', answeredOn: '2026-09-07' })).toEqual([
      { field: 'answeredOn', message: '回复日期 2026-09-07 早于收到日期 2026-09-08，应不早于它。' }
    ])
    expect(problems({ answeredOn: '2026-09-01' }).map(({ field }) => field)).toEqual(['answeredOn'])
    expect(problems({ kind: 'T10', dueOn: '2026-09-01' }).map(({ field }) => field)).toEqual(['dueOn'])
    expect(problems({ visitOn: '2026-09-01', visitedOn: '2026-09-02' }).map(({ field }) => field)).toEqual([
      ...['visitOn', 'visitedOn']
    ])
    expect(problems({ date: '2026-11-21' })).toEqual([
      { field: 'date', message: '日期 2026-11-21 在今天（2026-11-20）之后，应是已经发生的日期。' }
    ])
    expect(problems({ visitedOn: '2026-11-21' }).map(({ field }) => field)).toEqual(['visitedOn'])
  })

  it('is a form for any but 提醒谈话 and 诫勉, and a day of receipt for any but 函询', () => {
    expect(problems({ kind: 'T09', form: '谈话' })).toEqual([
      { field: 'form', message: '方式（谈话或者书面）只有提醒谈话和诫勉要填，这里应空着。' }
    ])
    expect([...problems({ kind: 'T08', form: '书面' }), ...problems({ form: '谈话' })]).toEqual([])
    expect(problems({ receivedOn: '2026-09-06' })).toEqual([
      { field: 'receivedOn', message: '收到日期只有函询要填，这里应空着。' }
    ])
  })

  it('is nothing in one that is in order, nor in a later date that moves what follows from it', () => {
    const moved = { ...settled({}), date: '2026-11-20' }
    expect(supervisionProblems(moved, '2026-11-20')).toEqual([])
    expect(supervisionProblems({ ...moved, until: '2026-10-01', visitOn: '2026-10-01' }, '2026-11-20')).toEqual([])
    expect(supervisionProblems(settled({}), '2026-11-20')).toEqual([])
    expect(problems({ kind: 'T11', receivedOn: '2026-09-05', answeredOn: '2026-09-05' })).toEqual([])
  })
})
