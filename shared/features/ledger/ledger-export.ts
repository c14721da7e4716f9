import { lastTurns } from '../rectification/rectification.ts'
import type { ColumnOut, SheetOut } from '../../kernel/cells.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Member } from '../member/member.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Post } from '../post/post.ts'
import type { Study } from '../study/study.ts'
import type { Suspension } from '../suspension/suspension.ts'
import type { Task } from '../task/task.ts'
import type { Office } from './ledger.ts'
import { entryRow, pollRows, roundRow } from './ledger-export-evaluation.ts'
import { agendaRow, dayCell, meetingRow, type NamedCells, type Naming, yesNoCell } from './ledger-export-meeting.ts'
import { dayOfTask } from './ledger-tasks.ts'
import { indexOrganisations } from './ledger-organisations.ts'
import { indexPeople, referenceTo } from './ledger-people.ts'
import { markRow, rectificationRow } from './ledger-export-checklist.ts'
import { talkRow } from './ledger-export-talk.ts'
import { ledgerSheets, type LedgerColumn, type LedgerSheet } from './ledger-sheets.ts'

/**
 * The office as the sheets of workbook.md. Importing the result into the same office changes nothing; into an empty one it gives
 * the same records under new ids (except what the workbook has no column for: presenters, links of names to members elsewhere,
 * answers to follow-ups, what evaluations and polls hold besides ballots, opinions and grades). Talks of L3 and 监督谈话
 * never leave. Without `withBallots` the sheets of evaluations and polls are left out whole: empty figures would erase them
 * where the file is read again.
 */
export function exportLedger(office: Office, withBallots = true): SheetOut[] {
  const naming = namingOf(office)
  const rows = new Map<string, NamedCells[]>([
    ['党组织', office.organisations.map((organisation) => organisationRow(organisation, naming))],
    ['党员', office.members.flatMap((member) => memberRows(member, naming))],
    ['任职', office.posts.map((post) => postRow(post, naming))],
    ['停权', office.suspensions.map((suspension) => suspensionRow(suspension, naming))],
    ['会议', office.meetings.map((meeting) => meetingRow(meeting, naming))],
    ['议题', office.meetings.flatMap((meeting) => meeting.agenda.map((item) => agendaRow(meeting, item, naming)))],
    ['任务', office.tasks.map(taskRowOf(office.meetings, naming))],
    ['谈话', office.talks.filter(({ level }) => level !== 'L3').map((talk) => talkRow(talk, naming))],
    ['评议', roundRows(office, naming)],
    ['评议计票', office.evaluations.flatMap((one) => one.entries.map((entry) => entryRow(one, entry, naming)))],
    ['测评', office.polls.flatMap((poll) => pollRows(poll, naming))],
    ['清单自评', office.marks.map((mark) => markRow(mark, naming))],
    ['学时', office.studies.map((study) => studyRow(study, naming))],
    [
      '整改',
      lastTurns(office.rectifications).map((one) => rectificationRow(one, naming, meetingNumbers(office.meetings)))
    ]
  ])
  const sheets = ledgerSheets.filter(({ name }) => withBallots || !ballotSheets.includes(name))
  return sheets.map((sheet) => sheetOut(sheet, rows.get(sheet.name) ?? []))
}

const ballotSheets: readonly string[] = ['评议', '评议计票', '测评']

function roundRows({ evaluations, meetings }: Office, naming: Naming): NamedCells[] {
  const numbers = meetingNumbers(meetings)
  return evaluations.flatMap((one) => one.rounds.map((round) => roundRow(one, round, naming, numbers)))
}

/** What meetings are called in the workbook, by id. */
export function meetingNumbers(meetings: readonly Meeting[]): (id: string | null) => string | null {
  const known = new Map(meetings.map(({ id, number }) => [id, number]))
  return (id) => (id === null ? null : (known.get(id) ?? null))
}

/** How the records of an office are called in its workbook. */
export function namingOf(office: Pick<Office, 'organisations' | 'members'>): Naming {
  const index = indexOrganisations(office.organisations)
  const people = indexPeople(office.members, index)
  const members = new Map(office.members.map((member) => [member.id, member]))
  return {
    codeOf: (id) => (id === null ? null : (index.byId.get(id)?.code ?? null)),
    nameOf: ({ name, memberId }, organisationId, day) => {
      const member = memberId === null ? undefined : members.get(memberId)
      const person = { name: member?.name ?? name, memberId }
      return referenceTo(people, person, organisationId, day, member?.citizenId ?? null)
    }
  }
}

