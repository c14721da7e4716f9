import { z } from 'zod'
import { organisationEditSchema, organisationKinds } from '../../../shared/features/organisation/organisation.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import {
  dropOrganisation,
  keepOrganisation,
  nextCode,
  organisationFindings,
  organisationTree
} from './organisation-service.ts'

export const organisationRouter = router({
  tree: withRight('records.read').query(({ ctx }) => organisationTree(ctx.store, ctx.system.today())),
  findings: withRight('records.read')
    .input(z.object({ id: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(organisationFindings(ctx.store, input.id, ctx.system.today()))),
  nextCode: withRight('records.read')
    .input(z.object({ kind: z.enum(organisationKinds) }))
    .query(({ ctx, input }) => nextCode(organisationTree(ctx.store, ctx.system.today()), input.kind)),
  /** `id` empty makes a new one. */
  save: withRight('records.write')
    .input(organisationEditSchema)
    .mutation(({ ctx, input }) => {
      const record = input.id === '' ? { ...input, id: ctx.system.newId() } : input
      return valueOrThrow(keepOrganisation(ctx.store, record))
    }),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropOrganisation(ctx.store, input.id)))
})
