import { admissionListDocument, type AdmissionRow } from '../../../shared/features/member/admission-document.ts'
import {
  categoryOn,
  type Member,
  memberCategories,
  type MemberCategory,
  membershipOn
} from '../../../shared/features/member/member.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { personalMatters } from '../../../shared/features/meeting/admission-rules.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { PackGroup } from '../../../shared/features/pack/volume-scheme.ts'
import { isTaskOfYear, type TaskRow, taskLedgerDocument } from '../../../shared/features/task/task-document.ts'
import type { Task } from '../../../shared/features/task/task.ts'
import { awayListDocument, type AwayRow } from '../../../shared/features/whereabouts/whereabouts-document.ts'
import { type Day, makeDay, partsOf, yearOf } from '../../../shared/kernel/dates.ts'
import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import type { Tables } from '../../store/store.ts'
import type { JudgedMeeting } from '../meeting/meeting-judgement.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { membersOf } from '../member/member-repository.ts'
import { tasksOf } from '../task/task-repository.ts'
import { whereaboutsOfMembers } from '../whereabouts/whereabouts-repository.ts'
import type { Made } from './pack-documents.ts'

/** Whose registers: an organisation with those below it, its meetings of the year, and the day they are made as of. */
export type RegisterGround = {
  tables: Tables
  organisation: Organisation
  below: readonly Organisation[]
  held: readonly JudgedMeeting[]
  year: number
  day: Day
}

const isOfMany = ({ below }: RegisterGround): boolean => below.filter(({ kind }) => kind !== '党小组').length > 1

const keyOf = ({ dueOn, doneOn, subject, id }: Task): string => [dueOn ?? doneOn ?? '9999', subject, id].join(' ')

function taskRows({ tables, below, year, day }: RegisterGround): TaskRow[] {
  const labels = new Map(below.map((one) => [one.id, labelOf(one)]))
  return tasksOf(tables, [...labels.keys()])
    .filter((task) => isTaskOfYear(task, year, day))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .map((task): TaskRow => {
      const meeting = task.source === null ? null : meetingById(tables, task.source.meetingId)
      const origin = meeting === null ? '' : meetingTitle(meeting)
      return { task, label: labels.get(task.organisationId) ?? '', origin }
    })
}

/** The branch of a member on the day, else the last he was in. */
const homeOf = ({ memberships }: Member, branches: readonly Organisation[], day: Day): string => {
  const own = branches.find(({ id }) => membershipOn({ memberships }, id, day) !== null)
  const last = branches.find(({ id }) => memberships.some(({ organisationId }) => organisationId === id))
  const found = own ?? last
  return found === undefined ? '' : labelOf(found)
}

/** Whether somebody belonged to one of the branches on any of these days. */
const wasIn = ({ memberships }: Member, branches: readonly Organisation[], first: Day, last: Day): boolean =>
  memberships.some(
    ({ organisationId, from, to }) =>
      branches.some(({ id }) => id === organisationId) &&
      (from === null || from <= last) &&
      (to === null || to >= first)
  )

function awayRows(ground: RegisterGround, members: readonly Member[]): AwayRow[] {
  const { tables, below, year, day } = ground
  const branches = below.filter(isBranch)
  const byId = new Map(members.map((one) => [one.id, one]))
  const [from, to] = [makeDay(year, 1, 1), makeDay(year, 12, 31)]
  return whereaboutsOfMembers(tables, [...byId.keys()]).flatMap((spell): AwayRow[] => {
    const member = byId.get(spell.memberId)
    const [first, last] = [spell.from > from ? spell.from : from, spell.to !== null && spell.to < to ? spell.to : to]
    return member === undefined || first > last || !wasIn(member, branches, first, last)
      ? []
      : [{ spell, name: member.name, label: isOfMany(ground) ? homeOf(member, branches, day) : '' }]
  })
}

/** What the 党员大会 of the year decided of each person: by member id. */
function votesOf(held: readonly JudgedMeeting[]): Map<string, string[]> {
  const votes = new Map<string, string[]>()
  for (const { meeting, verdicts } of held)
    for (const { number, kind, subject } of meeting.agenda) {
      if (subject?.memberId == null || !personalMatters.includes(kind)) continue
      const verdict = verdicts.find((one) => one.number === number)?.verdict
      const result = verdict === 'carried' ? '通过' : verdict === 'not-carried' ? '未通过' : '没有结果'
      const { month, day } = partsOf(meeting.date)
      votes.set(subject.memberId, [...(votes.get(subject.memberId) ?? []), `${month}月${day}日${kind}，${result}`])
    }
  return votes
}

const onTheWay: readonly MemberCategory[] = ['预备党员', '发展对象', '入党积极分子', '入党申请人']

function admissionRows(ground: RegisterGround, members: readonly Member[]): AdmissionRow[] {
  const { below, held, year, day } = ground
  const votes = votesOf(held)
  const branches = below.filter(isBranch)
  const isThere = (member: Member): boolean => branches.some(({ id }) => membershipOn(member, id, day) !== null)
  const isOfYear = (on: Day | null): boolean => on !== null && yearOf(on) === year && on <= day
  return members
    .filter(
      (one) =>
        votes.has(one.id) ||
        (isThere(one) &&
          (onTheWay.includes(categoryOn(one, day) ?? one.category) || isOfYear(one.joinedOn) || isOfYear(one.fullOn)))
    )
    .map((member): AdmissionRow => {
      const { name, sex, bornOn, education, joinedOn, fullOn } = member
      return {
        ...{ name, sex, bornOn, education: education ?? '', joinedOn, fullOn },
        ...{ label: homeOf(member, branches, day), category: categoryOn(member, day) ?? member.category },
        votes: votes.get(member.id) ?? []
      }
    })
    .sort((one, other) => memberCategories.indexOf(one.category) - memberCategories.indexOf(other.category))
}

/** 责任派单台账, 流动失联名单 and 发展党员一览表 of an organisation, each only where there is something in it. */
export function registerPapers(ground: RegisterGround): Made[] {
  const { tables, organisation, below, year, day } = ground
  const members = membersOf(
    tables,
    below.map(({ id }) => id)
  )
  const head = { organisation: organisation.name, isOfMany: isOfMany(ground), year, date: day }
  const made = (kind: string, group: PackGroup, rows: readonly unknown[], document: () => DocumentModel): Made[] => {
    if (rows.length === 0) return []
    const model = document()
    return [{ kind, group, date: day, records: [], paper: { title: model.meta.title, document: model } }]
  }
  const [tasks, away, admissions] = [taskRows(ground), awayRows(ground, members), admissionRows(ground, members)]
  return [
    ...made('task-ledger', 'committee', tasks, () => taskLedgerDocument({ ...head, rows: tasks })),
    ...made('away-list', 'roster', away, () => awayListDocument({ ...head, rows: away })),
    ...made('admission-list', 'admission', admissions, () => admissionListDocument({ ...head, rows: admissions }))
  ]
}
