import fc from 'fast-check'
import { addDays } from '../../../../shared/kernel/dates.ts'
import type { Person } from '../../../../shared/features/meeting/meeting.ts'
import type { Member } from '../../../../shared/features/member/member.ts'

export const branches = ['o-ZB01', 'o-ZB02', 'o-003']

export const day = (from: string, span: number) => fc.integer({ min: 0, max: span }).map((days) => addDays(from, days))
export const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
export const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
/** What people type, and what breaks careless code. */
export const line = fc.constantFrom(
  '学习贯彻全会精神',
  '=1+1',
  "'-5",
  '＋８６',
  '一、通报情况；二、表决',
  '说：好',
  '“引号”《书名》',
  'constructor',
  '_x0041_',
  '007',
  '<b>&amp;',
  '2026-03-05'
)
export const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
export const count = maybe(fc.nat({ max: 60 }))

/** Members of a branch, as a meeting of it may name them, and one who is not on the roster. */
export const personOf = (members: readonly Member[], home: string): fc.Arbitrary<Person> =>
  fc.constantFrom(
    { name: '上级来人', memberId: null },
    ...insiders(members, home).map(({ id, name }) => ({ name, memberId: id }))
  )

export const insiders = (members: readonly Member[], home: string): Member[] =>
  members.filter(({ memberships }) => memberships.some(({ organisationId }) => organisationId === home))
