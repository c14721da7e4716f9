import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import { attachmentLimits, type AttachmentRecord } from '../../../shared/features/attachment/attachment.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { aJpeg, anExif, aPackage, aPdf, aProgram } from '../../factories/files.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'
import { putFile } from '../../factories/put-file.ts'

let office: TestOffice
let branches: string[]
let meeting: Meeting

beforeEach(async () => {
  office = await anOffice()
  branches = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部').map(({ id }) => id)
  meeting = await aThemeDay('2026-06-12')
})
afterEach(() => office.remove())

const aThemeDay = (date: string, organisationId = branches[0] ?? ''): Promise<Meeting> =>
  office.client.meeting.start.mutate({ organisationId, types: ['主题党日'], date })

const put = (name: string, bytes: Uint8Array, more: Parameters<typeof putFile>[2] = {}) =>
  putFile(office.app, { name, bytes, record: 'meeting', id: meeting.id }, more)
const list = (record: AttachmentRecord = 'meeting', id = meeting.id) =>
  office.client.attachment.list.query({ record, id })
const names = async () => (await list()).lines.map(({ name }) => name)
const get = (id: string, file: string) =>
  office.app(new Request(`http://127.0.0.1/documents/attachment/${id}/${file}`, { headers: { 'x-app': '1' } }))
const acts = async (act: string) => {
  const filter = { actorId: null, act, text: '', from: null, to: null }
  return (await office.client.audit.list.query({ filter, offset: 0, limit: 50 })).lines.map((line) => [
    line.act,
    line.object,
    line.result
  ])
}

