import {
  type LedgerInput,
  ledgerDocument,
  ledgerNames,
  ledgerSheet,
  type LedgerTable,
  ledgerTable,
  type MeetingLedger
} from '../../../shared/features/meeting/meeting-ledger.ts'
import { type AttendanceRow, attendanceRows } from '../../../shared/features/meeting/attendance-rules.ts'
import { type Attendee, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { belongsToYear } from '../../../shared/features/pack/pack.ts'
import { type Day, makeDay } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import type { Paper } from '../paper/paper.ts'
import { type JudgedMeeting, judgedMeetings, type Rosters, readRosters } from './meeting-judgement.ts'

export type LedgerWish = { ledger: MeetingLedger; organisationId: string; year: number }

/**
 * Everybody of the branches, each once: as they stand at the end in the order of their roll, then those who were expected
 * at a meeting of the branch in the year and are not any more.
 */
function peopleOf(
  branches: readonly Organisation[],
  judged: readonly JudgedMeeting[],
  rosters: Rosters,
  day: Day
): Pick<AttendanceRow, 'memberId' | 'name' | 'posts' | 'label'>[] {
  const seen = new Set<string>()
  const added = (roll: readonly Attendee[], label: string) =>
    roll.flatMap(({ memberId, name, posts, expected }) => {
      if (!expected || seen.has(memberId)) return []
      seen.add(memberId)
      return [{ memberId, name, posts, label }]
    })
  const now = branches.flatMap((branch) => added(rollOf(['党员大会'], day, rosters.of(branch)), labelOf(branch)))
  const homes = new Map(branches.map((branch) => [branch.id, labelOf(branch)]))
  const before = judged.flatMap(({ organisation, roll }) => {
    const label = homes.get(organisation.id) ?? homes.get(organisation.parentId ?? '')
    return label === undefined ? [] : added(roll, label)
  })
  return [...now, ...before]
}

/** The ledger of a year as far as it is over; meetings of groups stand with their branch. */
function inputOf(
  tables: Tables,
  root: Organisation,
  { ledger, year }: LedgerWish,
  today: Day,
  rosters: Rosters = readRosters(tables)
): LedgerInput {
  const scope = withDescendants(rosters.organisations, root.id)
  const date = today < makeDay(year, 12, 31) ? today : makeDay(year, 12, 31)
  const held = rosters
    .meetings(scope)
    .filter((meeting) => belongsToYear(meeting, year) && meeting.date <= today)
    .reverse()
  const judged = judgedMeetings(tables, held, today, rosters)
  const inside = rosters.organisations.filter(({ id }) => scope.includes(id))
  const branches = isBranch(root) ? [root] : inside.filter(isBranch)
  return {
    ledger,
    organisation: root.name,
    year,
    date,
    several: inside.some(({ id, kind }) => id !== root.id && kind !== '党小组'),
    meetings: judged.map(({ meeting, counts, roll, organisation }) => ({
      ...{ meeting, counts, roll },
      label: labelOf(organisation)
    })),
    people: ledger === 'attendance' ? attendanceRows(peopleOf(branches, judged, rosters, date), judged) : []
  }
}

/** How each of the people of an organisation took part in the year's meetings, as the ledger has it. */
export const attendanceOfYear = (
  tables: Tables,
  root: Organisation,
  year: number,
  today: Day,
  rosters?: Rosters
): AttendanceRow[] => [
  ...inputOf(tables, root, { ledger: 'attendance', organisationId: root.id, year }, today, rosters).people
]

function withInput<Value>(
  store: Store,
  wish: LedgerWish,
  today: Day,
  make: (input: LedgerInput) => Value
): Outcome<Value> {
  return store.read((tables) => {
    const root = readRosters(tables).organisations.find(({ id }) => id === wish.organisationId)
    if (root === undefined) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    if (!inReach(store.reach, root.id)) return outOfReach()
    return success(make(inputOf(tables, root, wish, today)))
  })
}

/** A ledger as rows for the screen. */
export const ledgerRows = (store: Store, wish: LedgerWish, today: Day): Outcome<LedgerTable> =>
  withInput(store, wish, today, ledgerTable)

/** A ledger as a paper, with its sheet. */
export const ledgerPaper = (store: Store, wish: LedgerWish, today: Day): Outcome<Paper> =>
  withInput(store, wish, today, (input) => ({
    title: `${wish.year}年度${ledgerNames[wish.ledger]}`,
    document: ledgerDocument(input),
    sheet: ledgerSheet(input)
  }))
