import { type Day, within } from '../../kernel/dates.ts'
import type { CountedTalk, CoverageFacts, TalkMark, TalkPerson, TalkSeat } from './coverage-rules.ts'
import { isParty } from './talk.ts'
import { talkKinds } from './talk-kinds.ts'

/** Held, of a kind that counts, in the year or window, between two people. */
function countedTalks({ talks, today, year, window }: CoverageFacts): CountedTalk[] {
  return talks
    .filter(
      (talk) =>
        talkKinds[talk.kind].counts &&
        talk.date <= today &&
        (window === null ? talk.year === year : within(talk.date, window.from, window.to)) &&
        talk.talker.memberId !== talk.partner.memberId
    )
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

const markOf = ({ id, date }: CountedTalk): TalkMark => ({ id, date })

/** The talks that count for coverage, looked up by who was in them. */
export class TalkBook {
  readonly #seats: ReadonlyMap<string, TalkSeat>
  readonly #facts: CoverageFacts
  readonly #byParty = new Map<string, CountedTalk[]>()

  constructor(facts: CoverageFacts) {
    this.#facts = facts
    this.#seats = new Map(facts.people.map(({ memberId, seat }) => [memberId, seat]))
    for (const talk of countedTalks(facts))
      for (const id of [talk.talker.memberId, talk.partner.memberId])
        if (id !== null) this.#byParty.set(id, [...(this.#byParty.get(id) ?? []), talk])
  }

  #of(memberId: string): readonly CountedTalk[] {
    return this.#byParty.get(memberId) ?? []
  }

  /** On the committee today, or on the day of the talk. */
  #isSeated(memberId: string | null, day: Day): boolean {
    if (memberId === null) return false
    const seat = this.#seats.get(memberId)
    return seat === 'committee' || seat === 'stand-in' || this.#facts.seatedOn(memberId, day)
  }

  /** Whoever asked. */
  between(one: string, other: string): TalkMark[] {
    return this.#of(one)
      .filter((talk) => isParty(talk, other))
      .map(markOf)
  }

  /** Talks in which `talker` asked him. */
  askedBy(talker: string, memberId: string): TalkMark[] {
    return this.#of(memberId)
      .filter((talk) => talk.talker.memberId === talker)
      .map(markOf)
  }

  /** Who sits on the committee may have asked or been asked; others must have been asked. */
  byCommittee({ memberId, seat }: TalkPerson): TalkMark[] {
    return this.#of(memberId)
      .filter(({ talker, partner, date }) =>
        talker.memberId === memberId
          ? seat === 'committee' && this.#isSeated(partner.memberId, date)
          : this.#isSeated(talker.memberId, date)
      )
      .map(markOf)
  }

  /** With another who is not on the committee today either. */
  withPeers(memberId: string): TalkMark[] {
    const isPeer = (id: string | null): boolean => id !== null && this.#seats.get(id) === 'member'
    return this.#of(memberId)
      .filter(({ talker, partner }) => isPeer(talker.memberId) && isPeer(partner.memberId))
      .map(markOf)
  }
}
