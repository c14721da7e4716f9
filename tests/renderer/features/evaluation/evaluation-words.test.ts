import { expect, test } from 'vitest'
import { gradeOfKey, usualYear } from '../../../../renderer/features/evaluation/evaluation-words.ts'
import { firstView } from '../../../../renderer/features/evaluation/use-evaluation-place.ts'
import { rowByInitials } from '../../../../renderer/ui/row-walk.ts'

test('the first quarter works on the year before', () => {
  expect(usualYear('2027-03-31')).toBe(2026)
  expect(usualYear('2027-04-01')).toBe(2027)
})

test('keys 1 to 4 are grades, 0 and Backspace take one away, others do nothing', () => {
  expect(['1', '4', '0', 'Backspace', '5', 'a'].map(gradeOfKey)).toEqual([
    '优秀',
    '不合格',
    null,
    null,
    undefined,
    undefined
  ])
})

test('one begins at the first step that is not done', () => {
  expect(
    firstView([
      { step: 'self', state: 'done' },
      { step: 'peer', state: 'running' }
    ])
  ).toBe('peer')
  expect(firstView([{ step: 'self', state: 'done' }])).toBe('after')
})

test('initials lead on from where one is and round again', () => {
  expect(rowByInitials(['zyf', 'wjs', 'zyn'], 'z', 0)).toBe(2)
  expect(rowByInitials(['zyf', 'wjs', 'zyn'], 'zyn', 0)).toBe(2)
  expect(rowByInitials(['zyf', 'wjs', 'zyn'], 'z', 2)).toBe(0)
  expect(rowByInitials(['zyf'], 'q', 0)).toBe(-1)
})
