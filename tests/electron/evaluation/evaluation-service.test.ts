import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { evaluationById } from '../../../electron/features/evaluation/evaluation-repository.ts'
import { saveMeeting } from '../../../electron/features/meeting/meeting-repository.ts'
import { memberById, saveMember } from '../../../electron/features/member/member-repository.ts'
import { saveSuspension } from '../../../electron/features/suspension/suspension-repository.ts'
import type { Account, Role } from '../../../shared/features/account/account.ts'
import { blankHelp } from '../../../shared/features/evaluation/evaluation.ts'
import { aBallot, anEvaluatedOffice, aRound, typeIn } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aMeeting, aMember, aMembership } from '../../factories/records.ts'

let office: TestOffice
beforeEach(async () => {
  office = await anEvaluatedOffice(4)
})
afterEach(() => office.remove())

const storeOf = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
function become(part: Partial<Account> & { roles: Role[] }): void {
  const { account } = office.vault
  if (account === null) throw new Error('locked')
  storeOf().write((tables) => saveAccount(tables, { ...account, ...part }))
}
const desk = () => office.client.evaluation.desk.query({ organisationId: 'zb', year: 2026 })
const begin = () => office.client.evaluation.begin.mutate({ organisationId: 'zb', year: 2026 })
const stored = (id: string) => storeOf().read((tables) => evaluationById(tables, id))

/** An evaluation whose ballots are counted: everybody 优秀 by all five but m04. */
async function counted(): Promise<{ id: string; roundId: string }> {
  const round = await aRound(office, { issued: 5, returned: 5 })
  const { client } = office
  const { id } = await client.ballot.begin.mutate({
    owner: 'evaluation',
    ownerId: round.id,
    part: round.roundId,
    way: 'paper'
  })
  const pile = Array.from({ length: 5 }, () => aBallot(0, 0, 0, 2))
  for (const clerk of ['林慧', '许静'])
    await client.ballot.finishPass.mutate({ id, pass: await typeIn(office, id, clerk, pile) })
  await client.ballot.confirm.mutate({ id })
  return round
}

const grade = (
  memberId: string,
  final: '优秀' | '合格' | '基本合格' | '不合格' | null,
  reason: string | null = null
) => ({
  memberId,
  final,
  reason
})

describe('beginning an evaluation', () => {
  it('takes in full and probationary members, and the day and the expected from the minutes', async () => {
    storeOf().write((tables) =>
      saveMeeting(tables, aMeeting({ id: 'hy', types: ['组织生活会', '民主评议党员'], date: '2026-11-15', year: 2026 }))
    )
    await begin()
    const { members, evaluation, steps } = await desk()
    expect(members.map(({ memberId, graded }) => [memberId, graded])).toEqual([
      ['m01', true],
      ['m02', true],
      ['m03', true],
      ['m04', true],
      ['p', false]
    ])
    expect(members[4]?.whyNotGraded).toBe('预备党员参加评议，不评定等次')
    expect(evaluation?.rounds).toMatchObject([{ date: '2026-11-15', meetingId: 'hy', expected: 5 }])
    expect(steps.map(({ step, state }) => [step, state])).toEqual([
      ['self', 'not-begun'],
      ['peer', 'not-begun'],
      ['vote', 'running'],
      ['decision', 'not-begun']
    ])
  })

  it('is done once a year', async () => {
    await begin()
    expect(await problemOf(begin())).toMatchObject({ code: 'evaluation-there' })
  })

  it('takes in newcomers later, and leaves out who has neither ballots nor a grade', async () => {
    const { id } = await begin()
    storeOf().write((tables) => saveMember(tables, aMember('m05')))
    expect(await office.client.evaluation.takeIn.mutate({ id })).toEqual({ added: 1 })
    await office.client.evaluation.leaveOut.mutate({ id, memberId: 'm05' })
    expect(stored(id)?.entries.map(({ memberId }) => memberId)).not.toContain('m05')
  })
})

