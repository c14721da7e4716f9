import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { countFiledPages } from '../../../electron/documents/pdf-filed.ts'
import { writePdfBook } from '../../../electron/documents/pdf-writer.ts'
import type { DocumentBook, FiledPages } from '../../../shared/documents/document-model.ts'
import { aPng, aProgram } from '../../factories/files.ts'
import { aFolder } from '../../factories/office.ts'

const folder = aFolder()
afterAll(() => folder.remove())
const fonts = openFonts(join(import.meta.dirname, '../../../resources/fonts'))

type Sheet = { size: [number, number]; turn?: number; words: string }

/** A file as another program writes it: each sheet says its words at its foot. */
async function aFile(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  const font = await file.embedFont(StandardFonts.Helvetica)
  for (const { size, turn = 0, words } of sheets) {
    const page = file.addPage(size)
    page.setRotation(degrees(turn))
    page.drawText(words, { x: 40, y: 12, size: 12, font })
  }
  return file.save()
}
const a4: [number, number] = [595, 842]
const filed = (bytes: Uint8Array, pages: number, part: Partial<FiledPages> = {}): FiledPages => ({
  ...{ kind: 'filed', title: '附件：批复', type: 'pdf', bytes, pages },
  ...part
})
const text = { profile: 'form', blocks: [{ kind: 'title', lines: ['台账'] }] } as const
const book = (...parts: FiledPages[]): DocumentBook => ({
  ...{ title: '卷', date: '2026-12-31', numbering: 'through', oddStarts: false },
  parts: [{ ...text, meta: { title: '台账', date: '2026-12-31' } }, ...parts]
})
const kept = (bytes: Uint8Array): string => {
  const path = join(folder.path, 'volume.pdf')
  writeFileSync(path, bytes)
  return path
}
async function pagesOf(wanted: DocumentBook): Promise<string[]> {
  const { bytes } = await writePdfBook(wanted, fonts)
  const path = kept(bytes)
  execFileSync('qpdf', ['--check', path])
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
}

