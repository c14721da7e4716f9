import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { newRecoveryCode } from '../../electron/store/recovery-code.ts'
import { founder, freshFolder, type Ground, type Run } from './ground.ts'
import { type Answer, type Call, sendRaw, textOf } from './raw-http.ts'
import { tally } from './table.ts'

const root = join(import.meta.dirname, '../..')
const server = join(root, 'out/main/serve.js')

type Shell = { port: number; token: string; session: string; process: ChildProcess }

/** The built program in its browser shell, with an open store and one session. */
async function startShell(folder: string): Promise<Shell> {
  const options = ['--store', join(folder, '档案库.dwk'), '--no-open']
  const child = spawn(process.execPath, [server, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  const [, port = '', token = ''] = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString()
      const found = /127\.0\.0\.1:(\d+)\/#t=([\w-]+)/.exec(text)
      if (found !== null) resolve(found)
    })
    child.on('exit', () => reject(new Error(`the server did not start: ${text}`)))
  })
  const shell = { port: Number(port), token, session: '', process: child }
  const entered = await send(shell, { path: '/session', body: JSON.stringify({ token }), headers: json })
  const { session }: { session: string } = JSON.parse(bodyOf(entered))
  const inside = { ...shell, session }
  const made = await send(inside, {
    path: '/api/vault.create',
    headers: right(inside),
    body: JSON.stringify({ founder, recoveryCode: newRecoveryCode() })
  })
  if (made.status !== 200) throw new Error(`the store was not made: ${made.body}`)
  return inside
}

const json = { 'Content-Type': 'application/json', 'X-App': '1' }
const right = ({ session }: Shell): Record<string, string> => ({ ...json, 'X-Session': session })

/** Answers come in pieces, each after a line with its length; what stands between them is enough to look at. */
const bodyOf = ({ body }: Answer): string => /[[{][\s\S]*[\]}]/.exec(body)?.[0] ?? body

function send(shell: Pick<Shell, 'port'>, part: Partial<Call>): Promise<Answer> {
  const call = { method: 'POST', path: '/api/vault.status', host: `127.0.0.1:${shell.port}`, headers: {}, body: '{}' }
  return sendRaw(shell.port, textOf({ ...call, ...part }))
}

/** True when data came out: an answer of the API, a file, or a piece of the program's own folder. */
const gotIn = ({ status, body }: Answer): boolean =>
  (status >= 200 && status < 300 && !body.includes('<!doctype html>') && !/"error":/.test(bodyOf({ status, body }))) ||
  body.includes('"result"') ||
  body.startsWith('PK') ||
  body.includes('"productName"')

type Attack = readonly [what: string, call: (shell: Shell) => Partial<Call>]
const withHeaders =
  (more: Record<string, string>) =>
  (shell: Shell): Partial<Call> => ({ headers: { ...right(shell), ...more } })
const withHost =
  (host: (port: number) => string | null) =>
  (shell: Shell): Partial<Call> => ({ headers: right(shell), host: host(shell.port) })
const get =
  (path: string, headers: (shell: Shell) => Record<string, string> = () => ({ 'X-App': '1' })) =>
  (shell: Shell): Partial<Call> => ({ method: 'GET', path, headers: headers(shell), body: null })
const stranger = (path: string) => (): Partial<Call> => ({ path, headers: json })

