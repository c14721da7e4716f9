import { grantOf, type Right } from '../../../shared/features/account/rights.ts'
import type { Office } from '../../../shared/features/ledger/ledger.ts'
import { publishedKey } from '../../../shared/features/ledger/ledger-marks.ts'
import { sealKey } from '../../../shared/features/ledger/ledger-seal.ts'
import type { TalkGate } from '../../../shared/features/ledger/ledger-talk-row.ts'
import { inReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { accountById } from '../account/account-repository.ts'
import { countsOfOwner } from '../ballot/ballot-repository.ts'
import { markedItems } from '../checklist/checklist-lists.ts'
import { allMarks } from '../checklist/checklist-repository.ts'
import { publishedYears } from '../checklist/review-repository.ts'
import { standingSeals } from '../pack/pack-repository.ts'
import { allEvaluations } from '../evaluation/evaluation-repository.ts'
import { allMeetings } from '../meeting/meeting-repository.ts'
import { allMembers } from '../member/member-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { allPolls } from '../poll/poll-repository.ts'
import { allPosts } from '../post/post-repository.ts'
import { allRectifications } from '../rectification/rectification-repository.ts'
import { allStudies } from '../study/study-repository.ts'
import { readSettings } from '../setting/setting-service.ts'
import { openSupervisions } from '../supervision/supervision-service.ts'
import { allSuspensions } from '../suspension/suspension-repository.ts'
import { mayRead, mayWrite, openTalk, type TalkReader } from '../talk/talk-access.ts'
import { allTalks } from '../talk/talk-repository.ts'
import { allTasks } from '../task/task-repository.ts'

/** Who imports without an account, as a command does: L1 and L2, and L3 under the key of the run where there is one. */
export const commandReader = (key: Buffer | null): TalkReader => {
  const grants = { L1: 'all', L2: 'all', L3: key === null ? null : 'with-L3-password' } as const
  return { accountId: '', memberId: null, read: grants, write: grants, key }
}

/** The L3 key where his roles let him register L3 and the password is in force. */
const keyOf = ({ write, key }: TalkReader): Buffer | null => (write.L3 === null ? null : key)

/** Whether the one whose file it is holds a right; a command does. */
export function holds(tables: Tables, { accountId }: TalkReader, right: Right): boolean {
  if (accountId === '') return true
  const account = accountById(tables, accountId)
  const { threeOfficers } = readSettings(tables, 'security')
  return account !== null && grantOf(account.roles, right, threeOfficers) !== null
}

/** How far the sheet 谈话 may be taken in from this person's file. */
export const gateOf = (store: Store, reader: TalkReader): TalkGate => ({
  sealed: keyOf(reader) === null ? 'closed' : 'open',
  mayWrite: (level) => reader.write[level] !== null,
  mayChange: (talk) => mayWrite(store, reader, talk),
  accountId: reader.accountId === '' ? null : reader.accountId
})

/** All of the store that the ledger speaks of; what is sealed only with the L3 key. */
export function officeOf(tables: Tables, reader: TalkReader): Office {
  const key = keyOf(reader)
  const talks = allTalks(tables).map((stored) => ({ stored, talk: openTalk({ ...reader, key }, stored) }))
  return {
    organisations: allOrganisations(tables),
    members: allMembers(tables),
    posts: allPosts(tables),
    suspensions: allSuspensions(tables),
    meetings: allMeetings(tables),
    tasks: allTasks(tables),
    studies: allStudies(tables),
    talks: talks.flatMap(({ talk }) => talk ?? []),
    supervisions: key === null ? [] : openSupervisions(tables, key, null),
    sealedTalks: talks.filter(({ talk }) => talk === null).map(({ stored }) => stored.number),
    evaluations: allEvaluations(tables),
    polls: allPolls(tables),
    marks: allMarks(tables),
    items: markedItems(tables),
    published: publishedYears(tables).map(publishedKey),
    sealed: standingSeals(tables).map(sealKey),
    rectifications: allRectifications(tables),
    counted: [...countsOfOwner(tables, 'evaluation'), ...countsOfOwner(tables, 'poll')].map(({ ownerId, part }) => ({
      ownerId,
      part
    }))
  }
}

/** What of the office may leave as a file: what lies within reach, and of talks those of L1 and L2 he may read. */
export function officeWithin(store: Store, tables: Tables, reader: TalkReader): Office {
  const { reach } = store
  const office = officeOf(tables, { ...reader, key: null })
  const inside = { ...office, talks: office.talks.filter((talk) => mayRead(store, reader, talk)) }
  if (reach === null) return inside
  return {
    ...inside,
    organisations: office.organisations.filter((one) => inReach(reach, one.id)),
    members: office.members.filter((one) => inReach(reach, ...one.memberships.map((spell) => spell.organisationId))),
    posts: office.posts.filter((one) => inReach(reach, one.organisationId)),
    suspensions: office.suspensions.filter((one) => inReach(reach, one.organisationId)),
    meetings: office.meetings.filter((one) => inReach(reach, one.organisationId)),
    tasks: office.tasks.filter((one) => inReach(reach, one.organisationId)),
    studies: office.studies.filter((one) => inReach(reach, one.organisationId)),
    evaluations: office.evaluations.filter((one) => inReach(reach, one.organisationId)),
    polls: office.polls.filter((one) => inReach(reach, one.organisationId)),
    marks: office.marks.filter((one) => inReach(reach, one.organisationId)),
    rectifications: office.rectifications.filter((one) => inReach(reach, one.organisationId))
  }
}
