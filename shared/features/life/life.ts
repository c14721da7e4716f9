import { z } from 'zod'
import type { Day } from '../../kernel/dates.ts'
import { type Person, personSchema } from '../meeting/meeting.ts'
import { daySchema } from '../organisation/organisation.ts'

const text = (limit: number) => z.string().max(limit, `不超过 ${limit} 字`)

/** 会前谈心谈话 by who talked with whom (支部工作条例 第19条). */
export const lifeTalkKinds = ['委员互谈', '委员和党员', '党员互谈', '其他'] as const

/** A talk before a 组织生活会, out of the records of talks: that it took place, never what was said. */
export type LifeTalk = { id: string; kind: (typeof lifeTalkKinds)[number]; one: string; other: string; on: Day }

export const lifeStudySchema = z.object({ on: daySchema, content: text(200) })
export const lifeOpinionSchema = z.object({ from: text(100), about: text(100), text: text(1000) })
export const lifeOutlineSchema = z.object({ person: personSchema.nullable(), text: text(20000) })
export const criticismSchema = z.object({
  critic: personSchema.nullable(),
  target: personSchema.nullable(),
  text: text(1000),
  answer: text(1000)
})
export type LifeOpinion = z.infer<typeof lifeOpinionSchema>
export type Criticism = z.infer<typeof criticismSchema>

/**
 * What belongs to a 组织生活会 besides the meeting itself, step by step (rules.md §1.4). `studyMeetings` are ids of
 * meetings at which people studied for it: they are not written down twice. Problems are rectifications of the meeting.
 * Rows may be half filled while they are typed.
 */
export const lifeSchema = z.object({
  meetingId: z.string(),
  theme: text(200).nullable(),
  scheme: text(20000).nullable(),
  reportedTo: text(100).nullable(),
  reportedOn: daySchema.nullable(),
  studyMeetings: z.array(z.string()).max(50),
  studies: z.array(lifeStudySchema).max(50),
  opinions: z.array(lifeOpinionSchema).max(300),
  examination: text(100000).nullable(),
  outlines: z.array(lifeOutlineSchema).max(300),
  criticisms: z.array(criticismSchema).max(500),
  report: text(20000).nullable()
})
export type Life = z.infer<typeof lifeSchema>

export const blankLife = (meetingId: string): Life => ({
  meetingId,
  theme: null,
  scheme: null,
  reportedTo: null,
  reportedOn: null,
  studyMeetings: [],
  studies: [],
  opinions: [],
  examination: null,
  outlines: [],
  criticisms: [],
  report: null
})

type Named = Person | null

/** Every person who is named anywhere in it. */
const peopleIn = ({ outlines, criticisms }: Life): Named[] => [
  ...outlines.map(({ person }) => person),
  ...criticisms.flatMap(({ critic, target }) => [critic, target])
]

/** The people of the roster it names. */
export const membersIn = (life: Life): { name: string; memberId: string }[] =>
  peopleIn(life).flatMap((person) =>
    person === null || person.memberId === null ? [] : [{ name: person.name, memberId: person.memberId }]
  )

export const lifeNames = (life: Life, memberId: string): boolean =>
  peopleIn(life).some((person) => person?.memberId === memberId)

/** The same with another person in the place of one; null where it does not name him. */
export function lifeRenamed(life: Life, memberId: string, person: Person): Life | null {
  if (!lifeNames(life, memberId)) return null
  const now = (one: Named): Named => (one?.memberId === memberId ? person : one)
  return {
    ...life,
    outlines: life.outlines.map((outline) => ({ ...outline, person: now(outline.person) })),
    criticisms: life.criticisms.map((one) => ({ ...one, critic: now(one.critic), target: now(one.target) }))
  }
}
