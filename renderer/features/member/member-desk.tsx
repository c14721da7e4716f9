import { useRight } from '../../api/me.ts'
import { BulkPanel } from './bulk-panel.tsx'
import { peopleOf, topsOf } from './organisation-branches.ts'
import { OrganisationCard } from './organisation-card.tsx'
import { OrganisationTree } from './organisation-tree.tsx'
import { RosterNotes } from './roster-notes.tsx'
import { RosterPane } from './roster-pane.tsx'
import type { OrganisationNode } from './roster.ts'
import type { DeskSheet } from './desk-sheet.tsx'
import { type PanelTask, SidePanel } from './side-panel.tsx'
import { type Done, UndoLine } from './undo-line.tsx'
import { useDesk } from './use-desk.ts'
import type { Place } from './use-place.ts'

type Props = {
  nodes: readonly OrganisationNode[]
  chosen: OrganisationNode | null
  place: Place
  task: PanelTask
  setTask: (task: PanelTask) => void
  done: Done | null
  setDone: (done: Done | null) => void
  onSheet: (sheet: DeskSheet) => void
  /** Something lies over the desk: it takes no keys meanwhile. */
  covered: boolean
  today: string
}

/** The three columns: tree and card, roster, and one person or form beside it. */
export function MemberDesk(props: Props) {
  const { nodes, chosen, place, task, setTask, done, setDone, onSheet, covered, today } = props
  const mayWrite = useRight('records.write')
  const desk = useDesk({ organisationId: chosen?.id ?? null, place, task, setTask, covered })
  const { selection } = desk
  const everybody = topsOf(nodes).reduce((sum, node) => sum + peopleOf(node), 0)
  return (
    <div className={desk.panelOpen ? 'member-desk with-panel' : 'member-desk'} inert={covered}>
      <aside className="tree-pane" aria-label="组织">
        <OrganisationTree nodes={nodes} chosenId={chosen?.id ?? ''} onChoose={desk.choose} />
        {chosen === null ? null : (
          <OrganisationCard
            node={chosen}
            today={today}
            onEdit={mayWrite ? () => setTask({ kind: 'organisation', id: chosen.id }) : null}
          />
        )}
      </aside>
      <RosterPane
        query={desk.query}
        onQuery={desk.onQuery}
        figures={desk.figures.data}
        failure={desk.figures.error ?? desk.pages.error}
        onRetry={() => {
          void desk.figures.refetch()
          desk.pages.refetch()
        }}
        pages={desk.pages}
        chosen={chosen}
        current={desk.current}
        selection={{ ...selection, begin: desk.beginSelection }}
        mayWrite={mayWrite}
        handle={desk.table}
        onMove={desk.move}
        onOpen={desk.open}
        onComplete={desk.complete}
        onAdd={() => setTask({ kind: 'new', turn: 0 })}
        adding={task !== null}
        notes={<RosterNotes view={desk.query.view} people={everybody} onSheet={onSheet} />}
      >
        {done === null ? null : <UndoLine key={done.id} done={done} onGone={() => setDone(null)} />}
      </RosterPane>
      {selection.on ? (
        <BulkPanel
          selection={selection}
          nodes={nodes}
          onDone={(next) => {
            setDone(next)
            selection.end()
            desk.table.current?.focus()
          }}
          onClose={desk.close}
        />
      ) : desk.panelOpen ? (
        <SidePanel
          task={task}
          memberId={place.memberId}
          nodes={nodes}
          chosen={chosen}
          today={today}
          setTask={setTask}
          go={place.go}
          onClose={desk.close}
          onSheet={onSheet}
        />
      ) : null}
    </div>
  )
}
