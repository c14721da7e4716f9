import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Mark } from '../../../shared/features/ballot/ballot.ts'
import { unusedSlips } from '../../../electron/features/ballot/box-repository.ts'
import { anEvaluatedOffice, aRound } from '../../factories/evaluations.ts'
import { password, problemOf, type TestOffice } from '../../factories/office.ts'

const secrets = { counter: '林慧的开箱口令', teller: '方国栋的开箱口令' }

let office: TestOffice
let round: { id: string; roundId: string }
let id: string

beforeEach(async () => {
  office = await anEvaluatedOffice(3)
  round = await aRound(office, { issued: 0, returned: 0 })
  const pile = { owner: 'evaluation' as const, ownerId: round.id, part: round.roundId }
  id = (await office.client.ballot.begin.mutate({ ...pile, way: 'desk' })).id
})
afterEach(() => office.remove())

const look = async () =>
  (await office.client.ballot.pile.query({ owner: 'evaluation', ownerId: round.id, part: round.roundId })).count

const codes = (): string[] => office.vault.store?.read((tables) => unusedSlips(tables, id)) ?? []

/** The 计票人 comes back to the PC: locked, and opened with the password. */
async function comeBack(): Promise<void> {
  const account = office.vault.account?.id ?? ''
  await office.client.vault.lock.mutate()
  await office.client.vault.unlock.mutate({ accountId: account, password })
}

async function voteAll(votes: readonly Mark[][]): Promise<void> {
  const slips = codes()
  await office.client.ballot.vote.mutate({ id })
  for (const [at, marks] of votes.entries()) await office.client.ballot.cast.mutate({ code: slips[at] ?? '', marks })
  await comeBack()
}

const five: Mark[][] = [
  [0, 0, 1],
  [0, null, 1],
  [0, 0, 3],
  [0, 0, 1],
  [1, 0, 1]
]

