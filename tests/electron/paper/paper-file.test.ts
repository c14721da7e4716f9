import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PaperFileError, writePaperFile } from '../../../electron/features/paper/paper-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangwu-paper-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => Buffer.from(text)

describe('a paper on the disk', () => {
  it('takes the place of an older one whole, and leaves nothing beside it', () => {
    writePaperFile(folder, '记录.pdf', bytes('一'))
    writePaperFile(folder, '记录.pdf', bytes('二'))
    expect(readdirSync(folder)).toEqual(['记录.pdf'])
    expect(readFileSync(join(folder, '记录.pdf'), 'utf8')).toBe('二')
  })

  it('that cannot be put in its place says so, and leaves what was there', () => {
    mkdirSync(join(folder, '记录.pdf'))
    writeFileSync(join(folder, '记录.pdf', '别的'), '')
    expect(() => writePaperFile(folder, '记录.pdf', bytes('一'))).toThrow(PaperFileError)
    expect(readdirSync(folder)).toEqual(['记录.pdf'])
  })

  it('tells the same where the folder became a file in the meantime', () => {
    const gone = join(folder, 'file')
    writeFileSync(gone, '')
    expect(() => writePaperFile(gone, '记录.pdf', bytes('一'))).toThrow(PaperFileError)
  })

  it('names the folder that went away', () => {
    expect(() => writePaperFile(join(folder, 'gone'), '记录.pdf', bytes('一'))).toThrow(/文件夹不见了/)
  })
})
