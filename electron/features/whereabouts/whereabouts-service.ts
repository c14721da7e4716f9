import { checkWhereabouts } from '../../../shared/features/whereabouts/whereabouts-rules.ts'
import type { Whereabouts } from '../../../shared/features/whereabouts/whereabouts.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { memberById } from '../member/member-repository.ts'
import { removeWhereabouts, saveWhereabouts, whereaboutsById, whereaboutsOfMembers } from './whereabouts-repository.ts'

function mayTouch(tables: Tables, store: Store, memberId: string): Outcome<null> {
  const member = memberById(tables, memberId)
  if (member === null) return failure('member-unknown', '找不到这名党员，可能已被删除。', 'memberId')
  return inReach(store.reach, ...member.memberships.map((spell) => spell.organisationId)) ? success(null) : outOfReach()
}

/** Writes a spell of 流动 or 失联 after the rules agreed. */
export function keepWhereabouts(store: Store, record: Whereabouts, newId: () => string): Outcome<Whereabouts> {
  return store.write((tables) => {
    const allowed = mayTouch(tables, store, record.memberId)
    if (!allowed.ok) return allowed
    const others = whereaboutsOfMembers(tables, [record.memberId]).filter((other) => other.id !== record.id)
    const checked = checkWhereabouts({ ...record, id: record.id === '' ? newId() : record.id }, others)
    if (checked.ok) saveWhereabouts(tables, checked.value)
    return checked
  })
}

export function dropWhereabouts(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const record = whereaboutsById(tables, id)
    if (record === null) return success(null)
    const allowed = mayTouch(tables, store, record.memberId)
    if (allowed.ok) removeWhereabouts(tables, id)
    return allowed
  })
}
