import type { Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import type { EvaluationPerson } from '../../../shared/features/evaluation/result.ts'
import { type Roster, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { categoryOn, type Member, membershipOn } from '../../../shared/features/member/member.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { targetOf } from '../../../shared/features/study/study-rules.ts'
import type { Restriction } from '../../../shared/features/supervision/supervision.ts'
import { type Day, makeDay, within, yearOf } from '../../../shared/kernel/dates.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { disposalsOf } from '../disposal/disposal-repository.ts'
import { judgedMeetings, type Rosters } from '../meeting/meeting-judgement.ts'
import { membersById } from '../member/member-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { studyTable } from '../study/study-table.ts'
import { restrictionsOf } from '../supervision/supervision-repository.ts'

/** A branch and the year it evaluates, with its evaluation where one was begun. */
export type EvaluationYear = { organisation: Organisation; year: number; evaluation: Evaluation | null }

/** The day whose people an evaluation is about: that of its last vote, else today; of a year long over, its last day. */
export function evaluationDay({ year, evaluation }: Omit<EvaluationYear, 'organisation'>, today: Day): Day {
  const last = evaluation?.rounds
    .map(({ date }) => date)
    .sort()
    .at(-1)
  if (last !== undefined) return last
  return today <= makeDay(year + 1, 3, 31) ? today : makeDay(year, 12, 31)
}

/** 无故 absences of each in the calendar year, counted over the meetings at which they were expected. */
function unexcused(tables: Tables, roster: Roster, year: number, today: Day, rosters: Rosters): Map<string, number> {
  const held = rosters.meetings(roster.scope).filter(({ date }) => yearOf(date) === year && date <= today)
  const counts = new Map<string, number>()
  for (const { meeting, roll } of judgedMeetings(tables, held, today, rosters)) {
    const expected = new Set(roll.filter((one) => one.expected).map(({ memberId }) => memberId))
    const missing = meeting.absences.filter(({ memberId, reason }) => reason === '无故' && expected.has(memberId ?? ''))
    for (const id of new Set(missing.map(({ memberId }) => memberId ?? ''))) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** The effect of 诫勉 takes away the appraisal of its own year, and of whatever it runs into (T12). */
const restrictedUntil = (restrictions: readonly Restriction[], memberId: string, year: number): Day | null =>
  restrictions
    .filter(
      (one) =>
        one.memberId === memberId &&
        yearOf(one.from) <= year &&
        (yearOf(one.from) === year || yearOf(one.until) >= year)
    )
    .map(({ until }) => until)
    .sort()
    .at(-1) ?? null

type Facts = {
  day: Day
  roster: Roster
  absences: Map<string, number>
  hours: Map<string, EvaluationPerson['hours']>
  restrictions: readonly Restriction[]
  correcting: Map<string, Day>
  year: number
}

function personOf(
  member: Member,
  facts: Facts,
  seat: { posts: string[]; why: string | null } | undefined
): EvaluationPerson {
  const { day, roster, absences, hours, restrictions, correcting, year } = facts
  const spell = roster.scope.map((id) => membershipOn(member, id, day)).find((one) => one !== null)
  return {
    member,
    category: categoryOn(member, day) ?? member.category,
    posts: seat?.posts ?? [],
    groupId: spell?.groupId ?? null,
    suspended: seat === undefined ? '已转出' : seat.why === '预备党员' ? null : seat.why,
    absences: absences.get(member.id) ?? 0,
    hours: hours.get(member.id) ?? { earned: 0, required: 0 },
    restricted: restrictedUntil(restrictions, member.id, year),
    correcting: correcting.get(member.id) ?? null
  }
}

/**
 * Who takes part: the 正式党员 and 预备党员 of the branch on the day of the vote, as at a 组织生活会, in the order of the roster,
 * and those who have an entry but have left, or are suspended from the Party, since. Who is let off meetings for age or illness is evaluated all the same.
 */
export function evaluationPeople(
  tables: Tables,
  { organisation, year, evaluation }: EvaluationYear,
  today: Day,
  rosters: Rosters
): EvaluationPerson[] {
  const day = evaluationDay({ year, evaluation }, today)
  const roster = rosters.of(organisation)
  const roll = rollOf(['民主评议党员'], day, { ...roster, exemptions: [] })
  const seats = new Map(roll.map((one) => [one.memberId, one]))
  const known = new Map(roster.members.map(({ id }, at) => [id, at]))
  const taking = roll.filter(({ expected }) => expected).map(({ memberId }) => memberId)
  const ids = [...new Set([...taking, ...(evaluation?.entries ?? []).map(({ memberId }) => memberId)])]
  const members = new Map(membersById(tables, ids).map((one) => [one.id, one]))
  const required = targetOf(false, rulesOfYear(ruleBookOf(tables), year, today))
  const facts: Facts = {
    ...{ day, roster, year },
    absences: unexcused(tables, roster, year, today, rosters),
    hours: new Map(
      studyTable(tables, organisation, { year, today }, rosters).lines.map(({ memberId, hours }) => [
        memberId,
        { earned: hours.total, required }
      ])
    ),
    restrictions: restrictionsOf(tables, ids),
    correcting: new Map(
      disposalsOf(tables, [organisation.id])
        .filter(
          ({ way, from, until, closedOn }) =>
            way === '限期改正' && (closedOn === null || closedOn > day) && from !== null && within(day, from, until)
        )
        .map(({ memberId, until }) => [memberId, until ?? day])
    )
  }
  const order = (id: string): number => known.get(id) ?? known.size
  return ids
    .flatMap((id) => members.get(id) ?? [])
    .sort((one, other) => order(one.id) - order(other.id))
    .map((member) => personOf(member, facts, seats.get(member.id)))
}
