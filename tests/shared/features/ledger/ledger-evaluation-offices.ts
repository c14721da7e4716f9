import fc from 'fast-check'
import { within } from '../../../../shared/kernel/dates.ts'
import { scales } from '../../../../shared/features/ballot/ballot.ts'
import {
  blankEntry,
  blankEvaluation,
  type Entry,
  type Evaluation,
  evaluationGrades,
  type Round
} from '../../../../shared/features/evaluation/evaluation.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { categoryOn, type Member } from '../../../../shared/features/member/member.ts'
import {
  blankSubject,
  type Poll,
  type PollClass,
  pollKinds,
  type PollSubject,
  scaleOfKind
} from '../../../../shared/features/poll/poll.ts'
import { branches, count, day, insiders, line, maybe, text } from './ledger-arbitraries.ts'

const recordedOn = '2026-12-31'
/** At most 30 in all, as many as came back. */
const tally = fc.record({
  counts: fc.array(fc.nat({ max: 6 }), { minLength: 4, maxLength: 4 }),
  abstained: fc.nat({ max: 6 })
})
const ballots = { issued: count, returned: maybe(fc.constantFrom(30, 45)) }

const roundsOf = (home: string, meetings: readonly Meeting[]): fc.Arbitrary<Round[]> => {
  const own = meetings.filter(({ organisationId }) => organisationId === home).map(({ id }) => id)
  const groups = home === 'o-ZB01' ? [null, 'o-XZ01'] : [null]
  return fc.uniqueArray(
    fc.record({
      id: fc.constant('round'),
      date: day('2025-11-01', 200),
      meetingId: fc.constantFrom(null, ...own),
      groupId: fc.constantFrom(...groups),
      expected: count,
      ...ballots
    }),
    { maxLength: 2, selector: ({ date }) => date }
  )
}

/** Who may have a row: in the branch at a vote, or without one in the year; without a day the end of the year decides. */
const taking = (home: string, rounds: readonly Round[], year: number, members: readonly Member[]): Member[] => {
  const days = rounds.length > 0 ? rounds.map(({ date }) => date) : [`${year}-12-31`]
  return members.filter(({ memberships }) =>
    memberships.some((one) => one.organisationId === home && days.some((date) => within(date, one.from, one.to)))
  )
}

const entryOf = (member: Member, rounds: readonly Round[], year: number): fc.Arbitrary<Entry> => {
  const last =
    rounds
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? `${year}-12-31`
  const isFull = (categoryOn(member, last) ?? member.category) === '正式党员'
  return fc
    .record({
      counts: maybe(tally),
      selfReview: maybe(text),
      peerOpinions: maybe(text),
      final: isFull ? maybe(fc.constantFrom(...evaluationGrades)) : fc.constant(null),
      reason: maybe(line)
    })
    .map((fields) => ({ ...blankEntry, ...fields, id: `e-${member.id}`, memberId: member.id }))
}

const evaluationOf = (
  home: string,
  year: number,
  members: readonly Member[],
  meetings: readonly Meeting[]
): fc.Arbitrary<Evaluation> =>
  roundsOf(home, meetings).chain((rounds) =>
    fc
      .subarray(taking(home, rounds, year, members))
      .chain((people) => fc.tuple(...people.map((one) => entryOf(one, rounds, year))))
      .map((entries) => ({
        ...blankEvaluation,
        ...{ id: `v-${home}-${year}`, organisationId: home, year, recordedOn },
        rounds: rounds.map((round, index) => ({ ...round, id: `v-${home}-${year}-${index}` })),
        entries
      }))
  )

/** Evaluations of several branches and years; those a file meets first, with votes, before the others. */
export const evaluationsIn = (members: readonly Member[], meetings: readonly Meeting[]): fc.Arbitrary<Evaluation[]> =>
  fc
    .subarray(branches.flatMap((home) => [2025, 2026].map((year) => ({ home, year }))))
    .chain((list) => fc.tuple(...list.map(({ home, year }) => evaluationOf(home, year, members, meetings))))
    .map((list) =>
      list
        .filter(({ rounds, entries }) => rounds.length + entries.length > 0)
        .sort((one, other) => Number(other.rounds.length > 0) - Number(one.rounds.length > 0))
    )

const classesOf: fc.Arbitrary<PollClass[]> = fc.subarray(['', 'A', '上评', '党员'], { minLength: 1 }).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.record({
        name: fc.constant(name),
        weight: fc.constantFrom(4000, 3333, 10_000, 0, 12_345),
        ...ballots
      })
    )
  )
)

/** Ballots of the class, unless this subject had others; the first subject's are always those of the class. */
const subjectIn = (who: Pick<PollSubject, 'name' | 'memberId'>, index: number, classes: readonly PollClass[]) =>
  fc
    .tuple(
      ...classes.map((pile) =>
        fc
          .record({ told: index === 0 ? fc.constant(true) : fc.boolean(), overall: tally, other: fc.boolean() })
          .map(({ told, overall, other }) => {
            const issued = other && index > 0 ? (pile.issued ?? 0) + 1 : null
            return told ? [{ className: pile.name, issued, returned: null, overall, questions: {} }] : []
          })
      )
    )
    .map((results): PollSubject => ({ ...blankSubject, ...who, id: `c-${index}`, results: results.flat() }))

const pollOf = (index: number, members: readonly Member[]): fc.Arbitrary<Poll> =>
  fc
    .record({
      home: fc.constantFrom(...branches),
      kind: fc.constantFrom(...pollKinds),
      other: maybe(fc.constantFrom('team' as const, 'cadre' as const, 'duty' as const)),
      name: line,
      year: fc.constantFrom(2025, 2026),
      classes: classesOf
    })
    .chain(({ home, kind, other, name, year, classes }) => {
      const scale = other ?? scaleOfKind[kind]
      const whom = [
        { name: '支部班子', memberId: null },
        { name: '上级书记', memberId: null },
        ...insiders(members, home).map((one) => ({ name: one.name, memberId: one.id }))
      ]
      return fc
        .subarray(whom, { minLength: 1 })
        .chain((list) => fc.tuple(...list.map((who, place) => subjectIn(who, place, classes))))
        .map((subjects) => ({
          ...{ id: `cp-${index}`, number: `CP${index}`, name, organisationId: home, year, kind, scale, classes },
          ...{
            date: null,
            meetingId: null,
            questions: [],
            quota: null,
            overReason: null,
            finishedOn: null,
            recordedOn
          },
          // Every grade of its scale has a ballot somewhere: only so a file tells of a scale that is not the usual one.
          subjects: subjects.map((subject, place) =>
            place > 0
              ? { ...subject, id: `${subject.id}-${index}` }
              : { ...subject, id: `${subject.id}-${index}`, results: subject.results.map(withEveryGrade) }
          )
        }))
    })

const withEveryGrade = (result: PollSubject['results'][number]) => ({
  ...result,
  overall: { ...result.overall, counts: scales.team.map((_grade, at) => Math.max(1, result.overall.counts[at] ?? 0)) }
})

export const pollsIn = (members: readonly Member[]): fc.Arbitrary<Poll[]> =>
  fc
    .integer({ min: 0, max: 3 })
    .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => pollOf(index, members))))
