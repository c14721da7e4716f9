import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankContents, type Talk } from '../../../shared/features/talk/talk.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { problemOf } from '../../factories/office.ts'
import { aTalkOffice, type TalkOffice } from '../../factories/talks.ts'

let office: TalkOffice
beforeEach(async () => {
  office = await aTalkOffice()
})
afterEach(() => office.remove())

const save = (talk: Talk, planId: string | null = null) => office.client.talk.save.mutate({ talk, planId })
const board = (year = 2026) => office.client.talk.board.query({ organisationId: office.branchId, year })
const memberOf = (index: number): string => office.people[index]?.memberId ?? ''

describe('a talk', () => {
  it('gets the next free number, who entered it, and the day it was entered, whatever the page says', async () => {
    const first = await save(office.aTalk(0, 3, { recordedOn: '2020-01-01', enteredBy: 'nobody' }))
    const account = office.vault.account?.id
    expect(first).toMatchObject({ number: 'TH2026-001', recordedOn: '2026-11-21', enteredBy: account })
    expect(await save(office.aTalk(0, 4))).toMatchObject({ number: 'TH2026-002' })
    expect(await problemOf(save(office.aTalk(1, 4, { number: 'TH2026-001' })))).toMatchObject({ field: 'number' })
  })

  it('is refused with somebody himself, before its start, ahead of today, and with nobody of the roster', async () => {
    expect(await problemOf(save(office.aTalk(0, 0)))).toMatchObject({ code: 'same-person', field: 'partner' })
    expect(await problemOf(save(office.aTalk(0, 3, { start: '10:00', end: '09:00' })))).toMatchObject({ field: 'end' })
    expect(await problemOf(save(office.aTalk(0, 3, { date: '2026-11-22' })))).toMatchObject({ field: 'date' })
    const partner = { name: '路人', memberId: 'nobody' }
    expect(await problemOf(save(office.aTalk(0, 3, { partner })))).toMatchObject({
      ...{ code: 'person-unknown', field: 'partner' }
    })
  })

  it('is shown with what clashes: two at once, and a meeting both were at', async () => {
    const times = { start: '09:00', end: '09:40' }
    await save(office.aTalk(0, 4, times))
    const meeting = await office.client.meeting.start.mutate({
      ...{ organisationId: office.branchId, types: ['主题党日'], date: '2026-11-10' }
    })
    await office.client.meeting.save.mutate({ ...meeting, start: '09:00', end: '11:00' })
    const talk = await save(office.aTalk(0, 3, { ...times, writtenOn: '2026-11-20' }))
    const { findings } = await office.client.talk.desk.query({ id: talk.id })
    expect(findings.map(({ code }) => code)).toEqual(['two-talks-at-once', 'talk-in-meeting', 'late-entry'])
  })

  it('can be deleted and comes back as it was', async () => {
    const talk = await save(office.aTalk(0, 3))
    const { undo } = await office.client.talk.remove.mutate({ id: talk.id })
    expect((await board()).total).toBe(0)
    await office.client.journal.undo.mutate({ id: undo })
    expect((await office.client.talk.desk.query({ id: talk.id })).talk).toEqual(talk)
  })

  it('closes what followed from it with an answer', async () => {
    const followUp = { subject: '协调年底人手', person: null, dueOn: '2026-12-05', doneOn: null, result: null }
    const talk = await save(office.aTalk(0, 3, { contents: { ...blankContents, followUps: [followUp] } }))
    const open = () => office.client.talk.followUps.query({ organisationId: office.branchId })
    expect(await open()).toMatchObject([{ subject: '协调年底人手', partner: '丁立新', dueOn: '2026-12-05' }])
    const answer = { doneOn: '2026-11-20', result: '已从二支部借调一人' }
    await office.client.talk.answer.mutate({ id: talk.id, index: 0, subject: '协调年底人手', answer })
    expect(await open()).toEqual([])
    expect((await board()).statistics.followUps).toEqual({ open: 0, done: 1, overdue: 0 })
  })
})

describe('the map', () => {
  it('fills as talks are recorded, and says who is missing and due', async () => {
    expect((await board()).coverage).toMatchObject({
      committeePairs: { covered: 0, total: 3 },
      members: { covered: 0, total: 5 },
      peers: { covered: 0, total: 2 }
    })
    await save(office.aTalk(0, 1))
    await save(office.aTalk(1, 3))
    await save(office.aTalk(3, 4))
    const { coverage, due } = await board()
    expect(coverage).toMatchObject({
      committeePairs: { covered: 1, total: 3 },
      members: { covered: 3, total: 5 },
      peers: { covered: 2, total: 2 }
    })
    expect(due.filter(({ cause }) => cause === 'year').map(({ memberId }) => memberId)).not.toContain(memberOf(3))
  })

  it('has an occasion put down by hand answered by a talk', async () => {
    const occasion = await office.client.occasion.save.mutate({
      ...{ id: '', organisationId: office.branchId, memberId: memberOf(4), kind: '有困难', date: '2026-11-18' },
      ...{ note: '母亲住院', closedOn: null, enteredBy: null }
    })
    const due = async () => (await board()).due.filter(({ occasionId }) => occasionId === occasion.id)
    expect(await due()).toMatchObject([{ must: true, kind: 'T07', rule: 'T07' }])
    expect(JSON.stringify(await board())).not.toContain('母亲住院')
    await save(office.aTalk(0, 4, { kind: 'T07', level: 'L2', date: '2026-11-19' }))
    expect(await due()).toEqual([])
  })

  it('hides the note of an occasion from those who may not read L2, and keeps it when they save', async () => {
    const occasion = await office.client.occasion.save.mutate({
      ...{ id: '', organisationId: office.branchId, memberId: memberOf(4), kind: '有困难', date: '2026-11-18' },
      ...{ note: '母亲住院', closedOn: null, enteredBy: null }
    })
    office.become(['党务干事'])
    const seen = await office.client.occasion.list.query({ organisationId: office.branchId })
    expect(seen[0]?.note).toBeNull()
    await office.client.occasion.save.mutate({ ...occasion, note: null, closedOn: '2026-11-20' })
    office.become(['书记'])
    const kept = await office.client.occasion.list.query({ organisationId: office.branchId })
    expect(kept[0]).toMatchObject({ note: '母亲住院', closedOn: '2026-11-20' })
  })
})

