import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyVote } from '../../../shared/features/meeting/meeting.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { aClient, anApp, anOffice, password, problemOf, root, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
const own = { 'x-app': '1' }
const get = (path: string, headers: Record<string, string> = own) =>
  office.app(new Request(`http://127.0.0.1${path}`, { headers }))

beforeAll(async () => {
  office = await anOffice({ organisationName: '中共云溪县烟草专卖局委员会', shortName: '县局党委', kind: '党委' })
})
afterAll(() => office.remove())

async function importSample(): Promise<void> {
  const bytes = readFileSync(join(root, 'resources/samples/示例台账.xlsx'))
  const id = await uploadLedger(office.app, bytes)
  const preview = await office.client.ledger.preview.query({ id })
  expect(preview.faults).toEqual([])
  expect(preview.党员.created).toBe(174)
  const done = await importUpload(office.client, id)
  expect(done.会议.created).toBe(317)
}

describe('the first run', () => {
  it('made the organisation and its branches with codes of their own', async () => {
    const tree = await office.client.organisation.tree.query()
    expect(tree.map(({ code, name, kind }) => `${code} ${name} ${kind}`)).toEqual([
      'DW01 中共云溪县烟草专卖局委员会 党委',
      'ZB01 机关第一党支部 党支部',
      'ZB02 机关第二党支部 党支部'
    ])
  })

  it('refuses a second one', async () => {
    const again = office.client.vault.create.mutate({
      founder: {
        unit: 'x',
        organisationName: 'x',
        shortName: '',
        superior: '',
        kind: '党支部',
        branches: [],
        accountName: 'x',
        accountTitle: '',
        password: '0123456789'
      },
      recoveryCode: office.code
    })
    expect((await problemOf(again)).code).toBe('store-exists')
  })

  it('names the field of bad input in Chinese', async () => {
    const settings = await office.client.setting.office.query()
    const problem = await problemOf(office.client.setting.saveOffice.mutate({ ...settings, autoLockMinutes: 0 }))
    expect(problem).toEqual({ code: 'invalid-input', message: '自动锁定应为 1 到 30 分钟', field: 'autoLockMinutes' })
  })
})

describe('the name of the unit', () => {
  it('changes on the unlock screen too when the office changes it', async () => {
    const settings = await office.client.setting.office.query()
    await office.client.setting.saveOffice.mutate({ ...settings, unit: '云溪县烟草专卖局' })
    expect((await office.client.vault.status.query()).unit).toBe('云溪县烟草专卖局')
    await office.client.setting.saveOffice.mutate(settings)
  })
})

describe('the automatic lock', () => {
  it('is put off by what somebody does, not by what the page asks by itself', async () => {
    let touches = 0
    office.vault.lock()
    const { app, vault } = anApp(office.storeFile, undefined, () => {
      touches += 1
    })
    const client = aClient(app)
    await client.vault.unlock.mutate({ accountId: vault.status().accounts[0]?.id ?? '', password })
    touches = 0
    await Promise.all([client.vault.status.query(), client.backup.status.query(), client.account.me.query()])
    expect(touches).toBe(0)
    await client.vault.touch.mutate()
    expect(touches).toBe(1)
    vault.lock()
    await office.client.vault.unlock.mutate({ accountId: vault.status().accounts[0]?.id ?? '', password })
  })
})

