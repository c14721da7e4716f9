import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm'
}

/** security.md §3.9: nothing from outside, styles by nonce, scripts from here only, no markup made from strings. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default'
  ].join('; ')
}

/** Headers every answer carries, page or data. */
export const sealedHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), clipboard-read=()'
}

async function readPage(folder: string, path: string): Promise<Uint8Array | null> {
  const file = normalize(join(folder, path))
  if (!file.startsWith(normalize(folder + sep))) return null
  try {
    return await readFile(file)
  } catch {
    return null
  }
}

/** A file of the built pages; a path without an ending is the application's own address and gets the shell page. */
export async function servePage(folder: string, path: string): Promise<Response> {
  const wanted = extname(path) === '' ? '/index.html' : path
  const bytes = await readPage(folder, wanted)
  if (bytes === null) return new Response('找不到这个页面', { status: 404, headers: sealedHeaders })
  const headers = { ...sealedHeaders, 'content-type': kinds[extname(wanted)] ?? 'application/octet-stream' }
  if (wanted !== '/index.html') return new Response(Buffer.from(bytes), { headers })
  const nonce = randomBytes(18).toString('base64')
  const html = Buffer.from(bytes).toString('utf8').replaceAll('__NONCE__', nonce)
  return new Response(html, { headers: { ...headers, 'content-security-policy': contentPolicy(nonce) } })
}
