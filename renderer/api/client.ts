import type { inferRouterOutputs } from '@trpc/server'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchStreamLink, httpLink, splitLink, TRPCClientError } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '../../electron/http/root-router.ts'
import type { Problem } from '../../shared/kernel/outcome.ts'
import { ownHeaders } from './session.ts'

/** What each procedure answers with. */
export type Outputs = inferRouterOutputs<AppRouter>

/** A call that found the store locked: the page is loaded anew and shows the door. */
const onError = (error: unknown): void => {
  if (problemOfError(error).code === 'locked') location.reload()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { retry: false, staleTime: 0, gcTime: 0, refetchOnWindowFocus: false },
    // What was sent is not kept either: a vote, a password.
    mutations: { gcTime: 0 }
  }
})

let closing = false
window.addEventListener('pagehide', () => {
  closing = true
})

/** A save that is made while the window goes must outlive it; the browser allows that up to 64 KB. */
const fetchToTheEnd = (url: RequestInfo | URL | string, init?: RequestInit): Promise<Response> =>
  fetch(url, { ...init, keepalive: typeof init?.body === 'string' && init.body.length < 16_000 })

const address = { url: '/api', methodOverride: 'POST', headers: ownHeaders } as const

export const client = createTRPCClient<AppRouter>({
  links: [
    // What is gathered into one call goes out a moment later; a window that is going has none.
    splitLink({
      condition: () => closing,
      true: httpLink({ ...address, fetch: fetchToTheEnd as never }),
      false: httpBatchStreamLink(address)
    })
  ]
})

/** Query and mutation options of every procedure, for `useQuery(api.member.list.queryOptions(…))`. */
export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

const unknownProblem: Problem = {
  code: 'unreachable',
  message: '程序没有回应。已保存的内容都在本机，请重新启动党务案头。'
}

/** The sentence (and field) behind whatever a call threw. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof TRPCClientError) {
    const data: unknown = error.data
    if (typeof data === 'object' && data !== null && 'problem' in data && data.problem !== null)
      return data.problem as Problem
    if (error.data !== undefined && error.data !== null) return { code: 'internal', message: error.message }
  }
  if (error instanceof ProblemAnswer) return error.problem
  return unknownProblem
}

/** A byte route's refusal. */
export class ProblemAnswer extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Calls a byte route (documents, ledgers) and answers with the response, or throws a ProblemAnswer. */
export async function fetchBytes(path: string, body?: Blob | object): Promise<Response> {
  const upload = body instanceof Blob
  const type = upload ? 'application/octet-stream' : 'application/json'
  const response = await fetch(
    path,
    body === undefined
      ? { headers: ownHeaders() }
      : {
          method: 'POST',
          headers: { ...ownHeaders(), 'content-type': type },
          body: upload ? body : JSON.stringify(body)
        }
  )
  if (response.ok) return response
  const answer: { problem?: Problem } = await response.json().catch(() => ({}))
  throw new ProblemAnswer(answer.problem ?? unknownProblem)
}

/** Lets the user keep a file: a download in the browser, a save dialog in the desktop shell. */
export async function saveFile(path: string, name: string, body?: object): Promise<void> {
  keepFile(await (await fetchBytes(path, body)).blob(), name)
}

/** The same with bytes that are here already. */
export function keepFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 30_000)
}
