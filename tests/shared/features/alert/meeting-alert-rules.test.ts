import { describe, expect, it } from 'vitest'
import {
  type HeldMeeting,
  meetingAlerts,
  type WatchedOrganisation
} from '../../../../shared/features/alert/meeting-alert-rules.ts'
import type { MeetingType } from '../../../../shared/features/meeting/meeting.ts'
import { addDays } from '../../../../shared/kernel/dates.ts'
import { builtInBook, type RuleBook } from '../../../../shared/rulebook/rule-book.ts'
import { aBranch } from '../../../factories/records.ts'
import { aBook, anOverride, aPackage } from '../../../factories/rules.ts'

const held = (date: string, ...types: MeetingType[]): HeldMeeting => ({ date, types, year: Number(date.slice(0, 4)) })

type Part = Partial<WatchedOrganisation['organisation']> & {
  recordsFrom?: string
  committee?: boolean
  meetings?: HeldMeeting[]
}

const watched = ({ recordsFrom, committee = false, meetings = [], ...part }: Part): WatchedOrganisation => ({
  organisation: aBranch(part),
  recordsFrom: recordsFrom ?? null,
  hasCommittee: () => committee,
  meetings
})

/** The alerts of one code on a day, as `subject level due`. */
function alerts(code: string, today: string, part: Part = {}, groups: Part[] = [], year = 2026): string[] {
  return meetingAlerts(watched(part), groups.map(watched), { year, today, book: builtInBook })
    .filter((alert) => alert.code === code)
    .map(({ subject, level, due }) => `${subject} ${level} ${due}`)
}

/** The level of one subject the day before, on and after each of the days on which it changes. */
const levels = (code: string, subject: string, days: string[], part: Part = {}, groups: Part[] = [], year = 2026) =>
  days.flatMap((day) =>
    [-1, 0, 1].map((step) => {
      const found = alerts(code, addDays(day, step), part, groups, year).find((line) => line.startsWith(subject))
      return found?.split(' ')[1] ?? null
    })
  )

const [blue, yellow, red] = ['blue', 'yellow', 'red']
const rising = [null, blue, blue, blue, yellow, yellow, yellow, red, red]

describe('the threshold days', () => {
  const table: [
    name: string,
    code: string,
    subject: string,
    days: string[],
    part: Part,
    groups: Part[],
    year: number
  ][] = [
    ['W01 first quarter', 'W01', '2026年第一季度党员大会', ['2026-03-16', '2026-03-24', '2026-04-01'], {}, [], 2026],
    ['W01 second quarter', 'W01', '2026年第二季度党员大会', ['2026-06-15', '2026-06-23', '2026-07-01'], {}, [], 2026],
    ['W01 third quarter', 'W01', '2026年第三季度党员大会', ['2026-09-15', '2026-09-23', '2026-10-01'], {}, [], 2026],
    ['W01 last quarter', 'W01', '2026年第四季度党员大会', ['2026-12-16', '2026-12-24', '2027-01-01'], {}, [], 2026],
    ['W02', 'W02', '2026年3月支委会', ['2026-03-21', '2026-03-28', '2026-04-01'], { committee: true }, [], 2026],
    [
      'W02 February',
      'W02',
      '2026年2月支委会',
      ['2026-02-18', '2026-02-25', '2026-03-01'],
      { committee: true },
      [],
      2026
    ],
    [
      'W02 leap year',
      'W02',
      '2028年2月支委会',
      ['2028-02-19', '2028-02-26', '2028-03-01'],
      { committee: true },
      [],
      2028
    ],
    ['W03', 'W03', '2026年4月党小组会', ['2026-04-20', '2026-04-27', '2026-05-01'], {}, [{ code: 'XZ01' }], 2026],
    ['W04 day 15', 'W04', '2026年5月主题党日', ['2026-05-12', '2026-05-18', '2026-06-01'], { themeDay: 15 }, [], 2026],
    ['W05', 'W05', '2026年党课', ['2026-12-01', '2026-12-21', '2027-01-01'], {}, [], 2026],
    ['W06', 'W06', '2026年度组织生活会', ['2026-10-01', '2026-12-01', '2027-04-01'], {}, [], 2026]
  ]
  it.each(table)('%s', (_name, code, subject, days, part, groups, year) => {
    expect(levels(code, subject, days, part, groups, year)).toEqual(rising)
  })

  it('of a 主题党日 late in the month are capped, and red hides a yellow of the next month', () => {
    const part = { themeDay: 31 }
    expect(levels('W04', '2026年2月主题党日', ['2026-02-25', '2026-03-01'], part)).toEqual([
      null,
      blue,
      blue,
      blue,
      red,
      red
    ])
    expect(levels('W04', '2028年2月主题党日', ['2028-02-26', '2028-03-01'], part, [], 2028)).toEqual([
      ...[null, blue, blue, blue, red, red]
    ])
  })

  it('of a 主题党日 early in the month show blue from the 1st', () => {
    for (const themeDay of [1, 3, 4])
      expect(levels('W04', '2026年5月主题党日', ['2026-05-01'], { themeDay }).slice(0, 2)).toEqual([null, blue])
    expect(levels('W04', '2026年5月主题党日', ['2026-05-04'], { themeDay: 1 })).toEqual([blue, yellow, yellow])
  })

  it('of a 主题党日 without a fixed day are only the end of the month', () => {
    expect(levels('W04', '2026年5月主题党日', ['2026-05-15', '2026-06-01'])).toEqual([null, null, null, null, red, red])
  })
})

