import { describe, expect, it } from 'vitest'
import type { Disposal } from '../../../../shared/features/disposal/disposal.ts'
import type { Entry } from '../../../../shared/features/evaluation/evaluation.ts'
import { followUpsOf } from '../../../../shared/features/evaluation/follow-up-rules.ts'
import { aDisposal } from '../disposal/a-disposal.ts'
import { anEntry, evaluated, someHelp } from './evaluation-facts.ts'

const at = (today: string, entries: readonly Entry[], disposals: readonly Disposal[] = []) =>
  followUpsOf({ ...evaluated({ evaluation: { entries: [...entries], decidedOn: '2026-12-12' }, today }), disposals })
const seen = (today: string, entries: readonly Entry[], disposals: readonly Disposal[] = []) =>
  at(today, entries, disposals).map(({ kind, due, level }) => [kind, due, level])

const told = { toldOn: '2026-12-12' } as const
const weak = (help: Entry['help'], final: Entry['final'] = '基本合格') => anEntry('甲', { ...told, final, help })
const plan = { helper: { memberId: '乙', name: '乙' }, measures: '每月谈一次' }

describe('what an evaluation asks for afterwards', () => {
  it('is nothing before the day of the decision, and nothing of one without a grade', () => {
    expect(seen('2026-12-11', [anEntry('甲', { final: '合格' })])).toEqual([])
    expect(seen('2026-12-12', [anEntry('甲')])).toEqual([])
  })

  it('is to tell everybody within 30 days: blue, yellow in the last week, red after it', () => {
    const entries = ['甲', '乙', '丙'].map((name) => anEntry(name, { final: '合格' }))
    const levels = ['2026-12-12', '2027-01-03', '2027-01-04', '2027-01-11', '2027-01-12'].map(
      (day) => seen(day, entries)[0]?.[2]
    )
    expect(levels).toEqual(['blue', 'blue', 'yellow', 'yellow', 'red'])
    expect(at('2026-12-20', entries)).toEqual([
      {
        ...{ kind: 'tell', due: '2027-01-11', level: 'blue', memberId: null, ruleId: 'R4-07' },
        subject: '把评定结果告知本人，还有 3 人'
      }
    ])
    expect(at('2026-12-20', [anEntry('甲', { final: '合格' })])[0]).toMatchObject({
      ...{ memberId: '甲', subject: '把评定结果告知甲' }
    })
    expect(seen('2026-12-20', [anEntry('甲', { final: '合格', ...told })])).toEqual([])
  })

  it('is a plan of help for 基本合格, then a record every three months, then its end', () => {
    expect(seen('2026-12-20', [weak(null)])).toEqual([['help-plan', '2027-01-11', 'blue']])
    expect(seen('2027-01-12', [weak(someHelp({ ...plan, measures: ' ' }))])).toEqual([
      ['help-plan', '2027-01-11', 'red']
    ])
    const help = someHelp({ ...plan, dueOn: '2027-06-30' })
    expect(seen('2027-03-13', [weak(help)])).toEqual([
      ['help-quarter', '2027-03-12', 'red'],
      ['help-close', '2027-06-30', 'blue']
    ])
    const recorded = { ...help, quarters: [{ on: '2027-03-31', text: '有进步' }] }
    expect(seen('2027-04-02', [weak(recorded)])).toEqual([['help-close', '2027-06-30', 'blue']])
    expect(seen('2027-07-01', [weak({ ...recorded, closedOn: '2027-06-30' })])).toEqual([])
  })

  it('is the start of a 组织处置 for 不合格, unless one is on record', () => {
    const help = someHelp({ ...plan, closedOn: '2026-12-12' })
    const entries = [weak(help, '不合格')]
    expect(at('2026-12-20', entries)).toEqual([
      {
        ...{ kind: 'disposal-start', due: null, level: 'yellow', memberId: '甲', ruleId: '4.3-procedure' },
        subject: '研究对甲的组织处置（评为不合格）'
      }
    ])
    const old = aDisposal({ memberId: '甲', recordedOn: '2024-01-01' })
    expect(seen('2026-12-20', entries, [old])).toHaveLength(1)
    expect(seen('2026-12-20', entries, [{ ...old, evaluationId: 'py' }])).toEqual([])
    expect(seen('2026-12-20', entries, [{ ...old, recordedOn: '2026-12-13' }])).toEqual([])
    expect(seen('2026-12-20', entries, [{ ...old, memberId: '乙', recordedOn: '2026-12-13' }])).toHaveLength(1)
  })
})
