import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type FontkitFont } from 'fontkit'
import { type FontRole, fontRoles } from '../../shared/documents/document-model.ts'
import type { FontFile, SystemFonts } from './system-fonts.ts'

/** The files of resources/fonts. */
export const bundledFontFiles: Record<FontRole, string> = {
  fang: 'FandolFang-Regular.otf',
  kai: 'kai.ttf',
  hei: 'hei.ttf',
  song: 'song.ttf',
  title: 'title.ttf'
}

/** Where a face lacks a character it is taken from the next one, the nearest in look; Song has every Han character of its source. */
const fallbacks: Record<FontRole, readonly FontRole[]> = {
  fang: ['fang', 'kai', 'song', 'hei', 'title'],
  kai: ['kai', 'fang', 'song', 'hei', 'title'],
  hei: ['hei', 'title', 'song', 'fang', 'kai'],
  song: ['song', 'fang', 'kai', 'hei', 'title'],
  title: ['title', 'song', 'hei', 'fang', 'kai']
}

/** Marks that some faces draw as Latin ones; in Chinese text they take a whole cell (the · of names, quotation marks, dashes). */
const fullWidthMarks = new Set(['“', '”', '‘', '’', '—', '…', '·'])

/** Characters that print nothing: variation selectors, joiners, byte order mark, control characters. */
const invisible = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u

/** Set in place of a character no font has, as compositors do with 〓; the document also reports it. */
const substitute = '〓'

/** One glyph; widths are in thousandths of the type size. `codePoints` is what a reader of the file gets back as text. */
export type Glyph = { id: number; advanceWidth: number; codePoints: number[] }

/**
 * A font file opened once for the life of the process. Parsing is dear (up to 15 MB each), so share the FontSet. `name` is
 * the PostScript name, by which a document says what it was set in.
 */
export type OpenFont = {
  id: string
  name: string
  bytes: Uint8Array
  parsed: FontkitFont
  glyph(codePoint: number): Glyph | null
}

export type FontPiece = { text: string; font: OpenFont }

/** `pieces` put together give the text that will be printed; `missing` names the characters that were substituted. */
export type FontChoice = { pieces: FontPiece[]; missing: string[] }

/** `open` gives a font by the id a piece named; an id is a role, or `system-` and a role for the machine's own font. */
export type FontSet = {
  font(role: FontRole): OpenFont
  open(id: string): OpenFont
  choose(text: string, role: FontRole): FontChoice
}

/** How a character without any glyph is named to the user: 𱁬（U+3106C）. */
export const characterName = (character: string): string =>
  `${character}（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`

const openFont = (id: string, { path, member }: FontFile): OpenFont => {
  const bytes = readFileSync(path)
  const parsed = create(bytes, member)
  const glyphs = new Map<number, Glyph | null>()
  const read = (codePoint: number): Glyph | null => {
    if (!parsed.hasGlyphForCodePoint(codePoint)) return null
    const glyph = parsed.glyphForCodePoint(codePoint)
    return { id: glyph.id, advanceWidth: (glyph.advanceWidth * 1000) / parsed.unitsPerEm, codePoints: [codePoint] }
  }
  return {
    id,
    name: parsed.postscriptName,
    bytes,
    parsed,
    glyph: (codePoint) => {
      const known = glyphs.get(codePoint)
      if (known !== undefined) return known
      const glyph = read(codePoint)
      glyphs.set(codePoint, glyph)
      return glyph
    }
  }
}

/** Opens the fonts of a folder, each when first needed; `system` are fonts of the machine that go before them. */
export const openFonts = (folder: string, system: SystemFonts = {}): FontSet => {
  const opened = new Map<string, OpenFont>()
  const open = (id: string): OpenFont => {
    const known = opened.get(id)
    if (known) return known
    const own = isSystemId(id) ? system[roleOf(id)] : undefined
    const fresh = openFont(id, own ?? { path: join(folder, bundledFontFiles[roleOf(id)]) })
    opened.set(id, fresh)
    return fresh
  }
  const first = (role: FontRole): OpenFont => open(system[role] === undefined ? role : `system-${role}`)
  const find = (character: string, role: FontRole, wide: boolean): OpenFont | undefined => {
    const codePoint = character.codePointAt(0) ?? 0
    for (const candidate of [first(role), ...fallbacks[role].map(open)]) {
      const glyph = candidate.glyph(codePoint)
      if (glyph && (!wide || glyph.advanceWidth >= 1000)) return candidate
    }
    return wide ? find(character, role, false) : undefined
  }
  return { font: first, open, choose: (text, role) => chooseFonts(text, role, first(role), find) }
}

const isSystemId = (id: string): boolean => id.startsWith('system-')
const roleOf = (id: string): FontRole => fontRoles.find((role) => role === id.replace('system-', '')) ?? 'song'

type Find = (character: string, role: FontRole, wide: boolean) => OpenFont | undefined

const chooseFonts = (text: string, role: FontRole, fallback: OpenFont, find: Find): FontChoice => {
  const pieces: FontPiece[] = []
  const missing: string[] = []
  const add = (character: string, font: OpenFont): void => {
    const last = pieces.at(-1)
    if (last && last.font === font) last.text += character
    else pieces.push({ text: character, font })
  }
  // By code point: rare characters in names are surrogate pairs. Names are not normalised, that would change some of them.
  for (const character of text.replaceAll('\t', '\u3000').replaceAll('\r\n', '\n')) {
    if (character === '\n') {
      add(character, pieces.at(-1)?.font ?? fallback)
      continue
    }
    if (invisible.test(character)) continue
    const font = find(character, role, fullWidthMarks.has(character))
    if (font) add(character, font)
    else {
      missing.push(characterName(character))
      add(substitute, find(substitute, role, false) ?? fallback)
    }
  }
  return { pieces, missing }
}
