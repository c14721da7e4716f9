import type { Phrase, PhraseField } from '../../../shared/features/phrase/phrase.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Store } from '../../store/store.ts'
import { phraseById, phrasesOf, phraseWithText, removePhrase, savePhrase } from './phrase-repository.ts'

/** More than anybody looks through. */
const most = 200

export const listPhrases = (store: Store, field: PhraseField): Phrase[] =>
  store.read((tables) => phrasesOf(tables, field))

/** Keeps a phrase once, however often it is given. */
export function keepPhrase(
  store: Store,
  { field, text }: Pick<Phrase, 'field' | 'text'>,
  { today, newId }: { today: Day; newId: () => string }
): Outcome<Phrase> {
  return store.write((tables) => {
    const same = phraseWithText(tables, field, text)
    if (same !== null) return success(same)
    if (phrasesOf(tables, field).length >= most)
      return failure('too-many', `常用语已经有 ${most} 条，请先删掉不用的。`, 'text')
    const kept: Phrase = { id: newId(), field, text, used: 0, usedOn: today }
    savePhrase(tables, kept)
    return success(kept)
  })
}

/** Counts a use, so that what is used most stands first. */
export function usePhrase(store: Store, id: string, today: Day): void {
  store.write((tables) => {
    const phrase = phraseById(tables, id)
    if (phrase !== null) savePhrase(tables, { ...phrase, used: phrase.used + 1, usedOn: today })
  })
}

export const dropPhrase = (store: Store, id: string): void => store.write((tables) => removePhrase(tables, id))
