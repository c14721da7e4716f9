import { join } from 'node:path'
import type { Organisation } from '../../shared/features/organisation/organisation.ts'
import type { Member } from '../../shared/features/member/member.ts'
import { saveMember } from '../../electron/features/member/member-repository.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { openStore } from '../../electron/store/door.ts'
import type { OpenStore, StoreKeys } from '../../electron/store/store.ts'
import { aFolder } from './office.ts'
import { aBranch } from './records.ts'

/** Keys of a store in a test; every call gives its own, since closing wipes them. */
export const testKeys = (): StoreKeys => ({ db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 8) })

/** A store that can be closed, to look at its file, and opened again. */
export type TestStore = { store: OpenStore; file: string; closed<Value>(look: () => Value): Value; remove(): void }

/** A real encrypted store in a folder of its own, with a branch and its members. */
export function anOpenStore(
  members: readonly Member[] = [],
  organisations: readonly Organisation[] = [aBranch()]
): TestStore {
  const { path, remove } = aFolder()
  const file = join(path, '档案库.dwk')
  const ground: TestStore = {
    store: openStore(file, testKeys(), { create: true }),
    file,
    closed: (look) => {
      ground.store.close()
      try {
        return look()
      } finally {
        ground.store = openStore(file, testKeys())
      }
    },
    remove: () => {
      ground.store.close()
      remove()
    }
  }
  ground.store.write((tables) => {
    for (const one of organisations) saveOrganisation(tables, one)
    for (const member of members) saveMember(tables, member)
  })
  return ground
}
