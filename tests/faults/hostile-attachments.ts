import { join } from 'node:path'
import JSZip from 'jszip'
import { openFonts } from '../../electron/documents/fonts.ts'
import { writePdf } from '../../electron/documents/pdf-writer.ts'
import {
  attachmentsOf,
  bytesOf,
  removeAttachmentsOf
} from '../../electron/features/attachment/attachment-repository.ts'
import { putAttachment } from '../../electron/features/attachment/attachment-service.ts'
import { saveMeeting } from '../../electron/features/meeting/meeting-repository.ts'
import type { Store } from '../../electron/store/store.ts'
import type { Attachment } from '../../shared/features/attachment/attachment.ts'
import { aJpeg, anOldFile, aPackage, aPdf, aPng, aProgram, packedObjects } from '../factories/files.ts'
import { aMeeting } from '../factories/records.ts'
import { type Ground, isSentence, makeVessel, openVessel, type Run, system } from './ground.ts'
import { mutateBytes } from './mutations.ts'
import { tally } from './table.ts'

const patience = 5000
const meeting = aMeeting()
const fonts = openFonts(join(import.meta.dirname, '../../resources/fonts'))

type Named = { name: string; bytes: Buffer }

/** A sound file of each kind that may be filed, and some that may not. */
const goodFiles = async (): Promise<Named[]> => [
  { name: '一.jpg', bytes: aJpeg() },
  { name: '二.png', bytes: aPng() },
  { name: '三.pdf', bytes: aPdf(packedObjects('3 0 <</Type/Page>>')) },
  { name: '四.docx', bytes: await aPackage('docx', { 'word/media/image1.png': aPng() }) },
  { name: '五.xlsx', bytes: await aPackage('xlsx', { 'xl/printerSettings/printerSettings1.bin': 'x' }) },
  { name: '六.pptx', bytes: await aPackage('pptx') },
  { name: '七.ofd', bytes: await aPackage('ofd') }
]
const badFiles = async (): Promise<Named[]> => [
  { name: '八.jpg', bytes: aProgram() },
  { name: '九.doc', bytes: anOldFile() },
  { name: '十.docx', bytes: await aPackage('docx', { 'word/vbaProject.bin': 'x' }) },
  { name: '十一.pdf', bytes: aPdf(packedObjects('3 0 <</S/JavaScript/JS(1)>>')) },
  { name: '十二.zip', bytes: await aPackage('zip') }
]

/** Pieces of what may not be filed, to be put into the middle of what may. */
const pieces = [
  '/JavaScript',
  '/S/Launch',
  '<script>',
  'MZ\x90\0',
  'PK\x03\x04',
  'word/vbaProject.bin',
  'stream\n',
  'endobj',
  '%%EOF',
  '\xff\xd9',
  '\xff\xc0\0\x0b\x08'
] as const

function mutant({ chance }: Ground, { name, bytes }: Named): Named {
  if (chance.below(4) > 0) return { name, bytes: mutateBytes(bytes, chance) }
  const at = chance.below(bytes.length)
  return {
    name,
    bytes: Buffer.concat([bytes.subarray(0, at), Buffer.from(chance.pick(pieces), 'latin1'), bytes.subarray(at)])
  }
}

const beginnings: Record<Attachment['kind'], string> = {
  ...{ jpg: 'ffd8ff', png: '89504e47', pdf: '25504446' },
  ...{ docx: '504b0304', xlsx: '504b0304', pptx: '504b0304', ofd: '504b0304' }
}

