import { type Day, within } from '../../kernel/dates.ts'
import { workingDaysAfter } from '../../kernel/working-days.ts'
import { recordRules } from '../../rulebook/record-rules.ts'
import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { categoryOn } from '../member/member.ts'
import type { Meeting, MeetingType, Person } from './meeting.ts'
import { type Attendee, circleOf, countsOf, type Roster, type RosterMember } from './meeting-rules.ts'
import { type DayBook, doubleBookings, sittingOf } from './sitting-rules.ts'

/** Codes of workbook.md. */
export type ContradictionCode =
  | 'recorder-absent'
  | 'host-absent'
  | 'speaker-absent'
  | 'present-count'
  | 'person-in-two-meetings'
  | 'left-before-meeting'
  | 'not-yet-joined'
  | 'host-not-in-post'
  | 'term-expired'
  | 'end-before-start'
  | 'studied-before-published'
  | 'written-before-held'
  | 'late-entry'
  | 'three-types-at-once'

/** Two facts of a record that clash. `memberId` is the person concerned, `item` the agenda number, where there is one. */
export type Contradiction = { code: ContradictionCode; message: string; memberId?: string; item?: number }

/** The rule a contradiction rests on. */
export const ruleOfContradiction = (code: ContradictionCode): RuleId => recordRules[code].id

function absentPeople(meeting: Meeting): Contradiction[] {
  const reasons = new Map(meeting.absences.map((absence) => [absence.memberId, absence.reason]))
  const clash = (person: Person | null, code: ContradictionCode, says: string, item?: number): Contradiction[] => {
    const reason = person?.memberId == null ? undefined : reasons.get(person.memberId)
    if (person?.memberId == null || reason === undefined) return []
    const found = { code, message: `${person.name}登记为${reason}缺席，${says}。`, memberId: person.memberId }
    return [item === undefined ? found : { ...found, item }]
  }
  return [
    ...clash(meeting.host, 'host-absent', '又写成主持人'),
    ...clash(meeting.recorder, 'recorder-absent', '又写成记录人'),
    ...clash(meeting.lecturer, 'speaker-absent', '又写成主讲人'),
    ...meeting.agenda.flatMap((item) => {
      const seen = new Set<string>()
      return item.discussion.flatMap(({ speaker }) => {
        if (speaker.memberId === null || seen.has(speaker.memberId)) return []
        seen.add(speaker.memberId)
        return clash(speaker, 'speaker-absent', `第 ${item.number} 个议题的正文里有他的发言`, item.number)
      })
    })
  ]
}

function outsiders(meeting: Meeting, roster: Roster): Contradiction[] {
  const named = new Map<string, string>()
  const note = (person: { name: string; memberId: string | null } | null): void => {
    if (person?.memberId != null) named.set(person.memberId, person.name)
  }
  for (const person of [...meeting.absences, meeting.host, meeting.recorder, ...meeting.lateOrEarly]) note(person)
  for (const item of meeting.agenda) for (const line of item.discussion) note(line.speaker)
  const people = new Map<string, RosterMember>(roster.members.map((member) => [member.id, member]))
  return [...named].flatMap(([memberId, name]): Contradiction[] => {
    const member = people.get(memberId)
    const spells = member?.memberships ?? []
    if (member === undefined || spells.some((spell) => within(meeting.date, spell.from, spell.to)))
      return member !== undefined && categoryOn(member, meeting.date) === null
        ? [{ code: 'not-yet-joined', message: `${name}在会议当天还没有入党。`, memberId }]
        : []
    return spells.some((spell) => spell.to !== null && spell.to < meeting.date)
      ? [{ code: 'left-before-meeting', message: `${name}在会议之前已经转出。`, memberId }]
      : [{ code: 'not-yet-joined', message: `${name}在会议之后才转入。`, memberId }]
  })
}

const leaders: Record<'branch' | 'committee' | 'group', (title: string) => boolean> = {
  branch: (title) => title === '书记' || title.endsWith('书记') || title.endsWith('委员'),
  committee: (title) => title === '书记' || title.endsWith('书记') || title.endsWith('委员'),
  group: (title) => title === '党小组组长'
}

