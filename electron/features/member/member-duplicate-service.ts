import type { Member } from '../../../shared/features/member/member.ts'
import {
  type DuplicatePair,
  duplicatePairs,
  mergedMember,
  type MergeChoices
} from '../../../shared/features/member/duplicate-rules.ts'
import { maskCitizenId } from '../../../shared/kernel/citizen-id.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { accountsOfMember } from '../account/account-repository.ts'
import { moveAppraisals } from '../appraisal/appraisal-names.ts'
import { isBeingCounted, moveEvaluations } from '../evaluation/evaluation-names.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { meetingIdsNaming, meetingById, saveMeeting } from '../meeting/meeting-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { postsOfMember, savePost } from '../post/post-repository.ts'
import { removeStudy, saveStudy, studiesOfMember } from '../study/study-repository.ts'
import { exemptionsOf, saveExemption } from '../exemption/exemption-repository.ts'
import { lifeRenamed } from '../../../shared/features/life/life.ts'
import { allLives, saveLife } from '../life/life-repository.ts'
import { rectificationsNaming, saveRectification } from '../rectification/rectification-repository.ts'
import { saveSuspension, suspensionsOf } from '../suspension/suspension-repository.ts'
import { moveTalks } from '../talk/talk-people.ts'
import { saveTask, tasksNaming } from '../task/task-repository.ts'
import { saveWhereabouts, whereaboutsOfMembers } from '../whereabouts/whereabouts-repository.ts'
import { distinctPairs, saveDistinctPair } from './distinct-pair-repository.ts'
import { allMembers, memberById, removeMember, saveMember } from './member-repository.ts'
import { isReachable } from './member-access.ts'
import type { Meeting, Person } from '../../../shared/features/meeting/meeting.ts'

/** Two people side by side with why they may be one, ID numbers masked. */
export type DuplicateSuspicion = Pick<DuplicatePair, 'reasons' | 'strength'> & { first: Member; second: Member }

const masked = (member: Member): Member => ({
  ...member,
  citizenId: member.citizenId === null ? null : maskCitizenId(member.citizenId)
})

/** Pairs that may be one person entered twice, strongest first, without those somebody has told apart. */
export function suspectedDuplicates(store: Store, today: Day): DuplicateSuspicion[] {
  return store.read((tables) => {
    const members = allMembers(tables).filter((member) => isReachable(store, member))
    const byId = new Map(members.map((member) => [member.id, member]))
    const apart = distinctPairs(tables)
    return duplicatePairs(members, today).flatMap(({ first, second, reasons, strength }) => {
      const [one, other] = [byId.get(first), byId.get(second)]
      if (one === undefined || other === undefined || apart.has([first, second].sort().join('/'))) return []
      return [{ first: masked(one), second: masked(other), reasons, strength }]
    })
  })
}

/** Two people of the same name are two people: the pair is not shown again. */
export function tellApart(store: Store, firstId: string, secondId: string): Outcome<null> {
  return store.write((tables) => {
    const both = [memberById(tables, firstId), memberById(tables, secondId)]
    if (both.some((member) => member === null)) return failure('member-unknown', '其中有人已被删除，请刷新。')
    if (both.some((member) => member !== null && !isReachable(store, member))) return outOfReach()
    saveDistinctPair(tables, firstId, secondId)
    return success(null)
  })
}

/** The meeting with every mention of one person turned into one of the other. */
function renamed(meeting: Meeting, from: string, to: Member): Meeting {
  const person = <One extends Person | null>(one: One): One =>
    one !== null && one.memberId === from ? { ...one, memberId: to.id, name: to.name } : one
  const people = <One extends { memberId: string | null; name: string }>(list: readonly One[]): One[] =>
    list.map((one) => person(one))
  const absences = people(meeting.absences)
  return {
    ...meeting,
    host: person(meeting.host),
    recorder: person(meeting.recorder),
    lecturer: person(meeting.lecturer),
    absences: absences.filter((one, index) => absences.findIndex((other) => other.memberId === one.memberId) === index),
    lateOrEarly: people(meeting.lateOrEarly),
    agenda: meeting.agenda.map((item) => ({
      ...item,
      presenter: person(item.presenter),
      subject: person(item.subject),
      discussion: item.discussion.map((line) => ({ ...line, speaker: person(line.speaker) }))
    }))
  }
}

