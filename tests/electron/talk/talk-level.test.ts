import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../../shared/features/account/account.ts'
import { blankContents, type Talk } from '../../../shared/features/talk/talk.ts'
import type { TalkLevel } from '../../../shared/features/talk/talk-kinds.ts'
import { saveTalk, talkById } from '../../../electron/features/talk/talk-repository.ts'
import { readWorkbook } from '../../../electron/workbook/workbook-reader.ts'
import { problemOf } from '../../factories/office.ts'
import { aTalkOffice, putSealInForce, sealPassword, type TalkOffice } from '../../factories/talks.ts'

let office: TalkOffice
beforeEach(async () => {
  office = await aTalkOffice()
})
afterEach(() => office.remove())

const save = (talk: Talk) => office.client.talk.save.mutate({ talk, planId: null })
const secret = '母亲住院'
const kept = (level: TalkLevel) =>
  save(office.aTalk(0, 3, { level, contents: { ...blankContents, difficulties: secret } }))

/** As if somebody else had entered it. */
function enteredByAnother(id: string): void {
  office.vault.store?.write((tables) => {
    const talk = talkById(tables, id)
    if (talk !== null) saveTalk(tables, { ...talk, enteredBy: 'somebody else' })
  })
}

const file = (path: string) => office.app(new Request(`http://127.0.0.1${path}`, { headers: { 'x-app': '1' } }))
const acts = async (act: string) => {
  office.become(['审计员'])
  const filter = { actorId: null, act: 'talk', text: '', from: null, to: null }
  const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 200 })
  return lines.filter((line) => line.act === act).map(({ object, result }) => ({ object, result }))
}

describe('who reads what was said', () => {
  const reads: [Role, level: TalkLevel, who: string, may: boolean][] = [
    ['书记', 'L1', 'a stranger', true],
    ['书记', 'L2', 'a stranger', true],
    ['组织委员', 'L1', 'a stranger', true],
    ['组织委员', 'L2', 'a stranger', false],
    ['组织委员', 'L2', 'a party', true],
    ['组织委员', 'L2', 'who entered it', true],
    ['党务干事', 'L1', 'a stranger', false],
    ['党务干事', 'L1', 'a party', true],
    ['党务干事', 'L1', 'who entered it', true],
    ['党务干事', 'L2', 'a party', false],
    ['党务干事', 'L2', 'who entered it', false],
    ['只读', 'L1', 'a party', true],
    ['只读', 'L1', 'a stranger', false],
    ['只读', 'L2', 'a party', false]
  ]
  for (const [role, level, who, may] of reads)
    it(`${may ? 'lets' : 'refuses'} ${role} as ${who} a talk of ${level}, on every way to it`, async () => {
      const talk = await kept(level)
      if (who !== 'who entered it') enteredByAnother(talk.id)
      office.become([role], who === 'a party' ? 3 : null)
      const desk = office.client.talk.desk.query({ id: talk.id })
      if (may) expect((await desk).talk.contents.difficulties).toBe(secret)
      else expect(await problemOf(desk)).toMatchObject({ code: 'not-allowed' })
      const listed = await office.client.talk.list.query({ organisationId: office.branchId, year: 2026 })
      expect(listed.map(({ head }) => head.id)).toEqual(may ? [talk.id] : [])
      const looked = await file(`/documents/talk/record/${talk.id}/record.pdf`)
      expect(looked.status).toBe(may ? 200 : 403)
      const written = ['组织委员', '党务干事', '书记'].includes(role)
      expect((await file(`/documents/talk/record/${talk.id}/record.docx`)).status).toBe(may && written ? 200 : 403)
    })

  it('notes every reading and every paper of L2, and every refusal', async () => {
    const talk = await kept('L2')
    await office.client.talk.desk.query({ id: talk.id })
    await file(`/documents/talk/record/${talk.id}/record.docx`)
    enteredByAnother(talk.id)
    office.become(['党务干事'])
    await problemOf(office.client.talk.desk.query({ id: talk.id }))
    const object = talk.id
    expect(await acts('talk.read')).toEqual([
      { object, result: 'not-allowed' },
      { object, result: 'ok' }
    ])
    expect(await acts('talk.record.word')).toContainEqual({ object, result: 'ok' })
  })

  it('tells who is covered by talks nobody here may read, and not what they were about', async () => {
    await kept('L2')
    office.become(['党务干事'])
    const board = await office.client.talk.board.query({ organisationId: office.branchId, year: 2026 })
    expect(board).toMatchObject({ total: 1, readable: [], hidden: 1 })
    expect(JSON.stringify(board)).not.toContain(secret)
  })

  it('lets nobody change what he may not read, nor lower it to what he may', async () => {
    const talk = await kept('L2')
    enteredByAnother(talk.id)
    office.become(['党务干事'])
    for (const level of ['L1', 'L2'] as const)
      expect(await problemOf(save({ ...talk, level }))).toMatchObject({ code: 'not-allowed' })
    expect(await problemOf(office.client.talk.remove.mutate({ id: talk.id }))).toMatchObject({ code: 'not-allowed' })
    expect(await problemOf(save(office.aTalk(0, 4, { level: 'L2' })))).toMatchObject({ field: 'level' })
  })
})

