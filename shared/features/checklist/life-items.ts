import { makeDay } from '../../kernel/dates.ts'
import { fraction, sumOf, times } from '../../kernel/fraction.ts'
import { lifeSteps, type StepState } from '../life/life-rules.ts'
import type { MeetingType } from '../meeting/meeting.ts'
import { isLasting } from '../plan/wanted-rules.ts'
import { type TalkCoverage, type TalkDirection, talkDirectionNames, talkDirections } from '../talk/coverage-rules.ts'
import type { EvaluationFact, ItemFacts, ItemRule } from './item-facts.ts'
import type { Need } from './item-result.ts'
import {
  isSpringOver,
  isYearOver,
  less,
  notApplicable,
  partOf,
  pending,
  scored,
  someNames,
  stillBy
} from './measured.ts'
import { periodItems } from './period-items.ts'
import { recordItems } from './record-items.ts'

/** Whether 组织生活会 and 民主评议 are asked of the branch in the year, as the warnings W06 and W07 ask for them. */
export const isLifeAsked = ({ plan, start, year }: ItemFacts): boolean =>
  isLasting(plan) && start <= makeDay(year, 12, 31)

const notAsked = (what: string) => notApplicable(`本支部本年度不要求${what}。`)

/** The steps whose papers belong to the 组织生活会 alone: without any of them nobody has kept its record. */
const ownSteps: readonly StepState['step'][] = ['scheme', 'study', 'opinions', 'examination', 'report']
const isRecorded = (steps: readonly StepState[]): boolean =>
  steps.some(({ step, state }) => ownSteps.includes(step) && state !== 'open')

const titleOf = (step: StepState['step']): string => lifeSteps.find((one) => one.step === step)?.title ?? step

/** D5: half a point off for each of the eight steps (rules.md §1.4) that left no trace. */
const lifeMeeting: ItemRule = (facts, { points }) => {
  if (!isLifeAsked(facts)) return notAsked('组织生活会')
  const { life, year, organisation } = facts
  const redOn = makeDay(year + 1, 3, 31)
  const by = stillBy(redOn, facts)
  if (life === null) {
    const start = { organisationId: organisation.id, type: '组织生活会' as const }
    const needs: Need[] = [{ what: `召开 ${year} 年度组织生活会`, by, gain: points, place: 'meeting', start }]
    return isSpringOver(facts)
      ? scored(fraction(0), `${year} 年度没有组织生活会的记录。`, { needs })
      : pending(`${year} 年度组织生活会还没有记录，${redOn} 前开都算。`, { needs })
  }
  const links = [
    { record: 'meeting' as const, id: life.meetingId, text: `${life.date} ${year}年度组织生活会`, on: life.date }
  ]
  const missing = life.steps.filter(({ state }) => state === 'open')
  const half = fraction(1, 2)
  const needs = missing.map(
    ({ step }): Need => ({
      what: `补齐组织生活会的${titleOf(step)}`,
      ...{ by, gain: half, place: 'meeting', id: life.meetingId }
    })
  )
  const held = `${life.date} 召开，八步中有 ${life.steps.length - missing.length} 步留痕`
  if (missing.length === 0) return scored(points, `${held}。`, { links })
  const basis = `${held}，缺${missing.map(({ step }) => titleOf(step)).join('、')}。`
  if (!isSpringOver(facts)) return pending(basis, { links, needs })
  if (!isRecorded(life.steps)) return pending(`${life.date} 召开，八步的材料还没有登记。`, { links, needs })
  return scored(less(points, times(half, fraction(missing.length))), basis, { links, needs })
}

/** Held where one of the four steps was begun at least. */
export const isEvaluated = (evaluation: EvaluationFact | null): evaluation is EvaluationFact =>
  evaluation?.steps.some(({ state }) => state !== 'not-begun') === true

/** D6: a point off for a step that nobody has (decisions.md), and one for more 优秀 than R4-04 allows. */
const evaluation: ItemRule = (facts, { points }) => {
  if (!isLifeAsked(facts)) return notAsked('民主评议党员')
  const { year, evaluation: held } = facts
  const redOn = makeDay(year + 1, 3, 31)
  const by = stillBy(redOn, facts)
  if (!isEvaluated(held)) {
    const needs: Need[] = [{ what: `开展 ${year} 年度民主评议党员`, by, gain: points, place: 'evaluation' }]
    return isSpringOver(facts)
      ? scored(fraction(0), `${year} 年度没有民主评议党员的记录。`, { needs })
      : pending(`${year} 年度民主评议党员还没有记录，${redOn} 前开展都算。`, { needs })
  }
  const on = held.votes[0] ?? null
  const links = [{ record: 'evaluation' as const, id: held.id, text: `${year}年度民主评议党员`, on }]
  const missing = held.steps.filter(({ state }) => state === 'not-begun')
  const over = Math.max(0, held.excellent - held.limit)
  const basis = [
    `四步中有 ${held.steps.length - missing.length} 步`,
    ...(missing.length === 0 ? [] : [`缺${missing.map(({ title }) => title).join('、')}`]),
    `优秀 ${held.excellent} 人，可评 ${held.limit} 人${over === 0 ? '' : `，超 ${over} 人`}`
  ].join('，')
  const needs = missing.map(
    ({ title }): Need => ({ what: `补上民主评议的${title}`, by, gain: fraction(1), place: 'evaluation' })
  )
  if (missing.length > 0 && !isSpringOver(facts)) return pending(`${basis}。`, { links, needs })
  return scored(less(points, fraction(missing.length + (over > 0 ? 1 : 0))), `${basis}。`, { links, needs })
}