describe('a vote', () => {
  it('has a day of its own, a group of the branch and a meeting of the branch', async () => {
    const { id } = await begin()
    const round = { id: '', date: '2026-11-20', meetingId: null, groupId: null, expected: 5, issued: 5, returned: null }
    await office.client.evaluation.saveRound.mutate({ id, round })
    const save = (part: object) =>
      problemOf(office.client.evaluation.saveRound.mutate({ id, round: { ...round, ...part } }))
    expect(await save({})).toMatchObject({ code: 'round-there', field: 'date' })
    expect(await save({ date: '2026-11-21', groupId: 'other' })).toMatchObject({ field: 'groupId' })
    const { evaluation } = await desk()
    expect(await save({ id: evaluation?.rounds[0]?.id, meetingId: 'none' })).toMatchObject({ field: 'meetingId' })
  })

  it('cannot be taken away while its ballots are counted', async () => {
    const { id, roundId } = await counted()
    expect(await problemOf(office.client.evaluation.removeRound.mutate({ id, roundId }))).toMatchObject({
      code: 'round-counted'
    })
    expect(await problemOf(office.client.evaluation.remove.mutate({ id }))).toMatchObject({
      code: 'evaluation-counted'
    })
  })
})

describe('who is on the ballots', () => {
  const linesOf = async (id: string, part: string) =>
    (await office.client.ballot.pile.query({ owner: 'evaluation', ownerId: id, part })).people

  it('are those in the evaluation who belong to the branch on the day of that vote', async () => {
    const { id, roundId } = await aRound(office, { issued: 5, returned: 5 })
    expect(await linesOf(id, roundId)).toBe(4)
    await office.client.evaluation.leaveOut.mutate({ id, memberId: 'm01' })
    storeOf().write((tables) => {
      saveMember(tables, aMember('m02', { memberships: [aMembership({ id: 'spell-m02', to: '2026-11-01' })] }))
      saveMember(tables, aMember('m03', { standing: '除名' }))
      saveMember(tables, aMember('new'))
    })
    expect(await linesOf(id, roundId)).toBe(1)
    const { members, result } = await desk()
    expect(members.map(({ memberId, whyNotGraded }) => [memberId, whyNotGraded]).sort()).toEqual([
      ['m01', '没有列入评议'],
      ['m02', '已转出，不评定等次'],
      ['m03', '除名，不评定等次'],
      ['m04', null],
      ['new', '没有列入评议'],
      ['p', '预备党员参加评议，不评定等次']
    ])
    expect(result.limit.of).toBe(1)
  })

  it('are voted on once: a second vote of the same people is refused', async () => {
    const { id } = await aRound(office, { issued: 5, returned: 5 })
    const again = {
      id: '',
      date: '2026-11-25',
      meetingId: null,
      groupId: null,
      expected: null,
      issued: null,
      returned: null
    }
    expect(await problemOf(office.client.evaluation.saveRound.mutate({ id, round: again }))).toMatchObject({
      code: 'round-overlap'
    })
  })

  it('keeps who is on them from being deleted, and from becoming somebody else while they are counted', async () => {
    const { id, roundId } = await aRound(office, { issued: 5, returned: 5 })
    const pile = { owner: 'evaluation' as const, ownerId: id, part: roundId }
    await office.client.ballot.begin.mutate({ ...pile, way: 'paper' })
    storeOf().write((tables) => saveMember(tables, aMember('m09', { name: '党员m01' })))
    const merge = office.client.member.merge.mutate({ keepId: 'm09', otherId: 'm01', choices: {} })
    expect(await problemOf(merge)).toMatchObject({ code: 'member-in-use' })
    expect(await problemOf(office.client.member.remove.mutate({ id: 'm01' }))).toMatchObject({ code: 'member-in-use' })
  })
})

