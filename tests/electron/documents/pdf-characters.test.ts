import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import { fontRoles } from '../../../shared/documents/document-model.ts'
import { model } from './models.ts'
import { fontsFolder, linesOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
// 通用规范汉字表: Unihan's field kTGH of the Debian package unicode-data 15.0, as in resources/fonts/rebuild.sh.
const table = readFileSync(new URL('../../fixtures/tgh-8105.txt', import.meta.url), 'utf8').replaceAll('\n', '')

describe('the 8105 characters of 通用规范汉字表', () => {
  it.each(fontRoles)('are printed in the face %s and read back as they are', async (font) => {
    expect(Array.from(table)).toHaveLength(8105)
    const { bytes, missing } = await writePdf(model([{ kind: 'paragraph', runs: [{ text: table, font }] }]), fonts)
    // Compared as a truth: to print the difference of two such texts helps nobody.
    expect(linesOf(bytes).join('') === table).toBe(true)
    expect(missing).toEqual([])
  })
})

describe('characters that no font has', () => {
  it('are reported by name wherever they stand, each once', async () => {
    const rare = '𱁬'
    const { missing } = await writePdf(
      model([
        { kind: 'heading', level: 1, text: `一、${rare}` },
        { kind: 'contents' },
        { kind: 'letterhead', mark: `${rare}文件`, number: rare, signer: rare },
        { kind: 'grid', columns: [{ title: rare, width: 1 }], rows: [[{ content: rare }]] },
        {
          kind: 'chart',
          spec: { kind: 'pie', title: rare, categories: ['㊿𱁭'], series: [{ name: '', values: [1] }] }
        },
        { kind: 'signOff', issuer: rare, date: '2026年1月5日' },
        { kind: 'imprint', copiesTo: [rare], issuer: rare, issuedOn: '2026年1月5日' }
      ]),
      fonts
    )
    expect(missing).toEqual(['𱁬（U+3106C）', '𱁭（U+3106D）'])
  })
})
