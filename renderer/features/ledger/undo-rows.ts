import { client } from '../../api/client.ts'
import type { Steps } from './step-progress.tsx'

/** Takes an import back step by step; stopping by the signal leaves it as it stands and throws. */
export async function undoRows(id: string, signal: AbortSignal, onProgress: (progress: Steps) => void): Promise<void> {
  for await (const { progress } of await client.journal.undoInSteps.mutate({ id }, { signal })) {
    if (progress === null) return
    onProgress(progress)
  }
  throw new Error('stopped')
}
