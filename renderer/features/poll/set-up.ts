import { isDay } from '../../../shared/kernel/dates.ts'
import type { Desk } from './poll-words.ts'

/** Somebody or something that is appraised, as the set-up knows him. Rows that the engine does not know yet have a `new-` id. */
export type SubjectDraft = { id: string; name: string; memberId: string | null; post: string | null }

/** What is set up before the vote. */
export type SetUp = Pick<
  Desk['poll'],
  'number' | 'name' | 'scale' | 'date' | 'meetingId' | 'classes' | 'questions' | 'quota'
> & { subjects: SubjectDraft[] }

export function setUpOf({ poll, subjects }: Desk): SetUp {
  const { number, name, scale, date, meetingId, classes, questions, quota } = poll
  return {
    ...{ number, name, scale, date, meetingId, classes, questions, quota },
    subjects: subjects.map(({ subject }) => {
      const { id, name: who, memberId, post } = subject
      return { id, name: who, memberId, post }
    })
  }
}

/** What can be kept as it stands: an unread day stays as it was, questions without words wait. */
export const readySetUp = (draft: SetUp, kept: SetUp): SetUp => ({
  ...draft,
  date: draft.date === null || isDay(draft.date) ? draft.date : kept.date,
  questions: draft.questions.filter(({ title }) => title.trim() !== '')
})

/** The set-up as it goes to the engine: rows it has never seen have no id. */
export const withIds = (setUp: SetUp, ids: ReadonlyMap<string, string>): SetUp => {
  const own = <Row extends { id: string }>(row: Row): Row => ({
    ...row,
    id: ids.get(row.id) ?? (row.id.startsWith('new-') ? '' : row.id)
  })
  return { ...setUp, questions: setUp.questions.map(own), subjects: setUp.subjects.map(own) }
}

/** Ids the engine gave to the rows it got, in their order. */
export function learnIds(ids: Map<string, string>, sent: SetUp, kept: SetUp): void {
  for (const [at, { id }] of sent.questions.entries()) ids.set(id, kept.questions[at]?.id ?? id)
  for (const [at, { id }] of sent.subjects.entries()) ids.set(id, kept.subjects[at]?.id ?? id)
}

/** A row one place up or down; the list itself where there is no such place. */
export function moved<Row>(list: readonly Row[], at: number, step: 1 | -1): Row[] {
  const [one, other] = [list[at], list[at + step]]
  if (one === undefined || other === undefined) return [...list]
  return list.map((row, index) => (index === at ? other : index === at + step ? one : row))
}

/** New rows that are not among the old ones: nobody twice, no name with the same post twice. */
export function joined(old: readonly SubjectDraft[], more: readonly SubjectDraft[]): SubjectDraft[] {
  const all = [...old]
  const isSame = (one: SubjectDraft, other: SubjectDraft): boolean =>
    (one.memberId !== null && one.memberId === other.memberId) ||
    (one.name.trim() === other.name.trim() && (one.post ?? '') === (other.post ?? ''))
  for (const one of more) if (!all.some((known) => isSame(known, one))) all.push(one)
  return all
}
