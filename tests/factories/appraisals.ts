import { saveMember } from '../../electron/features/member/member-repository.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { savePoll } from '../../electron/features/poll/poll-repository.ts'
import type { LineTally } from '../../shared/features/ballot/ballot.ts'
import {
  blankSubject,
  type Poll,
  type PollKind,
  type PollSubject,
  scaleOfKind
} from '../../shared/features/poll/poll.ts'
import type { CadreBallots, CadreFacts } from '../../shared/features/appraisal/cadre-facts.ts'
import { anOffice, type TestOffice } from './office.ts'
import { aBranch, aMember, aMembership } from './records.ts'

/** A subject with its ballots in one class without a name. */
export function aSubject(memberId: string | null, name: string, counts: LineTally['counts']): PollSubject {
  const overall = { counts, abstained: 0 }
  const results = [{ className: '', issued: null, returned: null, overall, questions: {} }]
  return { ...blankSubject, id: `subject-${name}`, memberId, name, results }
}

/** A poll of the branch `zb` for 2026 with one class. */
export const aPoll = (kind: PollKind, subjects: PollSubject[], part: Partial<Poll> = {}): Poll => ({
  ...{ id: `poll-${kind}`, number: `CP-${kind}`, name: `2026 年度${kind}`, organisationId: 'zb', year: 2026, kind },
  ...{ scale: scaleOfKind[kind], date: '2026-11-18', meetingId: null, questions: [], quota: null, overReason: null },
  classes: [{ name: '', weight: 10_000, issued: 10, returned: 10 }],
  ...{ subjects, finishedOn: null, recordedOn: '2026-11-18' },
  ...part
})

/**
 * An office whose branch `zb` has three cadres rated by ten ballots each (甲 94 points, 乙 82, 丙 with four of ten 不称职), a
 * member who is none, and another branch with a cadre of its own.
 */
export async function anAppraisedOffice(): Promise<TestOffice> {
  const office = await anOffice()
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  store.write((tables) => {
    saveOrganisation(tables, aBranch({ code: 'ZB81' }))
    saveOrganisation(tables, aBranch({ id: 'other', code: 'ZB99', name: '别的支部', shortName: '别的支部' }))
    for (const [id, name] of Object.entries({ a: '甲一', b: '乙二', c: '丙三' }))
      saveMember(tables, aMember(id, { name, leader: true, job: `${name}科科长`, bornOn: '1980-05-01' }))
    saveMember(tables, aMember('d', { name: '丁四' }))
    const there = aMembership({ id: 'spell-there', organisationId: 'other' })
    saveMember(tables, aMember('there', { name: '戊五', leader: true, memberships: [there] }))
    const rated = [
      aSubject('a', '甲一', [7, 3, 0, 0]),
      aSubject('b', '乙二', [3, 5, 2, 0]),
      aSubject('c', '丙三', [2, 2, 2, 4])
    ]
    savePoll(tables, aPoll('干部测评', rated))
    savePoll(tables, aPoll('班子测评', [aSubject(null, '支部班子', [8, 2, 0, 0])]))
  })
  return office
}

/** Ballots of a cadre that may be shown: 94 points. */
export const someBallots = (part: Partial<CadreBallots> = {}): CadreBallots => ({
  ...{ pollId: 'poll', name: '干部测评', date: '2026-11-18', counted: true, valid: 10, score: '94.00' },
  shares: { 优秀: '0.7000', 称职: '0.3000', 基本称职: '0.0000', 不称职: '0.0000' },
  ...{ hidden: null, unqualified: false, lacksPositive: false, final: null },
  ...part
})

/** A cadre of whom the records know nothing bad. */
export const someFacts = (part: Partial<CadreFacts> = {}): CadreFacts => ({
  ...{ memberId: 'a', name: '甲一', sex: '男', nation: '汉族', bornOn: '1980-05-01', education: '大学本科' },
  ...{ joinedOn: '2005-07-01', job: '办公室主任', posts: ['书记'], branch: '机关第一党支部' },
  ...{ ballots: [someBallots()], hearings: [], attendance: { expected: 24, present: 23, unexcused: 0 } },
  ...{ hours: { earned: 60, required: 56 }, talks: 6, tasks: { all: 2, closed: 1, overdue: 0 } },
  ...{ vetoes: [], suspended: [], disposed: [], restrictedUntil: null, rectifications: [] },
  ...part
})
