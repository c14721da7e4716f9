import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperRef } from '../../../electron/features/paper/paper-service.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let ids: string[] = []
beforeAll(async () => {
  office = await anOffice()
  const [branch] = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
  const started = []
  for (const [types, date] of [
    [['支委会'], '2026-03-05'],
    [['支委会'], '2026-03-05'],
    [['党课'], '2026-04-02']
  ] as const)
    started.push(
      await office.client.meeting.start.mutate({ organisationId: branch?.id ?? '', types: [...types], date })
    )
  ids = started.map(({ id }) => id)
})
afterAll(() => office.remove())

const minutesOf = (count: number): PaperRef[] =>
  ids.slice(0, count).map((id) => ({ record: 'meeting', id, paper: 'minutes' }))

const headers = { 'x-app': '1' }
const fetched = (path: string) => office.app(new Request(`http://127.0.0.1${path}`, { headers }))

async function bind(refs: PaperRef[]) {
  const steps: number[] = []
  for await (const { progress, bound } of await office.client.paper.bind.mutate({
    refs,
    title: '合订',
    oddStarts: true,
    numbering: 'each'
  })) {
    if (progress !== null) steps.push(progress.done)
    if (bound !== null) return { bound, steps }
  }
  throw new Error('nothing was bound')
}

async function write(refs: PaperRef[], folder: string, formats: ('pdf' | 'docx')[] = ['pdf', 'docx']) {
  for await (const { written } of await office.client.paper.write.mutate({ refs, folder, formats }))
    if (written !== null) return written
  throw new Error('nothing was written')
}

describe('papers bound into one PDF', () => {
  it('come as one file, fetched by its number, and the binding stands in the log', async () => {
    const { bound } = await bind(minutesOf(2))
    // Each begins on a front side: one page each and a blank back between them.
    expect(bound.pages).toBe(3)
    const response = await fetched(`/documents/bound/${bound.id}.pdf`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const filter = { actorId: null, act: 'paper', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 5 })
    expect(lines[0]).toMatchObject({ act: 'paper.bind', result: '2 papers' })
  })

  it('are gone when the store was locked or another lot was bound', async () => {
    const { bound } = await bind(minutesOf(1))
    await bind(minutesOf(2))
    expect((await fetched(`/documents/bound/${bound.id}.pdf`)).status).toBe(404)
  })

  it('are refused as a whole when one of them cannot be made', async () => {
    const refs: PaperRef[] = [...minutesOf(1), { record: 'meeting', id: ids[2] ?? '', paper: 'minutes' }]
    expect(await problemOf(bind(refs))).toMatchObject({
      code: 'paper-not-there',
      message: expect.stringMatching(/党课/)
    })
  })
})

describe('papers in files', () => {
  it('are written one by one under names that differ, and replaced when written again', async () => {
    const folder = join(office.folder, '材料 一')
    const refs: PaperRef[] = [...minutesOf(2), { record: 'meeting', id: ids[2] ?? '', paper: 'lecture' }]
    const written = await write(refs, folder)
    expect(written.files).toEqual([
      '2026-03-05-2026年3月支委会会议记录.pdf',
      '2026-03-05-2026年3月支委会会议记录.docx',
      '2026-03-05-2026年3月支委会会议记录（2）.pdf',
      '2026-03-05-2026年3月支委会会议记录（2）.docx',
      '2026-04-02-2026年4月党课记录.pdf',
      '2026-04-02-2026年4月党课记录.docx'
    ])
    const before = readFileSync(join(folder, written.files[0] ?? ''))
    await write(refs, folder)
    expect(readdirSync(folder).toSorted()).toEqual(written.files.toSorted())
    expect(readFileSync(join(folder, written.files[0] ?? '')).equals(before)).toBe(true)
  })

  it('say whose they are where papers of several organisations lie together', async () => {
    const branches = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
    const other = await office.client.meeting.start.mutate({
      organisationId: branches[1]?.id ?? '',
      types: ['支委会'],
      date: '2026-03-05'
    })
    const refs: PaperRef[] = [...minutesOf(1), { record: 'meeting', id: other.id, paper: 'minutes' }]
    const { files } = await write(refs, join(office.folder, '材料 三'), ['pdf'])
    expect(files).toEqual([0, 1].map((at) => `2026-03-05-${branches[at]?.name}2026年3月支委会会议记录.pdf`))
  })

  it('need a whole path to a folder', async () => {
    expect(await problemOf(write(minutesOf(1), 'relative'))).toMatchObject({ field: 'folder' })
    writeFileSync(join(office.folder, 'file'), '')
    expect(await problemOf(write(minutesOf(1), join(office.folder, 'file')))).toMatchObject({
      message: expect.stringMatching(/不是文件夹/)
    })
  })

  it('say how many are there when one cannot be put in its place', async () => {
    const folder = join(office.folder, '材料 二')
    mkdirSync(join(folder, '2026-03-05-2026年3月支委会会议记录（2）.pdf'), { recursive: true })
    expect(await problemOf(write(minutesOf(2), folder, ['pdf']))).toMatchObject({
      code: 'file-not-written',
      message: expect.stringMatching(/已写好 1 个文件，其余没有写/)
    })
    expect(readdirSync(folder).toSorted()).toEqual([
      '2026-03-05-2026年3月支委会会议记录.pdf',
      '2026-03-05-2026年3月支委会会议记录（2）.pdf'
    ])
  })
})

describe('blank forms', () => {
  it('carry names, so Word and print are noted and looking is not', async () => {
    const [branch] = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
    for (const file of ['sign-in.pdf', 'sign-in.pdf?use=print', 'sign-in.docx'])
      await fetched(`/documents/blank/${branch?.id}/${file}`)
    const filter = { actorId: null, act: 'meeting', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 50 })
    expect(lines.map(({ act }) => act).filter((act) => act.startsWith('meeting.blank'))).toEqual([
      'meeting.blank.word',
      'meeting.blank.print'
    ])
  })

  it('of every paper come as PDF and Word', async () => {
    const [branch] = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
    for (const paper of ['notice', 'sign-in', 'minutes', 'lecture', 'theme-day', 'summary'])
      for (const format of ['pdf', 'docx']) {
        const response = await fetched(`/documents/blank/${branch?.id}/${paper}.${format}`)
        expect(response.status, `${paper}.${format}`).toBe(200)
        expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(3000)
      }
  })
})
