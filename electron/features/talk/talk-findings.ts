import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { type CheckFacts, type TalkFinding, talkFindings } from '../../../shared/features/talk/check-rules.ts'
import type { TalkHead } from '../../../shared/features/talk/talk.ts'
import { rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { otherSittings } from '../meeting/meeting-clashes.ts'
import { readRosters } from '../meeting/meeting-judgement.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { mayRead, type TalkCall } from './talk-access.ts'
import { lifeMeetingsAround } from './talk-calendar-repository.ts'
import { belongsOn } from './talk-facts.ts'
import { talkHeadsOn } from './talk-repository.ts'

/** Everything a talk is checked against. */
function checkFacts(
  { store, reader, today }: TalkCall,
  tables: Tables,
  organisation: Organisation,
  talk: TalkHead
): CheckFacts {
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
    // Of a talk he may not read, that there is one and no more.
    talks: talkHeadsOn(tables, talk.date).map((other) =>
      mayRead(store, reader, other) ? other : { ...other, number: '' }
    ),
    meetings: sittings.map(({ title, organisationId, start, end, people }) => ({
      ...{ title: inReach(store.reach, organisationId) ? title : '别的党组织的会议', start, end },
      present: people.map(({ memberId }) => memberId)
    })),
    lifeMeetings:
      talk.kind === 'T02' ? lifeMeetingsAround(tables, organisation.id, talk.date).map((one) => one.date) : []
  }
}

/** What clashes in a talk with what else is recorded of its day. */
export const findingsOf = (call: TalkCall, tables: Tables, organisation: Organisation, talk: TalkHead): TalkFinding[] =>
  talkFindings(talk, checkFacts(call, tables, organisation, talk))
