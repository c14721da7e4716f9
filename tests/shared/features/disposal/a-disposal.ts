import type { Disposal } from '../../../../shared/features/disposal/disposal.ts'

/** A 限期改正 of which nothing is done yet. */
export const aDisposal = (part: Partial<Disposal> = {}): Disposal => ({
  ...{ id: 'cz', organisationId: 'zb', memberId: '甲', evaluationId: null, way: '限期改正', basis: null, days: {} },
  ...{ from: null, until: null, outcome: null, closedOn: null, recordedOn: '2026-12-20' },
  ...part
})
