/** What is run before each commit: types, lint and format, unused code, architecture and unit tests. Ends with a count. */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

type Step = readonly [name: string, command: string, args: readonly string[]]

/** The long ones first: two are run at a time. */
const steps: readonly Step[] = [
  ...['renderer', 'tests', 'electron', 'shared'].map(
    (folder): Step => [`types of ${folder}`, bin('tsc'), ['--noEmit', '-p', `${folder}/tsconfig.json`]]
  ),
  ['lint and format', bin('biome'), ['ci', '--error-on-warnings']],
  ['unused code', bin('knip'), ['--no-progress', '--no-config-hints']]
]
const unitTests: Step = ['unit tests', bin('vitest'), ['run', '--config', 'tests/vitest.config.ts']]

let passed = 0
let failed = 0
function told(name: string, started: number, status: number | null): void {
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`)
  if (status === 0) passed += 1
  else failed += 1
}

/** What it says comes in one piece when it is done. */
const runBeside = ([name, command, args]: Step): Promise<void> =>
  new Promise((resolve) => {
    const started = Date.now()
    const said: Buffer[] = []
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece))
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said))
      told(name, started, status)
      resolve()
    })
  })

const waiting = [...steps]
async function lane(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await runBeside(step)
}
await Promise.all([lane(), lane()])
if (!process.argv.includes('--no-tests')) {
  const [name, command, args] = unitTests
  const started = Date.now()
  told(name, started, spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status)
}
console.log(`checks: ${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
