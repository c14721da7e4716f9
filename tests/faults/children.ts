import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import type { Job } from './jobs.ts'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'out/faults')

/** One file of the program's sources and our jobs: it starts in a tenth of a second, which counts with a thousand children. */
export async function buildWriter(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: { ssr: 'tests/faults/writer.ts', outDir: built, target: 'node24', emptyOutDir: true },
    ssr: { noExternal: true, external: ['better-sqlite3'] }
  })
}

/** A process of our own that does one job, line by line on its output, and may be killed or stopped at any moment. */
export class Child {
  readonly #process: ChildProcess
  readonly #ended: Promise<number | null>
  #text = ''
  #wake: () => void = () => undefined

  constructor(env: NodeJS.ProcessEnv) {
    this.#process = spawn(process.execPath, [join(built, 'writer.js')], {
      stdio: ['pipe', 'pipe', process.env['DANGWU_FAULTS_LOUD'] === undefined ? 'ignore' : 'inherit'],
      env: { ...process.env, ...env }
    })
    this.#process.stdin?.on('error', () => undefined)
    this.#process.stdout?.on('data', (piece: Buffer) => {
      this.#text += piece.toString()
      this.#wake()
    })
    this.#ended = new Promise((resolve) =>
      this.#process.on('close', (code) => {
        resolve(code)
        this.#wake()
      })
    )
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  /** Everything it has said so far, whole lines only. */
  get lines(): string[] {
    return this.#text.split('\n').slice(0, -1)
  }

  start(job: Job): void {
    this.#process.stdin?.write(`${JSON.stringify(job)}\n`)
  }

  /** Waits for a line that begins so; throws when the process ends without it. */
  async said(beginning: string): Promise<string> {
    let over = false
    void this.#ended.then(() => {
      over = true
    })
    for (;;) {
      const line = this.lines.find((one) => one.startsWith(beginning))
      if (line !== undefined) return line
      if (over) throw new Error(`the child ended without saying “${beginning}”: ${this.lines.slice(-5).join(' / ')}`)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#process.kill(name)
  }

  /** Kills it and answers with all it had said by then. */
  async kill(): Promise<string[]> {
    this.signal('SIGKILL')
    await this.#ended
    return this.lines
  }

  /** Waits for its own end. */
  async end(): Promise<string[]> {
    await this.#ended
    return this.lines
  }
}

/** Processes that have loaded the program and wait for a job, so that starting them costs no time in between. */
export class Stable {
  readonly #env: NodeJS.ProcessEnv
  readonly #waiting: Child[] = []
  #open = true

  constructor(env: NodeJS.ProcessEnv = {}, ahead = 2) {
    this.#env = env
    for (let count = 0; count < ahead; count += 1) this.#waiting.push(new Child(env))
  }

  take(job: Job): Child {
    const child = this.#waiting.shift() ?? new Child(this.#env)
    if (this.#open) this.#waiting.push(new Child(this.#env))
    child.start(job)
    return child
  }

  async close(): Promise<void> {
    this.#open = false
    await Promise.all(this.#waiting.map((child) => child.kill()))
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Does the work for each number below `count`, two at a time. */
export async function inTwoLanes(count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1
      await work(next - 1)
    }
  }
  await Promise.all([lane(), lane()])
}
