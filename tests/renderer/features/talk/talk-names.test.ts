import { expect, test } from 'vitest'
import {
  labelsOf,
  matches,
  personOf,
  rowByInitials,
  settledPerson
} from '../../../../renderer/features/talk/talk-names.ts'

const person = (memberId: string, name: string, initials: string, category = '正式党员', posts: string[] = []) => ({
  ...{ memberId, name, initials, category, posts }
})
const people = [
  person('1', '张伟', 'zw', '正式党员', ['书记']),
  person('2', '张伟', 'zw'),
  person('3', '张伟', 'zw'),
  person('4', '林慧', 'lh')
]

test('people of one name are told apart by post, category and place', () => {
  expect([...labelsOf(people).values()]).toEqual([
    '张伟（书记）',
    '张伟（正式党员，第 2 位）',
    '张伟（正式党员，第 3 位）',
    '林慧'
  ])
})

test('a label stands for the person, any other text for somebody on no roster', () => {
  expect(personOf('张伟（书记）', people)).toEqual({ name: '张伟', memberId: '1' })
  expect(personOf(' 林慧 ', people)).toEqual({ name: '林慧', memberId: '4' })
  expect(personOf('县局王书记', people)).toEqual({ name: '县局王书记', memberId: null })
  expect(personOf('  ', people)).toBeNull()
})

test('initials that only one person has stand for him on leaving the field', () => {
  expect(settledPerson({ name: 'LH', memberId: null }, people)).toEqual({ name: '林慧', memberId: '4' })
  expect(settledPerson({ name: 'zw', memberId: null }, people)).toEqual({ name: 'zw', memberId: null })
  expect(settledPerson(null, people)).toBeNull()
})

test('a person is found by a part of the name or the beginning of the initials', () => {
  const [, , , last] = people
  expect(last !== undefined && matches(last, '慧')).toBe(true)
  expect(last !== undefined && matches(last, 'L')).toBe(true)
  expect(last !== undefined && matches(last, 'h')).toBe(false)
})

test('one letter goes on to the next row that begins with it, more letters stay where they fit', () => {
  expect(rowByInitials(people, 'z', 0)).toBe(1)
  expect(rowByInitials(people, 'z', 2)).toBe(0)
  expect(rowByInitials(people, 'lh', 3)).toBe(3)
  expect(rowByInitials(people, 'q', 0)).toBe(-1)
})