describe('the door', () => {
  it('takes only our own calls', async () => {
    expect((await get('/api/vault.status', {})).status).toBe(405)
    const form = new Request('http://127.0.0.1/api/vault.lock', {
      method: 'POST',
      headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=1'
    })
    expect((await office.app(form)).status).toBe(405)
    expect((await get('/ledger/blank.xlsx')).headers.get('cache-control')).toBe('no-store')
    expect((await get('/ledger/blank.xlsx')).headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('an office with its ledger', () => {
  beforeAll(importSample)

  it('changes nothing when the same file comes again', async () => {
    const bytes = readFileSync(join(root, 'resources/samples/示例台账.xlsx'))
    const id = await uploadLedger(office.app, bytes)
    const { 党员, 会议, 党组织, 任职 } = await importUpload(office.client, id, 'accepted')
    for (const count of [党员, 会议, 党组织, 任职]) expect(count).toMatchObject({ created: 0, updated: 0 })
  })

  it('finds people by name, pinyin and initials', async () => {
    const find = async (text: string) =>
      (await office.client.search.quick.query({ text, few: 5 })).hits
        .filter((hit) => hit.kind === 'member')
        .map((hit) => hit.title.text)
    expect(await find('周启明')).toEqual(['周启明'])
    expect(await find('zqm')).toContain('周启明')
    expect(await find('ouyangzhi')).toEqual(['欧阳致远'])
    expect(await find('㛃')).toEqual(['张㛃'])
    expect(await find('没有这个人')).toEqual([])
  })

  it('orders a roster by post, strokes or pinyin', async () => {
    const branch = (await office.client.organisation.tree.query()).find((one) => one.code === 'ZB01')
    const names = async (order: 'post' | 'stroke' | 'pinyin') =>
      (
        await office.client.member.page.query({
          organisationId: branch?.id ?? '',
          view: 'current',
          order,
          offset: 0,
          limit: 50
        })
      ).map((row) => row.name)
    expect((await names('post')).slice(0, 5)).toEqual(['周启明', '林慧', '许静', '方国栋', '郑一鸣'])
    expect((await names('stroke'))[0]).toBe('丁立新')
    expect((await names('pinyin'))[0]).toBe('陈雨桐')
    expect(branch).toMatchObject({ full: 16, probationary: 2, committee: 5, termEndsOn: '2028-03-25' })
  })

  it('refuses a second person with the same ID number', async () => {
    const [row] = (await office.client.search.quick.query({ text: '林慧', few: 1 })).hits
    const { member } = await office.client.member.file.query({ id: row?.id ?? '' })
    const copy = {
      ...member,
      citizenId: await office.client.member.reveal.mutate({ id: member.id }),
      id: '',
      name: '林惠',
      memberships: member.memberships.map((spell) => ({ ...spell, id: '' }))
    }
    expect(await problemOf(office.client.member.save.mutate(copy))).toMatchObject({
      code: 'id-duplicate',
      field: 'citizenId'
    })
    expect(
      await problemOf(office.client.member.save.mutate({ ...copy, citizenId: '110105194912310021' }))
    ).toMatchObject({ code: 'id-check-digit' })
    expect(await problemOf(office.client.member.remove.mutate({ id: member.id }))).toMatchObject({
      code: 'member-in-use'
    })
  })

  it('takes a meeting from a blank page to a locked record and printed minutes', async () => {
    const tree = await office.client.organisation.tree.query()
    const branch = tree.find((one) => one.code === 'ZB01')
    const started = await office.client.meeting.start.mutate({
      organisationId: branch?.id ?? '',
      types: ['党员大会'],
      date: '2026-11-21'
    })
    expect(started).toMatchObject({
      place: '四楼党员活动室',
      host: { name: '周启明' },
      recorder: { name: '许静' },
      state: 'held'
    })
    const { id } = started
    const desk = await office.client.meeting.desk.query({ id })
    expect(JSON.stringify(desk.roster)).not.toContain('citizenId')
    const speaker = { name: '林慧', memberId: desk.roster.members.find((one) => one.name === '林慧')?.id ?? '' }
    const item = {
      number: 1,
      title: '讨论工作计划',
      kind: '一般' as const,
      presenter: speaker,
      subject: null,
      discussion: [{ speaker, text: '同意。' }],
      resolution: '同意。',
      vote: emptyVote
    }
    const draft = { ...started, start: '09:00', end: '10:00', agenda: [item] }
    await office.client.meeting.save.mutate(draft)
    expect((await office.client.meeting.finish.mutate({ id })).gaps.map((gap) => gap.field)).toEqual([
      'agenda.0.vote',
      'agenda.0.method'
    ])
    await office.client.meeting.save.mutate({
      ...draft,
      agenda: [{ ...item, vote: { ...emptyVote, method: '举手', yes: 16, no: 0, abstained: 0 } }]
    })
    expect((await office.client.meeting.finish.mutate({ id })).gaps).toEqual([])
    expect(await problemOf(office.client.meeting.save.mutate(draft))).toMatchObject({ code: 'record-final' })
    expect(await problemOf(office.client.meeting.remove.mutate({ id }))).toMatchObject({ code: 'record-final' })
    for (const paper of ['minutes', 'sign-in'])
      for (const format of ['pdf', 'docx']) {
        const response = await get(`/documents/meeting/${id}/${paper}.${format}`)
        expect(response.status).toBe(200)
        const file = join(office.folder, `${paper}.${format}`)
        writeFileSync(file, Buffer.from(await response.arrayBuffer()))
      }
    const text = execFileSync('pdftotext', ['-layout', join(office.folder, 'minutes.pdf'), '-'], { encoding: 'utf8' })
    expect(text).toContain('支部党员大会会议记录')
    expect(text.replace(/\s/g, '')).toContain('赞成16票')
    expect((await get('/documents/meeting/nobody/minutes.pdf')).status).toBe(404)
    expect((await get(`/documents/meeting/${id}/../../x.pdf`)).status).not.toBe(200)
  })

  it('exports a ledger that imports again without a change', async () => {
    const bytes = Buffer.from(await (await get('/ledger/export.xlsx')).arrayBuffer())
    const id = await uploadLedger(office.app, bytes)
    const preview = await office.client.ledger.preview.query({ id })
    expect(preview.faults).toEqual([])
    expect(preview.党员).toMatchObject({ created: 0, updated: 0, unchanged: 174 })
    expect(preview.会议).toMatchObject({ created: 0, updated: 0 })
  }, 60_000)

  it('says what is wrong with a file that is no workbook, and keeps nothing', async () => {
    const upload = await office.app(
      new Request('http://127.0.0.1/ledger/upload', {
        method: 'POST',
        headers: { ...own, 'content-type': 'application/octet-stream' },
        body: '姓名,性别'
      })
    )
    expect(upload.status).toBe(400)
    expect(JSON.stringify(await upload.json())).toContain('另存为')
    expect((await problemOf(office.client.ledger.preview.query({ id: 'gone' }))).code).toBe('upload-gone')
  })

  it('says that the disk is full, keeps what was there, and goes on when there is room', async () => {
    const [row] = (await office.client.search.quick.query({ text: '杨帆', few: 1 })).hits
    const { member } = await office.client.member.file.query({ id: row?.id ?? '' })
    const pages = (limit: string) =>
      office.vault.store?.read((tables) => tables.get<{ n: number }>(sql.raw(`PRAGMA max_page_count = ${limit}`)))
    const used = office.vault.store?.read((tables) => tables.get<[number]>(sql`PRAGMA page_count`))
    pages(String(Object.values(used ?? {})[0]))
    const heavy = (index: number) =>
      office.client.member.save.mutate({
        ...member,
        id: '',
        citizenId: null,
        note: '重'.repeat(2000),
        name: `占位${index}`,
        memberships: member.memberships.map((spell) => ({ ...spell, id: '' }))
      })
    const filling = async (): Promise<void> => {
      for (let index = 0; index < 200; index += 1) await heavy(index)
    }
    expect(await problemOf(filling())).toMatchObject({ code: 'disk-full' })
    pages('1073741823')
    await office.client.member.save.mutate({ ...member, note: '写得进了' })
    expect((await office.client.member.file.query({ id: member.id })).member.note).toBe('写得进了')
  })

  it('keeps no name readable in any file while open', () => {
    const needles = ['周启明', '欧阳致远', '陈雨桐'].map((name) => Buffer.from(name))
    for (const name of readdirSync(office.folder).filter((file) => !/\.(pdf|docx)$/.test(file)))
      for (const needle of needles) expect(readFileSync(join(office.folder, name)).includes(needle)).toBe(false)
  })

  it('closes every door when locked', async () => {
    await office.client.vault.lock.mutate()
    expect((await problemOf(office.client.organisation.tree.query())).code).toBe('locked')
    expect((await get('/ledger/export.xlsx')).status).toBe(401)
    const status = await office.client.vault.status.query()
    expect(status.state).toBe('locked')
    expect(JSON.stringify(status)).not.toContain('周启明')
  })
})
