import { createHash } from 'node:crypto'
import type { JournalRecord } from '../../../shared/features/journal/journal.ts'
import { appraisalSchema } from '../../../shared/features/appraisal/appraisal.ts'
import { checklistMarkSchema } from '../../../shared/features/checklist/checklist.ts'
import { disposalSchema } from '../../../shared/features/disposal/disposal.ts'
import { evaluationSchema } from '../../../shared/features/evaluation/evaluation.ts'
import { exemptionSchema } from '../../../shared/features/exemption/exemption.ts'
import { lifeSchema } from '../../../shared/features/life/life.ts'
import { meetingSchema } from '../../../shared/features/meeting/meeting.ts'
import { memberSchema } from '../../../shared/features/member/member.ts'
import { organisationSchema } from '../../../shared/features/organisation/organisation.ts'
import { planEntrySchema } from '../../../shared/features/plan/plan.ts'
import { pollSchema } from '../../../shared/features/poll/poll.ts'
import { postSchema } from '../../../shared/features/post/post.ts'
import { rectificationSchema } from '../../../shared/features/rectification/rectification.ts'
import { studySchema } from '../../../shared/features/study/study.ts'
import { suspensionSchema } from '../../../shared/features/suspension/suspension.ts'
import { storedSupervisionSchema } from '../../../shared/features/supervision/supervision.ts'
import { occasionSchema } from '../../../shared/features/talk/occasion.ts'
import { storedTalkSchema } from '../../../shared/features/talk/talk.ts'
import { talkPlanSchema } from '../../../shared/features/talk/talk-plan.ts'
import { taskSchema } from '../../../shared/features/task/task.ts'
import { whereaboutsSchema } from '../../../shared/features/whereabouts/whereabouts.ts'
import type { Tables } from '../../store/store.ts'
import { appraisalById, saveAppraisal } from '../appraisal/appraisal-repository.ts'
import { markById, saveMark } from '../checklist/checklist-repository.ts'
import { disposalById, saveDisposal } from '../disposal/disposal-repository.ts'
import { evaluationById, saveEvaluation } from '../evaluation/evaluation-repository.ts'
import { exemptionById, saveExemption } from '../exemption/exemption-repository.ts'
import { lifeOf, saveLife } from '../life/life-repository.ts'
import { meetingById, saveMeeting } from '../meeting/meeting-repository.ts'
import { membersById, saveMember } from '../member/member-repository.ts'
import { organisationById, saveOrganisation } from '../organisation/organisation-repository.ts'
import { planEntryById, savePlanEntry } from '../plan/plan-repository.ts'
import { pollById, savePoll } from '../poll/poll-repository.ts'
import { postById, savePost } from '../post/post-repository.ts'
import { rectificationById, saveRectification } from '../rectification/rectification-repository.ts'
import { saveStudy, studyById } from '../study/study-repository.ts'
import { saveSuspension, suspensionById } from '../suspension/suspension-repository.ts'
import { saveSupervision, supervisionById } from '../supervision/supervision-repository.ts'
import { occasionById, saveOccasion } from '../talk/occasion-repository.ts'
import { saveTalkPlan, talkPlanById } from '../talk/talk-plan-repository.ts'
import { saveTalk, talkById } from '../talk/talk-repository.ts'
import { saveTask, taskById } from '../task/task-repository.ts'
import { saveWhereabouts, whereaboutsById } from '../whereabouts/whereabouts-repository.ts'

/** What undoing needs of a kind of record: the present texts by id, without those that are gone, and to write one back. */
type Kept = {
  textsOf(tables: Tables, ids: readonly string[]): Map<string, string>
  save(tables: Tables, text: string): void
}

const kept = <Value extends { id: string }>(
  read: (tables: Tables, ids: readonly string[]) => Value[],
  parse: (value: unknown) => Value,
  save: (tables: Tables, value: Value) => void
): Kept => ({
  textsOf: (tables, ids) => new Map(read(tables, ids).map((value) => [value.id, JSON.stringify(parse(value))])),
  save: (tables, text) => save(tables, parse(JSON.parse(text)))
})