describe('what fills a period', () => {
  it('is one meeting of its type between its first and its last day, up to today', () => {
    const third = (date: string, today = '2026-10-01') =>
      alerts('W01', today, { meetings: [held(date, '党员大会')] }).filter((line) => line.includes('第三季度'))
    expect(third('2026-06-30')).toHaveLength(1)
    expect(third('2026-07-01')).toEqual([])
    expect(third('2026-09-30')).toEqual([])
    expect(third('2026-10-01')).toHaveLength(1)
    expect(third('2026-09-30', '2026-09-29')).toHaveLength(1)
  })

  it('is each of the types of one meeting', () => {
    const meetings = [held('2026-01-20', '主题党日', '党课', '党员大会')]
    for (const code of ['W01', 'W04'])
      expect(alerts(code, '2026-04-01', { meetings }).join()).not.toContain('2026年1月')
    expect(alerts('W01', '2026-04-01', { meetings })).toEqual([])
  })

  it('is four 党课 in the year', () => {
    const lectures = (count: number) => ({
      meetings: ['02', '05', '08', '11'].slice(0, count).map((month) => held(`2026-${month}-10`, '党课'))
    })
    expect(alerts('W05', '2026-12-31', lectures(3))).toEqual(['2026年党课 yellow 2026-12-31'])
    expect(alerts('W05', '2026-12-31', lectures(4))).toEqual([])
    const [alert] = meetingAlerts(watched(lectures(3)), [], {
      year: 2026,
      today: '2026-12-31',
      book: builtInBook
    }).filter(({ code }) => code === 'W05')
    expect(alert?.message).toContain('应有 4 次，现有 3 次')
  })

  it('is a 组织生活会 of the year, also in the spring of the next', () => {
    const spring = { ...held('2027-03-31', '组织生活会'), year: 2026 }
    expect(alerts('W06', '2027-04-01', { meetings: [spring] })).toEqual([])
    expect(alerts('W06', '2027-03-30', { meetings: [spring] })).toEqual(['2026年度组织生活会 yellow 2027-03-31'])
    const ofBefore = { ...held('2026-03-10', '组织生活会'), year: 2025 }
    expect(alerts('W06', '2027-04-01', { meetings: [ofBefore] })).toEqual(['2026年度组织生活会 red 2027-03-31'])
  })
})

