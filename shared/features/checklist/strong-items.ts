import { makeDay, partsOf, within } from '../../kernel/dates.ts'
import { compare, dividedBy, type Fraction, fraction, isNought, rounded, sumOf, times } from '../../kernel/fraction.ts'
import type { MeetingPeriod } from '../alert/meeting-period-rules.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { AskedItem, ItemRule } from './item-facts.ts'
import type { Measured, Need, RecordLink } from './item-result.ts'
import { isEvaluated } from './life-items.ts'
import { notApplicable, partOf, pending, scored, someNames, stillBy } from './measured.ts'
import { closingState } from './recurrence-rules.ts'
import type { MeasuredItems } from './score-rules.ts'
import { teamItems } from './team-items.ts'

/** 第一议题 or 集中学习: texts were read, it was a 党课, or the record says that people studied. */
const isStudy = ({ types, contents, materials, agenda }: Meeting): boolean =>
  types.includes('党课') ||
  contents.includes('集中学习') ||
  materials.length > 0 ||
  agenda.some(({ title }) => /第一议题|^(集体|集中|专题|传达)?学习/.test(title))

const monthOf = ({ to }: MeetingPeriod): string => `${partsOf(to).month} 月`

/** Z1: months with study, of those that are past; typed hours of 集中培训 and 支部学习 count as well as meetings. */
const monthlyStudy: ItemRule = (facts, { points }) => {
  const months = facts.periods.themeDay(null).filter(({ to }) => to >= facts.start)
  const past = months.filter(({ to }) => to < facts.today)
  if (months.length === 0) return notApplicable('本年度不要求本支部学习。')
  if (past.length === 0) return pending('第一个月还没有过完。')
  const studied = facts.meetings.filter(({ meeting }) => isStudy(meeting)).map(({ meeting }) => meeting)
  const typed = facts.learners
    .flatMap(({ hours }) => hours.entries)
    .filter(({ source, kind }) => source === 'typed' && (kind === '集中培训' || kind === '支部学习'))
  const days = [...studied, ...typed].map(({ date }) => date)
  const missing = past.filter(({ from, to }) => !days.some((day) => within(day, from, to)))
  const absent = missing.length === 0 ? '' : `，缺 ${someNames(missing.map(monthOf), '个月')}`
  const basis = `应学习 ${past.length} 个月，有学习记录 ${past.length - missing.length} 个月${absent}。`
  const links = studied.map(({ id, date, types }): RecordLink => {
    return { record: 'meeting', id, text: `${date} ${types.join('、')}`, on: date }
  })
  const needs = missing.map(
    (period): Need => ({
      what: `补录 ${monthOf(period)}的集中学习，学过的才补`,
      ...{ by: null, gain: partOf(points, 1, past.length), place: 'study' }
    })
  )
  return scored(partOf(points, past.length - missing.length, past.length), basis, { links, needs })
}

/** Z4: tasks done in time of those done or past their day. */
const tasks: ItemRule = (facts, { points }) => {
  const all = facts.tasks.map((task) => {
    return { task, state: closingState({ dueOn: task.dueOn, closedOn: task.doneOn, foundOn: null }, facts.today) }
  })
  const counted = all.filter(({ state }) => state !== 'open')
  const inTime = counted.filter(({ state }) => state === 'in-time').length
  const open = all.filter(({ state }) => state === 'open')
  const needs = open.map(
    ({ task }): Need => ({
      what: `按期办结“${task.subject}”`,
      ...{ by: task.dueOn, gain: partOf(points, 1, all.length), place: 'task', id: task.id }
    })
  )
  if (counted.length === 0) return pending('还没有到期的任务。', { needs })
  const links = counted.map(({ task: { id, subject, dueOn } }): RecordLink => {
    return { record: 'task', id, text: dueOn === null ? subject : `${dueOn} 到期：${subject}`, on: dueOn }
  })
  const basis = `到期和办结的任务 ${counted.length} 项，按期办结 ${inTime} 项。`
  return scored(partOf(points, inTime, counted.length), basis, { links, needs })
}

/** TB2: half for a 党课 by the 书记 (B8), half for a 述职 graded 好 or 较好; both have to be known. */
const secretary: ItemRule = (facts, item) => {
  const half = partOf(item.points, 1, 2)
  const lecture = teamItems['secretary-lecture'](facts, { ...item, points: half })
  const graded = facts.reports.filter(({ grade }) => grade !== null)
  const good = graded.some(({ grade }) => grade === '好' || grade === '较好')
  const links = [
    ...lecture.links,
    ...facts.reports.map(({ pollId, name, date }): RecordLink => {
      return { record: 'poll', id: pollId, text: date === null ? name : `${date} ${name}`, on: date }
    })
  ]
  if (graded.length === 0)
    return pending(`${lecture.basis}述职评议还没有等次。`, {
      links,
      needs: [...lecture.needs, { what: '登记书记述职评议的等次', by: null, gain: half, place: 'poll' }]
    })
  const says = `${lecture.basis}述职评议等次：${someNames([...new Set(graded.map(({ grade }) => grade ?? ''))], '个')}。`
  if (lecture.status === 'pending') return pending(says, { links, needs: lecture.needs })
  if (lecture.status === 'not-applicable') return scored(good ? item.points : fraction(0), says, { links })
  return scored(sumOf([lecture.score, good ? half : fraction(0)]), says, { links, needs: lecture.needs })
}

