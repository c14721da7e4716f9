import { describe, expect, it } from 'vitest'
import { absenceAlerts } from '../../../../shared/features/alert/absence-alert-rules.ts'
import type { AbsenceReason } from '../../../../shared/features/meeting/meeting.ts'
import { rollOf } from '../../../../shared/features/meeting/meeting-rules.ts'
import { aMeeting, aMember, aMembership, aRoster } from '../../../factories/records.ts'

type Event = [date: string, absent: AbsenceReason | null, start?: string]

const rosterFrom = (from: string | null) =>
  aRoster([
    aMember('a', { name: '张三', memberships: [aMembership({ from })] }),
    aMember('b', { name: '李四', memberships: [aMembership({ id: 'b' })] })
  ])

/** W10 of 张三 on a day; 李四 comes to everything. */
function found(events: Event[], today: string, { from = null as string | null, joined = null as string | null } = {}) {
  const roster = rosterFrom(joined)
  const meetings = events.map(([date, reason, start], index) => {
    const meeting = aMeeting({
      ...{ id: `m${index}`, number: `HY${index}`, date, start: start ?? null, year: Number(date.slice(0, 4)) },
      absences: reason === null ? [] : [{ memberId: 'a', name: '张三', reason }]
    })
    return { meeting, roll: rollOf(meeting.types, date, roster) }
  })
  return absenceAlerts('ZB01', rollOf(['党员大会'], today, roster), meetings, { from, today })
}
const level = (...args: Parameters<typeof found>) => found(...args).map((alert) => `${alert.subject} ${alert.level}`)
const [yellow, red] = [['张三 yellow'], ['张三 red']]

describe('unexcused absences in a row', () => {
  const rows: [name: string, events: Event[], today: string, levels: string[]][] = [
    ['one', [['2026-03-05', '无故']], '2026-03-31', []],
    [
      'two',
      [
        ['2026-03-05', '无故'],
        ['2026-04-05', '无故']
      ],
      '2026-04-05',
      yellow
    ],
    [
      'the second only tomorrow',
      [
        ['2026-03-05', '无故'],
        ['2026-04-05', '无故']
      ],
      '2026-04-04',
      []
    ],
    [
      'attended between',
      [
        ['2026-03-05', '无故'],
        ['2026-03-20', null],
        ['2026-04-05', '无故']
      ],
      '2026-04-30',
      []
    ],
    [
      'excused between',
      [
        ['2026-03-05', '无故'],
        ['2026-03-20', '病假'],
        ['2026-04-05', '无故']
      ],
      '2026-04-30',
      yellow
    ],
    [
      'attended since',
      [
        ['2026-03-05', '无故'],
        ['2026-04-05', '无故'],
        ['2026-05-05', null]
      ],
      '2026-05-05',
      []
    ],
    [
      'excused since',
      [
        ['2026-03-05', '无故'],
        ['2026-04-05', '无故'],
        ['2026-05-05', '事假']
      ],
      '2026-05-05',
      yellow
    ],
    [
      'two excused',
      [
        ['2026-03-05', '事假'],
        ['2026-04-05', '其他']
      ],
      '2026-04-30',
      []
    ],
    [
      'over the turn of the year',
      [
        ['2025-12-20', '无故'],
        ['2026-01-10', '无故']
      ],
      '2026-01-10',
      yellow
    ],
    [
      'attended earlier that day',
      [
        ['2026-03-05', '无故'],
        ['2026-04-05', null, '09:00'],
        ['2026-04-05', '无故', '14:00']
      ],
      '2026-04-05',
      []
    ],
    [
      'attended later that day',
      [
        ['2026-03-05', '无故'],
        ['2026-04-05', '无故', '09:00'],
        ['2026-04-05', null, '14:00']
      ],
      '2026-04-05',
      []
    ],
    [
      'twice on one day',
      [
        ['2026-04-05', '无故', '14:00'],
        ['2026-04-05', '无故', '09:00']
      ],
      '2026-04-05',
      yellow
    ]
  ]
  it.each(rows)('%s', (_name, events, today, levels) => {
    expect(level(events, today)).toEqual(levels)
  })

  it('are named with their days', () => {
    const [alert] = found(
      [
        ['2026-03-05', '无故'],
        ['2026-04-05', '无故']
      ],
      '2026-04-05'
    )
    expect(alert).toMatchObject({ organisation: 'ZB01', due: null, rule: { id: null } })
    expect(alert?.message).toBe(
      '张三连续 2 次无故缺席，最近的是 2026年第一季度党员大会（2026-03-05）、2026年第二季度党员大会（2026-04-05）。'
    )
  })
})

