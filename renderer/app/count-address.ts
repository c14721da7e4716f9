import type { CountOwner } from '../../shared/features/ballot/ballot.ts'

/** Where the ballots of a pile are counted; `back` is the address the page leads back to. */
export const countAddress = (pile: { owner: CountOwner; ownerId: string; part: string }, back: string): string =>
  `/count?${new URLSearchParams({ owner: pile.owner, id: pile.ownerId, part: pile.part, back })}`