describe('a talk of L3', () => {
  it('is written and read only while the L3 password is in force', async () => {
    expect(await problemOf(kept('L3'))).toMatchObject({ code: 'seal-closed', field: 'level' })
    await putSealInForce(office)
    const talk = await kept('L3')
    expect((await office.client.talk.desk.query({ id: talk.id })).talk.contents.difficulties).toBe(secret)
    await office.client.seal.close.mutate()
    expect(await problemOf(office.client.talk.desk.query({ id: talk.id }))).toMatchObject({ code: 'seal-closed' })
    expect(await problemOf(save({ ...talk, level: 'L1' }))).toMatchObject({ code: 'not-allowed' })
    expect((await file(`/documents/talk/record/${talk.id}/record.pdf`)).status).toBe(403)
    expect(await office.client.talk.list.query({ organisationId: office.branchId, year: 2026 })).toEqual([])
    await office.client.seal.open.mutate({ password: sealPassword })
    expect((await office.client.talk.desk.query({ id: talk.id })).talk.contents.difficulties).toBe(secret)
  })

  it('stands in the store sealed once more, is found by no search, and counts for coverage', async () => {
    await putSealInForce(office)
    const talk = await kept('L3')
    const stored = office.vault.store?.read((tables) => talkById(tables, talk.id))
    expect(stored?.contents).toBeNull()
    expect(JSON.stringify(stored)).not.toContain(secret)
    const found = await office.client.search.quick.query({ text: secret, few: 5 })
    expect(found.total).toBe(0)
    const board = await office.client.talk.board.query({ organisationId: office.branchId, year: 2026 })
    expect(board.coverage.members.covered).toBe(1)
  })

  it('is refused to 党务干事, who sees not even that it is listed, and the refusal is noted', async () => {
    await putSealInForce(office)
    const talk = await kept('L3')
    office.become(['党务干事'], 3)
    expect(await problemOf(office.client.talk.desk.query({ id: talk.id }))).toMatchObject({ code: 'not-allowed' })
    expect(await problemOf(office.client.seal.open.mutate({ password: sealPassword }))).toMatchObject({
      code: 'not-allowed'
    })
    expect(await acts('talk.read')).toEqual([{ object: talk.id, result: 'not-allowed' }])
  })

  it('leaves none of its text in any file of the store', async () => {
    await putSealInForce(office)
    await kept('L3')
    office.vault.lock()
    for (const name of readdirSync(office.folder))
      expect(readFileSync(join(office.folder, name)).includes(secret)).toBe(false)
  })
})

describe('search', () => {
  it('shows talks of L1 to those who may read them all, and to nobody else', async () => {
    const talk = await save(office.aTalk(0, 3, { contents: { ...blankContents, opinions: '避开月底结账' } }))
    const found = async () => (await office.client.search.quick.query({ text: '月底结账', few: 5 })).hits
    expect((await found()).map(({ id, kind }) => [kind, id])).toEqual([['talk', talk.id]])
    office.become(['党务干事'], 3)
    expect(await found()).toEqual([])
  })

  it('forgets a talk that is raised to L2', async () => {
    const talk = await kept('L1')
    await save({ ...talk, level: 'L2' })
    expect((await office.client.search.quick.query({ text: secret, few: 5 })).total).toBe(0)
  })
})

describe('likeness', () => {
  const words = '希望支部多组织到一线走访，少开形式上的会议。'

  it('finds what was copied from another talk, and only among talks that may be read', async () => {
    const contents = { ...blankContents, opinions: words }
    const copied = await save(office.aTalk(1, 4, { contents }))
    const original = await save(office.aTalk(0, 3, { contents, level: 'L2' }))
    const { records, share } = await office.client.talk.likeness.query({ id: copied.id })
    expect(records.map(({ id }) => id)).toEqual([original.id])
    expect(share).toBe(100)
    enteredByAnother(original.id)
    office.become(['组织委员'])
    expect((await office.client.talk.likeness.query({ id: copied.id })).records).toEqual([])
  })
})

describe('the tables of a branch', () => {
  const sheet = async (contents: boolean): Promise<string> => {
    const path = `/documents/talk/branch/${office.branchId}/ledger.xlsx?year=2026&contents=${contents}`
    const answer = await file(path)
    expect(answer.status).toBe(200)
    const book = await readWorkbook(new Uint8Array(await answer.arrayBuffer()))
    return JSON.stringify(book)
  }

  it('carry what was said only as far as the reader may read it, never of L3, and the figures nothing', async () => {
    await putSealInForce(office)
    const said = { L1: '希望多走访', L2: '母亲住院', L3: '家庭变故' }
    for (const [index, level] of (['L1', 'L2', 'L3'] as const).entries()) {
      const contents = { ...blankContents, opinions: said[level] }
      const { id } = await save(office.aTalk(0, index + 2, { level, contents }))
      if (level !== 'L3') enteredByAnother(id)
    }
    const whole = await sheet(true)
    expect([whole.includes(said.L1), whole.includes(said.L2), whole.includes(said.L3)]).toEqual([true, true, false])
    const figures = await sheet(false)
    expect(Object.values(said).some((words) => figures.includes(words))).toBe(false)
    office.become(['组织委员'])
    const part = await sheet(true)
    expect([part.includes(said.L1), part.includes(said.L2)]).toEqual([true, false])
    expect(await acts('talk.ledger.read')).toEqual([{ object: office.branchId, result: 'ok' }])
  })
})

describe('taking back', () => {
  it('of a talk that may not be read is refused, and so is one of the register without its password', async () => {
    const talk = await kept('L2')
    const { undo } = await office.client.talk.remove.mutate({ id: talk.id })
    office.become(['党务干事'])
    expect(await problemOf(office.client.journal.undo.mutate({ id: undo }))).toMatchObject({ code: 'not-allowed' })
    office.become(['书记'])
    await office.client.journal.undo.mutate({ id: undo })
    expect((await office.client.talk.desk.query({ id: talk.id })).talk).toEqual(talk)
  })
})