/** Hours typed for both on one day and for one content were typed twice: they count once. */
function moveStudies(tables: Tables, journal: JournalWriter, keepId: string, otherId: string): void {
  const own = studiesOfMember(tables, keepId)
  for (const study of studiesOfMember(tables, otherId)) {
    const twice = own.some(
      ({ organisationId, date, content }) =>
        organisationId === study.organisationId && date === study.date && content === study.content
    )
    const after = twice ? null : { ...study, memberId: keepId }
    if (after === null) removeStudy(tables, study.id)
    else saveStudy(tables, after)
    journal.note('study', study.id, study, after)
  }
}

/** Every record that names `other` names `keep` from now on. */
function moveRecords(tables: Tables, journal: JournalWriter, keep: Member, otherId: string): void {
  for (const post of postsOfMember(tables, otherId)) {
    savePost(tables, { ...post, memberId: keep.id })
    journal.note('post', post.id, post, { ...post, memberId: keep.id })
  }
  for (const spell of suspensionsOf(tables, [otherId])) {
    saveSuspension(tables, { ...spell, memberId: keep.id })
    journal.note('suspension', spell.id, spell, { ...spell, memberId: keep.id })
  }
  for (const spell of exemptionsOf(tables, [otherId])) {
    saveExemption(tables, { ...spell, memberId: keep.id })
    journal.note('exemption', spell.id, spell, { ...spell, memberId: keep.id })
  }
  for (const spell of whereaboutsOfMembers(tables, [otherId])) {
    saveWhereabouts(tables, { ...spell, memberId: keep.id })
    journal.note('whereabouts', spell.id, spell, { ...spell, memberId: keep.id })
  }
  for (const task of tasksNaming(tables, otherId)) {
    const after = { ...task, person: { name: keep.name, memberId: keep.id } }
    saveTask(tables, after)
    journal.note('task', task.id, task, after)
  }
  for (const one of rectificationsNaming(tables, otherId)) {
    const after = { ...one, person: { name: keep.name, memberId: keep.id } }
    saveRectification(tables, after)
    journal.note('rectification', one.id, one, after)
  }
  for (const life of allLives(tables)) {
    const after = lifeRenamed(life, otherId, { name: keep.name, memberId: keep.id })
    if (after === null) continue
    saveLife(tables, after)
    journal.note('life', life.meetingId, life, after)
  }
  const note: Parameters<typeof moveTalks>[1] = (record, id, before, after) => journal.note(record, id, before, after)
  moveTalks(tables, note, otherId, keep)
  moveEvaluations(tables, note, otherId, keep)
  moveAppraisals(tables, note, otherId, keep.id)
  moveStudies(tables, journal, keep.id, otherId)
  for (const id of meetingIdsNaming(tables, otherId)) {
    const meeting = meetingById(tables, id)
    if (meeting === null) continue
    const after = renamed(meeting, otherId, keep)
    saveMeeting(tables, after)
    journal.note('meeting', id, meeting, after)
  }
}

/** Makes one person out of two, with all their records; can be taken back as a whole. */
export function mergeMembers(
  store: Store,
  input: { keepId: string; otherId: string; choices: MergeChoices },
  deps: { newId: () => string; by: { at: string; accountName: string } }
): Outcome<{ id: string }> {
  return store.write((tables) => {
    const [keep, other] = [memberById(tables, input.keepId), memberById(tables, input.otherId)]
    if (keep === null || other === null || keep.id === other.id)
      return failure('member-unknown', '其中有人已被删除，请刷新后再试。')
    if (!isReachable(store, keep) || !isReachable(store, other)) return outOfReach()
    if (accountsOfMember(tables, other.id) > 0)
      return failure('member-in-use', `“${other.name}”链接着一个使用人，请先在使用人里改为保留的那一条。`)
    if ([keep.id, other.id].some((id) => isBeingCounted(tables, id)))
      return failure('member-in-use', '有他在里面的测评票正在计，等计票确认后再合并。')
    const merged = mergedMember(keep, other, input.choices, allOrganisations(tables))
    if (!merged.ok) return merged
    const id = deps.newId()
    const journal = new JournalWriter(tables, { id, kind: 'merge', label: `合并重复的党员“${keep.name}”`, ...deps.by })
    journal.note('member', other.id, other, null)
    journal.note('member', keep.id, keep, merged.value)
    // The ID number and the spells may come from the one that goes: it must be gone before they are written.
    saveMember(tables, { ...other, citizenId: null })
    moveRecords(tables, journal, merged.value, other.id)
    removeMember(tables, other.id)
    saveMember(tables, merged.value)
    return success({ id })
  })
}
