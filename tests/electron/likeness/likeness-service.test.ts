import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { likenessOfMeeting } from '../../../electron/features/likeness/likeness-service.ts'
import { saveMeeting } from '../../../electron/features/meeting/meeting-repository.ts'
import { saveOrganisation } from '../../../electron/features/organisation/organisation-repository.ts'
import { openStore } from '../../../electron/store/door.ts'
import type { OpenStore } from '../../../electron/store/store.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import { aFolder } from '../../factories/office.ts'
import { aBranch, aMeeting, anItem } from '../../factories/records.ts'

let folder: ReturnType<typeof aFolder>
let store: OpenStore

beforeEach(() => {
  folder = aFolder()
  const keys = { db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) }
  store = openStore(join(folder.path, '库.dwk'), keys, { create: true })
  store.write((tables) => {
    saveOrganisation(tables, aBranch())
    saveOrganisation(tables, aBranch({ id: 'zb2', code: 'ZB02', name: '烟叶第二支部', shortName: '烟叶支部' }))
  })
})
afterEach(() => {
  store.close()
  folder.remove()
})

const keep = (id: string, part: Partial<Meeting>): void =>
  store.write((tables) => saveMeeting(tables, aMeeting({ id, number: id, ...part })))

const likenessOf = async (id: string, reach: ReadonlySet<string> | null = null) => {
  const call = { actor: { id: 'x', name: 'x', roles: [] }, act: 'likeness.ofMeeting', object: id, reach }
  const outcome = await likenessOfMeeting(store.forCall(call), id)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

const plain = '支部要把烟叶收购期间的纪律要求讲清楚，并逐户回访种植户。'
const other = '组织委员汇报了本季度学时完成情况，未达标的党员列出补学计划。'

describe('the likeness of a meeting', () => {
  it('is found in minutes, hand-out, speeches and resolutions of other branches and earlier years', async () => {
    keep('own', { minutes: plain, handout: other })
    const speaker = { name: '许静', memberId: null }
    keep('speech', { date: '2024-03-01', agenda: [anItem({ discussion: [{ speaker, text: plain }] })] })
    keep('resolution', { date: '2025-03-01', organisationId: 'zb2', agenda: [anItem({ resolution: plain + other })] })
    keep('apart', { date: '2025-04-01', minutes: '本月走访了敬老院，送去米面和药品。' })
    const found = await likenessOf('own')
    expect(found).toMatchObject({ share: 100, counted: 2, alike: 2, compared: 3, found: 2 })
    expect(found.records.map(({ id, share, pairs }) => [id, share, pairs.length])).toEqual([
      ['resolution', 100, 2],
      ['speech', 48, 1]
    ])
    expect(found.records[0]).toMatchObject({ organisation: '烟叶支部', date: '2025-03-01', sameEvent: false })
    expect(found.records[1]?.pairs[0]?.own.text).toBe(plain.slice(0, -1))
  })

  it('does not count a record of the same event, but names it, last', async () => {
    keep('own', { minutes: plain })
    keep('same', { minutes: plain })
    keep('review', { date: '2026-11-25', lifeMeetingId: 'own', minutes: plain })
    expect(await likenessOf('own')).toMatchObject({ share: 0, alike: 0, found: 2 })
    keep('earlier', { date: '2025-11-20', minutes: `${plain}${other}` })
    const found = await likenessOf('own')
    expect(found.share).toBe(100)
    expect(found.records.map(({ id, sameEvent }) => [id, sameEvent])).toEqual([
      ['earlier', false],
      ['review', true],
      ['same', true]
    ])
  })

  it('looks only at records within reach, and is refused for one outside', async () => {
    keep('own', { minutes: plain })
    keep('hidden', { date: '2025-01-01', organisationId: 'zb2', minutes: plain })
    expect(await likenessOf('own', new Set(['zb']))).toMatchObject({ share: 0, compared: 0, records: [] })
    await expect(likenessOf('own', new Set(['zb2']))).rejects.toThrow('out-of-reach')
    await expect(likenessOf('none')).rejects.toThrow('meeting-unknown')
  })

  it('lists the ten most alike of many', async () => {
    keep('own', { minutes: plain })
    for (let number = 0; number < 14; number += 1) keep(`h${number}`, { date: '2025-01-01', minutes: plain })
    const found = await likenessOf('own')
    expect([found.found, found.records.length]).toEqual([14, 10])
  })
})
