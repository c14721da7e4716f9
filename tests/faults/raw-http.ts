import { connect } from 'node:net'

export type Answer = { status: number; body: string }

/** Sends bytes as they are and reads the answer to its end; status 0 where the connection was closed or refused without one. */
export function sendRaw(port: number, bytes: string, host = '127.0.0.1'): Promise<Answer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    const finish = (): void => {
      socket.destroy()
      const text = Buffer.concat(pieces).toString('latin1')
      const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0)
      resolve({ status, body: Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1').toString() })
    }
    const socket = connect({ port, host, timeout: 4000 }, () => socket.write(bytes))
    socket.on('data', (piece: Buffer) => pieces.push(piece))
    for (const end of ['end', 'error', 'timeout', 'close'] as const) socket.once(end, finish)
  })
}

export type Call = {
  method: string
  path: string
  host: string | null
  headers: Record<string, string>
  body: string | null
  /** Further lines of the head, as they are. */
  raw?: readonly string[]
}

/** A request as text; the content length is added unless a line of its own is given. */
export function textOf({ method, path, host, headers, body, raw = [] }: Call): string {
  const measured = body !== null && !raw.some((line) => /^(content-length|transfer-encoding):/i.test(line))
  return [
    `${method} ${path} HTTP/1.1`,
    ...(host === null ? [] : [`Host: ${host}`]),
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(measured ? [`Content-Length: ${Buffer.byteLength(body ?? '')}`] : []),
    ...raw,
    '',
    body ?? ''
  ].join('\r\n')
}
