import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Member } from '../../../shared/features/member/member.ts'
import { missingFields } from '../../../shared/features/member/member-rules.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { useFocusFault, useFormDraft, useSaveBeforeLock } from './form-draft.ts'
import { FormHead, RestoredNote } from './form-parts.tsx'
import { AdmissionFields, IdentityFields } from './member-fields.tsx'
import { fieldIds, type MemberDraft, memberOf } from './member-draft.ts'
import type { OrganisationNode } from './roster.ts'
import { SpellsFields } from './spell-fields.tsx'

const shelf = new Map<string, MemberDraft>()

/** True when a form for this person was left without saving. */
export const hasMemberDraft = (id: string): boolean => shelf.has(id)

type Saved = { member: Member; another: boolean }

/** Saves what the form holds; what is missing and what the rules refuse come back the same way. */
function useSaveMember(draft: MemberDraft, onSaved: (saved: Saved) => void) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const saving = useMutation({ mutationFn: (member: Member) => client.member.save.mutate(member) })
  const save = async (another: boolean): Promise<void> => {
    const checked = memberOf(draft)
    if (!checked.ok) {
      setProblem({ ...checked.problem })
      return
    }
    try {
      const member = await saving.mutateAsync(checked.value)
      setProblem(null)
      onSaved({ member, another })
      await queries.invalidateQueries()
    } catch (error) {
      setProblem({ ...problemOfError(error) })
    }
  }
  return { save, problem, clear: () => setProblem(null), busy: saving.isPending }
}

/** Problems that belong to no single field of the form are told above the button. */
const generalFault = (problem: Problem | null): string | null =>
  problem !== null && (problem.field === undefined || problem.field === 'memberships' || problem.field === '')
    ? problem.message
    : null

type Props = {
  /** `id` empty makes a new person. */
  stored: MemberDraft
  /** A missing field to begin with, by its Chinese name. */
  at: string | null
  organisations: readonly OrganisationNode[]
  onSaved: (saved: Saved) => void
  onClose: () => void
}

/** All that the roster knows of a person. Faults stand at their fields; what is refused stays as typed. */
export function MemberForm({ stored, at, organisations, onSaved, onClose }: Props) {
  const fresh = stored.id === ''
  const form = useRef<HTMLFormElement>(null)
  const { value: draft, change: put, dirty, restored, reset, forget } = useFormDraft(shelf, stored.id, stored)
  const { save, problem, clear, busy } = useSaveMember(draft, (saved) => {
    forget()
    onSaved(saved)
  })
  const change = (part: Partial<MemberDraft>): void => {
    clear()
    put(part)
  }
  const wanted = fresh ? [] : missingFields({ ...draft, sex: draft.sex === '' ? '男' : draft.sex })
  const fault = generalFault(problem)
  useSaveBeforeLock(dirty, () => save(false))
  useFocusFault(form, problem)
  useEffect(() => {
    document.getElementById(fieldIds[at ?? ''] ?? 'member-name')?.focus()
  }, [at])
  return (
    <form
      ref={form}
      className="panel-form"
      noValidate
      aria-label={fresh ? '添加党员' : `修改${stored.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        void save(false)
      }}
    >
      <FormHead title={fresh ? '添加党员' : `修改：${stored.name}`} onClose={onClose} />
      <div className="panel-body">
        {restored ? <RestoredNote onReset={reset} /> : null}
        <IdentityFields draft={draft} change={change} problem={problem} wanted={wanted} />
        <AdmissionFields draft={draft} change={change} problem={problem} wanted={wanted} />
        <SpellsFields draft={draft} change={change} problem={problem} organisations={organisations} />
        <h3 className="panel-heading">其他</h3>
        <Checkbox
          id="member-leader"
          checked={draft.leader}
          onChange={(event) => change({ leader: event.target.checked })}
        >
          党员领导干部
        </Checkbox>
        <div style={{ height: 12 }} />
        <TextField
          id="member-note"
          label="备注"
          rows={3}
          maxLength={2000}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
      </div>
      <footer className="panel-foot">
        {fault === null ? null : <Verdict tone="bad">{fault}</Verdict>}
        <div className="panel-actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {fresh ? '添加这名党员' : '保存修改'}
          </Button>
          {fresh ? (
            <Button disabled={busy} onClick={() => void save(true)}>
              添加后接着添下一名
            </Button>
          ) : null}
          <Button
            type="text"
            onClick={() => {
              forget()
              onClose()
            }}
          >
            {dirty ? '放弃修改' : '返回'}
          </Button>
        </div>
      </footer>
    </form>
  )
}
