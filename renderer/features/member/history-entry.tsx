import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Membership } from '../../../shared/features/member/member.ts'
import type { Exemption } from '../../../shared/features/exemption/exemption.ts'
import type { Post } from '../../../shared/features/post/post.ts'
import type { Suspension } from '../../../shared/features/suspension/suspension.ts'
import type { Whereabouts } from '../../../shared/features/whereabouts/whereabouts.ts'
import { problemOfError } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'

/** The one small form that is open in the tab; `ending` begins with the last day. */
export type HistoryTask =
  | { kind: 'spell'; spell: Membership }
  | { kind: 'post'; post: Post; ending: boolean }
  | { kind: 'suspension'; suspension: Suspension }
  | { kind: 'exemption'; exemption: Exemption }
  | { kind: 'whereabouts'; whereabouts: Whereabouts; ending: boolean }
  | null

/** What is about to be removed, in words, and how. */
export type Doomed = { title: string; words: string; verb: string; remove: () => Promise<unknown> }

/** What every part of the tab needs to open its form and to ask before something goes. */
export type HistoryActs = {
  today: string
  mayWrite: boolean
  task: HistoryTask
  setTask: (task: HistoryTask) => void
  setDoomed: (doomed: Doomed) => void
}

/** The question before an entry goes. */
export function RemovalQuestion({ doomed, onDone }: { doomed: Doomed; onDone: () => void }) {
  const queries = useQueryClient()
  const removing = useMutation({
    mutationFn: doomed.remove,
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries()
    }
  })
  return (
    <Confirm
      title={doomed.title}
      verb={doomed.verb}
      keep="不删"
      busy={removing.isPending}
      refusal={removing.error === null ? undefined : problemOfError(removing.error).message}
      onConfirm={() => removing.mutate()}
      onKeep={onDone}
    >
      {doomed.words}
    </Confirm>
  )
}

type HeadProps = { title: string; verb: string; acts: HistoryActs; onAdd: () => void; children?: ReactNode }

/** The head of a part with its way to add; no second form can be opened beside an open one. */
export const HistoryHead = ({ title, verb, acts, onAdd, children }: HeadProps) => (
  <div className="panel-heading row">
    <h3>{title}</h3>
    {acts.mayWrite && acts.task === null ? (
      <span className="entry-actions">
        {children}
        <Button size="small" icon={<PlusOutlined />} onClick={onAdd}>
          {verb}
        </Button>
      </span>
    ) : null}
  </div>
)

type EntryProps = {
  now: boolean
  title: string
  detail: string
  acts: HistoryActs
  onEdit: () => void
  /** Null where this one has to stay. */
  doomed: Doomed | null
  children?: ReactNode
}

/** A line with its dates; what holds today stands out. */
export const Entry = ({ now, title, detail, acts, onEdit, doomed, children }: EntryProps) => (
  <li>
    <div className="entry-line">
      <span className={now ? 'entry-now' : 'quiet'}>{title}</span>
      {acts.mayWrite && acts.task === null ? (
        <span className="push entry-actions">
          {children}
          <button type="button" className="link" onClick={onEdit}>
            修改
          </button>
          {doomed === null ? null : (
            <button type="button" className="link" onClick={() => acts.setDoomed(doomed)}>
              删除
            </button>
          )}
        </span>
      ) : null}
    </div>
    <div className="note">{detail}</div>
  </li>
)

export const span = (from: string | null, to: string | null): string =>
  from === null && to === null ? '至今' : `${from ?? '（没填起始日期）'} 至 ${to ?? '今'}`
