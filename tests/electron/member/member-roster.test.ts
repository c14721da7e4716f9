import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRosterOffice, complete, type RosterOffice } from './roster-office.ts'

let office: RosterOffice
const ids: Record<string, string> = {}
const view = { order: 'pinyin', view: 'current' } as const
const page = (
  part: { view?: 'missing' | 'away' | 'former' | 'others' | 'probationary' } = {},
  offset = 0,
  limit = 100
) => office.client.member.page.query({ organisationId: office.branch, ...view, ...part, offset, limit })
const namesOf = async (...wish: Parameters<typeof page>) => (await page(...wish)).map((row) => row.name)

beforeAll(async () => {
  office = await aRosterOffice()
  const people: [string, Parameters<RosterOffice['add']>[1], Parameters<RosterOffice['add']>[2]?][] = [
    ['安平', complete],
    ['白桦', { category: '预备党员', joinedOn: '2026-03-20' }],
    ['曹安', { category: '发展对象' }],
    ['曹白', { joinedOn: '2000-07-01', fullOn: '2001-07-01' }],
    ['丁离', { standing: '已转出' }, { to: '2025-12-31', exitWay: '转出', wentTo: '邻县' }]
  ]
  for (const [name, part, spell] of people) ids[name] = (await office.add(name, part, spell)).id
  await office.client.whereabouts.save.mutate({
    id: '',
    memberId: ids['曹白'] ?? '',
    kind: '流动',
    from: '2026-01-05',
    to: null,
    place: '昆明',
    contact: null,
    note: null
  })
})
afterAll(() => office.remove())

describe('the roster by pages', () => {
  it('gives each view its people and the figures beside it', async () => {
    expect(await namesOf()).toEqual(['安平', '白桦', '曹安', '曹白'])
    expect(await namesOf({ view: 'probationary' })).toEqual(['白桦'])
    expect(await namesOf({ view: 'others' })).toEqual(['曹安'])
    expect(await namesOf({ view: 'missing' })).toEqual(['白桦', '曹安', '曹白'])
    expect(await namesOf({ view: 'away' })).toEqual(['曹白'])
    expect(await namesOf({ view: 'former' })).toEqual(['丁离'])
    expect(await office.client.member.figures.query({ organisationId: office.branch })).toMatchObject({
      current: 4,
      full: 2,
      probationary: 1,
      others: 1,
      missing: 3,
      away: 1,
      former: 1
    })
  })

  it('counts missing and wanted facts as the file of each person does', async () => {
    const files = await Promise.all(
      ['安平', '白桦', '曹安', '曹白'].map((name) => office.client.member.file.query({ id: ids[name] ?? '' }))
    )
    const sum = (pick: (one: (typeof files)[number]['completeness']) => number): number =>
      files.reduce((total, { completeness }) => total + pick(completeness), 0)
    const { missingFacts, wantedFacts } = await office.client.member.figures.query({ organisationId: office.branch })
    expect(wantedFacts).toBe(sum(({ wanted }) => wanted))
    expect(missingFacts).toBe(sum(({ missing }) => missing.length))
    expect((await page()).map((row) => row.missing.length)).toEqual([0, 6, 6, 6])
  })

  it('gives a part of a view', async () => {
    expect(await namesOf({}, 1, 2)).toEqual(['白桦', '曹安'])
    expect(await namesOf({}, 4, 2)).toEqual([])
  })

  it('knows where a person stands in a view, and where not', async () => {
    const place = (name: string, part: Parameters<typeof page>[0] = {}) =>
      office.client.member.place.query({ organisationId: office.branch, ...view, ...part, id: ids[name] ?? '' })
    expect(await place('曹白')).toBe(3)
    expect(await place('曹白', { view: 'missing' })).toBe(2)
    expect(await place('丁离')).toBeNull()
    expect(await place('丁离', { view: 'former' })).toBe(0)
  })

  it('goes to the row the typed letters mean', async () => {
    const jump = async (letters: string, from: number) =>
      (await office.client.member.jump.query({ organisationId: office.branch, ...view, letters, from }))?.at ?? null
    expect(await jump('c', -1)).toBe(2)
    expect(await jump('c', 2)).toBe(3)
    expect(await jump('cc', 3)).toBe(2)
    expect(await jump('cb', 0)).toBe(3)
    expect(await jump('caob', 0)).toBe(3)
    expect(await jump('%', 0)).toBeNull()
    expect(await jump('zz', 0)).toBeNull()
  })
})

describe('an ID number', () => {
  it('is masked everywhere until somebody asks, which is noted', async () => {
    const id = ids['安平'] ?? ''
    expect((await page())[0]?.citizenId).toBe('110105********002X')
    expect((await office.client.member.file.query({ id })).member.citizenId).toBe('110105********002X')
    expect(await office.client.member.reveal.mutate({ id })).toBe('11010519491231002X')
    const log = await office.client.audit.list.query({
      filter: { actorId: null, act: 'member', text: '', from: null, to: null },
      offset: 0,
      limit: 50
    })
    expect(JSON.stringify(log)).toContain('member.reveal')
    expect(JSON.stringify(log)).not.toContain('11010519491231002X')
  })

  it('stays as it is when the masked one comes back with a change', async () => {
    const id = ids['安平'] ?? ''
    const { member } = await office.client.member.file.query({ id })
    await office.client.member.save.mutate({ ...member, job: '离休干部' })
    expect(await office.client.member.reveal.mutate({ id })).toBe('11010519491231002X')
  })
})

describe('findings', () => {
  it('tell of an organisation what is open and what is met, each with its rule', async () => {
    const findings = await office.client.organisation.findings.query({ id: office.branch })
    expect(findings.map(({ rule, status }) => `${rule} ${status}`)).toEqual([
      'R1-01 open',
      'R1-02 met',
      'R1-03 hint',
      'R1-07 open'
    ])
  })

  it('tell of a person away for half a year', async () => {
    const { findings } = await office.client.member.file.query({ id: ids['曹白'] ?? '' })
    expect(findings.map(({ rule, since }) => `${rule} ${since}`)).toEqual(['R8.5-3 2026-07-05'])
  })
})
