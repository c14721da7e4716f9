import '../../ui/heat.css'
import './checklist-board.css'
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useNavigate } from 'react-router'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { NoBranch } from '../../app/no-branch.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { BoardPaper } from './board-paper.tsx'
import { BranchTable } from './branch-table.tsx'
import { ChecklistWhere } from './checklist-where.tsx'
import { type BoardView, boardViewNames } from './checklist-words.ts'
import { CompareView } from './compare-view.tsx'
import { ProgressTable } from './progress-table.tsx'
import type { ChecklistPlace } from './use-checklist-place.ts'
import { VersionView } from './version-view.tsx'

type Props = { place: ChecklistPlace; branches: readonly Organisation[]; today: string }

const views = Object.keys(boardViewNames) as BoardView[]

/** What one sees of all branches; the versions of the lists need none of their figures. */
function Body({ place, branches }: Pick<Props, 'place' | 'branches'>) {
  const view = place.boardView
  const board = useQuery(api.checklist.board.queryOptions({ organisationId: null, year: place.year, list: place.list }))
  const cards = board.data?.cards ?? []
  const published = cards.filter(({ publishedOn }) => publishedOn !== null).length
  useSayStatus(board.data === undefined ? '' : `${cards.length} 个党支部，${published} 个已公布考评结果`)
  if (board.error !== null)
    return <LoadFailure message={problemOfError(board.error).message} onRetry={() => void board.refetch()} />
  if (board.data === undefined) return <Loading lines={9} />
  if (branches.length === 0)
    return (
      <NoBranch>清单以支部为单位，先在“组织与党员”里加上党支部和党员，会议、谈话、评议记下来，清单自己填。</NoBranch>
    )
  if (cards.length === 0)
    return (
      <div className="empty">
        <p className="empty-title">{place.year} 年度没有这份清单</p>
        <p className="note">本单位自己的清单，在“清单版本”里导入或者新建。</p>
      </div>
    )
  const open = (part: { view?: string }) => (organisation: string) =>
    place.go({ organisation, item: null, view: null, ...part })
  if (view === 'compare') return <CompareView board={board.data} place={place} />
  return (
    <section className="card list-frame board-list" aria-label="各党支部">
      <div className="list-scroll">
        {view === 'progress' ? (
          <ProgressTable cards={cards} onOpen={open({ view: 'review' })} />
        ) : (
          <BranchTable cards={cards} onOpen={open({})} />
        )}
      </div>
      {view === 'branches' ? (
        <footer className="heat-legend note">
          得分率
          {['没有得分', '40% 以下', '40% 起', '60% 起', '80% 起', '95% 起'].map((words, at) => (
            <span key={words} className={`heat heat-${at}`}>
              {words}
            </span>
          ))}
        </footer>
      ) : null}
    </section>
  )
}

/** All branches side by side: figures, comparison, how far 考评 is, and the versions of the lists. */
export function Board({ place, branches, today }: Props) {
  const navigate = useNavigate()
  const view = place.boardView
  if (place.paper !== null) return <BoardPaper place={place} />
  return (
    <>
      <PageHead
        title="标准化清单"
        note={<ChecklistWhere {...{ place, branches, today }} home={null} lists={['standard', 'strong', 'own']} />}
      >
        <Segmented<BoardView>
          aria-label="看什么"
          value={view}
          options={views.map((value) => ({ value, label: boardViewNames[value] }))}
          onChange={(chosen) => place.go({ view: chosen, item: null })}
        />
        <Button onClick={() => void navigate(`/rectification?year=${place.year}`)}>整改台账</Button>
        {view === 'versions' ? null : (
          <Button icon={<PrinterOutlined />} onClick={() => place.go({ paper: 'comparison' })}>
            打印比较表
          </Button>
        )}
      </PageHead>
      {view === 'versions' ? (
        <VersionView place={place} branches={branches} />
      ) : (
        <Body place={place} branches={branches} />
      )}
    </>
  )
}
