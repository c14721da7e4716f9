import { votedStore, voteChannels } from '../factories/votes.ts'
import type { Run } from './ground.ts'

const voters = 30

/** Links votes to voters by every order there is in what the store leaves: at most chance and three standard deviations. */
export const ballotLinking: Run = {
  name: 'ballot-linking',
  run: async ({ times, add }) => {
    const polls = times(300)
    const voted = await votedStore(polls, voters)
    try {
      const votes = polls * voters
      const most = polls + 3 * Math.sqrt(polls)
      const found: string[] = []
      let missed = 0
      for (const [name, orderOf] of Object.entries(voteChannels)) {
        const hits = await voted.hitsIn(orderOf(voted))
        missed += hits > most ? 1 : 0
        found.push(`${name} ${((100 * hits) / votes).toFixed(1)} %`)
      }
      const log = Math.max(...voted.walSizes)
      missed += log > 0 || voted.auditEntries > 0 ? 1 : 0
      add({
        run: 'votes linked to voters',
        faults: votes,
        target: `at most ${((100 * most) / votes).toFixed(1)} % (chance ${(100 / voters).toFixed(1)} %)`,
        found: `${found.join(', ')}, WAL ${log} bytes, ${voted.auditEntries} audit entries`,
        missed
      })
    } finally {
      voted.remove()
    }
  }
}
