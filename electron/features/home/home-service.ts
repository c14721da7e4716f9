import type { HomeSetUp } from '../../../shared/features/home/home.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { type Coverage, coverageOf } from '../../../shared/features/plan/coverage-rules.ts'
import { yearPeriods } from '../../../shared/features/plan/wanted-rules.ts'
import { type Day, makeDay } from '../../../shared/kernel/dates.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Store, Tables } from '../../store/store.ts'
import { rosterCounts } from '../member/member-page-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { planBranches, scopeOf } from '../plan/plan-facts.ts'
import { meetingHeads, planEntriesIn } from '../plan/plan-repository.ts'
import { postsOf } from '../post/post-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { type RecentLine, recentWork } from './home-recent.ts'
import { openWork, type WorkLine } from './home-work.ts'

/** `actorId` whose entries of the log may be read; null for everybody's. */
export type HomeCall = { store: Store; today: Day; actorId: string | null }

/** One organisation with all below it, or everything within reach (null). */
export type HomeWish = { organisationId: string | null; year: number }

/** All the first screen needs at once. Warnings and scores take longer and are asked for beside it. */
export type HomeView = {
  organisation: { id: string; label: string; kind: Organisation['kind']; parentId: string | null } | null
  year: number
  today: Day
  setUp: HomeSetUp
  work: WorkLine[]
  coverage: Coverage
  recent: RecentLine[]
}

function setUpOf(tables: Tables, scope: readonly Organisation[], { today }: HomeCall, year: number): HomeSetUp {
  const ids = new Set(scope.map(({ id }) => id))
  const own = ({ organisationId }: { organisationId: string }): boolean => ids.has(organisationId)
  const plans = planEntriesIn(tables, makeDay(year, 1, 1), makeDay(year, 12, 31))
  const meetings = [year - 1, year].flatMap((one) => meetingHeads(tables, one))
  return {
    organisations: ids.size,
    members: rosterCounts(tables, { scope: [...ids], today }).current,
    posts: postsOf(tables, [...ids]).length,
    plans: plans.filter(own).length,
    meetings: new Set(meetings.filter(own).map(({ id }) => id)).size
  }
}

/** The first screen of an organisation and year, without warnings and scores. */
export function homeView(call: HomeCall, { organisationId, year }: HomeWish): Outcome<HomeView> {
  const { store, today, actorId } = call
  return store.read((tables) => {
    const all = allOrganisations(tables)
    const scope = scopeOf(store, all, organisationId)
    if (!scope.ok) return scope
    const found = all.find(({ id }) => id === organisationId)
    const whole = store.reach === null && organisationId === null
    return success({
      organisation:
        found === undefined
          ? null
          : { id: found.id, label: labelOf(found), kind: found.kind, parentId: found.parentId },
      ...{ year, today },
      setUp: setUpOf(tables, scope.value, call, year),
      work: openWork(tables, scope.value, today),
      coverage: coverageOf(planBranches(tables, scope.value, year), yearPeriods(year, today, ruleBookOf(tables)), null),
      recent: recentWork(tables, { actorId, scope: scope.value, whole, year })
    })
  })
}
