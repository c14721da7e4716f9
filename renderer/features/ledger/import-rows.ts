import { client } from '../../api/client.ts'
import type { LedgerSummary } from './ledger-words.ts'

export type ImportProgress = { done: number; total: number }

/** Imports step by step; stopping by the signal takes everything back and throws. */
export async function importRows(
  input: { id: string; mode: 'all' | 'accepted' },
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void
): Promise<LedgerSummary> {
  for await (const { progress, summary } of await client.ledger.importRows.mutate(input, { signal })) {
    if (summary !== null) return summary
    onProgress(progress)
  }
  throw new Error('stopped')
}
