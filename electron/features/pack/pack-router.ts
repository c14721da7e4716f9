import { dirname, join } from 'node:path'
import { z } from 'zod'
import { volumeSchemeSchema } from '../../../shared/features/pack/volume-scheme.ts'
import type { Inside } from '../../http/trpc.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { grantFor } from '../account/account-service.ts'
import { stepsOf } from '../paper/steps-of.ts'
import { readSettings, writeSettings } from '../setting/setting-service.ts'
import { type BuildProgress, buildPacks } from './pack-build.ts'
import { readerOf, readsAll } from '../talk/talk-access.ts'
import { isYearSealed, packView } from './pack-view.ts'
import { checkPack, reopenYear, type SealCall, sealYear } from './pack-year.ts'

const yearSchema = z.number().int().min(2000).max(2100)
const placeSchema = z.object({ organisationId: z.string(), year: yearSchema })

const sealCall = ({ store, account, system }: Inside & { system: System }): SealCall => ({
  ...{ store, newId: system.newId, accountName: account.name },
  now: system.now().toISOString()
})

export const packRouter = router({
  /** The volumes of this office, and what is bound in each. */
  scheme: withRight('records.read').query(({ ctx }) => ctx.store.read((tables) => readSettings(tables, 'volumes'))),
  saveScheme: withRight('checklist.settle')
    .input(volumeSchemeSchema)
    .mutation(({ ctx, input }) => ctx.store.write((tables) => writeSettings(tables, 'volumes', input))),
  view: withRight('records.read')
    .input(placeSchema)
    .query(({ ctx, input }) => valueOrThrow(packView(ctx.store, { ...input, today: ctx.system.today() }))),
  /** For every screen of a year: what is sealed is only shown. */
  sealed: withRight('records.read')
    .input(placeSchema)
    .query(({ ctx, input }) => valueOrThrow(isYearSealed(ctx.store, input.organisationId, input.year))),
  /** Where packs go unless somebody says otherwise: beside the store. */
  folder: withRight('records.write').query(({ ctx }) => join(dirname(ctx.vault.storeFile), '材料包')),
  /** Tells how far it is, then what was written. Stopped, it goes on from there when it is asked for again. */
  write: withRight('records.write')
    .input(
      z.object({
        organisationIds: z.array(z.string()).min(1, '请先选党组织').max(1000),
        year: yearSchema,
        folder: z.string().max(500, '文件夹的路径不超过 500 个字'),
        formats: z.array(z.enum(['pdf', 'docx'])).min(1, '请至少选一种格式'),
        oddStarts: z.boolean(),
        talks: z.boolean().default(false)
      })
    )
    .mutation(async function* ({ ctx, input, signal }) {
      const { store, documents, system, account, version } = ctx
      store.note(
        'pack.write',
        `${input.year} 年度，${input.organisationIds.length} 个党组织${input.talks ? '，放入 L1 谈话记录' : ''}`
      )
      const stop = new AbortController()
      signal?.addEventListener('abort', () => stop.abort(), { once: true })
      let newest: BuildProgress | null = null
      const call = {
        ...{ store, documents, version, today: system.today(), newId: system.newId, accountName: account.name },
        now: () => system.now().toISOString(),
        mayTally: grantFor(store, account, 'evaluation.tally') !== null,
        mayTalks: readsAll(readerOf(store, account, null), 'L1')
      }
      const work = stepsOf((onStep) =>
        buildPacks(call, input, {
          onProgress: (progress) => {
            newest = progress
            onStep(progress.done, progress.total)
          },
          signal: stop.signal
        })
      )
      try {
        for await (const _step of work.steps) yield { progress: newest as BuildProgress | null, built: null }
        yield { progress: null, built: valueOrThrow(await work.result) }
      } finally {
        stop.abort()
      }
    }),
  /** Files that are not as they were written. */
  check: withRight('records.read')
    .input(z.object({ id: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(checkPack(ctx.store, input.id))),
  sealYear: withRight('rules')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(sealYear(sealCall(ctx), input.id))),
  reopenYear: withRight('rules')
    .input(placeSchema.extend({ reason: z.string().max(500, '原因不超过 500 字') }))
    .mutation(({ ctx, input }) => valueOrThrow(reopenYear(sealCall(ctx), input)))
})
