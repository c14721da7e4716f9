import {
  type Appraisal,
  type AppraisalEntry,
  blankAppraisal,
  blankEntry
} from '../../../shared/features/appraisal/appraisal.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { readRosters } from '../meeting/meeting-judgement.ts'
import { type AppraisalCall, type AppraisalWish, appraisedOrganisation, newcomersTo } from './appraisal-desk.ts'
import { appraisalById, appraisalOf, removeAppraisal, saveAppraisal } from './appraisal-repository.ts'

const unknown = () => failure('appraisal-unknown', '找不到这次考核，可能已被删除。')

function reachable({ store }: AppraisalCall, tables: Tables, id: string): Outcome<Appraisal> {
  const appraisal = appraisalById(tables, id)
  if (appraisal === null) return unknown()
  return inReach(store.reach, appraisal.organisationId) ? success(appraisal) : outOfReach()
}

/** Every leader who is in no appraisal of the year gets an entry; nobody is taken out. */
function withNewcomers(tables: Tables, appraisal: Appraisal, call: AppraisalCall): Outcome<Appraisal> {
  const rosters = readRosters(tables)
  const organisation = appraisedOrganisation(rosters, call.store.reach, appraisal.organisationId)
  if (!organisation.ok) return organisation
  const added = newcomersTo(tables, organisation.value, appraisal, call.today, rosters)
  const entries = added.map(({ memberId }) => ({ ...blankEntry, id: call.newId(), memberId }))
  return success({ ...appraisal, entries: [...appraisal.entries, ...entries] })
}

/** Begins the appraisal of an organisation's cadres with everybody marked 领导干部 in it. */
export function beginAppraisal(
  call: AppraisalCall,
  { organisationId, year }: AppraisalWish
): Outcome<{ id: string; cadres: number }> {
  const { store, today, newId } = call
  return store.write((tables) => {
    if (appraisalOf(tables, organisationId, year) !== null)
      return failure('appraisal-there', `${year} 年度的考核已经开始了，请刷新。`)
    const fresh = { ...blankAppraisal, id: newId(), organisationId, year, recordedOn: today }
    const made = withNewcomers(tables, fresh, call)
    if (!made.ok) return made
    if (made.value.entries.length === 0)
      return failure('no-leaders', '名册里没有标为领导干部、又没有在别处考核的党员。先到名册里标明领导干部。')
    saveAppraisal(tables, made.value)
    return success({ id: fresh.id, cadres: made.value.entries.length })
  })
}

/** Leaders who came since are taken in. */
export function inviteLeaders(call: AppraisalCall, id: string): Outcome<{ id: string; added: number }> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    const next = withNewcomers(tables, found.value, call)
    if (!next.ok) return next
    saveAppraisal(tables, next.value)
    return success({ id, added: next.value.entries.length - found.value.entries.length })
  })
}

const isWritten = ({ summary, duty, negatives, grade, reason, objections, feedback }: AppraisalEntry): boolean =>
  [summary, duty, grade, reason, objections, feedback].some((text) => text !== null) || negatives.length > 0

/** Somebody was put in by mistake; of whom something is written stays. */
export function dismissCadre(call: AppraisalCall, id: string, memberId: string): Outcome<{ id: string }> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    const entry = found.value.entries.find((one) => one.memberId === memberId)
    if (entry === undefined) return failure('person-unknown', '他不在这次考核里，请刷新。')
    if (isWritten(entry)) return failure('entry-in-use', '他的考核已经写了内容，不能移出。先清空再移出。')
    saveAppraisal(tables, { ...found.value, entries: found.value.entries.filter((one) => one !== entry) })
    return success({ id })
  })
}

/** What belongs to the whole: how many are appraised, 公示 and its outcome, the day they were told. */
export type AppraisalHead = Partial<
  Pick<Appraisal, 'participants' | 'noticeFrom' | 'noticeTo' | 'noticeOutcome' | 'feedbackOn'>
>

export function keepHead(call: AppraisalCall, id: string, head: AppraisalHead): Outcome<{ id: string }> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    const listed = found.value.entries.length
    if ((head.participants ?? listed) < listed)
      return failure('participants-few', `参加考核人数不能少于列出的 ${listed} 人，请填全部人数。`, 'participants')
    saveAppraisal(tables, { ...found.value, ...head })
    return success({ id })
  })
}

/** What is written about a cadre besides his grade; what is left out stays. */
export type EntryText = Partial<Pick<AppraisalEntry, 'summary' | 'duty' | 'negatives' | 'objections' | 'feedback'>>

/** Writes what belongs to one cadre. */
export function keepEntry(
  call: AppraisalCall,
  id: string,
  { memberId, text }: { memberId: string; text: EntryText }
): Outcome<{ id: string }> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    const { entries } = found.value
    if (!entries.some((one) => one.memberId === memberId))
      return failure('person-unknown', '他不在这次考核里，请刷新。', 'memberId')
    const twice = (text.negatives ?? []).map(({ item }) => item)
    if (new Set(twice).size < twice.length) return failure('item-twice', '同一核查事项只能答一次。', 'negatives')
    const next = entries.map((one) => (one.memberId === memberId ? { ...one, ...text } : one))
    saveAppraisal(tables, { ...found.value, entries: next })
    return success({ id })
  })
}

/** Grades people propose, and why there are more 优秀 than allowed; what is left out stays. */
export type AppraisalDecision = Partial<Pick<Appraisal, 'quota' | 'overReason'>> & {
  grades: readonly (Pick<AppraisalEntry, 'memberId'> & Partial<Pick<AppraisalEntry, 'grade' | 'reason'>>)[]
}

export function decideGrades(
  call: AppraisalCall,
  id: string,
  { grades, ...head }: AppraisalDecision
): Outcome<{ id: string }> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    const of = new Map(grades.map((one) => [one.memberId, one]))
    const entries = found.value.entries.map((entry) => ({ ...entry, ...of.get(entry.memberId) }))
    saveAppraisal(tables, { ...found.value, ...head, entries })
    return success({ id })
  })
}

/** Takes an appraisal away, to be brought back by its journal. */
export function dropAppraisal(
  call: AppraisalCall,
  id: string,
  by: { at: string; accountName: string }
): Outcome<{ id: string; undo: string }> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    const undo = call.newId()
    const label = `删除 ${found.value.year} 年度干部考核`
    const journal = new JournalWriter(tables, { id: undo, kind: 'bulk', label, ...by })
    removeAppraisal(tables, id)
    journal.note('appraisal', id, found.value, null)
    return success({ id, undo })
  })
}
