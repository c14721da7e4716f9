import {
  blankEntry,
  blankEvaluation,
  type Entry,
  type Evaluation,
  type Round
} from '../../../shared/features/evaluation/evaluation.ts'
import { evaluationFindings, finishingFindings } from '../../../shared/features/evaluation/finding-rules.ts'
import { evaluationResult } from '../../../shared/features/evaluation/result-rules.ts'
import { countsOf as attendance, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import type { MemberCategory } from '../../../shared/features/member/member.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { countOfPart, countsOf } from '../ballot/ballot-repository.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { type Rosters, readRosters } from '../meeting/meeting-judgement.ts'
import { meetingsOf } from '../meeting/meeting-repository.ts'
import { membersById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import type { EvaluationCall, EvaluationWish } from './evaluation-desk.ts'
import { evaluationPeople } from './evaluation-people.ts'
import { evaluationById, evaluationOf, removeEvaluation, saveEvaluation } from './evaluation-repository.ts'
import { evaluatedBranch } from './evaluation-year.ts'

const unknown = () => failure('evaluation-unknown', '找不到这次民主评议，可能已被删除。')
const settled = () => failure('record-final', '等次已经确定。要改，先由书记或组织委员重新打开。')

/** An evaluation within reach. */
function reachable({ store }: EvaluationCall, tables: Tables, id: string): Outcome<Evaluation> {
  const evaluation = evaluationById(tables, id)
  if (evaluation === null) return unknown()
  return inReach(store.reach, evaluation.organisationId) ? success(evaluation) : outOfReach()
}

/** The same while its grades are not settled. */
function open(call: EvaluationCall, tables: Tables, id: string): Outcome<Evaluation> {
  const found = reachable(call, tables, id)
  return found.ok && found.value.finishedOn !== null ? settled() : found
}

/** Probationary members take part without a grade (R4-05). */
const taking: readonly MemberCategory[] = ['正式党员', '预备党员']

/** Everybody who takes part and has no entry yet gets one; nobody is taken out. */
function withEveryone(tables: Tables, evaluation: Evaluation, call: EvaluationCall, rosters: Rosters): Evaluation {
  const organisation = rosters.organisations.find(({ id }) => id === evaluation.organisationId)
  if (organisation === undefined) return evaluation
  const people = evaluationPeople(tables, { organisation, year: evaluation.year, evaluation }, call.today, rosters)
  const known = new Set(evaluation.entries.map(({ memberId }) => memberId))
  const added = people
    .filter(({ member, category }) => !known.has(member.id) && taking.includes(category))
    .map(({ member }): Entry => ({ ...blankEntry, id: call.newId(), memberId: member.id }))
  return { ...evaluation, entries: [...evaluation.entries, ...added] }
}

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
    if (entry === undefined) return unknown()
    if (entry.counts !== null || entry.final !== null)
      return failure('entry-in-use', '他已经有票数或者等次，不能移出。')
    saveEvaluation(tables, { ...found.value, entries: found.value.entries.filter((one) => one !== entry) })
    return success(null)
  })
}

/** How the limit is reckoned and when the 互评 was. */
export type EvaluationHead = Pick<Evaluation, 'base' | 'quota' | 'peerOn' | 'peerMeetingId'>

const linksOk = (tables: Tables, evaluation: Evaluation, ids: readonly (string | null)[]): boolean => {
  const own = new Set(meetingsOf(tables, [evaluation.organisationId], null).map(({ id }) => id))
  return ids.every((id) => id === null || own.has(id))
}

const strangeMeeting = (field: string) => failure('meeting-unknown', '这不是本支部的会议，请重新选择。', field)

export function keepHead(call: EvaluationCall, id: string, head: EvaluationHead): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    if (!linksOk(tables, found.value, [head.peerMeetingId])) return strangeMeeting('peerMeetingId')
    saveEvaluation(tables, { ...found.value, ...head })
    return success(null)
  })
}

/** Why a vote cannot stand like this. Its ballots, once they are being counted, are said where they are counted. */
function roundProblem(tables: Tables, evaluation: Evaluation, round: Round) {
  const { rounds, organisationId } = evaluation
  const before = rounds.find(({ id }) => id === round.id)
  const counted = before !== undefined && countOfPart(tables, evaluation.id, round.id) !== null
  if (rounds.some(({ id, date }) => id !== round.id && date === round.date))
    return failure('round-there', `${round.date} 已经有一次测评。同一天的合在一起计票。`, 'date')
  const group = round.groupId === null ? null : organisationById(tables, round.groupId)
  if (round.groupId !== null && group?.parentId !== organisationId)
    return failure('organisation-unknown', '请选择本支部的党小组。', 'groupId')
  if (counted && before.groupId !== round.groupId)
    return failure('round-counted', '这次测评已经在计票，不能再换测评的范围。', 'groupId')
  return linksOk(tables, evaluation, [round.meetingId]) ? null : strangeMeeting('meetingId')
}

/** Adds a vote, or changes it; `id` empty makes a new one. */
export function keepRound(call: EvaluationCall, id: string, round: Round): Outcome<{ id: string }> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const evaluation = found.value
    const isNew = round.id === ''
    const before = evaluation.rounds.find((one) => one.id === round.id)
    if (!isNew && before === undefined) return unknown()
    const problem = roundProblem(tables, evaluation, round)
    if (problem !== null) return problem
    const counted = before !== undefined && countOfPart(tables, id, round.id) !== null
    const ballots = counted ? { issued: before.issued, returned: before.returned } : {}
    const kept = { ...round, ...ballots, id: isNew ? call.newId() : round.id }
    const rounds = [...evaluation.rounds.filter((one) => one.id !== round.id), kept]
    saveEvaluation(tables, withEveryone(tables, { ...evaluation, rounds }, call, readRosters(tables)))
    return success({ id: kept.id })
  })
}

export function dropRound(call: EvaluationCall, id: string, roundId: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    if (countOfPart(tables, id, roundId) !== null)
      return failure('round-counted', '这次测评已经在计票。先删除计票，再删测评。')
    saveEvaluation(tables, { ...found.value, rounds: found.value.rounds.filter((one) => one.id !== roundId) })
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
    if (evaluation.finishedOn !== null && late) return settled()
    const helpers = changes.flatMap(({ text }) => text.help?.helper?.memberId ?? [])
    if (membersById(tables, helpers).length < new Set(helpers).size)
      return failure('person-unknown', '党员名册里找不到这位帮教人，请重新选择。', 'helper')
    const entries = evaluation.entries.map((entry): Entry => ({ ...entry, ...of.get(entry.memberId) }))
    saveEvaluation(tables, { ...evaluation, entries })
    return success(null)
  })
}

/** What people decided: who, when, at which meeting, each grade with its reason, and why there are more 优秀 than usual. */
export type Decision = Partial<Pick<Evaluation, 'decidedBy' | 'decidedOn' | 'decisionMeetingId' | 'overReason'>> & {
  grades: readonly (Pick<Entry, 'final' | 'reason'> & { memberId: string })[]
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
    const of = new Map(grades.map(({ memberId, final, reason }) => [memberId, { final, reason }]))
    const entries = found.value.entries.map((entry): Entry => ({ ...entry, ...of.get(entry.memberId) }))
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
