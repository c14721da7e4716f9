import { describe, expect, it } from 'vitest'
import { meetingAlerts } from '../../../../shared/features/alert/meeting-alert-rules.ts'
import {
  cellMarks,
  type Coverage,
  coverageOf,
  isAllHeld,
  ratePercent
} from '../../../../shared/features/plan/coverage-rules.ts'
import type { PlanBranch } from '../../../../shared/features/plan/wanted-rules.ts'
import { addDays } from '../../../../shared/kernel/dates.ts'
import { builtInBook } from '../../../../shared/rulebook/rule-book.ts'
import { aGroup, aPlanBranch, held, periodsOf, planned } from './plan-facts.ts'

const coverage = (branch: PlanBranch, today: string, year = 2026) => coverageOf([branch], periodsOf(year, today), null)

/** What a row shows under a column: √, its marks, or nothing. */
function shown({ columns, rows }: Coverage, title: string, row = 0): string {
  const parts = rows[row]?.cells[columns.findIndex((column) => column.title === title)] ?? []
  return isAllHeld(parts)
    ? '√'
    : cellMarks(parts)
        .map(({ text, state }) => `${text} ${state}`)
        .join('；')
}

const months = Array.from({ length: 12 }, (_one, index) => String(index + 1).padStart(2, '0'))

describe('the cells of a branch', () => {
  it('go by months, quarters after each third month, and the year', () => {
    expect(coverage(aPlanBranch(), '2026-11-21').columns.map(({ title }) => title)).toEqual([
      ...['1月', '2月', '3月', '一季大会', '4月', '5月', '6月', '二季大会'],
      ...['7月', '8月', '9月', '三季大会', '10月', '11月', '12月', '四季大会', '全年']
    ])
  })

  it('say what was held, what is missing, what is past the fixed day, what still runs, and nothing of what is ahead', () => {
    const branch = aPlanBranch({
      meetings: [
        held('2026-09-03', '支委会'),
        held('2026-09-15', '主题党日'),
        held('2026-10-12', '支委会'),
        held('2026-08-20', '党员大会'),
        held('2026-04-01', '党课'),
        held('2026-12-03', '支委会')
      ]
    })
    const found = coverage(branch, '2026-11-21')
    expect(shown(found, '9月')).toBe('√')
    expect(shown(found, '10月')).toBe('缺日 missing')
    expect(shown(found, '8月')).toBe('缺委日 missing')
    expect(shown(found, '三季大会')).toBe('√')
    expect(shown(found, '二季大会')).toBe('缺会 missing')
    expect(shown(found, '11月')).toBe('缺日 late；差委 open')
    expect(shown(found, '四季大会')).toBe('差会 open')
    expect(shown(found, '12月')).toBe('')
    expect(shown(found, '全年')).toBe('差课1/4生 open')
  })

  it('become late the day after the fixed day, as it was moved, and missing the day after the month', () => {
    // 15 November 2026 is a Sunday, so the day was the 16th.
    const at = (today: string) => shown(coverage(aPlanBranch({ committee: false }), today), '11月')
    expect(at('2026-11-16')).toBe('差日 open')
    expect(at('2026-11-17')).toBe('缺日 late')
    expect(at('2026-12-01')).toBe('缺日 missing')
    const unfixed = aPlanBranch({ committee: false, themeDay: null })
    expect(shown(coverage(unfixed, '2026-11-30'), '11月')).toBe('差日 open')
  })

  it('keep 组织生活会 open until 31 March of the next year, by its 所属年度', () => {
    const at = (today: string, branch = aPlanBranch({ committee: false })) => shown(coverage(branch, today), '全年')
    expect(at('2027-03-31')).toBe('缺课0/4 missing；差生 open')
    expect(at('2027-04-01')).toBe('缺课0/4生 missing')
    const spring = aPlanBranch({ committee: false, meetings: [{ ...held('2027-02-10', '组织生活会'), year: 2026 }] })
    expect(at('2027-04-01', spring)).toBe('缺课0/4 missing')
  })

  it('are empty where nothing is asked, and the row says why', () => {
    const found = coverage(aPlanBranch({ kind: '临时党支部', committee: false, foundedOn: '2026-09-10' }), '2026-11-21')
    expect(shown(found, '全年')).toBe('')
    expect(found.rows[0]?.cells[0]).toEqual([])
    expect(shown(found, '三季大会')).toBe('缺会 missing')
    expect(found.rows[0]?.notes).toEqual([
      '2026-09-10 起',
      '不设支委会',
      '未划分党小组',
      '临时党支部，不要求党课和组织生活会'
    ])
    expect(coverage(aPlanBranch({ groups: [aGroup('一')] }), '2026-11-21').rows[0]?.notes).toEqual([])
  })

  it('ask for each group by itself, and say for when something is planned', () => {
    const groups = [aGroup('一', { meetings: [held('2026-11-10', '党小组会')] }), aGroup('二')]
    const branch = aPlanBranch({ groups, committee: false, entries: [planned('2026-11-25', '主题党日')] })
    const cell = coverage(branch, '2026-11-12').rows[0]?.cells[13]
    expect(cell?.map(({ group, state, plannedOn }) => [group, state, plannedOn])).toEqual([
      [null, 'open', '2026-11-25'],
      ['一党小组', 'held', null],
      ['二党小组', 'open', null]
    ])
  })
})

