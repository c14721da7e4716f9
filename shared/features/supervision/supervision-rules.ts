import { addMonths, type Day, daysBetween, within } from '../../kernel/dates.ts'
import { workingDaysAfter } from '../../kernel/working-days.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Restriction, Supervision, SupervisionKind } from './supervision.ts'

/** 15 个工作日 (T11) and 6 个月 (T12, R5-03): what regulations fix. */
const supervisionTerms = { answerDays: 15, effectMonths: 6 } as const

/**
 * An entry with what follows from it. `notes` say in words where a day was reckoned without knowing a year's holidays.
 */
export type SettledSupervision = { entry: Supervision; notes: string[] }

/** What an entry waits for: an answer or an examination in writing, the end of the effect, the visit afterwards. */
export type SupervisionStep = {
  step: 'answer' | 'effect' | 'visit'
  state: 'done' | 'open' | 'overdue'
  on: Day
  message: string
}

/** Something in an entry that cannot be. */
export type SupervisionProblem = { field: keyof Supervision; message: string }

/** A sentence for a place where somebody is put forward; it does not name what was done. */
export type RestrictionNote = { rule: 'T12'; message: string }

const answerName: Partial<Record<SupervisionKind, string>> = { T10: '书面检查', T11: '书面回复', T12: '书面检查' }

type Due = { day: Day | null; unknownYears: number[] }
const noDay: Due = { day: null, unknownYears: [] }

/** A written 诫勉 has no talk after which the 5 days could run. */
function dueOf({ kind, form, date, receivedOn, dueOn }: Supervision, rules: RulesInForce): Due {
  if (kind === 'T10') return { ...noDay, day: dueOn }
  if (kind === 'T11' && receivedOn !== null)
    return workingDaysAfter(receivedOn, supervisionTerms.answerDays, rules.holidays)
  if (kind === 'T12' && form !== '书面' && rules.isOn('T12-5'))
    return workingDaysAfter(date, rules.number('T12-5', 'days'), rules.holidays)
  return noDay
}

/**
 * Fills in what follows from an entry and clears what its kind does not have: for T11 15 working days after the letter
 * came; for T12 the effect of 6 months (R5-03), the visit on its last day unless another is given, which moves with it,
 * and the examination of T12-5 while that rule is on. T10 keeps its day as written.
 */
export function settleSupervision(entry: Supervision, rules: RulesInForce): SettledSupervision {
  const { kind, date, form, receivedOn, answeredOn, visitOn } = entry
  const until = kind === 'T12' ? addMonths(date, supervisionTerms.effectMonths) : null
  const { day, unknownYears } = dueOf(entry, rules)
  return {
    entry: {
      ...entry,
      form: hasForm(kind) ? form : null,
      receivedOn: kind === 'T11' ? receivedOn : null,
      dueOn: day,
      answeredOn: answerName[kind] === undefined ? null : answeredOn,
      until,
      visitOn: visitOn === entry.until ? until : (visitOn ?? until)
    },
    notes:
      day === null || unknownYears.length === 0
        ? []
        : [`${unknownYears.join('、')} 年没有节假日数据，${day} 是按周一至周五算的，请核对。`]
  }
}

/** 谈话 or 书面 is asked of 提醒谈话 and 诫勉 only. */
export const hasForm = (kind: SupervisionKind): boolean => kind === 'T08' || kind === 'T12'

/** The next day on which something of the entry falls due and is not done; null when nothing is open. */
export function remindOnOf({ dueOn, answeredOn, visitOn, visitedOn }: Supervision): Day | null {
  const open = [answeredOn === null ? dueOn : null, visitedOn === null ? visitOn : null].filter((day) => day !== null)
  return open.sort()[0] ?? null
}

/** The span of a 诫勉, both days included; null for the other kinds and for one who is on no roster. */
export function restrictionOf({ kind, person, date, until }: Supervision): Restriction | null {
  return kind !== 'T12' || until === null || person.memberId === null
    ? null
    : { memberId: person.memberId, from: date, until }
}

const daysLeft = (on: Day, today: Day): string => {
  const left = daysBetween(today, on)
  return left > 0 ? `还有 ${left} 天` : left === 0 ? '今天是最后一天' : `已过 ${-left} 天`
}

/** A step with a day it is due and a day it was done. */
function stepOf(
  step: 'answer' | 'visit',
  what: string,
  { on, doneOn, today }: { on: Day | null; doneOn: Day | null; today: Day }
): SupervisionStep[] {
  if (doneOn !== null) return [{ step, state: 'done', on: doneOn, message: `${what}：${doneOn} 已完成` }]
  if (on === null) return []
  const state = on < today ? 'overdue' : 'open'
  return [{ step, state, on, message: `${what}应不晚于 ${on}，${daysLeft(on, today)}` }]
}

