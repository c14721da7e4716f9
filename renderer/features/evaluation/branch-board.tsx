import { useQuery } from '@tanstack/react-query'
import { api, type Outputs, problemOfError } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { OpenRow, TableHead } from '../../ui/open-row.tsx'

type Card = Outputs['evaluation']['board'][number]

const states: Record<Card['state'], { text: string; tone: string }> = {
  none: { text: '没有开始', tone: '' },
  before: { text: '测评以前', tone: 'blue' },
  voted: { text: '已测评，待评定', tone: 'blue' },
  void: { text: '收回多于发出，要重测', tone: 'red' },
  graded: { text: '已评定，待确定', tone: 'amber' },
  settled: { text: '等次已确定', tone: 'green' }
}

const heads = ['党支部', '到哪一步', '参加评议', '交了自评', '已评等次', '优秀', '确定日期']

const of = (part: number, whole: number): string => (whole === 0 ? '' : `${part} / ${whole}`)

/** Every branch with how far it is; arrows walk, Enter opens. */
export function BranchBoard({ year, onOpen }: { year: number; onOpen: (organisationId: string) => void }) {
  const board = useQuery({
    ...api.evaluation.board.queryOptions({ organisationId: null, year }),
    placeholderData: (old) => old
  })
  const cards = board.data ?? []
  const settled = cards.filter(({ state }) => state === 'settled').length
  useSayStatus(board.data === undefined ? '' : `${cards.length} 个党支部，${settled} 个已确定等次`)
  if (board.error !== null)
    return <LoadFailure message={problemOfError(board.error).message} onRetry={() => void board.refetch()} />
  if (board.data === undefined) return <Loading lines={8} />
  return (
    <section className="card list-frame" aria-label="各党支部">
      <table className="plain-table list-table" aria-label="各党支部的民主评议">
        <TableHead heads={heads} />
        <tbody>
          {cards.map(({ organisationId, name, state, members, self, graded, excellent, finishedOn }, index) => (
            <OpenRow key={organisationId} id={organisationId} first={index === 0} onOpen={() => onOpen(organisationId)}>
              <td>
                <strong>{name}</strong>
              </td>
              <td>
                <span className={`tag ${states[state].tone}`}>{states[state].text}</span>
              </td>
              <td>{members === 0 ? '' : `${members} 人`}</td>
              <td>{of(self, members)}</td>
              <td>{of(graded, members)}</td>
              <td>{state === 'none' ? '' : excellent}</td>
              <td>{finishedOn ?? ''}</td>
            </OpenRow>
          ))}
        </tbody>
      </table>
    </section>
  )
}
