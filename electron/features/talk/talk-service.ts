import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { blankContents, type FollowUp, isParty, type Talk, type TalkHead } from '../../../shared/features/talk/talk.ts'
import { type TalkKind, talkKinds } from '../../../shared/features/talk/talk-kinds.ts'
import type { TalkFinding } from '../../../shared/features/talk/check-rules.ts'
import type { TalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import { type Day, yearOf } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { membersById } from '../member/member-repository.ts'
import { removeDraftsNamed } from '../draft/draft-repository.ts'
import { forgetRecord } from '../journal/journal-repository.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { closeTalk, mayRead, mayWrite, openTalk, type TalkCall } from './talk-access.ts'
import { findingsOf } from './talk-findings.ts'
import { saveTalkPlan, talkPlanById, talkPlansOf } from './talk-plan-repository.ts'
import { removeTalk, saveTalk, talkById, talkHeads, talkNumbers } from './talk-repository.ts'

/** A talk as its screen needs it. */
export type TalkDesk = { talk: Talk; organisation: Organisation; findings: TalkFinding[]; mayWrite: boolean }

const unknown = () => failure('talk-unknown', '找不到这次谈话，可能已被删除。')

/** Why this is not for these eyes; the refusal is noted. */
function refuse({ store, reader }: TalkCall, talk: TalkHead, act: string) {
  store.note(act, 'not-allowed', talk.id)
  if (talk.level === 'L3' && reader.read.L3 !== null)
    return failure('seal-closed', '这是 L3 级谈话，请先输入 L3 口令。')
  return failure('not-allowed', `这是 ${talk.level} 级谈话，您的角色看不到它的内容。需要时请找书记。`)
}

/** A talk he may read, or why not; reading L2 and L3 is noted. `act` names what is done with it. */
export function readTalk(call: TalkCall, id: string, act: string): Outcome<Talk> {
  const { store, reader } = call
  const stored = store.read((tables) => talkById(tables, id))
  if (stored === null) return unknown()
  if (!inReach(store.reach, stored.organisationId)) return outOfReach()
  if (!mayRead(store, reader, stored)) return refuse(call, stored, act)
  const talk = openTalk(reader, stored)
  if (talk === null) return failure('seal-damaged', '这次谈话的密封内容打不开：它可能被改动过，或者换过密封的钥匙。')
  if (talk.level !== 'L1') store.note(act, 'ok', id)
  return success(talk)
}

export function talkDesk(call: TalkCall, id: string): Outcome<TalkDesk> {
  const read = readTalk(call, id, 'talk.read')
  if (!read.ok) return read
  return call.store.read((tables) => deskOf(call, tables, read.value))
}

function deskOf(call: TalkCall, tables: Tables, talk: Talk): Outcome<TalkDesk> {
  const { store, reader } = call
  const organisation = organisationById(tables, talk.organisationId)
  if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
  return success({
    talk,
    organisation,
    findings: findingsOf(call, tables, organisation, talk),
    mayWrite: mayWrite(store, reader, talk)
  })
}

function nextNumber(tables: Tables, year: number): string {
  const taken = new Set(talkNumbers(tables))
  for (let count = 1; ; count += 1) {
    const number = `TH${year}-${String(count).padStart(3, '0')}`
    if (!taken.has(number)) return number
  }
}

/** What a new talk is begun with. */
export type TalkStart = { organisationId: string; kind: TalkKind; date: Day }

/** A new talk, not stored: number, level and, of the last one of the branch that he may read, the place. */
export function beginTalk({ store, reader, today }: TalkCall, { organisationId, kind, date }: TalkStart) {
  return store.read((tables): Outcome<Omit<Talk, 'talker' | 'partner'>> => {
    if (organisationById(tables, organisationId) === null)
      return failure('organisation-unknown', '请选择党支部。', 'organisationId')
    if (!inReach(store.reach, organisationId)) return outOfReach('organisationId')
    const last = talkHeads(tables, [organisationId], null).find((one) => mayRead(store, reader, one))
    const stored = last === undefined ? null : talkById(tables, last.id)
    const place = stored?.contents?.place ?? null
    const year = yearOf(date)
    return success({
      ...{ id: '', number: nextNumber(tables, year), organisationId, kind, year, date, start: null, end: null },
      level: talkKinds[kind].level,
      ...{ writtenOn: null, recordedOn: today, enteredBy: reader.accountId },
      contents: { ...blankContents, place }
    })
  })
}

type Refusal = ReturnType<typeof failure>

function refusalOf(call: TalkCall, tables: Tables, organisation: Organisation | null, talk: Talk): Refusal | null {
  if (organisation === null || !isBranch(organisation))
    return failure('organisation-unknown', '请选择党支部：谈心谈话以支部为单位。', 'organisationId')
  const named = [talk.talker, talk.partner].filter(({ memberId }) => memberId !== null)
  const known = new Set(
    membersById(
      tables,
      named.map(({ memberId }) => String(memberId))
    ).map(({ id }) => id)
  )
  const stranger = named.find(({ memberId }) => !known.has(String(memberId)))
  if (stranger !== undefined)
    return failure(
      'person-unknown',
      `党员名册里找不到“${stranger.name}”，请重新选择。`,
      stranger === talk.partner ? 'partner' : 'talker'
    )
  const stop = findingsOf(call, tables, organisation, talk).find(({ level }) => level === 'stop')
  return stop === undefined ? null : failure(stop.code, stop.message, stop.field)
}

/**
 * The plan this talk is of: the one named where it is of the two and the branch, else the open one of the two and the kind
 * that was to come first. A talk settles one plan, however often it is saved.
 */
function settlePlan(tables: Tables, talk: Talk, planId: string | null): void {
  const { talker, partner } = talk
  const plans = talkPlansOf(tables, [talk.organisationId], yearOf(talk.date))
  if (plans.some(({ talkId }) => talkId === talk.id)) return
  const named = planId === null ? null : talkPlanById(tables, planId)
  const isOfTwo = (plan: TalkPlan): boolean =>
    plan.talkId === null &&
    plan.organisationId === talk.organisationId &&
    isParty(plan, talker.memberId ?? '') &&
    isParty(plan, partner.memberId)
  const meant = [...(named === null ? [] : [named]), ...plans.filter(({ kind }) => kind === talk.kind)].find(isOfTwo)
  if (meant !== undefined) saveTalkPlan(tables, { ...meant, talkId: talk.id })
}

/** Why he may not keep it in this place, or null; `before` is what stands there now. */
function forbidden(call: TalkCall, tables: Tables, talk: Talk): Refusal | null {
  const { store, reader } = call
  const before = talk.id === '' ? null : talkById(tables, talk.id)
  if (before !== null && !inReach(store.reach, before.organisationId)) return outOfReach()
  if (!inReach(store.reach, talk.organisationId)) return outOfReach('organisationId')
  if (talk.level === 'L3' && reader.write.L3 !== null && reader.key === null)
    return failure('seal-closed', 'L3 级谈话要先输入 L3 口令才能保存。', 'level')
  const own = { ...talk, enteredBy: before === null ? reader.accountId : before.enteredBy }
  if ((before !== null && !mayWrite(store, reader, before)) || !mayWrite(store, reader, own))
    return failure('not-allowed', `您的角色不能记 ${talk.level} 级谈话，请改密级，或者请书记来记。`, 'level')
  return null
}

/**
 * Keeps a talk; `id` empty makes a new one, `number` empty takes the next free one. Who entered it and when is set here.
 * A plan it fulfils is settled with it.
 */
export function keepTalk(call: TalkCall, input: Talk, planId: string | null): Outcome<Talk> {
  const { store, reader, today, newId } = call
  const kept = store.write((tables): Outcome<Talk> => {
    const no = forbidden(call, tables, input)
    if (no !== null) return no
    const before = input.id === '' ? null : talkById(tables, input.id)
    const number = input.number === '' ? nextNumber(tables, input.year) : input.number
    if (number !== before?.number && talkNumbers(tables).includes(number))
      return failure('number-taken', `谈话编号“${number}”已经用过，请换一个。`, 'number')
    const talk: Talk = {
      ...input,
      number,
      id: input.id === '' ? newId() : input.id,
      recordedOn: before?.recordedOn ?? today,
      enteredBy: before === null ? reader.accountId : before.enteredBy
    }
    const refusal = refusalOf(call, tables, organisationById(tables, talk.organisationId), talk)
    if (refusal !== null) return refusal
    saveTalk(tables, closeTalk(reader, talk))
    if (talk.level !== 'L1') removeDraftsNamed(tables, `talk ${talk.id}`)
    // The words it had before it was sealed must not stay behind.
    if (talk.level === 'L3' && before !== null && before.level !== 'L3') forgetRecord(tables, 'talk', talk.id)
    settlePlan(tables, talk, planId)
    return success(talk)
  })
  if (!kept.ok && kept.problem.code === 'not-allowed') store.note('talk.save', 'not-allowed', input.id)
  return kept
}

/** Deletes a talk; the plan it was of is open again. `undo` is the id of the journal by which all comes back as it was. */
export function dropTalk(
  call: TalkCall,
  id: string,
  by: { at: string; accountName: string }
): Outcome<{ id: string; undo: string }> {
  const { store, reader, newId } = call
  const stored = store.read((tables) => talkById(tables, id))
  if (stored === null) return unknown()
  if (!inReach(store.reach, stored.organisationId)) return outOfReach()
  if (!mayWrite(store, reader, stored)) return refuse(call, stored, 'talk.remove')
  return store.write((tables) => {
    const undo = newId()
    const journal = new JournalWriter(tables, { id: undo, kind: 'bulk', label: `删除谈话 ${stored.number}`, ...by })
    for (const plan of talkPlansOf(tables, [stored.organisationId], null).filter(({ talkId }) => talkId === id)) {
      const open = { ...plan, talkId: null }
      saveTalkPlan(tables, open)
      journal.note('talk_plan', plan.id, plan, open)
    }
    removeTalk(tables, id)
    removeDraftsNamed(tables, `talk ${id}`)
    journal.note('talk', id, stored, null)
    return success({ id, undo })
  })
}

/** What came of it: the answer to one of its follow-ups. `index` counts from 0; `subject` is what stood there. */
export function answerFollowUp(
  call: TalkCall,
  id: string,
  { index, subject, ...answer }: Pick<FollowUp, 'subject' | 'doneOn' | 'result'> & { index: number }
): Outcome<Talk> {
  const read = readTalk(call, id, 'talk.answer')
  if (!read.ok) return read
  const { contents } = read.value
  if (contents.followUps[index]?.subject !== subject)
    return failure('talk-changed', '这项后续事项已经改过，请刷新后再办结。')
  if (answer.doneOn !== null && answer.doneOn > call.today)
    return failure('date-ahead', `完成日期 ${answer.doneOn} 还没到，办完了再填。`, 'doneOn')
  const followUps = contents.followUps.map((one, at) => (at === index ? { ...one, ...answer } : one))
  return keepTalk(call, { ...read.value, contents: { ...contents, followUps } }, null)
}
