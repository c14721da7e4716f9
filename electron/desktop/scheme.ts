import { type CustomScheme, protocol } from 'electron'
import type { Engine } from '../engine/host.ts'

export const pageOrigin = 'app://desk'

/** A standard, secure scheme with fetch and streams; not one that bypasses CSP. Must be registered before `ready`. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
}

/** Hands every request of the page to the engine; another host of the scheme is refused. */
export function serveScheme(engine: Pick<Engine, 'fetch'>): void {
  protocol.handle('app', (request) => {
    if (new URL(request.url).host !== 'desk') return new Response('找不到', { status: 404 })
    const origin = request.headers.get('origin')
    if (origin !== null && origin !== pageOrigin) return new Response('来源不对', { status: 403 })
    return engine.fetch(request)
  })
}