describe('who is asked', () => {
  const red = '2027-04-01'
  const codesOf = (part: Part, groups: Part[] = []) => [
    ...new Set(
      meetingAlerts(watched(part), groups.map(watched), { year: 2026, today: red, book: builtInBook }).map(
        ({ code }) => code
      )
    )
  ]
  const kinds: [part: Part, codes: string[]][] = [
    [{ kind: '党支部', committee: true }, ['W01', 'W02', 'W04', 'W05', 'W06']],
    [{ kind: '党支部', committee: false }, ['W01', 'W04', 'W05', 'W06']],
    [{ kind: '联合党支部' }, ['W01', 'W04', 'W05', 'W06']],
    [{ kind: '临时党支部', committee: true }, ['W01', 'W02', 'W04']],
    [{ kind: '党总支', committee: true }, []],
    [{ kind: '党委', committee: true }, []]
  ]
  it.each(kinds)('%o: %j', (part, codes) => {
    expect(codesOf(part)).toEqual(codes)
  })

  it('are the groups of a branch, each under its own 编码', () => {
    const groups = [{ code: 'XZ01', meetings: [held('2026-01-05', '党小组会')] }, { code: 'XZ02' }]
    const found = meetingAlerts(watched({}), groups.map(watched), {
      year: 2026,
      today: '2026-02-01',
      book: builtInBook
    })
    expect(
      found.filter(({ code }) => code === 'W03').map(({ organisation, subject }) => organisation + subject)
    ).toEqual(['XZ022026年1月党小组会'])
  })

  it('is a committee only in the months in which there is one', () => {
    const branch = { ...watched({}), hasCommittee: (_from: string, to: string) => to >= '2026-06-15' }
    const months = meetingAlerts(branch, [], { year: 2026, today: '2026-09-01', book: builtInBook }).filter(
      ({ code }) => code === 'W02'
    )
    expect(months.map(({ due }) => due)).toEqual(['2026-06-30', '2026-07-31', '2026-08-31'])
  })
})

describe('from when', () => {
  const red = '2027-04-01'
  const firstDue = (code: string, part: Part, groups: Part[] = []) => alerts(code, red, part, groups)[0]?.split(' ')[2]
  const starts: [name: string, part: Part, quarter: string, month: string][] = [
    ['1 January', {}, '2026-03-31', '2026-01-31'],
    ['founded years ago', { foundedOn: '2012-09-01' }, '2026-03-31', '2026-01-31'],
    ['founded in July', { foundedOn: '2026-07-15' }, '2026-09-30', '2026-07-31'],
    ['founded on the last day of a period', { foundedOn: '2026-06-30' }, '2026-06-30', '2026-06-30'],
    ['founded on the first day of the next', { foundedOn: '2026-07-01' }, '2026-09-30', '2026-07-31'],
    ['records from November', { recordsFrom: '2026-11-20' }, '2026-12-31', '2026-11-30'],
    ['the later of both', { foundedOn: '2026-07-15', recordsFrom: '2026-10-01' }, '2026-12-31', '2026-10-31'],
    [
      'the later of both, the other way',
      { foundedOn: '2026-10-01', recordsFrom: '2026-02-01' },
      '2026-12-31',
      '2026-10-31'
    ]
  ]
  it.each(starts)('%s', (_name, part, quarter, month) => {
    expect(firstDue('W01', part)).toBe(quarter)
    expect(firstDue('W04', part)).toBe(month)
    expect(firstDue('W03', part, [{ code: 'XZ01' }])).toBe(month)
  })

  it('is later for a group that was formed later', () => {
    expect(firstDue('W03', { foundedOn: '2026-02-01' }, [{ code: 'XZ01', foundedOn: '2026-05-20' }])).toBe('2026-05-31')
    expect(firstDue('W03', { foundedOn: '2026-06-01' }, [{ code: 'XZ01', foundedOn: '2026-05-20' }])).toBe('2026-06-30')
  })

  it('leaves a branch of the late year fewer 党课 to give', () => {
    const two = [held('2026-08-10', '党课'), held('2026-11-10', '党课')]
    expect(alerts('W05', red, { foundedOn: '2026-07-01', meetings: two })).toEqual([])
    expect(alerts('W05', red, { foundedOn: '2026-06-30', meetings: two })).toHaveLength(1)
    expect(alerts('W05', red, { recordsFrom: '2026-11-20', meetings: two.slice(1) })).toEqual([])
  })

  it('asks nothing of a year that lies before it', () => {
    expect(
      meetingAlerts(watched({ foundedOn: '2027-01-01' }), [], { year: 2026, today: red, book: builtInBook })
    ).toEqual([])
  })
})

