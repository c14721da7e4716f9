import fc from 'fast-check'
import { within } from '../../../../shared/kernel/dates.ts'
import type { Person } from '../../../../shared/features/meeting/meeting.ts'
import type { Member } from '../../../../shared/features/member/member.ts'
import { type FollowUp, type Talk, talkContentsSchema } from '../../../../shared/features/talk/talk.ts'
import { type TalkKind, talkKindCodes } from '../../../../shared/features/talk/talk-kinds.ts'
import { day, line, maybe, personOf, text, time } from './ledger-arbitraries.ts'

const followUp = (person: fc.Arbitrary<Person>): fc.Arbitrary<FollowUp> =>
  fc.record({
    subject: text,
    person: maybe(person),
    dueOn: maybe(day('2026-01-01', 600)),
    doneOn: maybe(day('2026-01-01', 300)),
    result: fc.constant(null)
  })

const contents = (person: fc.Arbitrary<Person>): fc.Arbitrary<Talk['contents']> =>
  fc
    .record({
      place: maybe(line),
      way: maybe(fc.constantFrom('面谈', '电话')),
      recorder: maybe(person),
      reason: maybe(line),
      points: fc.record({
        thought: maybe(text),
        work: maybe(text),
        study: maybe(text),
        life: maybe(fc.constant('工作：忙\n\n学习：紧')),
        style: maybe(text),
        other: maybe(fc.oneof(text, fc.constant('思想：没有标题的话')))
      }),
      opinions: maybe(text),
      faults: maybe(text),
      attitude: maybe(text),
      difficulties: maybe(text),
      followUps: fc.array(followUp(person), { maxLength: 4 })
    })
    .map((said) => talkContentsSchema.parse(said))

/** A talk in the branch where the partner was that day; 谈话人 somebody else who was there, or of the level above. */
export const talkIn = (index: number, members: readonly Member[]): fc.Arbitrary<Talk> =>
  fc.record({ who: fc.constantFrom(...members), early: fc.boolean() }).chain(({ who, early }) => {
    const spell = early ? who.memberships[0] : who.memberships.at(-1)
    const home = spell?.organisationId ?? ''
    const date = spell?.to ?? '2025-07-01'
    const others = members.filter(
      ({ id, memberships }) =>
        id !== who.id && memberships.some((one) => one.organisationId === home && within(date, one.from, one.to))
    )
    const talkers: Person[] = others.map(({ id, name }) => ({ name, memberId: id }))
    const outside = { name: '上级来人', memberId: null }
    const kinds = talkers.length === 0 ? talkKindCodes.slice(2) : talkKindCodes
    return fc
      .record({
        kind: fc.constantFrom<TalkKind[]>(...kinds),
        insider: fc.nat(),
        year: fc.constantFrom(2025, 2026),
        start: maybe(time),
        end: maybe(time),
        level: fc.constantFrom('L1' as const, 'L2' as const),
        writtenOn: maybe(day('2026-01-01', 300)),
        contents: contents(personOf(members, home))
      })
      .map(({ insider, ...fields }) => {
        const inside = talkers[insider % Math.max(1, talkers.length)] ?? outside
        const talker = fields.kind === 'T01' || fields.kind === 'T02' || insider % 2 === 0 ? inside : outside
        return {
          ...fields,
          ...{ id: `t-${index}`, number: `TH${index}`, organisationId: home, date, talker },
          partner: { name: who.name, memberId: who.id },
          ...{ recordedOn: '2026-12-31', enteredBy: null }
        }
      })
  })
