import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { meetingPaper, versionPaper } from '../../../electron/features/meeting/meeting-paper.ts'
import type { Block } from '../../../shared/documents/document-model.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import { aJpeg, aPdf } from '../../factories/files.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { anOffice, problemOf, root, type TestOffice } from '../../factories/office.ts'
import { putFile } from '../../factories/put-file.ts'
import { organisationLife } from '../../../electron/store/schema-meeting.ts'
import { blankLife } from '../../../shared/features/life/life.ts'

let office: TestOffice
let meeting: Meeting

beforeEach(async () => {
  office = await anOffice()
  const organisationId = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
  meeting = await office.client.meeting.start.mutate({ organisationId, types: ['主题党日'], date: '2026-06-12' })
})
afterEach(() => office.remove())

const put = (name: string, bytes: Uint8Array, id = meeting.id) =>
  putFile(office.app, { name, bytes, record: 'meeting', id })

function blocksOf(paper: 'theme-day' | 'sign-in', version = 0): readonly Block[] {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  const made =
    version === 0
      ? meetingPaper(store, meeting.id, paper, '2026-11-21')
      : versionPaper(store, { id: meeting.id, paper }, version, '2026-11-21')
  if (!made.ok) throw new Error(made.problem.message)
  return made.value.document.blocks
}

const shown = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'pictures' ? block.pictures.map((one) => [one.width, one.caption]) : []))

describe('the record of a 主题党日', () => {
  it('prints the first four photos in the order of the card behind the signatures', async () => {
    expect(shown(blocksOf('theme-day'))).toEqual([])
    await put('材料.pdf', aPdf())
    const photos = []
    for (const width of [101, 102, 103, 104, 105]) photos.push(await put('照.jpg', aJpeg(width, 100)))
    await office.client.attachment.describe.mutate({ id: photos[4]?.id ?? '', caption: '重温誓词', shownOn: null })
    const { lines } = await office.client.attachment.list.query({ record: 'meeting', id: meeting.id })
    const ids = lines.map(({ id }) => id)
    await office.client.attachment.order.mutate({
      ...{ record: 'meeting', id: meeting.id },
      ids: [...ids.slice(-1), ...ids.slice(0, -1)]
    })
    const blocks = blocksOf('theme-day')
    expect(shown(blocks)).toEqual([
      [105, '重温誓词'],
      [101, ''],
      [102, ''],
      [103, '']
    ])
    expect(blocks.slice(-3).map(({ kind }) => kind)).toEqual(['signature', 'heading', 'pictures'])
    expect(shown(blocksOf('sign-in'))).toEqual([])
  })

  it('has them in the file that is printed and in the one for Word', async () => {
    await put('照.jpg', aJpeg(640, 480))
    const get = async (file: string): Promise<Buffer> => {
      const path = `http://127.0.0.1/documents/meeting/${meeting.id}/${file}`
      return Buffer.from(await (await office.app(new Request(path, { headers: { 'x-app': '1' } }))).arrayBuffer())
    }
    expect((await get('theme-day.pdf')).includes(aJpeg(640, 480))).toBe(true)
    expect((await get('theme-day.docx')).includes('word/media/')).toBe(true)
  })

  it('has none in a text that was completed before: photos have no versions', async () => {
    await put('照.jpg', aJpeg())
    const { store } = office.vault
    const { saveMeeting } = await import('../../../electron/features/meeting/meeting-repository.ts')
    store?.write((tables) => saveMeeting(tables, { ...meeting, state: 'final' }))
    await office.client.meeting.reopen.mutate({ id: meeting.id, reason: '漏记' })
    expect(shown(blocksOf('theme-day', 1))).toEqual([])
    expect(shown(blocksOf('theme-day'))).toHaveLength(1)
  })
})

describe('an import', () => {
  it('is not taken back where files were put to its records since, or the steps of a 组织生活会 written', async () => {
    const sample = readFileSync(join(root, 'resources/samples/示例台账.xlsx'))
    await importUpload(office.client, await uploadLedger(office.app, sample))
    const [entry] = await office.client.journal.list.query()
    const imported = (await office.client.meeting.list.query({ organisationId: null, year: 2026 })).find(
      ({ id }) => id !== meeting.id
    )
    const file = await put('签到表.pdf', aPdf(), imported?.id)
    expect(await problemOf(office.client.journal.undo.mutate({ id: entry?.id ?? '' }))).toMatchObject({
      code: 'journal-overtaken'
    })
    await office.client.attachment.remove.mutate({ id: file.id })
    const life = (await office.client.meeting.list.query({ organisationId: null, year: 2026 })).find(
      ({ id, types }) => id !== meeting.id && types.includes('组织生活会')
    )
    const written = { ...blankLife(life?.id ?? ''), examination: '班子材料' }
    await office.client.life.save.mutate(written)
    expect(await problemOf(office.client.journal.undo.mutate({ id: entry?.id ?? '' }))).toMatchObject({
      code: 'journal-overtaken'
    })
    const { store } = office.vault
    store?.write((tables) => void tables.delete(organisationLife).run())
    expect(await office.client.journal.undo.mutate({ id: entry?.id ?? '' })).toMatchObject({ id: entry?.id })
  })
})