describe('filed files in a book', () => {
  it('are laid on pages whose numbers go on through the book, and stand free over them', async () => {
    const bytes = await aFile([
      { size: a4, words: 'first sheet' },
      { size: a4, words: 'second sheet' }
    ])
    const pages = await pagesOf(book(filed(bytes, 2)))
    expect(pages).toHaveLength(3)
    expect(pages[1]).toMatch(/first sheet[\s\S]*— ?2 ?—/)
    expect(pages[2]).toMatch(/second sheet[\s\S]*— ?3 ?—/)
  })

  it('are shown as they ask to be turned, and wide sheets with their head to the binding', async () => {
    const bytes = await aFile([
      { size: a4, turn: 90, words: 'turned' },
      { size: [842, 595], words: 'wide' },
      { size: [842, 595], turn: 270, words: 'upright' }
    ])
    const { bytes: bound } = await writePdfBook(book(filed(bytes, 3)), fonts)
    const path = kept(bound)
    const box = (page: number): { width: number; height: number } => {
      const html = execFileSync('pdftotext', ['-bbox', '-f', `${page}`, '-l', `${page}`, path, '-'], {
        encoding: 'utf8'
      })
      const [, x, y, to, low] =
        /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(?:turned|wide|upright)/
          .exec(html)
          ?.map(Number) ?? [0, 0, 0, 0, 0]
      return { width: (to ?? 0) - (x ?? 0), height: (low ?? 0) - (y ?? 0) }
    }
    // Shown turned it is wide: turned back to the binding its words lie as they were written.
    expect(box(2).width).toBeGreaterThan(box(2).height)
    // Words that run up the sheet are higher than wide.
    expect(box(3).height).toBeGreaterThan(box(3).width)
    expect(box(4).height).toBeGreaterThan(box(4).width)
  })

  it('give the same bytes each time', async () => {
    const bytes = await aFile([{ size: a4, words: 'same' }])
    const digest = async (): Promise<string> =>
      createHash('sha256')
        .update((await writePdfBook(book(filed(bytes, 1)), fonts)).bytes)
        .digest('hex')
    expect(await digest()).toBe(await digest())
  })

  it('are not bound when they are broken, or when a stamp on them would be lost', async () => {
    const plain = await aFile([{ size: a4, words: 'plain' }])
    expect(await countFiledPages(plain)).toBe(1)
    expect(await countFiledPages(new Uint8Array([1, 2, 3]))).toBeNull()
    const withNote = async (kind: string): Promise<Uint8Array> => {
      const file = await PDFDocument.load(plain)
      const note = file.context.obj({ Type: 'Annot', Subtype: kind, Rect: [0, 0, 9, 9], Contents: PDFString.of('x') })
      file.getPage(0).node.set(PDFName.of('Annots'), file.context.obj([file.context.register(note)]))
      return file.save()
    }
    expect(await countFiledPages(await withNote('Link'))).toBe(1)
    expect(await countFiledPages(await withNote('Stamp'))).toBeNull()
  })

  it('show no more than their own program shows: what is cropped off stays off', async () => {
    const file = await PDFDocument.create()
    const font = await file.embedFont(StandardFonts.Helvetica)
    const page = file.addPage([595, 842])
    page.drawText('INSIDE', { x: 200, y: 400, size: 24, font })
    page.drawText('OUTSIDE', { x: 200, y: 800, size: 24, font })
    page.setCropBox(100, 100, 400, 500)
    const path = kept((await writePdfBook(book(filed(await file.save(), 1)), fonts)).bytes)
    const html = execFileSync('pdftotext', ['-bbox', '-f', '2', '-l', '2', path, '-'], { encoding: 'utf8' })
    const [, top = 0, foot = 0] = (/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">INSIDE/.exec(html) ?? []).map(Number)
    // The crop box of 400 points fills the width, so its words are larger than on their own sheet.
    expect(foot - top).toBeGreaterThan(24)
    expect(html).not.toMatch(/yMin="\d[\d.]*"[^>]*>OUTSIDE/)
  })

  it('may be pictures, a page each; a broken one is not bound', async () => {
    expect(await countFiledPages(aPng(60, 40))).toBe(1)
    expect(await countFiledPages(aPng(60, 40).subarray(0, 30))).toBeNull()
    expect(await countFiledPages(aProgram())).toBeNull()
    const pages = await pagesOf(book(filed(aPng(60, 40), 1, { type: 'png' })))
    expect(pages[1]).toMatch(/— ?2 ?—/)
  })

  it('may have empty pages, which stay empty', async () => {
    const file = await PDFDocument.load(await aFile([{ size: a4, words: 'first' }]))
    file.addPage(a4)
    const bytes = await file.save()
    expect(await countFiledPages(bytes)).toBe(2)
    const pages = await pagesOf(book(filed(bytes, 2)))
    expect(pages[1]).toContain('first')
    expect(pages[2]).toMatch(/^\s*— ?3 ?—\s*$/)
  })

  it('are not bound when they unpack to more than any paper holds', async () => {
    const file = await PDFDocument.create()
    const stream = file.context.flateStream(' '.repeat(30_000_000))
    const contents = file.context.register(stream)
    for (let at = 0; at < 3; at += 1) file.addPage(a4).node.set(PDFName.of('Contents'), contents)
    const bytes = await file.save()
    expect(bytes.length).toBeLessThan(100_000)
    expect(await countFiledPages(bytes)).toBeNull()
  })

  it('are not bound when a page cannot be unpacked', async () => {
    const file = await PDFDocument.create()
    const stream = file.context.stream(new Uint8Array([1, 2, 3]), { Filter: 'JBIG2Decode' })
    file.addPage(a4).node.set(PDFName.of('Contents'), file.context.register(stream))
    expect(await countFiledPages(await file.save())).toBeNull()
  })
})
