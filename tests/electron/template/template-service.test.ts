import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { anOffice, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let meetingId = ''
beforeAll(async () => {
  office = await anOffice()
  const [branch] = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
  const started = await office.client.meeting.start.mutate({
    organisationId: branch?.id ?? '',
    types: ['支委会'],
    date: '2026-03-05'
  })
  meetingId = started.id
})
afterAll(() => office.remove())

const kind = 'meeting.minutes'
const request = (path: string, init: RequestInit = {}) =>
  office.app(new Request(`http://127.0.0.1${path}`, { ...init, headers: { 'x-app': '1', ...init.headers } }))
const bytesOf = async (path: string) => new Uint8Array(await (await request(path)).arrayBuffer())
const textOf = async (docx: Uint8Array): Promise<string> =>
  (await (await JSZip.loadAsync(docx)).file('word/document.xml')?.async('string'))?.replaceAll(/<[^>]+>/g, '') ?? ''

async function give(bytes: Uint8Array, of = kind) {
  const response = await request(`/documents/template/${of}?name=${encodeURIComponent('我局记录.docx')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Blob([new Uint8Array(bytes)])
  })
  const answer: { faults?: { placeholder: string; place: string; message: string }[]; problem?: { message: string } } =
    await response.json()
  return { status: response.status, ...answer }
}

/** The starter with one of its placeholders written otherwise. */
async function changed(from: string, to: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await bytesOf(`/documents/template/${kind}/starter.docx`))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  zip.file('word/document.xml', xml.replace(from, to))
  return zip.generateAsync({ type: 'uint8array' })
}

const ownOf = async (of: string) =>
  (await office.client.template.list.query()).find((one) => one.kind === of)?.own ?? null

describe('a unit’s own template', () => {
  it('replaces our layout in Word once it is taken in, and gives it back when it is dropped', async () => {
    const ours = await bytesOf(`/documents/meeting/${meetingId}/minutes.docx`)
    expect(await give(await changed('会议记录', '我局自己的会议记录'))).toEqual({ status: 200, faults: [] })
    expect(await ownOf(kind)).toMatchObject({ fileName: '我局记录.docx', takenOn: '2026-11-21' })

    const filled = await textOf(await bytesOf(`/documents/meeting/${meetingId}/minutes.docx`))
    expect(filled).toContain('我局自己的会议记录')
    expect(filled).toContain('2026年3月支委会')
    expect(filled).not.toContain('{{')
    expect(await textOf(await bytesOf(`/documents/template/${kind}/own.docx`))).toContain('{{会议名称}}')

    await office.client.template.remove.mutate({ kind })
    expect(await bytesOf(`/documents/meeting/${meetingId}/minutes.docx`)).toEqual(ours)
  })

  it('with a wrong placeholder is not taken: its name and place are told', async () => {
    const { faults } = await give(await changed('{{会议名称}}', '{{会议名字}}'))
    expect(faults?.[0]).toMatchObject({ message: expect.stringMatching(/会议名称/) })
    expect(faults?.[0]?.placeholder).toContain('会议名字')
    expect(faults?.[0]?.place).not.toBe('')
    expect(await ownOf(kind)).toBeNull()
  })

  it('that is no Word file, or of no kind, is refused in words', async () => {
    expect(await give(Buffer.from('plain text'))).toMatchObject({
      status: 400,
      problem: { message: expect.any(String) }
    })
    expect(await give(new Uint8Array(6_000_000))).toMatchObject({ problem: { message: expect.stringMatching(/5 MB/) } })
    expect(await give(await bytesOf(`/documents/template/${kind}/starter.docx`), 'nothing')).toMatchObject({
      status: 400
    })
  })

  it('has the list of its placeholders as a Word file', async () => {
    const text = await textOf(await bytesOf(`/documents/template/${kind}/placeholders.docx`))
    expect(text).toContain('会议记录模板占位符清单')
    expect(text).toContain('{{议题.决议}}')
  })

  it('of the roster and of one person is filled with the very facts of the paper', async () => {
    const [branch] = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
    const { id } = await office.client.member.save.mutate({
      ...blankPerson,
      id: '',
      name: '张㛃',
      sex: '女',
      joinedOn: '2012-06-01',
      fullOn: '2013-06-01',
      memberships: [{ ...blankSpell, id: '', organisationId: branch?.id ?? '' }]
    })
    for (const [of, path, word] of [
      ['member.record', `/documents/member/${id}/record.docx`, '2013年6月1日'],
      ['organisation.roster', `/documents/organisation/${branch?.id}/roster.docx`, '2013年6月1日']
    ] as const) {
      await give(await bytesOf(`/documents/template/${of}/starter.docx`), of)
      const text = await textOf(await bytesOf(path))
      expect(text).toContain('张㛃')
      expect(text).toContain(word)
      expect(text).not.toContain('{{')
    }
  })

  it('of every kind can be begun from a starter that has no fault', async () => {
    for (const offered of await office.client.template.list.query())
      expect(
        await give(await bytesOf(`/documents/template/${offered.kind}/starter.docx`), offered.kind),
        offered.kind
      ).toEqual({
        status: 200,
        faults: []
      })
  })
})
