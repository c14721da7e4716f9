import { expect, it } from 'vitest'
import { usualYear } from '../../../renderer/app/usual-year.ts'

it('until the end of March one works on the year before', () => {
  expect([usualYear('2027-03-31'), usualYear('2027-04-01')]).toEqual([2026, 2027])
})