const goodFrom = fraction(90, 100)

/** TB4: full from 90 per cent of the two best grades on, else nothing; several polls by their mean. No figure is told: who may see lists may not see tallies. */
const teamPoll: ItemRule = (facts, { points }) => {
  const counted = facts.teamPolls.flatMap((poll) => (poll.good === null ? [] : [{ ...poll, good: poll.good }]))
  if (counted.length === 0)
    return pending('班子测评还没有计票。', {
      needs: [{ what: '开展班子测评并计票', by: null, gain: points, place: 'poll' }]
    })
  const good = times(sumOf(counted.map((poll) => poll.good)), fraction(1, counted.length))
  const isGood = compare(good, goodFrom) >= 0
  const basis = `班子测评 ${counted.length} 次，好和较好${isGood ? '' : '没有'}达到 90%。`
  const links = counted.map(({ pollId, name }): RecordLink => ({ record: 'poll', id: pollId, text: name, on: null }))
  return scored(isGood ? points : fraction(0), basis, { links })
}

/** TB5: pairs of the committee that have talked; judged from 31 December on, as D7 is. */
const committeeTalks: ItemRule = (facts, { points }) => {
  const { covered, total } = facts.talks.committeePairs
  if (total === 0) return notApplicable('不设支委会，没有委员之间的谈话。')
  const basis = `委员之间 ${total} 对，谈了 ${covered} 对。`
  const redOn = makeDay(facts.year, 12, 31)
  const left = total - covered
  if (left === 0) return scored(points, basis)
  const needs: Need[] = [
    { what: `补谈委员之间 ${left} 对`, by: stillBy(redOn, facts), gain: partOf(points, left, total), place: 'talk' }
  ]
  return facts.today < redOn ? pending(basis, { needs }) : scored(partOf(points, covered, total), basis, { needs })
}

/** TD1: those graded 合格 or better, of all graded. */
const qualified: ItemRule = ({ evaluation, year }, { points }) => {
  if (!isEvaluated(evaluation) || !evaluation.decided || evaluation.graded === 0)
    return pending(`${year} 年度民主评议党员还没有评定等次。`)
  const { id, graded, qualified: passed, votes } = evaluation
  const links: RecordLink[] = [{ record: 'evaluation', id, text: `${year}年度民主评议党员`, on: votes[0] ?? null }]
  return scored(partOf(points, passed, graded), `评定等次 ${graded} 人，合格以上 ${passed} 人。`, { links })
}

/** The 四强 items that are computed from records, by the names the list calls them by (rules.md §7.3). */
export const strongItems = {
  'monthly-study': monthlyStudy,
  tasks,
  secretary,
  'team-poll': teamPoll,
  'committee-talks': committeeTalks,
  qualified
} satisfies Record<string, ItemRule>

/** The formula of an item that takes over the share of points won with items of the standard list (`of`). */
export const rateFormula = 'rate'

/**
 * What an item wins by the items of the standard list named in `of`: their scores of their maxima, those that are not
 * applicable left out. It waits until all of them are judged: nought for one that is open would be a guess.
 */
export function rateOf(
  { of, points }: Pick<AskedItem, 'of' | 'points'>,
  measured: MeasuredItems,
  maxima: ReadonlyMap<string, Fraction>
): Measured {
  const known = of.flatMap((id) => {
    const own = measured.get(id)
    return own === undefined ? [] : [{ id, own, max: maxima.get(id) ?? fraction(0) }]
  })
  const missing = of.filter((id) => !measured.has(id))
  if (of.length === 0 || missing.length > 0)
    return pending(of.length === 0 ? '没有写取自哪几项。' : `标准化清单里没有 ${missing.join('、')}，取不到得分。`)
  const counted = known.filter(({ own, max }) => own.status !== 'not-applicable' && !isNought(max))
  if (counted.length === 0) return notApplicable(`标准化清单的 ${of.join('、')} 都不适用。`)
  const open = counted.filter(({ own }) => own.status === 'pending')
  const links = counted.flatMap(({ own }) => own.links)
  if (open.length > 0) return pending(`标准化清单的 ${open.map(({ id }) => id).join('、')} 还没有核。`, { links })
  const [won, most] = [sumOf(counted.map(({ own }) => own.score)), sumOf(counted.map(({ max }) => max))]
  const names = counted.map(({ id }) => id).join('、')
  const basis = `标准化清单的 ${names} 得 ${rounded(won, 2)} 分，满分 ${rounded(most, 2)} 分。`
  const share = dividedBy(won, most)
  const needs = counted
    .flatMap(({ own }) => own.needs)
    .map((one) => ({ ...one, gain: dividedBy(times(points, one.gain), most) }))
  return scored(times(points, share), basis, { links, needs })
}
