import { addYears, type Day } from '../../kernel/dates.ts'
import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import type { Organisation, OrganisationKind } from './organisation.ts'

/** The organisation and all below it, itself first. Ends also where the data runs in a circle. */
export function withDescendants(organisations: readonly Organisation[], id: string): string[] {
  const children = Map.groupBy(organisations, (organisation) => organisation.parentId)
  const found = new Set<string>([id])
  for (const current of found) for (const child of children.get(current) ?? []) found.add(child.id)
  return [...found]
}

/** Usual length of a term in years: 5 for a 党委, 3 for 总支 and 支部 (R2-01). A group has none. */
export const usualTermYears = (kind: OrganisationKind): number | null =>
  kind === '党委' ? 5 : kind === '党小组' ? null : 3

/** Last day of the term: election plus its years (R2-01); null where no election is recorded. */
export function termEndsOn(organisation: Pick<Organisation, 'electedOn' | 'termYears' | 'kind'>): Day | null {
  const years = organisation.termYears ?? usualTermYears(organisation.kind)
  return organisation.electedOn === null || years === null ? null : addYears(organisation.electedOn, years)
}

/**
 * The last day the term runs to, an approved extension counted, which reaches no further than one year beyond the term
 * (R2-03); null where no election is recorded.
 */
export function termRunsTo(
  organisation: Pick<Organisation, 'electedOn' | 'termYears' | 'kind' | 'extendedUntil'>
): Day | null {
  const end = termEndsOn(organisation)
  const { extendedUntil } = organisation
  if (end === null || extendedUntil === null || extendedUntil <= end) return end
  const limit = addYears(end, 1)
  return extendedUntil < limit ? extendedUntil : limit
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
