import type { LifeTalk } from '../../../shared/features/life/life.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import type { Roster } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { talkKinds } from '../../../shared/features/talk/talk-kinds.ts'
import { addDays, within } from '../../../shared/kernel/dates.ts'
import { rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { seatsOn } from '../talk/talk-facts.ts'
import { talkHeads } from '../talk/talk-repository.ts'

type Held = { meeting: Pick<Meeting, 'date'>; organisation: Organisation; roster: Roster }

/** The talks of a branch in the days before its 组织生活会 that count for it (T02), oldest first; of none what was said. */
export function lifeTalks(tables: Tables, { meeting, organisation, roster }: Held): LifeTalk[] {
  const rules = rulesInForce(ruleBookOf(tables), meeting.date)
  const from = addDays(meeting.date, -rules.number('T02', 'days'))
  return talkHeads(tables, [organisation.id], null)
    .filter(({ kind, date }) => talkKinds[kind].counts && within(date, from, meeting.date))
    .reverse()
    .map(({ id, talker, partner, date }) => {
      const seats = seatsOn(organisation, roster, date)
      const seated = [talker.memberId, partner.memberId].filter((one) => one !== null && seats.has(one)).length
      const direction = (['党员互谈', '委员和党员', '委员互谈'] as const)[seated] ?? '其他'
      return {
        id,
        kind: talker.memberId === null ? '其他' : direction,
        one: talker.name,
        other: partner.name,
        on: date
      }
    })
}
