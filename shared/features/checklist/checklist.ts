import { z } from 'zod'
import type { Certainty } from '../../rulebook/rule.ts'
import { daySchema } from '../organisation/organisation.ts'

/** How an item gets its points (rules.md §7.2): A by the program, S by the program and confirmed, M by hand with proof. */
export const itemKinds = ['A', 'S', 'M'] as const
export type ItemKind = (typeof itemKinds)[number]
export const itemKindNames: Record<ItemKind, string> = { A: '自动', S: '半自动', M: '人工' }

const marks = ['✔', '记', '地', '拟', '？'] as const satisfies readonly Certainty[]
const words = (name: string, limit: number) => z.string().trim().max(limit, `${name}不超过 ${limit} 字`)

/** Points as typed: at most two digits after the point. */
export const pointsSchema = z
  .number('分值应是数字')
  .min(0, '分值不能是负数')
  .max(1000, '分值不超过 1000 分')
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, '分值最多两位小数')

/**
 * A part of an item that is proved by papers: `points` are what it is worth, where the whole of the item is made of parts
 * (E1 计划 1 分); else `less` is what its lack takes off (B2 缺 1 件扣 0.3 分).
 */
export const itemPartSchema = z.object({ name: words('材料名', 30).min(1), points: pointsSchema })
export type ItemPart = z.infer<typeof itemPartSchema>

/**
 * One item. `formula` names the rule that computes it; null for one that is only judged by hand. `parts` are the papers that
 * prove it, `partsAs` whether each gives its points or its lack takes them off. `of` are items of the standard list whose share
 * of points it takes over (四强). `rule` is the rule of the book that asks for it, `source` the document in words, `mark` how
 * sure that is.
 */
export const checklistItemSchema = z.object({
  id: words('编号', 10).min(1, '请填编号'),
  title: words('项目', 50).min(1, '请填项目'),
  standard: words('标准', 500),
  points: pointsSchema,
  proof: words('证据', 200),
  scoring: words('评分说明', 500),
  kind: z.enum(itemKinds),
  formula: z.string().nullable(),
  parts: z.array(itemPartSchema).max(20),
  partsAs: z.enum(['gain', 'loss']),
  of: z.array(z.string()).max(20),
  rule: z.string().nullable(),
  source: words('依据', 100),
  mark: z.enum(marks)
})
export type ChecklistItem = z.infer<typeof checklistItemSchema>

export const checklistAreaSchema = z.object({
  code: words('方面编号', 5).min(1),
  title: words('方面', 30).min(1, '请填方面'),
  items: z.array(checklistItemSchema).min(1, '每个方面至少有一项').max(100)
})
export type ChecklistArea = z.infer<typeof checklistAreaSchema>

/** A veto (一票否决): `formula` names the rule that sees it in the records; null where a person has to say so. */
export const vetoSchema = z.object({
  id: words('编号', 10).min(1),
  title: words('否决情形', 100).min(1),
  formula: z.string().nullable(),
  mark: z.enum(marks)
})
export type Veto = z.infer<typeof vetoSchema>

/**
 * Steps of rating by total points, the highest first: `share` is how many of all branches may reach this step or a higher one,
 * in per cent, counted up; null for no limit. `noVeto`: nobody under a veto.
 */
export const starStepSchema = z.object({
  stars: z.number().int().min(1).max(5),
  points: pointsSchema,
  share: z.number().min(0).max(100).nullable(),
  mark: z.enum(marks)
})
export type StarStep = z.infer<typeof starStepSchema>

/** What 加分 is usually given for, with the points proposed. */
export const bonusKindSchema = z.object({
  title: words('加分事由', 50).min(1),
  points: pointsSchema,
  mark: z.enum(marks)
})
export type BonusKind = z.infer<typeof bonusKindSchema>

/**
 * A checklist as data. `key` tells the kinds of lists apart: `standard` (§7.2), `strong` (四强 §7.3), or the name an office
 * gave its own. `year` is the year it holds for.
 */
export const checklistSchema = z
  .object({
    key: z.string().min(1).max(40),
    title: words('清单名称', 50).min(1, '请填清单名称'),
    source: words('来源', 200),
    areas: z.array(checklistAreaSchema).min(1, '清单至少有一个方面').max(30),
    vetoes: z.array(vetoSchema).max(30),
    bonusMost: pointsSchema,
    bonuses: z.array(bonusKindSchema).max(30).default([]),
    stars: z.array(starStepSchema).max(5)
  })
  .superRefine(({ areas }, { addIssue }) => {
    const ids = areas.flatMap(({ items }) => items.map(({ id }) => id))
    const twice = ids.find((id, at) => ids.indexOf(id) !== at)
    if (twice !== undefined)
      addIssue({ code: 'custom', path: ['areas'], message: `编号 ${twice} 用了两次，每一项的编号只能用一次` })
  })
export type Checklist = z.infer<typeof checklistSchema>

export const itemsOf = ({ areas }: Pick<Checklist, 'areas'>): ChecklistItem[] => areas.flatMap(({ items }) => items)

/**
 * 清单自评 of one item (workbook sheet 清单自评; key 组织 + 年度 + 项目). `score` in points; `evidence` says where the proof is;
 * `happenedOn` the day of the event, `filedOn` the day it was written here. `notApplicable` with `note` as the reason.
 */
export const checklistMarkSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int(),
  item: z.string(),
  score: pointsSchema.nullable(),
  note: words('说明', 500).nullable(),
  evidence: words('证据', 500).nullable(),
  happenedOn: daySchema.nullable(),
  notApplicable: z.boolean(),
  filedOn: daySchema
})
export type ChecklistMark = z.infer<typeof checklistMarkSchema>

/** Nothing is said of the item; spaces say nothing. Such a mark is not kept. */
export const isBlankMark = ({
  score,
  note,
  evidence,
  happenedOn,
  notApplicable
}: Omit<ChecklistMark, 'id' | 'filedOn' | 'organisationId' | 'year' | 'item'>): boolean =>
  score === null &&
  [note, evidence].every((text) => (text ?? '').trim() === '') &&
  happenedOn === null &&
  !notApplicable

/**
 * A proof filed for an item: a paper of a part (`part` names it), or any other. What it is stands in `title`; `happenedOn` is
 * the day of the event, `filedOn` the day it was filed. Files hang on it as attachments (record `proof`).
 */
export const proofSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int(),
  item: z.string(),
  part: z.string().nullable(),
  title: words('材料', 100).min(1, '请写明是什么材料'),
  happenedOn: daySchema.nullable(),
  filedOn: daySchema
})
export type Proof = z.infer<typeof proofSchema>

/** A veto somebody stated of a branch and year (V1, V4–V6), with what it rests on. */
export const vetoFindingSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int(),
  veto: z.string(),
  note: words('依据', 500).min(1, '请写明依据，例如处分决定、核查结论'),
  filedOn: daySchema
})
export type VetoFinding = z.infer<typeof vetoFindingSchema>

/** 加分: what for, how many points, and what it rests on (rules.md §7.2 end: 5 at most in all). */
export const bonusSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int(),
  title: words('加分事由', 200).min(1, '请写明加分事由'),
  points: pointsSchema,
  happenedOn: daySchema.nullable(),
  filedOn: daySchema
})
export type Bonus = z.infer<typeof bonusSchema>