describe('what is written about members', () => {
  it('is kept for several at once, and only in the fields that are given', async () => {
    const { id } = await begin()
    await office.client.evaluation.saveEntries.mutate({
      id,
      changes: [
        { memberId: 'm01', text: { selfReview: '一年来学习抓得不紧。', selfOn: '2026-11-10' } },
        { memberId: 'm02', text: { selfOn: '2026-11-11' } }
      ]
    })
    await office.client.evaluation.saveEntries.mutate({
      id,
      changes: [{ memberId: 'm01', text: { peerOpinions: '要多到基层。' } }]
    })
    expect(stored(id)?.entries.find(({ memberId }) => memberId === 'm01')).toMatchObject({
      selfReview: '一年来学习抓得不紧。',
      selfOn: '2026-11-10',
      peerOpinions: '要多到基层。'
    })
  })

  it('is not shown to those who only read', async () => {
    const { id } = await begin()
    await office.client.evaluation.saveEntries.mutate({
      id,
      changes: [{ memberId: 'm01', text: { selfReview: '不足之处' } }]
    })
    become({ roles: ['只读'] })
    expect((await desk()).members[0]?.entry).toMatchObject({ selfReview: null, counts: null })
  })
})

describe('grades', () => {
  it('are decided by people: advice stands beside them, and more 优秀 than a third asks for a reason', async () => {
    const { id } = await counted()
    const head = { decidedBy: '支委会' as const, decidedOn: '2026-11-20', decisionMeetingId: null, overReason: null }
    const grades = [
      grade('m01', '优秀'),
      grade('m02', '优秀'),
      grade('m03', '合格'),
      grade('m04', '基本合格', '任务多次逾期')
    ]
    await office.client.evaluation.decide.mutate({ id, head, grades })
    const { result, findings, members } = await desk()
    expect(result).toMatchObject({
      valid: true,
      limit: { base: 'graded', of: 4, limit: 1 },
      over: 1,
      decided: { 优秀: 2 }
    })
    expect(members.map(({ advice, withinLimit }) => [advice, withinLimit])).toEqual([
      ['excellent-candidate', false],
      ['excellent-candidate', false],
      ['excellent-candidate', false],
      ['basic', null],
      [null, null]
    ])
    expect(findings.map(({ code }) => code)).toContain('over-limit')
    await office.client.evaluation.decide.mutate({ id, head: { ...head, overReason: '经党委同意' }, grades: [] })
    expect((await desk()).findings.map(({ code }) => code)).not.toContain('over-limit')
    await office.client.evaluation.finish.mutate({ id })
    expect((await desk()).followUps.map(({ kind }) => kind)).toEqual(['tell', 'help-plan'])
  })

  it('are not given to probationary members and to those under 留党察看', async () => {
    const { id } = await counted()
    storeOf().write((tables) =>
      saveSuspension(tables, {
        ...{
          id: 's',
          memberId: 'm03',
          organisationId: 'zb',
          kind: '留党察看',
          from: '2026-01-01',
          to: null,
          basis: null
        }
      })
    )
    for (const memberId of ['p', 'm03'])
      expect(
        await problemOf(office.client.evaluation.decide.mutate({ id, head: null, grades: [grade(memberId, '合格')] })),
        memberId
      ).toMatchObject({ code: 'not-graded' })
  })

  it('are settled only when it is said who decided, and when', async () => {
    const { id } = await counted()
    expect(await problemOf(office.client.evaluation.finish.mutate({ id }))).toMatchObject({
      code: 'decider-missing',
      field: 'decidedBy'
    })
  })

  it('leave what follows them open: telling, the answer, the help', async () => {
    const { id } = await counted()
    const head = { decidedBy: '党员大会' as const, decidedOn: '2026-11-20', decisionMeetingId: null, overReason: null }
    await office.client.evaluation.decide.mutate({ id, head, grades: [grade('m04', '基本合格', '任务逾期')] })
    await office.client.evaluation.finish.mutate({ id })
    const help = {
      ...blankHelp,
      helper: { name: '党员m01', memberId: 'm01' },
      measures: '每月谈一次',
      dueOn: '2027-05-20'
    }
    await office.client.evaluation.saveEntries.mutate({
      id,
      changes: [{ memberId: 'm04', text: { toldOn: '2026-11-21', help } }]
    })
    expect(
      await problemOf(
        office.client.evaluation.saveEntries.mutate({
          id,
          changes: [{ memberId: 'm04', text: { selfReview: '改写' } }]
        })
      )
    ).toMatchObject({ code: 'record-final' })
  })
})

