import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import packageJson from '../package.json' with { type: 'json' }
import { demoNote, prepareDemo } from './demo.ts'
import { startEngine } from './engine/host.ts'
import { LoopbackGate } from './http/loopback-gate.ts'
import { engineOptions, engineWorkerUrl, readShellOptions, type ShellOptions } from './shell-options.ts'

/** Minutes without any request after which a forgotten server ends by itself. */
const idleMinutes = 60

const hasDisplay = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/** Opens the browser through a private file, because an address given to a program can be seen in the process list. */
function openBrowser(address: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'dangwu-open-'))
  const file = join(folder, '打开党务案头.html')
  const html = `<!doctype html><meta charset="utf-8"><script>location.replace(${JSON.stringify(address)})</script>`
  writeFileSync(file, html, { mode: 0o600 })
  const [command, args]: [string, string[]] =
    process.platform === 'win32'
      ? ['explorer', [file]]
      : process.platform === 'darwin'
        ? ['open', [file]]
        : ['xdg-open', [file]]
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
  setTimeout(() => rmSync(folder, { recursive: true, force: true }), 60_000).unref()
}

async function serve(options: ShellOptions): Promise<void> {
  process.umask(0o077)
  if (options.demo) console.log('正在准备示例单位，大约需要十秒……')
  const demo = options.demo ? await prepareDemo() : null
  const engine = startEngine(
    engineWorkerUrl,
    engineOptions(demo === null ? options : { store: demo.storeFile, today: demo.today }, packageJson.version)
  )
  const state: { gate: LoopbackGate | null; lastRequest: number } = { gate: null, lastRequest: Date.now() }
  const server = createAdaptorServer({
    hostname: '127.0.0.1',
    serverOptions: { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 120_000 },
    fetch: async (request: Request) => {
      state.lastRequest = Date.now()
      return (await state.gate?.check(request)) ?? engine.fetch(request)
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`端口 ${options.port} 已被占用，请换一个，或不写 --port 用随机端口。`)
          : error
      )
    )
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port
  const gate = new LoopbackGate(port)
  state.gate = gate
  const address = (): string => `http://127.0.0.1:${port}/#t=${gate.newLaunchToken()}`
  const announce = (): void =>
    console.log(`党务案头已启动，请在一分钟内用浏览器打开：\n${address()}\n（按回车取新地址，按 Ctrl+C 退出）`)
  if (demo !== null) console.log(demoNote(demo))
  if (options.open && hasDisplay()) {
    openBrowser(address())
    console.log('党务案头已在浏览器中打开。（按回车取新地址，按 Ctrl+C 退出）')
  } else announce()
  if (process.stdin.isTTY) process.stdin.on('data', announce)

  const stop = async (code: number): Promise<never> => {
    server.close()
    await engine.close()
    demo?.remove()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  setInterval(() => {
    if (Date.now() - state.lastRequest > idleMinutes * 60_000) void stop(0)
  }, 60_000).unref()
  const failure = await engine.ended
  if (failure !== null) {
    console.error(failure.message)
    process.exit(1)
  }
}

try {
  await serve(readShellOptions(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(2)
}
