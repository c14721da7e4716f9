import type { Exemption } from '../../../shared/features/exemption/exemption.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { memberById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { exemptionById, exemptionsOf, removeExemption, saveExemption } from './exemption-repository.ts'

const overlap = (one: Exemption, other: Exemption): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)

/** Writes who is left out of 应到, from when to when; one person is left out once at a time. */
export function keepExemption(
  store: Store,
  record: Exemption,
  { today, newId }: { today: Day; newId: () => string }
): Outcome<Exemption> {
  return store.write((tables) => {
    if (organisationById(tables, record.organisationId) === null)
      return failure('organisation-unknown', '请选择党组织。', 'organisationId')
    const before = exemptionById(tables, record.id)
    if (![record, before ?? record].every(({ organisationId }) => inReach(store.reach, organisationId)))
      return outOfReach('organisationId')
    if (memberById(tables, record.memberId) === null) return failure('member-unknown', '找不到这名党员。', 'memberId')
    if (record.to !== null && record.to < record.from)
      return failure('dates-reversed', `止 ${record.to} 早于起 ${record.from}，请核对。`, 'to')
    if (record.resolvedOn !== null && record.resolvedOn > today)
      return failure(
        'date-in-future',
        `党员大会通过日期 ${record.resolvedOn} 还没有到，应填已经开过的大会的日期。`,
        'resolvedOn'
      )
    const clash = exemptionsOf(tables, [record.memberId]).find(
      (other) => other.id !== record.id && overlap(other, record)
    )
    if (clash !== undefined)
      return failure(
        'exemption-duplicate',
        `${clash.from} 起已经登记为不计入应到会（${clash.ground}），请直接修改那一条或先填它的止期。`,
        'from'
      )
    const approval = record.approval?.trim() ?? ''
    const kept = { ...record, id: before?.id ?? newId(), approval: approval === '' ? null : approval }
    saveExemption(tables, kept)
    return success(kept)
  })
}

export function dropExemption(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const stored = exemptionById(tables, id)
    if (stored !== null && !inReach(store.reach, stored.organisationId)) return outOfReach()
    removeExemption(tables, id)
    return success(null)
  })
}
