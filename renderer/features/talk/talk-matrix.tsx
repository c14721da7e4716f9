import { type CSSProperties, Fragment, type KeyboardEvent, memo, type MouseEvent, useRef } from 'react'
import type { TalkCoverage, TalkRow } from '../../../shared/features/talk/coverage-rules.ts'
import { type Spot, spotsOf } from './matrix-spots.ts'
import { cellsOf, neighbour, useRoving, useTyped, walks } from './matrix-walk.ts'
import { rowByInitials } from './talk-names.ts'
import { postWord } from './talk-words.ts'

type Pair = { talker: string | null; partner: string }

type Props = {
  coverage: TalkCoverage
  readable: ReadonlySet<string>
  /** The year is over: what is missing is missing for good. */
  over: boolean
  mayWrite: boolean
  /** Whose talk is being put down beside it. */
  current: string | null
  onOpen: (id: string) => void
  onRecord: (pair: Pair) => void
}

function Cell({ spot, index, over, first }: { spot: Spot; index: number; over: boolean; first: boolean }) {
  const { look, text, words, opens } = spot
  return (
    <div
      role="gridcell"
      tabIndex={first ? 0 : -1}
      data-cell={index}
      className={`talk-cell is-${look}${spot.talkerId === null ? ' sum' : ''}${opens === null ? '' : ' opens'}`}
      aria-label={words}
    >
      {look === 'missing' ? <span className={over ? 'tag red' : 'tag amber'}>{text}</span> : text}
    </div>
  )
}

type LineProps = { row: TalkRow; spots: readonly Spot[]; over: boolean; first: boolean; current: boolean }

const asideOf = ({ fresh, category }: TalkRow): string =>
  [category === '预备党员' ? '预备' : '', fresh ? '不到 30 天，未计' : ''].filter((part) => part !== '').join('，')

const Line = memo(function Line({ row, spots, over, first, current }: LineProps) {
  return (
    <div role="row" className={current ? 'talk-line current' : 'talk-line'} data-member={row.memberId}>
      <div role="rowheader" className="talk-name">
        <span title={row.name}>{row.name}</span> <small>{asideOf(row)}</small>
      </div>
      {spots.map((spot, index) => (
        <Cell
          key={spot.title + (spot.talkerId ?? '')}
          spot={spot}
          index={index}
          over={over}
          first={first && index === 0}
        />
      ))}
    </div>
  )
})

function Head({ columns }: Pick<TalkCoverage, 'columns'>) {
  return (
    <div role="row" className="talk-line head">
      <div role="columnheader" className="talk-name">
        谈话对象
      </div>
      {columns.map(({ memberId, name, posts }) => (
        <div key={memberId} role="columnheader" className="talk-head">
          <span title={name}>{name}</span> <small>{posts.slice(0, 1).map(postWord)}</small>
        </div>
      ))}
      <div role="columnheader" className="talk-head sum">
        党员互谈
      </div>
      <div role="columnheader" className="talk-head sum">
        委员谈过
      </div>
    </div>
  )
}

function GroupLine({ title, note, wide }: { title: string; note: string; wide: number }) {
  return (
    <div role="row" className="talk-group">
      <div role="rowheader" aria-colspan={wide}>
        <strong>{title}</strong>，{note}
      </div>
    </div>
  )
}

const groupsOf = ({ hasCommittee }: TalkCoverage) =>
  ({
    seated: hasCommittee
      ? { title: '支部委员', note: '每两人之间至少一次' }
      : { title: '书记、副书记', note: '不设支委会，由他们同党员谈' },
    member: { title: '党员', note: '每人至少由一名委员谈一次、同党员谈一次' }
  }) as const

/** Who has talked with whom: columns ask, rows are asked. Arrows, Enter, N, and initials of a row. */
export function TalkMatrix({ coverage, readable, over, mayWrite, current, onOpen, onRecord }: Props) {
  const { rows, columns, hasCommittee } = coverage
  const grid = useRef<HTMLDivElement>(null)
  const { stand } = useRoving(grid)
  const typed = useTyped()
  const lines = rows.map((row, at) => ({ row, spots: spotsOf(coverage, row, at, readable) }))
  const spotAt = (cell: HTMLElement): { row: TalkRow; spot: Spot } | null => {
    const line = lines.find(({ row }) => row.memberId === cell.parentElement?.dataset['member'])
    const spot = line?.spots[Number(cell.dataset['cell'])]
    return line === undefined || spot === undefined ? null : { row: line.row, spot }
  }
  const record = (cell: HTMLElement): void => {
    const at = spotAt(cell)
    if (at === null || !mayWrite) return
    const own = at.spot.look === 'self' || at.spot.look === 'empty'
    onRecord({ talker: own ? null : at.spot.talkerId, partner: at.row.memberId })
  }
  const open = (cell: HTMLElement): void => {
    const opens = spotAt(cell)?.spot.opens ?? null
    if (opens !== null) onOpen(opens)
    else if (cell.matches('.is-missing, .is-open')) record(cell)
  }
  const jump = (cell: HTMLElement, letters: string): void => {
    const from = rows.findIndex(({ memberId }) => memberId === cell.parentElement?.dataset['member'])
    const goal = rowByInitials(rows, letters, Math.max(from, 0))
    const id = rows[goal]?.memberId
    const line = [...(grid.current?.querySelectorAll<HTMLElement>('.talk-line') ?? [])].find(
      (one) => one.dataset['member'] === id
    )
    const target = id === undefined ? undefined : cellsOf(line ?? null)[Number(cell.dataset['cell'])]
    if (target !== undefined) stand(target)
  }
  const press = (event: KeyboardEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('.talk-cell') : null
    if (cell === null || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (walks.includes(event.key)) {
      const goal = neighbour(cell, event.key)
      if (goal !== null) stand(goal)
    } else if (event.key === 'Enter') open(cell)
    else if (event.key.toLowerCase() === 'n' && !typed.running()) record(cell)
    else if (/^[a-z]$/i.test(event.key)) jump(cell, typed.add(event.key))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const click = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('.talk-cell') : null
    if (cell === null) return
    stand(cell)
    if (cell.matches('.opens, .is-missing') || event.detail === 2) open(cell)
  }
  const groups = groupsOf(coverage)
  const firstMember = rows.findIndex(({ seat }) => seat === 'member')
  return (
    <div
      ref={grid}
      role="grid"
      className="talk-grid"
      aria-label="谁同谁谈过"
      style={{ '--committee': columns.length } as CSSProperties}
      onKeyDown={press}
      onClick={click}
    >
      <Head columns={columns} />
      {lines.map(({ row, spots }, index) => (
        <Fragment key={row.memberId}>
          {index === 0 && row.seat !== 'member' ? <GroupLine {...groups.seated} wide={columns.length + 3} /> : null}
          {index === firstMember ? (
            <GroupLine
              title={groups.member.title}
              note={hasCommittee ? groups.member.note : '每人至少由书记或者副书记谈一次、同党员谈一次'}
              wide={columns.length + 3}
            />
          ) : null}
          <Line row={row} spots={spots} over={over} first={index === 0} current={row.memberId === current} />
        </Fragment>
      ))}
    </div>
  )
}
