import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { EngineOptions } from './engine/messages.ts'
import type { Day } from '../shared/kernel/dates.ts'
import { defaultStoreFile } from './system.ts'

/** What `npm start` understands; unknown words are refused with the list. */
export type ShellOptions = { demo: boolean; browser: boolean; store: string | null; port: number; open: boolean }

export const usage = `用法：npm start -- [选项]
  --demo         打开示例单位（临时档案库，退出即删）
  --browser      用浏览器打开，不用桌面窗口
  --store 文件   打开或新建指定的档案库（.dwk）
  --port 端口    浏览器方式使用的端口，默认随机
  --no-open      不自动打开浏览器，只显示地址`

/** Reads the command line. Throws an Error whose message is a sentence for the user. */
export function readShellOptions(args: readonly string[]): ShellOptions {
  const { values } = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: {
          demo: { type: 'boolean', default: false },
          browser: { type: 'boolean', default: false },
          store: { type: 'string' },
          port: { type: 'string' },
          open: { type: 'boolean', default: true }
        },
        allowNegative: true,
        strict: true
      })
    } catch (error) {
      throw new Error(`看不懂这个选项：${error instanceof Error ? error.message : ''}\n${usage}`)
    }
  })()
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`端口应是 1 到 65535 的整数，收到“${values.port}”。`)
  if (values.demo && values.store !== undefined) throw new Error('--demo 用临时档案库，不能同时给 --store。')
  return { demo: values.demo, browser: values.browser, store: values.store ?? null, port, open: values.open }
}

const builtFolder = dirname(fileURLToPath(import.meta.url))

/** The resources folder beside the source tree, or inside the packaged application. */
export function resourcesFolder(): string {
  const packed = join(builtFolder, '../../resources')
  return existsSync(packed) ? packed : join(process.cwd(), 'resources')
}

/** A store file always ends in .dwk, so that its key file's name follows from it. */
export const storeFileOf = (path: string): string => (path.endsWith('.dwk') ? resolve(path) : `${resolve(path)}.dwk`)

/** What the engine is started with, for either shell; `today` is where the sample office stands still. */
export function engineOptions(options: Pick<ShellOptions, 'store'> & { today?: Day }, version: string): EngineOptions {
  const fixedDay = process.env['DANGWU_TODAY'] ?? options.today
  return {
    storeFile: options.store === null ? defaultStoreFile() : storeFileOf(options.store),
    pagesFolder: join(builtFolder, '../renderer'),
    resourcesFolder: resourcesFolder(),
    version,
    ...(fixedDay === undefined ? {} : { fixedDay })
  }
}

export const engineWorkerUrl = new URL('./engine-worker.js', import.meta.url)
