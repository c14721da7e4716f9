import { useRef, useState } from 'react'
import type { MeetingPaper } from '../../../shared/features/meeting/meeting-papers.ts'
import { client, fetchBytes, problemOfError } from '../../api/client.ts'

type Ref = { record: 'meeting'; id: string; paper: MeetingPaper }
export type Steps = { done: number; total: number }

/** One PDF of all, or a file each in a folder. */
export type Order =
  | { kind: 'bound'; title: string; oddStarts: boolean }
  | { kind: 'files'; folder: string; formats: ('pdf' | 'docx')[] }

export type Printed =
  | { kind: 'bound'; bytes: ArrayBuffer; pages: number; missing: string[] }
  | { kind: 'files'; folder: string; files: string[]; missing: string[] }

async function bind(refs: Ref[], order: Order & { kind: 'bound' }, signal: AbortSignal, onStep: (step: Steps) => void) {
  const { title, oddStarts } = order
  const calls = client.paper.bind.mutate({ refs, title, oddStarts, numbering: 'each' }, { signal })
  for await (const { progress, bound } of await calls) {
    if (progress !== null) onStep(progress)
    if (bound === null) continue
    const bytes = await (await fetchBytes(`/documents/bound/${bound.id}.pdf`)).arrayBuffer()
    return { kind: 'bound', bytes, pages: bound.pages ?? 0, missing: bound.missing } as const
  }
  throw new Error('stopped')
}

async function write(
  refs: Ref[],
  order: Order & { kind: 'files' },
  signal: AbortSignal,
  onStep: (step: Steps) => void
) {
  const { folder, formats } = order
  for await (const { progress, written } of await client.paper.write.mutate({ refs, folder, formats }, { signal })) {
    if (progress !== null) onStep(progress)
    if (written !== null) return { kind: 'files', folder, ...written } as const
  }
  throw new Error('stopped')
}

/** Making many papers at once: how far it is, how it ended, and the way to stop it. */
export function usePrintRun() {
  const [progress, setProgress] = useState<Steps | null>(null)
  const [printed, setPrinted] = useState<Printed | null>(null)
  const [problem, setProblem] = useState<{ message: string; field?: string | undefined } | null>(null)
  const running = useRef<AbortController | null>(null)
  const start = async (refs: Ref[], order: Order): Promise<void> => {
    const stop = new AbortController()
    running.current = stop
    setProblem(null)
    setPrinted(null)
    setProgress({ done: 0, total: refs.length })
    try {
      const made =
        order.kind === 'bound'
          ? bind(refs, order, stop.signal, setProgress)
          : write(refs, order, stop.signal, setProgress)
      setPrinted(await made)
    } catch (error) {
      const stopped =
        order.kind === 'bound' ? '已停止，什么也没有生成。' : '已停止。停止前写好的文件是完整的，留在文件夹里。'
      setProblem(stop.signal.aborted ? { message: stopped } : problemOfError(error))
    } finally {
      setProgress(null)
    }
  }
  return { progress, printed, problem, start, stop: () => running.current?.abort() }
}