describe('what follows from grades', () => {
  it('is counted for the list of tasks, over all branches', async () => {
    const count = () => office.client.evaluation.followUpCount.query()
    const { id } = await counted()
    expect(await count()).toEqual({ open: 0, overdue: 0 })
    const head = { decidedBy: '支委会' as const, decidedOn: '2026-10-01', decisionMeetingId: null, overReason: null }
    const grades = [grade('m01', '合格'), grade('m04', '不合格', '长期不参加组织生活')]
    await office.client.evaluation.decide.mutate({ id, head, grades })
    // Telling them and the help plan are overdue, a 组织处置 is to be begun.
    expect(await count()).toEqual({ open: 3, overdue: 2 })
    expect((await desk()).followUps.map(({ kind }) => kind)).toEqual(['tell', 'help-plan', 'disposal-start'])
  })
})

describe('an evaluation', () => {
  it('that was deleted comes back by its journal', async () => {
    const { id } = await begin()
    const before = stored(id)
    const { undo } = await office.client.evaluation.remove.mutate({ id })
    expect(stored(id)).toBeNull()
    for await (const _step of await office.client.journal.undoInSteps.mutate({ id: undo })) void _step
    expect(stored(id)).toEqual(before)
  })

  it('follows a member who is merged into another, with what both have', async () => {
    const { id } = await counted()
    storeOf().write((tables) => saveMember(tables, aMember('m09', { name: '党员m01' })))
    await office.client.evaluation.takeIn.mutate({ id })
    await office.client.evaluation.saveEntries.mutate({
      id,
      changes: [{ memberId: 'm09', text: { selfReview: '自己写的' } }]
    })
    await office.client.member.merge.mutate({ keepId: 'm09', otherId: 'm01', choices: {} })
    const entries = stored(id)?.entries ?? []
    expect(entries.filter(({ memberId }) => memberId === 'm01')).toEqual([])
    expect(entries.find(({ memberId }) => memberId === 'm09')).toMatchObject({
      selfReview: '自己写的',
      counts: { counts: [5, 0, 0, 0] }
    })
    expect(storeOf().read((tables) => memberById(tables, 'm01'))).toBeNull()
  })

  it('keeps its members and its branch from being deleted', async () => {
    await begin()
    expect(await problemOf(office.client.member.remove.mutate({ id: 'p' }))).toMatchObject({ code: 'member-in-use' })
    expect((await problemOf(office.client.organisation.remove.mutate({ id: 'zb' }))).message).toContain(
      '1 次评议、测评'
    )
  })

  it('of another branch is out of reach', async () => {
    const { id } = await begin()
    become({ roles: ['书记'], organisationId: 'other' })
    const { client } = office
    const calls = [
      () => desk(),
      () => client.evaluation.begin.mutate({ organisationId: 'zb', year: 2025 }),
      () => client.evaluation.takeIn.mutate({ id }),
      () => client.evaluation.saveEntries.mutate({ id, changes: [] }),
      () => client.evaluation.decide.mutate({ id, head: null, grades: [] }),
      () => client.evaluation.finish.mutate({ id }),
      () => client.evaluation.reopen.mutate({ id }),
      () => client.evaluation.remove.mutate({ id }),
      () => client.ballot.pile.query({ owner: 'evaluation', ownerId: id, part: 'x' }),
      () => client.disposal.list.query({ organisationId: 'zb' }),
      () => client.poll.begin.mutate({ organisationId: 'zb', year: 2026, kind: '班子测评' })
    ]
    for (const [at, call] of calls.entries()) {
      const problem = await problemOf(call())
      expect(['out-of-reach', 'count-unknown'], `${at} ${problem.code}`).toContain(problem.code)
    }
    const paper = await office.app(
      new Request('http://127.0.0.1/documents/evaluation/zb/2026/tally.pdf', { headers: { 'x-app': '1' } })
    )
    expect(await paper.json()).toMatchObject({ problem: { code: 'out-of-reach' } })
  })
})
