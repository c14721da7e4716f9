import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import { meetingDocument } from '../../../shared/features/meeting/meeting-document.ts'
import { signInDocument } from '../../../shared/features/meeting/sign-in-document.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { type JudgedMeeting, judgeMeeting, rosterOf } from './meeting-judgement.ts'
import { meetingById } from './meeting-repository.ts'

/** The papers one meeting record gives: 会议记录 and 签到表. */
export const meetingPapers = ['minutes', 'sign-in'] as const
export type MeetingPaper = (typeof meetingPapers)[number]

/** The paper of a judged record, as data. */
export const paperOf = (judged: JudgedMeeting, paper: MeetingPaper): DocumentModel =>
  paper === 'minutes' ? meetingDocument(judged) : signInDocument(judged)

export function meetingPaper(store: Store, id: string, paper: MeetingPaper, today: Day): Outcome<DocumentModel> {
  return store.read((tables) => {
    const meeting = meetingById(tables, id)
    const organisation = meeting === null ? null : organisationById(tables, meeting.organisationId)
    if (meeting === null || organisation === null)
      return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, organisation.id)) return outOfReach()
    return success(
      paperOf(judgeMeeting({ meeting, organisation, roster: rosterOf(tables, organisation), today }), paper)
    )
  })
}