function hostWithoutPost(meeting: Meeting, roll: readonly Attendee[]): Contradiction[] {
  const { host } = meeting
  if (host?.memberId == null) return []
  const person = roll.find((attendee) => attendee.memberId === host.memberId)
  const circle = circleOf(meeting.types)
  if (person?.posts.some(leaders[circle])) return []
  const wanted = circle === 'group' ? '党小组组长' : '书记、副书记或委员'
  return [{ code: 'host-not-in-post', message: `主持人${host.name}当天不是${wanted}。`, memberId: host.memberId }]
}

const together = (types: readonly MeetingType[]): number =>
  types.includes('组织生活会') && types.includes('民主评议党员') ? types.length - 1 : types.length

/**
 * 支委会 and 党员大会 after the last day of the term, an extension counted. A 临时党支部 has no term: it does not elect
 * (R1-05).
 */
function afterTerm({ types, date }: Meeting, { organisation }: Roster, termRunsTo: Day | null): Contradiction[] {
  const ofTerm = types.some((type) => type === '党员大会' || type === '支委会')
  if (!ofTerm || organisation.kind === '临时党支部' || termRunsTo === null || date <= termRunsTo) return []
  return [
    {
      code: 'term-expired',
      message: `会议日期 ${date} 在本届任期（连同批准的延期）${termRunsTo} 届满之后，还没有登记换届。`
    }
  ]
}

function lateEntry({ date, writtenOn }: Meeting, rules: RulesInForce): Contradiction[] {
  if (writtenOn === null) return []
  const writingDays = rules.number('R9.2-12', 'days')
  const { day, unknownYears } = workingDaysAfter(date, writingDays, rules.holidays)
  if (writtenOn <= day) return []
  const guess = unknownYears.length === 0 ? '' : `，${unknownYears.join('、')} 年没有节假日数据，按周一至周五算`
  return [
    {
      code: 'late-entry',
      message: `会议日期 ${date}，写成日期 ${writtenOn}，晚于会后第 ${writingDays} 个工作日（${day}${guess}）。`
    }
  ]
}

/**
 * What lies around a record: who is where that day, the last day of its organisation's term where one is known, and the
 * rules of the day.
 */
export type Surroundings = { dayBook: DayBook; termRunsTo: Day | null; rules: RulesInForce }

/**
 * Clashes of one record with itself, its roster and what lies around it, each naming the two facts. They warn; they
 * never stop a draft from being kept. What the office has switched off is not said.
 */
export function contradictionsOf(
  meeting: Meeting,
  roll: readonly Attendee[],
  roster: Roster,
  { dayBook, termRunsTo, rules }: Surroundings
): Contradiction[] {
  const found: Contradiction[] = [
    ...absentPeople(meeting),
    ...outsiders(meeting, roster),
    ...hostWithoutPost(meeting, roll),
    ...doubleBookings(sittingOf(meeting, roll, ''), dayBook).map((clash) => ({
      code: 'person-in-two-meetings' as const,
      ...clash
    })),
    ...afterTerm(meeting, roster, termRunsTo),
    ...lateEntry(meeting, rules)
  ]
  const { present } = countsOf(roll, meeting.absences)
  if (meeting.statedPresent !== null && meeting.statedPresent !== present)
    found.push({
      code: 'present-count',
      message: `实到写的是 ${meeting.statedPresent} 人，按名单和缺席算是 ${present} 人。`
    })
  if (meeting.start !== null && meeting.end !== null && meeting.end <= meeting.start)
    found.push({ code: 'end-before-start', message: `结束时间 ${meeting.end} 不晚于开始时间 ${meeting.start}。` })
  if (meeting.writtenOn !== null && meeting.writtenOn < meeting.date)
    found.push({ code: 'written-before-held', message: `写成日期 ${meeting.writtenOn} 早于会议日期 ${meeting.date}。` })
  for (const { title, publishedOn } of meeting.materials)
    if (publishedOn !== null && publishedOn > meeting.date)
      found.push({
        code: 'studied-before-published',
        message: `学习材料《${title}》${publishedOn} 才发布，晚于会议日期。`
      })
  if (together(meeting.types) >= 3)
    found.push({
      code: 'three-types-at-once',
      message: `同一场活动记了 ${meeting.types.length} 个类型，疑似一会多记。`
    })
  return found.filter(({ code }) => rules.isOn(ruleOfContradiction(code)))
}