/** What must never be found in a PDF that was let in, nor among the parts of a package. */
const active = /\/(JavaScript|Launch)(?![A-Za-z0-9#_.+-])/
const foreign = /vbaProject|\.exe$/i

async function runs(kind: Attachment['kind'], bytes: Buffer): Promise<boolean> {
  if (kind === 'pdf') return active.test(bytes.toString('latin1'))
  const zip = await JSZip.loadAsync(bytes).catch(() => null)
  return zip !== null && Object.keys(zip.files).some((name) => foreign.test(name))
}

/** Looks at what lies in the store, with other eyes than the check: beginnings, forbidden texts, and the paper it is printed on. */
async function faultOf(store: Store, one: Attachment): Promise<string | null> {
  const bytes = Buffer.from(store.read((tables) => bytesOf(tables, one.id, 'bytes')) ?? [])
  if (!bytes.toString('hex', 0, 4).startsWith(beginnings[one.kind])) return `stored as ${one.kind}, and is none`
  if (one.kind !== 'jpg' && one.kind !== 'png') return (await runs(one.kind, bytes)) ? 'stored what runs' : null
  const { kind: type, width, height } = one
  if (width === null || height === null) return 'a photo without sides'
  const picture = { type, bytes: new Uint8Array(bytes), width, height, caption: '' }
  try {
    const meta = { title: '照片', date: '2026-11-20' }
    await writePdf({ profile: 'form', meta, blocks: [{ kind: 'pictures', pictures: [picture] }] }, fonts)
    return null
  } catch (error) {
    return `the paper broke: ${String(error).slice(0, 60)}`
  }
}

async function throwAt(ground: Ground, store: Store, files: readonly Named[], count: number): Promise<void> {
  const [faults, came]: [string[], string[]] = [[], []]
  let slowest = 0
  for (let turn = 0; turn < count; turn += 1) {
    const good = files[turn % files.length]
    if (good === undefined) continue
    const { name, bytes } = mutant(ground, good)
    const incoming = { record: 'meeting' as const, recordId: meeting.id, name, bytes, shownOn: null }
    const filing = { today: system.today(), newId: system.newId, accountName: '管理员' }
    const started = performance.now()
    try {
      const put = await putAttachment(store, { ...incoming, preview: null, original: null }, filing)
      const took = performance.now() - started
      slowest = Math.max(slowest, took)
      if (took > patience) faults.push('hung')
      came.push(put.ok ? put.value.kind : put.problem.code)
      if (!put.ok && !isSentence(put.problem.message)) faults.push('no sentence')
      const fault = put.ok ? await faultOf(store, put.value) : null
      if (fault !== null) faults.push(fault)
      if (put.ok) store.write((tables) => removeAttachmentsOf(tables, 'meeting', meeting.id))
    } catch (error) {
      faults.push(`threw ${String(error).slice(0, 60)}`)
    }
  }
  const left = store.read((tables) => attachmentsOf(tables, 'meeting', meeting.id).length)
  if (left > 0) faults.push(`${left} left in the store`)
  ground.add({
    run: 'files of every kind with changed bytes, put to a record',
    faults: count,
    target: '0 hangs, 0 crashes, nothing stored of another kind',
    found: [
      ...(faults.length === 0 ? [] : [tally(faults)]),
      tally(came.toSorted()),
      `slowest ${Math.round(slowest)} ms`
    ].join('; '),
    missed: faults.length
  })
}

/** None of these may be let in, and each has its sentence. */
async function refuseAll(ground: Ground, store: Store): Promise<void> {
  const [files, faults]: [Named[], string[]] = [await badFiles(), []]
  for (const { name, bytes } of files) {
    const parts = { bytes, preview: null, original: null }
    const incoming = { record: 'meeting' as const, recordId: meeting.id, name, shownOn: null, ...parts }
    const put = await putAttachment(store, incoming, {
      today: system.today(),
      newId: system.newId,
      accountName: '管理员'
    })
    if (put.ok || !isSentence(put.problem.message)) faults.push(name)
  }
  ground.add({
    run: 'programs, old files, macros, scripts and archives, put to a record',
    faults: files.length,
    target: 'each refused with a sentence',
    found: faults.length === 0 ? 'all refused' : faults.join('、'),
    missed: faults.length
  })
}

export const hostileAttachments: Run = {
  name: 'hostile-attachments',
  run: async (ground) => {
    const vessel = await makeVessel(join(ground.folder, '档案库.dwk'), (store) =>
      store.write((tables) => saveMeeting(tables, meeting))
    )
    const opened = openVessel(vessel)
    await refuseAll(ground, opened.store)
    await throwAt(ground, opened.store, await goodFiles(), ground.times(6000))
    opened.close()
  }
}
