import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { pollById } from '../../../electron/features/poll/poll-repository.ts'
import type { Role } from '../../../shared/features/account/account.ts'
import type { Ballot } from '../../../shared/features/ballot/ballot.ts'
import type { PollKind } from '../../../shared/features/poll/poll.ts'
import { aBallot, anEvaluatedOffice, typeIn } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await anEvaluatedOffice(2)
})
afterEach(() => office.remove())

const desk = (id: string) => office.client.poll.desk.query({ id })
const stored = (id: string) => office.vault.store?.read((tables) => pollById(tables, id)) ?? null
function become(roles: Role[]): void {
  const { account, store } = office.vault
  if (account === null || store === null) throw new Error('locked')
  store.write((tables) => saveAccount(tables, { ...account, roles }))
}

/** A poll of a kind about these people, without questions unless its form has them. */
async function aPoll(kind: PollKind, names: readonly string[]) {
  const { client } = office
  const { id } = await client.poll.begin.mutate({ organisationId: 'zb', year: 2026, kind })
  const { poll } = await desk(id)
  const subjects = names.map((name) => ({ id: '', name, memberId: null, post: null }))
  const { number, name, scale, date, meetingId, classes, questions, quota } = poll
  const setUp = { number, name, scale, date, meetingId, classes, questions, quota, subjects }
  await client.poll.save.mutate({ id, poll: setUp })
  return { id, setUp }
}

/** The ballots of a class, typed by two clerks and confirmed. */
async function count(id: string, part: string, pile: readonly Ballot[]): Promise<string> {
  const { client } = office
  const begun = await client.ballot.begin.mutate({ owner: 'poll', ownerId: id, part, way: 'paper' })
  await client.ballot.head.mutate({ id: begun.id, issued: pile.length, returned: pile.length, teller: '方国栋' })
  for (const clerk of ['林慧', '许静'])
    await client.ballot.finishPass.mutate({ id: begun.id, pass: await typeIn(office, begun.id, clerk, pile) })
  await client.ballot.confirm.mutate({ id: begun.id })
  return begun.id
}

const many = (times: number, ballot: Ballot): Ballot[] => Array.from({ length: times }, () => ballot)

