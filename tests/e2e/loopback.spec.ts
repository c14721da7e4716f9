import { request } from 'node:http'
import { expect, refusedRequest, test } from './fixtures.ts'
import type { Program } from './program.ts'
import { registered } from './sample.ts'
import { openDoor } from './steps.ts'

type Call = { method?: string; path?: string; headers?: Record<string, string>; body?: string }

/** A raw request: unlike a browser it may send any Host and Origin. */
function call({ origin }: Program, { method = 'POST', path = '/api/vault.status', headers = {}, body }: Call) {
  const { hostname, port } = new URL(origin)
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const json = { 'content-type': 'application/json', 'x-app': '1' }

test('shows a tab without the launch address one sentence and no data', async ({ page, context, office }) => {
  await openDoor(page, office)
  const other = await context.newPage()
  await other.goto(office.origin)
  await expect(other.getByText('请用启动时给出的地址打开')).toBeVisible()
  await expect(other.locator('body')).not.toContainText('云溪县')
  expect(await other.evaluate(() => sessionStorage.length)).toBe(0)
})

test('takes the launch address once and removes it from the address bar', async ({
  page,
  context,
  office,
  complaints
}) => {
  complaints.allow(refusedRequest(401))
  await openDoor(page, office)
  expect(new URL(page.url()).hash).not.toContain('t=')
  const other = await context.newPage()
  await other.goto(office.address)
  await expect(other.getByText('请用启动时给出的地址打开')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible()
})

test('answers a wrong host, a foreign page, a call without session and a used token with refusals', async ({
  office
}) => {
  const own = { ...json, ...(await registered(office)) }
  const refused = async (part: Call): Promise<number> => (await call(office, part)).status
  expect(await refused({ headers: own })).toBe(200)
  const { port } = new URL(office.origin)
  for (const host of [`localhost:${port}`, `evil.example:${port}`, '127.0.0.1', `127.0.0.1.nip.io:${port}`])
    expect(await refused({ headers: { ...own, host } })).toBe(421)
  for (const origin of ['http://evil.example', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`])
    expect(await refused({ headers: { ...own, origin } })).toBe(403)
  for (const site of ['cross-site', 'same-site'])
    expect(await refused({ headers: { ...own, 'sec-fetch-site': site } })).toBe(403)
  for (const path of ['/api/vault.status', '/documents/recovery-sheet.pdf', '/ledger/upload']) {
    expect(await refused({ path, headers: json })).toBe(401)
    expect(await refused({ path, headers: { ...json, 'x-session': 'guessed' } })).toBe(401)
  }
  const token = JSON.stringify({ token: office.address.split('#t=')[1] })
  const again = await call(office, { path: '/session', headers: json, body: token })
  expect(again.status).toBe(401)
  expect(again.text).toBe('启动地址已用过或已过期，请在启动窗口按回车取一个新地址。')
  for (const method of ['OPTIONS', 'PUT', 'DELETE']) expect(await refused({ method, headers: own })).toBe(405)
  expect(await refused({ headers: { 'x-session': own['x-session'], 'content-type': 'text/plain' } })).toBe(405)
})

test('lets no page be framed, cached or run code from strings', async ({ office }) => {
  const { headers } = await call(office, { method: 'GET', path: '/' })
  const policy = String(headers['content-security-policy'])
  for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
    expect(policy).toContain(rule)
  expect(policy).not.toContain('unsafe')
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['access-control-allow-origin']).toBeUndefined()
})
