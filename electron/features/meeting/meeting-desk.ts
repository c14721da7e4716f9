import type { Release } from '../../../shared/features/meeting/release.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { pinyinOf } from '../../../shared/kernel/names.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { type MeetingDesk, rosterOf } from './meeting-judgement.ts'
import { releasesOf } from './meeting-release-repository.ts'
import { meetingById } from './meeting-repository.ts'

/** A record with all that is needed to judge it, and the blocks that were let pass. */
export function meetingDesk(store: Store, id: string, today: Day): Outcome<MeetingDesk & { releases: Release[] }> {
  return store.read((tables) => {
    const meeting = meetingById(tables, id)
    const organisation = meeting === null ? null : organisationById(tables, meeting.organisationId)
    if (meeting === null || organisation === null)
      return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, organisation.id)) return outOfReach()
    return success({
      meeting,
      organisation,
      roster: rosterOf(tables, organisation),
      today,
      releases: releasesOf(tables, id)
    })
  })
}

/** The desk as the editor gets it, with 拼音首字母 to find people by. */
export function editorDesk(store: Store, id: string, today: Day) {
  const desk = meetingDesk(store, id, today)
  if (!desk.ok) return desk
  const named = desk.value.roster.members.map((member) => [member.id, pinyinOf(member.name).initials] as const)
  return success({ ...desk.value, initials: Object.fromEntries(named) })
}