describe('the rates', () => {
  it('are held of those whose period is over, in whole per cent, by row, by column and in all', () => {
    // Held: 主题党日 in January to October but May, 支委会 in each of them, 党员大会 in three quarters.
    const full = aPlanBranch({
      meetings: [
        ...months.slice(0, 10).flatMap((month) => [held(`2026-${month}-05`, '支委会')]),
        ...months.slice(0, 10).flatMap((month) => (month === '05' ? [] : [held(`2026-${month}-15`, '主题党日')])),
        ...['2026-03-20', '2026-06-20', '2026-09-20'].map((day) => held(day, '党员大会')),
        held('2026-11-05', '支委会')
      ]
    })
    const empty = aPlanBranch({ id: 'other', committee: false })
    const { rows, rate, columns, columnRates } = coverageOf([full, empty], periodsOf(2026, '2026-11-21'), null)
    expect(rows.map((row) => row.rate)).toEqual([
      { held: 22, due: 23 },
      { held: 0, due: 13 }
    ])
    expect(rows.map((row) => ratePercent(row.rate))).toEqual([95, 0])
    expect(rate).toEqual({ held: 22, due: 36 })
    const of = (title: string) => columnRates[columns.findIndex((column) => column.title === title)]
    expect([of('5月'), of('一季大会'), of('11月'), of('全年')]).toEqual([
      { held: 1, due: 3 },
      { held: 1, due: 2 },
      { held: 0, due: 0 },
      { held: 0, due: 0 }
    ])
    expect(ratePercent({ held: 0, due: 0 })).toBeNull()
  })

  it('never pass 100 %, however many meetings there were', () => {
    const many = months.flatMap((month) =>
      ['02', '03', '04'].map((day) => held(`2026-${month}-${day}`, '支委会', '主题党日', '党课', '党员大会'))
    )
    const found = coverage(aPlanBranch({ meetings: [...many, held('2026-11-20', '组织生活会')] }), '2027-05-01')
    expect(found.rate).toEqual({ held: 33, due: 33 })
    expect(found.columnRates.map(ratePercent)).toEqual(found.columns.map(() => 100))
  })

  it('of one type are those of its columns alone', () => {
    const found = coverageOf([aPlanBranch()], periodsOf(2026, '2026-11-21'), '党员大会')
    expect(found.columns.map(({ title }) => title)).toEqual(['一季大会', '二季大会', '三季大会', '四季大会'])
    expect(found.rate).toEqual({ held: 0, due: 3 })
  })
})

describe('coverage and warnings', () => {
  it('agree on what is missing, on any day', () => {
    const groups = [
      aGroup('一', { meetings: [held('2026-03-04', '党小组会')] }),
      aGroup('二', { foundedOn: '2026-06-15' })
    ]
    const branch = aPlanBranch({
      ...{ groups, foundedOn: '2026-02-10' },
      meetings: [held('2026-02-20', '支委会'), held('2026-05-20', '主题党日', '党课'), held('2026-09-09', '党员大会')]
    })
    for (let day = '2026-02-01'; day < '2027-05-01'; day = addDays(day, 13)) {
      const red = meetingAlerts(
        branch,
        groups.map((one) => ({ ...one, hasCommittee: () => false })),
        {
          ...{ year: 2026, today: day, book: builtInBook }
        }
      ).filter(({ level }) => level === 'red')
      const missing = coverage(branch, day).rows.flatMap(({ cells }) =>
        cells.flat().filter(({ state }) => state === 'missing')
      )
      expect(missing.length, day).toBe(red.length)
    }
  })
})
