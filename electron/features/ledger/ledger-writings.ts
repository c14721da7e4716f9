import type { Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import type { JournalRecord } from '../../../shared/features/journal/journal.ts'
import type { Changes, ImportPlan } from '../../../shared/features/ledger/ledger.ts'
import type { Tables } from '../../store/store.ts'
import { saveMark } from '../checklist/checklist-repository.ts'
import { saveEvaluation } from '../evaluation/evaluation-repository.ts'
import { dropFallenReleases } from '../meeting/meeting-releases.ts'
import { saveMeeting } from '../meeting/meeting-repository.ts'
import { saveMember } from '../member/member-repository.ts'
import { saveOrganisation } from '../organisation/organisation-repository.ts'
import { savePoll } from '../poll/poll-repository.ts'
import { savePost } from '../post/post-repository.ts'
import { saveRectification } from '../rectification/rectification-repository.ts'
import { saveStudy } from '../study/study-repository.ts'
import { saveSupervision, supervisionById } from '../supervision/supervision-repository.ts'
import { closeSupervision } from '../supervision/supervision-service.ts'
import { saveSuspension } from '../suspension/suspension-repository.ts'
import { closeTalk, type TalkReader } from '../talk/talk-access.ts'
import { saveTalk, talkById } from '../talk/talk-repository.ts'
import { saveTask } from '../task/task-repository.ts'

/** One record to be written; `before` and `after` as the store keeps it, for the journal. */
export type Writing = { record: JournalRecord; id: string; before: unknown; after: unknown; save: () => void }

const drafts = <Value>({ create, update }: Changes<Value>): { before: Value | null; after: Value }[] => [
  ...create.map((after) => ({ before: null, after })),
  ...update
]

/** Talks as the store keeps them: of L3, and of 监督谈话, nothing but the sealed form goes into the table and the journal. */
function closedWritings(tables: Tables, { talks, supervisions }: ImportPlan, reader: TalkReader): Writing[] {
  const { key } = reader
  return [
    ...drafts(talks).map(({ before, after }): Writing => {
      const stored = closeTalk(reader, after)
      const former = before === null ? null : talkById(tables, after.id)
      return { record: 'talk', id: after.id, before: former, after: stored, save: () => saveTalk(tables, stored) }
    }),
    ...drafts(supervisions).map(({ before, after }): Writing => {
      if (key === null) throw new Error('no L3 key')
      const stored = closeSupervision(key, after)
      const former = before === null ? null : supervisionById(tables, after.id)
      const save = (): void => saveSupervision(tables, stored)
      return { record: 'supervision', id: after.id, before: former, after: stored, save }
    })
  ]
}

const byKey = (one: string, other: string): number => (one < other ? -1 : 1)

/** In the order in which the store gives it back: taking back compares with that. */
const asStored = ({ rounds, entries, ...head }: Evaluation): Evaluation => ({
  ...head,
  rounds: rounds.toSorted((one, other) => byKey(one.date, other.date)),
  entries: entries.toSorted((one, other) => byKey(one.id, other.id))
})

const inStoreOrder = ({ create, update, unchanged }: Changes<Evaluation>): Changes<Evaluation> => ({
  create: create.map(asStored),
  update: update.map(({ before, after }) => ({ before, after: asStored(after) })),
  unchanged
})

/** Every record of a plan with what it was and how it is written, organisations first. All is sealed before the first is saved. */
export function writingsOf(tables: Tables, plan: ImportPlan, reader: TalkReader): Writing[] {
  const of = <Value extends { id: string }>(
    record: JournalRecord,
    changes: Changes<Value>,
    save: (tables: Tables, value: Value, before: Value | null) => void
  ): Writing[] =>
    drafts(changes).map(({ before, after }) => ({
      record,
      id: after.id,
      before,
      after,
      save: () => save(tables, after, before)
    }))
  return [
    ...of('organisation', plan.organisations, saveOrganisation),
    ...of('member', plan.members, saveMember),
    ...of('post', plan.posts, savePost),
    ...of('suspension', plan.suspensions, saveSuspension),
    ...of('meeting', plan.meetings, (_tables, after, before) => {
      saveMeeting(tables, after)
      if (before !== null) dropFallenReleases(tables, before, after)
    }),
    ...of('task', plan.tasks, saveTask),
    ...of('study', plan.studies, saveStudy),
    ...of('evaluation', inStoreOrder(plan.evaluations), saveEvaluation),
    ...of('poll', plan.polls, savePoll),
    ...of('checklist_mark', plan.marks, saveMark),
    ...of('rectification', plan.rectifications, saveRectification),
    ...closedWritings(tables, plan, reader)
  ]
}
