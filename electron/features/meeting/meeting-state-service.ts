import { meetingChanges } from '../../../shared/features/ledger/ledger-differences.ts'
import { type Block, blocksOf, standingBlocks } from '../../../shared/features/meeting/block-rules.ts'
import { type Gap, gapsOf } from '../../../shared/features/meeting/completion-rules.ts'
import { blankLife } from '../../../shared/features/life/life.ts'
import { lifeChanges } from '../../../shared/features/life/life-changes.ts'
import { isLocked, type Meeting } from '../../../shared/features/meeting/meeting.ts'
import type { VersionLine } from '../../../shared/features/meeting/meeting-version.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { judgeMeeting } from './meeting-judgement.ts'
import { meetingById, removeMeeting, saveMeeting } from './meeting-repository.ts'
import { meetingDesk } from './meeting-desk.ts'
import { hasLife, lifeOf } from '../life/life-repository.ts'
import { addVersion, versionsOf } from './meeting-version-repository.ts'

const unknown = failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')

function reachable(tables: Tables, store: Store, id: string): Outcome<Meeting> {
  const meeting = meetingById(tables, id)
  if (meeting === null) return unknown
  return inReach(store.reach, meeting.organisationId) ? success(meeting) : outOfReach()
}

/** Completes and locks a record, or names what is still missing and what stops it, and changes nothing. */
export function finishMeeting(store: Store, id: string, today: Day): Outcome<{ gaps: Gap[]; blocks: Block[] }> {
  const desk = meetingDesk(store, id, today)
  if (!desk.ok) return desk
  const book = store.read(ruleBookOf)
  const { meeting, verdicts, rules } = judgeMeeting(desk.value, rulesInForce(book, desk.value.meeting.date))
  if (isLocked(meeting)) return success({ gaps: [], blocks: [] })
  const gaps = gapsOf(meeting, verdicts, today)
  const blocks = standingBlocks(blocksOf(meeting, verdicts, rules), desk.value.releases)
  if (gaps.length === 0 && blocks.length === 0)
    store.write((tables) => saveMeeting(tables, { ...meeting, state: 'final' }))
  return success({ gaps, blocks })
}

/** Who opens a completed record again, when, and why. `mayUnseal`: may open what is archived. */
export type Reopening = { reason: string; accountName: string; today: Day; mayUnseal: boolean }

/** Opens a completed record again; the text it had is kept with the reason. */
export function reopenMeeting(store: Store, id: string, reopening: Reopening): Outcome<null> {
  const { accountName, today, mayUnseal } = reopening
  const reason = reopening.reason.trim()
  if (reason === '') return failure('reason-missing', '请写明为什么要重新打开，例如“漏记列席人员”。', 'reason')
  return store.write((tables) => {
    const found = reachable(tables, store, id)
    if (!found.ok) return found
    const meeting = found.value
    if (!isLocked(meeting)) return success(null)
    if (meeting.state === 'archived' && !mayUnseal)
      return failure('record-final', '这条记录已经归档，只有书记能重新打开。')
    const life = hasLife(tables, id) ? lifeOf(tables, id) : null
    addVersion(tables, id, { reason, accountName, openedOn: today, record: meeting, life })
    saveMeeting(tables, { ...meeting, state: 'drafted' })
    return success(null)
  })
}

/** 定稿 → 归档, of several at once. What is not final is named, and then none is archived. */
export function archiveMeetings(store: Store, ids: readonly string[]): Outcome<{ archived: number }> {
  return store.write((tables) => {
    let archived = 0
    for (const id of ids) {
      const found = reachable(tables, store, id)
      if (!found.ok) return found
      const { state, number } = found.value
      if (state === 'archived') continue
      if (state !== 'final')
        return failure('record-unfinished', `会议“${number}”还没有完成，不能归档；请先打开它点“完成记录”。`)
      saveMeeting(tables, { ...found.value, state: 'archived' })
      archived += 1
    }
    return success({ archived })
  })
}

/** To whom and when a record was reported: that comes after it is completed, so only the archive closes it. */
export function reportMeeting(
  store: Store,
  id: string,
  report: Pick<Meeting, 'reportedTo' | 'reportedOn'>,
  today: Day
): Outcome<null> {
  return store.write((tables) => {
    const found = reachable(tables, store, id)
    if (!found.ok) return found
    if (found.value.state === 'archived')
      return failure('record-final', '这条记录已经归档，报送情况不能再改；需要更正请由书记重新打开。')
    const { reportedTo, reportedOn } = report
    if (reportedOn !== null && reportedOn > today)
      return failure('date-ahead', `报送日期 ${reportedOn} 还没到，报送以后再填。`, 'reportedOn')
    saveMeeting(tables, { ...found.value, reportedTo, reportedOn })
    return success(null)
  })
}

/** The texts that were completed before, newest first, each with what came to be said otherwise. */
export function meetingVersions(store: Store, id: string): Outcome<VersionLine[]> {
  return store.read((tables) => {
    const found = reachable(tables, store, id)
    if (!found.ok) return found
    const labels = new Map(allOrganisations(tables).map((one) => [one.id, labelOf(one)]))
    const naming = {
      codeOf: (organisationId: string | null) => labels.get(organisationId ?? '') ?? null,
      nameOf: ({ name }: { name: string }) => name
    }
    const versions = versionsOf(tables, id)
    return success(
      versions
        .map(({ record, life, ...version }, index) => {
          const next = versions[index + 1] ?? { record: found.value, life: lifeOf(tables, id) }
          return {
            ...version,
            changes: [
              ...meetingChanges(record, next.record, naming),
              ...lifeChanges(life ?? blankLife(id), next.life ?? blankLife(id))
            ]
          }
        })
        .reverse()
    )
  })
}

export function dropMeeting(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const meeting = meetingById(tables, id)
    if (meeting !== null && !inReach(store.reach, meeting.organisationId)) return outOfReach()
    if (meeting !== null && isLocked(meeting))
      return failure('record-final', '已经完成的记录不能删除；请先点“重新打开”。')
    if (versionsOf(tables, id).length > 0)
      return failure('record-kept', '这条记录曾经完成过，历次文本要留存，不能删除；记错了请改正后重新完成。')
    removeMeeting(tables, id)
    return success(null)
  })
}
