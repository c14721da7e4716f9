import type { RawSheet } from '../../kernel/cells.ts'
import type { Day } from '../../kernel/dates.ts'
import { builtInBook, type RuleBook } from '../../rulebook/rule-book.ts'
import type { Fault, ImportPlan, Office } from './ledger.ts'
import { planEvaluations } from './ledger-evaluations.ts'
import { planMarks } from './ledger-marks.ts'
import { planMeetings } from './ledger-meetings.ts'
import { planMembers } from './ledger-members.ts'
import { planOrganisations } from './ledger-organisations.ts'
import { indexPeople } from './ledger-people.ts'
import { planPolls } from './ledger-polls.ts'
import { planPosts, planSuspensions } from './ledger-posts.ts'
import { planRectifications } from './ledger-rectifications.ts'
import { planStudies } from './ledger-studies.ts'
import { planTalks } from './ledger-talks.ts'
import type { TalkGate } from './ledger-talk-row.ts'
import { planTasks } from './ledger-tasks.ts'
import type { LedgerRow } from './ledger-row.ts'
import { readLedger } from './ledger-rows.ts'
import { columnsOf, findSheet, ledgerSheets } from './ledger-sheets.ts'

/**
 * The clock and the ids of new records, handed in; how far talks may be written, and the office's rules, by which days of
 * 监督谈话 follow and classes weigh. `mayGrade` and `mayTally`: whether 组织评定 may be put down, and figures put over others
 * (everybody may, unless it is said).
 */
export type PlanDeps = {
  today: Day
  newId: () => string
  book?: RuleBook
  mayGrade?: boolean
  mayTally?: boolean
} & Partial<TalkGate>

/** Who imports without an account: everything but what is sealed. */
const openGate: TalkGate = { sealed: 'closed', mayWrite: () => true, mayChange: () => true, accountId: null }

/**
 * What importing these sheets into this office would do (workbook.md, decisions.md). Pure: the same sheets, office and ids give the same
 * plan, and planning again after the plan is saved gives no change. Rows without a fault are accepted whatever becomes of the others.
 */
export function planImport(sheets: readonly RawSheet[], office: Office, deps: PlanDeps): ImportPlan {
  const { today, newId, book = builtInBook, mayGrade = true, mayTally = true, ...gate } = deps
  const { rows, notices } = readLedger(sheets)
  const rowsOf = (sheet: string): LedgerRow[] => rows.get(sheet) ?? []
  const { changes: organisations, index } = planOrganisations(rowsOf('党组织'), office.organisations, newId)
  const { changes: members, members: roster, watches } = planMembers(rowsOf('党员'), index, office.members, newId)
  const sealed = new Set(office.sealed)
  const around = { organisations: index, people: indexPeople(roster, index), newId, today, sealed }
  const posts = planPosts(rowsOf('任职'), office.posts, around)
  const suspensions = planSuspensions(rowsOf('停权'), watches, office.suspensions, around)
  const { changes: meetings, known } = planMeetings(rowsOf('会议'), rowsOf('议题'), office.meetings, around)
  const tasks = planTasks(rowsOf('任务'), office.tasks, { ...around, meetings: known })
  const studies = planStudies(rowsOf('学时'), office.studies, around)
  const talks = planTalks(rowsOf('谈话'), office, { ...around, book, gate: { ...openGate, ...gate } })
  const { counted } = office
  const evaluations = planEvaluations(rowsOf('评议'), rowsOf('评议计票'), office.evaluations, {
    ...{ ...around, counted, mayGrade, mayTally, meetings: known },
    members: new Map(roster.map((member) => [member.id, member]))
  })
  const polls = planPolls(rowsOf('测评'), office.polls, { ...around, counted, mayTally, book })
  const marks = planMarks(rowsOf('清单自评'), office.marks, {
    ...{ ...around, items: office.items, published: new Set(office.published) }
  })
  const rectifications = planRectifications(rowsOf('整改'), office.rectifications, { ...around, meetings: known })
  const counts = [...rows].map(([sheet, list]) => ({
    sheet,
    rowsRead: list.length,
    rowsAccepted: list.filter((row) => !row.refused).length
  }))
  const faults = [...notices, ...faultsInOrder([...rows.values()].flat())]
  return {
    organisations,
    members,
    posts,
    suspensions,
    meetings,
    tasks,
    studies,
    ...talks,
    evaluations,
    polls,
    marks,
    rectifications,
    faults,
    sheets: counts
  }
}

/** By sheet as workbook.md lists them, then row, then column: the order in which people correct a file. */
function faultsInOrder(rows: readonly LedgerRow[]): Fault[] {
  const place = ({ sheet: name, column }: Fault): number => {
    const sheet = findSheet(name)
    return sheet === null ? -1 : columnsOf(sheet).findIndex((one) => one.name === column)
  }
  return ledgerSheets.flatMap(({ name }) =>
    rows
      .filter(({ sheet, refused }) => sheet === name && refused)
      .flatMap((row) => [...row.faults].sort((one, other) => place(one) - place(other)))
  )
}
