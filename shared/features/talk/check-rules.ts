import { addDays, type ClockTime, type Day, daysBetween, within } from '../../kernel/dates.ts'
import { workingDaysAfter } from '../../kernel/working-days.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { isParty, type TalkHead } from './talk.ts'

/** What a check reads of a talk. */
export type CheckedTalk = Pick<
  TalkHead,
  'id' | 'number' | 'kind' | 'date' | 'start' | 'end' | 'talker' | 'partner' | 'writtenOn' | 'recordedOn'
>

/** A meeting of the day with who was there. */
export type MeetingSlot = { title: string; start: ClockTime | null; end: ClockTime | null; present: readonly string[] }

/**
 * `memberOf`: belonged to the branch that day; `talks` others that may clash, of any day, without
 * `number` where the reader may not read them; `meetings` those of the day
 * of the talk; `lifeMeetings` the days of 组织生活会 and 民主评议 held or planned, empty where none is known.
 */
export type CheckFacts = {
  today: Day
  rules: RulesInForce
  memberOf: (memberId: string, day: Day) => boolean
  talks: readonly CheckedTalk[]
  meetings: readonly MeetingSlot[]
  lifeMeetings: readonly Day[]
}

/** Codes of workbook.md where it has one. */
export type TalkFindingCode =
  | 'same-person'
  | 'person-unknown'
  | 'person-not-member-that-day'
  | 'end-before-start'
  | 'date-ahead'
  | 'two-talks-at-once'
  | 'talk-in-meeting'
  | 'late-entry'
  | 'outside-window'

/** `stop`: the record cannot be right and is not kept; `warn`: it is kept, and the two facts are shown. */
export type TalkFinding = {
  code: TalkFindingCode
  field: 'date' | 'start' | 'end' | 'talker' | 'partner' | 'writtenOn'
  level: 'stop' | 'warn'
  message: string
}

type Times = { start: ClockTime | null; end: ClockTime | null }

/** Without an end, or with one that cannot be, a talk or meeting is taken at its start. */
const endOf = ({ start, end }: Times): ClockTime | null => (end !== null && start !== null && end > start ? end : start)

/** Touching is no overlap; where one has no time nothing is known. */
function overlap(one: Times, other: Times): boolean {
  const [oneEnd, otherEnd] = [endOf(one), endOf(other)]
  if (one.start === null || other.start === null || oneEnd === null || otherEnd === null) return false
  return one.start === other.start || (one.start < otherEnd && other.start < oneEnd)
}

const timesOf = ({ start, end }: Times): string => (end === null ? (start ?? '') : `${start ?? ''} 至 ${end}`)

function wrongFacts({ date, start, end, talker, partner }: CheckedTalk, today: Day): TalkFinding[] {
  const found: TalkFinding[] = []
  const stop = (code: TalkFindingCode, field: TalkFinding['field'], message: string): void => {
    found.push({ code, field, level: 'stop', message })
  }
  if (talker.memberId === partner.memberId)
    stop('same-person', 'partner', `谈话人和谈话对象都是${partner.name}，应是两个人。`)
  if (start !== null && end !== null && end <= start)
    stop('end-before-start', 'end', `结束时间 ${end} 不晚于开始时间 ${start}，应晚于它。`)
  if (date > today) stop('date-ahead', 'date', `谈话日期 ${date} 在今天（${today}）之后，谈过以后再记。`)
  return found
}

/** 谈话对象 always has to be in the branch that day, 谈话人 for T01 and T02 (decisions.md). */
function outsiders({ kind, date, talker, partner }: CheckedTalk, memberOf: CheckFacts['memberOf']): TalkFinding[] {
  const notThere = (person: { name: string; memberId: string | null }, field: 'talker' | 'partner'): TalkFinding[] => {
    const who = `${field === 'talker' ? '谈话人' : '谈话对象'}${person.name}`
    if (person.memberId === null)
      return [{ code: 'person-unknown', field, level: 'warn', message: `${who}不在名册上，这类谈话应由本支部的人谈。` }]
    if (memberOf(person.memberId, date)) return []
    const message = `${who}在谈话当天（${date}）不在本支部，请核对日期和姓名。`
    return [{ code: 'person-not-member-that-day', field, level: 'warn', message }]
  }
  const ofBranch = kind === 'T01' || kind === 'T02'
  return [...notThere(partner, 'partner'), ...(ofBranch ? notThere(talker, 'talker') : [])]
}

