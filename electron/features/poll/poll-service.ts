import {
  blankSubject,
  formQuestions,
  type Poll,
  type PollKind,
  type PollSubject,
  scaleOfKind
} from '../../../shared/features/poll/poll.ts'
import { pollFindings } from '../../../shared/features/poll/finding-rules.ts'
import { pollOutcome, startingClassesOf } from '../../../shared/features/poll/poll-rules.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { countsOf } from '../ballot/ballot-repository.ts'
import type { EvaluationCall } from '../evaluation/evaluation-desk.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { membersById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { pollById, pollNumbers, removePoll, savePoll } from './poll-repository.ts'

const unknown = () => failure('poll-unknown', '找不到这次测评，可能已被删除。')
const settled = () => failure('record-final', '等次已经确定。要改，先由书记或组织委员重新打开。')

function reachable({ store }: EvaluationCall, tables: Tables, id: string): Outcome<Poll> {
  const poll = pollById(tables, id)
  if (poll === null) return unknown()
  return inReach(store.reach, poll.organisationId) ? success(poll) : outOfReach()
}

function open(call: EvaluationCall, tables: Tables, id: string): Outcome<Poll> {
  const found = reachable(call, tables, id)
  return found.ok && found.value.finishedOn !== null ? settled() : found
}

function nextNumber(tables: Tables, year: number): string {
  const taken = new Set(pollNumbers(tables))
  for (let count = 1; ; count += 1) {
    const number = `CP${year}-${String(count).padStart(2, '0')}`
    if (!taken.has(number)) return number
  }
}

const titles: Record<PollKind, string> = {
  班子测评: '班子民主测评',
  干部测评: '干部民主测评',
  述职评议: '书记述职评议'
}

/** A new one with the classes, questions and grades of its kind; everything in it can still be changed. */
export function beginPoll(
  call: EvaluationCall,
  { organisationId, year, kind }: { organisationId: string; year: number; kind: PollKind }
): Outcome<{ id: string }> {
  const { store, today, newId } = call
  return store.write((tables) => {
    if (organisationById(tables, organisationId) === null)
      return failure('organisation-unknown', '请选择党组织。', 'organisationId')
    if (!inReach(store.reach, organisationId)) return outOfReach('organisationId')
    const rules = rulesOfYear(ruleBookOf(tables), year, today)
    const id = newId()
    savePoll(tables, {
      ...{ id, number: nextNumber(tables, year), name: `${year} 年度${titles[kind]}`, organisationId, year, kind },
      ...{ scale: scaleOfKind[kind], date: null, meetingId: null, quota: null, overReason: null },
      classes: startingClassesOf(kind, rules).map((one) => ({ ...one, issued: null, returned: null })),
      questions: formQuestions[kind].map((title) => ({ id: newId(), title })),
      ...{ subjects: [], finishedOn: null, recordedOn: today }
    })
    return success({ id })
  })
}

/** What is set up before the vote: whom it is about, who votes with which weight, and what is asked. */
export type PollSetUp = Pick<
  Poll,
  'number' | 'name' | 'scale' | 'date' | 'meetingId' | 'classes' | 'questions' | 'quota'
> & {
  subjects: readonly Pick<PollSubject, 'id' | 'name' | 'memberId' | 'post'>[]
}

const twice = (list: readonly string[]): string | undefined => list.find((one, at) => list.indexOf(one) !== at)

function problemOf(tables: Tables, poll: Poll, next: PollSetUp) {
  if (next.number !== poll.number && pollNumbers(tables).includes(next.number))
    return failure('number-taken', `测评编号 ${next.number} 已经用过了，请换一个。`, 'number')
  if (next.scale === 'member')
    return failure('scale-wrong', '党员评议的等次不用在这里，请选班子、干部或述职的等次。', 'scale')
  const same = twice(next.classes.map(({ name }) => name))
  if (same !== undefined) return failure('class-twice', `票类“${same}”有两个，请改名。`, 'classes')
  if (next.classes.length > 1 && next.classes.some(({ name }) => name.trim() === ''))
    return failure('class-nameless', '有几个票类的，每个都要有名称，例如 A、B、C。', 'classes')
  if (next.classes.every(({ weight }) => weight === 0)) return failure('weights-zero', '权重不能全是 0。', 'classes')
  const double = twice(next.subjects.map(({ name, post }) => `${name}${post === null ? '' : `（${post}）`}`))
  if (double !== undefined)
    return failure('subject-twice', `被测评对象“${double}”有两个，请写明职务加以区别。`, 'subjects')
  const ids = next.subjects.flatMap(({ memberId }) => memberId ?? [])
  if (membersById(tables, ids).length < new Set(ids).size)
    return failure('person-unknown', '被测评对象里有人已经不在名册上，请重新选择。', 'subjects')
  const meeting = next.meetingId === null ? null : meetingById(tables, next.meetingId)
  return next.meetingId !== null && meeting?.organisationId !== poll.organisationId
    ? failure('meeting-unknown', '这不是本组织的会议，请重新选择。', 'meetingId')
    : null
}

