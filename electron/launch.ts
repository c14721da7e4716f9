/**
 * What the npm scripts call: builds when the sources are newer than the last build, then starts a shell or a command.
 * Runs as plain TypeScript on Node 24 and touches no network.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = dirname(import.meta.dirname)
const stamp = join(root, 'out/.built')

/** Names, sizes and times of everything that goes into a build, as one digest. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const visit = (path: string): void => {
    const stat = statSync(path)
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name))
    else hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`)
  }
  for (const name of ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'])
    if (existsSync(join(root, name))) visit(join(root, name))
  return hash.digest('hex')
}

function build(): void {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('正在生成程序文件，第一次大约需要半分钟……')
  const result = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2]
    }
  )
  if (result.status !== 0) {
    console.error('生成程序文件没有成功，请先运行 npm ci 再试。')
    process.exit(1)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** The Electron program, or null where the runtime was never fetched. */
function electronProgram(): string | null {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : null
}

function run(command: string, args: string[]): void {
  const child = spawn(command, args, { stdio: 'inherit', cwd: process.cwd() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('close', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)))
}

const runtimeHint = '桌面运行环境没有取到，npm start 会改用浏览器打开；以后联网时可运行 npx install-electron 补取。'

/**
 * Fetches the desktop runtime once, after `npm ci`. Gives up when no byte has come within ten seconds, and never fails
 * the install: without the runtime `npm start` opens the browser shell.
 */
async function fetchRuntime(): Promise<void> {
  if (electronProgram() !== null || process.env['DANGWU_NO_RUNTIME'] !== undefined) return
  const giveUp = (): never => {
    console.log(runtimeHint)
    process.exit(0)
  }
  const patience = setTimeout(giveUp, 10_000)
  try {
    const folder = join(root, 'node_modules/electron')
    const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const location = createRequire(join(folder, 'package.json')).resolve('@electron/get')
    const { downloadArtifact } = await import(pathToFileURL(location).href)
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')),
      downloadOptions: { quiet: true, getProgressCallback: async () => clearTimeout(patience) }
    })
    clearTimeout(patience)
    const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' })
    if (status !== 0) giveUp()
  } catch {
    giveUp()
  }
}

function start(args: string[]): void {
  const program = electronProgram()
  if (!args.includes('--browser') && program !== null) {
    run(program, [root, ...args])
    return
  }
  if (!args.includes('--browser'))
    console.log('本机没有桌面运行环境，改用浏览器打开。联网时运行 npx install-electron 可以补装桌面窗口。')
  run(process.execPath, [join(root, 'out/main/serve.js'), ...args])
}

const [command, ...args] = process.argv.slice(2)
if (command === 'fetch-runtime') await fetchRuntime()
else {
  build()
  if (command === 'start') start(args)
  else if (command !== 'build') run(process.execPath, [join(root, 'out/main/cli.js'), command ?? '', ...args])
}
