import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { completeness } from '../../../shared/features/member/member-rules.ts'
import type { Member } from '../../../shared/features/member/member.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useStoredDraft } from '../../app/stored-draft.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { useFocusFault } from './focus-fault.ts'
import { FormHead, RestoredNote } from './form-parts.tsx'
import { fieldIds, type MemberDraft, memberOf } from './member-draft.ts'
import { AdmissionFields, ContactFields, IdentityFields, OtherFields } from './member-fields.tsx'
import type { OrganisationNode } from './roster.ts'
import { SpellFields } from './spell-fields.tsx'

/** The name under which an unfinished form is kept; new people of one organisation share one. */
export const memberDraftName = ({ id, memberships }: Pick<MemberDraft, 'id' | 'memberships'>): string =>
  `member:${id === '' ? `new:${memberships[0]?.organisationId ?? ''}` : id}`

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

const wantedOf = (draft: MemberDraft): ReadonlySet<string> =>
  new Set(draft.id === '' ? [] : completeness({ ...draft, sex: draft.sex || '男' }).missing.map(({ field }) => field))

type Props = {
  /** `id` empty makes a new person. */
  stored: MemberDraft
  /** A missing fact to begin with, by its field. */
  at: string | null
  organisations: readonly OrganisationNode[]
  onSaved: (saved: Saved) => void
  onClose: () => void
}

/** All that the roster knows of a person. Faults stand at their fields; what is refused stays as typed. */
export function MemberForm({ stored, at, organisations, onSaved, onClose }: Props) {
  const fresh = stored.id === ''
  const form = useRef<HTMLFormElement>(null)
  const { value: draft, change: put, dirty, restored, reset, forget } = useStoredDraft(memberDraftName(stored), stored)
  const { save, problem, clear, busy } = useSaveMember(draft, (saved) => {
    forget()
    onSaved(saved)
  })
  const change = (part: Partial<MemberDraft>): void => {
    clear()
    put(part)
  }
  const fields = { draft, change, problem, wanted: wantedOf(draft) }
  const fault = generalFault(problem)
  const [spell] = draft.memberships
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
        <IdentityFields {...fields} />
        <ContactFields {...fields} />
        <AdmissionFields {...fields} />
        {fresh && spell !== undefined ? (
          <section aria-label="组织关系">
            <h3 className="panel-heading">组织关系</h3>
            <SpellFields
              spell={spell}
              problem={problem}
              organisations={organisations}
              onChange={(part) => change({ memberships: [{ ...spell, ...part }] })}
            />
          </section>
        ) : null}
        <OtherFields {...fields} />
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
