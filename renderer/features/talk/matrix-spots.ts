import type { TalkCoverage, TalkMark, TalkRow } from '../../../shared/features/talk/coverage-rules.ts'
import { shortDay } from './talk-words.ts'

/**
 * A cell as the screen shows it. `talkerId` is who would ask (null in the column of 党员互谈 and 委员谈过), `opens` the newest
 * talk that is his to read.
 */
export type Spot = {
  title: string
  talkerId: string | null
  look: 'held' | 'missing' | 'open' | 'self' | 'done' | 'empty'
  text: string
  words: string
  opens: string | null
}

const newest = (talks: readonly TalkMark[]): TalkMark | undefined =>
  talks.reduce<TalkMark | undefined>(
    (best, one) => (best === undefined || one.date >= best.date ? one : best),
    undefined
  )

function newestReadable(talks: readonly TalkMark[], readable: ReadonlySet<string>): TalkMark | undefined {
  return newest(talks.filter(({ id }) => readable.has(id)))
}

type Look = Pick<Spot, 'look' | 'text' | 'opens'>

function pairLook(row: TalkRow, at: number, index: number, readable: ReadonlySet<string>): Look {
  const cell = row.cells[index]
  if (cell === undefined || cell.state === 'self') return { look: 'self', text: '—', opens: null }
  if (cell.state === 'missing') return { look: 'missing', text: '未谈', opens: null }
  if (cell.state === 'held') {
    const shown = newestReadable(cell.talks, readable)
    return { look: 'held', text: shown === undefined ? '已谈' : shortDay(shown.date), opens: shown?.id ?? null }
  }
  const above = row.seat !== 'member' && index > at
  return { look: above ? 'empty' : 'open', text: above ? '' : '·', opens: null }
}

function sumLook(covered: boolean | null, fresh: boolean, done: string, opens: string | null): Look {
  if (covered === null) return { look: 'empty', text: '—', opens: null }
  if (covered) return { look: 'done', text: done, opens }
  return fresh ? { look: 'open', text: '未计', opens: null } : { look: 'missing', text: '未谈', opens: null }
}

const said = ({ look, text }: Look): string =>
  look === 'open' && text === '·'
    ? '没有谈过'
    : look === 'self'
      ? '本人'
      : look === 'empty'
        ? '不填'
        : text === '✓'
          ? '谈过'
          : text

/** All cells of a row: one for each of the committee, then 党员互谈 and 委员谈过. */
export function spotsOf(coverage: TalkCoverage, row: TalkRow, at: number, readable: ReadonlySet<string>): Spot[] {
  const pairs = coverage.columns.map((column, index) => ({
    title: column.name,
    talkerId: column.memberId,
    ...pairLook(row, at, index, readable)
  }))
  const { byPeer, byCommittee, peerTalks, committeeTalks, fresh } = row
  const peers = sumLook(
    byPeer === null ? null : byPeer > 0,
    fresh,
    `${byPeer} 次`,
    newestReadable(peerTalks, readable)?.id ?? null
  )
  const committee = sumLook(byCommittee, fresh, '✓', newestReadable(committeeTalks, readable)?.id ?? null)
  return [
    ...pairs,
    { title: '党员互谈', talkerId: null, ...peers },
    { title: '委员谈过', talkerId: null, ...committee }
  ].map((one) => ({ ...one, words: `${row.name}，${one.title}，${said(one)}` }))
}
