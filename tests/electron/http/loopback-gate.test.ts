import { describe, expect, it } from 'vitest'
import { LoopbackGate } from '../../../electron/http/loopback-gate.ts'

const origin = 'http://127.0.0.1:4321'

function call(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Request {
  const { headers = {}, ...rest } = init
  const length: Record<string, string> =
    typeof init.body === 'string' ? { 'content-length': String(init.body.length) } : {}
  return new Request(`${origin}${path}`, { ...rest, headers: { host: '127.0.0.1:4321', ...length, ...headers } })
}

const exchange = (gate: LoopbackGate, token: string): Promise<Response | null> =>
  gate.check(
    call('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app': '1', origin },
      body: JSON.stringify({ token })
    })
  )

async function enter(gate: LoopbackGate): Promise<string> {
  const answer = await exchange(gate, gate.newLaunchToken())
  const body: { session: string } = await (answer ?? Response.json({ session: '' })).json()
  return body.session
}

const api = (headers: Record<string, string>): Request =>
  call('/api/vault.status', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-app': '1', ...headers },
    body: '{}'
  })

describe('the gate of the loopback port', () => {
  it('lets our own page through with a session, and nobody without one', async () => {
    const gate = new LoopbackGate(4321)
    const session = await enter(gate)
    expect(await gate.check(api({ 'x-session': session, origin, 'sec-fetch-site': 'same-origin' }))).toBeNull()
    expect((await gate.check(api({ origin })))?.status).toBe(401)
    expect((await gate.check(api({ 'x-session': `${session}x` })))?.status).toBe(401)
    expect((await gate.check(call('/documents/meeting/1/minutes.pdf')))?.status).toBe(401)
    expect((await gate.check(call('/ledger/export.xlsx')))?.status).toBe(401)
  })

  it('takes a launch token once and within a minute', async () => {
    let now = 0
    const gate = new LoopbackGate(4321, () => now)
    const token = gate.newLaunchToken()
    expect((await exchange(gate, token))?.status).toBe(200)
    expect((await exchange(gate, token))?.status).toBe(401)
    const late = gate.newLaunchToken()
    now = 60_001
    expect((await exchange(gate, late))?.status).toBe(401)
    const replaced = gate.newLaunchToken()
    gate.newLaunchToken()
    expect((await exchange(gate, replaced))?.status).toBe(401)
  })

  const attacks: [name: string, request: Request, status: number][] = [
    ['another host name (DNS rebinding)', call('/', { headers: { host: 'evil.example:4321' } }), 421],
    ['localhost as a name', call('/', { headers: { host: 'localhost:4321' } }), 421],
    ['a path that hides its letters', call('/%6cedger/export.xlsx', { headers: { 'x-app': '1' } }), 400],
    [
      'a call that hides its letters',
      call('/%61pi/vault.status', { method: 'POST', body: '{}', headers: { 'x-app': '1' } }),
      400
    ],
    ['another port', call('/', { headers: { host: '127.0.0.1:4322' } }), 421],
    ['a foreign origin', api({ origin: 'http://evil.example' }), 403],
    ['the null origin', api({ origin: 'null' }), 403],
    ['our host over https', api({ origin: 'https://127.0.0.1:4321' }), 403],
    ['a cross-site fetch', api({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a same-site fetch from another port', api({ 'sec-fetch-site': 'same-site' }), 403],
    ['a preflight', call('/api/vault.status', { method: 'OPTIONS' }), 405],
    ['a DELETE', call('/api/vault.lock', { method: 'DELETE' }), 405],
    ['an exchange by GET', call('/session', { headers: { 'x-app': '1' } }), 405],
    [
      'an exchange without our header',
      call('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
      405
    ],
    [
      'an exchange as a form',
      call('/session', { method: 'POST', headers: { 'content-type': 'text/plain', 'x-app': '1' }, body: '{}' }),
      415
    ],
    [
      'an exchange with rubbish',
      call('/session', { method: 'POST', headers: { 'content-type': 'application/json', 'x-app': '1' }, body: '[' }),
      401
    ],
    ['a body without a length', call('/api/vault.lock', { method: 'POST', headers: { 'x-app': '1' } }), 411],
    ['a body of a gigabyte', api({ 'content-length': '1073741824' }), 413],
    [
      'an asset embedded elsewhere',
      call('/assets/index.js', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } }),
      403
    ]
  ]
  it.each(attacks)('refuses %s', async (_name, request, status) => {
    expect((await new LoopbackGate(4321).check(request))?.status).toBe(status)
  })

  it('lets the empty page be opened from the redirect file', async () => {
    const opening = call('/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })
    expect(await new LoopbackGate(4321).check(opening)).toBeNull()
  })

  it('accepts none of 200 random mixes of wrong headers', async () => {
    const gate = new LoopbackGate(4321)
    const session = await enter(gate)
    let seed = 7
    const pick = <Value>(values: Value[]): Value => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      return values[seed % values.length] as Value
    }
    for (let count = 0; count < 200; count += 1) {
      const headers = {
        host: pick(['127.0.0.1:4321', 'localhost:4321', '127.0.0.1', 'evil.example']),
        origin: pick([origin, 'null', 'http://evil.example', 'http://127.0.0.1']),
        'sec-fetch-site': pick(['same-origin', 'cross-site', 'same-site', 'none']),
        'x-session': pick([session, '', 'x'.repeat(43)])
      }
      const right =
        headers.host === '127.0.0.1:4321' &&
        headers.origin === origin &&
        ['same-origin', 'none'].includes(headers['sec-fetch-site']) &&
        headers['x-session'] === session
      expect((await gate.check(api(headers))) === null).toBe(right)
    }
  })
})
