import { Worker } from 'node:worker_threads'
import type { RawSheet } from '../../shared/kernel/cells.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { refuseWorkbook, type WorkbookProblem } from './workbook-problem.ts'

type Reading = Outcome<RawSheet[], WorkbookProblem>

/**
 * `readWorkbook` in a thread of its own, which a hostile file may exhaust or hang without harm. `workerUrl` is the built
 * `workbook-reader-worker.js` (in tests the source). Out of memory is `too-large`, out of time `timed-out`.
 */
export function readWorkbookInWorker(
  bytes: Uint8Array,
  workerUrl: URL,
  { timeoutMs = 20_000, memoryMb = 512 }: { timeoutMs?: number; memoryMb?: number } = {}
): Promise<Reading> {
  const worker = new Worker(workerUrl, { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  return new Promise<Reading>((resolve) => {
    const finish = (reading: Reading): void => {
      clearTimeout(timer)
      resolve(reading)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(refuseWorkbook('timed-out')), timeoutMs)
    worker.once('message', (reading: Reading) => finish(reading))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish(refuseWorkbook(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged'))
    )
    worker.once('exit', () => finish(refuseWorkbook('damaged')))
  })
}