describe('a plan', () => {
  const wish = () => ({
    ...{ organisationId: office.branchId, year: 2026, kind: 'T01' as const },
    ...{ from: '2026-11-21', to: '2026-12-31' }
  })

  it('covers everybody, is taken in one act, proposes nothing twice, and is taken back as a whole', async () => {
    const { talks } = await office.client.talkPlan.propose.query(wish())
    const { id, added } = await office.client.talkPlan.adopt.mutate({ lines: talks })
    expect(added).toBe(talks.length)
    expect((await office.client.talkPlan.propose.query(wish())).talks).toEqual([])
    expect((await board()).plans).toHaveLength(added)
    await office.client.journal.undo.mutate({ id })
    expect((await board()).plans).toEqual([])
  })

  it('is settled by the talk it was for, and moved by hand until then', async () => {
    const { talks } = await office.client.talkPlan.propose.query(wish())
    await office.client.talkPlan.adopt.mutate({ lines: talks })
    const [plan] = (await board()).plans
    if (plan === undefined) throw new Error('no plan')
    const moved = await office.client.talkPlan.save.mutate({ ...plan, plannedOn: '2026-12-20' })
    expect(moved.plannedOn).toBe('2026-12-20')
    const talk = await save({ ...office.aTalk(0, 1), talker: plan.talker, partner: plan.partner })
    expect((await board()).plans.find(({ id }) => id === plan.id)?.talkId).toBe(talk.id)
    expect(await problemOf(office.client.talkPlan.remove.mutate({ id: plan.id }))).toMatchObject({
      code: 'talk-plan-held'
    })
    await office.client.talk.remove.mutate({ id: talk.id })
    expect((await board()).plans.find(({ id }) => id === plan.id)?.talkId).toBeNull()
  })
})

describe('a plan of several talks of one pair', () => {
  it('loses one to each talk, however often that is saved, and only to a talk of the two', async () => {
    const [talker, partner] = [office.people[0], office.people[3]]
    if (talker === undefined || partner === undefined) throw new Error('nobody')
    const planned = (plannedOn: string, other = partner) =>
      office.client.talkPlan.save.mutate({
        ...{ id: '', organisationId: office.branchId, kind: 'T01' as const, talker, partner: other, plannedOn },
        ...{ note: null, talkId: null }
      })
    await planned('2026-11-25')
    await planned('2026-12-05')
    const stranger = await planned('2026-12-06', office.people[4])
    const talk = await save(office.aTalk(0, 3), stranger.id)
    await save(talk)
    const { plans } = await board()
    expect(plans.map(({ talkId }) => talkId)).toEqual([talk.id, null, null])
  })
})

describe('people and organisations in talks', () => {
  it('cannot be deleted while they are named', async () => {
    await save(office.aTalk(0, 3))
    expect(await problemOf(office.client.member.remove.mutate({ id: memberOf(3) }))).toMatchObject({
      code: 'member-in-use'
    })
    expect((await problemOf(office.client.organisation.remove.mutate({ id: office.branchId }))).message).toContain(
      '1 条谈话'
    )
  })

  it('are one person in them after a merge, which can be taken back', async () => {
    const talk = await save(office.aTalk(0, 4))
    const { id } = await office.client.member.merge.mutate({ keepId: memberOf(3), otherId: memberOf(4), choices: {} })
    const partner = async () => (await office.client.talk.desk.query({ id: talk.id })).talk.partner.memberId
    expect(await partner()).toBe(memberOf(3))
    await office.client.journal.undo.mutate({ id })
    expect(await partner()).toBe(memberOf(4))
  })

  it('of another branch are out of reach', async () => {
    const other = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')[1]?.id ?? ''
    await office.client.member.save.mutate({
      ...{ ...blankPerson, id: '', name: '韩冰', sex: '女' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' },
      memberships: [{ ...blankSpell, id: '', organisationId: other }]
    })
    const talk = await save(office.aTalk(0, 3))
    office.become(['书记'], null, other)
    const outOfReach = { code: 'out-of-reach' }
    expect(await problemOf(office.client.talk.desk.query({ id: talk.id }))).toMatchObject(outOfReach)
    expect(await problemOf(board())).toMatchObject(outOfReach)
    expect(await problemOf(save(office.aTalk(0, 3)))).toMatchObject(outOfReach)
    expect(await problemOf(office.client.talk.remove.mutate({ id: talk.id }))).toMatchObject(outOfReach)
    expect(await office.client.talk.branches.query({ organisationId: null, year: 2026 })).toMatchObject([
      { organisation: { id: other } }
    ])
  })
})
