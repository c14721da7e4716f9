import type { RosterRow } from './roster.ts'

/** What may be set for many at once, in the order of the form. */
export const bulkFields = [
  ['groupId', '党小组'],
  ['nation', '民族'],
  ['education', '学历'],
  ['degree', '学位'],
  ['job', '工作单位及职务'],
  ['leader', '领导干部']
] as const
export type BulkField = (typeof bulkFields)[number][0]

/** Fields that are not named stay as they are. */
export type BulkChange = {
  groupId?: string | null
  nation?: string | null
  education?: string | null
  degree?: string | null
  job?: string | null
  leader?: boolean
}

/** Groups belong to a branch: why the people cannot get one together, or null. */
export function notInOneBranch(people: readonly RosterRow[]): string | null {
  if (people.length === 0) return '先选人'
  return new Set(people.map((one) => one.organisationId)).size > 1 ? '选中的人不在同一个支部' : null
}

const nothing = '空'

/** What will change, one line a fact: 民族：改成汉族，12 人有变化（空 3 人、回族 9 人），2 人不变。 */
export function changesOf(
  people: readonly RosterRow[],
  change: BulkChange,
  groupName: (id: string | null) => string
): string[] {
  const shown = (field: BulkField, value: string | boolean | null): string => {
    if (field === 'groupId') return groupName(typeof value === 'string' ? value : null)
    if (typeof value === 'boolean') return value ? '是' : '不是'
    return value === null || value === '' ? nothing : value
  }
  return bulkFields.flatMap(([field, name]) => {
    const next = change[field]
    if (next === undefined) return []
    const after = shown(field, next)
    const before = Map.groupBy(people, (one) => shown(field, one[field]))
    const same = before.get(after)?.length ?? 0
    before.delete(after)
    const from = [...before].map(([value, those]) => `${value} ${those.length} 人`).join('、')
    const changed = people.length - same
    const kept = same === 0 ? '' : `，${same} 人不变`
    return [`${name}：改成“${after}”，${changed} 人有变化${from === '' ? '' : `（原来${from}）`}${kept}。`]
  })
}
