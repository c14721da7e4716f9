import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createInProcessRenderer } from '../../electron/documents/renderer.ts'
import { inOneModel } from './document-models.ts'
import { type Absent, type Engine, fontsFolder, pagesIn } from './engine.ts'

const name = 'LibreOffice, from our .docx'

/** LibreOffice without a window, started for each round, all files in one go. Our Word files are made beforehand. */
export function libreOffice(): Engine | Absent {
  try {
    execFileSync('which', ['soffice'], { stdio: 'ignore' })
  } catch {
    return { name, absent: 'no soffice on this machine' }
  }
  const folder = mkdtempSync(join(tmpdir(), 'dangwu-soffice-'))
  const out = join(folder, 'out')
  mkdirSync(out)
  const renderer = createInProcessRenderer({ fontsFolder })
  return {
    name,
    rounds: 2,
    prepare: async (files) => {
      const paths: string[] = []
      for (const [index, models] of files.entries()) {
        const path = join(folder, `${index}.docx`)
        writeFileSync(path, (await renderer.render(inOneModel(models), 'docx')).bytes)
        paths.push(path)
      }
      return async () => {
        const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
        const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...paths]
        await promisify(execFile)('soffice', options, { timeout: 300_000 })
        const pages = paths.map((_path, index) => pagesIn(readFileSync(join(out, `${index}.pdf`))))
        return pages.reduce((sum, count) => sum + count, 0)
      }
    },
    close: async () => {
      await renderer.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
