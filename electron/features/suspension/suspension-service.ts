import type { Suspension } from '../../../shared/features/suspension/suspension.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { memberById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { removeSuspension, saveSuspension, suspensionById, suspensionsOf } from './suspension-repository.ts'

/** Writes a spell without rights; two spells of one kind that begin on the same day are one and the same. */
export function keepSuspension(store: Store, record: Suspension, newId: () => string): Outcome<Suspension> {
  return store.write((tables) => {
    if (organisationById(tables, record.organisationId) === null)
      return failure('organisation-unknown', '请选择党组织。', 'organisationId')
    const before = suspensionById(tables, record.id)
    if (
      !inReach(store.reach, record.organisationId) ||
      !inReach(store.reach, before?.organisationId ?? record.organisationId)
    )
      return outOfReach('organisationId')
    if (memberById(tables, record.memberId) === null) return failure('member-unknown', '找不到这名党员。', 'memberId')
    if (record.to !== null && record.to < record.from)
      return failure('dates-reversed', `止 ${record.to} 早于起 ${record.from}，请核对。`, 'to')
    const same = suspensionsOf(tables, [record.memberId]).find(
      (other) => other.id !== record.id && other.kind === record.kind && other.from === record.from
    )
    if (same !== undefined)
      return failure('suspension-duplicate', `${record.from} 起的${record.kind}已经登记过，请直接修改那一条。`, 'from')
    const kept = record.id === '' ? { ...record, id: newId() } : record
    saveSuspension(tables, kept)
    return success(kept)
  })
}

export function dropSuspension(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    if (!inReach(store.reach, suspensionById(tables, id)?.organisationId ?? null)) return outOfReach()
    removeSuspension(tables, id)
    return success(null)
  })
}
