import { describe, expect, it } from 'vitest'
import type { Suspension } from '../../../../shared/features/suspension/suspension.ts'
import type { Whereabouts } from '../../../../shared/features/whereabouts/whereabouts.ts'
import {
  checkWhereabouts,
  missingWhereabouts,
  whereaboutsFindings
} from '../../../../shared/features/whereabouts/whereabouts-rules.ts'
import { plainRules } from '../../../factories/rules.ts'

const spell = (part: Partial<Whereabouts> = {}): Whereabouts => ({
  id: 'w',
  memberId: 'a',
  kind: '流动',
  from: '2026-01-05',
  to: null,
  place: '昆明',
  contact: '林慧',
  note: null,
  ...part
})
const lost = (part: Partial<Whereabouts> = {}): Whereabouts =>
  spell({ kind: '失联', place: null, contact: null, ...part })
const verdict = (record: Whereabouts, others: Whereabouts[] = []): string => {
  const checked = checkWhereabouts(record, others)
  return checked.ok ? 'ok' : `${checked.problem.field} ${checked.problem.message}`
}

describe('a spell away', () => {
  it('ends no earlier than it began', () => {
    expect(verdict(spell({ to: '2026-01-05' }))).toBe('ok')
    expect(verdict(spell({ to: '2026-01-04' }))).toBe('to 返回日期 2026-01-04 早于外出日期 2026-01-05，请核对。')
    expect(verdict(lost({ to: '2026-01-04' }))).toBe('to 取得联系日期 2026-01-04 早于失联日期 2026-01-05，请核对。')
  })

  it('does not overlap another of its kind, but contact may be lost on the way', () => {
    const before = spell({ id: 'old', from: '2025-01-01', to: '2026-01-05' })
    expect(verdict(spell(), [before])).toBe(
      'from 与已登记的流动（2025-01-01 至 2026-01-05）重叠，请改日期或修改那一段。'
    )
    expect(verdict(spell({ from: '2026-01-06' }), [before])).toBe('ok')
    expect(verdict(lost(), [spell({ id: 'old' })])).toBe('ok')
    expect(verdict(spell(), [spell()])).toBe('ok')
  })

  it('lacks place and contact where 流动 has none', () => {
    expect(missingWhereabouts(spell())).toEqual([])
    expect(
      missingWhereabouts(spell({ place: ' ', contact: null })).map(({ field, name }) => `${field} ${name}`)
    ).toEqual(['place 外出流向', 'contact 联系人'])
    expect(missingWhereabouts(lost())).toEqual([])
  })
})

describe('what the rules ask for', () => {
  const stopped: Suspension = {
    id: 's',
    memberId: 'a',
    organisationId: 'zb',
    kind: '停止党籍',
    from: '2026-08-01',
    to: null,
    basis: null
  }
  const found = (record: Whereabouts, today: string, suspensions: Suspension[] = []) =>
    whereaboutsFindings([record], suspensions, today, plainRules).map(
      ({ rule, status, since }) => `${rule} ${status} ${since}`
    )

  it('is 停止党籍 once contact has been lost for six months', () => {
    expect(found(lost(), '2026-07-04')).toEqual([])
    expect(found(lost(), '2026-07-05')).toEqual(['R8.5-1 open 2026-07-05'])
    expect(whereaboutsFindings([lost()], [], '2026-07-05', plainRules)[0]?.message).toBe(
      '2026-01-05 起失去联系，已满 6 个月，查找后仍没有取得联系的，按规定停止党籍。'
    )
    expect(found(lost({ to: '2026-07-05' }), '2026-07-05')).toEqual([])
  })

  it('is 除名 two years after 停止党籍, and nothing in between', () => {
    expect(found(lost(), '2028-07-31', [stopped])).toEqual([])
    expect(found(lost(), '2028-08-01', [stopped])).toEqual(['R8.5-2 open 2028-08-01'])
    expect(found(lost(), '2026-09-01', [{ ...stopped, memberId: 'b' }])).toEqual(['R8.5-1 open 2026-07-05'])
  })

  it('is a hint to transfer after six months in a known place', () => {
    expect(found(spell(), '2026-07-05')).toEqual(['R8.5-3 hint 2026-07-05'])
    expect(found(spell({ place: null }), '2026-07-05')).toEqual([])
    expect(found(spell({ to: '2026-06-01' }), '2026-07-05')).toEqual([])
  })

  it('comes with the longest overdue first', () => {
    const spells = [lost({ id: '1', from: '2026-03-01' }), lost({ id: '2', memberId: 'b', from: '2025-03-01' })]
    expect(whereaboutsFindings(spells, [], '2026-11-20', plainRules).map(({ memberId }) => memberId)).toEqual([
      'b',
      'a'
    ])
  })
})
