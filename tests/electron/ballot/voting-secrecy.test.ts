import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxById } from '../../../electron/features/ballot/ballot-repository.ts'
import { confirmCount } from '../../../electron/features/ballot/ballot-service.ts'
import { closeBox, countBox } from '../../../electron/features/ballot/box-service.ts'
import { boxSecrets, decrypted, type Voted, votedStore, voteChannels } from '../../factories/votes.ts'

const polls = 12
const voters = 10

/**
 * By luck alone one vote in each poll is where it was cast. The aim is three standard deviations (security.md §4; the fault run
 * `ballot-linking` holds it over 300 polls), which luck passes once in some hundred runs: a test that must not fail by luck
 * allows five. A leak gives every vote.
 */
const byLuck = polls + 5 * Math.sqrt(polls)

let voted: Voted
beforeAll(async () => {
  voted = await votedStore(polls, voters)
})
afterAll(() => voted.remove())

describe('votes on this PC', () => {
  it('leave nothing in the write-ahead log and no entry in the audit log', () => {
    expect(voted.walSizes).toEqual(Array.from({ length: polls * voters }, () => 0))
    expect(voted.auditEntries).toBe(0)
  })

  it('have no number, no time and no row id beside them', () => {
    const names = (table: string): unknown[] =>
      voted.backup.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
    expect(names('ballot_slot')).toEqual(['box_id', 'slot', 'sealed', 'filled'])
    expect(names('ballot_slip')).toEqual(['box_id', 'code', 'used'])
    for (const table of ['ballot_slot', 'ballot_slip'])
      expect(() => voted.backup.prepare(`SELECT rowid FROM ${table}`).all()).toThrow(/no such column/)
  })

  it('share nothing with the slips that were used', () => {
    const slots = voted.backup.prepare('SELECT slot, sealed FROM ballot_slot').all() as {
      slot: string
      sealed: string
    }[]
    const texts = slots.map(({ slot, sealed }) => `${slot} ${Buffer.from(sealed, 'base64').toString('latin1')}`)
    for (const { code } of voted.queue) expect(texts.some((text) => text.includes(code))).toBe(false)
  })

  it('are all of one length, cast or not', () => {
    expect(voted.backup.prepare('SELECT DISTINCT length(sealed) FROM ballot_slot').all()).toHaveLength(1)
  })

  for (const [name, orderOf] of Object.entries(voteChannels))
    it(`cannot be told apart by their order in the ${name}`, async () => {
      expect(await voted.hitsIn(orderOf(voted))).toBeLessThanOrEqual(byLuck)
    })

  it('are gone with their slips and their key once the result is confirmed', async () => {
    const { ground, queue, plain } = voted
    const [box = ''] = voted.boxes
    const codes = queue.filter((vote) => vote.box === box).map(({ code }) => code)
    const before = readFileSync(plain)
    const sealed = ground.store.read((tables) => boxById(tables, box)?.locks.identity ?? '')
    expect([sealed, ...codes].every((text) => before.includes(text))).toBe(true)
    expect(closeBox(voted.call(), box, voters)).toMatchObject({ ok: true })
    expect(await countBox(voted.call(), { id: box, secrets: boxSecrets })).toMatchObject({ ok: true })
    expect(confirmCount(voted.call(), box)).toMatchObject({ ok: true })
    const after = readFileSync(decrypted(ground, 'after.dwk'))
    expect([sealed, ...codes].some((text) => after.includes(text))).toBe(false)
  })
})
