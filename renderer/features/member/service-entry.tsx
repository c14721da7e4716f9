import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Post } from '../../../shared/features/post/post.ts'
import type { Suspension } from '../../../shared/features/suspension/suspension.ts'
import { problemOfError } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'

/** The one small form that is open in the tab; `ending` begins with the day of leaving. */
export type Task = { kind: 'post'; post: Post; ending: boolean } | { kind: 'suspension'; suspension: Suspension } | null

/** What is about to be removed, in words, and how. */
export type Doomed = { title: string; words: string; verb: string; remove: () => Promise<unknown> }

/** The question before a post or a suspension goes. */
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

type EntryProps = { now: boolean; title: string; detail: string; children: ReactNode }

/** A line with its dates; what holds today stands out. */
export const Entry = ({ now, title, detail, children }: EntryProps) => (
  <li>
    <div className="entry-line">
      <span className={now ? 'entry-now' : 'quiet'}>{title}</span>
      <span className="push entry-actions">{children}</span>
    </div>
    <div className="note">{detail}</div>
  </li>
)

export const span = (from: string, to: string | null): string => `${from} 至 ${to ?? '今'}`
