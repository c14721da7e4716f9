import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allAccounts, saveAccount } from '../../../electron/features/account/account-repository.ts'
import { meetingById } from '../../../electron/features/meeting/meeting-repository.ts'
import { writeWorkbook } from '../../../electron/workbook/workbook-writer.ts'
import { blankLife } from '../../../shared/features/life/life.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { blankEntry } from '../../../shared/features/plan/plan.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { aPdf } from '../../factories/files.ts'
import { anOffice, problemOf, root, type TestOffice } from '../../factories/office.ts'
import { putFile } from '../../factories/put-file.ts'

let office: TestOffice
let ids: Record<
  | 'own'
  | 'group'
  | 'other'
  | 'root'
  | 'ownPerson'
  | 'otherPerson'
  | 'otherMeeting'
  | 'ownMeeting'
  | 'otherTask'
  | 'otherStudy'
  | 'otherPlan'
  | 'otherFile',
  string
>

const page = (organisationId: string | null) =>
  office.client.member.page.query({ organisationId, view: 'current', order: 'post', offset: 0, limit: 500 })

beforeAll(async () => {
  office = await anOffice({ kind: '党委', branches: [] })
  await importUpload(
    office.client,
    await uploadLedger(office.app, readFileSync(join(root, 'resources/samples/示例台账.xlsx')))
  )
  const tree = await office.client.organisation.tree.query()
  const idOf = (code: string): string => tree.find((one) => one.code === code)?.id ?? ''
  const firstOf = async (id: string): Promise<string> => (await page(id))[0]?.id ?? ''
  const meetingOf = async (id: string): Promise<string> =>
    (await office.client.meeting.list.query({ organisationId: id, year: null }))[0]?.id ?? ''
  const { client } = office
  const tasksIn = async (id: string | null) =>
    (await client.task.list.query({ organisationId: id, show: 'all', limit: 5000 })).lines
  const [own, other] = [idOf('ZB01'), idOf('ZB02')]
  ids = {
    own,
    other,
    group: idOf('XZ0101'),
    root: idOf('DW01'),
    ownPerson: await firstOf(own),
    otherPerson: await firstOf(other),
    ownMeeting: await meetingOf(own),
    otherMeeting: await meetingOf(other),
    otherTask: (await tasksIn(other))[0]?.task.id ?? '',
    otherFile: (
      await putFile(office.app, {
        ...{ name: '别家签到表.pdf', bytes: aPdf(), record: 'meeting' },
        id: await meetingOf(other)
      })
    ).id,
    otherStudy:
      (await client.study.desk.query({ organisationId: other, year: 2026 })).lines.flatMap((line) => line.studies)[0]
        ?.id ?? '',
    otherPlan: (await client.plan.save.mutate(blankEntry(other, '2026-12-10'))).id
  }
  const { account } = office.vault
  if (account === null) throw new Error('locked')
  office.vault.store?.write((tables) => saveAccount(tables, { ...account, roles: ['党务干事'], organisationId: own }))
})
afterAll(() => office.remove())

const outOfReach = { code: 'out-of-reach' }

