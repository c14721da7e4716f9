import { addDays, type Day, daysBetween, makeDay, within, yearOf } from '../../kernel/dates.ts'
import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { openPairs, type TalkCoverage, type TalkRow } from './coverage-rules.ts'
import {
  type DueCause,
  isSameMatter,
  occasionEvent,
  rosterEvents,
  type RosterPerson,
  type TalkEvent
} from './due-event-rules.ts'
import type { Occasion } from './occasion.ts'
import { isParty, type TalkHead } from './talk.ts'
import { type TalkKind, talkKinds } from './talk-kinds.ts'

/** A 组织生活会 or 民主评议 that stands in the calendar. */
export type ComingMeeting = { title: string; date: Day }

/**
 * `coverage` of the year; `people` the roster with applicants; `talks` of the organisation, of any year; `meetings`
 * those to come.
 */
export type DueFacts = {
  organisationId: string
  today: Day
  rules: RulesInForce
  coverage: TalkCoverage
  people: readonly RosterPerson[]
  occasions: readonly Occasion[]
  talks: readonly Pick<TalkHead, 'kind' | 'date' | 'talker' | 'partner'>[]
  meetings: readonly ComingMeeting[]
}

/**
 * Somebody to be talked with, for one reason. `must` 必谈. `since` the day of the event, `by` the last day in time,
 * `daysLeft` until then, negative when it is past. `kind` is the talk suggested.
 */
export type DueTalk = {
  memberId: string
  name: string
  cause: DueCause | 'life' | 'year'
  reason: string
  rule: RuleId
  kind: TalkKind
  must: boolean
  since: Day | null
  by: Day | null
  daysLeft: number | null
  occasionId: string | null
}

type Talk = DueFacts['talks'][number]

/** Talks of an application, a decision, a change of place and of care are not left out (本软件默认口径). */
const mustKinds: readonly TalkKind[] = ['T03', 'T05', 'T06', 'T07']
/** Only a talk of the very kind answers these: they tell somebody something. */
const ownKindOnly: readonly TalkKind[] = ['T03', 'T05']

/**
 * A talk with him on or after the day answers an event: one of its kind, or of any kind that counts, unless another
 * member who is not on the committee asked. T03 and T05 are answered by their own kind alone.
 */
function isAnswered({ memberId, kind, since }: TalkEvent, { coverage, talks, today }: DueFacts): boolean {
  const isPeer = (id: string | null): boolean =>
    coverage.rows.some((row) => row.memberId === id && row.seat === 'member')
  const fits = (talk: Talk): boolean =>
    talk.kind === kind || (!ownKindOnly.includes(kind) && talkKinds[talk.kind].counts && !isPeer(talk.talker.memberId))
  return talks.some((talk) => talk.partner.memberId === memberId && within(talk.date, since, today) && fits(talk))
}

const lineOf = (event: TalkEvent, name: string, today: Day): DueTalk => {
  const { memberId, cause, kind, since, by, says, occasionId } = event
  return {
    ...{ memberId, name, cause, kind, since, by, occasionId },
    reason: says,
    rule: talkKinds[kind].rule,
    must: mustKinds.includes(kind),
    daysLeft: by === null ? null : daysBetween(today, by)
  }
}

/** Several changes of post of one person are one line, by the earliest of them. */
function together(events: readonly TalkEvent[]): TalkEvent[] {
  const groups = Map.groupBy(events, ({ memberId, cause, occasionId }) =>
    cause === 'post' ? `${memberId} ${occasionId ?? ''}` : Symbol(cause)
  )
  return [...groups.values()].flatMap((group): TalkEvent[] => {
    const sorted = [...group].sort((one, other) => (one.since < other.since ? -1 : 1))
    const [first] = sorted
    return first === undefined ? [] : [{ ...first, says: sorted.map(({ says }) => says).join('，') }]
  })
}

