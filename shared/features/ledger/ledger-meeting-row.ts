import type { SealedYears } from './ledger-seal.ts'
import { tidyCode } from '../../kernel/cell-text.ts'
import { type Day, yearOf } from '../../kernel/dates.ts'
import {
  type Absence,
  blankMeeting,
  type Meeting,
  meetingTypes,
  type Person,
  type StudyMaterial
} from '../meeting/meeting.ts'
import { organisationAt } from './ledger-member-row.ts'
import { type Circle, memberNamed, type People, personNamed } from './ledger-people.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import { isClipOf, parseAbsence, parseMaterial } from './ledger-texts.ts'

export type MeetingSurroundings = {
  organisations: OrganisationIndex
  people: People
  today: Day
  newId: () => string
  sealed: SealedYears
}

/** The key of a meeting in the workbook. */
export const meetingKey = (row: LedgerRow): string => tidyCode(row.text('会议编号', 40) ?? '')

/**
 * The meeting a row describes. `id`, `recordedOn`, `state` and the agenda of a stored meeting stay; a new one is written down today,
 * and is `drafted`, for the workbook holds its minutes, or `planned` where its day is still to come.
 */
export function readMeeting(row: LedgerRow, before: Meeting | null, around: MeetingSurroundings): Meeting | null {
  const organisation = organisationAt(row, '组织编码', around.organisations)
  const moment = row.moment('日期')
  const types = row.choices('类型', meetingTypes)
  const start = row.time('开始') ?? moment?.time ?? null
  const plain = readPlainFields(row)
  const circle: Circle | null =
    organisation && moment
      ? { people: around.people, organisationId: organisation.id, day: moment.day, linked: linkedIn(before) }
      : null
  const named = circle && readPeople(row, circle)
  if (row.refused || !organisation || !moment || !named) return null
  const date = moment.day
  const after: Meeting = {
    ...(before ?? blankMeeting()),
    id: before?.id ?? around.newId(),
    number: before?.number ?? meetingKey(row),
    organisationId: organisation.id,
    types,
    ...plain,
    year: plain.year ?? yearOf(date),
    date,
    start,
    ...named,
    recordedOn: before?.recordedOn ?? around.today,
    state: before?.state ?? (date > around.today ? 'planned' : 'drafted')
  }
  return withStored(row, before, after)
}

function withStored(row: LedgerRow, before: Meeting | null, after: Meeting): Meeting {
  if (!before) return after
  const kept = keepAbsent(row, before, after, meetingColumns)
  const start = row.has('开始') ? after.start : (after.start ?? before.start)
  return { ...kept, start, minutes: isClipOf(kept.minutes, before.minutes) ? before.minutes : kept.minutes }
}

const meetingColumns: Readonly<Record<string, keyof Meeting>> = {
  名称: 'name',
  所属年度: 'year',
  计划日期: 'plannedOn',
  结束: 'end',
  地点: 'place',
  主持人: 'host',
  记录人: 'recorder',
  缺席: 'absences',
  实到: 'statedPresent',
  迟到早退: 'lateOrEarly',
  列席: 'guests',
  主讲人: 'lecturer',
  课题: 'topic',
  学时: 'hours',
  主题: 'theme',
  学习材料: 'materials',
  会议记录: 'minutes',
  写成日期: 'writtenOn'
}

const readPlainFields = (row: LedgerRow) => ({
  name: row.text('名称', 100),
  year: row.whole('所属年度', { min: 1900, max: 2100, unit: '年' }),
  plannedOn: row.day('计划日期'),
  end: row.time('结束'),
  place: row.text('地点', 100),
  statedPresent: row.whole('实到'),
  guests: row.list('列席', 100),
  topic: row.text('课题', 200),
  hours: row.decimal('学时', { min: 0, max: 1000 }),
  theme: row.text('主题', 200),
  materials: readMaterials(row),
  minutes: row.text('会议记录', 100_000),
  writtenOn: row.day('写成日期')
})

const readPeople = (row: LedgerRow, circle: Circle) => ({
  host: readPerson(row, '主持人', circle),
  recorder: readPerson(row, '记录人', circle),
  lecturer: readPerson(row, '主讲人', circle),
  absences: readAbsences(row, circle),
  lateOrEarly: readLateOrEarly(row, circle)
})

export function readPerson(row: LedgerRow, column: string, circle: Circle): Person | null {
  const text = row.text(column, 60)
  return text === null ? null : personNamed(row, column, text, circle)
}

/** Twice the same counts once, the first time; a cell that says 无 names nobody. */
function readAbsences(row: LedgerRow, circle: Circle): Absence[] {
  const absences = new Map<string, Absence>()
  for (const part of namesIn(row, '缺席')) {
    const { name, reason } = parseAbsence(part)
    const person = memberNamed(row, '缺席', name, circle)
    if (person?.memberId && !absences.has(person.memberId)) {
      absences.set(person.memberId, { memberId: person.memberId, name: person.name, reason })
    }
  }
  return [...absences.values()]
}

function readLateOrEarly(row: LedgerRow, circle: Circle): Person[] {
  const people = new Map<string, Person>()
  for (const part of namesIn(row, '迟到早退')) {
    const person = memberNamed(row, '迟到早退', parseAbsence(part).name, circle)
    if (person?.memberId) people.set(person.memberId, person)
  }
  return [...people.values()]
}

const namesIn = (row: LedgerRow, column: string): string[] => row.list(column, 100).filter((part) => part !== '无')

function readMaterials(row: LedgerRow): StudyMaterial[] {
  return row.list('学习材料', 240).flatMap((part) => {
    const material = parseMaterial(part)
    if (!material)
      row.refuse('学习材料', 'date-unreadable', `中的日期读不出来：“${part}”，应写成“《题名》（2026-03-05）”这样的形式`)
    else if (material.title.length > 200) row.refuse('学习材料', 'content-not-allowed', '中的题名最多 200 字')
    return material ?? []
  })
}

/**
 * The members a stored meeting names, so that a name it already resolved means the same person again. A name that stands for two
 * of them there is left out.
 */
export function linkedIn(meeting: Meeting | null): Map<string, string> {
  const linked = new Map<string, string>()
  if (!meeting) return linked
  const items = meeting.agenda.flatMap((item) => [item.subject, ...item.discussion.map(({ speaker }) => speaker)])
  const people = [
    ...items,
    ...meeting.lateOrEarly,
    ...meeting.absences,
    meeting.host,
    meeting.recorder,
    meeting.lecturer
  ]
  const twice = new Set<string>()
  for (const person of people) {
    if (!person?.memberId) continue
    if ((linked.get(person.name) ?? person.memberId) !== person.memberId) twice.add(person.name)
    linked.set(person.name, person.memberId)
  }
  for (const name of twice) linked.delete(name)
  return linked
}
