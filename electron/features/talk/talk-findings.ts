import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { type CheckFacts, type TalkFinding, talkFindings } from '../../../shared/features/talk/check-rules.ts'
import type { TalkHead } from '../../../shared/features/talk/talk.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { otherSittings } from '../meeting/meeting-clashes.ts'
import { readRosters } from '../meeting/meeting-judgement.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { lifeMeetingsAround } from './talk-calendar-repository.ts'
import { belongsOn } from './talk-facts.ts'
import { talkHeadsOn } from './talk-repository.ts'

/** Everything a talk is checked against. */
function checkFacts(tables: Tables, organisation: Organisation, talk: TalkHead, today: Day): CheckFacts {
  const rosters = readRosters(tables)
  const roster = rosters.of(organisation)
  const parties = [talk.talker.memberId, talk.partner.memberId].filter((id) => id !== null)
  const sittings = otherSittings(
    tables,
    { meetingId: '', day: talk.date, people: new Set(parties) },
    rosters,
    () => true
  )
  return {
    today,
    rules: rulesInForce(ruleBookOf(tables), talk.date),
    memberOf: (memberId, day) => belongsOn(roster, memberId, day),
    talks: talkHeadsOn(tables, talk.date),
    meetings: sittings.map(({ title, start, end, people }) => ({
      ...{ title, start, end },
      present: people.map(({ memberId }) => memberId)
    })),
    lifeMeetings:
      talk.kind === 'T02' ? lifeMeetingsAround(tables, organisation.id, talk.date).map((one) => one.date) : []
  }
}

/** What clashes in a talk with what else is recorded of its day. */
export const findingsOf = (tables: Tables, organisation: Organisation, talk: TalkHead, today: Day): TalkFinding[] =>
  talkFindings(talk, checkFacts(tables, organisation, talk, today))
