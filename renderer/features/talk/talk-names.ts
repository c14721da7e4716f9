import type { Person } from '../../../shared/features/meeting/meeting.ts'

/** Somebody who may be named in a talk. */
export type Named = { memberId: string; name: string; category: string; posts: readonly string[]; initials: string }

/** What tells people of one name apart: post or category, and a number where that is not enough. */
export function labelsOf(people: readonly Named[]): Map<string, string> {
  const byName = Map.groupBy(people, ({ name }) => name)
  const labels = new Map<string, string>()
  for (const [name, group] of byName)
    for (const [index, { memberId, category, posts }] of group.entries()) {
      if (group.length === 1) {
        labels.set(memberId, name)
        continue
      }
      const what = posts[0] ?? category
      const alike = group.filter((one) => (one.posts[0] ?? one.category) === what).length
      labels.set(memberId, `${name}（${what}${alike === 1 ? '' : `，第 ${index + 1} 位`}）`)
    }
  return labels
}

export const matches = ({ name, initials }: Named, typed: string): boolean =>
  name.includes(typed) || initials.startsWith(typed.toLowerCase())

/** Who is meant by what was typed: a label as it stands; null where nothing was typed; else a name that is on no roster here. */
export function personOf(typed: string, people: readonly Named[]): Person | null {
  const text = typed.trim()
  if (text === '') return null
  const labels = labelsOf(people)
  const found = people.find(({ memberId }) => labels.get(memberId) === text)
  return found === undefined
    ? { name: text.slice(0, 50), memberId: null }
    : { name: found.name, memberId: found.memberId }
}

/** The same on leaving the field: initials or a part that only one person has stand for him. */
export function settledPerson(person: Person | null, people: readonly Named[]): Person | null {
  if (person === null || person.memberId !== null) return person
  const [only, ...others] = people.filter((one) => one.initials === person.name.toLowerCase())
  return only === undefined || others.length > 0 ? person : { name: only.name, memberId: only.memberId }
}

/** The first whose initials begin with what was typed, from the place after `from` on and round again; -1 where nobody. */
export function rowByInitials(rows: readonly { initials?: string }[], typed: string, from: number): number {
  const order = rows.map((_row, index) => (from + index + (typed.length === 1 ? 1 : 0)) % rows.length)
  return order.find((index) => (rows[index]?.initials ?? '').startsWith(typed.toLowerCase())) ?? -1
}
