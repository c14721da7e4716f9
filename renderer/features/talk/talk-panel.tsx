import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { type Organisation, labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import type { Talk } from '../../../shared/features/talk/talk.ts'
import { talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { SealGate } from '../../app/seal-gate.tsx'
import { useStoredDraft } from '../../app/stored-draft.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Deed } from './talk-deed.tsx'
import { entryOf, newEntry, nextEntry, type TalkBase, type TalkEntry } from './talk-entry.ts'
import { type After, TalkForm } from './talk-form.tsx'
import { TalkFrame } from './talk-frame.tsx'
import type { FocusAt } from './head-fields.tsx'
import type { Named } from './talk-names.ts'
import type { TalkStart } from './use-talk-place.ts'
import { dayInWords } from './talk-words.ts'

type Shared = {
  today: string
  onOpen: (id: string | null) => void
  onPaper: (id: string) => void
  onDeed: (deed: Deed) => void
  onNext: (entry: TalkEntry) => void
  /** Told whether words stand here that are kept nowhere. */
  unsaved: RefObject<boolean>
}

const sayOf = ({ talker, partner, date }: Talk): string => `${talker.name}同${partner.name} ${dayInWords(date)}的谈话`

type DeskProps = Omit<Shared, 'onNext'> & {
  title: string
  name: string
  base: TalkBase
  initial: TalkEntry
  people: readonly Named[]
  findings: Outputs['talk']['desk']['findings']
  mayWrite: boolean
  planId: string | null
  focus: FocusAt
  branch: ReactNode
  onKept: (talk: Talk, after: After) => void
  removable: Talk | null
}

/** The form with its draft, inside the panel. */
function TalkDesk({ title, name, initial, branch, removable, onOpen, onDeed, onKept, unsaved, ...form }: DeskProps) {
  const isSealed = ({ level }: TalkEntry): boolean => level === 'L3' || removable?.level === 'L3'
  const draft = useStoredDraft<TalkEntry>(name, initial, (entry) => !isSealed(entry))
  const sealed = isSealed(draft.value)
  useEffect(() => {
    unsaved.current = sealed && draft.dirty && form.mayWrite
  })
  useEffect(
    () => () => {
      unsaved.current = false
    },
    [unsaved]
  )
  const remove = async (talk: Talk): Promise<void> => {
    const { id, undo } = await client.talk.remove.mutate({ id: talk.id })
    draft.forget()
    unsaved.current = false
    onDeed({
      text: `已删除${sayOf(talk)}`,
      undo: async () => {
        await client.journal.undo.mutate({ id: undo })
        onOpen(id)
      }
    })
    onOpen(null)
  }
  const note = sealed ? (
    draft.dirty ? (
      '还没保存，三级不存草稿'
    ) : null
  ) : draft.restored ? (
    <>
      接着上次没保存的写 ·{' '}
      <button type="button" className="link" onClick={draft.reset}>
        不要了
      </button>
    </>
  ) : draft.dirty ? (
    '草稿自动保存'
  ) : null
  return (
    <TalkFrame title={title} note={note} onClose={() => onOpen(null)}>
      {branch}
      <TalkForm
        {...form}
        sealed={sealed}
        draft={draft}
        onKept={(talk, after) => {
          unsaved.current = false
          onKept(talk, after)
        }}
        onRemove={
          removable === null
            ? null
            : () => void remove(removable).catch((error: unknown) => onDeed({ text: problemOfError(error).message }))
        }
      />
    </TalkFrame>
  )
}

const named = (people: readonly Named[], memberId: string | null): Person | null => {
  const found = people.find((one) => one.memberId === memberId)
  return found === undefined ? null : { name: found.name, memberId: found.memberId }
}

const firstFocus = ({ talker, partner }: TalkEntry): FocusAt =>
  talker === null ? 'talker' : partner === null ? 'partner' : 'thought'

type NewProps = Shared & {
  organisationId: string
  /** Where there are several branches to choose from and none was chosen. */
  branches: readonly Organisation[] | null
  onBranch: (id: string) => void
  start: TalkStart
  /** What it starts with as the next one of a round. */
  carried: TalkEntry | null
}

function BranchChoice({
  organisationId,
  branches,
  onBranch
}: Pick<NewProps, 'organisationId' | 'branches' | 'onBranch'>) {
  if (branches === null) return null
  return (
    <div className="talk-branch">
      <label htmlFor="talk-branch">党支部</label>
      <Select
        id="talk-branch"
        style={{ width: '100%' }}
        value={organisationId}
        options={branches.map((one) => ({ value: one.id, label: labelOf(one) }))}
        onChange={onBranch}
      />
    </div>
  )
}

/** A new talk, or the next one of a round. */
export function NewTalk({ organisationId, branches, onBranch, start, carried, onNext, ...shared }: NewProps) {
  const { today, onOpen, onPaper, onDeed } = shared
  const forever = { staleTime: Number.POSITIVE_INFINITY }
  const begin = useQuery({
    ...api.talk.begin.queryOptions({ organisationId, kind: start.kind, date: today }),
    ...forever
  })
  const people = useQuery(api.talk.candidates.queryOptions({ organisationId, day: today }))
  const error = begin.error ?? people.error
  const branch = <BranchChoice organisationId={organisationId} branches={branches} onBranch={onBranch} />
  // What was read once stays: what is typed must not go because reading it again failed.
  if (begin.data === undefined || people.data === undefined)
    return (
      <TalkFrame title="记谈话" onClose={() => onOpen(null)}>
        {error === null ? (
          <Loading lines={8} />
        ) : (
          <LoadFailure
            message={problemOfError(error).message}
            onRetry={() => void Promise.all([begin.refetch(), people.refetch()])}
          />
        )}
      </TalkFrame>
    )
  const { recordedOn, enteredBy, contents } = begin.data
  const first = newEntry({
    ...{ kind: start.kind, date: today, place: contents.place },
    talker: named(people.data, start.talker),
    partner: named(people.data, start.partner)
  })
  const kept = (talk: Talk, after: After): void => {
    if (after === 'next') {
      onDeed({ text: `已记${sayOf(talk)}`, open: () => onOpen(talk.id) })
      onNext(nextEntry(entryOf(talk)))
      return
    }
    onOpen(talk.id)
    if (after === 'paper') onPaper(talk.id)
  }
  const talker = carried === null ? start.talker : carried.talker?.memberId
  return (
    <TalkDesk
      {...shared}
      title="记谈话"
      name={`talk ${organisationId} ${talker ?? ''} ${start.partner ?? ''}`}
      base={{ id: '', number: '', organisationId, recordedOn, enteredBy }}
      initial={carried ?? first}
      people={people.data}
      findings={[]}
      mayWrite
      planId={start.plan}
      focus={carried === null ? firstFocus(first) : 'partner'}
      branch={branch}
      onKept={kept}
      removable={null}
    />
  )
}

type OpenProps = Shared & { id: string }

/** A talk that is there, where it may be read. */
export function OpenTalk({ id, onNext, ...shared }: OpenProps) {
  const { onOpen, onPaper } = shared
  const [saved, setSaved] = useState(0)
  const desk = useQuery({ ...api.talk.desk.queryOptions({ id }), staleTime: Number.POSITIVE_INFINITY })
  const talk = desk.data?.talk
  const people = useQuery({
    ...api.talk.candidates.queryOptions({
      organisationId: talk?.organisationId ?? '',
      day: talk?.date ?? shared.today
    }),
    enabled: talk !== undefined,
    placeholderData: (old) => old
  })
  const problem = desk.error === null ? null : problemOfError(desk.error)
  // He may not see it any more; any other failure leaves what was read, and what is typed in it, where it stands.
  const refused = problem?.code === 'not-allowed' || problem?.code === 'talk-unknown'
  const trouble =
    problem === null ? null : refused ? (
      <Verdict tone={problem.code === 'not-allowed' ? 'warn' : 'info'}>{problem.message}</Verdict>
    ) : problem.code === 'seal-closed' ? (
      <SealGate>
        <Loading lines={8} />
      </SealGate>
    ) : (
      <LoadFailure message={problem.message} onRetry={() => void desk.refetch()} />
    )
  if (
    refused ||
    desk.data === undefined ||
    talk === undefined ||
    (people.data === undefined && people.error === null && problem === null)
  )
    return (
      <TalkFrame title="谈话" onClose={() => onOpen(null)}>
        <div className="talk-panel-body">{trouble ?? <Loading lines={8} />}</div>
      </TalkFrame>
    )
  const { id: talkId, number, organisationId, recordedOn, enteredBy } = talk
  return (
    <TalkDesk
      key={`${id} ${saved}`}
      {...shared}
      title={`${talk.number} ${talkKindName(talk.kind)}`}
      name={`talk ${id}`}
      base={{ id: talkId, number, organisationId, recordedOn, enteredBy }}
      initial={entryOf(talk)}
      people={people.data ?? []}
      findings={desk.data.findings}
      mayWrite={desk.data.mayWrite}
      planId={null}
      focus={null}
      branch={problem?.code === 'seal-closed' ? null : trouble}
      onKept={(kept, after) => {
        setSaved(saved + 1)
        if (after === 'next') onNext(nextEntry(entryOf(kept)))
        if (after === 'paper') onPaper(kept.id)
      }}
      removable={talk}
    />
  )
}
