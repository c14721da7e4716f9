import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { type DeskSheet, SheetFrame } from './desk-sheet.tsx'
import { DuplicateSheet } from './duplicate-sheet.tsx'
import { EraseSheet } from './erase-sheet.tsx'
import { RecordPrint, RosterPrint } from './print-sheet.tsx'
import { paperName } from './roster-papers.ts'
import type { OrganisationNode } from './roster.ts'
import type { Done } from './undo-line.tsx'

type Props = {
  sheet: NonNullable<DeskSheet>
  chosen: OrganisationNode | null
  nodes: readonly OrganisationNode[]
  onDone: (done: Done) => void
  onOpen: (memberId: string) => void
  onClose: () => void
}

/** What lies over the desk. */
export function RosterSheet({ sheet, chosen, nodes, onDone, onOpen, onClose }: Props) {
  if (sheet.kind === 'print' && chosen !== null)
    return (
      <SheetFrame title={paperName(sheet.paper, chosen)} note={labelOf(chosen)} onClose={onClose}>
        <RosterPrint key={`${sheet.paper} ${chosen.id}`} paper={sheet.paper} node={chosen} />
      </SheetFrame>
    )
  if (sheet.kind === 'record')
    return (
      <SheetFrame title="党员信息表" note={sheet.name} onClose={onClose}>
        <RecordPrint memberId={sheet.memberId} name={sheet.name} />
      </SheetFrame>
    )
  if (sheet.kind === 'duplicates')
    return (
      <SheetFrame title="可能重复的人" note="合并后可以撤销" onClose={onClose}>
        <DuplicateSheet nodes={nodes} onDone={onDone} onOpen={onOpen} />
      </SheetFrame>
    )
  return (
    <SheetFrame title="过了保存期的原有党员" onClose={onClose}>
      <EraseSheet />
    </SheetFrame>
  )
}
