import type { FoundAlert } from '../../../shared/features/alert/alert.ts'
import { termAlerts } from '../../../shared/features/alert/term-alert-rules.ts'
import { vacancyAlerts } from '../../../shared/features/alert/vacancy-alert-rules.ts'
import {
  postsWhileThere,
  type Vacancy,
  vacanciesAmong,
  vacanciesOf
} from '../../../shared/features/checklist/committee-rules.ts'
import { partyMembersOn } from '../../../shared/features/member/member-rules.ts'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { holdsOn, type Post } from '../../../shared/features/post/post.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { type RulesInForce, rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'
import { membersById, membersOf } from '../member/member-repository.ts'
import { postsOf } from '../post/post-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { suspensionsOf } from '../suspension/suspension-repository.ts'

/** The titles of each who has a post on the day; those on the committee of a 党委 are members of its branches. */
const titlesOn = (posts: readonly Post[], day: Day): string[][] =>
  [
    ...Map.groupBy(
      posts.filter((post) => holdsOn(post, day)),
      ({ memberId }) => memberId
    ).values()
  ].map((held) => held.map(({ title }) => title))

function vacancies(
  tables: Tables,
  organisation: Organisation,
  { day, rules, rosters }: { day: Day; rules: RulesInForce; rosters: Rosters }
): Vacancy[] {
  const posts = postsOf(tables, [organisation.id])
  // Of a seat nobody is known to have held there is nothing to say, and most organisations above branches have no posts.
  if (posts.length === 0) return []
  const scope = withDescendants(rosters.organisations, organisation.id)
  const people = membersOf(tables, scope)
  const holders = membersById(
    tables,
    posts.map(({ memberId }) => memberId)
  )
  const suspensions = suspensionsOf(
    tables,
    people.map(({ id }) => id)
  )
  const own = partyMembersOn({ members: people, posts: [], suspensions }, scope, day).filter((one) => one.own)
  const full = own.filter(({ category }) => category === '正式党员').length
  const held = postsWhileThere(posts, holders, scope)
  return isBranch(organisation)
    ? vacanciesOf({
        ...{ organisation, posts: held, people: own.map(({ member }) => member) },
        ...{ day, rules, setup: { full } }
      })
    : vacanciesAmong({
        ...{ posts: held, seated: titlesOn(held, day), full, hasCommittee: organisation.hasCommittee },
        ...{ day, rules }
      })
}

/** W20–W22 of one organisation, of whatever kind but 党小组, as it stands on a day. */
export function officeAlerts(tables: Tables, organisation: Organisation, today: Day, rosters: Rosters): FoundAlert[] {
  if (organisation.kind === '党小组') return []
  const rules = rulesInForce(ruleBookOf(tables), today)
  return [
    ...termAlerts(organisation, { today, rules }),
    ...vacancyAlerts(organisation.code, vacancies(tables, organisation, { day: today, rules, rosters }), {
      today,
      rules
    })
  ]
}
