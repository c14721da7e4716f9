import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import type { Role } from '../../../shared/features/account/account.ts'
import { aBallot, anEvaluatedOffice, aRound, aVoidBallot, typeIn } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await anEvaluatedOffice(3)
})
afterEach(() => office.remove())

function become(roles: Role[]): void {
  const { account, store } = office.vault
  if (account === null || store === null) throw new Error('locked')
  store.write((tables) => saveAccount(tables, { ...account, roles }))
}

const pileOf = ({ id, roundId }: { id: string; roundId: string }) => ({
  owner: 'evaluation' as const,
  ownerId: id,
  part: roundId
})
const look = (round: { id: string; roundId: string }) => office.client.ballot.pile.query(pileOf(round))
const desk = () => office.client.evaluation.desk.query({ organisationId: 'zb', year: 2026 })

async function aCount(issued: number, returned: number) {
  const round = await aRound(office, { issued, returned })
  const { id } = await office.client.ballot.begin.mutate({ ...pileOf(round), way: 'paper' })
  return { round, id }
}

/** Six ballots on three people, and one that is void as a whole. */
const pile = [
  aBallot(0, 0, 1),
  aBallot(0, 1, 1),
  aBallot(0, 0, 2),
  aBallot(0, null, 3),
  aBallot(0, 0, 1),
  aBallot(1, 0, 1),
  aVoidBallot
]

