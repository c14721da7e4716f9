import { addDays, addMonths, addYears, type Day, daysBetween, partsOf, within } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Member } from '../member/member.ts'
import type { Post } from '../post/post.ts'
import type { Suspension } from '../suspension/suspension.ts'
import { type Occasion, type OccasionKind, talkOfOccasion } from './occasion.ts'
import type { TalkKind } from './talk-kinds.ts'

/** Somebody on the roster of the branch, applicants included, with what may ask for a talk. */
export type RosterPerson = Pick<Member, 'name' | 'category' | 'joinedOn' | 'fullOn' | 'memberships'> & {
  memberId: string
  posts: readonly Pick<Post, 'organisationId' | 'title' | 'from' | 'to'>[]
  suspensions: readonly Pick<Suspension, 'kind' | 'from'>[]
}

/** What makes somebody due; `occasion` was put down by hand and is of no kind the roster knows. */
export type DueCause = 'post' | 'transfer' | 'joined' | 'full' | 'suspended' | 'applied' | 'birthday' | 'occasion'

/**
 * An event that asks for a talk: the day from which one answers it, the last day on which it is spoken of (null: until
 * it is answered), and the last day in time. `occasionId` where it was put down by hand.
 */
export type TalkEvent = {
  memberId: string
  cause: DueCause
  kind: TalkKind
  since: Day
  by: Day | null
  until: Day | null
  says: string
  occasionId: string | null
}

/** Rules whose parameter says how many days an event is spoken of. */
const countedKinds = ['T05', 'T06', 'T07', 'T14'] as const
type CountedKind = (typeof countedKinds)[number]
const isCounted = (kind: TalkKind): kind is CountedKind => countedKinds.some((one) => one === kind)

type Found = { memberId: string; cause: DueCause; kind: CountedKind; since: Day; says: string }

function eventOf({ memberId, cause, kind, since, says }: Found, rules: RulesInForce): TalkEvent {
  const by = addDays(since, rules.number(kind, 'days'))
  return { memberId, cause, kind, since, by, until: by, says, occasionId: null }
}

type Change = { date: Day; says: string }

/** Posts begun and ended, less those that only went on: the same title again within a day. */
function postChanges(posts: RosterPerson['posts']): Change[] {
  const follows = (end: Day | null, begin: Day): boolean => end !== null && within(begin, end, addDays(end, 1))
  return posts.flatMap((post): Change[] => {
    const { title, organisationId, from, to } = post
    const same = posts.filter(
      (other) => other !== post && other.title === title && other.organisationId === organisationId
    )
    return [
      ...(same.some((before) => follows(before.to, from)) ? [] : [{ date: from, says: `${from} 任${title}` }]),
      ...(to === null || same.some((after) => follows(to, after.from))
        ? []
        : [{ date: to, says: `${to} 不再任${title}` }])
    ]
  })
}

/** 政治生日: the anniversaries around today; spoken of from some days before it to as many after it (T14). */
function birthdays({ memberId, joinedOn }: RosterPerson, today: Day, rules: RulesInForce): TalkEvent[] {
  if (joinedOn === null) return []
  const days = rules.number('T14', 'days')
  const { year } = partsOf(today)
  return [year - 1, year, year + 1].flatMap((one): TalkEvent[] => {
    const years = one - partsOf(joinedOn).year
    const day = addYears(joinedOn, years)
    const [since, by] = [addDays(day, -days), addDays(day, days)]
    if (years < 1 || !within(today, since, by)) return []
    const says = `${day} 入党 ${years} 周年`
    return [{ memberId, cause: 'birthday', kind: 'T14', since, by, until: by, says, occasionId: null }]
  })
}

/** Every event of one person that today's roster knows and that is spoken of today, changes of post one by one. */
export function rosterEvents(
  person: RosterPerson,
  organisationId: string,
  { today, rules }: { today: Day; rules: RulesInForce }
): TalkEvent[] {
  const { memberId, category, joinedOn, fullOn, memberships, posts, suspensions } = person
  const isMember = category === '正式党员' || category === '预备党员'
  const found = (cause: DueCause, kind: CountedKind, since: Day, says: string): Found => ({
    ...{ memberId, cause, kind, since, says }
  })
  const transfers = memberships.flatMap(({ organisationId: into, entryWay, from }) =>
    into === organisationId && entryWay === '转入' && from !== null ? [from] : []
  )
  const events = [
    ...(isMember && joinedOn !== null ? [found('joined', 'T05', joinedOn, `${joinedOn} 成为预备党员`)] : []),
    ...(category === '正式党员' && fullOn !== null ? [found('full', 'T05', fullOn, `${fullOn} 转为正式党员`)] : []),
    ...postChanges(posts).map(({ date, says }) => found('post', 'T06', date, says)),
    ...transfers.map((from) => found('transfer', 'T06', from, `${from} 转入本支部`)),
    ...suspensions.map(({ kind, from }) => found('suspended', 'T07', from, `${from} 起${kind}`))
  ].map((one) => eventOf(one, rules))
  return [...events, ...(isMember ? birthdays(person, today, rules) : [])].filter(({ since, until }) =>
    within(today, since, until)
  )
}

const causeOfOccasion: Partial<Record<OccasionKind, DueCause>> = {
  岗位变动: 'post',
  转入: 'transfer',
  受处分: 'suspended',
  入党: 'applied'
}

/**
 * An occasion put down by hand, without its note. An application asks for a talk within a month (T03) and is spoken of
 * until there was one; so is what has no days of its own.
 */
export function occasionEvent({ id, memberId, kind: what, date }: Occasion, rules: RulesInForce): TalkEvent {
  const kind = talkOfOccasion[what]
  const by = kind === 'T03' ? addMonths(date, 1) : isCounted(kind) ? addDays(date, rules.number(kind, 'days')) : null
  const until = kind === 'T03' ? null : by
  const says = what === '入党' ? `${date} 提出入党申请` : `${date} ${what}`
  return {
    ...{ memberId, kind, since: date, by, until, says, occasionId: id },
    cause: causeOfOccasion[what] ?? 'occasion'
  }
}

/** How far apart an event of the roster and what was put down by hand may be dated to be one matter (本软件默认口径). */
const sameMatterDays = 30

/** Whether an event of the roster is the one an occasion was put down for. */
export const isSameMatter = (event: TalkEvent, occasion: TalkEvent): boolean =>
  event.memberId === occasion.memberId &&
  event.cause === occasion.cause &&
  Math.abs(daysBetween(event.since, occasion.since)) <= sameMatterDays
