import { makeDay, yearOf } from '../../kernel/dates.ts'
import type { Rectification } from '../rectification/rectification.ts'
import type { ItemFacts, ItemRule } from './item-facts.ts'
import type { Need, RecordLink } from './item-result.ts'
import { partOf, pending, scored } from './measured.ts'
import { closingState, lastDayOf } from './recurrence-rules.ts'

/** The day a problem was found: that of its meeting, else of the first note on it; null where nothing says it. */
function foundOn(one: Rectification, { meetings, life }: ItemFacts): string | null {
  if (one.meetingId !== null && one.meetingId === life?.meetingId) return life.date
  const meeting = meetings.find(({ meeting: { id } }) => id === one.meetingId)
  return meeting?.meeting.date ?? one.progress.map(({ on }) => on).sort()[0] ?? null
}

const linkOf = ({ id, problem, closedOn }: Rectification): RecordLink => ({
  ...{ record: 'rectification', id, on: closedOn },
  text: closedOn === null ? problem : `${closedOn} ${problem}`
})

/**
 * H1: problems closed in time of those that are closed or past their day; without 期限 it is 90 days from when they were
 * found (decisions.md).
 */
const rectifications: ItemRule = (facts, { points }) => {
  const isOfYear = (on: string | null): boolean => on !== null && yearOf(on) === facts.year
  const all = facts.rectifications.flatMap((record) => {
    const closable = { ...record, foundOn: foundOn(record, facts) }
    const last = lastDayOf(closable)
    // A problem belongs to the year of its day, or else of its closing.
    const isOurs =
      last === null
        ? record.closedOn === null || isOfYear(record.closedOn)
        : isOfYear(last) || isOfYear(record.closedOn)
    return isOurs ? [{ record, last, state: closingState(closable, facts.day) }] : []
  })
  if (all.length === 0) return pending('还没有整改记录。')
  const counted = all.filter(({ state }) => state !== 'open')
  const inTime = counted.filter(({ state }) => state === 'in-time')
  const endOfYear = makeDay(facts.year, 12, 31)
  const open = all.filter(({ state, last }) => state === 'open' && last !== null && last <= endOfYear)
  const after = counted.length + open.length
  const needs = open.map(
    ({ record, last }): Need => ({
      what: `按期整改“${record.problem}”`,
      ...{ by: last, gain: partOf(points, 1, after), place: 'rectification' as const, id: record.id }
    })
  )
  const links = counted.map(({ record }) => linkOf(record))
  if (counted.length === 0) return pending(`问题 ${all.length} 个，都还没有到期。`, { needs })
  const says = [
    ['late', '逾期才关闭'],
    ['overdue', '逾期还没有关闭']
  ] as const
  const late = says.flatMap(([state, words]) => {
    const count = counted.filter((one) => one.state === state).length
    return count === 0 ? [] : [`${words} ${count} 个`]
  })
  const basis = `到期和已关闭的问题 ${counted.length} 个，按期关闭 ${inTime.length} 个${late.map((text) => `，${text}`).join('')}。`
  return scored(partOf(points, inTime.length, counted.length), basis, { links, needs })
}

/** H1 by the name the list calls it by. */
export const rectificationItems = { rectifications } satisfies Record<string, ItemRule>