describe('counting on paper', () => {
  it('names the full members, and not the probationary one', async () => {
    const { round } = await aCount(7, 7)
    expect((await look(round)).count?.lines.map(({ key }) => key)).toEqual(['m01', 'm02', 'm03'])
  })

  it('puts the totals of two clerks who agree into the evaluation', async () => {
    const { round, id } = await aCount(8, 7)
    const { client } = office
    for (const clerk of ['林慧', '许静']) {
      const pass = await typeIn(office, id, clerk, clerk === '林慧' ? pile : [...pile].reverse())
      await client.ballot.finishPass.mutate({ id, pass })
    }
    expect((await look(round)).count?.difference).toEqual({ lines: [], ballots: false, voided: false })
    await client.ballot.confirm.mutate({ id })
    const { members, evaluation } = await desk()
    expect(members.map(({ figures }) => figures)).toEqual([
      expect.objectContaining({ shown: true, counts: [5, 1, 0, 0], abstained: 0, valid: 6 }),
      expect.objectContaining({ shown: true, counts: [4, 1, 0, 0], abstained: 1, valid: 5 }),
      expect.objectContaining({ shown: true, counts: [0, 4, 1, 1], abstained: 0, valid: 6 }),
      null
    ])
    expect(members.map(({ advice }) => advice)).toEqual([
      'excellent-candidate',
      'excellent-candidate',
      'qualified',
      null
    ])
    expect(evaluation?.rounds).toMatchObject([{ issued: 8, returned: 7 }])
  })

  it('names who differs between two clerks, and is not confirmed before one pass is typed anew', async () => {
    const { round, id } = await aCount(7, 7)
    const { client } = office
    const first = await typeIn(office, id, '林慧', pile)
    await client.ballot.finishPass.mutate({ id, pass: first })
    const second = await typeIn(office, id, '许静', [aBallot(0, 0, 3), ...pile.slice(1)])
    await client.ballot.finishPass.mutate({ id, pass: second })
    expect((await look(round)).count?.difference).toEqual({ lines: ['m03'], ballots: false, voided: false })
    expect(await problemOf(client.ballot.confirm.mutate({ id }))).toMatchObject({ code: 'passes-differ' })
    await client.ballot.redoPass.mutate({ id, pass: second })
    for (const [seen, ballot] of pile.entries())
      await client.ballot.put.mutate({ id, pass: second, seen, corrected: 0, ballot, instead: null })
    await client.ballot.finishPass.mutate({ id, pass: second })
    await client.ballot.confirm.mutate({ id })
  })

  it('wants two people for two passes', async () => {
    const { id } = await aCount(7, 7)
    const pass = await typeIn(office, id, '林慧', pile)
    await office.client.ballot.finishPass.mutate({ id, pass })
    expect(await problemOf(office.client.ballot.beginPass.mutate({ id, clerk: '林慧' }))).toMatchObject({
      code: 'same-clerk',
      field: 'clerk'
    })
    expect(await problemOf(office.client.ballot.confirm.mutate({ id }))).toMatchObject({ code: 'pass-open' })
  })

  it('puts another ballot in place of the last one, and counts one that was sent twice once, corrections too', async () => {
    const { round, id } = await aCount(7, 7)
    const { client } = office
    const pass = await typeIn(office, id, '林慧', [aBallot(0, 0, 0)])
    await client.ballot.put.mutate({
      id,
      pass,
      seen: 1,
      corrected: 0,
      ballot: aBallot(3, 3, 3),
      instead: aBallot(0, 0, 0)
    })
    const again = { id, pass, seen: 0, corrected: 0, ballot: aBallot(0, 0, 0), instead: null }
    expect(await problemOf(client.ballot.put.mutate(again))).toMatchObject({ code: 'count-moved' })
    const corrected = { id, pass, seen: 1, corrected: 0, ballot: aBallot(3, 3, 3), instead: aBallot(3, 3, 3) }
    expect(await problemOf(client.ballot.put.mutate(corrected))).toMatchObject({ code: 'count-moved' })
    const strange = { id, pass, seen: 1, corrected: 1, ballot: aBallot(0, 0, 0), instead: aBallot(1, 1, 1) }
    expect(await problemOf(client.ballot.put.mutate(strange))).toMatchObject({ code: 'count-moved' })
    expect((await look(round)).count?.passes[0]).toMatchObject({ ballots: 1, voided: 0 })
  })

  it('stands still when more came back than were given out', async () => {
    const { round, id } = await aCount(6, 7)
    const { client } = office
    const { pass } = await client.ballot.beginPass.mutate({ id, clerk: '林慧' })
    expect(
      await problemOf(
        client.ballot.put.mutate({ id, pass, seen: 0, corrected: 0, ballot: aBallot(0, 0, 0), instead: null })
      )
    ).toMatchObject({ code: 'ballot-void', field: 'returned' })
    expect((await look(round)).count?.stopped).toBe(true)
    await client.ballot.head.mutate({ id, issued: 7, returned: 7, teller: '方国栋' })
    await client.ballot.put.mutate({ id, pass, seen: 0, corrected: 0, ballot: aBallot(0, 0, 0), instead: null })
  })

  it('is not confirmed with other numbers than were typed, whatever is said afterwards', async () => {
    const { round, id } = await aCount(7, 7)
    const { client } = office
    for (const clerk of ['林慧', '许静'])
      await client.ballot.finishPass.mutate({ id, pass: await typeIn(office, id, clerk, pile) })
    await client.ballot.head.mutate({ id, issued: 6, returned: 7, teller: null })
    expect(await problemOf(client.ballot.confirm.mutate({ id }))).toMatchObject({ code: 'ballot-void' })
    await client.ballot.head.mutate({ id, issued: 9, returned: 8, teller: null })
    expect((await look(round)).count?.passes.map(({ finished }) => finished)).toEqual([false, false])
    expect(await problemOf(client.ballot.confirm.mutate({ id }))).toMatchObject({ code: 'pass-open' })
    await client.ballot.head.mutate({ id, issued: 9, returned: 7, teller: null })
    for (const pass of [0, 1]) await client.ballot.finishPass.mutate({ id, pass })
    await client.ballot.confirm.mutate({ id })
  })

  it('shows no advice where its figures are hidden', async () => {
    const { id } = await aCount(1, 1)
    const { client } = office
    for (const clerk of ['林慧', '许静'])
      await client.ballot.finishPass.mutate({ id, pass: await typeIn(office, id, clerk, [aBallot(0, 2, 3)]) })
    await client.ballot.confirm.mutate({ id })
    const { members, findings } = await desk()
    expect(members.slice(0, 3).map(({ advice, figures }) => [advice, figures?.shown])).toEqual([
      [null, false],
      [null, false],
      [null, false]
    ])
    expect(findings.map(({ code }) => code)).not.toContain('differs')
  })

  it('takes no more ballots than came back, and is not done with fewer', async () => {
    const { id } = await aCount(9, 2)
    const { client } = office
    const pass = await typeIn(office, id, '林慧', [aBallot(0, 0, 0)])
    expect(await problemOf(client.ballot.finishPass.mutate({ id, pass }))).toMatchObject({
      code: 'ballots-missing',
      message: '收回 2 张，录了 1 张，还差 1 张。'
    })
    await client.ballot.put.mutate({ id, pass, seen: 1, corrected: 0, ballot: aVoidBallot, instead: null })
    const third = { id, pass, seen: 2, corrected: 0, ballot: aBallot(0, 0, 0), instead: null }
    expect(await problemOf(client.ballot.put.mutate(third))).toMatchObject({ code: 'ballots-above-returned' })
  })

  it('takes totals counted by hand, where each line adds up', async () => {
    const { round, id } = await aCount(7, 7)
    const { client } = office
    const { pass } = await client.ballot.beginPass.mutate({ id, clerk: '林慧' })
    const line = (counts: number[], abstained: number) => ({ counts, abstained })
    const lines = { m01: line([5, 1, 0, 0], 0), m02: line([4, 1, 0, 0], 1), m03: line([0, 4, 1, 0], 0) }
    const tally = { ballots: 6, voided: 1, lines }
    expect(await problemOf(client.ballot.putTotals.mutate({ id, pass, tally }))).toMatchObject({
      code: 'line-sum',
      field: 'm03',
      message: '党员m03：各等次和弃权合起来是 5 张，应当是 6 张。'
    })
    const right = { ...tally, lines: { ...lines, m03: line([0, 4, 1, 1], 0) } }
    await client.ballot.putTotals.mutate({ id, pass, tally: right })
    await client.ballot.finishPass.mutate({ id, pass })
    await typeIn(office, id, '许静', pile)
    await client.ballot.finishPass.mutate({ id, pass: 1 })
    expect((await look(round)).count?.difference).toEqual({ lines: [], ballots: false, voided: false })
  })

  it('shows no running tally before five ballots, and none to who may not see tallies', async () => {
    const { round, id } = await aCount(7, 7)
    await typeIn(office, id, '林慧', pile.slice(0, 4))
    expect((await look(round)).count?.passes[0]?.lines?.every(({ shown }) => !shown)).toBe(true)
    await office.client.ballot.put.mutate({
      id,
      pass: 0,
      seen: 4,
      corrected: 0,
      ballot: aBallot(0, 0, 1),
      instead: null
    })
    expect((await look(round)).count?.passes[0]?.lines?.[0]).toMatchObject({ shown: true, counts: [5, 0, 0, 0] })
    become(['党务干事'])
    expect((await look(round)).count?.passes[0]).toMatchObject({ ballots: 5, lines: null })
    expect((await desk()).members.every(({ figures, advice }) => figures === null && advice === null)).toBe(true)
  })

  it('writes no entry into the log for a ballot', async () => {
    const { id } = await aCount(7, 7)
    const { pass } = await office.client.ballot.beginPass.mutate({ id, clerk: '林慧' })
    const before = office.vault.store?.log.head().seq
    for (const [seen, ballot] of pile.entries())
      await office.client.ballot.put.mutate({ id, pass, seen, corrected: 0, ballot, instead: null })
    expect(office.vault.store?.log.head().seq).toBe(before)
  })

  it('takes the totals out again when it is counted anew', async () => {
    const { id } = await aCount(7, 7)
    const { client } = office
    for (const clerk of ['林慧', '许静'])
      await client.ballot.finishPass.mutate({ id, pass: await typeIn(office, id, clerk, pile) })
    await client.ballot.confirm.mutate({ id })
    await client.ballot.drop.mutate({ id })
    expect((await desk()).members.every(({ figures }) => figures === null)).toBe(true)
  })

  it('is closed once the grades are settled', async () => {
    const { round, id } = await aCount(7, 7)
    const { client } = office
    for (const clerk of ['林慧', '许静'])
      await client.ballot.finishPass.mutate({ id, pass: await typeIn(office, id, clerk, pile) })
    await client.ballot.confirm.mutate({ id })
    const head = {
      decidedBy: '支委会' as const,
      decidedOn: '2026-11-21',
      decisionMeetingId: null,
      overReason: '经党委同意'
    }
    const grades = ['m01', 'm02', 'm03'].map((memberId) => ({
      memberId,
      final: '合格' as const,
      reason: '综合日常表现'
    }))
    await client.evaluation.decide.mutate({ id: round.id, head, grades })
    await client.evaluation.finish.mutate({ id: round.id })
    expect(await problemOf(client.ballot.drop.mutate({ id }))).toMatchObject({ code: 'record-final' })
    expect(await problemOf(client.evaluation.decide.mutate({ id: round.id, head: null, grades }))).toMatchObject({
      code: 'record-final'
    })
    await client.evaluation.reopen.mutate({ id: round.id })
    await client.ballot.drop.mutate({ id })
  })
})
