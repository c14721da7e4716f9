import { describe, expect, it } from 'vitest'
import { contradictionsOf } from '../../../../shared/features/meeting/contradiction-rules.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { rollOf } from '../../../../shared/features/meeting/meeting-rules.ts'
import { dayBookOf } from '../../../../shared/features/meeting/sitting-rules.ts'
import { aMeeting, aMember, aMembership, anItem, aPost, aRoster } from '../../../factories/records.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const secretary = aMember('a', { name: '周启明' })
const speaker = aMember('b', { name: '高翔' })
const roster = aRoster(
  [
    secretary,
    speaker,
    aMember('c', { name: '石磊', memberships: [aMembership({ to: '2026-05-01' })] }),
    aMember('d', { name: '杨帆', memberships: [aMembership({ from: '2026-12-01' })] })
  ],
  { posts: [aPost('a', '书记')] }
)
const found = (part: Partial<Meeting>, termRunsTo: string | null = null) => {
  const meeting = aMeeting({ host: { name: '周启明', memberId: 'a' }, ...part })
  const surroundings = { dayBook: dayBookOf([]), termRunsTo, rules: plainRules }
  return contradictionsOf(meeting, rollOf(meeting.types, meeting.date, roster), roster, surroundings)
}
const codes = (...args: Parameters<typeof found>): string[] => found(...args).map((one) => one.code)
const absent = (memberId: string, name: string) => [{ memberId, name, reason: '公差' as const }]

describe('contradictions inside a record', () => {
  it('finds none in a sound one', () => {
    expect(codes({})).toEqual([])
  })

  it('finds a host, a recorder and a speaker who were absent', () => {
    expect(codes({ absences: absent('a', '周启明') })).toEqual(['host-absent'])
    expect(codes({ absences: absent('b', '高翔'), recorder: { name: '高翔', memberId: 'b' } })).toEqual([
      'recorder-absent'
    ])
    const said = [anItem({ discussion: [{ speaker: { name: '高翔', memberId: 'b' }, text: '同意。' }] })]
    expect(codes({ absences: absent('b', '高翔'), agenda: said })).toEqual(['speaker-absent'])
  })

  it('finds figures and times that cannot be', () => {
    expect(codes({ statedPresent: 9 })).toEqual(['present-count'])
    expect(codes({ start: '15:00', end: '15:00' })).toEqual(['end-before-start'])
    expect(codes({ writtenOn: '2026-11-01' })).toEqual(['written-before-held'])
    expect(codes({ materials: [{ title: '讲话', publishedOn: '2026-12-01' }] })).toEqual(['studied-before-published'])
    expect(codes({ types: ['党员大会', '党课', '主题党日'] })).toEqual(['three-types-at-once'])
    expect(codes({ types: ['党员大会', '组织生活会', '民主评议党员'] })).toEqual([])
  })

  it('finds people who had left or had not come yet', () => {
    expect(codes({ recorder: { name: '石磊', memberId: 'c' } })).toEqual(['left-before-meeting'])
    expect(codes({ recorder: { name: '杨帆', memberId: 'd' } })).toEqual(['not-yet-joined'])
  })

  it('finds a host without a post', () => {
    expect(codes({ host: { name: '高翔', memberId: 'b' } })).toEqual(['host-not-in-post'])
    expect(codes({ host: { name: '上级领导', memberId: null } })).toEqual([])
  })
})

describe('a record written late', () => {
  // 20 November 2026 is a Friday.
  const days: [written: string | null, codes: string[]][] = [
    [null, []],
    ['2026-11-20', []],
    ['2026-11-24', []],
    ['2026-11-25', []],
    ['2026-11-26', ['late-entry']]
  ]
  it.each(days)('written on %s: %j', (writtenOn, wanted) => {
    expect(codes({ writtenOn })).toEqual(wanted)
  })

  it('counts the holidays, and says so where it knows none', () => {
    const late = { date: '2026-09-30', writtenOn: '2026-10-10' }
    expect(codes(late)).toEqual([])
    expect(found({ ...late, writtenOn: '2026-10-11' })[0]?.message).toBe(
      '会议日期 2026-09-30，写成日期 2026-10-11，晚于会后第 3 个工作日（2026-10-10）。'
    )
    expect(found({ date: '2027-09-30', writtenOn: '2027-10-11' })[0]?.message).toContain('2027 年没有节假日数据')
  })
})

describe('a meeting after the term', () => {
  const cases: [types: Meeting['types'], termRunsTo: string | null, codes: string[]][] = [
    [['党员大会'], null, []],
    [['党员大会'], '2026-11-21', []],
    [['党员大会'], '2026-11-20', []],
    [['党员大会'], '2026-11-19', ['term-expired']],
    [['党课', '党员大会'], '2026-11-19', ['term-expired']],
    [['支委会'], '2026-11-19', ['term-expired']],
    [['主题党日'], '2026-11-19', []],
    [['组织生活会'], '2026-11-19', []]
  ]
  it.each(cases)('%j with a term to %s: %j', (types, termRunsTo, wanted) => {
    expect(codes({ types }, termRunsTo)).toEqual(wanted)
  })

  it('names both days', () => {
    expect(found({}, '2026-09-15')[0]?.message).toBe(
      '会议日期 2026-11-20 在本届任期（连同批准的延期）2026-09-15 届满之后，还没有登记换届。'
    )
  })

  it('is none in a 临时党支部, which does not elect', () => {
    const meeting = aMeeting({ host: { name: '周启明', memberId: 'a' } })
    const temporary = { ...roster, organisation: { id: 'zb', kind: '临时党支部' as const } }
    const surroundings = { dayBook: dayBookOf([]), termRunsTo: '2026-09-15', rules: plainRules }
    expect(contradictionsOf(meeting, rollOf(meeting.types, meeting.date, temporary), temporary, surroundings)).toEqual(
      []
    )
  })
})

describe('the rules of the office', () => {
  const late = (overrides: Parameters<typeof rulesWith>[0]) => {
    const meeting = aMeeting({ date: '2026-11-16', writtenOn: '2026-11-23', statedPresent: 7 })
    const surroundings = { dayBook: dayBookOf([]), termRunsTo: null, rules: rulesWith(overrides) }
    return contradictionsOf(meeting, [], aRoster([]), surroundings).map(({ code }) => code)
  }

  it('say how many working days there are to write, and what is not looked for', () => {
    expect(late([])).toEqual(['late-entry', 'present-count'])
    expect(late([{ ruleId: 'R9.2-12', parameter: 'days', value: 5 }])).toEqual(['present-count'])
    expect(late([{ ruleId: 'R9.2-4', parameter: 'on', value: 0 }])).toEqual(['late-entry'])
  })
})
