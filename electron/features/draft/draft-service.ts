import type { Store } from '../../store/store.ts'
import { type Draft, readDraft, readPreference, removeDraft, saveDraft, savePreference } from './draft-repository.ts'

/** What is typed and not yet saved lives in the encrypted store, never in the browser (security.md §3.4). */
export const draftOf = (store: Store, accountId: string, name: string): Draft | null =>
  store.read((tables) => readDraft(tables, accountId, name))

export const keepDraft = (store: Store, accountId: string, name: string, draft: Draft): void =>
  store.write((tables) => saveDraft(tables, accountId, name, draft))

export const dropDraft = (store: Store, accountId: string, name: string): void =>
  store.write((tables) => removeDraft(tables, accountId, name))

export const preferenceOf = (store: Store, accountId: string, name: string): string | null =>
  store.read((tables) => readPreference(tables, accountId, name))

export const keepPreference = (store: Store, accountId: string, name: string, value: string): void =>
  store.write((tables) => savePreference(tables, accountId, name, value))
