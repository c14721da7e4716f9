import { expect, test } from 'vitest'
import {
  joined,
  learnIds,
  moved,
  readySetUp,
  type SetUp,
  type SubjectDraft,
  withIds
} from '../../../../renderer/features/poll/set-up.ts'

const subject = (id: string, part: Partial<SubjectDraft> = {}): SubjectDraft => ({
  ...{ id, name: id, memberId: null, post: null },
  ...part
})
const setUp: SetUp = {
  ...{ number: 'CP2026-01', name: '测评', scale: 'cadre', date: '2026-11-20', meetingId: null, quota: null },
  classes: [{ name: '', weight: 10_000, issued: null, returned: null }],
  questions: [],
  subjects: []
}

test('a day half typed is kept as it was, and a question without words waits', () => {
  const draft = { ...setUp, date: '2026.11', questions: [{ id: 'new-1', title: ' ' }] }
  expect(readySetUp(draft, setUp)).toEqual(setUp)
  expect(readySetUp({ ...setUp, date: null }, setUp).date).toBeNull()
})

test('rows made here go out without an id once, and under their own id from then on', () => {
  const ids = new Map<string, string>()
  const draft = { ...setUp, subjects: [subject('s1'), subject('new-a')], questions: [{ id: 'new-q', title: '作风' }] }
  expect(withIds(draft, ids).subjects.map(({ id }) => id)).toEqual(['s1', ''])
  learnIds(ids, draft, { ...draft, subjects: [subject('s1'), subject('s2')], questions: [{ id: 'q1', title: '作风' }] })
  const again = withIds({ ...draft, subjects: [...draft.subjects].reverse() }, ids)
  expect(again.subjects.map(({ id }) => id)).toEqual(['s2', 's1'])
  expect(again.questions[0]?.id).toBe('q1')
})

test('a row moves one place, and the first does not move up', () => {
  expect(moved(['甲', '乙', '丙'], 1, -1)).toEqual(['乙', '甲', '丙'])
  expect(moved(['甲', '乙', '丙'], 1, 1)).toEqual(['甲', '丙', '乙'])
  expect(moved(['甲', '乙'], 0, -1)).toEqual(['甲', '乙'])
})

test('nobody is added twice; two people of one name are told apart by their posts', () => {
  const old = [subject('a', { name: '王建军', memberId: 'm1', post: '书记' })]
  const more = [
    subject('b', { name: '王建军', memberId: 'm1', post: '机关支部书记' }),
    subject('c', { name: '王建军', memberId: 'm2', post: '委员' }),
    subject('d', { name: '王建军', post: '书记' })
  ]
  expect(joined(old, more).map(({ id }) => id)).toEqual(['a', 'c'])
})
