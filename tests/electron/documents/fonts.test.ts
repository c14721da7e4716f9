import { describe, expect, it } from 'vitest'
import { bundledFontFiles, openFonts } from '../../../electron/documents/fonts.ts'
import { fontRoles } from '../../../shared/documents/document-model.ts'
import { fontsFolder } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const facesOf = (text: string, role: 'fang' | 'song' | 'kai') =>
  fonts.choose(text, role).pieces.map((piece) => [piece.text, piece.font.id])

describe('choice of fonts', () => {
  it('opens a face for each role', () => {
    expect(fontRoles.map((role) => fonts.font(role).parsed.postscriptName)).toEqual([
      'FandolFang-Regular',
      'AntouKai-Regular',
      'NotoSansSC-Bold',
      'NotoSerifSC-Regular',
      'NotoSerifSC-Black'
    ])
    expect(Object.keys(bundledFontFiles)).toEqual([...fontRoles])
  })

  it('takes only the characters a face lacks from another one', () => {
    expect(facesOf('王㛃同志', 'fang')).toEqual([
      ['王', 'fang'],
      ['㛃', 'kai'],
      ['同志', 'fang']
    ])
  })

  it('prefers a face in which quotation marks and the interpunct take a whole cell', () => {
    expect(facesOf('“阿·买”', 'kai').map(([, role]) => role)).toEqual(['fang', 'kai', 'fang', 'kai', 'fang'])
  })

  it('prints every character of GB 2312 in every face', () => {
    const decoder = new TextDecoder('gbk')
    const rows = Array.from({ length: 72 }, (_, row) => row + 0xb0)
    const text = rows
      .map((row) =>
        decoder.decode(Uint8Array.from({ length: 188 }, (_, i) => (i % 2 === 0 ? row : 0xa1 + (i - 1) / 2)))
      )
      .join('')
    const han = Array.from(text)
      .filter((character) => /\p{Script=Han}/u.test(character))
      .join('')
    expect(Array.from(han).length).toBeGreaterThanOrEqual(6763)
    for (const role of fontRoles) expect(fonts.choose(han, role).pieces.map((piece) => piece.font.id)).toEqual([role])
  })

  it('names characters that no font has, and puts a mark in their place', () => {
    const { pieces, missing } = fonts.choose('李𱁬', 'fang')
    expect(missing).toEqual(['𱁬（U+3106C）'])
    expect(pieces.map((piece) => piece.text).join('')).toBe('李〓')
  })

  it('drops what prints nothing without reporting it', () => {
    expect(fonts.choose('\ufeff葛\u{e0100}\u200b\u0007', 'fang')).toMatchObject({
      pieces: [{ text: '葛' }],
      missing: []
    })
  })
})
