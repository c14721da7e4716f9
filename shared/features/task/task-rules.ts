import { tidyText } from '../../kernel/cell-text.ts'
import { type Day, daysBetween } from '../../kernel/dates.ts'
import type { AgendaItem } from '../meeting/meeting.ts'
import type { Task, TaskState } from './task.ts'

/** 临期: this many days before 期限, and on the day itself. This program's own reading. */
export const nearDays = 7

/** A day of completion still to come counts for nothing yet; without 期限 nothing is ever overdue. */
export function taskState({ dueOn, doneOn }: Pick<Task, 'dueOn' | 'doneOn'>, today: Day): TaskState {
  if (doneOn !== null && doneOn <= today) return 'done'
  if (dueOn === null) return 'open'
  const left = daysBetween(today, dueOn)
  return left < 0 ? 'overdue' : left <= nearDays ? 'near' : 'open'
}

/** The state in words: what is left, or how long it is over. */
export function taskStateWords(task: Pick<Task, 'dueOn' | 'doneOn'>, today: Day): string {
  const state = taskState(task, today)
  if (state === 'done') return '已完成'
  const left = task.dueOn === null ? null : daysBetween(today, task.dueOn)
  if (state === 'overdue') return `逾期 ${-(left ?? 0)} 天`
  if (state === 'near') return left === 0 ? '今天到期' : `还有 ${left} 天`
  return '待办'
}

/** Open ones by 期限, those without it last; then done ones, the latest first. */
export function compareTasks(one: Task, other: Task, today: Day): number {
  const [done, otherDone] = [one, other].map((task) => taskState(task, today) === 'done')
  if (done !== otherDone) return done === true ? 1 : -1
  const [a, b] = done === true ? [other.doneOn ?? '', one.doneOn ?? ''] : [one.dueOn ?? '9999', other.dueOn ?? '9999']
  return a < b ? -1 : a > b ? 1 : one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0
}

const who = '(?:会议|大会|支部大会|党员大会|支委会|党小组|支部)?'
const deliberation = new RegExp(`^${who}(?:经?(?:讨论|研究|审查|表决))*(?:认为)?$`)
const consent = new RegExp(`^${who}(?:一致)?(?:同意|通过)(?!把|将|由|向|成立|开展|组织)`)
const opening = new RegExp(`^${who}(?:一致)?(?:研究)?(?:决定|议定|同意|通过|要求|明确|强调)[：:]?`)

/** What is left of a resolution's first sentence once 会议同意……， has gone: the part that somebody has to do. */
function actionIn(sentence: string): string {
  const clauses = sentence.split('，')
  while (clauses.length > 1 && (deliberation.test(clauses[0] ?? '') || consent.test(clauses[0] ?? ''))) clauses.shift()
  return clauses.join('，').replace(opening, '').trim()
}

const [longest, shortest] = [80, 14]

/** The subject a resolution suggests; the title of the item stands before what says too little by itself, or alone. */
export function proposedSubject({ title, resolution }: Pick<AgendaItem, 'title' | 'resolution'>): string {
  const [first = ''] = tidyText(resolution ?? '').split(/[。；\n]/)
  const action = actionIn(first.trim())
  return (action === '' ? title : action.length < shortest ? `${title}：${action}` : action).slice(0, longest)
}

/** The one person of `names` whom a resolution charges (由某某……); null where it charges nobody, or several. */
export function proposedPerson(resolution: string | null, names: readonly string[]): string | null {
  const charged = [...new Set(names)].filter((name) => resolution?.includes(`由${name}`))
  const longestFirst = charged.sort((a, b) => b.length - a.length)
  const [first] = longestFirst
  return first !== undefined && longestFirst.every((name) => first.startsWith(name)) ? first : null
}

/** 组织+事项+来源: two tasks that agree in it are one and the same (workbook.md). */
export const taskKey = ({ organisationId, subject, source }: Pick<Task, 'organisationId' | 'subject' | 'source'>) =>
  [organisationId, tidyText(subject), source?.meetingId ?? '', source?.item ?? ''].join('\n')

/**
 * Tasks of a meeting whose agenda changed: those whose item moved, with its new number, and those whose item went,
 * with none. An item is known by its title, else by its place.
 */
export function followAgenda(
  tasks: readonly Task[],
  before: readonly Pick<AgendaItem, 'number' | 'title'>[],
  after: readonly Pick<AgendaItem, 'number' | 'title'>[]
): Task[] {
  const placeOf = (number: number): number | null => {
    const title = before.find((item) => item.number === number)?.title
    const same = after.filter((item) => item.title === title)
    if (same.some((item) => item.number === number)) return number
    if (same.length === 1) return same[0]?.number ?? null
    return after.length === before.length ? number : null
  }
  return tasks.flatMap((task) => {
    if (task.source?.item == null) return []
    const item = placeOf(task.source.item)
    return item === task.source.item ? [] : [{ ...task, source: { ...task.source, item } }]
  })
}
