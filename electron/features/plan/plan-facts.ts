import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { PlanBranch, PlanUnit } from '../../../shared/features/plan/wanted-rules.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations, recordsStarts } from '../organisation/organisation-repository.ts'
import { committeeSeats, meetingHeads, openEntriesOf } from './plan-repository.ts'

/** The organisations a question is about: one with all below it, or every one within reach where none is named. */
export function scopeOf(
  { reach }: Pick<Store, 'reach'>,
  organisations: readonly Organisation[],
  organisationId: string | null
): Outcome<Organisation[]> {
  if (organisationId === null) return success(organisations.filter(({ id }) => inReach(reach, id)))
  if (!organisations.some(({ id }) => id === organisationId))
    return failure('organisation-unknown', '找不到这个党组织，可能已被删除。', 'organisationId')
  if (!inReach(reach, organisationId)) return outOfReach('organisationId')
  const inside = new Set(withDescendants(organisations, organisationId))
  return success(organisations.filter(({ id }) => inside.has(id) && inReach(reach, id)))
}

/** 设支委会 as stated, else whether somebody was 委员 in the span: by dated posts, else by what the roster states. */
function committees(tables: Tables): (organisation: Organisation) => PlanBranch['hasCommittee'] {
  const { seats, posted, stated } = committeeSeats(tables)
  const own = Map.groupBy(seats, ({ organisationId }) => organisationId)
  return ({ id, hasCommittee }) =>
    (from, to) => {
      if (hasCommittee !== null) return hasCommittee
      if (!posted.has(id)) return stated.has(id)
      return (own.get(id) ?? []).some((seat) => seat.from <= to && (seat.to === null || seat.to >= from))
    }
}

/** The 党小组 of each branch, however deep they hang. */
function groupsByBranch(organisations: readonly Organisation[]): Map<string, Organisation[]> {
  const byId = new Map(organisations.map((one) => [one.id, one]))
  const branchAbove = ({ parentId }: Organisation): string => {
    const passed = new Set<string>()
    let above = parentId === null ? undefined : byId.get(parentId)
    while (above !== undefined && !isBranch(above) && !passed.has(above.id)) {
      passed.add(above.id)
      above = above.parentId === null ? undefined : byId.get(above.parentId)
    }
    return above === undefined || !isBranch(above) ? '' : above.id
  }
  return Map.groupBy(
    organisations.filter(({ kind }) => kind === '党小组'),
    branchAbove
  )
}

/** The branches among the organisations, with what planning and coverage of a year need: read once for all of them. */
export function planBranches(tables: Tables, scope: readonly Organisation[], year: number): PlanBranch[] {
  const starts = recordsStarts(tables)
  const meetings = Map.groupBy(meetingHeads(tables, year), ({ organisationId }) => organisationId)
  const entries = Map.groupBy(openEntriesOf(tables, year), ({ organisationId }) => organisationId)
  const hasCommittee = committees(tables)
  const groups = groupsByBranch(allOrganisations(tables))
  const unitOf = (organisation: Organisation): PlanUnit => ({
    organisation,
    recordsFrom: starts.get(organisation.id) ?? null,
    meetings: meetings.get(organisation.id) ?? [],
    entries: entries.get(organisation.id) ?? []
  })
  return scope.filter(isBranch).map((branch) => ({
    ...unitOf(branch),
    hasCommittee: hasCommittee(branch),
    groups: (groups.get(branch.id) ?? []).map(unitOf)
  }))
}