describe('voting on this PC', () => {
  it('counts what was voted, and puts it into the evaluation', async () => {
    const { client } = office
    await client.ballot.openBox.mutate({ id, slips: 6, secrets })
    await voteAll(five)
    await client.ballot.closeBox.mutate({ id, issued: 5 })
    await client.ballot.countBox.mutate({ id, secrets })
    expect((await look())?.passes[0]?.lines?.[1]).toMatchObject({ shown: false })
    expect((await look())?.passes[0]?.lines?.[0]).toMatchObject({ shown: true, counts: [4, 1, 0, 0], abstained: 0 })
    await client.ballot.confirm.mutate({ id })
    const desk = await client.evaluation.desk.query({ organisationId: 'zb', year: 2026 })
    expect(desk.evaluation?.rounds).toMatchObject([{ issued: 5, returned: 5 }])
    expect(desk.members[2]?.figures).toMatchObject({ counts: [0, 4, 0, 1] })
    expect((await look())?.box).toBeNull()
  })

  it('shows nothing before the box is closed and opened with both secrets', async () => {
    const { client } = office
    await client.ballot.openBox.mutate({ id, slips: 5, secrets })
    await voteAll(five)
    expect(await look()).toMatchObject({ passes: [], box: { state: 'open', slips: 5, cast: 5 } })
    expect(await problemOf(client.ballot.countBox.mutate({ id, secrets }))).toMatchObject({ code: 'box-open' })
    await client.ballot.closeBox.mutate({ id, issued: 5 })
    expect((await look())?.passes).toEqual([])
    for (const [field, wrong] of [
      ['counter', { ...secrets, counter: '不是这一个口令' }],
      ['teller', { ...secrets, teller: '不是这一个口令' }]
    ] as const)
      expect(await problemOf(client.ballot.countBox.mutate({ id, secrets: wrong }))).toMatchObject({
        code: 'ballot-lock',
        field
      })
    expect((await look())?.passes).toEqual([])
    await client.ballot.countBox.mutate({ id, secrets })
    expect((await look())?.passes).toHaveLength(1)
  })

  it('gives the same result however often it is counted', async () => {
    const { client } = office
    await client.ballot.openBox.mutate({ id, slips: 5, secrets })
    await voteAll(five)
    await client.ballot.closeBox.mutate({ id, issued: 5 })
    await client.ballot.countBox.mutate({ id, secrets })
    const first = (await look())?.passes
    await client.ballot.countBox.mutate({ id, secrets })
    expect((await look())?.passes).toEqual(first)
  })

  it('takes each slip once, and none that was not in the hat', async () => {
    const { client } = office
    await client.ballot.openBox.mutate({ id, slips: 2, secrets })
    const [slip = '', other = ''] = codes()
    await client.ballot.vote.mutate({ id })
    const marks = [0, 0, 0]
    await client.ballot.cast.mutate({ code: `${slip.slice(0, 4)} ${slip.slice(4)}`, marks })
    expect(await problemOf(client.ballot.cast.mutate({ code: slip, marks }))).toMatchObject({
      code: 'slip-used',
      field: 'code'
    })
    expect(await problemOf(client.ballot.slip.mutate({ code: slip }))).toMatchObject({ code: 'slip-used' })
    const stranger = String((Number(other) + 1) % 10 ** 8).padStart(8, '0')
    const unknown = stranger === slip ? '00000000' : stranger
    expect(await problemOf(client.ballot.cast.mutate({ code: unknown, marks }))).toMatchObject({ code: 'slip-unknown' })
    expect(await problemOf(client.ballot.cast.mutate({ code: other, marks: [0] }))).toMatchObject({
      code: 'ballot-short'
    })
    expect(await client.ballot.box.query()).toMatchObject({ cast: 1, slips: 2 })
  })

  it('does nothing else on this PC until it was locked and opened again', async () => {
    const { client } = office
    await client.ballot.openBox.mutate({ id, slips: 5, secrets })
    await client.ballot.vote.mutate({ id })
    expect((await client.vault.status.query()).voting).toBe(id)
    const closed = [
      () => client.organisation.tree.query(),
      () => client.evaluation.desk.query({ organisationId: 'zb', year: 2026 }),
      () => client.ballot.closeBox.mutate({ id, issued: 5 }),
      () => client.ballot.countBox.mutate({ id, secrets }),
      () => client.vault.changePassword.mutate({ oldPassword: password, newPassword: '另一句记得住的话2026' })
    ]
    for (const call of closed) expect(await problemOf(call())).toMatchObject({ code: 'voting' })
    const { status } = await office.app(
      new Request(`http://127.0.0.1/documents/ballot/${id}/slips.pdf`, { headers: { 'x-app': '1' } })
    )
    expect(status).toBe(400)
    await comeBack()
    expect((await client.vault.status.query()).voting).toBeNull()
    await client.ballot.closeBox.mutate({ id, issued: 5 })
  })

  it('is not voted on while this PC is not set to it', async () => {
    await office.client.ballot.openBox.mutate({ id, slips: 5, secrets })
    expect(
      await problemOf(office.client.ballot.cast.mutate({ code: codes()[0] ?? '', marks: [0, 0, 0] }))
    ).toMatchObject({
      code: 'not-voting'
    })
  })

  it('makes no copy of the store while there are votes in it', async () => {
    const { client } = office
    await client.ballot.openBox.mutate({ id, slips: 5, secrets })
    expect(await problemOf(client.backup.make.mutate())).toMatchObject({ code: 'voting' })
    await voteAll(five)
    await client.ballot.closeBox.mutate({ id, issued: 5 })
    await client.ballot.countBox.mutate({ id, secrets })
    expect(await problemOf(client.backup.make.mutate())).toMatchObject({ code: 'voting' })
    await client.ballot.confirm.mutate({ id })
    await client.backup.make.mutate()
  })

  it('wants two secrets that are long enough and not the same', async () => {
    const open = (counter: string, teller: string) =>
      problemOf(office.client.ballot.openBox.mutate({ id, slips: 5, secrets: { counter, teller } }))
    expect(await open('短', secrets.teller)).toMatchObject({ code: 'secret-short', field: 'counter' })
    expect(await open(secrets.teller, secrets.teller)).toMatchObject({ code: 'secret-same', field: 'teller' })
  })

  it('is not ended with fewer slips than votes, nor with more than were made; a slip of the finger is put right', async () => {
    const { client } = office
    await client.ballot.openBox.mutate({ id, slips: 6, secrets })
    await voteAll(five)
    for (const issued of [4, 7])
      expect(await problemOf(client.ballot.closeBox.mutate({ id, issued }))).toMatchObject({
        code: 'slips-few',
        field: 'issued'
      })
    await client.ballot.closeBox.mutate({ id, issued: 6 })
    const head = { id, returned: null, teller: null }
    expect(await problemOf(client.ballot.head.mutate({ ...head, issued: 99 }))).toMatchObject({ code: 'slips-few' })
    await client.ballot.head.mutate({ ...head, issued: 5 })
    expect(await look()).toMatchObject({ issued: 5, returned: 5, stopped: false })
  })

  it('can be thrown away and held again', async () => {
    const { client } = office
    await client.ballot.openBox.mutate({ id, slips: 5, secrets })
    await voteAll(five)
    expect(await problemOf(client.ballot.drop.mutate({ id }))).toMatchObject({ code: 'box-open' })
    await client.ballot.closeBox.mutate({ id, issued: 5 })
    await client.ballot.drop.mutate({ id })
    expect(await look()).toBeNull()
  })
})
