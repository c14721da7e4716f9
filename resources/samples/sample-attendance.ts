import { within } from '../../shared/kernel/dates.ts'
import type { Appointment } from './sample-calendar.ts'
import { type Chance, oneOf, severalOf } from './sample-chance.ts'
import { holderOn, membersOn, personNamed, referenceTo, seatsOn, votesOn } from './sample-office.ts'
import type { SamplePerson } from './sample-people.ts'
import { flaws } from './sample-flaws.ts'
import type { SpecialItem } from './sample-special-items.ts'

/** Who was where at one meeting. `present` and `voters` leave the absent out; `chairs` may be made to answer for a task. */
export type Attendance = {
  host: SamplePerson
  recorder: SamplePerson
  present: readonly SamplePerson[]
  voters: readonly SamplePerson[]
  chairs: readonly SamplePerson[]
  absences: string
}

const reasons = ['公差', '公差', '公差', '公差', '病假', '病假', '事假', '事假', '年休假']
const elderReasons = ['病假', '病假', '事假', '外出探亲']

const awayReason = (person: SamplePerson, { date }: Appointment): string | null =>
  person.away !== null && within(date, person.away.from, person.away.to) ? person.away.reason : null

/** How many stay away by chance: a small committee comes whole, of the rest at most one in seven. */
function absentCount(pick: Chance, { matter }: Appointment, expected: number): number {
  if (matter.kind === 'committee') return expected >= 5 ? pick(2) : 0
  if (matter.kind === 'group') return pick(3)
  return pick(Math.max(2, Math.ceil(expected / 7)))
}

type Leaders = { host: SamplePerson; recorder: SamplePerson; deputised: SamplePerson | null }

/** Now and then the deputy secretary leads for the secretary, who is away. */
function leadersOf(pick: Chance, { organisation, branch, date, matter }: Appointment, special: boolean): Leaders {
  const seats = seatsOn(branch.code, date)
  const deputy = holderOn(branch.code, '副书记', date)
  const ordinary = matter.kind === 'committee' || (matter.kind === 'theme' && !matter.lecture)
  const secretary = seats[0] ?? null
  if (ordinary && !special && seats.length >= 5 && deputy !== null && pick(8) === 0)
    return { host: deputy, recorder: holderOn(branch.code, '组织委员', date) ?? deputy, deputised: secretary }
  const leader = matter.kind === 'group' ? holderOn(organisation, '党小组组长', date) : secretary
  const scribe =
    matter.kind === 'group'
      ? membersOn(organisation, date).find((person) => !seats.includes(person) && person !== leader)
      : (holderOn(branch.code, '组织委员', date) ?? seats[1])
  if (leader == null || scribe == null) throw new Error(`nobody to lead ${organisation} on ${date}`)
  return { host: leader, recorder: scribe, deputised: null }
}

/** Draws who is absent. People who speak in a special item are there, and as many stay away as gave a written opinion. */
export function attend(pick: Chance, appointment: Appointment, items: readonly SpecialItem[]): Attendance {
  const { organisation, branch, date, matter } = appointment
  const { host, recorder, deputised } = leadersOf(pick, appointment, items.length > 0)
  const chairs = seatsOn(branch.code, date)
  const expected = matter.kind === 'committee' ? chairs : membersOn(organisation, date)
  const needed = new Set([host, recorder])
  for (const item of items)
    for (const name of [item.about ?? '', ...item.speeches.map(([who]) => who)])
      if (name !== '') needed.add(personNamed(`${branch.code} ${name}`))
  const absent = new Map(
    expected.flatMap((person) => {
      const reason = awayReason(person, appointment)
      return reason === null ? [] : [[person, reason] as const]
    })
  )
  if (deputised !== null) absent.set(deputised, '公差')
  const written = Math.max(0, ...items.map((item) => item.ballot?.written ?? 0))
  const free = expected.filter(
    (person) => !needed.has(person) && !absent.has(person) && (written === 0 || votesOn(person, date))
  )
  const count = deputised === null ? Math.max(written, absentCount(pick, appointment, expected.length)) : 0
  for (const person of severalOf(pick, free, count))
    absent.set(person, oneOf(pick, branch.code === 'ZB06' ? elderReasons : reasons))
  if (flaws[appointment.number] === 'recorder-absent') absent.set(recorder, '公差')
  const present = expected.filter((person) => !absent.has(person))
  return {
    host,
    recorder,
    present,
    voters: present.filter((person) => votesOn(person, date)),
    chairs,
    absences: [...absent].map(([person, reason]) => `${referenceTo(person, organisation)}（${reason}）`).join('、')
  }
}
