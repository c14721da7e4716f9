import { type Day, daysBetween, makeDay } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { isBranch } from '../organisation/organisation.ts'
import { type Alert, levelOn, sourceOf } from './alert.ts'
import { type WatchedOrganisation, watchedFrom } from './meeting-alert-rules.ts'

/**
 * A branch whose 民主评议 of a year is watched. `heldOn` is the first day voted on (a row in 评议), null without one;
 * `decided` whether anybody has a 组织评定; `excellent` how many are 优秀, against the `limit` of R4-04.
 */
export type WatchedEvaluation = Pick<WatchedOrganisation, 'organisation' | 'recordsFrom'> & {
  heldOn: Day | null
  decided: boolean
  excellent: number
  limit: number
  overReason: string | null
}

type At = { year: number; today: Day; rules: RulesInForce }

/** Red as soon as it is so, also with its reason: the text says 一般, so the reason is told with it. */
function overLimit({ organisation, excellent, limit, overReason }: WatchedEvaluation, { year, rules }: At): Alert {
  const told = overReason === null || overReason.trim() === '' ? '还没有写理由' : '理由已经记录在案'
  return {
    ...{ code: 'W07', organisation: organisation.code, level: 'red', due: null },
    subject: `${year}年民主评议优秀等次`,
    rule: sourceOf(rules.rule('R4-04')),
    message: `${year} 年民主评议评为优秀 ${excellent} 人，一般不超过 ${limit} 人，超 ${excellent - limit} 人；${told}。`
  }
}

/** Not held from blue on; held and nobody graded from yellow on (decisions.md). */
function missing(watched: WatchedEvaluation, { year, today, rules }: At): Alert[] {
  const held = watched.heldOn !== null && watched.heldOn <= today
  const from = (name: 'blue' | 'yellow'): Day => makeDay(year, rules.number('R1-17', name), 1)
  const steps = { yellow: from('yellow'), red: makeDay(year + 1, 4, 1) }
  const level = levelOn(today, { ...steps, blue: held ? null : from('blue') })
  if ((held && watched.decided) || level === null) return []
  const due = makeDay(year + 1, 3, 31)
  const left = daysBetween(today, due)
  const what = held ? `${year} 年民主评议党员已经测评，还没有组织评定` : `${year} 年民主评议党员还没有记录`
  const time = left > 0 ? `，还有 ${left} 天` : left === 0 ? '，今天是最后一天' : '；已经开展的请补录'
  return [
    {
      ...{ code: 'W07', organisation: watched.organisation.code, level, due },
      subject: `${year}年民主评议党员`,
      rule: sourceOf(rules.rule('R1-17')),
      message: `${what}，应不晚于 ${due}${time}。`
    }
  ]
}

/**
 * W07 of a branch and the year of its evaluation, at most one: over the limit comes before not held. Not for
 * 临时党支部, nor for a year that was over before the founding or the start of records.
 */
export function evaluationAlerts(watched: WatchedEvaluation, at: At): Alert[] {
  const { organisation, excellent, limit } = watched
  const from = watchedFrom(watched)
  const asked = isBranch(organisation) && organisation.kind !== '临时党支部'
  if (!asked || (from !== null && from > makeDay(at.year, 12, 31))) return []
  return excellent > limit ? [overLimit(watched, at)] : missing(watched, at)
}
