import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
export const today = '2026-11-21'

export type Program = {
  /** With the launch token, good for one page. */
  address: string
  origin: string
  folder: string
  storeFile: string
  /** The TMPDIR of the program, its own. */
  temporary: string
  /** Milliseconds from the command to the address. */
  startedIn: number
  output(): string
  /** Ends the program as a closed terminal would; the folder stays. */
  stop(): Promise<void>
}

export type ProgramOptions = {
  folder: string
  /** Words after `npm start --`; the default opens the browser shell. */
  shell?: readonly string[]
}

/** A folder of its own for one store, with a temporary folder for the program beside it. */
export function aProgramFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dangwu-journey-'))
  for (const name of ['store', 'temporary']) mkdirSync(join(path, name))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM')
})

/** Starts the built program the way `npm start` does and reads the address from what it prints. */
export async function startProgram({ folder, shell = ['--browser'] }: ProgramOptions): Promise<Program> {
  const storeFile = join(folder, 'store/档案库.dwk')
  const temporary = join(folder, 'temporary')
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [join(root, 'electron/launch.ts'), 'start', ...shell, '--no-open', '--port', '0', '--store', storeFile],
    {
      cwd: root,
      env: { ...process.env, DANGWU_TODAY: today, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe']
    }
  )
  running.add(child)
  let output = ''
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  const address = await new Promise<string>((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`no address after 30 s: ${output}`)), 30_000)
    const read = (piece: Buffer): void => {
      output += piece.toString('utf8')
      const found = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(output)?.[0]
      if (found === undefined) return
      clearTimeout(patience)
      resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void closed.then((code) => reject(new Error(`the program ended with ${code}: ${output}`)))
  })
  return {
    address,
    origin: new URL(address).origin,
    folder,
    storeFile,
    temporary,
    startedIn: Math.round(performance.now() - started),
    output: () => output,
    stop: async () => {
      if (!running.has(child)) return
      child.kill('SIGTERM')
      const code = await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 10_000, 'still running'))])
      if (code !== 0) {
        child.kill('SIGKILL')
        throw new Error(`the program did not end in order (${code}): ${output}`)
      }
    }
  }
}
