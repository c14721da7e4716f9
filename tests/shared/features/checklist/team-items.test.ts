import { describe, expect, it } from 'vitest'
import type { ItemFacts, ItemRule } from '../../../../shared/features/checklist/item-facts.ts'
import { teamItems } from '../../../../shared/features/checklist/team-items.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import {
  aFullMeeting,
  aLearner,
  anAskedItem,
  asFact,
  someFacts,
  someLearners,
  someMeetings,
  somePosts
} from '../../../factories/checklist-facts.ts'
import { aBranch, aMembership, aPost, manyMembers } from '../../../factories/records.ts'
import { inText } from './list-facts.ts'

const measure = (rule: ItemRule, facts: ItemFacts, points: number) =>
  rule(facts, anAskedItem({ points: fraction(points) }))
const found = (rule: ItemRule, facts: ItemFacts, points: number): string => {
  const { status, score } = measure(rule, facts, points)
  return `${status} ${inText(score)}`
}

/** The year is not over, and its meetings up to the day are held. */
const running = { today: '2026-11-21' }
const keeping = (keep: (meeting: Meeting) => boolean) => ({
  meetings: someMeetings(2026)
    .filter(keep)
    .map((one) => asFact(one))
})
const noCommittee = { people: manyMembers(5), posts: [aPost('01', '书记')], groups: [] }

describe('B1', () => {
  const branch = (part: Parameters<typeof aBranch>[0]) =>
    someFacts({ organisation: aBranch(part), today: '2026-11-21' })
  const term = (part: Parameters<typeof aBranch>[0]) => found(teamItems.term, branch(part), 3)

  it('gives 3 of 3 up to the last day of the term, nought from the next', () => {
    expect(term({ electedOn: '2023-11-21', termYears: 3 })).toBe('scored 3')
    expect(term({ electedOn: '2023-11-20', termYears: 3 })).toBe('scored 0')
  })

  it('accepts an extension while it runs, and no longer than a year', () => {
    expect(term({ electedOn: '2023-06-01', termYears: 3, extendedUntil: '2026-11-21' })).toBe('scored 3')
    expect(term({ electedOn: '2023-06-01', termYears: 3, extendedUntil: '2026-11-20' })).toBe('scored 0')
    expect(term({ electedOn: '2022-11-01', termYears: 3, extendedUntil: '2027-12-31' })).toBe('scored 0')
  })

  it('waits for the election, leaves out a temporary branch, and says nothing of a term before the recorded one', () => {
    expect(term({ electedOn: null })).toBe('pending 0')
    expect(term({ kind: '临时党支部' })).toBe('not-applicable 0')
    const later = someFacts({ organisation: aBranch({ electedOn: '2027-02-01' }), today: '2027-04-01' })
    expect(found(teamItems.term, later, 3)).toBe('pending 0')
  })
})

describe('B3', () => {
  const posts = (secretaryTo: string | null, memberTo: string | null = null) => [
    aPost('m01', '书记', { to: secretaryTo }),
    aPost('m02', '组织委员'),
    aPost('m03', '纪检委员', { to: memberTo })
  ]
  const vacancies = (part: Parameters<typeof someFacts>[0]) =>
    found(teamItems.vacancies, someFacts({ today: '2026-11-21', ...part }), 1)

  it('gives 1 of 1 without a vacancy, and within three months of one', () => {
    expect(vacancies({})).toBe('scored 1')
    // Empty from 2026-08-21 on; three months run to 2026-11-21.
    expect(vacancies({ posts: posts('2026-08-20') })).toBe('scored 1')
  })

  it('takes half a point off for each seat empty for longer', () => {
    expect(vacancies({ posts: posts('2026-08-19') })).toBe('scored 1/2')
    expect(vacancies({ posts: posts('2026-08-19', '2026-03-31') })).toBe('scored 0')
    const { needs } = measure(teamItems.vacancies, someFacts({ posts: posts(null, '2026-03-31') }), 1)
    expect(needs.map(({ what }) => what)).toEqual(['补选委员，并登记任职'])
  })

  it('counts nobody twice where the 书记 was the third of the committee', () => {
    const { basis } = measure(teamItems.vacancies, someFacts({ posts: posts('2026-05-01') }), 1)
    expect(basis).toBe('书记 2026-05-02 起空缺，已超过 3 个月。')
  })

  it('counts no 委员 where a committee is not wanted', () => {
    const people = manyMembers(5)
    const few = [aPost('01', '书记'), aPost('02', '组织委员', { to: '2025-01-31' })]
    expect(vacancies({ people, posts: few, groups: [] })).toBe('scored 1')
  })

  it('goes by the roster where no post has dates: half a point off without a 书记, nothing known without any post', () => {
    const stated = (titles: string[]) =>
      manyMembers(5).map((one, index) => ({
        ...one,
        memberships: [aMembership({ id: `s${index}`, statedPosts: index === 0 ? titles : [] })]
      }))
    expect(vacancies({ people: stated(['书记']), posts: [], groups: [] })).toBe('scored 1')
    expect(vacancies({ people: stated(['副书记']), posts: [], groups: [] })).toBe('scored 1/2')
    expect(vacancies({ people: stated([]), posts: [], groups: [] })).toBe('pending 0')
  })
})