/** security.md §3.9, line by line; everything but what the line says is right, a valid session included where it says nothing. */
const attacks: readonly Attack[] = [
  ['another host name (DNS rebinding)', withHost((port) => `evil.example:${port}`)],
  ['localhost as a name', withHost((port) => `localhost:${port}`)],
  ['a host without port', withHost(() => '127.0.0.1')],
  ['another port', withHost((port) => `127.0.0.1:${port + 1}`)],
  ['no host at all', withHost(() => null)],
  ['two hosts', (shell) => ({ headers: right(shell), raw: ['Host: evil.example'] })],
  [
    'an address of another host in the request line',
    (shell) => ({ headers: right(shell), path: 'http://evil.example/api/vault.status', host: 'evil.example' })
  ],
  ['a foreign origin', withHeaders({ Origin: 'http://evil.example' })],
  ['the null origin', withHeaders({ Origin: 'null' })],
  ['our host over https', (shell) => withHeaders({ Origin: `https://127.0.0.1:${shell.port}` })(shell)],
  ['localhost as origin', (shell) => withHeaders({ Origin: `http://localhost:${shell.port}` })(shell)],
  ['a cross-site fetch', withHeaders({ 'Sec-Fetch-Site': 'cross-site' })],
  ['a same-site fetch', withHeaders({ 'Sec-Fetch-Site': 'same-site' })],
  ['a preflight', (shell) => ({ ...withHeaders({})(shell), method: 'OPTIONS', body: null })],
  ['PUT', (shell) => ({ ...withHeaders({})(shell), method: 'PUT' })],
  ['DELETE', (shell) => ({ ...withHeaders({})(shell), method: 'DELETE' })],
  ['a query by GET', get('/api/vault.status', right)],
  ['no session', () => ({ headers: json })],
  [
    'a session with one letter changed',
    (shell) =>
      withHeaders({ 'X-Session': `${shell.session.slice(0, -1)}${shell.session.endsWith('A') ? 'B' : 'A'}` })(shell)
  ],
  ['two sessions in one line', (shell) => withHeaders({ 'X-Session': `x, ${shell.session}` })(shell)],
  [
    'a session as a cookie',
    (shell) => ({ headers: { ...json, Cookie: `session=${shell.session}; X-Session=${shell.session}` } })
  ],
  [
    'a session in the address',
    (shell) => stranger(`/api/vault.status?session=${shell.session}&x-session=${shell.session}`)()
  ],
  ['a form', withHeaders({ 'Content-Type': 'application/x-www-form-urlencoded' })],
  ['plain text', withHeaders({ 'Content-Type': 'text/plain' })],
  ['no header of ours', (shell) => ({ headers: { 'Content-Type': 'application/json', 'X-Session': shell.session } })],
  [
    'a used launch token',
    (shell) => ({ path: '/session', headers: json, body: JSON.stringify({ token: shell.token }) })
  ],
  [
    'a guessed launch token',
    () => ({ path: '/session', headers: json, body: JSON.stringify({ token: 'A'.repeat(43) }) })
  ],
  ['an empty launch token', () => ({ path: '/session', headers: json, body: '{"token":""}' })],
  ['no launch token', () => ({ path: '/session', headers: json, body: 'null' })],
  [
    'a body without a length',
    (shell) => ({ headers: right(shell), raw: ['Transfer-Encoding: chunked'], body: '2\r\n{}\r\n0\r\n\r\n' })
  ],
  ['two lengths that differ', (shell) => ({ headers: right(shell), raw: ['Content-Length: 2', 'Content-Length: 40'] })],
  [
    'a length and pieces',
    (shell) => ({ headers: right(shell), raw: ['Content-Length: 2', 'Transfer-Encoding: chunked'] })
  ],
  ['a body of a gigabyte', (shell) => ({ headers: right(shell), raw: ['Content-Length: 1073741824'] })],
  ['a head of 20 kB', withHeaders({ 'X-Fill': 'x'.repeat(20_000) })],
  ['a batch without a session', stranger('/api/vault.status,vault.status?batch=1')],
  ['a letter of the path in hex: api', stranger('/%61pi/vault.status')],
  ['the same, as the second of a batch', stranger('/%61pi/x,vault.status?batch=1')],
  ['a letter of the path in hex: ledger', get('/%6cedger/blank.xlsx')],
  ['the whole ledger so', get('/%6cedger/export.xlsx')],
  [
    'a letter of the path in hex: documents',
    () => ({
      path: '/%64ocuments/recovery-sheet.pdf',
      headers: json,
      body: '{"code":"a","organisation":"b","storeName":"c","date":"d"}'
    })
  ],
  ['two slashes', stranger('//api/vault.status')],
  ['capital letters', stranger('/API/vault.status')],
  ['a dot in the path', stranger('/./api/vault.status')],
  ['a way round', stranger('/assets/../api/vault.status')],
  ['a way round in hex', stranger('/assets/%2e%2e/api/vault.status')],
  ['the slash in hex', stranger('/api%2fvault.status')],
  ['a backslash', stranger('/\\api/vault.status')],
  ['a file above the pages', get('/../../package.json')],
  ['the same in hex', get('/%2e%2e/%2e%2e/package.json')],
  ['the same with the slash in hex', get('/..%2f..%2fpackage.json')],
  ['the same with a backslash', get('/assets/..\\..\\..\\package.json')],
  [
    'an asset embedded elsewhere',
    get('/assets/index.js', () => ({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }))
  ],
  [
    'a websocket',
    get('/api/vault.status', (shell) => ({ ...right(shell), Upgrade: 'websocket', Connection: 'Upgrade' }))
  ]
]

