import { z } from 'zod'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { bindPapers, paperRefSchema, writePapers } from './paper-service.ts'
import { stepsOf } from './steps-of.ts'

const refsSchema = z.array(paperRefSchema).min(1, '请先选要打印的材料').max(5000, '一次最多 5000 份材料，请分几次')

export const paperRouter = router({
  /** Tells how far it is, then the id by which `/documents/bound/<id>.pdf` gives the file. */
  bind: withRight('records.write')
    .input(
      z.object({
        refs: refsSchema,
        title: z.string().min(1).max(100),
        oddStarts: z.boolean(),
        numbering: z.enum(['each', 'through'])
      })
    )
    .mutation(async function* ({ ctx, input, signal }) {
      const { store, documents, finished, system } = ctx
      const stop = new AbortController()
      signal?.addEventListener('abort', () => stop.abort(), { once: true })
      const work = stepsOf((onPart) =>
        bindPapers(store, documents, input, system.today(), { onPart, signal: stop.signal })
      )
      try {
        for await (const progress of work.steps) yield { progress, bound: null }
        const { bytes, pages, missing, fonts } = valueOrThrow(await work.result)
        const id = system.newId()
        finished.put(id, bytes)
        store.note('paper.bind', `${input.refs.length} papers`)
        yield { progress: null, bound: { id, pages, missing, fonts } }
      } finally {
        stop.abort()
      }
    }),
  /** Writes a file for each paper and format; stopping leaves what was written, each file whole. */
  write: withRight('records.write')
    .input(
      z.object({
        refs: refsSchema,
        folder: z.string().max(500, '文件夹的路径不超过 500 个字'),
        formats: z.array(z.enum(['pdf', 'docx'])).min(1, '请至少选一种格式')
      })
    )
    .mutation(async function* ({ ctx, input, signal }) {
      const { store, documents, system } = ctx
      store.note('paper.write', `${input.refs.length} papers`)
      const steps = writePapers(store, documents, input, system.today())
      while (signal?.aborted !== true) {
        const step = await steps.next()
        if (!step.done) {
          yield { progress: step.value, written: null }
          continue
        }
        yield { progress: null, written: valueOrThrow(step.value) }
        return
      }
    })
})