/** What the register says of an entry on a day, in the order in which it comes. */
export function supervisionSteps(entry: Supervision, today: Day): SupervisionStep[] {
  const { kind, dueOn, answeredOn, until, visitOn, visitedOn } = entry
  const effect: SupervisionStep[] =
    until === null
      ? []
      : until < today
        ? [{ step: 'effect', state: 'done', on: until, message: `影响期至 ${until}，已满` }]
        : [{ step: 'effect', state: 'open', on: until, message: `影响期至 ${until}，${daysLeft(until, today)}` }]
  return [
    ...stepOf('answer', answerName[kind] ?? '书面回复', { on: dueOn, doneOn: answeredOn, today }),
    ...effect,
    ...stepOf('visit', '改正回访', { on: visitOn, doneOn: visitedOn, today })
  ]
}

/** `云烟党〔2026〕7 号`: a short name of who issued it, year and number. */
const documentNumber = /^[\p{Script=Han}A-Za-z（）()]{0,12}[〔[［【（(]?\d{4}[〕\]］】）)]?第?\d{1,5}号$/u

/** Whether a text is numbers of documents and nothing else: what it was about has no place in the register (R5-02). */
export const isDocumentNumber = (text: string): boolean =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .split(/[、,;]/)
    .every((part) => documentNumber.test(part))

const dayNames: Partial<Record<keyof Supervision, string>> = {
  date: '日期',
  receivedOn: '收到日期',
  dueOn: '应交日期',
  answeredOn: '回复日期',
  visitOn: '回访日期',
  visitedOn: '实际回访日期'
}

type DayField = 'receivedOn' | 'dueOn' | 'answeredOn' | 'visitOn' | 'visitedOn'

/** The later field must not lie before the earlier one. */
function notBefore(entry: Supervision, later: DayField, earlier: 'date' | 'receivedOn'): SupervisionProblem[] {
  const [on, since] = [entry[later], entry[earlier]]
  if (on === null || since === null || on >= since) return []
  const message = `${dayNames[later] ?? ''} ${on} 早于${dayNames[earlier] ?? ''} ${since}，应不早于它。`
  return [{ field: later, message }]
}

function inFuture(entry: Supervision, field: 'date' | DayField, today: Day): SupervisionProblem[] {
  const on = entry[field]
  if (on === null || on <= today) return []
  return [{ field, message: `${dayNames[field] ?? ''} ${on} 在今天（${today}）之后，应是已经发生的日期。` }]
}

/**
 * What cannot be in an entry as written, each with its field; days that `settleSupervision` reckons anew are left out.
 */
export function supervisionProblems(entry: Supervision, today: Day): SupervisionProblem[] {
  const { kind, form, receivedOn, visitOn, until } = entry
  const lateFields: DayField[] = [
    'receivedOn',
    ...(kind === 'T10' ? (['dueOn'] as const) : []),
    ...(visitOn === until ? [] : (['visitOn'] as const)),
    'visitedOn'
  ]
  return [
    ...(form !== null && !hasForm(kind)
      ? [{ field: 'form' as const, message: '方式（谈话或者书面）只有提醒谈话和诫勉要填，这里应空着。' }]
      : []),
    ...(entry.basis !== null && entry.basis.trim() !== '' && !isDocumentNumber(entry.basis)
      ? [{ field: 'basis' as const, message: '依据文号只填文号，如“云烟党〔2026〕7 号”，不写问题；没有文号就空着。' }]
      : []),
    ...(receivedOn !== null && kind !== 'T11'
      ? [{ field: 'receivedOn' as const, message: '收到日期只有函询要填，这里应空着。' }]
      : []),
    ...(['date', 'receivedOn', 'answeredOn', 'visitedOn'] as const).flatMap((field) => inFuture(entry, field, today)),
    ...lateFields.flatMap((field) => notBefore(entry, field, 'date')),
    ...notBefore(entry, 'answeredOn', receivedOn === null ? 'date' : 'receivedOn')
  ]
}

/**
 * One sentence for a place where somebody is put forward on a day of his span (R5-03), null outside of it. It names the
 * rule, never what was done or why.
 */
export function restrictionNote({ from, until }: Restriction, day: Day): RestrictionNote | null {
  if (!within(day, from, until)) return null
  return {
    rule: 'T12',
    message: `影响期内（至 ${until}）：不得提拔或者重用，当年年度考核、本任期考核评优和评先的资格取消。`
  }
}
