import { client } from '../../api/client.ts'
import type { LedgerSummary } from './ledger-words.ts'
import type { Steps } from './step-progress.tsx'

/** Imports step by step; stopping by the signal takes everything back and throws. */
export async function importRows(
  input: { id: string; mode: 'all' | 'accepted' },
  signal: AbortSignal,
  onProgress: (progress: Steps) => void
): Promise<LedgerSummary> {
  for await (const { progress, summary } of await client.ledger.importRows.mutate(input, { signal })) {
    if (summary !== null) return summary
    onProgress(progress)
  }
  throw new Error('stopped')
}
