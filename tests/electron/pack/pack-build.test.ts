import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { saveMeeting } from '../../../electron/features/meeting/meeting-repository.ts'
import { saveTalk } from '../../../electron/features/talk/talk-repository.ts'
import { blankContents, type StoredTalk } from '../../../shared/features/talk/talk.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aMeeting, anItem } from '../../factories/records.ts'

let office: TestOffice
beforeEach(async () => {
  office = await anEvaluatedOffice(4)
  storeOf().write((tables) => {
    for (const [id, date] of [
      ['h1', '2025-03-12'],
      ['h2', '2025-06-12']
    ] as const)
      saveMeeting(tables, aMeeting({ id, number: id, types: ['党员大会'], date, year: 2025, agenda: [anItem()] }))
  })
})
afterEach(() => office.remove())

const storeOf = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
const at = (...names: string[]): string => join(office.folder, '材料', ...names)
const target = '2025年度-ZB81-机关第一党支部'
const wish = () => ({
  ...{ organisationIds: ['zb'], year: 2025, folder: at(), formats: ['pdf' as const], oddStarts: false }
})

/** Builds to the end, or until so many steps were told. */
async function build(stopAfter = Number.POSITIVE_INFINITY, more: { talks?: boolean } = {}) {
  const stop = new AbortController()
  let steps = 0
  try {
    for await (const { built } of await office.client.pack.write.mutate(
      { ...wish(), ...more },
      { signal: stop.signal }
    )) {
      steps += 1
      if (steps >= stopAfter) stop.abort()
      if (built !== null) return built
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error
  }
  return null
}

const filesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()

describe('a pack', () => {
  it('lies in a folder of its own, with its volumes bound and its files in the manifest', async () => {
    const [built] = (await build()) ?? []
    expect(built?.folder).toBe(at(target))
    const names = filesIn(at(target))
    expect(names).toContain('04-三会一课.pdf')
    expect(names).toContain('00-移交清单.pdf')
    expect(names.some((name) => name.endsWith('.jsonl'))).toBe(false)
    const { runs, volumes, missing } = await office.client.pack.view.query({ organisationId: 'zb', year: 2025 })
    expect(runs.map(({ id, documents }) => [id, documents])).toEqual([[built?.id, built?.documents]])
    const meetings = volumes.find(({ number }) => number === '04')?.lines ?? []
    expect(meetings.map(({ kind }) => kind).filter((kind) => kind === 'meeting-minutes')).toHaveLength(2)
    expect(missing.length).toBe(built?.missing)
    expect(await office.client.pack.check.query({ id: built?.id ?? '' })).toEqual([])
    writeFileSync(at(target, '04-三会一课.pdf'), 'changed')
    rmSync(at(target, '00-移交清单.pdf'))
    expect(await office.client.pack.check.query({ id: built?.id ?? '' })).toEqual([
      { path: '00-移交清单.pdf', state: 'missing' },
      { path: '04-三会一课.pdf', state: 'changed' }
    ])
  })

  it('holds figures of ballots only for who may see them, and is opened only by who may see talks', async () => {
    const { account } = office.vault
    if (account === null) throw new Error('locked')
    await build()
    expect(existsSync(at(target, 'report.json'))).toBe(true)
    storeOf().write((tables) => saveAccount(tables, { ...account, roles: ['党务干事'] }))
    const [built] = (await build()) ?? []
    expect(existsSync(at(target, 'report.json'))).toBe(false)
    const open = () =>
      office.app(
        new Request(
          `http://127.0.0.1/documents/pack/${built?.id}/file.pdf?path=${encodeURIComponent('04-三会一课.pdf')}`,
          { headers: { 'x-app': '1' } }
        )
      )
    expect((await open()).status).toBe(200)
    storeOf().write((tables) => saveAccount(tables, { ...account, roles: ['只读'] }))
    expect((await open()).status).toBe(403)
    const { missing } = await office.client.pack.view.query({ organisationId: 'zb', year: 2025 })
    const talks = missing.filter(({ rule }) => rule === 'D7').map(({ what }) => what)
    expect(talks.length).toBeGreaterThan(0)
    expect(talks.filter((what) => what.includes('：'))).toEqual([])
  })

  it('holds what was said in talks of L1 only when asked for by who may read it, and no other', async () => {
    const { account } = office.vault
    if (account === null) throw new Error('locked')
    const talk = (id: string, level: 'L1' | 'L2'): StoredTalk => ({
      ...{ id, number: id, organisationId: 'zb', kind: 'T01', year: 2025, date: '2025-04-11', level },
      ...{ start: null, end: null, writtenOn: null, recordedOn: '2025-04-11', enteredBy: null, sealed: null },
      ...{ talker: { name: '党员m01', memberId: 'm01' }, partner: { name: '党员m02', memberId: 'm02' } },
      contents: { ...blankContents, opinions: `${id}说的话` }
    })
    storeOf().write((tables) => {
      for (const one of [talk('TH1', 'L1'), talk('TH2', 'L2')]) saveTalk(tables, one)
    })
    const records = () => filesIn(at(target)).filter((name) => name.includes('谈心谈话记录'))
    await build()
    expect(records()).toEqual([])
    await build(undefined, { talks: true })
    expect(records()).toHaveLength(1)
    expect(records()[0]).toContain('TH1')
    const { runs } = await office.client.pack.view.query({ organisationId: 'zb', year: 2025 })
    const open = async (id: string | undefined): Promise<number> => {
      const path = encodeURIComponent('06-民主评议与谈话.pdf')
      const request = new Request(`http://127.0.0.1/documents/pack/${id}/file.pdf?path=${path}`, {
        headers: { 'x-app': '1' }
      })
      return (await office.app(request)).status
    }
    expect(await open(runs[0]?.id)).toBe(200)
    storeOf().write((tables) => saveAccount(tables, { ...account, roles: ['党务干事'] }))
    expect(await open(runs[0]?.id)).toBe(403)
    await expect(build(undefined, { talks: true })).rejects.toThrow('L1 谈话记录')
  })

  it('goes on from where it was stopped, and leaves nothing of the first run over', async () => {
    expect(await build(3)).toBeNull()
    const staging = at(`.${target}-未完成`)
    expect(existsSync(at(target))).toBe(false)
    const first = filesIn(staging).filter((name) => name.endsWith('.pdf'))
    expect(first.length).toBeGreaterThan(0)
    const old = new Date('2020-01-01')
    for (const name of first) utimesSync(join(staging, name), old, old)
    writeFileSync(join(staging, '04-旧的.pdf'), 'of another plan')
    expect(await build()).toHaveLength(1)
    expect(existsSync(staging)).toBe(false)
    expect(filesIn(at(target))).not.toContain('04-旧的.pdf')
    const kept = first.filter((name) => statSync(at(target, name)).mtimeMs === old.getTime())
    expect(kept).toEqual(first)
  })

  it('does not go on with a file that is not what it wrote', async () => {
    await build(4)
    const staging = at(`.${target}-未完成`)
    const [name = ''] = filesIn(staging).filter((one) => one.endsWith('.pdf'))
    writeFileSync(join(staging, name), 'cut')
    await build()
    expect(readFileSync(at(target, name)).subarray(0, 4).toString()).toBe('%PDF')
  })

  it('takes the place of the one before, which comes back when a run is killed between the two', async () => {
    await build()
    const before = readFileSync(at(target, 'manifest.json'), 'utf8')
    // As a run leaves it that is killed after the old pack was moved aside.
    renameSync(at(target), at(`.${target}-原有`))
    expect(await build(2)).toBeNull()
    expect(readFileSync(at(target, 'manifest.json'), 'utf8')).toBe(before)
    expect(await build()).toHaveLength(1)
    expect(readdirSync(at())).toEqual([target])
  })

  it('is not written over other files, nor to a folder that is no full path', async () => {
    mkdirSync(at(target), { recursive: true })
    writeFileSync(at(target, '我的.txt'), 'mine')
    const refusal = async (part: object) => {
      const steps = await office.client.pack.write.mutate({ ...wish(), ...part })
      return problemOf(
        (async () => {
          for await (const _step of steps);
        })()
      )
    }
    expect(await refusal({})).toMatchObject({ code: 'folder-unusable' })
    expect(readdirSync(at(target))).toEqual(['我的.txt'])
    expect(await refusal({ folder: '材料' })).toMatchObject({ code: 'folder-unusable', field: 'folder' })
  })
})
