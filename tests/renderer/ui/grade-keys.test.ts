import { expect, it } from 'vitest'
import { gradeOfKey } from '../../../renderer/ui/grade-keys.ts'
import { scales } from '../../../shared/features/ballot/ballot.ts'

it('keys 1 to 4 name a grade of the scale, 0, Backspace and Delete take it away, others do nothing', () => {
  expect(['1', '4', '0', 'Backspace', 'Delete', '5', 'a'].map((key) => gradeOfKey(key, scales.duty))).toEqual([
    ...['好', '差', null, null, null],
    ...[undefined, undefined]
  ])
})