describe('B4', () => {
  const duties = (part: Parameters<typeof someFacts>[0]) => found(teamItems.duties, someFacts(part), 1)
  const untitled = (many: number) => [
    aPost('m01', '书记'),
    ...['m02', 'm03', 'm04', 'm05'].map((id, index) => aPost(id, index < many ? '委员' : '宣传委员'))
  ]

  it('gives 1 of 1 when every seat has a task, and takes half a point off for each that has none', () => {
    expect(duties({ posts: untitled(0) })).toBe('scored 1')
    expect(duties({ posts: untitled(1) })).toBe('scored 1/2')
    expect(duties({ posts: untitled(3) })).toBe('scored 0')
  })

  it('is not applicable without a committee, and waits where no post is on record', () => {
    expect(duties(noCommittee)).toBe('not-applicable 0')
    expect(duties({ posts: [] })).toBe('pending 0')
    expect(duties({ posts: [], organisation: aBranch({ hasCommittee: true }) })).toBe('pending 0')
  })
})

describe('B5', () => {
  const meetings = teamItems['committee-meetings']

  it('gives 2 of 2 for twelve months, 2 × 9/12 with three missing, nought for none', () => {
    expect(found(meetings, someFacts(), 2)).toBe('scored 2')
    const nine = keeping(
      ({ types, date }) => !types.includes('支委会') || !['03', '05', '07'].includes(date.slice(5, 7))
    )
    expect(found(meetings, someFacts(nine), 2)).toBe('scored 3/2')
    expect(measure(meetings, someFacts(nine), 2).basis).toBe('应开 12 个月，开了 9 个月，缺 3 月、5 月、7 月。')
    expect(found(meetings, someFacts(keeping(({ types }) => !types.includes('支委会'))), 2)).toBe('scored 0')
  })

  it('divides by the ten months that are past, and does not count the running one', () => {
    const eight = keeping(({ types, date }) => !types.includes('支委会') || date < '2026-09-01' || date > '2026-11-01')
    // 8 of 10 months: 2 × 8/10.
    expect(found(meetings, someFacts({ ...running, ...eight }), 2)).toBe('scored 8/5')
  })

  it('waits while the first month runs, and where no post is on record', () => {
    expect(found(meetings, someFacts({ today: '2026-01-20' }), 2)).toBe('pending 0')
    expect(found(meetings, someFacts({ posts: [] }), 2)).toBe('pending 0')
  })

  it('is not applicable without a committee', () => {
    expect(found(meetings, someFacts(noCommittee), 2)).toBe('not-applicable 0')
  })

  it('asks nothing of the months before the start of records', () => {
    const facts = someFacts({ recordsFrom: '2026-07-01', ...keeping(({ date }) => date >= '2026-10-01') })
    // October to December of July to December: 3 of 6.
    expect(found(meetings, facts, 2)).toBe('scored 1')
  })
})

