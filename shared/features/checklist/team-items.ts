import { addMonths, makeDay, yearOf } from '../../kernel/dates.ts'
import { type Fraction, fraction, sumOf, times } from '../../kernel/fraction.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { labelOf } from '../organisation/organisation.ts'
import { termEndsOn, termRunsTo } from '../organisation/organisation-rules.ts'
import {
  hasPostRecords,
  hasSecretary,
  isCommitteeUnknown,
  seatedOf,
  vacanciesOf,
  type Vacancy,
  wasSecretary
} from './committee-rules.ts'
import type { ItemFacts, ItemRule } from './item-facts.ts'
import type { Need, RecordLink } from './item-result.ts'
import { isYearOver, less, notApplicable, partOf, pending, scored, someNames, stillBy } from './measured.ts'
import { byMonth, measured } from './period-items.ts'
import { trainingItems } from './training-items.ts'

const nought = fraction(0)
const half = fraction(1, 2)
/** A vacancy may last so many months (B3, 拟). */
const monthsToFill = 3

const ofBranch = ({ organisation }: ItemFacts): RecordLink[] => [
  { record: 'organisation', id: organisation.id, text: labelOf(organisation), on: null }
]

const atBranch = (what: string, gain: Fraction): Need => ({ what, by: null, gain, place: 'organisation' })

/** B1: the last day of the term, or of an extension that holds (R2-03), is still in time. */
const term: ItemRule = (facts, { points }) => {
  const { organisation, rules, day } = facts
  if (organisation.kind === '临时党支部') return notApplicable('临时党支部一般不换届。')
  const [end, until] = [termEndsOn(organisation, rules), termRunsTo(organisation, rules)]
  const { electedOn, extendedUntil } = organisation
  if (electedOn === null || end === null || until === null)
    return pending('没有登记本届选举日期。', { needs: [atBranch('登记本届选举日期', points)] })
  if (electedOn > day) return pending(`本届 ${electedOn} 选举产生，${day} 时的任期没有记录。`)
  const links = ofBranch(facts)
  const extended = until > end ? `，批准延期到 ${extendedUntil}` : ''
  if (day <= until) return scored(points, `本届任期到 ${end}${extended}，${day} 没有逾期。`, { links })
  const cut = until > end && extendedUntil !== until ? `，延期最多算到 ${until}` : ''
  const why = until > end ? `${extended}${cut}，延期已过` : '，没有延期批复'
  return scored(nought, `本届任期 ${end} 届满${why}。`, {
    ...{ links, needs: [atBranch('按期换届，或者报批延期并登记', points)] }
  })
}

const isLate = ({ since }: Vacancy, { day }: ItemFacts): boolean =>
  since === null || day > addMonths(since, monthsToFill)

const saidOf = (vacancy: Vacancy, facts: ItemFacts): string => {
  const { title, since } = vacancy
  if (since === null) return `没有登记${title}`
  return `${title} ${since} 起空缺，${isLate(vacancy, facts) ? '已超过' : '没有超过'} ${monthsToFill} 个月`
}

/** B3: half a point off for every seat that has been empty for more than three months. */
const vacancies: ItemRule = (facts, { points }) => {
  if (!hasPostRecords(facts)) return pending('没有任职记录。', { needs: [atBranch('登记书记、委员的任职', points)] })
  const links = ofBranch(facts)
  const all = vacanciesOf(facts)
  if (all.length === 0) return scored(points, '书记和委员没有空缺。', { links })
  const late = all.filter((one) => isLate(one, facts))
  const score = less(points, times(half, fraction(late.length)))
  return scored(score, `${all.map((one) => saidOf(one, facts)).join('；')}。`, {
    links,
    needs: late.map(({ title }) =>
      atBranch(title === '书记' ? '选举或者指派书记，并登记任职' : '补选委员，并登记任职', half)
    )
  })
}

const isUnassigned = (title: string): boolean => title === '委员' || title === '其他委员'