const oneByOne =
  <Value>(read: (tables: Tables, id: string) => Value | null) =>
  (tables: Tables, ids: readonly string[]): Value[] =>
    ids.map((id) => read(tables, id)).filter((value) => value !== null)

/** Every kind of record a journal may hold. */
export const keptRecords: Record<JournalRecord, Kept> = {
  organisation: kept(oneByOne(organisationById), organisationSchema.parse, saveOrganisation),
  member: kept(membersById, memberSchema.parse, saveMember),
  post: kept(oneByOne(postById), postSchema.parse, savePost),
  suspension: kept(oneByOne(suspensionById), suspensionSchema.parse, saveSuspension),
  exemption: kept(oneByOne(exemptionById), exemptionSchema.parse, saveExemption),
  whereabouts: kept(oneByOne(whereaboutsById), whereaboutsSchema.parse, saveWhereabouts),
  meeting: kept(oneByOne(meetingById), meetingSchema.parse, saveMeeting),
  // It has no id of its own: it goes by its meeting's.
  life: {
    textsOf: (tables, ids) => new Map(ids.map((id) => [id, JSON.stringify(lifeOf(tables, id))])),
    save: (tables, text) => saveLife(tables, lifeSchema.parse(JSON.parse(text)))
  },
  rectification: kept(oneByOne(rectificationById), rectificationSchema.parse, saveRectification),
  plan: kept(oneByOne(planEntryById), planEntrySchema.parse, savePlanEntry),
  task: kept(oneByOne(taskById), taskSchema.parse, saveTask),
  study: kept(oneByOne(studyById), studySchema.parse, saveStudy),
  talk: kept(oneByOne(talkById), storedTalkSchema.parse, saveTalk),
  talk_plan: kept(oneByOne(talkPlanById), talkPlanSchema.parse, saveTalkPlan),
  occasion: kept(oneByOne(occasionById), occasionSchema.parse, saveOccasion),
  supervision: kept(oneByOne(supervisionById), storedSupervisionSchema.parse, saveSupervision),
  evaluation: kept(oneByOne(evaluationById), evaluationSchema.parse, saveEvaluation),
  disposal: kept(oneByOne(disposalById), disposalSchema.parse, saveDisposal),
  poll: kept(oneByOne(pollById), pollSchema.parse, savePoll),
  checklist_mark: kept(oneByOne(markById), checklistMarkSchema.parse, saveMark),
  appraisal: kept(oneByOne(appraisalById), appraisalSchema.parse, saveAppraisal)
}

const parsers = {
  organisation: organisationSchema.parse,
  member: memberSchema.parse,
  post: postSchema.parse,
  suspension: suspensionSchema.parse,
  exemption: exemptionSchema.parse,
  whereabouts: whereaboutsSchema.parse,
  meeting: meetingSchema.parse,
  life: lifeSchema.parse,
  rectification: rectificationSchema.parse,
  plan: planEntrySchema.parse,
  task: taskSchema.parse,
  study: studySchema.parse,
  talk: storedTalkSchema.parse,
  talk_plan: talkPlanSchema.parse,
  occasion: occasionSchema.parse,
  supervision: storedSupervisionSchema.parse,
  evaluation: evaluationSchema.parse,
  disposal: disposalSchema.parse,
  poll: pollSchema.parse,
  checklist_mark: checklistMarkSchema.parse,
  appraisal: appraisalSchema.parse
} as const satisfies Record<JournalRecord, (value: unknown) => unknown>

/** A record as text, its fields in the order of its schema, so that equal records give equal texts. */
export const textOfRecord = (record: JournalRecord, value: unknown): string => JSON.stringify(parsers[record](value))

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')
