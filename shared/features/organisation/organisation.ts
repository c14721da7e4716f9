import { z } from 'zod'
import { isDay } from '../../kernel/dates.ts'

/** Kinds of party organisation in the order they are offered (rules.md §11.1; the ledger matches them by name). */
export const organisationKinds = ['党委', '党总支', '党支部', '联合党支部', '临时党支部', '党小组'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** Organisations that hold meetings of the branch themselves (rules R1-11 … R1-18 speak of them). */
export const branchKinds: readonly OrganisationKind[] = ['党支部', '联合党支部', '临时党支部']
export const isBranch = (organisation: { kind: OrganisationKind }): boolean => branchKinds.includes(organisation.kind)

export const daySchema = z.string().refine(isDay, '日期应写成“2026-03-05”这样的形式')

/**
 * A party organisation. `code` is the office's own 编码 and the name other records and the ledger use.
 * `hasCommittee` null means: as its committee posts say. `themeDay` is the fixed day of month of 主题党日, 1–31.
 * Term: `electedOn` plus `termYears`; `extendedUntil` is the date an approved extension runs to (R2-01, R2-03).
 */
export const organisationSchema = z.object({
  id: z.string(),
  code: z.string().min(1, '编码不能为空').max(40, '编码不超过 40 个字符'),
  name: z.string().min(1, '名称不能为空').max(100, '名称不超过 100 个字'),
  shortName: z.string().max(40, '简称不超过 40 个字').nullable(),
  kind: z.enum(organisationKinds),
  parentId: z.string().nullable(),
  foundedOn: daySchema.nullable(),
  electedOn: daySchema.nullable(),
  termYears: z.number().int().min(1, '任期年数应为 1 到 10').max(10, '任期年数应为 1 到 10').nullable(),
  hasCommittee: z.boolean().nullable(),
  themeDay: z.number().int().min(1, '固定日应为 1 到 31').max(31, '固定日应为 1 到 31').nullable(),
  extendedUntil: daySchema.nullable()
})
export type Organisation = z.infer<typeof organisationSchema>

/**
 * An organisation as its form edits it. `recordsFrom` 记录起始日: periods that ended before it are not asked for. It is no
 * part of the record: the ledger has no column for it, so no import and no undo sets or clears it. Left out, it stays.
 */
export const organisationEditSchema = organisationSchema.extend({ recordsFrom: daySchema.nullable().optional() })
export type OrganisationEdit = z.infer<typeof organisationEditSchema>

/** The name for screens and reports: 简称 where there is one, else 名称. */
export const labelOf = (organisation: Pick<Organisation, 'name' | 'shortName'>): string =>
  organisation.shortName ?? organisation.name