async function attackTable(ground: Ground, shell: Shell): Promise<void> {
  const faults: string[] = []
  for (const [what, call] of attacks) {
    const answer = await send(shell, call(shell))
    if (gotIn(answer)) faults.push(`let in: ${what}`)
    else if (answer.status >= 500) faults.push(`${answer.status}: ${what}`)
  }
  const well = [await send(shell, { headers: right(shell) }), await send(shell, { ...get('/')(shell) })]
  if (well.some(({ status }) => status !== 200)) faults.push('our own page is kept out')
  ground.add({
    run: 'loopback: attack table of §3.9',
    faults: attacks.length,
    target: '0 let in',
    found: faults.length === 0 ? `${attacks.length} refused, our own page let in` : faults.join('; '),
    missed: faults.length
  })
}

/** Mixes of right and wrong values; those that are right throughout are only counted. */
async function randomMixes(ground: Ground, shell: Shell): Promise<void> {
  const { chance } = ground
  const own = `127.0.0.1:${shell.port}`
  const [good, count] = [shell.session, ground.times(200)]
  let [wrong, rightOnes] = [0, 0]
  const faults: string[] = []
  while (wrong < count) {
    const host = chance.pick([own, own, own, `localhost:${shell.port}`, 'evil.example', '127.0.0.1'])
    const origin = chance.pick([
      '',
      `http://${own}`,
      `http://${own}`,
      'null',
      'http://evil.example',
      'http://127.0.0.1'
    ])
    const site = chance.pick(['', 'same-origin', 'same-origin', 'none', 'cross-site', 'same-site', 'nonsense'])
    const session = chance.pick([good, good, good, '', 'x'.repeat(43), good.toLowerCase()])
    const app = chance.pick(['1', '1', '1', '', '2'])
    const type = chance.pick(['application/json', 'application/json', 'text/plain', '', 'multipart/form-data'])
    const method = chance.pick(['POST', 'POST', 'POST', 'GET', 'OPTIONS', 'PATCH', 'HEAD'])
    const path = chance.pick([
      '/api/vault.status',
      '/api/vault.status',
      '/api/organisation.tree',
      '/%61pi/vault.status',
      '//api/vault.status'
    ])
    const isRight =
      host === own &&
      ['', `http://${own}`].includes(origin) &&
      ['', 'same-origin', 'none'].includes(site) &&
      session === good &&
      app === '1' &&
      type === 'application/json' &&
      method === 'POST' &&
      path.startsWith('/api/')
    const given = { Origin: origin, 'Sec-Fetch-Site': site, 'X-Session': session, 'X-App': app, 'Content-Type': type }
    const headers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
    const answer = await send(shell, { method, path, host, headers, body: method === 'GET' ? null : '{}' })
    if (isRight) rightOnes += 1
    else wrong += 1
    if (gotIn(answer) !== isRight)
      faults.push(`${isRight ? 'kept out' : 'let in'}: ${method} ${path} ${JSON.stringify(given)}`)
    else if (answer.status >= 500) faults.push(`${answer.status}: ${method} ${path}`)
  }
  ground.add({
    run: 'loopback: random mixes of headers',
    faults: wrong,
    target: '0 let in',
    found: faults.length === 0 ? `${wrong} refused, ${rightOnes} right ones let in` : tally(faults),
    missed: faults.length
  })
}

/** The port must not be there on any other address of this machine. */
async function otherAddresses(ground: Ground, shell: Shell): Promise<void> {
  const addresses = Object.entries(networkInterfaces())
    .flatMap(([name, list]) => (list ?? []).map(({ address, scopeid }) => (scopeid ? `${address}%${name}` : address)))
    .filter((address) => address !== '127.0.0.1')
  const open: string[] = []
  for (const address of [...addresses, '127.0.0.2']) {
    const call = { method: 'GET', path: '/', host: `${address}:${shell.port}`, headers: {}, body: null }
    if ((await sendRaw(shell.port, textOf(call), address)).status !== 0) open.push(address)
  }
  ground.add({
    run: 'loopback: other addresses of this machine',
    faults: addresses.length + 1,
    target: '0 answer',
    found: open.length === 0 ? 'none answers' : `answers: ${open.join(', ')}`,
    missed: open.length
  })
}

export const loopback: Run = {
  name: 'loopback',
  run: async (ground) => {
    if (!existsSync(server)) throw new Error('the program is not built: npm run build')
    const shell = await startShell(freshFolder(ground))
    try {
      await attackTable(ground, shell)
      await randomMixes(ground, shell)
      await otherAddresses(ground, shell)
    } finally {
      shell.process.kill('SIGTERM')
      await new Promise((resolve) => shell.process.once('exit', resolve))
    }
  }
}