/** Events of the roster and those put down by hand, which stand for the same matter on the roster, settled or not. */
function eventLines(facts: DueFacts): DueTalk[] {
  const { organisationId, today, rules, people } = facts
  const names = new Map(people.map(({ memberId, name }) => [memberId, name]))
  const own = facts.occasions.filter((one) => one.organisationId === organisationId)
  const isSpokenOf = ({ kind, since, until }: TalkEvent): boolean =>
    rules.isOn(talkKinds[kind].rule) && within(today, since, until)
  const byHand = own.map((one) => ({ closedOn: one.closedOn, event: occasionEvent(one, rules) }))
  const open = byHand.filter(({ closedOn }) => closedOn === null || closedOn > today).map(({ event }) => event)
  const roster = people
    .flatMap((person) => rosterEvents(person, organisationId, { today, rules }))
    .filter((event) => !byHand.some((one) => isSameMatter(event, one.event)))
  const due = [...roster, ...open].filter((event) => isSpokenOf(event) && !isAnswered(event, facts))
  return together(due).flatMap((event) => {
    const name = names.get(event.memberId)
    return name === undefined ? [] : [lineOf(event, name, today)]
  })
}

/** Before a 组织生活会: everybody who has not been in a talk that counts since its window began (T02). */
function lifeLines({ meetings, rules, coverage, talks, today }: DueFacts): DueTalk[] {
  if (!rules.isOn('T02')) return []
  const days = rules.number('T02', 'days')
  return meetings.flatMap(({ title, date }) => {
    const since = addDays(date, -days)
    if (!within(today, since, date)) return []
    const inside = talks.filter((talk) => talkKinds[talk.kind].counts && within(talk.date, since, today))
    return coverage.rows
      .filter(({ memberId }) => !inside.some((talk) => isParty(talk, memberId)))
      .map(({ memberId, name }): DueTalk => {
        const reason = `${date} 开${title}，会前 ${days} 天以内还没有谈过`
        const daysLeft = daysBetween(today, date)
        const about = { memberId, name, reason, since, daysLeft, by: date }
        return { ...about, cause: 'life', rule: 'T02', kind: 'T02', must: false, occasionId: null }
      })
  })
}

/** What the year still lacks of one person, in words; null where nothing. */
function lackOf(row: TalkRow, coverage: TalkCoverage, names: ReadonlyMap<string, string>): string | null {
  if (!coverage.uncovered.includes(row.memberId)) return null
  const pairs = row.fresh ? openPairs(coverage) : coverage.missing.committeePairs
  const others = pairs
    .filter((pair) => pair.includes(row.memberId))
    .map(([one, other]) => names.get(one === row.memberId ? other : one) ?? '')
  if (others.length > 0) return `还没有同${others.join('、')}谈过`
  if (row.byCommittee === false) return row.byPeer === 0 ? '委员、党员都没有谈过' : '委员还没有谈过'
  return '还没有同党员互谈过'
}

function yearLines({ coverage, today }: DueFacts): DueTalk[] {
  const { year, rows } = coverage
  const names = new Map(rows.map(({ memberId, name }) => [memberId, name]))
  const by = makeDay(year, 12, 31)
  return rows.flatMap((row): DueTalk[] => {
    const lack = lackOf(row, coverage, names)
    if (lack === null) return []
    const { memberId, name } = row
    const reason = `${year === yearOf(today) ? '今年' : `${year} 年`}${lack}${row.fresh ? '（入党或者转入不到 30 天，暂不计）' : ''}`
    const daysLeft = daysBetween(today, by)
    return [
      {
        ...{ memberId, name, cause: 'year', reason, by, daysLeft },
        ...{ rule: 'R1-18', kind: 'T01', must: false, since: null, occasionId: null }
      }
    ]
  })
}

/**
 * Who is to be talked with today, 必谈 first, then by the last day in time (those without one last), then as the matrix
 * has them. One line for each person and reason. A rule that is switched off gives none. The note of an occasion is not
 * told.
 */
export function dueTalks(facts: DueFacts): DueTalk[] {
  const ids = new Set([...facts.coverage.rows, ...facts.people].map(({ memberId }) => memberId))
  const order = new Map([...ids].map((memberId, index) => [memberId, index]))
  const key = ({ must, by, memberId }: DueTalk): string =>
    [must ? 0 : 1, by ?? '9', String(order.get(memberId) ?? 0).padStart(6, '0')].join(' ')
  return [...eventLines(facts), ...lifeLines(facts), ...yearLines(facts)].sort((one, other) =>
    key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0
  )
}
