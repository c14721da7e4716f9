import {
  blankEvaluation,
  type Entry,
  type Evaluation,
  type Round
} from '../../../shared/features/evaluation/evaluation.ts'
import { evaluationFindings, finishingFindings } from '../../../shared/features/evaluation/finding-rules.ts'
import { evaluationResult } from '../../../shared/features/evaluation/result-rules.ts'
import { countsOf as attendance, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { countsOf } from '../ballot/ballot-repository.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { type Rosters, readRosters } from '../meeting/meeting-judgement.ts'
import { meetingsOf } from '../meeting/meeting-repository.ts'
import { membersById } from '../member/member-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import {
  linksOk,
  open,
  reachable,
  settledEvaluation,
  strangeMeeting,
  unknownEvaluation,
  withEveryone
} from './evaluation-access.ts'
import type { EvaluationCall, EvaluationWish } from './evaluation-desk.ts'
import { evaluationPeople } from './evaluation-people.ts'
import { evaluationOf, removeEvaluation, saveEvaluation } from './evaluation-repository.ts'
import { evaluatedBranch } from './evaluation-year.ts'

/** The meeting at which the branch voted, where its minutes are there already: its day and who was expected are not asked for again. */
function roundsOfMeetings(tables: Tables, evaluation: Evaluation, call: EvaluationCall, rosters: Rosters): Round[] {
  const organisation = rosters.organisations.find(({ id }) => id === evaluation.organisationId)
  if (organisation === undefined) return []
  const held = meetingsOf(tables, [organisation.id], evaluation.year).filter(
    ({ types, year }) => types.includes('民主评议党员') && year === evaluation.year
  )
  const days = new Map(held.map((meeting) => [meeting.date, meeting]))
  return [...days.values()].map((meeting) => ({
    ...{ id: call.newId(), date: meeting.date, meetingId: meeting.id, groupId: null, issued: null, returned: null },
    expected: attendance(rollOf(meeting.types, meeting.date, rosters.of(organisation)), []).expected
  }))
}

/** Begins the evaluation of a year, with everybody who takes part; the vote comes from its meeting where that is recorded. */
export function beginEvaluation(
  call: EvaluationCall,
  { organisationId, year }: EvaluationWish
): Outcome<{ id: string }> {
  const { store, today, newId } = call
  return store.write((tables) => {
    const branch = evaluatedBranch(tables, store.reach, organisationId)
    if (!branch.ok) return branch
    if (evaluationOf(tables, organisationId, year) !== null)
      return failure('evaluation-there', `${year} 年度的民主评议已经建好了，请刷新。`)
    const rosters = readRosters(tables)
    const fresh = { ...blankEvaluation, id: newId(), organisationId, year, recordedOn: today }
    const made = { ...fresh, rounds: roundsOfMeetings(tables, fresh, call, rosters) }
    saveEvaluation(tables, withEveryone(tables, made, call, rosters))
    return success({ id: fresh.id })
  })
}

/** Those who came to the branch since are taken in. */
export function takeInNewcomers(call: EvaluationCall, id: string): Outcome<{ added: number }> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const next = withEveryone(tables, found.value, call, readRosters(tables))
    saveEvaluation(tables, next)
    return success({ added: next.entries.length - found.value.entries.length })
  })
}

/** Somebody was put in by mistake; who has ballots or a grade stays. */
export function leaveOut(call: EvaluationCall, id: string, memberId: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const entry = found.value.entries.find((one) => one.memberId === memberId)
    if (entry === undefined) return unknownEvaluation()
    if (entry.counts !== null || entry.final !== null)
      return failure('entry-in-use', '他已经有票数或者等次，不能移出。')
    saveEvaluation(tables, { ...found.value, entries: found.value.entries.filter((one) => one !== entry) })
    return success(null)
  })
}

/** How the limit is reckoned and when the 互评 was. */
export type EvaluationHead = Pick<Evaluation, 'base' | 'quota' | 'peerOn' | 'peerMeetingId'>

export function keepHead(call: EvaluationCall, id: string, head: EvaluationHead): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    if (!linksOk(tables, found.value, [head.peerMeetingId])) return strangeMeeting('peerMeetingId')
    saveEvaluation(tables, { ...found.value, ...head })
    return success(null)
  })
}

/** What is written about a member besides ballots and grade. */
export type EntryText = Partial<
  Pick<Entry, 'selfReview' | 'selfOn' | 'peerOpinions' | 'toldOn' | 'ownOpinion' | 'superiorOpinion' | 'note' | 'help'>
>

/** What comes after the grades are settled: telling, the answer to it, the help. */
const afterwards = new Set(['toldOn', 'ownOpinion', 'superiorOpinion', 'note', 'help'])

