import { Button, Checkbox } from 'antd'
import { useRef, useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { client } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { type BulkChange, bulkFields, type BulkField, changesOf, notInOneBranch } from './bulk-change.ts'
import { BulkInput } from './bulk-input.tsx'
import { FormHead } from './form-parts.tsx'
import type { OrganisationNode } from './roster.ts'
import type { Done } from './undo-line.tsx'
import type { Selection } from './use-selection.ts'
import { useSave } from './use-save.ts'

type Props = {
  selection: Selection
  nodes: readonly OrganisationNode[]
  onDone: (done: Done) => void
  onClose: () => void
}

/** 批量修改: the ticked people, the facts to be set, and what that will change, before it is saved. */
export function BulkPanel({ selection, nodes, onDone, onClose }: Props) {
  const people = [...selection.people.values()]
  const [change, setChange] = useState<BulkChange>({})
  const sent = useRef<Done | null>(null)
  const { save, problem, busy } = useSave(
    async (value: BulkChange) => {
      const { id, changed } = await client.member.bulk.mutate({ ids: people.map((one) => one.id), change: value })
      sent.current = { id, text: `已修改 ${changed} 人` }
    },
    () => {
      if (sent.current !== null) onDone(sent.current)
    }
  )
  const [branchId] = new Set(people.map((one) => one.organisationId))
  const groups = nodes.filter((one) => one.kind === '党小组' && one.parentId === branchId)
  const nameOf = (id: string | null): string => {
    const found = nodes.find((one) => one.id === id)
    return found === undefined ? '不编组' : labelOf(found)
  }
  const chosen = Object.keys(change).length > 0
  const turn = (field: BulkField, on: boolean): void =>
    setChange((old) => {
      const { [field]: _dropped, ...rest } = old
      return on ? { ...rest, [field]: field === 'leader' ? true : null } : rest
    })
  return (
    <aside className="side-panel" aria-label="批量修改">
      <form
        className="panel-form"
        noValidate
        aria-label="批量修改"
        onSubmit={(event) => {
          event.preventDefault()
          if (people.length > 0 && chosen) save(change)
        }}
      >
        <FormHead title={`批量修改 ${people.length} 人`} onClose={onClose} />
        <div className="panel-body">
          <p className="note">
            在名册里点人或按空格勾选，按住 Shift 点一段。一次最多 500 人。勾了哪一项，就把选中的人都改成这里填的。
          </p>
          {bulkFields.map(([field, name]) => {
            const blocked = field === 'groupId' ? notInOneBranch(people) : null
            return (
              <div key={field} className="bulk-field">
                <Checkbox
                  checked={field in change}
                  disabled={blocked !== null}
                  onChange={(event) => turn(field, event.target.checked)}
                >
                  {name}
                </Checkbox>
                {blocked === null ? null : <span className="note">{blocked}</span>}
                {field in change ? (
                  <BulkInput field={field} label={name} change={change} groups={groups} onChange={setChange} />
                ) : null}
              </div>
            )
          })}
          {people.length === 0 || !chosen ? null : (
            <section className="bulk-preview" aria-label="将要修改" aria-live="polite">
              <h3 className="panel-heading">将要修改</h3>
              <ul className="plain-list">
                {changesOf(people, change, nameOf).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <footer className="panel-foot">
          {problem === null ? null : <Verdict tone="bad">{problem.message}</Verdict>}
          <div className="panel-actions">
            <Button type="primary" htmlType="submit" loading={busy} disabled={people.length === 0 || !chosen}>
              修改 {people.length} 人
            </Button>
            <Button type="text" onClick={onClose}>
              不改了
            </Button>
          </div>
        </footer>
      </form>
    </aside>
  )
}
