import { expect, test } from 'vitest'
import { firstView } from '../../../../renderer/features/evaluation/use-evaluation-place.ts'
import { rowByInitials } from '../../../../renderer/ui/row-walk.ts'

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
