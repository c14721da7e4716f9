/** What is run before each commit: types, lint and format, unused code, architecture and unit tests. Ends with a count. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

const unitTests = process.argv.includes('--no-tests')
  ? []
  : [['unit tests', bin('vitest'), ['run', '--config', 'tests/vitest.config.ts']] as const]

const steps: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ...['shared', 'electron', 'renderer', 'tests'].map(
    (folder) => [`types of ${folder}`, bin('tsc'), ['--noEmit', '-p', `${folder}/tsconfig.json`]] as const
  ),
  ['lint and format', bin('biome'), ['ci', '--error-on-warnings']],
  ['unused code', bin('knip'), ['--no-progress', '--no-config-hints']],
  ...unitTests
]

let failed = 0
for (const [name, command, args] of steps) {
  const started = Date.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`)
  if (status !== 0) failed += 1
}
console.log(`checks: ${steps.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