describe('months without attendance', () => {
  const sick = (...dates: string[]): Event[] => dates.map((date) => [date, '病假'])
  const rows: [name: string, events: Event[], today: string, levels: string[]][] = [
    [
      'the day before six months',
      [['2026-01-15', null], ...sick('2026-02-15', '2026-03-15', '2026-04-15')],
      '2026-07-14',
      []
    ],
    [
      'six months to the day',
      [['2026-01-15', null], ...sick('2026-02-15', '2026-03-15', '2026-04-15')],
      '2026-07-15',
      red
    ],
    ['the day after', [['2026-01-15', null], ...sick('2026-02-15', '2026-03-15', '2026-04-15')], '2026-07-16', red],
    ['only two events', [['2026-01-15', null], ...sick('2026-02-15', '2026-03-15')], '2026-07-31', []],
    [
      'three events too far apart',
      [['2025-01-15', null], ...sick('2025-03-01', '2025-08-01', '2026-02-01')],
      '2026-07-31',
      []
    ],
    [
      'across the turn of the year',
      [['2025-09-30', null], ...sick('2025-10-20', '2025-12-20', '2026-02-20')],
      '2026-03-30',
      red
    ],
    [
      'clipped at the month’s end',
      [['2025-08-31', null], ...sick('2025-10-20', '2025-12-20', '2026-02-20')],
      '2026-02-28',
      red
    ],
    [
      'back again',
      [['2026-01-15', null], ...sick('2026-02-15', '2026-03-15', '2026-04-15'), ['2026-07-15', null]],
      '2026-07-15',
      []
    ],
    ['never attended', sick('2026-01-15', '2026-02-15', '2026-03-15'), '2026-07-15', red],
    ['never attended, not yet so long', sick('2026-01-15', '2026-02-15', '2026-03-15'), '2026-07-14', []],
    [
      'unexcused as well: one finding, the graver',
      [
        ['2026-01-15', null],
        ['2026-02-15', '无故'],
        ['2026-03-15', '无故'],
        ['2026-04-15', '无故']
      ],
      '2026-07-15',
      red
    ]
  ]
  it.each(rows)('%s', (_name, events, today, levels) => {
    expect(level(events, today)).toEqual(levels)
  })

  it('say since when', () => {
    const [alert] = found([['2026-01-15', null], ...sick('2026-02-15', '2026-03-15', '2026-04-15')], '2026-07-15')
    expect(alert?.message).toContain('张三自 2026-01-15 以后没有参加过活动，已满 6 个月，其间应参加 3 次')
  })
})

describe('whom it concerns', () => {
  const events: Event[] = [
    ['2026-03-05', '无故'],
    ['2026-04-05', '无故']
  ]
  it('nobody who was not expected yet', () => {
    expect(level(events, '2026-04-05', { joined: '2026-03-06' })).toEqual([])
    expect(level(events, '2026-04-05', { joined: '2026-03-05' })).toEqual(yellow)
  })

  it('nothing before the start of records', () => {
    expect(level(events, '2026-04-05', { from: '2026-03-06' })).toEqual([])
    expect(level(events, '2026-04-05', { from: '2026-03-05' })).toEqual(yellow)
  })
})