/** Who is missing in a direction, by name where the table has the people. */
function missingIn({ missing, rows }: TalkCoverage, direction: TalkDirection): string {
  const nameOf = (id: string): string => rows.find(({ memberId }) => memberId === id)?.name ?? ''
  const names =
    direction === 'committeePairs'
      ? missing.committeePairs.map((pair) => pair.map(nameOf).join('同'))
      : missing[direction].map(nameOf)
  const known = names.filter((name) => name !== '' && name !== '同')
  return known.length === 0 ? '' : `：${someNames(known, direction === 'committeePairs' ? '对' : '人')}`
}

const unitOf = (direction: TalkDirection): string => (direction === 'committeePairs' ? '对' : '人')

/** D7: the mean of the directions that are asked for (decisions.md); judged from 31 December on, when W08 is red. */
const talks: ItemRule = (facts, { points }) => {
  const { talks: coverage, year } = facts
  const asked = talkDirections.filter((direction) => coverage[direction].total > 0)
  if (asked.length === 0) return notApplicable('没有需要谈话的人。')
  const says = asked.map((direction) => {
    const { covered, total } = coverage[direction]
    return `${talkDirectionNames[direction]} ${total} ${unitOf(direction)}谈了 ${covered} ${unitOf(direction)}`
  })
  const redOn = makeDay(year, 12, 31)
  const by = stillBy(redOn, facts)
  const needs = asked
    .filter((direction) => coverage[direction].covered < coverage[direction].total)
    .map((direction): Need => {
      const { covered, total } = coverage[direction]
      const what = `补谈${talkDirectionNames[direction]} ${total - covered} ${unitOf(direction)}${missingIn(coverage, direction)}`
      return { what, by, gain: partOf(points, total - covered, total * asked.length), place: 'talk' }
    })
  const basis = `${says.join('，')}。`
  if (needs.length > 0 && facts.today < redOn) return pending(basis, { needs })
  const rates = asked.map((direction) => fraction(coverage[direction].covered, coverage[direction].total))
  return scored(times(points, times(sumOf(rates), fraction(1, asked.length))), basis, { needs })
}

/** 组织生活 of the branch that everybody takes part in; a 支委会 is none of it. */
const lifeTypes: readonly MeetingType[] = ['党员大会', '党小组会', '党课', '主题党日', '组织生活会', '民主评议党员']

/** D10: 党员领导干部 who took part in the life of their branch once at least (R1-19). */
const leaders: ItemRule = (facts, { points }) => {
  const asked = facts.people.filter(({ leader }) => leader)
  if (asked.length === 0) return notApplicable('没有党员领导干部。')
  const meetings = facts.meetings.filter(({ meeting }) => meeting.types.some((type) => lifeTypes.includes(type)))
  const came = asked.flatMap((member) => {
    const first = meetings.find(({ present }) => present.includes(member.id))
    return first === undefined ? [] : [{ member, meeting: first.meeting }]
  })
  const missing = asked.filter(({ id }) => came.every(({ member }) => member.id !== id))
  const by = stillBy(makeDay(facts.year, 12, 31), facts)
  const more = {
    links: came.map(({ member, meeting }) => ({
      ...{ record: 'meeting' as const, id: meeting.id, on: meeting.date },
      text: `${meeting.date} ${meeting.types.join('、')}，${member.name}到会`
    })),
    needs: missing.map(
      ({ name }): Need => ({
        what: `请${name}参加所在支部的组织生活`,
        ...{ by, gain: partOf(points, 1, asked.length), place: 'meeting' as const }
      })
    )
  }
  const absent = missing.length === 0 ? '' : `，没有参加的：${someNames(missing.map(({ name }) => name))}`
  const basis = `党员领导干部 ${asked.length} 人，参加过组织生活的 ${came.length} 人${absent}。`
  return missing.length > 0 && !isYearOver(facts)
    ? pending(basis, more)
    : scored(partOf(points, came.length, asked.length), basis, more)
}

/** D1–D10 by the names the list calls them by. */
export const lifeItems = {
  ...periodItems,
  'life-meeting': lifeMeeting,
  evaluation,
  talks,
  ...recordItems,
  leaders
} satisfies Record<string, ItemRule>
