import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alertsOf } from '../../../electron/features/alert/alert-facts.ts'
import { readRosters } from '../../../electron/features/meeting/meeting-judgement.ts'
import { blankEntry, type PlanEntry } from '../../../shared/features/plan/plan.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { anOffice, problemOf, root, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let branch: string
let other: string
beforeEach(async () => {
  office = await anOffice()
  const branches = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
  branch = branches[0]?.id ?? ''
  other = branches[1]?.id ?? ''
})
afterEach(() => office.remove())

const anEntry = (part: Partial<PlanEntry> = {}): PlanEntry => ({
  ...blankEntry(branch, '2026-12-08', ['支委会']),
  ...part
})
const list = (organisationId: string | null = null) =>
  office.client.plan.list.query({ organisationId, from: '2026-01-01', to: '2026-12-31' })
const get = (path: string) => office.app(new Request(`http://127.0.0.1${path}`, { headers: { 'x-app': '1' } }))

describe('entries', () => {
  it('stand in the calendar beside meetings, each with its state of today', async () => {
    const { plan, meeting } = office.client
    await plan.save.mutate(anEntry({ subject: ' 研究明年计划 ', start: '14:30' }))
    await plan.save.mutate(anEntry({ plannedOn: '2026-11-20', types: ['主题党日'] }))
    await meeting.start.mutate({ organisationId: other, types: ['支委会'], date: '2026-11-21' })
    const lines = (await list()).map(({ day, title, organisation, state, subject }) => [
      ...[day, title, organisation, state, subject]
    ])
    expect(lines).toEqual([
      ['2026-11-20', '2026年11月主题党日', '机关第一党支部', 'overdue', null],
      ['2026-11-21', '2026年11月支委会', '机关第二党支部', 'held', null],
      ['2026-12-08', '2026年12月支委会', '机关第一党支部', 'planned', '研究明年计划']
    ])
    expect(await list(other)).toHaveLength(1)
  })

  it('are refused with a reason where they cannot be', async () => {
    const { plan } = office.client
    await plan.save.mutate(anEntry())
    expect(await problemOf(plan.save.mutate(anEntry({ types: ['支委会', '党课'] })))).toEqual({
      ...{ code: 'plan-duplicate', field: 'plannedOn' },
      message: '2026-12-08 已经计划了支委会，请换一天。'
    })
    expect(await problemOf(plan.save.mutate(anEntry({ plannedOn: '2026-02-30' })))).toMatchObject({
      field: 'plannedOn'
    })
    expect(await problemOf(plan.save.mutate(anEntry({ types: [] })))).toMatchObject({ field: 'types' })
    expect(await problemOf(plan.save.mutate(anEntry({ organisationId: 'nowhere' })))).toMatchObject({
      code: 'organisation-unknown'
    })
    expect(await problemOf(plan.begin.mutate({ id: 'none' }))).toMatchObject({ code: 'plan-unknown' })
    const long = { organisationId: null, from: '2020-01-01', to: '2026-12-31' }
    expect((await problemOf(plan.list.query(long))).message).toContain('400 天')
  })

  it('come back under their id when 取消 is taken back, and keep an organisation from being deleted', async () => {
    const { plan, organisation } = office.client
    const kept = await plan.save.mutate(anEntry())
    expect((await problemOf(organisation.remove.mutate({ id: branch }))).message).toContain('1 条计划')
    await plan.remove.mutate({ id: kept.id })
    expect(await list()).toEqual([])
    await plan.save.mutate(kept)
    expect((await list())[0]).toMatchObject({ entryId: kept.id })
  })
})

describe('beginning', () => {
  it('starts the record with all the entry says, and twice gives the same record', async () => {
    const { plan, meeting } = office.client
    const { id } = await plan.save.mutate(
      anEntry({ types: ['主题党日', '党课'], place: '烟站', start: '09:00', subject: '清风护航' })
    )
    const first = await plan.begin.mutate({ id })
    expect(await plan.begin.mutate({ id })).toEqual(first)
    const desk = await meeting.desk.query(first)
    expect(desk.meeting).toMatchObject({
      ...{ types: ['主题党日', '党课'], date: '2026-12-08', plannedOn: '2026-12-08', place: '烟站', start: '09:00' },
      ...{ theme: '清风护航', topic: '清风护航', agenda: [], state: 'planned' }
    })
    expect(await list()).toHaveLength(1)
    expect((await list())[0]).toMatchObject({ entryId: id, meetingId: first.id, state: 'planned' })
  })

  it('takes what is to be dealt with as the first item, and the usual place where none is said', async () => {
    const { plan, meeting } = office.client
    const last = await meeting.start.mutate({ organisationId: branch, types: ['支委会'], date: '2026-11-02' })
    await meeting.save.mutate({ ...last, place: '四楼会议室' })
    const { id } = await plan.save.mutate(anEntry({ subject: '研究发展党员' }))
    const desk = await meeting.desk.query(await plan.begin.mutate({ id }))
    expect(desk.meeting).toMatchObject({
      place: '四楼会议室',
      theme: null,
      agenda: [{ number: 1, title: '研究发展党员' }]
    })
  })

  it('leaves the planned day with the record when it is moved, and frees the entry when it is deleted', async () => {
    const { plan, meeting } = office.client
    const { id } = await plan.save.mutate(anEntry({ plannedOn: '2026-11-18' }))
    const begun = await plan.begin.mutate({ id })
    const { meeting: record } = await meeting.desk.query(begun)
    await meeting.save.mutate({ ...record, date: '2026-11-19' })
    expect((await list())[0]).toMatchObject({ day: '2026-11-19', plannedOn: '2026-11-18', state: 'held' })
    for (const refused of [plan.save.mutate(anEntry({ id })), plan.remove.mutate({ id })])
      expect(await problemOf(refused)).toMatchObject({ code: 'plan-recorded' })
    await meeting.remove.mutate(begun)
    expect((await list())[0]).toMatchObject({ entryId: id, meetingId: null, state: 'overdue', day: '2026-11-18' })
  })
})

