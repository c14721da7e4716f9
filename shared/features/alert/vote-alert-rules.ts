import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { type AgendaItem, type Meeting, meetingTitle } from '../meeting/meeting.ts'
import type { Verdict } from '../meeting/vote-rules.ts'
import { type FoundAlert, sourceOf } from './alert.ts'

/** What is out of order in one vote, in words; null where nothing is. */
function complaint(item: AgendaItem, verdict: Verdict): string | null {
  if (verdict.verdict === 'no-quorum' || verdict.verdict === 'not-carried' || verdict.verdict === 'void')
    return verdict.message
  if (verdict.rule === 'R1-22' && item.vote !== null && item.vote.method !== '无记名')
    return '应当无记名投票，记录的表决方式不是无记名。'
  return null
}

/**
 * W09 (attendance or votes short, wrong method) and W23 (the same of an election), red as soon as recorded
 * (rules.md §12.9). `organisation` is the 编码 the finding goes to, `rules` are those of the meeting's day; `id` of what is
 * found is the meeting's.
 */
export function voteAlerts(
  meeting: Meeting,
  verdicts: readonly Verdict[],
  organisation: string,
  rules: RulesInForce
): FoundAlert[] {
  return meeting.agenda.flatMap((item): FoundAlert[] => {
    const verdict = verdicts.find((one) => one.number === item.number)
    if (verdict === undefined || verdict.rule === null) return []
    const message = complaint(item, verdict)
    if (message === null) return []
    return [
      {
        code: verdict.rule === 'R1-23' ? 'W23' : 'W09',
        organisation,
        level: 'red',
        subject: `${meetingTitle(meeting)}第${item.number}个议题：${item.title}`,
        due: null,
        rule: sourceOf(rules.rule(verdict.rule)),
        message,
        id: meeting.id
      }
    ]
  })
}
