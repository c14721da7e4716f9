import type { Proof } from '../../shared/features/checklist/checklist.ts'
import type {
  AskedItem,
  EvaluationFact,
  ItemFacts,
  LearnerFact,
  MeetingFact
} from '../../shared/features/checklist/item-facts.ts'
import { evaluationSteps } from '../../shared/features/evaluation/step-rules.ts'
import { lifeSteps } from '../../shared/features/life/life-rules.ts'
import type { Meeting } from '../../shared/features/meeting/meeting.ts'
import { voteVerdict } from '../../shared/features/meeting/vote-rules.ts'
import type { Member } from '../../shared/features/member/member.ts'
import { partyMembersOn } from '../../shared/features/member/member-rules.ts'
import type { Organisation } from '../../shared/features/organisation/organisation.ts'
import { setupFactsOf } from '../../shared/features/organisation/setup-rules.ts'
import { startIn, type PlanUnit, yearPeriods } from '../../shared/features/plan/wanted-rules.ts'
import { holdsOn, isCommitteeSeat, type Post } from '../../shared/features/post/post.ts'
import type { Rectification } from '../../shared/features/rectification/rectification.ts'
import { studyKinds } from '../../shared/features/study/study.ts'
import type { TalkCoverage } from '../../shared/features/talk/coverage-rules.ts'
import type { Task } from '../../shared/features/task/task.ts'
import { type Day, makeDay, yearOf } from '../../shared/kernel/dates.ts'
import { fraction } from '../../shared/kernel/fraction.ts'
import { builtInBook, type RuleBook } from '../../shared/rulebook/rule-book.ts'
import { rulesOfYear } from '../../shared/rulebook/rules-in-force.ts'
import { aBranch, aMeeting, aMember, aMembership, anItem, aPost, aVote } from './records.ts'

/** An item as a rule gets it: A1 of two points unless said otherwise. */
export const anAskedItem = (part: Partial<AskedItem> = {}): AskedItem => ({
  ...{ id: 'A1', title: '项目', kind: 'A', points: fraction(2), parts: [], partsAs: 'gain', of: [] },
  ...part
})

export const aProof = (item: string, part: Partial<Proof> = {}): Proof => ({
  ...{ id: `proof-${item}-${part.part ?? ''}`, organisationId: 'zb', year: 2026, item },
  ...{ part: null, title: '证明材料', happenedOn: '2026-05-08', filedOn: '2026-05-10' },
  ...part
})

export const aTask = (part: Partial<Task> = {}): Task => ({
  ...{ id: 'task', organisationId: 'zb', subject: '更新党员先锋岗公示栏', source: null },
  ...{ person: { name: '党员m02', memberId: 'm02' }, dueOn: '2026-06-30', doneOn: '2026-06-20', result: '已更新。' },
  ...part
})

export const aRectification = (part: Partial<Rectification> = {}): Rectification => ({
  ...{ id: 'rectification', organisationId: 'zb', meetingId: null, problem: '学习记录不及时', source: '上级检查' },
  ...{ target: '三日内记完', measure: '专人负责', person: { name: '党员m02', memberId: 'm02' }, dueOn: '2026-06-30' },
  ...{ progress: [{ on: '2026-06-10', text: '补齐了上半年的记录。' }], remeasured: '达到', closedOn: '2026-06-28' },
  ...{ year: null, item: null, cycle: 1, previousId: null, passedUpOn: null },
  ...part
})

/** Ten full members with complete files, five in each group; m01–m03 the committee, m01 a leading cadre. */
export const somePeople = (): Member[] =>
  Array.from({ length: 10 }, (_one, index) => {
    const id = `m${String(index + 1).padStart(2, '0')}`
    return aMember(id, {
      ...{ citizenId: `53010219800101${String(index).padStart(4, '0')}`, bornOn: '1980-01-01', education: '大学本科' },
      ...{ job: '县局科员', phone: '13900000000', joinedOn: '2008-07-01', fullOn: '2009-07-01', leader: index === 0 },
      memberships: [aMembership({ id: `spell-${id}`, groupId: index < 5 ? 'g1' : 'g2' })]
    })
  })

/** 书记, two 委员 with tasks of their own, and two group leaders, all in office since 2025-01-10. */
export const somePosts = (): Post[] => {
  const since = { from: '2025-01-10' }
  return [
    aPost('m01', '书记', since),
    aPost('m02', '组织委员', since),
    aPost('m03', '纪检委员', since),
    aPost('m04', '党小组组长', { ...since, organisationId: 'g1' }),
    aPost('m06', '党小组组长', { ...since, organisationId: 'g2' })
  ]
}

const aGroup = (id: string, name: string): Organisation =>
  aBranch({ id, code: id, kind: '党小组', name, shortName: null, parentId: 'zb' })
