import { expect, test } from 'vitest'
import { keepsForm } from '../../../../renderer/features/talk/leave-guard.ts'

const here = { pathname: '/talk', search: '?organisation=o1&new=&talker=m1&partner=m2&kind=T01' }
const at = (search: string) => ({ pathname: '/talk', search })

test('another view or year leaves the form beside it where it stands', () => {
  expect(keepsForm(here, at(`${here.search}&view=records&year=2025`))).toBe(true)
})

test('another cell, record, branch or screen takes the form away', () => {
  expect(keepsForm(here, at(here.search.replace('m2', 'm3')))).toBe(false)
  expect(keepsForm(here, at('?organisation=o1&id=t1'))).toBe(false)
  expect(keepsForm(here, at(here.search.replace('o1', 'o2')))).toBe(false)
  expect(keepsForm(here, at('?organisation=o1'))).toBe(false)
  expect(keepsForm(here, '/talk?organisation=o1&new=')).toBe(false)
  expect(keepsForm(here, { ...here, pathname: '/meeting' })).toBe(false)
})