/** Writes about one or several members at once. After the grades are settled only what follows them. */
export function keepEntries(
  call: EvaluationCall,
  id: string,
  changes: readonly { memberId: string; text: EntryText }[]
): Outcome<null> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    const evaluation = found.value
    const of = new Map(changes.map(({ memberId, text }) => [memberId, text]))
    const known = new Set(evaluation.entries.map(({ memberId }) => memberId))
    if (![...of.keys()].every((memberId) => known.has(memberId)))
      return failure('person-unknown', '他不在这次评议里，请刷新。')
    const late = changes.some(({ text }) => Object.keys(text).some((field) => !afterwards.has(field)))
    if (evaluation.finishedOn !== null && late) return settledEvaluation()
    const helpers = changes.flatMap(({ text }) => text.help?.helper?.memberId ?? [])
    if (membersById(tables, helpers).length < new Set(helpers).size)
      return failure('person-unknown', '党员名册里找不到这位帮教人，请重新选择。', 'helper')
    const entries = evaluation.entries.map((entry): Entry => ({ ...entry, ...of.get(entry.memberId) }))
    saveEvaluation(tables, { ...evaluation, entries })
    return success(null)
  })
}

/** What people decided: who, when, at which meeting, each grade or its reason, and why there are more 优秀 than usual. Only what is given changes. */
export type Decision = Partial<Pick<Evaluation, 'decidedBy' | 'decidedOn' | 'decisionMeetingId' | 'overReason'>> & {
  grades: readonly { memberId: string; final?: Entry['final'] | undefined; reason?: Entry['reason'] | undefined }[]
}

/** The evaluation judged as it would be, for what must not stand in it. */
function judge(tables: Tables, evaluation: Evaluation, today: Day) {
  const rosters = readRosters(tables)
  const organisation = rosters.organisations.find(({ id }) => id === evaluation.organisationId)
  const rules = rulesOfYear(ruleBookOf(tables), evaluation.year, today)
  const year = { organisation, year: evaluation.year, evaluation }
  const people = organisation === undefined ? [] : evaluationPeople(tables, { ...year, organisation }, today, rosters)
  return { evaluation, result: evaluationResult({ evaluation, people, today, rules }), today, rules, agenda: null }
}

export function decideGrades(call: EvaluationCall, id: string, { grades, ...head }: Decision): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const of = new Map(grades.map((one) => [one.memberId, one]))
    const entries = found.value.entries.map((entry): Entry => {
      const { final = entry.final, reason = entry.reason } = of.get(entry.memberId) ?? {}
      return { ...entry, final, reason }
    })
    const evaluation: Evaluation = { ...found.value, ...head, entries }
    if (!linksOk(tables, evaluation, [evaluation.decisionMeetingId])) return strangeMeeting('decisionMeetingId')
    const wrong = evaluationFindings(judge(tables, evaluation, call.today)).find(
      ({ code, memberId }) => code === 'not-graded' && of.has(memberId ?? '')
    )
    if (wrong !== undefined) return failure('not-graded', wrong.message, 'final')
    saveEvaluation(tables, evaluation)
    return success(null)
  })
}

/** Grades are settled: ballots, grades and reasons do not change any more. */
export function finishEvaluation(call: EvaluationCall, id: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const facts = judge(tables, found.value, call.today)
    const stop = [...evaluationFindings(facts), ...finishingFindings(facts)].find(({ level }) => level === 'stop')
    if (stop !== undefined) return failure(stop.code, stop.message, stop.field)
    if (countsOf(tables, id).some(({ confirmedOn }) => confirmedOn === null))
      return failure('count-open', '还有一批票没有计完。先确认计票，或者删除它。')
    saveEvaluation(tables, { ...found.value, finishedOn: call.today })
    return success(null)
  })
}

export function reopenEvaluation(call: EvaluationCall, id: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    saveEvaluation(tables, { ...found.value, finishedOn: null })
    return success(null)
  })
}

/** Takes the evaluation of a year away, to be brought back by its journal; not while ballots are counted in it. */
export function dropEvaluation(
  call: EvaluationCall,
  id: string,
  by: { at: string; accountName: string }
): Outcome<{ id: string; undo: string }> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    if (countsOf(tables, id).length > 0)
      return failure('evaluation-counted', '里面有计票。先删除计票，再删除这次评议。')
    const undo = call.newId()
    const label = `删除 ${found.value.year} 年度民主评议`
    const journal = new JournalWriter(tables, { id: undo, kind: 'bulk', label, ...by })
    removeEvaluation(tables, id)
    journal.note('evaluation', id, found.value, null)
    return success({ id, undo })
  })
}
