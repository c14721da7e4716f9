import './member.css'
import { ApartmentOutlined, ImportOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { DeskSheet, RosterPaperKind } from './desk-sheet.tsx'
import { MemberDesk } from './member-desk.tsx'
import { topsOf } from './organisation-branches.ts'
import { paperName, rosterPaperKinds } from './roster-papers.ts'
import { MenuLine, PopupButton } from '../../ui/popup-button.tsx'
import type { OrganisationNode } from './roster.ts'
import { RosterSheet } from './roster-sheet.tsx'
import type { PanelTask } from './side-panel.tsx'
import type { Done } from './undo-line.tsx'
import { usePlace } from './use-place.ts'

type PrintMenuProps = { chosen: OrganisationNode; onPrint: (paper: RosterPaperKind) => void }

/** 打印: which of the roster's papers. */
const PrintMenu = ({ chosen, onPrint }: PrintMenuProps) => (
  <PopupButton label="打印" icon={<PrinterOutlined />}>
    {(close) =>
      rosterPaperKinds.map((paper) => (
        <MenuLine
          key={paper}
          onClick={() => {
            close()
            onPrint(paper)
          }}
        >
          {paperName(paper, chosen)}
        </MenuLine>
      ))
    }
  </PopupButton>
)

type HeadProps = {
  chosen: OrganisationNode | undefined
  busy: boolean
  onBegin: (task: PanelTask) => void
  onPrint: (paper: RosterPaperKind) => void
}

/** Title and actions; somebody who may only look gets none. */
function MemberHead({ chosen, busy, onBegin, onPrint }: HeadProps) {
  const navigate = useNavigate()
  const mayWrite = useRight('records.write')
  if (!mayWrite) return <PageHead title="组织与党员" note="只能查看" />
  return (
    <PageHead title="组织与党员" note="缺的信息直接在表里补">
      <Button icon={<ImportOutlined />} onClick={() => void navigate('/ledger')}>
        从 Excel 导入
      </Button>
      {chosen === undefined ? null : <PrintMenu chosen={chosen} onPrint={onPrint} />}
      <Button icon={<ApartmentOutlined />} onClick={() => onBegin({ kind: 'organisation', id: null })}>
        添加组织
      </Button>
      {chosen === undefined ? null : (
        <Button
          type={busy ? 'default' : 'primary'}
          icon={<PlusOutlined />}
          onClick={() => onBegin({ kind: 'new', turn: 0 })}
        >
          添加党员
        </Button>
      )}
    </PageHead>
  )
}

/** 组织与党员: the tree, the roster of the chosen organisation, and one person or form beside it; papers lie over it. */
export function MemberScreen({ today }: { today: string }) {
  const place = usePlace()
  const [task, setTask] = useState<PanelTask>(null)
  const [sheet, setSheet] = useState<DeskSheet>(null)
  const [done, setDone] = useState<Done | null>(null)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const nodes = tree.data ?? []
  const chosen = nodes.find((node) => node.id === place.organisationId) ?? topsOf(nodes)[0] ?? nodes[0]
  const begin = (next: PanelTask): void => {
    setSheet(null)
    place.go({ memberId: null })
    setTask(next)
  }
  return (
    <div className="page member-page">
      <MemberHead
        chosen={chosen}
        busy={task !== null || sheet !== null}
        onBegin={begin}
        onPrint={(paper) => setSheet({ kind: 'print', paper })}
      />
      {tree.error === null ? null : (
        <LoadFailure message={problemOfError(tree.error).message} onRetry={() => void tree.refetch()} />
      )}
      {tree.data === undefined && tree.error === null ? <Loading lines={8} /> : null}
      {tree.data === undefined ? null : (
        <div className="member-stage">
          <MemberDesk
            {...{ nodes, place, task, setTask, done, setDone, today }}
            chosen={chosen ?? null}
            covered={sheet !== null}
            onSheet={setSheet}
          />
          {sheet === null ? null : (
            <RosterSheet
              sheet={sheet}
              chosen={chosen ?? null}
              nodes={nodes}
              onDone={(next) => {
                setDone(next)
                setSheet(null)
              }}
              onOpen={(memberId) => {
                setSheet(null)
                setTask(null)
                place.go({ memberId })
              }}
              onClose={() => setSheet(null)}
            />
          )}
        </div>
      )}
    </div>
  )
}