describe('a poll', () => {
  it('begins with the classes, questions and grades of its kind', async () => {
    const { id } = await office.client.poll.begin.mutate({ organisationId: 'zb', year: 2026, kind: '述职评议' })
    expect((await desk(id)).poll).toMatchObject({
      number: 'CP2026-01',
      scale: 'duty',
      classes: [
        { name: '上评', weight: 6000 },
        { name: '下评', weight: 4000 }
      ],
      questions: expect.arrayContaining([expect.objectContaining({ title: '党业融合' })])
    })
  })

  it('weighs its classes: 0.4, 0.3 and 0.3 of their shares', async () => {
    const { id } = await aPoll('干部测评', ['王五'])
    await count(id, 'A', [...many(3, aBallot(0)), ...many(2, aBallot(1))])
    await count(id, 'B', [...many(4, aBallot(0)), aBallot(2)])
    await count(id, 'C', many(5, aBallot(1)))
    const { subjects } = await desk(id)
    // 优秀 .4×3/5 + .3×4/5 = .48; 称职 .4×2/5 + .3 = .46; 基本称职 .3×1/5 = .06.
    expect(subjects[0]).toMatchObject({
      shares: { 优秀: '0.4800', 称职: '0.4600', 基本称职: '0.0600', 不称职: '0.0000' },
      score: '88.40',
      valid: 15,
      hidden: null,
      flags: []
    })
  })

  it('leaves a class out that nobody voted in, and hides figures of few ballots', async () => {
    const { id } = await aPoll('干部测评', ['王五'])
    await count(id, 'A', many(2, aBallot(0)))
    expect((await desk(id)).subjects[0]).toMatchObject({
      score: null,
      valid: null,
      hidden: expect.stringContaining('不足5张')
    })
    await count(id, 'B', many(5, aBallot(1)))
    const { subjects } = await desk(id)
    // A's two ballots are no part of what is shown: out of the total and B they could be worked out.
    expect(subjects[0]).toMatchObject({
      ...{ flags: ['class-under-three'], hidden: null, valid: 5, score: '80.00' },
      shares: { 优秀: '0.0000', 称职: '1.0000', 基本称职: '0.0000', 不称职: '0.0000' }
    })
    expect(subjects[0]?.classes.map(({ figures }) => figures.shown)).toEqual([false, true, false])
  })

  it('counts questions apart from the overall grade', async () => {
    const { id } = await aPoll('班子测评', ['支部班子'])
    const questions = (await desk(id)).poll.questions.length
    await count(id, '', many(5, aBallot(...Array.from({ length: questions }, () => 1), 0)))
    const { subjects } = await desk(id)
    expect(subjects[0]).toMatchObject({ score: '100.00' })
    expect(new Set(subjects[0]?.questions.map(({ score }) => score))).toEqual(new Set(['80.00']))
  })

  it('keeps what is on its ballots once they are counted, and lets the rest be changed', async () => {
    const { id, setUp } = await aPoll('干部测评', ['王五', '赵六'])
    await count(id, 'A', many(5, aBallot(0, 1)))
    const subjects = (await desk(id)).subjects.map(({ subject }) => subject)
    const [first] = subjects
    expect(
      await problemOf(
        office.client.poll.save.mutate({ id, poll: { ...setUp, subjects: first === undefined ? [] : [first] } })
      )
    ).toMatchObject({ code: 'poll-counted' })
    const renamed = { ...setUp, name: '年中测评', subjects: subjects.map((one) => ({ ...one, post: '科长' })) }
    await office.client.poll.save.mutate({ id, poll: renamed })
    expect(stored(id)).toMatchObject({
      name: '年中测评',
      subjects: [{ post: '科长', results: [{ className: 'A' }] }, { post: '科长' }]
    })
  })

  it('takes a class out again when it is counted anew', async () => {
    const { id } = await aPoll('干部测评', ['王五'])
    const first = await count(id, 'A', many(5, aBallot(0)))
    await count(id, 'B', many(5, aBallot(1)))
    await office.client.ballot.drop.mutate({ id: first })
    expect(stored(id)?.subjects[0]?.results.map(({ className }) => className)).toEqual(['B'])
  })

  it('wants every subject and class to be told apart, and a number of its own', async () => {
    const { id, setUp } = await aPoll('干部测评', ['王五'])
    const save = (part: object) => problemOf(office.client.poll.save.mutate({ id, poll: { ...setUp, ...part } }))
    const twice = ['王五', '王五'].map((name) => ({ id: '', name, memberId: null, post: null }))
    expect(await save({ subjects: twice })).toMatchObject({ code: 'subject-twice' })
    expect(await save({ classes: [...setUp.classes, setUp.classes[0]] })).toMatchObject({ code: 'class-twice' })
    expect(await save({ scale: 'member' })).toMatchObject({ code: 'scale-wrong' })
    const other = await office.client.poll.begin.mutate({ organisationId: 'zb', year: 2026, kind: '班子测评' })
    expect(await save({ number: stored(other.id)?.number })).toMatchObject({ code: 'number-taken', field: 'number' })
  })

  it('is graded by people: the scale is held to, the limit is told', async () => {
    const { id } = await aPoll('述职评议', ['甲', '乙', '丙'])
    const subjects = (await desk(id)).subjects.map(({ subject }) => subject)
    const grades = (...finals: (string | null)[]) => ({
      overReason: null,
      subjects: subjects.map(({ id: subject }, at) => ({
        ...{ id: subject, workScore: 90, dailyScore: 80, negative: null, opinion: null, reason: null },
        final: finals[at] ?? null
      }))
    })
    expect(await problemOf(office.client.poll.decide.mutate({ id, decision: grades('优秀') }))).toMatchObject({
      code: 'final-not-of-scale'
    })
    await office.client.poll.decide.mutate({ id, decision: grades('好', '好', '较好') })
    const found = await desk(id)
    expect(found).toMatchObject({ limit: 1, over: 1 })
    expect(found.findings.map(({ code }) => code)).toContain('over-limit')
    await office.client.poll.finish.mutate({ id })
    expect(await problemOf(office.client.poll.decide.mutate({ id, decision: grades('好') }))).toMatchObject({
      code: 'record-final'
    })
  })

  it('changes only what a decision names, and tells which classes have totals', async () => {
    const { id } = await aPoll('述职评议', ['甲', '乙'])
    const [first, second] = (await desk(id)).subjects.map(({ subject }) => subject.id)
    if (first === undefined || second === undefined) throw new Error('no subjects')
    const decide = (decision: Parameters<typeof office.client.poll.decide.mutate>[0]['decision']) =>
      office.client.poll.decide.mutate({ id, decision })
    await decide({ overReason: '上级同意', subjects: [{ id: first, workScore: 92.5, reason: '有缺点' }] })
    await decide({ subjects: [{ id: first, final: '较好' }] })
    await decide({ subjects: [{ id: second, negative: '被通报' }] })
    expect(stored(id)).toMatchObject({
      overReason: '上级同意',
      subjects: [
        { workScore: 92.5, reason: '有缺点', final: '较好', negative: null },
        { final: null, negative: '被通报' }
      ]
    })
    const lines = 2 * ((await desk(id)).poll.questions.length + 1)
    await count(id, '下评', many(5, aBallot(...Array.from({ length: lines }, () => 0))))
    expect((await desk(id)).counted).toEqual(['下评'])
  })

  it('shows who may not see tallies the grades, and nothing of the ballots', async () => {
    const { id } = await aPoll('干部测评', ['王五'])
    await count(id, 'A', many(5, aBallot(0)))
    become(['党务干事'])
    const { subjects, findings } = await desk(id)
    expect(subjects[0]).toMatchObject({ score: null, shares: null, valid: null, comprehensive: null, flags: [] })
    expect(subjects[0]?.classes.every(({ figures }) => !figures.shown)).toBe(true)
    expect(findings).toEqual([])
  })
})

describe('组织处置', () => {
  const disposal = {
    ...{ id: '', organisationId: 'zb', memberId: 'm01', evaluationId: null, way: '限期改正' as const, basis: null },
    ...{ days: { proposed: '2026-11-01' }, from: '2026-11-10', until: '2027-05-10', outcome: null, closedOn: null },
    recordedOn: '2026-11-21'
  }

  it('is a register of days, and its term bars 优秀 while it runs', async () => {
    await office.client.disposal.save.mutate(disposal)
    await office.client.evaluation.begin.mutate({ organisationId: 'zb', year: 2026 })
    const { members, disposals } = await office.client.evaluation.desk.query({ organisationId: 'zb', year: 2026 })
    expect(disposals).toHaveLength(1)
    expect(members[0]?.bars.map(({ id }) => id)).toContain('correction')
  })

  it('refuses a term that ends before it begins, and a term of another way', async () => {
    const save = (part: object) => problemOf(office.client.disposal.save.mutate({ ...disposal, ...part }))
    expect(await save({ until: '2026-11-01' })).toMatchObject({ code: 'until-before-from', field: 'until' })
    expect(await save({ way: '除名' })).toMatchObject({ code: 'term-of-other-way' })
    expect(await save({ memberId: 'nobody' })).toMatchObject({ code: 'person-unknown' })
  })
})
