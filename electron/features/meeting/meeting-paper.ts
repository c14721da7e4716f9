import {
  type MeetingPaper,
  meetingPaperDocument,
  meetingPaperNames,
  whyNoPaper
} from '../../../shared/features/meeting/meeting-papers.ts'
import { blankDocument } from '../../../shared/features/meeting/blank-document.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { meetingTemplateData, templateKindOf } from '../../../shared/features/meeting/meeting-template.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { type JudgedMeeting, judgedMeetings, rosterOf } from './meeting-judgement.ts'
import { meetingById } from './meeting-repository.ts'

/** The paper of a judged record, as data. */
export const paperOf = (judged: JudgedMeeting, paper: MeetingPaper): Paper => ({
  title: `${meetingTitle(judged.meeting)}${meetingPaperNames[paper]}`,
  document: meetingPaperDocument(paper, judged),
  template: { kind: templateKindOf(paper), data: meetingTemplateData(judged) }
})

/** Which paper of which stored record. */
export type WantedPaper = { id: string; paper: MeetingPaper }

/** Papers of stored records in the order asked for, or why there is not one of them. Rosters are read once for each branch. */
export function meetingPapersOf(store: Store, wanted: readonly WantedPaper[], today: Day): Outcome<Paper[]> {
  return store.read((tables) => {
    const meetings = [...new Set(wanted.map(({ id }) => id))].flatMap((id) => meetingById(tables, id) ?? [])
    const judged = new Map(judgedMeetings(tables, meetings, today).map((one) => [one.meeting.id, one]))
    const papers: Paper[] = []
    for (const { id, paper } of wanted) {
      const one = judged.get(id)
      if (one === undefined) return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
      if (!inReach(store.reach, one.organisation.id)) return outOfReach()
      const why = whyNoPaper(one.meeting, paper)
      if (why !== null) return failure('paper-not-there', `没有${meetingPaperNames[paper]}：${why}`)
      papers.push(paperOf(one, paper))
    }
    return success(papers)
  })
}

/** One paper of a stored record, or why there is none. */
export function meetingPaper(store: Store, id: string, paper: MeetingPaper, today: Day): Outcome<Paper> {
  const papers = meetingPapersOf(store, [{ id, paper }], today)
  if (!papers.ok) return papers
  const [only] = papers.value
  return only === undefined ? failure('meeting-unknown', '找不到这条会议记录，可能已被删除。') : success(only)
}

/** A blank form of an organisation, with the names of those who may come to a meeting of the day. */
export function blankPaper(store: Store, organisationId: string, paper: MeetingPaper, today: Day): Outcome<Paper> {
  return store.read((tables) => {
    const organisation = organisationById(tables, organisationId)
    if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    if (!inReach(store.reach, organisation.id)) return outOfReach()
    const type = organisation.kind === '党小组' ? '党小组会' : '党员大会'
    const roll = rollOf([type], today, rosterOf(tables, organisation))
    const document = blankDocument(paper, { organisation, roll, today })
    return success({ title: document.meta.title, document })
  })
}
