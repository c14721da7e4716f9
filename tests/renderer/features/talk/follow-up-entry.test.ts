import { expect, test } from 'vitest'
import {
  blankFollowUp,
  isEmptyFollowUp,
  nextFollowUp,
  subjectField,
  unnamedFollowUp
} from '../../../../renderer/features/talk/follow-up-entry.ts'
import { blankContents } from '../../../../shared/features/talk/talk.ts'

const said = { ...blankContents, difficulties: '缺人手。', opinions: '早开会。' }
const item = (subject: string) => ({ ...blankFollowUp, subject })

test('a further item starts as the difficulty, then the opinion, then empty', () => {
  expect(nextFollowUp(said).subject).toBe('缺人手。')
  expect(nextFollowUp({ ...said, followUps: [item('缺人手。')] }).subject).toBe('早开会。')
  expect(
    nextFollowUp({ ...said, followUps: [item('缺人手，请组织协调'), item('缺人手'), item('早开会。')] }).subject
  ).toBe('')
})

test('a long difficulty begins an item with its first sentences, never with more than fits', () => {
  const sentence = `${'字'.repeat(299)}。`
  expect(nextFollowUp({ ...said, difficulties: sentence + sentence }).subject).toBe(sentence)
  expect(nextFollowUp({ ...said, difficulties: '字'.repeat(800) }).subject).toHaveLength(500)
})

test('a row that says who or when and not what is refused at the row; an empty one is not', () => {
  expect(isEmptyFollowUp(item(' '))).toBe(true)
  expect(unnamedFollowUp([item('协调人手'), item('')])).toBeNull()
  for (const part of [{ dueOn: '2026-12-05' }, { doneOn: '2026-12-05' }, { result: '已协调' }])
    expect(unnamedFollowUp([item(''), { ...item(' '), ...part }])).toMatchObject({
      field: subjectField(1),
      message: '请写事项，或者清空这一行。'
    })
  expect(unnamedFollowUp([{ ...item(''), person: { name: '林慧', memberId: 'm2' } }])?.field).toBe(subjectField(0))
})