describe('the words', () => {
  it('say until when, and how long that is', () => {
    const message = (today: string) =>
      meetingAlerts(watched({}), [], { year: 2026, today, book: builtInBook }).find(
        ({ subject }) => subject === '2026年第一季度党员大会'
      )?.message
    expect(message('2026-03-24')).toBe('2026年第一季度党员大会还没有记录，应不晚于 2026-03-31，还有 7 天。')
    expect(message('2026-03-31')).toBe('2026年第一季度党员大会还没有记录，应不晚于 2026-03-31，今天是最后一天。')
    expect(message('2026-04-01')).toBe('2026年第一季度党员大会还没有记录，应不晚于 2026-03-31；已经开过的请补录。')
  })

  it('come with the rule', () => {
    const rules = meetingAlerts(watched({ committee: true }), [watched({ code: 'XZ01' })], {
      year: 2026,
      today: '2027-04-01',
      book: builtInBook
    })
    expect([...new Set(rules.map(({ code, rule }) => `${code} ${rule.id}`))].sort()).toEqual([
      ...['W01 R1-11', 'W02 R1-12', 'W03 R1-13', 'W04 R1-14', 'W05 R1-15a', 'W06 R1-16']
    ])
  })
})

describe('the rules of the office', () => {
  const found = (book: RuleBook, today: string, year = 2026) =>
    meetingAlerts(watched({}), [], { year, today, book }).map(
      ({ code, level, rule, message }) => `${code} ${level} ${rule.article} ${message}`
    )

  it('move the days and the number from their year on, and leave the years before alone', () => {
    const overrides = [
      anOverride({ ruleId: 'R1-11', parameter: 'blue', value: 30 }),
      anOverride({ ruleId: 'R1-15a', parameter: 'times', value: 2 })
    ]
    const general = (today: string, year: number) =>
      found(aBook({ overrides }), today, year).filter((line) => line.startsWith('W01 blue'))
    expect(general('2026-03-02', 2026)).toHaveLength(1)
    expect(general('2026-03-02', 2026)).not.toEqual(general('2026-02-27', 2026))
    expect(general('2025-03-02', 2025)).toEqual([])
    expect(found(aBook({ overrides }), '2027-04-01').join()).toContain('应有 2 次，现有 0 次')
    expect(found(aBook({ overrides }), '2026-04-01', 2025).join()).toContain('应有 4 次，现有 0 次')
  })

  it('ask for nothing by a rule that is switched off', () => {
    const overrides = [anOverride({ ruleId: 'R1-15a', parameter: 'on', value: 0 })]
    expect(found(aBook({ overrides }), '2027-04-01').filter((line) => line.startsWith('W05'))).toEqual([])
  })

  it('are cited in the edition of the period, not in a later one', () => {
    const lines = found(aBook({ packages: [aPackage()] }), '2027-01-01').filter((line) => line.startsWith('W01'))
    expect(lines.map((line) => line.split(' ')[2])).toEqual(['第11、14条', '第11、14条', '第15条', '第15条'])
  })
})