describe('a proposal', () => {
  it('is kept in one act, fills every period, and is taken back as a whole', async () => {
    const { plan, journal } = office.client
    const entries = await plan.propose.query({ organisationId: branch, year: 2027 })
    expect(entries.length).toBeGreaterThan(15)
    expect(await list()).toEqual([])
    const done = await plan.adopt.mutate({ entries })
    expect(done).toMatchObject({ added: entries.length, there: 0 })
    expect(await plan.propose.query({ organisationId: branch, year: 2027 })).toEqual([])
    expect((await plan.propose.query({ organisationId: null, year: 2027 })).length).toBeGreaterThan(15)
    expect((await journal.list.query())[0]).toMatchObject({
      ...{ id: done.id, label: `2027 年会议计划 ${entries.length} 条：机关第一党支部`, rows: entries.length }
    })
    await journal.undo.mutate({ id: done.id })
    expect(await plan.propose.query({ organisationId: branch, year: 2027 })).toEqual(entries)
  })

  it('is not taken back over what was done with it since', async () => {
    const { plan, journal } = office.client
    const [first] = await plan.propose.query({ organisationId: branch, year: 2026 })
    if (first === undefined) throw new Error('nothing was proposed')
    const done = await plan.adopt.mutate({ entries: [first] })
    const [line] = await list()
    await plan.begin.mutate({ id: line?.entryId ?? '' })
    expect(await problemOf(journal.undo.mutate({ id: done.id }))).toMatchObject({ code: 'journal-overtaken' })
  })

  it('taken twice leaves what is there', async () => {
    const { plan } = office.client
    const entries = await plan.propose.query({ organisationId: branch, year: 2026 })
    await plan.adopt.mutate({ entries })
    expect(await plan.adopt.mutate({ entries })).toMatchObject({ added: 0, there: entries.length })
    expect(await list()).toHaveLength(entries.length)
  })
})

describe('the sample office', () => {
  beforeEach(async () => {
    await office.remove()
    office = await anOffice({ kind: '党委', branches: [] })
    const ledger = readFileSync(join(root, 'resources/samples/示例台账.xlsx'))
    await importUpload(office.client, await uploadLedger(office.app, ledger))
  })

  it('is covered exactly where no warning is red', async () => {
    const { rows, rate } = await office.client.plan.coverage.query({ organisationId: null, year: 2026, type: null })
    const missing = rows.flatMap(({ cells }) => cells.flat().filter(({ state }) => state === 'missing'))
    const red = office.vault.store?.read((tables) => {
      const rosters = readRosters(tables)
      return alertsOf(tables, rosters.organisations, { year: 2026, today: '2026-11-21' }, rosters).filter(
        ({ code, level }) => level === 'red' && ['W01', 'W02', 'W03', 'W04', 'W05', 'W06'].includes(code)
      )
    })
    expect(rows.length).toBeGreaterThan(3)
    expect(rate.due).toBeGreaterThan(rate.held)
    expect(missing.length).toBe(red?.length)
    expect(rate.due - rate.held).toBe(missing.length)
  })

  it('has its papers, for one organisation and for all', async () => {
    const tree = await office.client.organisation.tree.query()
    const { plan } = office.client
    const first = tree.find((one) => one.kind === '党支部')?.id ?? ''
    await plan.adopt.mutate({ entries: await plan.propose.query({ organisationId: first, year: 2026 }) })
    for (const path of [
      `${first}/year.pdf?year=2026`,
      `${first}/year.docx?year=2026`,
      'all/year.xlsx?year=2026',
      'all/coverage.pdf?year=2026',
      'all/coverage.docx?year=2026',
      `${first}/coverage.xlsx?year=2026&type=支委会`
    ]) {
      const answer = await get(`/documents/plan/${encodeURI(path)}`)
      expect([path, answer.status, answer.headers.get('x-missing-characters')]).toEqual([path, 200, null])
    }
    expect((await get('/documents/plan/nowhere/year.pdf?year=2026')).status).toBe(404)
    expect((await get('/documents/plan/all/year.pdf')).status).toBe(404)
    expect((await get('/documents/plan/all/other.pdf?year=2026')).status).toBe(404)
  })
})
