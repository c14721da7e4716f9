import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import {
  type Bonus,
  bonusSchema,
  type ChecklistMark,
  checklistMarkSchema,
  type Proof,
  proofSchema,
  type VetoFinding,
  vetoFindingSchema
} from '../../../shared/features/checklist/checklist.ts'
import { type ChecklistVersion, checklistVersionSchema } from '../../../shared/features/checklist/checklist-version.ts'
import { type ChecklistChange, checklistChangeSchema } from '../../../shared/features/checklist/checklist-change.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import {
  checklist,
  checklistBonus,
  checklistChange,
  checklistMark,
  checklistProof,
  checklistReview,
  checklistVeto
} from '../../store/schema-checklist.ts'
import type { Tables } from '../../store/store.ts'
import { moveAttachments, removeAttachmentsOf } from '../attachment/attachment-repository.ts'

/** The lists an office has kept, newest year first. */
export const versionsOf = (tables: Tables): ChecklistVersion[] =>
  tables
    .select()
    .from(checklist)
    .orderBy(desc(checklist.year), asc(checklist.key))
    .all()
    .map((row) => checklistVersionSchema.parse(row))

export function versionById(tables: Tables, id: string): ChecklistVersion | null {
  const row = tables.select().from(checklist).where(eq(checklist.id, id)).get()
  return row === undefined ? null : checklistVersionSchema.parse(row)
}

export const saveVersion = (tables: Tables, version: ChecklistVersion): void => saveRow(tables, checklist, version)

export const removeVersion = (tables: Tables, id: string): void => deleteRows(tables, checklist, checklist.id, id)

/** 清单自评 of so many organisations and a year. */
export const marksOf = (tables: Tables, organisationIds: readonly string[], year: number): ChecklistMark[] =>
  tables
    .select()
    .from(checklistMark)
    .where(and(inArray(checklistMark.organisationId, [...organisationIds]), eq(checklistMark.year, year)))
    .all()
    .map((row) => checklistMarkSchema.parse(row))

/** 清单自评 of every organisation and year, for the ledger. */
export const allMarks = (tables: Tables): ChecklistMark[] =>
  tables
    .select()
    .from(checklistMark)
    .orderBy(asc(checklistMark.organisationId), asc(checklistMark.year), asc(checklistMark.item))
    .all()
    .map((row) => checklistMarkSchema.parse(row))

export function markById(tables: Tables, id: string): ChecklistMark | null {
  const row = tables.select().from(checklistMark).where(eq(checklistMark.id, id)).get()
  return row === undefined ? null : checklistMarkSchema.parse(row)
}

export const saveMark = (tables: Tables, mark: ChecklistMark): void => saveRow(tables, checklistMark, mark)

export const removeMark = (tables: Tables, id: string): void => deleteRows(tables, checklistMark, checklistMark.id, id)

/** Proofs of so many organisations and a year, in the order they were filed. */
export const proofsOf = (tables: Tables, organisationIds: readonly string[], year: number): Proof[] =>
  tables
    .select()
    .from(checklistProof)
    .where(and(inArray(checklistProof.organisationId, [...organisationIds]), eq(checklistProof.year, year)))
    .orderBy(asc(checklistProof.filedOn), asc(checklistProof.id))
    .all()
    .map((row) => proofSchema.parse(row))

export function proofById(tables: Tables, id: string): Proof | null {
  const row = tables.select().from(checklistProof).where(eq(checklistProof.id, id)).get()
  return row === undefined ? null : proofSchema.parse(row)
}

export const saveProof = (tables: Tables, proof: Proof): void => {
  saveRow(tables, checklistProof, proof)
  moveAttachments(tables, 'proof', proof.id, proof.organisationId)
}

/** Its attachments go with it. */
export const removeProof = (tables: Tables, id: string): void => {
  removeAttachmentsOf(tables, 'proof', id)
  deleteRows(tables, checklistProof, checklistProof.id, id)
}

export const vetoesOf = (tables: Tables, organisationIds: readonly string[], year: number): VetoFinding[] =>
  tables
    .select()
    .from(checklistVeto)
    .where(and(inArray(checklistVeto.organisationId, [...organisationIds]), eq(checklistVeto.year, year)))
    .all()
    .map((row) => vetoFindingSchema.parse(row))

export function vetoById(tables: Tables, id: string): VetoFinding | null {
  const row = tables.select().from(checklistVeto).where(eq(checklistVeto.id, id)).get()
  return row === undefined ? null : vetoFindingSchema.parse(row)
}

export const saveVeto = (tables: Tables, finding: VetoFinding): void => saveRow(tables, checklistVeto, finding)

export const removeVeto = (tables: Tables, id: string): void => deleteRows(tables, checklistVeto, checklistVeto.id, id)

export const bonusesOf = (tables: Tables, organisationIds: readonly string[], year: number): Bonus[] =>
  tables
    .select()
    .from(checklistBonus)
    .where(and(inArray(checklistBonus.organisationId, [...organisationIds]), eq(checklistBonus.year, year)))
    .orderBy(asc(checklistBonus.filedOn), asc(checklistBonus.id))
    .all()
    .map((row) => bonusSchema.parse(row))

export function bonusById(tables: Tables, id: string): Bonus | null {
  const row = tables.select().from(checklistBonus).where(eq(checklistBonus.id, id)).get()
  return row === undefined ? null : bonusSchema.parse(row)
}

export const saveBonus = (tables: Tables, bonus: Bonus): void => saveRow(tables, checklistBonus, bonus)

export const removeBonus = (tables: Tables, id: string): void =>
  deleteRows(tables, checklistBonus, checklistBonus.id, id)

/** What was changed of a branch and year, the latest first. */
export const changesOf = (tables: Tables, organisationId: string, year: number): ChecklistChange[] =>
  tables
    .select()
    .from(checklistChange)
    .where(and(eq(checklistChange.organisationId, organisationId), eq(checklistChange.year, year)))
    .orderBy(desc(checklistChange.at))
    .all()
    .map((row) => checklistChangeSchema.parse(row))

export const saveChange = (tables: Tables, change: ChecklistChange): void => saveRow(tables, checklistChange, change)

/** Marks, proofs, vetoes, 加分 and 考评 of an organisation, whatever their year. */
export function checklistRecordsIn(tables: Tables, organisationId: string): number {
  const held = [checklistMark, checklistProof, checklistVeto, checklistBonus, checklistReview] as const
  const counts = held.map(
    (table) => tables.select({ rows: count() }).from(table).where(eq(table.organisationId, organisationId)).get()?.rows
  )
  return counts.reduce<number>((sum, rows) => sum + (rows ?? 0), 0)
}
