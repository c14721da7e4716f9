import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Organisation, labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import type { Talk } from '../../../shared/features/talk/talk.ts'
import { talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { SealGate } from '../../app/seal-gate.tsx'
import { useStoredDraft } from '../../app/stored-draft.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { Confirm } from '../../ui/confirm.tsx'
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
}

const mayBeKept = ({ level }: TalkEntry): boolean => level !== 'L3'

const sayOf = ({ talker, partner, date }: Talk): string => `${talker.name}同${partner.name} ${dayInWords(date)}的谈话`

type DeskProps = Shared & {
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
function TalkDesk({ title, name, initial, branch, removable, onOpen, onDeed, ...form }: DeskProps) {
  const draft = useStoredDraft<TalkEntry>(name, initial, mayBeKept)
  const [leaving, setLeaving] = useState(false)
  const sealed = draft.value.level === 'L3'
  const close = (): void => {
    if (sealed && draft.dirty && form.mayWrite) setLeaving(true)
    else onOpen(null)
  }
  const remove = async (talk: Talk): Promise<void> => {
    const gone = await client.talk.remove.mutate({ id: talk.id })
    draft.forget()
    onDeed({
      text: `已删除${sayOf(gone)}`,
      undo: async () => {
        const back = await client.talk.save.mutate({ talk: gone, planId: null })
        onOpen(back.id)
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
    <TalkFrame title={title} note={note} onClose={close}>
      {branch}
      <TalkForm
        {...form}
        draft={draft}
        onRemove={
          removable === null
            ? null
            : () => void remove(removable).catch((error: unknown) => onDeed({ text: problemOfError(error).message }))
        }
      />
      {leaving ? (
        <Confirm
          title="三级谈话还没保存"
          verb="不保存，关上"
          keep="回去保存"
          onConfirm={() => onOpen(null)}
          onKeep={() => setLeaving(false)}
        >
          三级谈话不存草稿，关上以后刚才写的找不回来。
        </Confirm>
      ) : null}
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
  /** Begun as the next one of a round that a talk which was there led to. */
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

/** A new talk, and the next ones of the round. */
export function NewTalk({ organisationId, branches, onBranch, start, carried, ...shared }: NewProps) {
  const { today, onOpen, onPaper, onDeed } = shared
  const [round, setRound] = useState<{ count: number; entry: TalkEntry } | null>(
    carried === null ? null : { count: 1, entry: carried }
  )
  const forever = { staleTime: Number.POSITIVE_INFINITY }
  const begin = useQuery({
    ...api.talk.begin.queryOptions({ organisationId, kind: start.kind, date: today }),
    ...forever
  })
  const people = useQuery(api.talk.candidates.queryOptions({ organisationId, day: today }))
  const error = begin.error ?? people.error
  const branch = <BranchChoice organisationId={organisationId} branches={branches} onBranch={onBranch} />
  if (error !== null || begin.data === undefined || people.data === undefined)
    return (
      <TalkFrame title="记谈话" onClose={() => onOpen(null)}>
        {error === null ? (
          <Loading lines={8} />
        ) : (
          <LoadFailure message={problemOfError(error).message} onRetry={() => void begin.refetch()} />
        )}
      </TalkFrame>
    )
  const { recordedOn, enteredBy, contents } = begin.data
  const first = newEntry({
    ...{ kind: start.kind, date: today, place: contents.place },
    talker: named(people.data, start.talker),
    partner: named(people.data, start.partner)
  })
  const initial = round?.entry ?? first
  const kept = (talk: Talk, after: After): void => {
    if (after === 'next') {
      setRound({ count: (round?.count ?? 0) + 1, entry: nextEntry(entryOf(talk)) })
      onDeed({ text: `已记${sayOf(talk)}`, open: () => onOpen(talk.id) })
      return
    }
    onOpen(talk.id)
    if (after === 'paper') onPaper(talk.id)
  }
  return (
    <TalkDesk
      key={`${organisationId} ${round?.count ?? 0}`}
      {...shared}
      title="记谈话"
      name={`talk ${organisationId} ${start.partner ?? ''}`}
      base={{ id: '', number: '', organisationId, recordedOn, enteredBy }}
      initial={initial}
      people={people.data}
      findings={[]}
      mayWrite
      planId={round === null ? start.plan : null}
      focus={round === null ? firstFocus(first) : 'partner'}
      branch={branch}
      onKept={kept}
      removable={null}
    />
  )
}

type OpenProps = Shared & { id: string; onNext: (entry: TalkEntry) => void }

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
  if (
    problem !== null ||
    desk.data === undefined ||
    talk === undefined ||
    (people.data === undefined && people.error === null)
  )
    return (
      <TalkFrame title="谈话" onClose={() => onOpen(null)}>
        <div className="talk-panel-body">
          {problem === null ? (
            <Loading lines={8} />
          ) : problem.code === 'seal-closed' ? (
            <SealGate>
              <Loading lines={8} />
            </SealGate>
          ) : problem.code === 'not-allowed' || problem.code === 'talk-unknown' ? (
            <Verdict tone={problem.code === 'not-allowed' ? 'warn' : 'info'}>{problem.message}</Verdict>
          ) : (
            <LoadFailure message={problem.message} onRetry={() => void desk.refetch()} />
          )}
        </div>
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
      branch={null}
      onKept={(kept, after) => {
        setSaved(saved + 1)
        if (after === 'next') onNext(nextEntry(entryOf(kept)))
        if (after === 'paper') onPaper(kept.id)
      }}
      removable={talk}
    />
  )
}
