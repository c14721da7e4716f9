import { afterAll, describe, expect, it } from 'vitest'
import { type Demo, demoNote, prepareDemo } from '../../electron/demo.ts'
import { allMeetings } from '../../electron/features/meeting/meeting-repository.ts'
import { allTalks } from '../../electron/features/talk/talk-repository.ts'
import * as office from '../../electron/store/schema.ts'
import * as checklists from '../../electron/store/schema-checklist.ts'
import * as evaluations from '../../electron/store/schema-evaluation.ts'
import * as meetings from '../../electron/store/schema-meeting.ts'
import * as appraisals from '../../electron/store/schema-appraisal.ts'
import * as packs from '../../electron/store/schema-pack.ts'
import * as talks from '../../electron/store/schema-talk.ts'
import { aClient, anApp, aSystem } from '../factories/office.ts'

const demo: Demo = await prepareDemo()
const { app, vault } = anApp(demo.storeFile, aSystem(demo.today))
const client = aClient(app)

async function opened(): Promise<NonNullable<typeof vault.store>> {
  if (vault.store === null) {
    const status = vault.status()
    const account = status.accounts.find(({ name }) => name === demo.accountName)
    await client.vault.unlock.mutate({ accountId: account?.id ?? '', password: demo.password })
  }
  if (vault.store === null) throw new Error('locked')
  return vault.store
}

afterAll(() => {
  vault.lock()
  demo.remove()
})

/**
 * Empty on purpose: votes on this PC while a box is open, rule packages from outside, names of merged people, pairs that are not
 * the same, what the search still has to take in, blocks that were let pass, stated vetoes, what somebody is typing.
 */
const emptyOnPurpose = new Set([
  ...['ballotBox', 'ballotSlot', 'ballotSlip', 'rulePackage', 'memberAlias', 'distinctPair', 'searchDirty'],
  ...['meetingRelease', 'draft', 'preference', 'checklistVeto']
])

describe('the sample office', () => {
  it('has something in every table that a screen shows', async () => {
    const store = await opened()
    const tables = { ...office, ...meetings, ...talks, ...evaluations, ...checklists, ...packs, ...appraisals }
    const empty = Object.entries(tables).flatMap(([name, table]) =>
      store.read((rows) => rows.select().from(table).limit(1).all().length) === 0 ? [name] : []
    )
    expect(empty.filter((name) => !emptyOnPurpose.has(name))).toEqual([])
  })

  it('has warnings of every level and of every code there is but that of an election', async () => {
    await opened()
    const { alerts, snoozed } = await client.alert.list.query({ organisationId: null, year: 2026 })
    const found = [...alerts, ...snoozed]
    expect(new Set(alerts.map(({ level }) => level))).toEqual(new Set(['blue', 'yellow', 'red']))
    expect([...new Set(found.map(({ code }) => code))].sort()).toEqual([
      ...['W01', 'W02', 'W03', 'W04', 'W05', 'W06', 'W07', 'W08', 'W09', 'W10'],
      ...['W20', 'W21', 'W22', 'W25']
    ])
    const levelsOf = (wanted: string) => new Set(found.flatMap(({ code, level }) => (code === wanted ? [level] : [])))
    expect(levelsOf('W20')).toEqual(new Set(['blue', 'yellow', 'red']))
    expect(levelsOf('W07')).toEqual(new Set(['blue', 'red']))
    expect(snoozed).toHaveLength(2)
  })

  it('stands still on its day and holds nothing that was done after it', async () => {
    const store = await opened()
    const later = store.read(allMeetings).filter(({ date, state }) => date > demo.today && state !== 'planned')
    expect(later).toEqual([])
    expect(store.read(allTalks).filter(({ date }) => date > demo.today)).toEqual([])
    expect(demoNote(demo)).toContain(`固定为 ${demo.today}`)
  })

  it('shows what is sealed to who has the L3 password', async () => {
    const store = await opened()
    await client.seal.open.mutate({ password: demo.sealPassword })
    expect(await client.supervision.list.query({ organisationId: null })).toHaveLength(4)
    const sealed = store.read(allTalks).filter(({ level }) => level === 'L3')
    expect(sealed.map(({ contents }) => contents)).toEqual([null, null])
    const { talk } = await client.talk.desk.query({ id: sealed[0]?.id ?? '' })
    expect(talk.contents.reason).toBe('家里有变故，情绪低落')
  })

  it('has a branch year that is sealed with its pack, and files behind records', async () => {
    await opened()
    const all = await client.organisation.tree.query()
    const { id } = all.find(({ code }) => code === 'ZB01') ?? { id: '' }
    const { runs, seals } = await client.pack.view.query({ organisationId: id, year: 2025 })
    expect([runs.length, seals.length]).toEqual([1, 1])
    expect((await client.attachment.list.query({ record: 'organisation', id })).lines).toHaveLength(1)
  })
})
