import type { Outputs } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { DueList } from './due-list.tsx'
import { FigureCards } from './figure-cards.tsx'
import type { Deed } from './talk-deed.tsx'
import { TalkMatrix } from './talk-matrix.tsx'
import type { TalkPlace } from './use-talk-place.ts'

type Props = {
  board: Outputs['talk']['board']
  place: TalkPlace
  today: string
  mayWrite: boolean
  /** A talk stands beside the map: the list of the due makes room for it. */
  narrow: boolean
  onDeed: (deed: Deed) => void
}

/** 覆盖表: three figures, who has talked with whom, and who is to be talked with. */
export function CoverageView({ board, place, today, mayWrite, narrow, onDeed }: Props) {
  const { coverage } = board
  const rules = useRules(coverage.year)
  return (
    <>
      <FigureCards coverage={coverage} />
      <div className={narrow ? 'talk-desk' : 'talk-desk beside'}>
        <section className="card talk-map" aria-label="谁同谁谈过">
          <header className="card-head">
            <h2 className="card-title">谁同谁谈过</h2>
            <span className="note talk-keys">
              方向键移动，<Kbd>Enter</Kbd> 看记录，<Kbd>N</Kbd> 记谈话，输首字母找人
            </span>
            <span className="push" />
            <Cite rules={rules} id="R1-18" />
          </header>
          {coverage.hasCommittee || coverage.rows.length === 0 ? null : (
            <p className="talk-says">
              {coverage.columns.length > 0
                ? '本支部不设支委会：由书记、副书记同党员谈，委员之间不要求。'
                : '本支部不设支委会，也没有登记书记：在“组织与党员”里登记任职以后，才算得出委员同党员的覆盖。'}
            </p>
          )}
          {coverage.rows.length === 0 ? (
            <div className="empty">
              <p className="empty-title">这个党支部没有在册党员</p>
              <p className="note">先在“组织与党员”里登记党员，这里就有覆盖表。</p>
            </div>
          ) : (
            <div className="talk-scroll">
              <TalkMatrix
                coverage={coverage}
                readable={new Set(board.readable)}
                over={today > `${coverage.year}-12-31`}
                mayWrite={mayWrite}
                current={place.start?.partner ?? null}
                onOpen={place.openTalk}
                onRecord={place.record}
              />
            </div>
          )}
        </section>
        {narrow ? null : (
          <DueList board={board} today={today} mayWrite={mayWrite} onRecord={place.record} onDeed={onDeed} />
        )}
      </div>
    </>
  )
}
