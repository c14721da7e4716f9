import { failure } from '../../shared/kernel/outcome.ts'

/** The organisations an account may see, or null for the whole office. */
export type Reach = ReadonlySet<string> | null

/** True when one of the organisations is within reach; a record without any is within everybody's. */
export const inReach = (reach: Reach, ...organisationIds: readonly (string | null)[]): boolean =>
  reach === null || organisationIds.some((id) => id !== null && reach.has(id))

export const outOfReach = (field?: string) =>
  failure('out-of-reach', '这个党组织不在您的管理范围里，需要时请找管理员调整范围。', field)
