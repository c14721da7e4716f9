import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let branch: string
let ids: Record<'secretary' | 'member' | 'late', string>

const aPerson = async (name: string, posts: string[] = [], from: string | null = null): Promise<string> => {
  const spell = { ...blankSpell, id: '', organisationId: branch, statedPosts: posts, from }
  const person = { ...blankPerson, id: '', name, sex: '男' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' }
  return (await office.client.member.save.mutate({ ...person, memberships: [spell] })).id
}

beforeEach(async () => {
  office = await anOffice()
  branch = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
  ids = {
    secretary: await aPerson('周启明', ['书记']),
    member: await aPerson('丁立新'),
    late: await aPerson('唐芷兰', [], '2026-06-01')
  }
})
afterEach(() => office.remove())

const desk = (year = 2026) => office.client.study.desk.query({ organisationId: branch, year })
const totals = async (year?: number) =>
  Object.fromEntries((await desk(year)).lines.map(({ name, hours, target }) => [name, `${hours.total}/${target}`]))
const batch = (part: object = {}) => ({
  ...{ organisationId: branch, memberIds: [ids.secretary, ids.member], date: '2026-05-13' },
  ...{ content: '集中培训', hours: 8, kind: '脱产' as const },
  ...part
})

/** A meeting of the branch, or of what stands above it, with hours and somebody away. */
async function aMeeting(organisationId: string, absent: string[], date = '2026-07-15'): Promise<void> {
  const meeting = await office.client.meeting.start.mutate({ organisationId, types: ['主题党日'], date })
  const absences = absent.map((memberId) => ({ memberId, name: '谁', reason: '公差' as const }))
  await office.client.meeting.save.mutate({ ...meeting, hours: 2, absences })
}

describe('the hours of a branch', () => {
  it('are those of its meetings for whoever was present, with typed ones on top, against 56 or 32', async () => {
    await aMeeting(branch, [ids.member])
    await office.client.study.add.mutate(batch())
    expect(await totals()).toEqual({ 周启明: '10/56', 丁立新: '8/32', 唐芷兰: '2/32' })
    const { lines, warning } = await desk()
    expect(lines.find(({ name }) => name === '周启明')?.hours.entries.map(({ source }) => source)).toEqual([
      'typed',
      'meeting'
    ])
    expect(warning).toMatchObject({ level: 'yellow', due: '2026-10-31' })
    expect(warning?.behind.map(({ name }) => name)).toEqual(['唐芷兰', '周启明', '丁立新'])
  })

  it('count a lecture of the level above, and nothing of another year', async () => {
    const top = (await office.client.organisation.tree.query()).find((one) => one.parentId === null)?.id ?? ''
    await aMeeting(top, [])
    await office.client.study.add.mutate(batch({ date: '2025-05-13' }))
    expect(await totals()).toEqual({ 周启明: '2/56', 丁立新: '2/32', 唐芷兰: '2/32' })
    expect(await totals(2025)).toEqual({ 周启明: '8/56', 丁立新: '8/32' })
  })
})

describe('typing hours', () => {
  it('for many at once is taken back as a whole', async () => {
    const { id, added } = await office.client.study.add.mutate(batch())
    expect(added).toBe(2)
    await office.client.journal.undo.mutate({ id })
    expect(await totals()).toEqual({ 周启明: '0/56', 丁立新: '0/32', 唐芷兰: '0/32' })
  })

  it('is refused as a whole, naming who and why', async () => {
    const { add } = office.client.study
    await add.mutate(batch({ memberIds: [ids.member] }))
    const refusals: [object, object][] = [
      [{}, { code: 'study-duplicate', message: '丁立新这一天已有同样内容的学时，请改内容或去掉。' }],
      [{ memberIds: [ids.late] }, { code: 'person-not-member-that-day', field: 'memberIds' }],
      [{ memberIds: ['nobody'] }, { code: 'person-not-member-that-day' }],
      [{ date: '2026-11-22' }, { code: 'date-ahead', field: 'date' }],
      [{ hours: 0 }, { code: 'hours-missing', field: 'hours' }],
      [{ memberIds: [] }, { code: 'invalid-input' }],
      [{ organisationId: 'nowhere' }, { code: 'organisation-unknown' }]
    ]
    for (const [part, problem] of refusals) expect(await problemOf(add.mutate(batch(part)))).toMatchObject(problem)
    expect(await totals()).toMatchObject({ 周启明: '0/56', 丁立新: '8/32' })
  })

  it('can be changed and deleted one by one, and put back', async () => {
    await office.client.study.add.mutate(batch({ memberIds: [ids.member] }))
    const record = (await desk()).lines.flatMap(({ studies }) => studies)[0]
    if (record === undefined) throw new Error('nothing was kept')
    await office.client.study.save.mutate({ ...record, hours: 4 })
    expect(await totals()).toMatchObject({ 丁立新: '4/32' })
    await office.client.study.remove.mutate({ id: record.id })
    expect(await totals()).toMatchObject({ 丁立新: '0/32' })
    await office.client.study.save.mutate(record)
    expect(await totals()).toMatchObject({ 丁立新: '8/32' })
  })
})

describe('a person entered twice', () => {
  it('brings hours and tasks along, the same hours once, and undoing parts them again', async () => {
    const { client } = office
    await client.study.add.mutate(batch({ memberIds: [ids.member, ids.secretary] }))
    await client.study.add.mutate(batch({ memberIds: [ids.member], content: '自学', hours: 2 }))
    const person = { name: '丁立新', memberId: ids.member }
    const rest = { source: null, dueOn: null, doneOn: null, result: null }
    await client.task.save.mutate({ id: '', organisationId: branch, subject: '补学', person, ...rest })
    expect(await problemOf(client.member.remove.mutate({ id: ids.member }))).toMatchObject({ code: 'member-in-use' })
    const merged = await client.member.merge.mutate({ keepId: ids.secretary, otherId: ids.member, choices: {} })
    expect(await totals()).toMatchObject({ 周启明: '10/56' })
    const tasks = () => client.task.list.query({ organisationId: null, show: 'all', limit: 10 })
    expect((await tasks()).lines[0]?.task.person).toEqual({ name: '周启明', memberId: ids.secretary })
    await client.journal.undo.mutate({ id: merged.id })
    expect(await totals()).toMatchObject({ 周启明: '8/56', 丁立新: '10/32' })
    expect((await tasks()).lines[0]?.task.person).toEqual(person)
  })
})

describe('学时台账', () => {
  const get = (file: string) =>
    office.app(new Request(`http://127.0.0.1/documents/study/${branch}/${file}`, { headers: { 'x-app': '1' } }))

  it('goes out as PDF, Word and Excel, and that it did stands in the log', async () => {
    await office.client.study.add.mutate(batch())
    for (const file of ['hours.pdf', 'hours.docx', 'hours.xlsx']) {
      const response = await get(`${file}?year=2026`)
      expect(response.status, file).toBe(200)
      expect((await response.arrayBuffer()).byteLength, file).toBeGreaterThan(2000)
    }
    const filter = { actorId: null, act: 'study', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 10 })
    expect(lines.map(({ act }) => act)).toEqual(['study.hours.excel', 'study.hours.word', 'study.add'])
  })

  it('is not there for a year nobody can mean, nor under another name', async () => {
    expect((await get('hours.pdf?year=20260')).status).toBe(404)
    expect((await get('hours.pdf')).status).toBe(404)
    expect((await get('roster.pdf?year=2026')).status).toBe(404)
  })
})
