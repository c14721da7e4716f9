/**
 * `npm test`: everything from a fresh clone. Sees to the tools the tests need, checks, builds, runs unit and
 * end-to-end tests, and ends with one plain line that counts them all.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './e2e/browser.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'tests/.results')
const run = (command: string, args: string[], env: NodeJS.ProcessEnv = {}): number =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
const has = (program: string): boolean => spawnSync('which', [program], { stdio: 'ignore' }).status === 0

/** Debian packages for what is missing, when this is Debian and we are root; otherwise a sentence and a failure. */
function provideTools(): void {
  const packages = [
    ...(findBrowser() === null ? ['chromium'] : []),
    ...(has('pdftotext') ? [] : ['poppler-utils']),
    ...(has('qpdf') ? [] : ['qpdf']),
    ...(spawnSync('sh', ['-c', 'fc-list :lang=zh | grep -q .']).status === 0 ? [] : ['fonts-noto-cjk'])
  ]
  if (packages.length === 0) return
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.log(`installing what the tests need: ${packages.join(' ')}`)
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      DEBIAN_FRONTEND: 'noninteractive'
    })
  }
  if (findBrowser() === null || !has('pdftotext')) {
    console.error(
      `The end-to-end tests need a browser and poppler. Please install: ${packages.join(' ')} (or set DANGWU_BROWSER to a Chromium, Chrome or Edge program).`
    )
    console.log('0 passed, 1 failed')
    process.exit(1)
  }
}

type Count = { passed: number; failed: number }

function unitCount(file: string): Count {
  const report: { numPassedTests: number; numFailedTests: number; success: boolean } = JSON.parse(
    readFileSync(file, 'utf8')
  )
  const failed = report.numFailedTests
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

function journeyCount(file: string): Count {
  const { stats, errors }: { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] } =
    JSON.parse(readFileSync(file, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

function counted(status: number, read: () => Count): Count {
  try {
    const count = read()
    return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  } catch {
    return { passed: 0, failed: 1 }
  }
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
provideTools()
const node = process.execPath
const checks: Count =
  run(node, ['tests/check.ts', '--no-tests']) === 0 ? { passed: 6, failed: 0 } : { passed: 0, failed: 1 }
const built: Count =
  run(node, ['electron/launch.ts', 'build']) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
const unitFile = join(results, 'unit.json')
const unit = counted(
  run(join(root, 'node_modules/.bin/vitest'), [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitFile}`
  ]),
  () => unitCount(unitFile)
)
const journeyFile = join(results, 'journeys.json')
const journeys = counted(
  run(join(root, 'node_modules/.bin/playwright'), ['test', '--config', 'tests/e2e/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: journeyFile
  }),
  () => journeyCount(journeyFile)
)
const all = [checks, built, unit, journeys]
const sum = (key: keyof Count): number => all.reduce((total, count) => total + count[key], 0)
console.log(
  `checks ${checks.failed === 0 ? 'ok' : 'FAILED'}, build ${built.failed === 0 ? 'ok' : 'FAILED'}, unit ${unit.passed}/${unit.passed + unit.failed}, journeys ${journeys.passed}/${journeys.passed + journeys.failed}`
)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
