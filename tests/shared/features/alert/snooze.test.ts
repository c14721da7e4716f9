import { describe, expect, it } from 'vitest'
import {
  type FoundAlert,
  countsOfAlerts,
  inOrderOfUrgency,
  redSince,
  reported,
  topicOf
} from '../../../../shared/features/alert/alert.ts'
import { checkSnooze, findingKey, isPutOff, snoozeWishSchema } from '../../../../shared/features/alert/snooze.ts'

const finding = (part: Partial<FoundAlert> = {}): FoundAlert => ({
  ...{ code: 'W01', organisation: 'ZB01', level: 'blue', subject: '2026年第三季度党员大会', due: '2026-09-30' },
  ...{ rule: { id: 'R1-11', document: '条例', article: '第11条', mark: '✔' }, message: '还没有记录。' },
  ...part
})
const wish = { organisationId: 'zb', code: 'W01', subject: '会', until: '2026-12-01', reason: '下周补开' } as const

describe('putting off', () => {
  it('goes from today up to ninety days ahead', () => {
    const codes = ['2026-11-20', '2026-11-21', '2027-02-19', '2027-02-20'].map((until) => {
      const checked = checkSnooze({ ...wish, until }, '2026-11-21')
      return checked.ok ? 'ok' : checked.problem.code
    })
    expect(codes).toEqual(['date-past', 'ok', 'ok', 'date-ahead'])
  })

  it('needs a reason', () => {
    expect(snoozeWishSchema.safeParse({ ...wish, reason: ' ' }).success).toBe(false)
  })

  it('lasts to the end of its day', () => {
    const snooze = { at: '2026-09-16', until: '2026-09-20' }
    expect(['2026-09-20', '2026-09-21'].map((day) => isPutOff(snooze, finding(), day))).toEqual([true, false])
  })

  it('ends when the finding becomes red after it', () => {
    const [red, until] = [finding({ level: 'red' }), '2026-12-31']
    expect(isPutOff({ at: '2026-09-30', until }, red, '2026-10-01')).toBe(false)
    expect(isPutOff({ at: '2026-10-01', until }, red, '2026-10-05')).toBe(true)
    expect(isPutOff({ at: '2026-09-20', until }, finding({ level: 'yellow' }), '2026-09-25')).toBe(true)
  })

  it('of what was red from the first lasts', () => {
    const vote = finding({ code: 'W09', level: 'red', due: null })
    expect(isPutOff({ at: '2026-09-01', until: '2026-09-30' }, vote, '2026-09-10')).toBe(true)
  })
})

describe('the day a finding became red', () => {
  it.each([
    ['the day after the last day in time', finding({ level: 'red' }), '2026-10-01'],
    ['that day itself for talks', finding({ code: 'W08', level: 'red', due: '2026-12-31' }), '2026-12-31'],
    ['and for terms', finding({ code: 'W20', level: 'red', due: '2026-08-31' }), '2026-08-31'],
    ['as found for absences', finding({ code: 'W10', level: 'red', due: null, redFrom: '2026-05-05' }), '2026-05-05'],
    ['none while it is yellow', finding({ level: 'yellow' }), null]
  ])('is %s', (_name, one, day) => {
    expect(redSince(one)).toBe(day)
  })
})

describe('a finding', () => {
  it('stays the same one while the names in its subject change', () => {
    const names = finding({ code: 'W25', subject: '2026年学时：张三、李四' })
    expect([topicOf(names), findingKey(names)]).toEqual(['2026年学时', 'W25 2026年学时'])
    const vote = finding({ code: 'W09', subject: '党员大会第1个议题：接收' })
    expect(topicOf(vote)).toBe('党员大会第1个议题：接收')
  })

  it('goes into report.json without what only the page needs', () => {
    const keys = ['code', 'organisation', 'level', 'subject', 'due', 'rule', 'message']
    expect(Object.keys(reported(finding({ id: 'hy', redFrom: '2026-01-01' } as FoundAlert)))).toEqual(keys)
  })

  it('is listed by level, then by due', () => {
    const list = [
      finding({ due: '2026-12-31' }),
      finding({ level: 'red', due: null }),
      finding({ level: 'yellow' }),
      finding({ level: 'red' })
    ]
    expect(inOrderOfUrgency(list).map(({ level, due }) => `${level} ${due}`)).toEqual([
      ...['red 2026-09-30', 'red null', 'yellow 2026-09-30', 'blue 2026-12-31']
    ])
    expect(countsOfAlerts(list)).toEqual({ red: 2, yellow: 1, blue: 1 })
  })
})
