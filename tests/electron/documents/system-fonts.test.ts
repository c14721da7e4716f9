import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { findSystemFonts, systemFontFolders } from '../../../electron/documents/system-fonts.ts'
import { fontsFolder } from './read-pdf.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangwu-fonts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Bundled faces under the names Windows gives its own: real fonts of the right shape. */
function install(name: string, from: string): string {
  const path = join(folder, name)
  copyFileSync(join(fontsFolder, from), path)
  return path
}

describe('fonts of the machine', () => {
  it('are found by name whatever the case, in folders below, and go before the bundled ones', () => {
    mkdirSync(join(folder, 'truetype'))
    const path = install('truetype/SIMFANG.TTF', 'FandolFang-Regular.otf')
    const system = findSystemFonts([folder])
    expect(system).toEqual({ fang: { path } })
    const fonts = openFonts(fontsFolder, system)
    expect(fonts.choose('王㛃', 'fang').pieces.map(({ text, font }) => [text, font.id])).toEqual([
      ['王', 'system-fang'],
      ['㛃', 'kai']
    ])
    expect(fonts.choose('王', 'kai').pieces[0]?.font.id).toBe('kai')
  })

  it('are passed over when they cannot be opened or lack ordinary characters', () => {
    writeFileSync(join(folder, 'simhei.ttf'), 'no font at all')
    writeFileSync(join(folder, 'simkai.ttf'), new Uint8Array(0))
    const good = install('fzhtk.ttf', 'hei.ttf')
    expect(findSystemFonts([folder])).toEqual({ hei: { path: good } })
  })

  it('are nowhere where folders are missing', () => {
    expect(findSystemFonts([join(folder, 'none')])).toEqual({})
  })

  it('are looked for where Windows, WPS and Linux keep them', () => {
    const windows = systemFontFolders('win32', { WINDIR: 'W', LOCALAPPDATA: 'L', ProgramFiles: 'P' })
    expect(windows.map((one) => one.replaceAll('\\', '/'))).toEqual([
      'W/Fonts',
      'L/Microsoft/Windows/Fonts',
      'L/Kingsoft/WPS Office',
      'P/Kingsoft/WPS Office'
    ])
    expect(systemFontFolders('linux', { HOME: '/home/z' })).toContain('/home/z/.local/share/fonts')
    expect(systemFontFolders('linux', {})).toContain('/opt/kingsoft/wps-office/office6/fonts')
  })
})
