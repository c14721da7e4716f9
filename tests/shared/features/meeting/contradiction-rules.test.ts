import { describe, expect, it } from 'vitest'
import { contradictionsOf } from '../../../../shared/features/meeting/contradiction-rules.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { rollOf } from '../../../../shared/features/meeting/meeting-rules.ts'
import { aMeeting, aMember, aMembership, anItem, aPost, aRoster } from '../../../factories/records.ts'

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
const codes = (part: Partial<Meeting>): string[] => {
  const meeting = aMeeting({ host: { name: '周启明', memberId: 'a' }, ...part })
  return contradictionsOf(meeting, rollOf(meeting.types, meeting.date, roster), roster).map((one) => one.code)
}
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
