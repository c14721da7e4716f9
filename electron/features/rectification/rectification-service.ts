import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { recurringIds, type RegisterRates, registerRates } from '../../../shared/features/checklist/register-rules.ts'
import type { Rectification } from '../../../shared/features/rectification/rectification.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { memberById } from '../member/member-repository.ts'
import { allOrganisations, organisationById } from '../organisation/organisation-repository.ts'
import { scopeOf } from '../plan/plan-facts.ts'
import {
  rectificationById,
  rectificationsOf,
  removeRectification,
  saveRectification
} from './rectification-repository.ts'

/** Turns of one problem share the rest of their key. */
const keyOf = ({ organisationId, problem, source, meetingId, previousId }: Rectification): string =>
  [organisationId, problem, source ?? '', meetingId ?? '', previousId ?? ''].join('\n')

function refusalOf(tables: Tables, store: Store, record: Rectification, today: Day): ReturnType<typeof failure> | null {
  const { organisationId, meetingId, person, progress, closedOn } = record
  if (organisationById(tables, organisationId) === null)
    return failure('organisation-unknown', '请选择党组织。', 'organisationId')
  const meeting = meetingId === null ? null : meetingById(tables, meetingId)
  if (meetingId !== null && meeting === null)
    return failure('meeting-unknown', '找不到问题来自的会议，可能已被删除。', 'meetingId')
  if (meeting !== null && !inReach(store.reach, meeting.organisationId)) return outOfReach('meetingId')
  if (person?.memberId != null && memberById(tables, person.memberId) === null)
    return failure('person-unknown', `党员名册里找不到“${person.name}”，请重新选择。`, 'person')
  const ahead = progress.find(({ on }) => on > today)
  if (ahead !== undefined) return failure('date-ahead', `进展日期 ${ahead.on} 还没到，发生了再记。`, 'progress')
  if (closedOn !== null && closedOn > today)
    return failure('date-ahead', `完成日期 ${closedOn} 还没到，做完了再填。`, 'closedOn')
  const twin = rectificationsOf(tables, [organisationId]).find(
    (other) => other.id !== record.id && keyOf(other) === keyOf(record)
  )
  return twin === undefined
    ? null
    : failure('rectification-duplicate', `同一来源已有“${twin.problem}”，请改写问题，或直接修改那一条。`, 'problem')
}

/** A rectification with what its source is called, where it came out of a meeting; `recurs`: its item lost points again (12.5). */
export type RectificationLine = Rectification & { meetingTitle: string | null; recurs: boolean }

/** The register of all years, with the rates of one of them. */
export type RectificationRegister = RegisterRates & { lines: RectificationLine[] }

/** The rectifications of an organisation and those below it, by 期限. */
export function listRectifications(
  store: Store,
  { organisationId, year }: { organisationId: string; year: number },
  today: Day
): Outcome<RectificationRegister> {
  return store.read((tables) => {
    const scope = scopeOf(store, allOrganisations(tables), organisationId)
    if (!scope.ok) return scope
    const found = rectificationsOf(
      tables,
      scope.value.map(({ id }) => id)
    )
    const titleOf = (id: string | null): string | null => {
      const meeting = id === null ? null : meetingById(tables, id)
      return meeting === null ? null : meetingTitle(meeting)
    }
    const again = recurringIds(found)
    const lines = found.map((one) => ({ ...one, meetingTitle: titleOf(one.meetingId), recurs: again.has(one.id) }))
    return success({ lines, ...registerRates(found, year, today) })
  })
}

/** Writes a rectification; `id` empty makes a new one, one that is gone comes back under its id. */
export function keepRectification(
  store: Store,
  record: Rectification,
  { today, newId }: { today: Day; newId: () => string }
): Outcome<Rectification> {
  return store.write((tables) => {
    const before = record.id === '' ? null : rectificationById(tables, record.id)
    if (![record, before ?? record].every(({ organisationId }) => inReach(store.reach, organisationId)))
      return outOfReach('organisationId')
    const refusal = refusalOf(tables, store, record, today)
    if (refusal !== null) return refusal
    const kept = { ...record, id: record.id === '' ? newId() : record.id }
    saveRectification(tables, kept)
    return success(kept)
  })
}

export function dropRectification(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const stored = rectificationById(tables, id)
    if (stored !== null && !inReach(store.reach, stored.organisationId)) return outOfReach()
    const meeting = stored?.meetingId == null ? null : meetingById(tables, stored.meetingId)
    if (meeting?.state === 'archived')
      return failure('record-final', '这次组织生活会已经归档，问题清单不能删减；整改进展可以接着记。')
    removeRectification(tables, id)
    return success(null)
  })
}
