import type { NewTalkPlan } from '../../../shared/features/talk/talk-plan.ts'

/** Talks of each person in a round, most first; `asks` those where he is 谈话人. */
export type Load = { memberId: string; name: string; asks: number; total: number }

export function loadsOf(talks: readonly Pick<NewTalkPlan, 'talker' | 'partner'>[]): Load[] {
  const loads = new Map<string, Load>()
  const add = ({ memberId, name }: { memberId: string; name: string }, asks: number): void => {
    const before = loads.get(memberId) ?? { memberId, name, asks: 0, total: 0 }
    loads.set(memberId, { ...before, asks: before.asks + asks, total: before.total + 1 })
  }
  for (const { talker, partner } of talks) {
    add(talker, 1)
    add(partner, 0)
  }
  return [...loads.values()].sort((one, other) => other.total - one.total || other.asks - one.asks)
}
