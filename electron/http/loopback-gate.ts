import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a launch token may wait for the browser. */
const launchLife = 60_000

/** Largest body let through: a ledger workbook is far below it. */
const bodyLimit = 64 * 1024 * 1024

const refuse = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/**
 * Stands between a loopback port and the handler (security.md §3.9): exact Host, own Origin, same-origin fetches, and
 * a session that a one-time launch token was exchanged for. It keeps other users and web pages out; a program of the
 * same user can read the browser, and no gate of this kind can change that.
 */
export class LoopbackGate {
  readonly #host: string
  readonly #now: () => number
  #launch: { token: string; until: number } | null = null
  readonly #sessions: string[] = []

  constructor(port: number, now: () => number = Date.now) {
    this.#host = `127.0.0.1:${port}`
    this.#now = now
  }

  /** A new one-time token for the URL's fragment; the one before dies. */
  newLaunchToken(): string {
    const token = randomBytes(32).toString('base64url')
    this.#launch = { token, until: this.#now() + launchLife }
    return token
  }

  /** The refusal or the answer of the gate itself, or null when the request may go on to the handler. */
  async check(request: Request): Promise<Response | null> {
    const { pathname } = new URL(request.url)
    const foreign = this.#foreign(request, pathname)
    if (foreign !== null) return foreign
    if (pathname === '/session') return this.#session(request)
    if (/^\/(api|documents|ledger)\//.test(pathname) && !this.#known(request.headers.get('x-session')))
      return refuse(401, '这个页面没有登记，请用启动时给出的地址打开。')
    return null
  }

  #foreign(request: Request, pathname: string): Response | null {
    const { headers, method } = request
    if (headers.get('host') !== this.#host) return refuse(421, '主机名不对')
    // No address of ours needs escapes; a router may read them as letters after the gate has looked.
    if (pathname.includes('%')) return refuse(400, '地址不对')
    if (method !== 'GET' && method !== 'POST') return refuse(405, '不接受这样的请求')
    const origin = headers.get('origin')
    if (origin !== null && origin !== `http://${this.#host}`) return refuse(403, '来源不对')
    const length = headers.get('content-length')
    if (method === 'POST' && length === null) return refuse(411, '缺少内容长度')
    if (Number(length ?? 0) > bodyLimit) return refuse(413, '内容过大')
    const site = headers.get('sec-fetch-site')
    const opening = pathname === '/' && method === 'GET' && headers.get('sec-fetch-mode') === 'navigate'
    if (site !== null && site !== 'same-origin' && site !== 'none' && !opening) return refuse(403, '来源不对')
    return null
  }

  #known(session: string | null): boolean {
    return session !== null && this.#sessions.some((known) => same(known, session))
  }

  async #session(request: Request): Promise<Response> {
    if (request.method !== 'POST' || request.headers.get('x-app') !== '1') return refuse(405, '不接受这样的请求')
    if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) return refuse(415, '格式不对')
    const body: unknown = await request.json().catch(() => null)
    const token = typeof body === 'object' && body !== null && 'token' in body ? String(body.token) : ''
    const launch = this.#launch
    if (launch === null || launch.until < this.#now() || !same(launch.token, token))
      return refuse(401, '启动地址已用过或已过期，请在启动窗口按回车取一个新地址。')
    this.#launch = null
    const session = randomBytes(32).toString('base64url')
    this.#sessions.push(session)
    return Response.json({ session }, { headers: { 'cache-control': 'no-store' } })
  }
}
