import type { RawCell, RawSheet } from '../../../../shared/kernel/cells.ts'
import type { Fault, ImportPlan, Office } from '../../../../shared/features/ledger/ledger.ts'
import { type PlanDeps, planImport } from '../../../../shared/features/ledger/ledger-plan.ts'
import { emptyOffice, today } from './ledger-offices.ts'

export type Row = Record<string, RawCell>

/** A sheet from rows that name their columns; the head is the union of the names. */
export function sheetOf(name: string, ...rows: Row[]): RawSheet {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return { name, rows: [heads, ...rows.map((row) => heads.map((head) => row[head] ?? null))] }
}

export const branchRow = (code: string, more: Row = {}): Row => ({
  '编码*': code,
  '名称*': `${code}党支部`,
  '类别*': '党支部',
  上级编码: null,
  ...more
})
export const memberRow = (name: string, more: Row = {}): Row => ({
  姓名: name,
  性别: '男',
  人员类别: '正式党员',
  组织编码: 'ZB01',
  ...more
})
export const meetingRow = (number: string, more: Row = {}): Row => ({
  会议编号: number,
  组织编码: 'ZB01',
  类型: '党员大会',
  日期: '2026-03-05',
  ...more
})
export const itemRow = (number: string, place: number, more: Row = {}): Row => ({
  会议编号: number,
  序号: place,
  议题: '通报情况',
  ...more
})

/** An office of one branch, ZB01, with these members. */
export const branchOf = (...members: Row[]): RawSheet[] => [
  sheetOf('党组织', branchRow('ZB01')),
  sheetOf('党员', ...members)
]

export function plan(sheets: RawSheet[], office: Office = emptyOffice, deps: Partial<PlanDeps> = {}): ImportPlan {
  let id = 0
  return planImport(sheets, office, { today, newId: () => `n${++id}`, ...deps })
}

/** The office after the plan is saved. */
export function saved(office: Office, made: ImportPlan): Office {
  const apply = <Value extends { id: string }>(
    list: readonly Value[],
    { create, update }: { create: Value[]; update: { before: Value; after: Value }[] }
  ): Value[] => {
    const changed = new Map(update.map(({ after }) => [after.id, after]))
    return [...list.map((item) => changed.get(item.id) ?? item), ...create]
  }
  return {
    organisations: apply(office.organisations, made.organisations),
    members: apply(office.members, made.members),
    posts: apply(office.posts, made.posts),
    suspensions: apply(office.suspensions, made.suspensions),
    meetings: apply(office.meetings, made.meetings),
    tasks: apply(office.tasks, made.tasks),
    studies: apply(office.studies, made.studies),
    talks: apply(office.talks, made.talks),
    supervisions: apply(office.supervisions, made.supervisions),
    sealedTalks: office.sealedTalks,
    evaluations: apply(office.evaluations, made.evaluations),
    polls: apply(office.polls, made.polls),
    counted: office.counted,
    marks: apply(office.marks, made.marks),
    items: office.items,
    published: office.published,
    sealed: office.sealed,
    rectifications: apply(office.rectifications, made.rectifications)
  }
}

/** Faults as `sheet/row/column/code`, for short comparisons. */
export const brief = ({ faults }: { faults: Fault[] }): string[] =>
  faults.map(({ sheet, row, column, code }) => [sheet, row ?? '-', column ?? '-', code].join('/'))

/** How much a plan would change: created, updated. */
export const sizeOf = (made: ImportPlan): number[] =>
  [
    ...[made.organisations, made.members, made.posts, made.suspensions, made.meetings, made.tasks, made.studies],
    ...[made.talks, made.supervisions, made.evaluations, made.polls, made.marks, made.rectifications]
  ].flatMap(({ create, update }) => [create.length, update.length])

/** The size of a plan that would change nothing. */
export const nothing: number[] = Array(26).fill(0)

/** The one item of a list that must have exactly one. */
export function only<Value>(list: readonly Value[]): Value {
  const [item] = list
  if (item === undefined || list.length !== 1) throw new Error(`expected one item, found ${list.length}`)
  return item
}
