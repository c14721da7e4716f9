import { addDays, addMonths, addYears, type Day } from '../../kernel/dates.ts'
import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Organisation, OrganisationKind } from './organisation.ts'

/** The organisation and all below it, itself first. Ends also where the data runs in a circle. */
export function withDescendants(organisations: readonly Organisation[], id: string): string[] {
  const children = Map.groupBy(organisations, (organisation) => organisation.parentId)
  const found = new Set<string>([id])
  for (const current of found) for (const child of children.get(current) ?? []) found.add(child.id)
  return [...found]
}

/** Usual length of a term in years (R2-01): longer for a 党委 than for 总支 and 支部. A group has none. */
export const usualTermYears = (kind: OrganisationKind, rules: RulesInForce): number | null =>
  kind === '党小组' ? null : rules.number('R2-01', kind === '党委' ? 'party' : 'branch')

/** Last day of the term: election plus the years of its own time (R2-01); null where no election is recorded. */
export function termEndsOn(
  organisation: Pick<Organisation, 'electedOn' | 'termYears' | 'kind'>,
  rules: RulesInForce
): Day | null {
  const { electedOn, termYears, kind } = organisation
  if (electedOn === null) return null
  const years = termYears ?? usualTermYears(kind, rules.at(electedOn))
  return years === null ? null : addYears(electedOn, years)
}

/**
 * The last day the term runs to, an approved extension counted, which reaches no further beyond the term than R2-03
 * allows; null where no election is recorded.
 */
export function termRunsTo(
  organisation: Pick<Organisation, 'electedOn' | 'termYears' | 'kind' | 'extendedUntil'>,
  rules: RulesInForce
): Day | null {
  const end = termEndsOn(organisation, rules)
  const { extendedUntil } = organisation
  if (end === null || extendedUntil === null || extendedUntil <= end) return end
  const limit = addYears(end, rules.at(end).number('R2-03', 'years'))
  return extendedUntil < limit ? extendedUntil : limit
}

/**
 * What a term that runs out asks for on a day, with the rule behind it: nothing, the reminder of R2-04, the preparations
 * and the request of R2-05, or that it is over.
 */
export function termStep(
  end: Day,
  today: Day,
  rules: RulesInForce
): { says: string; rule: 'R2-01' | 'R2-04' | 'R2-05' } | null {
  if (end < today) return { says: `任期已于 ${end} 届满，应换届或者报批延期`, rule: 'R2-01' }
  const since = (days: number): boolean => today >= addDays(end, -days)
  if (rules.isOn('R2-05') && since(rules.number('R2-05', 'request')))
    return { says: `任期 ${end} 届满，现在应报换届请示`, rule: 'R2-05' }
  if (rules.isOn('R2-05') && since(rules.number('R2-05', 'prepare')))
    return { says: `任期 ${end} 届满，现在应准备换届请示`, rule: 'R2-05' }
  return today >= addMonths(end, -rules.number('R2-04', 'months'))
    ? { says: `任期 ${end} 届满，请开始考虑换届`, rule: 'R2-04' }
    : null
}

const parentsOf: Record<OrganisationKind, readonly OrganisationKind[]> = {
  党委: ['党委'],
  党总支: ['党委', '党总支'],
  党支部: ['党委', '党总支'],
  联合党支部: ['党委', '党总支'],
  临时党支部: ['党委', '党总支', '党支部'],
  党小组: ['党支部', '联合党支部', '临时党支部']
}

export type OrganisationProblem =
  | 'code-taken'
  | 'parent-unknown'
  | 'parent-kind'
  | 'parent-circle'
  | 'group-without-branch'

/** Whether a record fits among the others: its code is free, its parent exists, is of a kind that may stand above, and is not below it. */
export function checkOrganisation(
  record: Organisation,
  others: readonly Organisation[]
): Outcome<Organisation, OrganisationProblem> {
  const rest = others.filter((other) => other.id !== record.id)
  if (rest.some((other) => other.code === record.code))
    return failure(
      'code-taken',
      `编码“${record.code}”已被“${rest.find((other) => other.code === record.code)?.name ?? ''}”使用，请换一个。`,
      'code'
    )
  if (record.parentId === null)
    return record.kind === '党小组'
      ? failure('group-without-branch', '党小组要放在一个党支部下面，请选择上级组织。', 'parentId')
      : success(record)
  const parent = rest.find((other) => other.id === record.parentId)
  if (parent === undefined) return failure('parent-unknown', '找不到所选的上级组织，请重新选择。', 'parentId')
  if (!parentsOf[record.kind].includes(parent.kind))
    return failure(
      'parent-kind',
      `${record.kind}的上级应是${parentsOf[record.kind].join('、')}，“${parent.name}”是${parent.kind}。`,
      'parentId'
    )
  if (withDescendants([...rest, record], record.id).includes(parent.id))
    return failure('parent-circle', `“${parent.name}”在本组织下面，不能作为上级。`, 'parentId')
  return success(record)
}