describe('an account with a scope', () => {
  it('is shown its organisation and those below it, and their people and meetings', async () => {
    const tree = await office.client.organisation.tree.query()
    expect(tree.map((one) => one.code).sort()).toEqual(['XZ0101', 'XZ0102', 'ZB01'])
    expect(new Set((await page(null)).map((row) => row.organisation))).toEqual(new Set(['机关第一党支部']))
    expect(await page(ids.other)).toEqual([])
    expect((await office.client.member.figures.query({ organisationId: ids.other })).current).toBe(0)
    const meetings = await office.client.meeting.list.query({ organisationId: null, year: null })
    expect(meetings.length).toBeGreaterThan(0)
    expect(await office.client.meeting.list.query({ organisationId: ids.other, year: null })).toEqual([])
    const tasks = await office.client.task.list.query({ organisationId: null, show: 'all', limit: 5000 })
    expect(tasks.total).toBeGreaterThan(0)
    expect(new Set(tasks.lines.map((line) => line.organisation))).toEqual(new Set(['机关第一党支部']))
    const others = await office.client.task.list.query({ organisationId: ids.other, show: 'all', limit: 5000 })
    expect(others).toMatchObject({ total: 0, counts: { done: 0, open: 0 } })
    const year = { from: '2026-01-01', to: '2026-12-31' }
    const calendar = await office.client.plan.list.query({ organisationId: null, ...year })
    const seen = new Set(tree.map(({ id }) => id))
    expect(calendar.length).toBeGreaterThan(0)
    for (const { organisationId } of calendar) expect(seen).toContain(organisationId)
    const { rows } = await office.client.plan.coverage.query({ organisationId: null, year: 2026, type: null })
    expect(rows.map((row) => row.label)).toEqual(['机关第一党支部'])
  })

  it('does not find others by searching', async () => {
    const seen = (await office.client.organisation.tree.query()).map((one) => one.id)
    for (const text of ['王', '会', '学习', 'w', '机关']) {
      const all = { text, kinds: [], year: null, offset: 0, limit: 500 }
      const { hits, total, counts } = await office.client.search.all.query(all)
      expect(total).toBe(hits.length)
      expect(Object.values(counts.kinds).reduce((sum, count) => sum + count, 0)).toBe(total)
      expect(hits.length, text).toBeGreaterThan(0)
      for (const hit of hits) expect(seen, hit.title.text).toContain(hit.organisationId)
    }
  })

  it('does not learn that a file lies with others too', async () => {
    const own = { name: '签到表.pdf', bytes: aPdf(), record: 'meeting', id: ids.ownMeeting } as const
    expect((await putFile(office.app, own)).alsoAt).toEqual([])
    const all = { text: '别家签到表', kinds: [], year: null, offset: 0, limit: 10 }
    expect((await office.client.search.all.query(all)).total).toBe(0)
  })

  it('may open what is its own', async () => {
    expect((await office.client.member.file.query({ id: ids.ownPerson })).member.id).toBe(ids.ownPerson)
    expect((await office.client.meeting.desk.query({ id: ids.ownMeeting })).meeting.id).toBe(ids.ownMeeting)
    expect((await office.client.organisation.findings.query({ id: ids.own })).length).toBeGreaterThan(0)
  })

  it('is refused every record outside, by whatever procedure it is named', async () => {
    const { client } = office
    const day = '2026-11-21'
    const person = { ...blankPerson, id: '', name: '新来的', sex: '男' as const }
    const spell = { ...blankSpell, id: '', organisationId: ids.other }
    const post = {
      id: '',
      organisationId: ids.other,
      memberId: ids.ownPerson,
      title: '委员',
      from: day,
      to: null,
      appointedBy: null
    } as const
    const exemption = {
      ...{ id: '', memberId: ids.otherPerson, organisationId: ids.other, ground: '正在服刑' as const },
      ...{ from: '2026-01-01', to: null, approval: null, resolvedOn: null }
    }
    const problem = {
      ...{ id: '', organisationId: ids.other, meetingId: null, problem: '学习不够', source: null, target: null },
      ...{ measure: null, person: null, dueOn: null, progress: [], remeasured: null, closedOn: null }
    }
    const suspension = {
      id: '',
      memberId: ids.otherPerson,
      organisationId: ids.other,
      kind: '留党察看',
      from: day,
      to: null,
      basis: null
    } as const
    const whereabouts = {
      id: '',
      memberId: ids.otherPerson,
      kind: '流动',
      from: day,
      to: null,
      place: null,
      contact: null,
      note: null
    } as const
    const task = {
      ...{ id: '', organisationId: ids.own, subject: '补学', source: null, person: null },
      ...{ dueOn: null, doneOn: null, result: null }
    }
    const alert = { organisationId: ids.other, code: 'W04', subject: '2026年10月主题党日', year: 2026 } as const
    const study = { organisationId: ids.other, date: day, content: null, hours: 1, kind: null }
    const { meeting } = await client.meeting.desk.query({ id: ids.ownMeeting })
    const tree = await client.organisation.tree.query()
    const own = tree.find((one) => one.id === ids.own)
    if (own === undefined) throw new Error('the own branch is not shown')
    const calls: [string, () => Promise<unknown>][] = [
      ['member.file', () => client.member.file.query({ id: ids.otherPerson })],
      ['member.reveal', () => client.member.reveal.mutate({ id: ids.otherPerson })],
      ['member.save', () => client.member.save.mutate({ ...person, memberships: [spell] })],
      ['member.remove', () => client.member.remove.mutate({ id: ids.otherPerson })],
      [
        'member.leave',
        () => client.member.leave.mutate({ id: ids.otherPerson, exitWay: '转出', to: day, wentTo: null })
      ],
      [
        'member.comeBack',
        () =>
          client.member.comeBack.mutate({
            id: ids.ownPerson,
            organisationId: ids.other,
            groupId: null,
            entryWay: '转入',
            from: day,
            cameFrom: null
          })
      ],
      ['member.bulk', () => client.member.bulk.mutate({ ids: [ids.otherPerson], change: { nation: '汉族' } })],
      ['member.tellApart', () => client.member.tellApart.mutate({ firstId: ids.ownPerson, secondId: ids.otherPerson })],
      [
        'member.merge',
        () => client.member.merge.mutate({ keepId: ids.ownPerson, otherId: ids.otherPerson, choices: {} })
      ],
      ['post.save', () => client.post.save.mutate(post)],
      ['suspension.save', () => client.suspension.save.mutate(suspension)],
      ['whereabouts.save', () => client.whereabouts.save.mutate(whereabouts)],
      [
        'organisation.save',
        () => client.organisation.save.mutate({ ...own, id: '', code: 'ZB99', parentId: ids.root })
      ],
      ['organisation.remove', () => client.organisation.remove.mutate({ id: ids.other })],
      ['organisation.findings', () => client.organisation.findings.query({ id: ids.other })],
      ['exemption.save', () => client.exemption.save.mutate(exemption)],
      ['meeting.desk', () => client.meeting.desk.query({ id: ids.otherMeeting })],
      [
        'meeting.start',
        () => client.meeting.start.mutate({ organisationId: ids.other, types: ['党员大会'], date: day })
      ],
      ['meeting.save', () => client.meeting.save.mutate({ ...meeting, organisationId: ids.other })],
      ['meeting.finish', () => client.meeting.finish.mutate({ id: ids.otherMeeting })],
      ['meeting.reopen', () => client.meeting.reopen.mutate({ id: ids.otherMeeting, reason: '改错字' })],
      [
        'meeting.ledger',
        () => client.meeting.ledger.query({ ledger: 'meetings', organisationId: ids.other, year: 2026 })
      ],
      ['meeting.archive', () => client.meeting.archive.mutate({ ids: [ids.otherMeeting] })],
      [
        'meeting.report',
        () => client.meeting.report.mutate({ id: ids.otherMeeting, reportedTo: '县局党委', reportedOn: null })
      ],
      ['meeting.versions', () => client.meeting.versions.query({ id: ids.otherMeeting })],
      ['meeting.remove', () => client.meeting.remove.mutate({ id: ids.otherMeeting })],
      ['life.desk', () => client.life.desk.query({ id: ids.otherMeeting })],
      ['life.save', () => client.life.save.mutate(blankLife(ids.otherMeeting))],
      ['rectification.save', () => client.rectification.save.mutate(problem)],
      ['likeness.ofMeeting', () => client.likeness.ofMeeting.query({ id: ids.otherMeeting })],
      ['alert.list', () => client.alert.list.query({ organisationId: ids.other, year: 2026 })],
      ['home.view', () => client.home.view.query({ organisationId: ids.other, year: 2026 })],
      ['home.progress', () => client.home.progress.query({ organisationId: ids.other, year: 2026 })],
      ['alert.snooze', () => client.alert.snooze.mutate({ ...alert, until: day, reason: '下周补开' })],
      ['alert.rectify', () => client.alert.rectify.mutate(alert)],
      ['plan.list', () => client.plan.list.query({ organisationId: ids.other, from: day, to: day })],
      ['plan.coverage', () => client.plan.coverage.query({ organisationId: ids.other, year: 2026, type: null })],
      ['plan.propose', () => client.plan.propose.query({ organisationId: ids.other, year: 2026 })],
      ['plan.adopt', () => client.plan.adopt.mutate({ entries: [blankEntry(ids.other, day)] })],
      ['plan.save', () => client.plan.save.mutate(blankEntry(ids.other, day))],
      ['plan.save over', () => client.plan.save.mutate({ ...blankEntry(ids.own, day), id: ids.otherPlan })],
      ['plan.remove', () => client.plan.remove.mutate({ id: ids.otherPlan })],
      ['plan.begin', () => client.plan.begin.mutate({ id: ids.otherPlan })],
      ['task.ofMeeting', () => client.task.ofMeeting.query({ id: ids.otherMeeting })],
      ['task.save', () => client.task.save.mutate({ ...task, organisationId: ids.other })],
      [
        'task.save with a source',
        () => client.task.save.mutate({ ...task, source: { meetingId: ids.otherMeeting, item: null } })
      ],
      ['task.remove', () => client.task.remove.mutate({ id: ids.otherTask })],
      ['study.desk', () => client.study.desk.query({ organisationId: ids.other, year: 2026 })],
      ['study.add', () => client.study.add.mutate({ ...study, memberIds: [ids.otherPerson] })],
      ['study.save', () => client.study.save.mutate({ ...study, id: 'new', memberId: ids.otherPerson })],
      ['study.remove', () => client.study.remove.mutate({ id: ids.otherStudy })],
      ['attachment.list', () => client.attachment.list.query({ record: 'meeting', id: ids.otherMeeting })],
      ['attachment.remove', () => client.attachment.remove.mutate({ id: ids.otherFile })],
      [
        'attachment.describe',
        () => client.attachment.describe.mutate({ id: ids.otherFile, caption: null, shownOn: null })
      ],
      ['attachment.order', () => client.attachment.order.mutate({ record: 'meeting', id: ids.otherMeeting, ids: [] })],
      [
        'attachment.put',
        () => putFile(office.app, { name: '一.pdf', bytes: aPdf(), record: 'meeting', id: ids.otherMeeting })
      ]
    ]
    for (const [name, call] of calls) expect(await problemOf(call()), name).toMatchObject(outOfReach)
  })

  it('gets no paper of others, and a ledger of its own only', async () => {
    const get = (path: string) => office.app(new Request(`http://127.0.0.1${path}`, { headers: { 'x-app': '1' } }))
    for (const path of [
      `/documents/meeting/${ids.otherMeeting}/minutes.pdf`,
      `/documents/member/${ids.otherPerson}/record.pdf`,
      `/documents/organisation/${ids.other}/roster.pdf`,
      `/documents/study/${ids.other}/hours.pdf?year=2026`,
      `/documents/plan/${ids.other}/year.pdf?year=2026`,
      `/documents/alert/${ids.other}/2026/list.pdf`,
      `/documents/attachment/${ids.otherFile}/file`
    ])
      expect(await (await get(path)).json()).toMatchObject({ problem: outOfReach })
    expect((await get(`/documents/organisation/${ids.own}/roster.xlsx`)).status).toBe(200)
    const id = await uploadLedger(office.app, new Uint8Array(await (await get('/ledger/export.xlsx')).arrayBuffer()))
    const preview = await office.client.ledger.preview.query({ id })
    expect(preview.sheets.find((sheet) => sheet.sheet === '党组织')?.rowsRead).toBe(3)
  })

  it('cannot take a meeting of others by a ledger that calls it its own', async () => {
    const { store } = office.vault
    const taken = store?.read((tables) => meetingById(tables, ids.otherMeeting))
    const columns = ['会议编号', '组织编码', '类型', '日期'].map((header) => ({ header, width: 12 }))
    const bytes = await writeWorkbook([
      { name: '会议', columns, rows: [[taken?.number ?? '', 'ZB01', '支委会', '2026-03-05']] }
    ])
    expect(await problemOf(importUpload(office.client, await uploadLedger(office.app, bytes)))).toMatchObject(
      outOfReach
    )
    expect(store?.read((tables) => meetingById(tables, ids.otherMeeting))).toEqual(taken)
  })

  it('cannot set the rules of the whole office, whatever its role', async () => {
    const { store } = office.vault
    const me = store?.read((tables) => allAccounts(tables)).find(({ organisationId }) => organisationId !== null)
    if (me === undefined) throw new Error('no account')
    store?.write((tables) => saveAccount(tables, { ...me, roles: ['书记'] }))
    const override = { ruleId: 'R8-01', parameter: 'member', fromYear: 2026, value: 40, note: '县局通知' } as const
    expect(await problemOf(office.client.rule.override.mutate(override))).toMatchObject(outOfReach)
    store?.write((tables) => saveAccount(tables, me))
  })

  it('cannot bring others in by a ledger', async () => {
    const id = await uploadLedger(office.app, readFileSync(join(root, 'resources/samples/示例台账.xlsx')))
    const summary = await importUpload(office.client, id, 'accepted')
    expect(summary.党员).toMatchObject({ created: 0, updated: 0 })
  })
})
