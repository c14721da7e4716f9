import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import {
  type Organisation,
  labelOf,
  type OrganisationEdit
} from '../../../shared/features/organisation/organisation.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useStoredDraft } from '../../app/stored-draft.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { useFocusFault } from './focus-fault.ts'
import { FormHead, RestoredNote } from './form-parts.tsx'
import { tidyOrganisation } from './organisation-draft.ts'
import { NameFields, TermFields } from './organisation-fields.tsx'
import type { OrganisationNode } from './roster.ts'

/** The next free code of the kind, offered to a new organisation until the user types one. */
function useProposedCode({ id, kind, code }: Organisation): string {
  const next = useQuery({ ...api.organisation.nextCode.queryOptions({ kind }), enabled: id === '' && code === '' })
  return next.data ?? ''
}

function useSaveOrganisation(draft: OrganisationEdit, onSaved: (saved: Organisation) => void) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const saving = useMutation({ mutationFn: (record: OrganisationEdit) => client.organisation.save.mutate(record) })
  const save = async (): Promise<void> => {
    try {
      const saved = await saving.mutateAsync(tidyOrganisation(draft))
      setProblem(null)
      await queries.invalidateQueries()
      onSaved(saved)
    } catch (error) {
      setProblem({ ...problemOfError(error) })
    }
  }
  return { save, problem, clear: () => setProblem(null), busy: saving.isPending }
}

/** 删除 with its question. The service refuses while anything hangs on the organisation, and says what. */
function DeleteOrganisation({ node, onDeleted }: { node: OrganisationNode; onDeleted: () => void }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const removing = useMutation({
    mutationFn: () => client.organisation.remove.mutate({ id: node.id }),
    onSuccess: async () => {
      onDeleted()
      await queries.invalidateQueries()
    }
  })
  return (
    <>
      <Button
        type="text"
        className="push"
        onClick={() => {
          removing.reset()
          setAsking(true)
        }}
      >
        删除组织
      </Button>
      {asking ? (
        <Confirm
          title={`删除“${labelOf(node)}”？`}
          verb="删除这个组织"
          keep="不删"
          busy={removing.isPending}
          refusal={removing.error === null ? undefined : problemOfError(removing.error).message}
          onConfirm={() => removing.mutate()}
          onKeep={() => setAsking(false)}
        >
          删除后不能撤回。下面还有下级组织、党员、任职或会议记录的组织不能删除；撤销的组织请保留，以免往年的记录没有归属。
        </Confirm>
      ) : null}
    </>
  )
}

type Props = {
  stored: OrganisationEdit
  nodes: readonly OrganisationNode[]
  onSaved: (saved: Organisation) => void
  onDeleted: () => void
  onClose: () => void
}

/** All fields of an organisation; the end of the term follows from them at once, in words. */
export function OrganisationForm({ stored, nodes, onSaved, onDeleted, onClose }: Props) {
  const fresh = stored.id === ''
  const form = useRef<HTMLFormElement>(null)
  const {
    value: draft,
    change: put,
    dirty,
    restored,
    reset,
    forget
  } = useStoredDraft(`organisation:${stored.id === '' ? `new:${stored.parentId ?? ''}` : stored.id}`, stored)
  const proposedCode = useProposedCode(draft)
  const { save, problem, clear, busy } = useSaveOrganisation(
    { ...draft, code: draft.code || proposedCode },
    (saved) => {
      forget()
      onSaved(saved)
    }
  )
  const change = (part: Partial<OrganisationEdit>): void => {
    clear()
    put(part)
  }
  const node = nodes.find((one) => one.id === stored.id)
  useFocusFault(form, problem)
  useEffect(() => document.getElementById('organisation-name')?.focus(), [])
  return (
    <form
      ref={form}
      className="panel-form"
      noValidate
      aria-label={fresh ? '添加组织' : `修改${stored.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FormHead title={fresh ? '添加组织' : `修改：${labelOf(stored)}`} onClose={onClose} />
      <div className="panel-body">
        {restored ? <RestoredNote onReset={reset} /> : null}
        <NameFields draft={draft} change={change} problem={problem} nodes={nodes} proposedCode={proposedCode} />
        {draft.kind === '党小组' ? null : <TermFields draft={draft} change={change} problem={problem} />}
      </div>
      <footer className="panel-foot">
        {problem === null || (problem.field !== undefined && problem.field !== '') ? null : (
          <Verdict tone="bad">{problem.message}</Verdict>
        )}
        <div className="panel-actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {fresh ? '添加这个组织' : '保存修改'}
          </Button>
          <Button
            type="text"
            onClick={() => {
              forget()
              onClose()
            }}
          >
            {dirty ? '放弃修改' : '返回'}
          </Button>
          {node === undefined ? null : (
            <DeleteOrganisation
              node={node}
              onDeleted={() => {
                forget()
                onDeleted()
              }}
            />
          )}
        </div>
      </footer>
    </form>
  )
}