export const someGroups = (): Organisation[] => [aGroup('g1', '第一党小组'), aGroup('g2', '第二党小组')]

const chair = { name: '党员m01', memberId: 'm01' }
const scribe = { name: '党员m02', memberId: 'm02' }

/** A complete record; its id is the day and the types: `2026-02-12 党员大会`. */
export const aFullMeeting = (date: Day, types: Meeting['types'], part: Partial<Meeting> = {}): Meeting =>
  aMeeting({
    ...{ id: `${date} ${types.join('、')}`, number: `${date}${types.join('')}`, types, date, year: yearOf(date) },
    ...{ host: chair, recorder: scribe, writtenOn: date, recordedOn: date, state: 'final' as const },
    agenda: [anItem({ title: '学习近期文件' })],
    ...part
  })

const carried = (number: number, title: string) =>
  anItem({
    ...{ number, title, resolution: '同意。', discussion: [{ speaker: scribe, text: '同意这个安排。' }] },
    vote: aVote({ method: '举手', yes: 10, no: 0, abstained: 0 })
  })

/** Everything a branch holds in a year, all people present; days of the months 2, 5, 8, 11 have 大会 and 党课 too. */
export function someMeetings(year: number): Meeting[] {
  const on = (month: number, day: number) => makeDay(year, month, day)
  const monthly = Array.from({ length: 12 }, (_one, index) => index + 1).flatMap((month) => [
    aFullMeeting(on(month, 5), ['支委会'], {
      agenda: [anItem({ title: month === 1 ? `研究${year}年度学习培训计划` : '研究本月工作' })]
    }),
    aFullMeeting(on(month, 8), ['党小组会'], { id: `${on(month, 8)} g1`, organisationId: 'g1' }),
    aFullMeeting(on(month, 8), ['党小组会'], { id: `${on(month, 8)} g2`, organisationId: 'g2' }),
    aFullMeeting(on(month, 15), ['主题党日'], { theme: '学习条例', contents: ['集中学习'] })
  ])
  const quarterly = [2, 5, 8, 11].flatMap((month) => [
    aFullMeeting(on(month, 12), ['党员大会'], {
      agenda: [anItem({ title: '听取支委会工作报告', kind: month === 2 ? '报告' : '一般' }), carried(2, '通过工作安排')]
    }),
    aFullMeeting(on(month, 20), ['党课'], { lecturer: chair, topic: '学习党章', hours: 2 })
  ])
  const life = aFullMeeting(on(10, 20), ['组织生活会', '民主评议党员'], { reportedOn: on(10, 28), reportedTo: '上级' })
  return [...monthly, ...quarterly, life].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** A meeting of the ten people (three of the committee, five of a group), the absences of its record left out. */
export function asFact(meeting: Meeting, book: RuleBook = builtInBook): MeetingFact {
  const ids = somePeople().map(({ id }) => id)
  const circle =
    meeting.types.join() === '支委会'
      ? ids.slice(0, 3)
      : meeting.organisationId === 'g1'
        ? ids.slice(0, 5)
        : meeting.organisationId === 'g2'
          ? ids.slice(5)
          : ids
  const absent = new Set(meeting.absences.map(({ memberId }) => memberId))
  const present = circle.filter((id) => !absent.has(id))
  const [expected, there] = [circle.length, present.length]
  const counts = { expected, eligible: expected, present: there, presentEligible: there }
  const rules = rulesOfYear(book, yearOf(meeting.date), meeting.date)
  return {
    meeting,
    expected,
    present,
    verdicts: meeting.agenda.map((i) => voteVerdict(i, meeting.types, counts, rules))
  }
}

/** Hours of one member: what is given by kind, all on one day each, the total of it. */
export function aLearner(
  memberId: string,
  target: number,
  hours: Partial<Record<(typeof studyKinds)[number], number>>
) {
  const entries = studyKinds.flatMap((kind): LearnerFact['hours']['entries'] => {
    const value = hours[kind]
    if (value === undefined) return []
    return [
      { source: 'typed', id: `${memberId}-${kind}`, date: '2026-03-20', content: '县委党校培训', kind, hours: value }
    ]
  })
  const total = entries.reduce((sum, one) => sum + one.hours, 0)
  const learner: LearnerFact = {
    ...{ memberId, name: `党员${memberId}`, target },
    hours: { fromMeetings: 0, typed: total, total, entries }
  }
  return learner
}

/** Everybody at his target: 56 hours for the committee, 32 for the others, with 集中培训 for all. */
export const someLearners = (): LearnerFact[] =>
  somePeople().map(({ id }, index) =>
    aLearner(id, index < 3 ? 56 : 32, { 集中培训: 16, 支部学习: index < 3 ? 40 : 16 })
  )

/** Three pairs, nine members and seven peers, all covered. */
export const someTalks = (part: Partial<TalkCoverage> = {}): TalkCoverage => ({
  ...{ year: 2026, today: '2026-12-31', hasCommittee: true, window: null },
  ...{ committeePairs: { covered: 3, total: 3 }, members: { covered: 10, total: 10 }, peers: { covered: 7, total: 7 } },
  ...{ missing: { committeePairs: [], members: [], peers: [] }, uncovered: [], columns: [], rows: [] },
  ...part
})

/** Decided with all four steps done: ten graded, three of at most three 优秀. */
export const someEvaluation = (part: Partial<EvaluationFact> = {}): EvaluationFact => ({
  ...{ id: 'evaluation', votes: ['2026-10-20'], decided: true, excellent: 3, limit: 3, overReason: null },
  ...{ graded: 10, qualified: 10 },
  steps: evaluationSteps.map(({ step, title, papers }) => ({ step, title, papers, state: 'done', missing: [] })),
  ...part
})

type Part = Partial<ItemFacts> & { book?: RuleBook; recordsFrom?: Day | null; groups?: readonly Organisation[] }

/** Posts of 委员 that were held at some time of the span make a 支委会, as the store reads it. */
const committeeBy = (organisation: Organisation, posts: readonly Post[]) => (from: Day, to: Day) =>
  organisation.hasCommittee ??
  posts.some(
    (post) => post.title.endsWith('委员') && isCommitteeSeat(post.title) && (holdsOn(post, from) || holdsOn(post, to))
  )

/** Whether a meeting was held in the year, or is of it by 所属年度, up to today. */
const counts = ({ date, year: stated }: Meeting, year: number, today: Day): boolean =>
  date <= today && (yearOf(date) === year || stated === year)

/**
 * A branch with everything in order: founded 2020-01-01, elected 2025-01-10 for three years, a committee of three, two
 * groups of five, all meetings of the year held, and the year long over (today is 2027-04-01). What is changed here runs
 * through: `today` cuts off meetings, `organisation`, `people`, `posts`, `groups` and `meetings` also change `setup`, `plan`
 * and `periods`, unless those are given themselves.
 */
export function someFacts(part: Part = {}): ItemFacts {
  const { book = builtInBook, recordsFrom = null, groups = someGroups(), ...given } = part
  const year = given.year ?? 2026
  const today = given.today ?? makeDay(year + 1, 4, 1)
  const lastDay = makeDay(year, 12, 31)
  const day = given.day ?? (today < lastDay ? today : lastDay)
  const organisation =
    given.organisation ?? aBranch({ foundedOn: '2020-01-01', electedOn: '2025-01-10', termYears: 3, themeDay: 15 })
  const people = given.people ?? somePeople()
  const posts = given.posts ?? somePosts()
  const meetings =
    given.meetings ??
    someMeetings(year)
      .filter((one) => counts(one, year, today))
      .map((one) => asFact(one, book))
  const unit = (of: Organisation): PlanUnit => ({
    ...{ organisation: of, recordsFrom, entries: [] },
    meetings: meetings.map(({ meeting }) => meeting).filter(({ organisationId }) => organisationId === of.id)
  })
  const plan = { ...unit(organisation), hasCommittee: committeeBy(organisation, posts), groups: groups.map(unit) }
  const seated = partyMembersOn({ members: people, posts, suspensions: given.suspensions ?? [] }, ['zb'], day)
  return {
    ...{ organisation, year, today, day, people, posts, meetings, plan },
    ...{ start: startIn(plan, year), rules: rulesOfYear(book, year, today), periods: yearPeriods(year, today, book) },
    setup: setupFactsOf({ organisation, below: groups, people: seated.filter(({ own }) => own), today: day }),
    ...{
      learners: someLearners(),
      trained: [],
      whereabouts: [],
      admissions: { activists: 1, cases: 1 },
      suspensions: []
    },
    life: {
      ...{ meetingId: `${makeDay(year, 10, 20)} 组织生活会、民主评议党员`, date: makeDay(year, 10, 20) },
      steps: lifeSteps.map(({ step }) => ({ step, state: 'done', says: '已有' }))
    },
    ...{ evaluation: someEvaluation(), talks: someTalks({ year, today: day }) },
    reports: [{ pollId: 'report', name: '书记述职', date: makeDay(year, 12, 20), grade: '好' }],
    teamPolls: [{ pollId: 'team', name: '班子测评', good: fraction(95, 100) }],
    ...{ tasks: [aTask()], rectifications: [aRectification()], proofs: [], marks: [] },
    ...given
  }
}