/** What stands on the ballots: once they are being counted it does not change any more. */
const onBallots = ({ scale, classes, questions, subjects }: PollSetUp): string =>
  JSON.stringify([
    scale,
    classes.map(({ name }) => name),
    questions.map(({ id, title }) => [id, title]),
    subjects.map(({ id, name }) => [id, name])
  ])

/** Saves the set-up; results and grades stay with their subjects. Subjects without an id are new. */
export function keepPoll(call: EvaluationCall, id: string, next: PollSetUp): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const poll = found.value
    const problem = problemOf(tables, poll, next)
    if (problem !== null) return problem
    const counting = countsOf(tables, id)
    const counted = counting.length > 0 || poll.subjects.some(({ results }) => results.length > 0)
    if (counted && onBallots(next) !== onBallots(poll))
      return failure('poll-counted', '已经在计票，票面上的内容（对象、测评内容、票类、等次）不能再改。')
    const subjects = next.subjects.map((one): PollSubject => {
      const known = poll.subjects.find((former) => former.id === one.id)
      return { ...(known ?? blankSubject), ...one, id: known?.id ?? call.newId() }
    })
    const questions = next.questions.map((one) => ({ ...one, id: one.id === '' ? call.newId() : one.id }))
    const classes = next.classes.map((one) => {
      const part = counting.find((count) => count.part === one.name)
      return part === undefined ? one : { ...one, issued: part.issued, returned: part.returned }
    })
    savePoll(tables, { ...poll, ...next, subjects, questions, classes })
    return success(null)
  })
}

/** Grades people decided on, with what they went by; and why there are more of the best than allowed. What is left out stays. */
export type PollDecision = Partial<Pick<Poll, 'overReason'>> & {
  subjects: readonly (Pick<PollSubject, 'id'> &
    Partial<Pick<PollSubject, 'workScore' | 'dailyScore' | 'negative' | 'opinion' | 'final' | 'reason'>>)[]
}

function stopIn(tables: Tables, poll: Poll, today: string) {
  const rules = rulesOfYear(ruleBookOf(tables), poll.year, today)
  return pollFindings({ poll, outcome: pollOutcome({ poll, rules }), rules }).find(({ level }) => level === 'stop')
}

export function decidePoll(call: EvaluationCall, id: string, { subjects, ...head }: PollDecision): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const of = new Map(subjects.map((one) => [one.id, one]))
    const next: Poll = {
      ...found.value,
      ...head,
      subjects: found.value.subjects.map((subject) => ({ ...subject, ...of.get(subject.id) }))
    }
    const stop = stopIn(tables, next, call.today)
    if (stop?.code === 'final-not-of-scale') return failure(stop.code, stop.message, stop.field)
    savePoll(tables, next)
    return success(null)
  })
}

/** Grades are settled. */
export function finishPoll(call: EvaluationCall, id: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    const stop = stopIn(tables, found.value, call.today)
    if (stop !== undefined) return failure(stop.code, stop.message, stop.field)
    if (countsOf(tables, id).some(({ confirmedOn }) => confirmedOn === null))
      return failure('count-open', '还有一批票没有计完。先确认计票，或者删除它。')
    savePoll(tables, { ...found.value, finishedOn: call.today })
    return success(null)
  })
}

export function reopenPoll(call: EvaluationCall, id: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = reachable(call, tables, id)
    if (!found.ok) return found
    savePoll(tables, { ...found.value, finishedOn: null })
    return success(null)
  })
}

/** Takes a poll away, to be brought back by its journal; not while ballots are counted in it. */
export function dropPoll(
  call: EvaluationCall,
  id: string,
  by: { at: string; accountName: string }
): Outcome<{ id: string; undo: string }> {
  return call.store.write((tables) => {
    const found = open(call, tables, id)
    if (!found.ok) return found
    if (countsOf(tables, id).length > 0) return failure('poll-counted', '里面有计票。先删除计票，再删除这次测评。')
    const undo = call.newId()
    const journal = new JournalWriter(tables, {
      id: undo,
      kind: 'bulk',
      label: `删除测评 ${found.value.number}`,
      ...by
    })
    removePoll(tables, id)
    journal.note('poll', id, found.value, null)
    return success({ id, undo })
  })
}
