import { expect, test } from 'vitest'
import { spotsOf } from '../../../../renderer/features/talk/matrix-spots.ts'
import { filtered } from '../../../../renderer/features/talk/record-filter.ts'
import { loadsOf } from '../../../../renderer/features/talk/round-load.ts'
import { dueTag, postWord, shortDay, shortOf } from '../../../../renderer/features/talk/talk-words.ts'
import type { TalkPerson } from '../../../../shared/features/talk/coverage-rules.ts'
import { talkCoverage } from '../../../../shared/features/talk/coverage-rules.ts'

const person = (memberId: string, name: string, seat: TalkPerson['seat'], fresh = false): TalkPerson => ({
  ...{ memberId, name, seat, fresh, category: '正式党员' },
  posts: seat === 'member' ? [] : [memberId === 'a' ? '书记' : '副书记']
})
const people = [
  person('a', '周启明', 'committee'),
  person('b', '林慧', 'committee'),
  person('m', '丁立新', 'member'),
  person('n', '马秀兰', 'member'),
  person('f', '新来的', 'member', true)
]
const talk = (id: string, talker: string, partner: string, date: string) => ({
  ...{ id, date, kind: 'T01' as const, year: 2026 },
  ...{ talker: { name: talker, memberId: talker }, partner: { name: partner, memberId: partner } }
})
const coverage = talkCoverage({
  ...{ year: 2026, today: '2026-11-21', hasCommittee: true, people, window: null },
  seatedOn: (memberId) => memberId === 'a' || memberId === 'b',
  talks: [talk('1', 'a', 'm', '2026-03-05'), talk('2', 'a', 'm', '2026-05-20'), talk('3', 'm', 'n', '2026-06-01')]
})
const spotsOfRow = (memberId: string, readable: string[]) => {
  const at = coverage.rows.findIndex((row) => row.memberId === memberId)
  const row = coverage.rows[at]
  return row === undefined ? [] : spotsOf(coverage, row, at, new Set(readable))
}

test('a cell shows the newest talk that may be read and opens it, else only that there was one', () => {
  expect(spotsOfRow('m', ['1', '2'])[0]).toMatchObject({ look: 'held', text: '5-20', opens: '2' })
  expect(spotsOfRow('m', ['1'])[0]).toMatchObject({ text: '3-05', opens: '1' })
  expect(spotsOfRow('m', [])[0]).toMatchObject({ text: '已谈', opens: null, words: '丁立新，周启明，已谈' })
})

test('a pair of the committee stands once, below the diagonal', () => {
  expect(spotsOfRow('a', [])[1]).toMatchObject({ look: 'empty', text: '' })
  expect(spotsOfRow('b', [])[0]).toMatchObject({ look: 'missing', words: '林慧，周启明，未谈' })
  expect(spotsOfRow('b', [])[1]?.look).toBe('self')
})

test('the last two cells sum up, and who came lately is not counted', () => {
  expect(spotsOfRow('n', ['3']).slice(2)).toMatchObject([
    { title: '党员互谈', text: '1 次', opens: '3' },
    { title: '委员谈过', look: 'missing', words: '马秀兰，委员谈过，未谈' }
  ])
  expect(
    spotsOfRow('f', [])
      .slice(2)
      .map(({ text }) => text)
  ).toEqual(['未计', '未计'])
})

test('records are filtered by kind and by either of the two', () => {
  const heads = ['1', '2'].map((id, index) => ({ head: talk(id, index === 0 ? 'a' : 'b', 'm', '2026-01-01') }))
  const initials = new Map([['b', 'lh']])
  expect(filtered(heads, { kind: '', person: 'LH' }, initials).map(({ head }) => head.id)).toEqual(['2'])
  expect(filtered(heads, { kind: 'T02', person: '' }, initials)).toEqual([])
})

test('the load of a round counts both sides, most first', () => {
  const one = (memberId: string) => ({ memberId, name: memberId })
  const loads = loadsOf([
    { talker: one('a'), partner: one('m') },
    { talker: one('a'), partner: one('n') }
  ])
  expect(loads).toEqual([
    { memberId: 'a', name: 'a', asks: 2, total: 2 },
    { memberId: 'm', name: 'm', asks: 0, total: 1 },
    { memberId: 'n', name: 'n', asks: 0, total: 1 }
  ])
})

test('words of the screen', () => {
  expect(shortDay('2026-03-05')).toBe('3-05')
  expect(['书记', '纪检委员', '委员'].map(postWord)).toEqual(['书记', '纪检', '委员'])
  expect(shortOf({ covered: 8, total: 10 }, '对')).toBe('差 2 对')
  expect(shortOf({ covered: 0, total: 0 }, '对')).toBe('不要求')
  expect(dueTag({ must: true, daysLeft: 3 })).toEqual({ text: '必谈', tone: 'amber' })
  expect(dueTag({ must: true, daysLeft: -3 })).toEqual({ text: '必谈，逾期 3 天', tone: 'red' })
  expect(dueTag({ must: false, daysLeft: 40 })).toEqual({ text: '40 天', tone: 'blue' })
  expect(dueTag({ must: false, daysLeft: null })).toEqual({ text: '待谈', tone: 'blue' })
})