/** Every sheet of the workbook with heads (required ones with `*`), widths and drop-downs, and no rows. */
export const blankLedger = (): SheetOut[] => ledgerSheets.map((sheet) => sheetOut(sheet, []))

const sheetOut = ({ name, columns }: LedgerSheet, rows: readonly NamedCells[]): SheetOut => ({
  name,
  columns: columns.map(columnOut),
  rows: rows.map((cells) => columns.map((column) => cells[column.name] ?? null))
})

/** A column that takes several values offers its list but takes other text too: 主题党日、党课. */
const columnOut = ({ name, required, width, text, choices, several }: LedgerColumn): ColumnOut => ({
  header: required ? `${name}*` : name,
  width,
  ...(text ? { text } : {}),
  ...(choices ? { choices: { values: choices, strict: !several } } : {})
})

/** A record as a row, by the name of the column; a member gives one row per spell. */
export const organisationRow = (organisation: Organisation, { codeOf }: Naming): NamedCells => ({
  编码: organisation.code,
  名称: organisation.name,
  简称: organisation.shortName,
  类别: organisation.kind,
  上级编码: codeOf(organisation.parentId),
  成立日期: dayCell(organisation.foundedOn),
  本届选举日期: dayCell(organisation.electedOn),
  任期年数: organisation.termYears,
  设支委会: yesNoCell(organisation.hasCommittee),
  主题党日固定日: organisation.themeDay,
  延期批复至: dayCell(organisation.extendedUntil)
})

/** One row per spell. 留党察看 goes to 停权, where its 依据 has a column. */
export const memberRows = (member: Member, { codeOf }: Naming): NamedCells[] =>
  member.memberships.map((spell) => ({
    姓名: member.name,
    性别: member.sex,
    民族: member.nation,
    身份证号: member.citizenId,
    出生日期: dayCell(member.bornOn),
    学历: member.education,
    人员类别: member.category,
    入党日期: dayCell(member.joinedOn),
    转正日期: dayCell(member.fullOn),
    组织编码: codeOf(spell.organisationId),
    党小组编码: codeOf(spell.groupId),
    党内职务: spell.statedPosts.join('、'),
    领导干部: yesNoCell(member.leader),
    工作单位及职务: member.job,
    手机号码: member.phone,
    党籍状态: member.standing,
    组织关系: spell.affiliation,
    转入日期: dayCell(spell.from),
    转出日期: dayCell(spell.to),
    备注: member.note
  }))

export const postRow = (post: Post, { codeOf, nameOf }: Naming): NamedCells => ({
  组织编码: codeOf(post.organisationId),
  姓名: nameOf({ name: '', memberId: post.memberId }, post.organisationId, post.from),
  职务: post.title,
  任职日期: dayCell(post.from),
  免职日期: dayCell(post.to),
  任职方式: post.appointedBy
})

export const suspensionRow = (suspension: Suspension, { codeOf, nameOf }: Naming): NamedCells => ({
  姓名: nameOf({ name: '', memberId: suspension.memberId }, suspension.organisationId, suspension.from),
  组织编码: codeOf(suspension.organisationId),
  种类: suspension.kind,
  起: dayCell(suspension.from),
  止: dayCell(suspension.to),
  依据: suspension.basis
})

/** A row of 任务; the meetings say how the source is called and by which day the name of 责任人 is meant. */
export function taskRowOf(meetings: readonly Meeting[], { codeOf, nameOf }: Naming): (task: Task) => NamedCells {
  const known = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  return (task) => {
    const meeting = task.source === null ? null : (known.get(task.source.meetingId) ?? null)
    return {
      来源会议编号: meeting?.number ?? null,
      来源议题序号: meeting === null ? null : (task.source?.item ?? null),
      组织编码: codeOf(task.organisationId),
      事项: task.subject,
      责任人: task.person && nameOf(task.person, task.organisationId, dayOfTask(task, meeting)),
      期限: dayCell(task.dueOn),
      完成日期: dayCell(task.doneOn),
      结果: task.result
    }
  }
}

export const studyRow = (study: Study, { codeOf, nameOf }: Naming): NamedCells => ({
  组织编码: codeOf(study.organisationId),
  姓名: nameOf({ name: '', memberId: study.memberId }, study.organisationId, study.date),
  日期: dayCell(study.date),
  内容: study.content,
  学时: study.hours,
  类别: study.kind
})
