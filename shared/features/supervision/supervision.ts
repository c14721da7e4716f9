import { z } from 'zod'
import { personSchema } from '../meeting/meeting.ts'
import { daySchema } from '../organisation/organisation.ts'

/** The kinds that are registered with their dates and never with what they were about (R5-02). */
export const supervisionKinds = {
  T08: '提醒谈话',
  T09: '批评教育',
  T10: '责令检查',
  T11: '函询',
  T12: '诫勉'
} as const
export type SupervisionKind = keyof typeof supervisionKinds
export const supervisionCodes = Object.keys(supervisionKinds) as readonly SupervisionKind[] as readonly [
  SupervisionKind,
  ...SupervisionKind[]
]

const text = (limit: number) => z.string().max(limit, `不超过 ${limit} 字`)

/** 谈话 or 书面, for 提醒 and 诫勉. */
export const supervisionForms = ['谈话', '书面'] as const

/**
 * One entry of 监督谈话台账: date, kind, basis (a document's number), end of the effect, follow-up visit. `by` is who did it.
 * `receivedOn` the day a letter of 函询 was received, `dueOn` when an answer or a written examination is due, `answeredOn` when
 * it came. `until` is the last day of the effect of a 诫勉 (R5-03); `visitOn` the day of 改正回访 planned, `visitedOn` held.
 */
export const supervisionSchema = z.object({
  id: z.string(),
  number: z.string().trim().min(1, '请填编号').max(40, '编号不超过 40 个字'),
  organisationId: z.string(),
  kind: z.enum(supervisionCodes),
  form: z.enum(supervisionForms).nullable(),
  year: z.number().int().min(1900, '所属年度应在 1900 到 2100 之间').max(2100, '所属年度应在 1900 到 2100 之间'),
  date: daySchema,
  by: text(100).nullable(),
  person: personSchema,
  basis: text(100).nullable(),
  receivedOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  answeredOn: daySchema.nullable(),
  until: daySchema.nullable(),
  visitOn: daySchema.nullable(),
  visitedOn: daySchema.nullable(),
  recordedOn: daySchema
})
export type Supervision = z.infer<typeof supervisionSchema>

/**
 * As the store keeps it: the entry itself is sealed under the L3 key, base64. Readable without are only the day something of
 * it falls due, and who may not be put forward in which span: that has to be known where people are proposed.
 */
export const storedSupervisionSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  remindOn: daySchema.nullable(),
  restrictedId: z.string().nullable(),
  restrictedFrom: daySchema.nullable(),
  restrictedUntil: daySchema.nullable(),
  sealed: z.string()
})
export type StoredSupervision = z.infer<typeof storedSupervisionSchema>

/** A span in which somebody is not to be promoted or commended; it does not say why. */
export type Restriction = { memberId: string; from: string; until: string }