describe('B6', () => {
  const training = (part: Parameters<typeof someFacts>[0]) => found(teamItems.training, someFacts(part), 2)
  const learners = (...hours: Parameters<typeof aLearner>[2][]) =>
    hours.map((one, index) => aLearner(`m0${index + 1}`, 56, one))
  const good = { 集中培训: 56 }

  it('gives 2 of 2 when all three reached 56 hours with training, and 2/3 of it for two of them', () => {
    expect(training({})).toBe('scored 2')
    expect(training({ learners: learners(good, good, { 集中培训: 55.5 }) })).toBe('scored 4/3')
    expect(training({ learners: learners(good, { 自学: 80 }, { 集中培训: 8, 自学: 40 }) })).toBe('scored 2/3')
    expect(training({ learners: learners({ 自学: 1 }, { 自学: 1 }, { 自学: 1 }) })).toBe('scored 0')
  })

  it('waits for the end of the year unless all have reached it', () => {
    expect(training(running)).toBe('scored 2')
    expect(training({ ...running, learners: learners(good, good, { 自学: 10 }) })).toBe('pending 0')
    expect(training({ today: '2026-12-31', learners: learners(good, good, { 自学: 10 }) })).toBe('pending 0')
  })

  it('waits where there are no hours at all on record', () => {
    expect(training({ learners: learners({}, {}, {}) })).toBe('pending 0')
  })

  it('gives nought without a 书记 once the year is over', () => {
    expect(training({ posts: somePosts().slice(1) })).toBe('scored 0')
    expect(training({ ...running, posts: somePosts().slice(1) })).toBe('pending 0')
  })

  it('wants training of a new 书记 within half a year of taking office', () => {
    const posts = [aPost('m01', '书记', { from: '2026-02-10' }), ...somePosts().slice(1)]
    expect(training({ posts, trained: [{ memberId: 'm01', date: '2026-08-10' }] })).toBe('scored 2')
    expect(training({ posts, trained: [{ memberId: 'm01', date: '2026-08-11' }] })).toBe('scored 4/3')
    expect(training({ posts, today: '2026-08-10' })).toBe('scored 2')
    const again = [aPost('m01', '书记', { id: 'first', from: '2023-02-10', to: '2026-02-09' }), ...posts]
    expect(training({ posts: again })).toBe('scored 2')
  })

  it('goes by 书记 and 副书记 where there is no committee', () => {
    const facts = { ...noCommittee, learners: [aLearner('01', 56, good), ...someLearners().slice(3)] }
    expect(training(facts)).toBe('scored 2')
  })
})

describe('B7', () => {
  const reports = (part: Parameters<typeof someFacts>[0]) => found(teamItems.reports, someFacts(part), 2)
  const unheard = keeping(({ types }) => !types.includes('党员大会'))

  it('gives one point each for 述职 and a report to the 党员大会', () => {
    expect(reports({})).toBe('scored 2')
    expect(reports({ reports: [] })).toBe('scored 1')
    expect(reports(unheard)).toBe('scored 1')
    expect(reports({ ...unheard, reports: [] })).toBe('scored 0')
  })

  it('waits for the end of the year unless both are there', () => {
    expect(reports(running)).toBe('scored 2')
    expect(reports({ ...running, reports: [] })).toBe('pending 0')
    const { needs } = measure(teamItems.reports, someFacts({ ...running, reports: [] }), 2)
    expect(needs.map(({ what, by, gain }) => [what, by, inText(gain)])).toEqual([
      ['书记年度述职并登记评议', '2026-12-31', '1']
    ])
  })
})

describe('B8', () => {
  const lecture = (part: Parameters<typeof someFacts>[0]) => found(teamItems['secretary-lecture'], someFacts(part), 1)
  const by = (memberId: string | null, name: string, date = '2026-05-20') => ({
    meetings: [asFact(aFullMeeting(date, ['党课'], { lecturer: { memberId, name }, topic: '党章' }))]
  })

  it('gives 1 of 1 for a 党课 by whoever was 书记 that day', () => {
    expect(lecture({})).toBe('scored 1')
    const posts = [aPost('m01', '书记', { to: '2026-05-20' }), aPost('m02', '书记', { from: '2026-05-21' })]
    expect(lecture({ posts, ...by('m01', '党员m01') })).toBe('scored 1')
    expect(lecture({ posts, ...by('m01', '党员m01', '2026-06-20') })).toBe('scored 0')
  })

  it('gives nought for one by somebody else, and without a 书记, when the year is over', () => {
    expect(lecture(by('m02', '党员m02'))).toBe('scored 0')
    expect(lecture({ posts: somePosts().slice(1) })).toBe('scored 0')
    expect(lecture({ ...running, ...by('m02', '党员m02') })).toBe('pending 0')
  })

  it('knows the 书记 by name and by what the roster states', () => {
    expect(lecture(by(null, '党员m01'))).toBe('scored 1')
    const people = manyMembers(5).map((one, index) => ({
      ...one,
      memberships: [aMembership({ id: `s${index}`, statedPosts: index === 0 ? ['书记'] : [] })]
    }))
    expect(lecture({ people, posts: [], groups: [], ...by('01', '党员01') })).toBe('scored 1')
  })
})
