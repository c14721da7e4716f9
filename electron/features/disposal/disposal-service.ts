import { disposalFindings } from '../../../shared/features/disposal/disposal-rules.ts'
import type { Disposal } from '../../../shared/features/disposal/disposal.ts'
import { isBranch } from '../../../shared/features/organisation/organisation.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { EvaluationCall } from '../evaluation/evaluation-desk.ts'
import { membersById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { disposalById, disposalsOf, removeDisposal, saveDisposal } from './disposal-repository.ts'

const unknown = () => failure('disposal-unknown', '找不到这条组织处置，可能已被删除。')

/** The 组织处置 of a branch. */
export function listDisposals({ store }: EvaluationCall, organisationId: string): Outcome<Disposal[]> {
  if (!inReach(store.reach, organisationId)) return outOfReach('organisationId')
  return success(store.read((tables) => disposalsOf(tables, [organisationId])))
}

/** Saves one; `id` empty makes a new one. What is only unusual may stand, what would be wrong may not. */
export function keepDisposal({ store, newId }: EvaluationCall, disposal: Disposal): Outcome<Disposal> {
  return store.write((tables) => {
    const before = disposal.id === '' ? null : disposalById(tables, disposal.id)
    if (disposal.id !== '' && before === null) return unknown()
    if (before !== null && !inReach(store.reach, before.organisationId)) return outOfReach()
    if (!inReach(store.reach, disposal.organisationId)) return outOfReach('organisationId')
    const organisation = organisationById(tables, disposal.organisationId)
    if (organisation === null || !isBranch(organisation))
      return failure('organisation-unknown', '请选择一个党支部。', 'organisationId')
    if (membersById(tables, [disposal.memberId]).length === 0)
      return failure('person-unknown', '党员名册里找不到这个人，请重新选择。', 'memberId')
    const stop = disposalFindings(disposal).find(({ level }) => level === 'stop')
    if (stop !== undefined) return failure(stop.code, stop.message, stop.field)
    const kept = { ...disposal, id: disposal.id === '' ? newId() : disposal.id }
    saveDisposal(tables, kept)
    return success(kept)
  })
}

export function dropDisposal({ store }: EvaluationCall, id: string): Outcome<null> {
  return store.write((tables) => {
    const before = disposalById(tables, id)
    if (before === null) return unknown()
    if (!inReach(store.reach, before.organisationId)) return outOfReach()
    removeDisposal(tables, id)
    return success(null)
  })
}