describe('a file put to a record', () => {
  it('is kept with what the system knows of it, and comes back byte for byte', async () => {
    const [photo, preview] = [aJpeg(1600, 1200), aJpeg(320, 240)]
    const original = aJpeg(4000, 3000, '', anExif('2026:06:12 09:30:00'))
    const kept = await put('活动 合影.jpg', photo, { preview, original, shownOn: '2026-06-12' })
    expect(kept).toMatchObject({
      ...{ name: '活动 合影.jpg', kind: 'jpg', width: 1600, height: 1200, size: photo.length, position: 0 },
      ...{ shownOn: '2026-06-12', filedOn: '2026-11-21', filedBy: '管理员', alsoAt: [] }
    })
    const { lines, total, closed } = await list()
    expect(lines).toMatchObject([{ hasPreview: true, originalSize: original.length, alsoAt: [] }])
    expect([total, closed]).toEqual([photo.length + preview.length + original.length, null])
    for (const [file, bytes] of [
      ['preview', preview],
      ['file', photo],
      ['original', original]
    ] as const)
      expect(Buffer.from(await (await get(kept.id, file)).arrayBuffer())).toEqual(bytes)
  })

  it('is refused where its content is not what may be filed, and nothing is kept', async () => {
    expect(await problemOf(put('合影.jpg', aProgram()))).toMatchObject({
      code: 'file-program',
      message: '“合影.jpg”是程序或脚本，不能放进档案库。'
    })
    expect(await problemOf(put('合影.jpg', aJpeg(3000, 2000)))).toMatchObject({ code: 'file-photo-large' })
    expect(await problemOf(put('合影.jpg', aJpeg(), { preview: aPdf() }))).toMatchObject({ code: 'file-damaged' })
    expect(await problemOf(put('合影.jpg', aJpeg(), { original: aProgram() }))).toMatchObject({ code: 'file-program' })
    expect(await problemOf(put('材料.pdf', aPdf(), { original: aJpeg() }))).toMatchObject({ code: 'file-damaged' })
    expect(await names()).toEqual([])
    expect(await acts('attachment')).toEqual([])
  })

  it('is refused where what was sent is not whole, or the name or the day cannot be', async () => {
    const headers = { 'x-parts': '1,2,3' }
    expect(await problemOf(put('材料.pdf', aPdf(), { headers }))).toMatchObject({ code: 'invalid-input' })
    expect(await problemOf(put('材料.pdf', aPdf(), { headers: { 'x-file-name': '%' } }))).toMatchObject({
      code: 'file-name'
    })
    expect(await problemOf(put(`${'长'.repeat(200)}.pdf`, aPdf()))).toMatchObject({ code: 'file-name' })
    expect(await problemOf(put('材料.pdf', aPdf(), { shownOn: '2027-01-01' }))).toMatchObject({
      code: 'date-ahead',
      field: 'shownOn'
    })
    expect(await problemOf(put('材料.pdf', aPdf(), { shownOn: '昨天' }))).toMatchObject({ field: 'shownOn' })
  })

  it('gets a name that systems take and no other file of the record has', async () => {
    await put('..\\..\\签到:表?.pdf', aPdf())
    await put('签到表.pdf', aPdf('% two'))
    await put('签到表.docx', await aPackage('docx'))
    expect(await names()).toEqual(['签到表.pdf', '签到表（2）.pdf', '签到表.docx'])
  })

  it('is refused by name the second time, and pointed out at both places where another record has it', async () => {
    await put('合影.jpg', aJpeg())
    expect(await problemOf(put('另一张.jpg', aJpeg()))).toMatchObject({
      code: 'attachment-twice',
      message: '“另一张.jpg”和已经放入的“合影.jpg”是同一个文件，不用再放。'
    })
    const other = await aThemeDay('2026-07-10')
    const again = await putFile(office.app, { name: '合影.jpg', bytes: aJpeg(), record: 'meeting', id: other.id })
    expect(again.alsoAt).toEqual(['机关第一党支部：2026年6月主题党日'])
    expect((await list()).lines[0]?.alsoAt).toEqual(['机关第一党支部：2026年7月主题党日'])
  })

  it('is one of a hundred at most', async () => {
    for (let count = 0; count < attachmentLimits.perRecord; count += 1) await put('照.jpg', aJpeg(9, 9, `${count}`))
    expect(await problemOf(put('照.jpg', aJpeg(9, 9, 'more')))).toMatchObject({ code: 'attachment-many' })
  })

  it('leaves the program only noted, and only photos and PDF are looked at here', async () => {
    const pdf = await put('材料.pdf', aPdf())
    const word = await put('材料.docx', await aPackage('docx'))
    expect((await get(pdf.id, 'file')).headers.get('content-type')).toBe('application/pdf')
    expect((await get(word.id, 'file')).status).toBe(400)
    expect((await get(word.id, 'file?use=save')).status).toBe(200)
    expect((await get(pdf.id, 'file?use=print')).status).toBe(200)
    expect((await get(pdf.id, 'original')).status).toBe(404)
    expect((await get(pdf.id, 'else')).status).toBe(404)
    expect(await acts('attachment')).toEqual([
      ['attachment.print', pdf.id, 'ok'],
      ['attachment.export', word.id, 'ok'],
      ['attachment.put', word.id, 'ok'],
      ['attachment.put', pdf.id, 'ok']
    ])
  })
})

describe('what is said of an attachment', () => {
  it('can be changed and its place too; what the system set cannot', async () => {
    const [one, other] = [await put('一.pdf', aPdf()), await put('二.jpg', aJpeg())]
    const { client } = office
    await client.attachment.describe.mutate({ id: one.id, caption: ' 签到表扫描件 ', shownOn: '2026-06-12' })
    await client.attachment.order.mutate({ record: 'meeting', id: meeting.id, ids: [other.id, one.id] })
    expect((await list()).lines).toMatchObject([
      { name: '二.jpg', caption: null },
      { name: '一.pdf', caption: '签到表扫描件', shownOn: '2026-06-12', filedOn: '2026-11-21' }
    ])
    const few = { record: 'meeting' as const, id: meeting.id, ids: [one.id, one.id] }
    expect(await problemOf(client.attachment.order.mutate(few))).toMatchObject({ code: 'attachments-changed' })
    const ahead = { id: one.id, caption: null, shownOn: '2027-01-01' }
    expect(await problemOf(client.attachment.describe.mutate(ahead))).toMatchObject({ field: 'shownOn' })
    await client.attachment.remove.mutate({ id: one.id })
    expect(await names()).toEqual(['二.jpg'])
    expect(await problemOf(client.attachment.remove.mutate({ id: one.id }))).toMatchObject({
      code: 'attachment-unknown'
    })
  })
})

