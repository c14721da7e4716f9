import { type Checklist, checklistSchema, itemsOf } from '../../../shared/features/checklist/checklist.ts'
import type { ChecklistVersion } from '../../../shared/features/checklist/checklist-version.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Tables } from '../../store/store.ts'
import type { ChecklistCall } from './checklist-access.ts'
import { brought, takenNumbers } from './checklist-lists.ts'
import { removeVersion, saveVersion, versionById, versionsOf } from './checklist-repository.ts'

/** A version as a list shows it; `id` null for the list the program brings, which holds while an office has none of its own. */
export type VersionLine = {
  id: string | null
  key: string
  year: number | null
  title: string
  items: number
  frozenOn: Day | null
  changedOn: Day | null
}

const lineOf = ({ id, key, year, content, frozenOn, changedOn }: ChecklistVersion): VersionLine => ({
  ...{ id, key, year, frozenOn, changedOn },
  title: content.title,
  items: itemsOf(content).length
})

/** Every list there is: those the program brings first, then the office's versions, newest first. */
export const listVersions = ({ store }: ChecklistCall): VersionLine[] =>
  store.read((tables) => [
    ...(['standard', 'strong'] as const).map((key) => ({
      ...{ id: null, key, year: null, frozenOn: null, changedOn: null },
      title: brought[key].title,
      items: itemsOf(brought[key]).length
    })),
    ...versionsOf(tables).map(lineOf)
  ])

/** One version whole, to be read or compared; `id` null with its key for the list the program brings. */
export function readVersion({ store }: ChecklistCall, wish: { id: string | null; key: string }): Outcome<Checklist> {
  if (wish.id === null) {
    const own = wish.key === 'standard' || wish.key === 'strong' ? brought[wish.key] : null
    return own === null ? failure('list-unknown', '找不到这份清单，请刷新。') : success(own)
  }
  const { id } = wish
  const found = store.read((tables) => versionById(tables, id))
  return found === null ? failure('list-unknown', '找不到这份清单，可能已被删除，请刷新。') : success(found.content)
}

/** A list for a year, with the days its steps are due. */
export type VersionWish = Pick<
  ChecklistVersion,
  'key' | 'year' | 'selfDue' | 'meetingDue' | 'reviewDue' | 'publishDue'
> & {
  content: Checklist
}

const dueNames = [
  ['selfDue', '支部自查'],
  ['meetingDue', '支部会议审议'],
  ['reviewDue', '上级考评'],
  ['publishDue', '公布结果']
] as const

function dueFault(wish: VersionWish) {
  const days = dueNames.flatMap(([field, name]) => {
    const day = wish[field]
    return day === null ? [] : [{ field, name, day }]
  })
  const early = days.find(({ day }, at) => at > 0 && day < (days[at - 1]?.day ?? ''))
  if (early === undefined) return null
  const before = days[days.indexOf(early) - 1]
  return failure(
    'dues-reversed',
    `${early.name}的期限 ${early.day} 早于${before?.name}的 ${before?.day}，请核对。`,
    early.field
  )
}

const versionOf = (tables: Tables, key: string, year: number): ChecklistVersion | null =>
  versionsOf(tables).find((one) => one.key === key && one.year === year) ?? null

const sameContent = (one: Checklist, other: Checklist): boolean =>
  JSON.stringify(checklistSchema.parse(one)) === JSON.stringify(checklistSchema.parse(other))

/** Writes the list of a year. A frozen one keeps its items and points; its days may still be moved. */
export function keepVersion(call: ChecklistCall, wish: VersionWish): Outcome<ChecklistVersion> {
  return call.store.write((tables) => {
    const before = versionOf(tables, wish.key, wish.year)
    if (before !== null && before.frozenOn !== null && !sameContent(before.content, wish.content))
      return failure(
        'list-frozen',
        `${wish.year} 年度的清单 ${before.frozenOn} 已冻结，分数是按它打的。要改，请改下一年度的。`,
        'year'
      )
    const clash = wish.key === 'own' ? itemsOf(wish.content).find(({ id }) => takenNumbers.has(id)) : undefined
    if (clash !== undefined)
      return failure(
        'item-taken',
        `编号 ${clash.id} 是标准清单或四强清单的，本单位清单请换一个，例如 Y${clash.id}。`,
        clash.id
      )
    const fault = dueFault(wish)
    if (fault !== null) return fault
    const kept = {
      ...wish,
      content: { ...wish.content, key: wish.key },
      id: before?.id ?? call.newId(),
      frozenOn: before?.frozenOn ?? null,
      changedOn: call.today
    }
    saveVersion(tables, kept)
    return success(kept)
  })
}

export function dropVersion(call: ChecklistCall, id: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = versionById(tables, id)
    if (found === null) return failure('list-unknown', '找不到这份清单，可能已被删除，请刷新。')
    if (found.frozenOn !== null)
      return failure('list-frozen', `${found.year} 年度的清单 ${found.frozenOn} 已冻结，不能删除。`)
    removeVersion(tables, id)
    return success(null)
  })
}
