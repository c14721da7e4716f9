import type { Account } from '../../../shared/features/account/account.ts'
import { type Grant, grantOf, type Right } from '../../../shared/features/account/rights.ts'
import {
  isParty,
  type StoredTalk,
  type Talk,
  talkContentsSchema,
  type TalkHead
} from '../../../shared/features/talk/talk.ts'
import type { TalkLevel } from '../../../shared/features/talk/talk-kinds.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { inReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { openValue, sealValue } from '../seal/sealed-record.ts'
import { readSettings } from '../setting/setting-service.ts'

type Grants = Record<TalkLevel, Grant | null>

/**
 * The one at the keyboard as far as talks go: how far his roles reach for each level (security.md §9), whose party he is,
 * and the L3 key while its password is in force.
 */
export type TalkReader = { accountId: string; memberId: string | null; read: Grants; write: Grants; key: Buffer | null }

/** What a step with talks needs: the store, who is at the keyboard, the clock and ids. */
export type TalkCall = { store: Store; reader: TalkReader; today: Day; newId: () => string }

export function readerOf(store: Store, { id, memberId, roles }: Account, key: Buffer | null): TalkReader {
  const { threeOfficers } = store.read((tables) => readSettings(tables, 'security'))
  const grants = (what: 'read' | 'write'): Grants => {
    const of = (level: TalkLevel): Grant | null => grantOf(roles, `talk.${level}.${what}` as Right, threeOfficers)
    return { L1: of('L1'), L2: of('L2'), L3: of('L3') }
  }
  return { accountId: id, memberId, read: grants('read'), write: grants('write'), key }
}

function allows(
  grant: Grant | null,
  reader: TalkReader,
  talk: Pick<TalkHead, 'talker' | 'partner' | 'enteredBy'>
): boolean {
  const own = talk.enteredBy === reader.accountId
  const party = reader.memberId !== null && isParty(talk, reader.memberId)
  switch (grant) {
    case 'all':
      return true
    case 'own':
      return own
    case 'party':
      return party
    case 'own-or-party':
      return own || party
    case 'with-L3-password':
      return reader.key !== null
    case null:
      return false
  }
}

/** Whether somebody may read what was said. */
export const mayRead = (store: Store, reader: TalkReader, talk: TalkHead): boolean =>
  inReach(store.reach, talk.organisationId) && allows(reader.read[talk.level], reader, talk)

/** Whether somebody may put down or change a talk of the level; to change one, it has to be his to read too. */
export const mayWrite = (store: Store, reader: TalkReader, talk: TalkHead): boolean =>
  mayRead(store, reader, talk) && allows(reader.write[talk.level], reader, talk)

/** Whether every talk of L1 is his to read: then search may show them. */
export const readsAll = (reader: TalkReader, level: TalkLevel): boolean => reader.read[level] === 'all'

/** What was said in a talk he may read; null for a sealed one without its key, or when it was altered. */
export function openTalk(reader: TalkReader, { contents, sealed, ...head }: StoredTalk): Talk | null {
  if (contents !== null) return { ...head, contents }
  if (sealed === null || reader.key === null) return null
  const opened = talkContentsSchema.safeParse(openValue(reader.key, 'talk', head.id, sealed))
  return opened.success ? { ...head, contents: opened.data } : null
}

/** As it is kept: L3 sealed. Throws without the key: who has none was refused before. */
export function closeTalk(reader: TalkReader, { contents, ...head }: Talk): StoredTalk {
  if (head.level !== 'L3') return { ...head, contents, sealed: null }
  if (reader.key === null) throw new Error('no L3 key')
  return { ...head, contents: null, sealed: sealValue(reader.key, 'talk', head.id, contents) }
}
