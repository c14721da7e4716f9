import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type FontkitFont } from 'fontkit'
import { type FontRole, fontRoles } from '../../shared/documents/document-model.ts'

/** A font file; `member` is the PostScript name of the face wanted of a collection (.ttc). */
export type FontFile = { path: string; member?: string }

/** Fonts of the machine that go before the bundled ones, by role. */
export type SystemFonts = Partial<Record<FontRole, FontFile>>

/**
 * Names of files by role, best first: what Windows brings, what the offices of 方正 and WPS install, and the _GB2312 faces
 * of older machines. Names are compared without regard to case.
 */
const candidates: Record<FontRole, readonly (readonly [file: string, member?: string])[]> = {
  fang: [['simfang_gb2312.ttf'], ['仿宋_gb2312.ttf'], ['simfang.ttf'], ['fzfsk.ttf'], ['fzfsjw.ttf']],
  kai: [['simkai_gb2312.ttf'], ['楷体_gb2312.ttf'], ['simkai.ttf'], ['fzktk.ttf'], ['fzktjw.ttf']],
  hei: [['simhei.ttf'], ['fzhtk.ttf'], ['fzhtjw.ttf']],
  song: [['simsun.ttc', 'SimSun'], ['simsun.ttf'], ['fzssk.ttf'], ['fzssjw.ttf']],
  title: [['fzxbsjw.ttf'], ['fzxbsjw--gb1-0.ttf'], ['方正小标宋简体.ttf'], ['fzxbsk.ttf']]
}

/** Every Han character of GB 2312: what a face must have to be taken, so that ordinary text never mixes two faces. */
const gb2312 = (): number[] => {
  const decoder = new TextDecoder('gbk')
  const codes: number[] = []
  for (let high = 0xb0; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const code = decoder.decode(Uint8Array.of(high, low)).codePointAt(0) ?? 0
      if (code >= 0x4e00 && code <= 0x9fff) codes.push(code)
    }
  return codes
}

/** Opens and covers GB 2312 in full cells; a broken, partial or variable font prints worse than the bundled one. */
function isUsable(file: FontFile, wanted: readonly number[]): boolean {
  try {
    const font: FontkitFont | undefined = create(readFileSync(file.path), file.member)
    if (font?.unitsPerEm === undefined || Object.keys(font.variationAxes ?? {}).length > 0) return false
    return (
      wanted.every((code) => font.hasGlyphForCodePoint(code)) &&
      font.glyphForCodePoint(0x4e00).advanceWidth === font.unitsPerEm
    )
  } catch {
    return false
  }
}

/** Where this system and its office programs keep fonts. */
export const systemFontFolders = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] => {
  const { WINDIR, LOCALAPPDATA, ProgramFiles, HOME } = env
  const under = (root: string | undefined, ...parts: string[]): string[] =>
    root === undefined ? [] : [join(root, ...parts)]
  if (platform === 'win32')
    return [
      ...under(WINDIR, 'Fonts'),
      ...under(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts'),
      ...under(LOCALAPPDATA, 'Kingsoft', 'WPS Office'),
      ...under(ProgramFiles, 'Kingsoft', 'WPS Office')
    ]
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    ...under(HOME, '.local', 'share', 'fonts'),
    ...under(HOME, '.fonts'),
    '/opt/kingsoft/wps-office/office6/fonts'
  ]
}

/** Files of a folder and of those under it, by their names in small letters; what cannot be read counts as empty. */
function fontFiles(folder: string, depth = 0): [name: string, path: string][] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return depth < 5 ? fontFiles(path, depth + 1) : []
      return /\.(?:ttf|ttc|otf)$/i.test(entry.name) ? [[entry.name.toLowerCase(), path]] : []
    })
  } catch {
    return []
  }
}

/**
 * The best usable font of the machine for each role; none where it has none. Faces are opened to see what they cover
 * before one is chosen: some seconds on a slow disk, so ask once.
 */
export function findSystemFonts(folders: readonly string[]): SystemFonts {
  const found = new Map(folders.flatMap((folder) => fontFiles(folder)).reverse())
  const wanted = gb2312()
  return Object.fromEntries(
    fontRoles.flatMap((role) => {
      const files = candidates[role].flatMap(([name, member]): FontFile[] => {
        const path = found.get(name)
        return path === undefined ? [] : [member === undefined ? { path } : { path, member }]
      })
      const chosen = files.find((file) => isUsable(file, wanted))
      return chosen === undefined ? [] : [[role, chosen]]
    })
  )
}
