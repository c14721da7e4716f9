import {
  type LifePaper,
  type LifePaperInput,
  lifePaperDocument,
  lifePaperNames,
  lifePaperSheet
} from '../../../shared/features/life/life-papers.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { type JudgedMeeting, judgedMeetings } from '../meeting/meeting-judgement.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { rectificationsOfMeeting } from '../rectification/rectification-repository.ts'
import { lifeOf } from './life-repository.ts'
import { lifeTalks } from './life-talks.ts'

/** All a paper of a 组织生活会 is made of. */
export function lifeInput(
  tables: Tables,
  { meeting, organisation, roster, counts, today }: JudgedMeeting
): LifePaperInput {
  const life = lifeOf(tables, meeting.id)
  const studied = life.studyMeetings.flatMap((id) => {
    const one = meetingById(tables, id)
    if (one === null) return []
    return [{ date: one.date, title: meetingTitle(one), materials: one.materials.map(({ title }) => title).join('、') }]
  })
  return {
    life,
    meeting,
    organisation,
    counts,
    today,
    studied,
    talks: lifeTalks(tables, { meeting, organisation, roster }),
    rectifications: rectificationsOfMeeting(tables, meeting.id)
  }
}

/** A paper of a 组织生活会 as data. */
export function lifePaperOf(input: LifePaperInput, paper: LifePaper): Paper {
  const sheet = lifePaperSheet(paper, input)
  return {
    title: lifePaperNames[paper],
    document: lifePaperDocument(paper, input),
    ...(sheet === undefined ? {} : { sheet })
  }
}

/** A paper of a stored 组织生活会, or why there is none. */
export function lifePaper(store: Store, meetingId: string, paper: LifePaper, today: Day): Outcome<Paper> {
  return store.read((tables) => {
    const meeting = meetingById(tables, meetingId)
    const [judged] = meeting === null ? [] : judgedMeetings(tables, [meeting], today)
    if (judged === undefined) return failure('meeting-unknown', '找不到这次组织生活会，可能已被删除。')
    if (!inReach(store.reach, judged.organisation.id)) return outOfReach()
    if (!judged.meeting.types.includes('组织生活会'))
      return failure('paper-not-there', '这次会议的类型里没有组织生活会。')
    return success(lifePaperOf(lifeInput(tables, judged), paper))
  })
}
