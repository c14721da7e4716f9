import type { Attendance } from './sample-attendance.ts'
import type { Appointment } from './sample-calendar.ts'
import { type Chance, oneOf, severalOf } from './sample-chance.ts'
import { committeeChecks, criticisms, replies, reviewRemarks, selfCriticisms } from './sample-life-meetings.ts'
import { referenceTo } from './sample-office.ts'
import type { SamplePerson } from './sample-people.ts'
import type { Topic } from './sample-topics-general.ts'
import { factsOfBranch, fill } from './sample-voices.ts'

/** `told` are the events somebody has already told in this meeting. */
export type Scene = { pick: Chance; appointment: Appointment; attendance: Attendance; told: Set<string> }

/** What nobody says among pensioners. */
const unfit =
  /上班|下班|夜班|旺季|岗位|工位|加班|轮班|轮休|轮换|排班|新同志|徒弟|出差|值班|三张表|排不开班|交接班|年轻同志|两张表|熬夜|专职|搭档/

export function suited(texts: readonly string[], { appointment }: Scene): readonly string[] {
  if (appointment.branch.code !== 'ZB06') return texts
  const left = texts.filter((text) => !unfit.test(text))
  return left.length > 0 ? left : texts
}

/** A sentence of the stock in the words of the branch; `{owner}` is somebody of the committee. */
export function say({ pick, appointment, attendance }: Scene, text: string, other?: SamplePerson): string {
  const chairs = attendance.chairs.filter((chair) => chair !== attendance.host && attendance.present.includes(chair))
  const owner = oneOf(pick, chairs.length > 0 ? chairs : attendance.present)
  return fill(pick, appointment.branch.code, text, { owner: owner.name, other: other?.name ?? '' })
}

export const line = ({ appointment }: Scene, person: SamplePerson, text: string): string =>
  `${referenceTo(person, appointment.organisation)}：${text}`

/** Those present whose voice may be heard. */
export const heard = ({ present }: Attendance): SamplePerson[] => present.filter(({ twin }) => !twin)

function tellNews({ pick, appointment, told }: Scene): string[] {
  const news = severalOf(
    pick,
    factsOfBranch(appointment.branch.code).filter((fact) => !told.has(fact)),
    1
  )
  for (const fact of news) told.add(fact)
  return news
}

/** Two to five people speak to a topic, each differently; where it asks for it the first tells what happened in the branch. */
export function discuss(scene: Scene, topic: Topic): string[] {
  const { pick, attendance, appointment } = scene
  const opening = topic.opening === undefined ? [] : [line(scene, attendance.host, say(scene, topic.opening))]
  const others = heard(attendance).filter((person) => person !== attendance.host || opening.length === 0)
  const many = (appointment.matter.kind === 'general' ? 3 : 2) + pick(2) + (topic.open ? 1 : 0)
  const speakers = severalOf(pick, others, many)
  const remarks = severalOf(pick, suited(topic.remarks, scene), speakers.length)
  const news = topic.open ? tellNews(scene) : []
  const texts = [...news, ...remarks]
  const said = speakers.flatMap((speaker, index) => {
    const text = texts[index]
    return text === undefined ? [] : [line(scene, speaker, say(scene, text))]
  })
  return [...opening, ...said]
}

export const checkOfCommittee = (scene: Scene): string[] => [
  line(scene, scene.attendance.host, say(scene, oneOf(scene.pick, committeeChecks)))
]

/** Somebody speaks of himself, the next one tells him what he sees, he answers; then it is the next one's turn. */
export function criticise(scene: Scene): string[] {
  const { pick, attendance } = scene
  const circle = severalOf(pick, heard(attendance), 4 + pick(2))
  const own = severalOf(pick, suited(selfCriticisms, scene), circle.length)
  const hints = severalOf(pick, suited(criticisms, scene), circle.length)
  return circle.flatMap((person, index) => {
    const critic = circle[(index + 1) % circle.length]
    const [self, hint] = [own[index], hints[index]]
    if (critic === undefined || self === undefined || hint === undefined) return []
    const answer = pick(2) === 0 ? [line(scene, person, say(scene, oneOf(pick, replies)))] : []
    return [line(scene, person, say(scene, self)), line(scene, critic, say(scene, hint, person)), ...answer]
  })
}

export function speakOfReview(scene: Scene): string[] {
  const { pick, attendance } = scene
  const speakers = severalOf(pick, heard(attendance), 3)
  const remarks = severalOf(pick, suited(reviewRemarks, scene), speakers.length)
  return speakers.map((person, index) => line(scene, person, say(scene, remarks[index] ?? '')))
}