const namesOf = ({ talker, partner }: CheckedTalk, isConcerned: (memberId: string) => boolean): string =>
  [talker, partner]
    .filter(({ memberId }) => memberId !== null && isConcerned(memberId))
    .map(({ name }) => name)
    .join('、')

function atOnce(talk: CheckedTalk, talks: readonly CheckedTalk[]): TalkFinding[] {
  return talks
    .filter((other) => other.id !== talk.id && other.date === talk.date && overlap(talk, other))
    .flatMap((other): TalkFinding[] => {
      const who = namesOf(talk, (memberId) => isParty(other, memberId))
      if (who === '') return []
      const which = other.number === '' ? '' : `（${other.number}，${timesOf(other)}）`
      const message = `${who}同一时间另有一次谈话${which}，本次是 ${timesOf(talk)}。`
      return [{ code: 'two-talks-at-once', field: 'start', level: 'warn', message }]
    })
}

function inMeetings(talk: CheckedTalk, meetings: readonly MeetingSlot[]): TalkFinding[] {
  return meetings
    .filter((meeting) => overlap(talk, meeting))
    .flatMap((meeting): TalkFinding[] => {
      const who = namesOf(talk, (memberId) => meeting.present.includes(memberId))
      if (who === '') return []
      const message = `谈话时间 ${timesOf(talk)} 同“${meeting.title}”（${timesOf(meeting)}）重叠，${who}算到会。`
      return [{ code: 'talk-in-meeting', field: 'start', level: 'warn', message }]
    })
}

/** Written down, or else entered, more working days afterwards than records may take (R9.2-12). */
function lateEntry({ date, writtenOn, recordedOn }: CheckedTalk, rules: RulesInForce): TalkFinding[] {
  if (!rules.isOn('R9.2-12')) return []
  const days = rules.number('R9.2-12', 'days')
  const { day, unknownYears } = workingDaysAfter(date, days, rules.holidays)
  const [what, on] = writtenOn === null ? ['录入日期', recordedOn] : ['写成日期', writtenOn]
  if (on <= day) return []
  const guess = unknownYears.length === 0 ? '' : `，${unknownYears.join('、')} 年没有节假日数据，按周一至周五算`
  const message = `谈话日期 ${date}，${what} ${on}，晚于谈话后第 ${days} 个工作日（${day}${guess}）。`
  return [{ code: 'late-entry', field: 'writtenOn', level: 'warn', message }]
}

/** A T02 with no 组织生活会 within its days after it; nothing is said while no such meeting is known. */
function outsideWindow({ kind, date }: CheckedTalk, { rules, lifeMeetings }: CheckFacts): TalkFinding[] {
  if (kind !== 'T02' || lifeMeetings.length === 0 || !rules.isOn('T02')) return []
  const days = rules.number('T02', 'days')
  if (lifeMeetings.some((day) => within(day, date, addDays(date, days)))) return []
  const [next] = lifeMeetings.filter((day) => day > date).sort()
  const message =
    next === undefined
      ? `${date} 之后没有组织生活会或者民主评议，会前谈话应在会前 ${days} 天以内。`
      : `${date} 离 ${next} 的组织生活会或者民主评议 ${daysBetween(date, next)} 天，会前谈话应在会前 ${days} 天以内。`
  return [{ code: 'outside-window', field: 'date', level: 'warn', message }]
}

/** What clashes in a talk, or in it with what lies around it, each with its facts. Those that stop come first. */
export function talkFindings(talk: CheckedTalk, facts: CheckFacts): TalkFinding[] {
  return [
    ...wrongFacts(talk, facts.today),
    ...outsiders(talk, facts.memberOf),
    ...atOnce(talk, facts.talks),
    ...inMeetings(talk, facts.meetings),
    ...lateEntry(talk, facts.rules),
    ...outsideWindow(talk, facts)
  ]
}
