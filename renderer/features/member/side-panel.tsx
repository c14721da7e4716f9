import { CloseOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { api, problemOfError } from '../../api/client.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import type { DeskSheet } from './desk-sheet.tsx'
import { LeaveForm } from './leave-form.tsx'
import { newMember } from './member-draft.ts'
import { MemberForm } from './member-form.tsx'
import { MemberPanel } from './member-panel.tsx'
import { newOrganisation, organisationOf } from './organisation-draft.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { ReturnForm } from './return-form.tsx'
import type { OrganisationNode } from './roster.ts'
import type { Place } from './use-place.ts'

/** The form in the panel; null shows the open person. `turn` counts new people added one after the other. */
export type PanelTask =
  | { kind: 'edit'; at: string | null }
  | { kind: 'leave' }
  | { kind: 'return' }
  | { kind: 'new'; turn: number }
  | { kind: 'organisation'; id: string | null }
  | null

type Props = {
  task: PanelTask
  memberId: string | null
  nodes: readonly OrganisationNode[]
  chosen: OrganisationNode | null
  today: string
  setTask: (task: PanelTask) => void
  go: Place['go']
  onClose: () => void
  onSheet: (sheet: DeskSheet) => void
}

/** The docked panel: pushes the roster, never covers it. */
export function SidePanel(props: Props) {
  const { task, chosen, nodes, setTask, go, onClose } = props
  const content = (): ReactNode => {
    if (task?.kind === 'organisation') {
      const node = nodes.find((one) => one.id === task.id)
      return (
        <OrganisationForm
          key={task.id}
          stored={node === undefined ? newOrganisation(chosen) : organisationOf(node)}
          nodes={nodes}
          onSaved={({ id }) => {
            setTask(null)
            go({ organisationId: id })
          }}
          onDeleted={() => {
            setTask(null)
            if (node?.parentId != null) go({ organisationId: node.parentId })
          }}
          onClose={onClose}
        />
      )
    }
    if (task?.kind === 'new' && chosen !== null)
      return (
        <MemberForm
          key={`new-${task.turn}`}
          stored={newMember(chosen)}
          at={null}
          organisations={nodes}
          onSaved={({ member, another }) => {
            setTask(another ? { kind: 'new', turn: task.turn + 1 } : null)
            if (!another) go({ memberId: member.id })
          }}
          onClose={onClose}
        />
      )
    return <PersonInPanel {...props} />
  }
  return (
    <aside className="side-panel" aria-label="详情">
      {content()}
    </aside>
  )
}

function PersonInPanel({ task, memberId, nodes, today, setTask, go, onClose, onSheet }: Props) {
  const file = useQuery({
    ...api.member.file.queryOptions({ id: memberId ?? '' }),
    enabled: memberId !== null,
    placeholderData: keepPreviousData
  })
  if (file.error !== null)
    return (
      <>
        <header className="panel-head">
          <span className="push" />
          <Button type="text" icon={<CloseOutlined />} aria-label="关闭" onClick={onClose} />
        </header>
        <LoadFailure message={problemOfError(file.error).message} onRetry={() => void file.refetch()} />
      </>
    )
  if (file.data === undefined) return <Loading lines={9} />
  const { member } = file.data
  const shared = { file: file.data, organisations: nodes, today, onClose }
  if (task !== null && member.id === memberId) {
    const done = (): void => setTask(null)
    if (task.kind === 'leave') return <LeaveForm key={memberId} {...shared} onDone={done} />
    if (task.kind === 'return') return <ReturnForm key={memberId} {...shared} onDone={done} />
    if (task.kind === 'edit')
      return (
        <MemberForm
          key={memberId}
          stored={member}
          at={task.at}
          organisations={nodes}
          onSaved={done}
          onClose={onClose}
        />
      )
  }
  return (
    <MemberPanel
      key={member.id}
      {...shared}
      onEdit={(at) => setTask({ kind: 'edit', at })}
      onLeave={() => setTask({ kind: 'leave' })}
      onReturn={() => setTask({ kind: 'return' })}
      onPrint={() => onSheet({ kind: 'record', memberId: member.id, name: member.name })}
      onDeleted={() => go({ memberId: null })}
    />
  )
}
