import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { MergeChoices } from '../../../shared/features/member/duplicate-rules.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { DuplicateTable } from './duplicate-table.tsx'
import type { OrganisationNode } from './roster.ts'
import type { Done } from './undo-line.tsx'

export type Suspicion = Outputs['member']['duplicates'][number]

const keyOf = ({ first, second }: Suspicion): string => `${first.id} ${second.id}`

type Props = {
  nodes: readonly OrganisationNode[]
  onDone: (done: Done) => void
  /** Goes to one of the two, to mend what keeps them from being merged. */
  onOpen: (id: string) => void
}

/** Pairs that may be one person: the list at the left, the two side by side at the right. */
export function DuplicateSheet({ nodes, onDone, onOpen }: Props) {
  const list = useQuery(api.member.duplicates.queryOptions())
  const [key, setKey] = useState<string | null>(null)
  if (list.error !== null)
    return <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Loading lines={8} />
  const shown = list.data.find((pair) => keyOf(pair) === key) ?? list.data[0]
  if (shown === undefined)
    return (
      <div className="empty">
        <p className="empty-title">没有可能重复的人</p>
        <p className="note">姓名读音、出生日期、手机号码、身份证号相近的两条记录会列在这里。</p>
      </div>
    )
  return (
    <div className="duplicate-sheet">
      <ul className="pair-list" aria-label="可能重复的人">
        {list.data.map((pair) => (
          <li key={keyOf(pair)}>
            <button
              type="button"
              className={pair === shown ? 'pair chosen' : 'pair'}
              aria-current={pair === shown}
              onClick={() => setKey(keyOf(pair))}
            >
              {pair.first.name === pair.second.name ? pair.first.name : `${pair.first.name}、${pair.second.name}`}
              <span className="note">{pair.reasons[0]}</span>
            </button>
          </li>
        ))}
      </ul>
      <PairDesk key={keyOf(shown)} pair={shown} nodes={nodes} onDone={onDone} onOpen={onOpen} />
    </div>
  )
}

type PairProps = Props & { pair: Suspicion }

/** One pair: why, which to keep, which fact from where; then one person, or two for good. */
function PairDesk({ pair, nodes, onDone, onOpen }: PairProps) {
  const queries = useQueryClient()
  const [keepsFirst, setKeepsFirst] = useState(true)
  const [choices, setChoices] = useState<MergeChoices>({})
  const [keep, other] = keepsFirst ? [pair.first, pair.second] : [pair.second, pair.first]
  const merging = useMutation({
    mutationFn: () => client.member.merge.mutate({ keepId: keep.id, otherId: other.id, choices }),
    onSuccess: async ({ id }) => {
      onDone({ id, text: `已合并成一个人：${keep.name}` })
      await queries.invalidateQueries()
    }
  })
  const parting = useMutation({
    mutationFn: () => client.member.tellApart.mutate({ firstId: pair.first.id, secondId: pair.second.id }),
    onSuccess: () => queries.invalidateQueries()
  })
  const problem = merging.error ?? parting.error
  const turn = (first: boolean): void => {
    setKeepsFirst(first)
    setChoices({})
  }
  return (
    <div className="pair-desk">
      <p>
        <strong>为什么像同一个人：</strong>
        {pair.reasons.join('；')}。
      </p>
      <DuplicateTable
        {...{ pair, nodes, keepsFirst, choices }}
        onKeep={turn}
        onOpen={onOpen}
        onChoose={(field, choice) =>
          setChoices(({ [field]: _old, ...rest }) => (choice === undefined ? rest : { ...rest, [field]: choice }))
        }
      />
      {problem === null ? null : <Verdict tone="bad">{problemOfError(problem).message}</Verdict>}
      <div className="panel-actions">
        <Button type="primary" loading={merging.isPending} onClick={() => merging.mutate()}>
          合并成一个人
        </Button>
        <Button loading={parting.isPending} onClick={() => parting.mutate()}>
          不是同一个人
        </Button>
        <span className="note">合并后任职、停权、流动和会议记录都归到保留的那一条，可以撤销。</span>
      </div>
    </div>
  )
}