describe('the record of an attachment', () => {
  it('takes and gives no more in the archive, and still takes files when it is only complete', async () => {
    const one = await put('一.pdf', aPdf())
    const { store } = office.vault
    const { saveMeeting } = await import('../../../electron/features/meeting/meeting-repository.ts')
    store?.write((tables) => saveMeeting(tables, { ...meeting, state: 'final' }))
    await put('二.jpg', aJpeg())
    store?.write((tables) => saveMeeting(tables, { ...meeting, state: 'archived' }))
    const closed = { code: 'record-archived' }
    expect(await problemOf(put('三.jpg', aJpeg(9, 9)))).toMatchObject(closed)
    expect(await problemOf(office.client.attachment.remove.mutate({ id: one.id }))).toMatchObject(closed)
    const edit = { id: one.id, caption: '改', shownOn: null }
    expect(await problemOf(office.client.attachment.describe.mutate(edit))).toMatchObject(closed)
    expect((await list()).closed).toContain('已经归档')
    expect((await get(one.id, 'file')).status).toBe(200)
  })

  it('takes them along to another organisation, and away when it is deleted', async () => {
    const one = await put('合影.jpg', aJpeg())
    const [, second = ''] = branches
    await office.client.meeting.save.mutate({ ...meeting, organisationId: second })
    expect((await list()).lines[0]?.organisationId).toBe(second)
    await office.client.meeting.remove.mutate({ id: meeting.id })
    expect((await get(one.id, 'file')).status).toBe(404)
    expect(await problemOf(list())).toMatchObject({ code: 'record-unknown' })
    const all = { text: '合影', kinds: [], year: null, offset: 0, limit: 10 }
    expect((await office.client.search.all.query(all)).total).toBe(0)
  })

  it('may be a rectification, an exemption or an organisation, which cannot go while it carries files', async () => {
    const [organisationId = ''] = branches
    const memberships = [{ ...blankSpell, id: '', organisationId }]
    const person = await office.client.member.save.mutate({
      ...blankPerson,
      id: '',
      name: '丁立新',
      sex: '男',
      memberships
    })
    const exemption = await office.client.exemption.save.mutate({
      ...{ id: '', memberId: person.id, organisationId, ground: '生活不能自理', from: '2026-01-01' },
      ...{ to: null, approval: null, resolvedOn: null }
    })
    const rectification = await office.client.rectification.save.mutate({
      ...{ id: '', organisationId, meetingId: null, problem: '学习不够', source: null, target: null, measure: null },
      ...{ person: null, dueOn: null, progress: [], remeasured: null, closedOn: null }
    })
    const bytes = aPdf()
    for (const [record, id] of [
      ['rectification', rectification.id],
      ['exemption', exemption.id],
      ['organisation', branches[1] ?? '']
    ] as const) {
      await putFile(office.app, { name: '证明.pdf', bytes, record, id })
      expect((await list(record, id)).lines).toHaveLength(1)
    }
    expect((await list('exemption', exemption.id)).lines[0]?.alsoAt).toEqual([
      '机关第一党支部：整改“学习不够”',
      '机关第二党支部：党组织的附件'
    ])
    expect(await problemOf(office.client.organisation.remove.mutate({ id: branches[1] ?? '' }))).toMatchObject({
      message: expect.stringContaining('1 个附件')
    })
    await office.client.exemption.remove.mutate({ id: exemption.id })
    await office.client.rectification.remove.mutate({ id: rectification.id })
    expect((await list('organisation', branches[1] ?? '')).lines[0]?.alsoAt).toEqual([])
  })
})
