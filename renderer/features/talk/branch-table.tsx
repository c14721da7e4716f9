import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import type { TalkTally } from '../../../shared/features/talk/coverage-rules.ts'
import { coveredPercent } from '../../../shared/features/talk/talk-coverage-charts.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'

/** Percent, and the figures it is made of. */
function Rate({ tally }: { tally: TalkTally }) {
  const percent = coveredPercent(tally)
  if (percent === null) return <span className="quiet">不要求</span>
  return (
    <span className="talk-rate">
      <span className={percent === 100 ? 'talk-full' : ''}>{percent}%</span>
      <small>
        {tally.covered}/{tally.total}
      </small>
      <span className={percent === 100 ? 'talk-bar full' : 'talk-bar'} aria-hidden>
        <i style={{ width: `${percent}%` }} />
      </span>
    </span>
  )
}

function walk(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  const row = event.currentTarget
  const goals: Record<string, Element | null | undefined> = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: row.parentElement?.firstElementChild,
    End: row.parentElement?.lastElementChild
  }
  if (event.key === 'Enter') open()
  else if (!(event.key in goals)) return
  event.preventDefault()
  const goal = goals[event.key]
  if (goal instanceof HTMLElement) goal.focus()
}

const heads = ['党支部', '委员之间', '委员同党员', '党员之间', '没谈全', '该谈']

/** Every branch with its three rates; one opens the map of that branch. */
export function BranchTable({ year, onOpen }: { year: number; onOpen: (organisationId: string) => void }) {
  const branches = useQuery({
    ...api.talk.branches.queryOptions({ organisationId: null, year }),
    placeholderData: (old) => old
  })
  const lines = branches.data ?? []
  useSayStatus(
    branches.data === undefined
      ? ''
      : `${lines.length} 个党支部，${lines.filter(({ uncovered }) => uncovered === 0).length} 个谈全了`
  )
  if (branches.error !== null)
    return <LoadFailure message={problemOfError(branches.error).message} onRetry={() => void branches.refetch()} />
  if (branches.data === undefined) return <Loading lines={8} />
  return (
    <section className="card talk-map talk-branches" aria-label="各党支部">
      <div className="talk-scroll">
        <table className="plain-table" aria-label="各党支部的谈心谈话">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ organisation: { id, label }, committeePairs, members, peers, uncovered, due }, index) => (
              <tr
                key={id}
                tabIndex={index === 0 ? 0 : -1}
                onClick={() => onOpen(id)}
                onKeyDown={(event) => walk(event, () => onOpen(id))}
              >
                <td>
                  <strong>{label}</strong>
                </td>
                {[committeePairs, members, peers].map((tally, at) => (
                  <td key={heads[at + 1]}>
                    <Rate tally={tally} />
                  </td>
                ))}
                <td>
                  {uncovered === 0 ? (
                    <span className="tag green">齐</span>
                  ) : (
                    <span className="tag amber">{uncovered} 人</span>
                  )}
                </td>
                <td>{due === 0 ? '' : `${due} 条`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