/** B4: a seat that is called no more than 委员 has no task; half a point off for each. */
const duties: ItemRule = (facts, { points }) => {
  const { plan, day } = facts
  if (isCommitteeUnknown(facts)) return pending('没有任职记录。', { needs: [atBranch('登记委员的任职和分工', points)] })
  if (!plan.hasCommittee(day, day)) return notApplicable('不设支委会。')
  const seated = seatedOf(facts)
  if (seated.length === 0)
    return pending('设支委会，没有登记委员。', { needs: [atBranch('登记委员的任职和分工', points)] })
  const lacking = seated.filter(({ titles }) => titles.filter((title) => title !== '党小组组长').every(isUnassigned))
  if (lacking.length === 0) return scored(points, `${seated.length} 人都有分工。`, { links: ofBranch(facts) })
  const names = someNames(lacking.map(({ name }) => name))
  const score = less(points, times(half, fraction(lacking.length)))
  return scored(score, `${seated.length} 人中 ${lacking.length} 人没有分工：${names}。`, {
    links: lacking.map(({ id, name }) => ({ record: 'member', id, text: name, on: null })),
    needs: [atBranch(`明确${names}的分工并公示`, less(points, score))]
  })
}

/** B5: month by month, where there is a 支委会 (R1-12). */
const committeeMeetings: ItemRule = (facts, { points }) => {
  if (isCommitteeUnknown(facts))
    return pending('没有任职记录，不知道设不设支委会。', { needs: [atBranch('登记书记、委员的任职', points)] })
  const result = measured(facts, points, '支委会', byMonth)
  return result.status === 'not-applicable' && facts.start <= makeDay(facts.year, 12, 31)
    ? notApplicable('不设支委会。')
    : result
}

const linkOf = ({ id, date, types }: Meeting): RecordLink => ({
  ...{ record: 'meeting', id, text: `${date} ${types.join('、')}`, on: date }
})

const heldIn = ({ meetings, year }: ItemFacts, type: Meeting['types'][number]): Meeting[] =>
  meetings.map(({ meeting }) => meeting).filter(({ types, date }) => types.includes(type) && yearOf(date) === year)

/** B7: half for the 述职 of the 书记, half for a report of the 支委会 to the 党员大会 (支部工作条例 第11条). */
const reports: ItemRule = (facts, { points }) => {
  const heard = heldIn(facts, '党员大会').filter(({ agenda }) => agenda.some(({ kind }) => kind === '报告'))
  const ofPolls = facts.reports.map(
    ({ pollId, name, date }): RecordLink => ({ record: 'poll', id: pollId, text: name, on: date })
  )
  const part = partOf(points, 1, 2)
  const says = [
    facts.reports.length > 0 ? `书记述职 ${facts.reports.length} 次` : '没有书记述职的记录',
    heard.length > 0 ? `支委会向党员大会报告 ${heard.length} 次` : '党员大会没有“报告”类议题'
  ].join('，')
  const by = stillBy(makeDay(facts.year, 12, 31), facts)
  const start = { organisationId: facts.organisation.id, type: '党员大会' as const }
  const needs: Need[] = [
    ...(facts.reports.length > 0 ? [] : [{ what: '书记年度述职并登记评议', by, gain: part, place: 'poll' as const }]),
    ...(heard.length > 0
      ? []
      : [{ what: '支委会向党员大会报告工作', by, gain: part, place: 'meeting' as const, start }])
  ]
  const links = [...ofPolls, ...heard.map(linkOf)]
  if (needs.length > 0 && !isYearOver(facts)) return pending(`${says}，年度还没有过完。`, { links, needs })
  const score = sumOf([facts.reports.length > 0 ? part : nought, heard.length > 0 ? part : nought])
  return scored(score, `${says}。`, { links, needs })
}

/** B8: a 党课 given by whoever was 书记 that day. */
const secretaryLecture: ItemRule = (facts, { points }) => {
  const given = heldIn(facts, '党课').filter(
    ({ lecturer, date }) => lecturer !== null && wasSecretary(facts, lecturer, date)
  )
  if (given.length > 0) return scored(points, `书记讲党课 ${given.length} 次。`, { links: given.map(linkOf) })
  const says = hasSecretary(facts) ? '没有书记主讲的党课记录' : '没有登记书记，也没有书记主讲的党课记录'
  const isOver = isYearOver(facts)
  const need: Need = {
    ...{ what: isOver ? '补录书记讲的党课，讲过的才补' : '书记讲党课 1 次', gain: points, place: 'meeting' },
    start: { organisationId: facts.organisation.id, type: '党课' },
    by: stillBy(makeDay(facts.year, 12, 31), facts)
  }
  return isOver
    ? scored(nought, `${says}。`, { needs: [need] })
    : pending(`${says}，年度还没有过完。`, { needs: [need] })
}

/** B1, B3–B8: the leaders of the branch. */
export const teamItems = {
  term,
  vacancies,
  duties,
  'committee-meetings': committeeMeetings,
  reports,
  'secretary-lecture': secretaryLecture,
  ...trainingItems
} satisfies Record<string, ItemRule>
