import { tidyCode, tidyText } from '../../kernel/cell-text.ts'
import { readDay } from '../../kernel/cells.ts'
import { usualDays } from '../checklist/recurrence-rules.ts'
import { addDays, type Day, yearOf } from '../../kernel/dates.ts'
import { blankRectification, lastTurns, type ProgressNote, type Rectification } from '../rectification/rectification.ts'
import type { Changes } from './ledger.ts'
import { noChanges, settle } from './ledger-changes.ts'
import { organisationAt } from './ledger-member-row.ts'
import { readPerson } from './ledger-meeting-row.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import type { People } from './ledger-people.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import { refuseSealed, type SealedYears, sealedYear, yearsOfRectification } from './ledger-seal.ts'
import type { KnownMeetings } from './ledger-tasks.ts'

type Around = {
  organisations: OrganisationIndex
  people: People
  meetings: KnownMeetings
  today: Day
  newId: () => string
  sealed: SealedYears
}

/** How a rectification that came out of the checklist says where it is from: 标准化清单 D5. */
const itemSource = /^标准化清单\s*([A-Za-z]{1,3}\d{1,3})$/
export const sourceOfItem = (item: string): string => `标准化清单 ${item}`

const keyOf = ({ organisationId, problem, source, meetingId }: Rectification): string =>
  [organisationId, tidyText(problem), meetingId ?? tidyText(source ?? '')].join('\n')

/** Where it was found: a meeting by its number, an item of the checklist, or words. */
function readSource(row: LedgerRow, meetings: KnownMeetings): Pick<Rectification, 'source' | 'meetingId' | 'item'> {
  const text = row.text('来源', 100)
  const meeting = text === null ? null : (meetings.get(tidyCode(text)) ?? null)
  if (meeting !== null) return { source: null, meetingId: meeting.id, item: null }
  const item = itemSource.exec(text ?? '')?.[1]?.toUpperCase() ?? null
  return { source: item === null ? text : sourceOfItem(item), meetingId: null, item }
}

/** `2026-05-08：补齐了记录` line by line; a line without a day goes on with the note before, or stands for `otherwise`. */
function readProgress(row: LedgerRow, before: Rectification | null, otherwise: Day): ProgressNote[] {
  const notes: ProgressNote[] = []
  for (const line of row.lines('过程记录')) {
    const text = tidyText(String(line ?? ''))
    if (text === '') continue
    const [, first = '', rest = ''] = /^([^：:，,\s]+)[：:，,\s]+(.+)$/su.exec(text) ?? []
    const day = readDay(first)
    const last = notes.at(-1)
    if (day.ok && day.value !== null && rest !== '') notes.push({ on: day.value, text: rest.slice(0, 500) })
    else if (last !== undefined) last.text = `${last.text}\n${text}`.slice(0, 500)
    else
      notes.push({ on: before?.progress.find((note) => note.text === text)?.on ?? otherwise, text: text.slice(0, 500) })
  }
  return notes
}

function readRectification(
  row: LedgerRow,
  known: ReadonlyMap<string, Rectification>,
  around: Around
): Rectification | null {
  const organisation = organisationAt(row, '组织编码', around.organisations)
  const problem = row.text('问题', 500)
  const origin = readSource(row, around.meetings)
  const [target, measure, remeasured] = [row.text('目标', 500), row.text('措施', 1000), row.text('复测结果', 500)]
  const [dueOn, closedOn] = [row.day('期限'), row.day('关闭日期')]
  if (organisation === null || problem === null) return null
  const blank: Rectification = { ...blankRectification, id: '', organisationId: organisation.id, problem, ...origin }
  const before = known.get(keyOf(blank)) ?? null
  const linked = new Map(before?.person?.memberId == null ? [] : [[before.person.name, before.person.memberId]])
  const day = dueOn ?? closedOn ?? '2100-12-31'
  const person = readPerson(row, '责任人', { people: around.people, organisationId: organisation.id, day, linked })
  const progress = readProgress(row, before, closedOn ?? around.today)
  if (row.refused) return null
  // The program gives ninety days: a problem of November is due in the next year.
  const begun = progress.map(({ on }) => on).sort()[0] ?? (dueOn === null ? closedOn : addDays(dueOn, -usualDays))
  const year = blank.item === null ? null : yearOf(begun ?? around.today)
  const after: Rectification = {
    ...(before ?? { ...blank, id: around.newId(), year }),
    ...{ target, measure, person, dueOn, progress, remeasured, closedOn }
  }
  return keepAbsent<Rectification>(row, before, after, {
    ...{ 目标: 'target', 措施: 'measure', 责任人: 'person', 期限: 'dueOn', 过程记录: 'progress' },
    ...{ 复测结果: 'remeasured', 关闭日期: 'closedOn' }
  })
}

/** Plans the sheet 整改. Key: 组织+问题+来源. */
export function planRectifications(
  rows: readonly LedgerRow[],
  stored: readonly Rectification[],
  around: Around
): Changes<Rectification> {
  const changes = noChanges<Rectification>()
  // Of several turns of one problem the file speaks of the last.
  const known = new Map(lastTurns(stored).map((one) => [keyOf(one), one]))
  const seen = new Set<string>()
  for (const row of rows) {
    const one = readRectification(row, known, around)
    if (one === null) continue
    const key = keyOf(one)
    if (seen.has(key)) row.refuse('问题', 'key-duplicate', '在同一组织、同一来源中已有一行')
    else if (!refuseSealed(row, '关闭日期', sealedYear(around.sealed, known.get(key), one, yearsOfRectification)))
      settle(changes, known.get(key), one)
    seen.add(key)
  }
  return changes
}
