import { describe, expect, it } from 'vitest'
import { contradictionsOf } from '../../../../shared/features/meeting/contradiction-rules.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { rollOf } from '../../../../shared/features/meeting/meeting-rules.ts'
import { dayBookOf, sittingOf } from '../../../../shared/features/meeting/sitting-rules.ts'
import { aMeeting, aMember, aMembership, anItem, aPost, aRoster } from '../../../factories/records.ts'
import { plainRules } from '../../../factories/rules.ts'

const member = (id: string, name: string) =>
  aMember(id, { name, memberships: [aMembership({ id: `spell-${id}`, groupId: id === 'c' ? null : 'xz' })] })
const people = [member('a', '周启明'), member('b', '高翔'), member('c', '石磊')]
const branch = aRoster(people, { posts: [aPost('a', '书记')] })
const group = aRoster(people, { organisation: { id: 'xz', kind: '党小组' }, scope: ['xz'] })

/** One meeting of the branch beside one of its group, on the same day where nothing else is said. */
function clash(own: Partial<Meeting>, other: Partial<Meeting>) {
  const first = aMeeting({ id: 'own', host: { name: '周启明', memberId: 'a' }, ...own })
  const second = aMeeting({ id: 'other', number: 'HY002', organisationId: 'xz', types: ['党小组会'], ...other })
  const place = second.organisationId === 'xz' ? group : branch
  const roll = rollOf(first.types, first.date, branch)
  const dayBook = dayBookOf([
    sittingOf(first, roll, '机关第一党支部'),
    sittingOf(second, rollOf(second.types, second.date, place), '第一党小组')
  ])
  return contradictionsOf(first, roll, branch, { dayBook, termRunsTo: null, rules: plainRules }).filter(
    ({ code }) => code === 'person-in-two-meetings'
  )
}

describe('a person in two meetings', () => {
  // The branch meets from 14:30 to 16:10.
  const times: [start: string | null, end: string | null, clashes: boolean][] = [
    ['13:00', '14:29', false],
    ['13:00', '14:30', false],
    ['13:00', '14:31', true],
    ['14:30', '16:10', true],
    ['15:00', '15:30', true],
    ['16:09', '17:00', true],
    ['16:10', '17:00', false],
    ['16:11', '17:00', false],
    ['15:00', null, true],
    ['16:10', null, false],
    ['14:00', null, false],
    ['14:30', null, true],
    ['15:00', '14:00', true],
    [null, null, false],
    [null, '15:00', false]
  ]
  it.each(times)('the other from %s to %s: %s', (start, end, clashes) => {
    expect(clash({}, { start, end })).toHaveLength(clashes ? 1 : 0)
  })

  it('is found without times only between two organisations', () => {
    const timeless = { start: null, end: null }
    expect(clash(timeless, timeless)).toHaveLength(1)
    expect(clash(timeless, { ...timeless, organisationId: 'zb', types: ['党课'] })).toEqual([])
    expect(clash(timeless, { ...timeless, date: '2026-11-19' })).toEqual([])
    expect(clash(timeless, { start: '14:30', end: '16:00' })).toEqual([])
  })

  it('is nobody who was absent from one of them', () => {
    const absences = [
      { memberId: 'a', name: '周启明', reason: '公差' as const },
      { memberId: 'b', name: '高翔', reason: '公差' as const }
    ]
    expect(clash({}, { absences })).toEqual([])
    expect(clash({}, { absences: absences.slice(1) })).toMatchObject([{ memberId: 'a' }])
  })

  it('is also who was not expected there but is named as taking part', () => {
    const outside = { name: '石磊', memberId: 'c' }
    const everybody = [
      { memberId: 'a', name: '周启明', reason: '公差' as const },
      { memberId: 'b', name: '高翔', reason: '公差' as const }
    ]
    expect(clash({}, { absences: everybody, recorder: outside })).toMatchObject([{ memberId: 'c' }])
    const spoken = [anItem({ discussion: [{ speaker: outside, text: '同意。' }] })]
    expect(clash({}, { absences: everybody, agenda: spoken })).toMatchObject([{ memberId: 'c' }])
  })

  it('names both meetings, and the people once', () => {
    const [found] = clash({}, { start: '15:00', end: '16:00' })
    expect(found?.message).toBe(
      '周启明、高翔两处都算到会：本次会议（14:30 至 16:10）与“2026年11月党小组会”（HY002，第一党小组，15:00 至 16:00）时间重叠。'
    )
    expect(found?.memberId).toBeUndefined()
  })

  it('is looked for only among the meetings the people sit in, so that many a day cost no more than their number', () => {
    const crowd = Array.from({ length: 300 }, (_one, branchNumber) =>
      aMeeting({ id: `m${branchNumber}`, number: `HY${branchNumber}`, organisationId: `zb${branchNumber}` })
    )
    const visits = { count: 0 }
    const sittings = crowd.map((meeting, index) => ({
      ...sittingOf(meeting, [], ''),
      get people() {
        visits.count += 1
        return [{ memberId: `p${index}`, name: `党员${index}` }]
      }
    }))
    const dayBook = dayBookOf(sittings)
    for (const meeting of crowd) contradictionsOf(meeting, [], branch, { dayBook, termRunsTo: null, rules: plainRules })
    expect(visits.count).toBe(crowd.length)
  })
})
