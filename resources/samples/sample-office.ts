import { type Day, within } from '../../shared/kernel/dates.ts'
import { branchOf, type Row } from './sample-branches.ts'
import { samplePeople, type SamplePerson } from './sample-people.ts'
import { samplePosts, type SamplePost } from './sample-posts.ts'
import { suspensionRows } from './sample-roster.ts'

const people = samplePeople()
const known = new Map(people.map((person) => [person.key, person]))

export function personNamed(key: string): SamplePerson {
  const person = known.get(key)
  if (person === undefined) throw new Error(`nobody called ${key}`)
  return person
}

const spellsIn = (person: SamplePerson, code: string) =>
  person.spells.filter(({ branch, group }) => code === 'DW01' || branch === code || group === code)

/** How a row names a person: with the last digits of the ID number where the organisation ever had two of that name. */
export function referenceTo(person: SamplePerson, code: string): string {
  const scope = code.startsWith('XZ') ? branchOf(code).code : code
  const namesakes = people.filter(
    ({ name, ...other }) => name === person.name && spellsIn({ name, ...other }, scope).length > 0
  )
  return namesakes.length > 1 ? `${person.name}#${String(person.facts['身份证号']).slice(-4)}` : person.name
}

const spellsWithoutRights = suspensionRows.map((row) => ({
  name: row['姓名'],
  kind: row['种类'],
  from: String(row['起']),
  to: row['止'] == null ? null : String(row['止'])
}))

const suspended = (person: SamplePerson, day: Day, kind: string): boolean =>
  spellsWithoutRights.some(
    (spell) => spell.name === person.name && spell.kind === kind && within(day, spell.from, spell.to)
  )

/** Full and probationary members whose party life is in the branch that day: dates of admission count from the next day on. */
function isExpected(person: SamplePerson, day: Day): boolean {
  if (person.guest || (person.category !== '正式党员' && person.category !== '预备党员')) return false
  if (person.standing !== '正常' && person.standing !== '停止党籍') return false
  return !suspended(person, day, '停止党籍') && (person.joined === null || day > person.joined)
}

/** 应到 of a branch or group, in the order of the roster. */
export const membersOn = (code: string, day: Day): SamplePerson[] =>
  people.filter(
    (person) => isExpected(person, day) && spellsIn(person, code).some(({ from, to }) => within(day, from, to))
  )

export const votesOn = (person: SamplePerson, day: Day): boolean =>
  person.category === '正式党员' && (person.full === null || day > person.full) && !suspended(person, day, '留党察看')

const postsOn = (code: string, day: Day): SamplePost[] =>
  samplePosts.filter(({ organisation, from, to }) => organisation === code && within(day, from, to))

/** The committee of a branch in the order of its seats; of a group its leader. */
export const seatsOn = (code: string, day: Day): SamplePerson[] =>
  postsOn(code, day).map(({ person }) => personNamed(person))

export const holderOn = (code: string, title: string, day: Day): SamplePerson | null => {
  const post = postsOn(code, day).find((held) => held.title === title)
  return post === undefined ? null : personNamed(post.person)
}

/** The other people whose work is in the branch: applicants, activists and guests. */
export const listenersOn = (code: string, day: Day): SamplePerson[] =>
  people.filter(
    (person) =>
      person.category.startsWith('入党') && spellsIn(person, code).some(({ from, to }) => within(day, from, to))
  )

export const postRows: readonly Row[] = samplePosts.map((post) => ({
  组织编码: post.organisation,
  姓名: referenceTo(personNamed(post.person), post.organisation),
  职务: post.title,
  任职日期: post.from,
  免职日期: post.to,
  任职方式: post.by
}))

export const sampleOfficePeople: readonly SamplePerson[] = people
