import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetRecord } from '../../../electron/features/journal/journal-repository.ts'
import { listJournal, undoInSteps, undoJournal } from '../../../electron/features/journal/journal-service.ts'
import { JournalWriter } from '../../../electron/features/journal/journal-writer.ts'
import { allMembers, memberById, saveMember } from '../../../electron/features/member/member-repository.ts'
import { saveOrganisation } from '../../../electron/features/organisation/organisation-repository.ts'
import { savePost } from '../../../electron/features/post/post-repository.ts'
import { theProgram } from '../../../electron/store/audit.ts'
import { openStore } from '../../../electron/store/door.ts'
import type { OpenStore, Store } from '../../../electron/store/store.ts'
import type { Member } from '../../../shared/features/member/member.ts'
import { aFolder } from '../../factories/office.ts'
import { aBranch, aMember, aMembership, aPost } from '../../factories/records.ts'

/** Enough that looking at them and putting them back both take several slices. */
const many = 4000
const now = new Date('2026-11-21T09:00:00Z')
const none = { L1: null, L2: null, L3: null }
/** Somebody who has to do with no talks. */
const by = (store: Store) => ({
  store,
  now,
  reader: { accountId: '', memberId: null, read: none, write: none, key: null },
  mayDecide: true
})

let folder: ReturnType<typeof aFolder>
let store: OpenStore
beforeEach(() => {
  folder = aFolder()
  store = openStore(
    join(folder.path, '库.dwk'),
    { db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) },
    { create: true }
  )
  store.write((tables) => saveOrganisation(tables, aBranch()))
})
afterEach(() => {
  store.close()
  folder.remove()
})

const person = (number: number, part: Partial<Member> = {}): Member =>
  aMember(`m${number}`, { name: `人${number}`, memberships: [aMembership({ id: `s${number}` })], ...part })

/** The first half was there and is changed, the second half is new: one change of all of them. */
function changeMany(people: number): void {
  const half = people / 2
  store.write((tables) => {
    for (let number = 0; number < half; number += 1) saveMember(tables, person(number, { phone: '1' }))
  })
  store.write((tables) => {
    const entry = { id: 'j', kind: 'import', label: '导入台账', at: now.toISOString(), accountName: '管理员' } as const
    const journal = new JournalWriter(tables, entry)
    for (let number = 0; number < people; number += 1) {
      const before = memberById(tables, `m${number}`)
      const after = person(number, { phone: '2' })
      saveMember(tables, after)
      journal.note('member', after.id, before, after)
    }
  })
}

const phones = () => Object.groupBy(store.read(allMembers), (member) => member.phone ?? '')
const counts = () => Object.fromEntries(Object.entries(phones()).map(([phone, people]) => [phone, people?.length]))

async function undoToTheEnd() {
  const seen: { done: number; total: number }[] = []
  const steps = undoInSteps('j', by(store))
  for (let step = await steps.next(); ; step = await steps.next()) {
    if (step.done) return { seen, outcome: step.value }
    seen.push(step.value)
  }
}

describe('taking a large change back in steps', () => {
  it('looks at all, puts all back, tells how far it is, and leaves one entry in the log', async () => {
    changeMany(many)
    const entries = store.log.head().seq
    const { seen, outcome } = await undoToTheEnd()
    expect(outcome).toMatchObject({ ok: true, value: { id: 'j', rows: many, undoneAt: now.toISOString() } })
    expect(counts()).toEqual({ 1: many / 2 })
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.every(({ done, total }) => total === many * 2 && done <= total)).toBe(true)
    expect(seen.map((step) => step.done)).toEqual(seen.map((step) => step.done).toSorted((a, b) => a - b))
    expect(store.log.head().seq).toBe(entries + 1)
    expect(listJournal(store)).toMatchObject([{ id: 'j', rows: 0, undoneAt: now.toISOString() }])
  })

  it('leaves the change as it stands when it is stopped half-way through putting back', async () => {
    changeMany(many)
    const entries = store.log.head().seq
    const steps = undoInSteps('j', by(store))
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done) throw new Error('it was over before it could be stopped')
      expect(() => store.read(allMembers)).toThrow()
      if (step.value.done > many) break
    }
    await steps.return({ ok: false, problem: { code: 'stopped', message: '' } })
    expect(counts()).toEqual({ 2: many })
    expect(store.log.head().seq).toBe(entries)
    expect(listJournal(store)).toMatchObject([{ rows: many, undoneAt: null }])
    expect((await undoToTheEnd()).outcome.ok).toBe(true)
  })

  it('is refused by later posts only at the very end, and then puts nothing back', async () => {
    changeMany(many)
    store.write((tables) => savePost(tables, aPost('m3999', '书记')))
    expect((await undoToTheEnd()).outcome).toMatchObject({ ok: false, problem: { code: 'journal-in-use' } })
    expect(counts()).toEqual({ 2: many })
  })
})

describe.each([
  ['in one go', () => Promise.resolve(undoJournal('j', by(store)))],
  ['in steps', async () => (await undoToTheEnd()).outcome]
])('taking a change back %s', (_how, undo) => {
  it('counts everything that was changed since, wherever it stands, and puts nothing back', async () => {
    changeMany(900)
    store.write((tables) => {
      for (const number of [0, 444, 899]) saveMember(tables, person(number, { phone: '3' }))
    })
    expect(await undo()).toEqual({
      ok: false,
      problem: {
        code: 'journal-overtaken',
        message: '其中 3 条以后又改过，撤销会丢掉后来的修改，所以没有撤销。请逐条改回。'
      }
    })
    expect(counts()).toEqual({ 2: 897, 3: 3 })
  })

  it('passes by records whose particulars were cleared since', async () => {
    changeMany(900)
    store.write((tables) => {
      for (let number = 100; number < 400; number += 1) forgetRecord(tables, 'member', `m${number}`)
    })
    expect(await undo()).toMatchObject({ ok: true, value: { rows: 600 } })
    expect(counts()).toEqual({ 1: 150, 2: 300 })
  })

  it('says that it was taken back already, or is not known any more', async () => {
    expect(await undo()).toMatchObject({ ok: false, problem: { code: 'journal-unknown' } })
    changeMany(4)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await undo()).toMatchObject({ ok: false, problem: { code: 'journal-undone' } })
  })
})

describe('an account with a scope', () => {
  const as = (...reach: string[]) =>
    store.forCall({ actor: theProgram, act: 'journal.undo', object: '', reach: new Set(reach) })

  it('takes back only what lies within it, whole', () => {
    changeMany(900)
    expect(undoJournal('j', by(as('elsewhere')))).toMatchObject({ ok: false, problem: { code: 'out-of-reach' } })
    expect(counts()).toEqual({ 2: 900 })
    expect(undoJournal('j', by(as('zb')))).toMatchObject({ ok: true })
  })
})
