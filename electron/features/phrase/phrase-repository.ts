import { and, desc, eq } from 'drizzle-orm'
import { type Phrase, type PhraseField, phraseSchema } from '../../../shared/features/phrase/phrase.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { phrase } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'

/** The most used ones first, among them the latest. */
export const phrasesOf = (tables: Tables, field: PhraseField): Phrase[] =>
  tables
    .select()
    .from(phrase)
    .where(eq(phrase.field, field))
    .orderBy(desc(phrase.used), desc(phrase.usedOn))
    .all()
    .map((row) => phraseSchema.parse(row))

export function phraseById(tables: Tables, id: string): Phrase | null {
  const row = tables.select().from(phrase).where(eq(phrase.id, id)).get()
  return row === undefined ? null : phraseSchema.parse(row)
}

export function phraseWithText(tables: Tables, field: PhraseField, text: string): Phrase | null {
  const row = tables
    .select()
    .from(phrase)
    .where(and(eq(phrase.field, field), eq(phrase.text, text)))
    .get()
  return row === undefined ? null : phraseSchema.parse(row)
}

export const savePhrase = (tables: Tables, record: Phrase): void => saveRow(tables, phrase, record)
export const removePhrase = (tables: Tables, id: string): void => deleteRows(tables, phrase, phrase.id, id)
