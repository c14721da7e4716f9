import { useState } from 'react'
import { membershipOn } from '../../../shared/features/member/member.ts'
import { useRight } from '../../api/me.ts'
import { type Doomed, type HistoryActs, type HistoryTask, RemovalQuestion } from './history-entry.tsx'
import type { MemberFile } from './member-panel.tsx'
import { ExemptionList } from './exemption-list.tsx'
import { PostList } from './post-list.tsx'
import type { OrganisationNode } from './roster.ts'
import { SpellList } from './spell-list.tsx'
import { SuspensionList } from './suspension-list.tsx'
import { WhereaboutsList } from './whereabouts-list.tsx'

type Props = { file: MemberFile; organisations: readonly OrganisationNode[]; today: string }

/** 经历: stays, posts, spells without rights, R2-09, 流动 and 失联. Adding, ending and mending happen in place. */
export function HistoryTab({ file, organisations, today }: Props) {
  const { member } = file
  const [task, setTask] = useState<HistoryTask>(null)
  const [doomed, setDoomed] = useState<Doomed | null>(null)
  const acts: HistoryActs = { today, mayWrite: useRight('records.write'), task, setTask, setDoomed }
  const home =
    member.memberships.find((one) => membershipOn({ memberships: [one] }, one.organisationId, today) !== null) ??
    member.memberships.at(-1)
  const shared = { file, organisations, acts, organisationId: home?.organisationId ?? '' }
  return (
    <div className="history">
      <SpellList {...shared} />
      <PostList {...shared} />
      <SuspensionList {...shared} />
      <ExemptionList {...shared} />
      <WhereaboutsList {...shared} />
      {doomed === null ? null : <RemovalQuestion doomed={doomed} onDone={() => setDoomed(null)} />}
    </div>
  )
}

/** What each part of the tab gets; `organisationId` is where the person belongs now. */
export type HistoryProps = {
  file: MemberFile
  organisations: readonly OrganisationNode[]
  acts: HistoryActs
  organisationId: string
}
