import type { Member } from '../../../shared/features/member/member.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { memberById } from './member-repository.ts'

/** True when a spell of the person lies within the account's reach. */
export const isReachable = (store: Store, member: Pick<Member, 'memberships'>): boolean =>
  inReach(store.reach, ...member.memberships.map((spell) => spell.organisationId))

export const memberUnknown = failure('member-unknown', '找不到这名党员，可能已被删除。')

/** The person, where the account may see him. */
export function reachableMember(tables: Tables, store: Store, id: string): Outcome<Member> {
  const member = memberById(tables, id)
  if (member === null) return memberUnknown
  return isReachable(store, member) ? success(member) : outOfReach()
}
