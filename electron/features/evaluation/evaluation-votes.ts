import type { Round } from '../../../shared/features/evaluation/evaluation.ts'
import type { Tables } from '../../store/store.ts'
import { judgedMeetings } from '../meeting/meeting-judgement.ts'
import { meetingById } from '../meeting/meeting-repository.ts'

/** 实到 at the meeting of a vote, from its minutes; null where none is linked. */
export function presentAt(tables: Tables, { meetingId }: Pick<Round, 'meetingId'>): number | null {
  const meeting = meetingId === null ? null : meetingById(tables, meetingId)
  if (meeting === null) return null
  return judgedMeetings(tables, [meeting], meeting.date)[0]?.counts.present ?? null
}
