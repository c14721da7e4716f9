import './member.css'
import { ApartmentOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, problemOfError } from '../../api/client.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { MemberDesk } from './member-desk.tsx'
import { topsOf } from './organisation-branches.ts'
import type { PanelTask } from './side-panel.tsx'
import { usePlace } from './use-place.ts'

/** 组织与党员: the tree, the roster of the chosen organisation, and one person or form beside it. */
export function MemberScreen({ today }: { today: string }) {
  const navigate = useNavigate()
  const place = usePlace()
  const [task, setTask] = useState<PanelTask>(null)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const nodes = tree.data ?? []
  const chosen = nodes.find((node) => node.id === place.organisationId) ?? topsOf(nodes)[0] ?? nodes[0]
  const begin = (next: PanelTask): void => {
    place.go({ memberId: null })
    setTask(next)
  }
  return (
    <div className="page member-page">
      <PageHead title="组织与党员" note="缺的信息直接在表里补">
        <Button icon={<ImportOutlined />} onClick={() => void navigate('/ledger')}>
          从 Excel 导入
        </Button>
        <Button icon={<ApartmentOutlined />} onClick={() => begin({ kind: 'organisation', id: null })}>
          添加组织
        </Button>
        {chosen === undefined ? null : (
          <Button
            type={task === null ? 'primary' : 'default'}
            icon={<PlusOutlined />}
            onClick={() => begin({ kind: 'new', turn: 0 })}
          >
            添加党员
          </Button>
        )}
      </PageHead>
      {tree.error === null ? null : (
        <LoadFailure message={problemOfError(tree.error).message} onRetry={() => void tree.refetch()} />
      )}
      {tree.data === undefined && tree.error === null ? <Loading lines={8} /> : null}
      {tree.data === undefined ? null : (
        <MemberDesk nodes={nodes} chosen={chosen ?? null} place={place} task={task} setTask={setTask} today={today} />
      )}
    </div>
  )
}
