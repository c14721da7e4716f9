import { blocksOf } from '../../../shared/features/meeting/block-rules.ts'
import { isLocked } from '../../../shared/features/meeting/meeting.ts'
import type { Release } from '../../../shared/features/meeting/release.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { judgedMeetings } from './meeting-judgement.ts'
import { saveRelease } from './meeting-release-repository.ts'
import { meetingById } from './meeting-repository.ts'

/** Lets one block of a record pass, with the reason. Only what stands in the way now can be let pass. */
export function releaseBlock(store: Store, id: string, release: Release): Outcome<{ id: string }> {
  return store.write((tables) => {
    const meeting = meetingById(tables, id)
    const [judged] = meeting === null ? [] : judgedMeetings(tables, [meeting], release.releasedOn)
    if (judged === undefined) return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, judged.organisation.id)) return outOfReach()
    if (isLocked(judged.meeting)) return failure('record-final', '这条记录已经完成，没有要放行的。')
    if (release.reason.trim() === '') return failure('reason-missing', '请写明放行的理由。', 'reason')
    const block = blocksOf(judged.meeting, judged.verdicts, judged.rules).find(
      ({ rule, item }) => rule === release.ruleId && item === release.item
    )
    if (block === undefined)
      return failure('block-unknown', `第 ${release.item} 个议题现在没有被这条规则拦住，不用放行。`)
    saveRelease(tables, id, release)
    return success({ id })
  })
}
