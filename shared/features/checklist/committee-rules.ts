import { addDays, addMonths, type Day } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { partyMembersOn, type PartyMember } from '../member/member-rules.ts'
import { type Member, membershipOn } from '../member/member.ts'
import { holdsOn, isCommitteeSeat, type Post } from '../post/post.ts'
import type { ItemFacts } from './item-facts.ts'

type PostFacts = Pick<ItemFacts, 'organisation' | 'posts' | 'people' | 'day'>

/** What vacancies of a branch are reckoned from. */
export type VacancyFacts = PostFacts & Pick<ItemFacts, 'rules'> & { setup: Pick<ItemFacts['setup'], 'full'> }

const isSecretary = (titles: readonly string[]): boolean => titles.includes('书记')

/** Dated posts of the branch itself, those of its groups left out. */
const postsOf = ({ organisation, posts }: PostFacts): Post[] =>
  posts.filter(({ organisationId }) => organisationId === organisation.id)

/** Who has a seat of the branch on the day (书记, 副书记, 委员), by dated posts or by what the roster states. */
export const seatedOf = (facts: PostFacts): PartyMember[] =>
  partyMembersOn(
    { members: facts.people, posts: facts.posts, suspensions: [] },
    [facts.organisation.id],
    facts.day
  ).filter(({ own, titles }) => own && titles.some(isCommitteeSeat))

export const hasSecretary = (facts: PostFacts): boolean => seatedOf(facts).some(({ titles }) => isSecretary(titles))

/** False where nothing at all is known of who holds a post. */
export const hasPostRecords = (facts: PostFacts): boolean => postsOf(facts).length > 0 || seatedOf(facts).length > 0

/** A 支委会 would be wanted (R1-06), and nobody has said whether there is one. */
export const isCommitteeUnknown = (facts: ItemFacts): boolean =>
  facts.organisation.hasCommittee === null &&
  !hasPostRecords(facts) &&
  facts.setup.full >= facts.rules.number('R1-06', 'from')

/** Whether somebody was 书记 of the branch on a day; somebody who is not on the roster by id is known by name alone. */
export function wasSecretary(facts: PostFacts, person: { memberId: string | null; name: string }, day: Day): boolean {
  const posts = postsOf(facts)
  const isHim = ({ id, name }: { id: string; name: string }): boolean =>
    person.memberId === null ? name === person.name : id === person.memberId
  if (posts.length === 0)
    return facts.people.some(
      (member) => isHim(member) && isSecretary(membershipOn(member, facts.organisation.id, day)?.statedPosts ?? [])
    )
  const ids = new Set(person.memberId === null ? facts.people.filter(isHim).map(({ id }) => id) : [person.memberId])
  return posts.some((post) => post.title === '书记' && ids.has(post.memberId) && holdsOn(post, day))
}

/** A 书记 who took office from half a year before the year on, and was none before. */
export function newSecretaries(facts: ItemFacts): Post[] {
  const since = addMonths(`${facts.year}-01-01`, -6)
  const held = postsOf(facts).filter(({ title, from }) => title === '书记' && from <= facts.day)
  return held.filter(
    ({ memberId, from }) => from >= since && !held.some((other) => other.memberId === memberId && other.from < from)
  )
}

/** A seat that is wanted and empty; `since` null where nobody is known to have held it. */
export type Vacancy = { title: '书记' | '委员'; since: Day | null }

/** The first day after the last on which at least so many sat in these posts; null where there never were so many. */
function emptySince(posts: readonly Post[], many: number, day: Day): Day | null {
  const sitting = (on: Day): number =>
    new Set(posts.filter((post) => holdsOn(post, on)).map(({ memberId }) => memberId)).size
  const last = posts
    .flatMap(({ to }) => (to !== null && to < day && sitting(to) >= many ? [to] : []))
    .sort()
    .at(-1)
  return last === undefined ? null : addDays(last, 1)
}

/** Posts, each ended where its holder left the organisations of `scope` before; one who was never of them stays. */
export function postsWhileThere(
  posts: readonly Post[],
  holders: readonly Pick<Member, 'id' | 'memberships'>[],
  scope: readonly string[]
): Post[] {
  const spells = new Map(
    holders.map(({ id, memberships }) => [id, memberships.filter((one) => scope.includes(one.organisationId))])
  )
  return posts.map((post) => {
    const own = spells.get(post.memberId) ?? []
    if (own.some(({ to }) => to === null)) return post
    const left = own
      .flatMap(({ to }) => to ?? [])
      .sort()
      .at(-1)
    return left !== undefined && (post.to === null || post.to > left) ? { ...post, to: left } : post
  })
}

/**
 * What vacancies of an organisation are read from: its own posts of every time, the titles of each who has one on `day`, how
 * many 正式党员 it has, and whether it is said to have a 支委会.
 */
export type Seats = {
  posts: readonly Post[]
  seated: readonly (readonly string[])[]
  full: number
  hasCommittee: boolean | null
  day: Day
  rules: RulesInForce
}

/**
 * W22: a 书记 is wanted everywhere, and from 7 正式党员 on so many more that the committee is of three. A seat beside the 书记
 * that was never filled is a matter of how the branch is set up (A3), not a vacancy.
 */
export function vacanciesAmong({ posts, seated, full, hasCommittee, day, rules }: Seats): Vacancy[] {
  const secretaries = posts.filter(({ title }) => title === '书记')
  const first: Vacancy[] = seated.some(isSecretary) ? [] : [{ title: '书记', since: emptySince(secretaries, 1, day) }]
  if (full < rules.number('R1-06', 'from') || hasCommittee === false) return first
  const others = posts.filter(({ title }) => title !== '书记' && isCommitteeSeat(title))
  const now = seated.filter((titles) => !isSecretary(titles)).length
  const wanted = Math.max(0, rules.number('R1-06', 'least') - 1 - now)
  const more = Array.from({ length: wanted }, (_one, index) => emptySince(others, now + index + 1, day))
  return [...first, ...more.flatMap((since): Vacancy[] => (since === null ? [] : [{ title: '委员', since }]))]
}

/** The vacancies of a branch as its checklist reckons them. */
export const vacanciesOf = (facts: VacancyFacts): Vacancy[] =>
  vacanciesAmong({
    ...{ posts: postsOf(facts), seated: seatedOf(facts).map(({ titles }) => titles), full: facts.setup.full },
    ...{ hasCommittee: facts.organisation.hasCommittee, day: facts.day, rules: facts.rules }
  })
