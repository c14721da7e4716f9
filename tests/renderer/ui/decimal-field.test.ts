import { expect, it } from 'vitest'
import { twoDigits } from '../../../renderer/ui/decimal-field.tsx'

it('a number has at most two digits after the point; nothing is nothing, and what is none is refused', () => {
  expect([twoDigits('1.25'), twoDigits('１．５'), twoDigits('2.'), twoDigits(' ')]).toEqual([1.25, 1.5, 2, null])
  expect(['33.33', '40%', '８７．５'].map(twoDigits)).toEqual([33.33, 40, 87.5])
  expect([twoDigits('1.255'), twoDigits('-1'), twoDigits('一')]).toEqual([undefined, undefined, undefined])
})
