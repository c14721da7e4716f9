import { addDays, addMonths, addYears, type Day, dayOnPaper, daysBetween } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Organisation } from '../organisation/organisation.ts'
import { termEndsOn, termRunsTo } from '../organisation/organisation-rules.ts'
import { type Alert, levelOn, sourceOf } from './alert.ts'

/** An organisation whose term is watched. */
export type WatchedTerm = Pick<Organisation, 'code' | 'kind' | 'electedOn' | 'termYears' | 'extendedUntil'>

type At = { today: Day; rules: RulesInForce }

/** W20 while no extension counts: it runs out, or it is over; an extension that was there and is over too is told with it. */
function ending(watched: WatchedTerm, end: Day, until: Day, { today, rules }: At): Alert[] {
  const isLapsed = until > end
  const early = (name: 'months' | 'yellow'): Day => addMonths(end, -rules.number('R2-04', name))
  const level = isLapsed ? 'red' : levelOn(today, { blue: early('months'), yellow: early('yellow'), red: end })
  if (level === null) return []
  const left = daysBetween(today, end)
  const said = isLapsed
    ? `任期 ${end} 届满，批准的延期 ${until} 也已到期，还没有换届；应立即换届。`
    : left > 0
      ? `任期 ${end} 届满，还有 ${left} 天；应准备换届，要延期的报上级党组织批准。`
      : `任期${left === 0 ? '今天' : `已于 ${end} `}届满，没有延期批复；应换届，要延期的报上级党组织批准。`
  return [
    {
      ...{ code: 'W20', organisation: watched.code, level, subject: `${dayOnPaper(end)}任期届满`, due: until },
      rule: sourceOf(rules.rule(level === 'red' ? 'R2-03' : 'R2-04')),
      message: said
    }
  ]
}

/** W21 while an extension counts. */
function extended(watched: WatchedTerm, end: Day, until: Day, { today, rules }: At): Alert[] {
  const { yellow, years } = { yellow: rules.number('R2-03', 'yellow'), years: rules.at(end).number('R2-03', 'years') }
  const limit = addYears(end, years)
  const level = levelOn(today, { blue: null, yellow: addDays(limit, -yellow), red: limit })
  if (level === null) return []
  const left = daysBetween(today, limit)
  const time = left > 0 ? `还有 ${left} 天` : '今天是最后一天'
  return [
    {
      ...{
        code: 'W21',
        organisation: watched.code,
        level,
        subject: `${dayOnPaper(limit)}延期满${years}年`,
        due: limit
      },
      rule: sourceOf(rules.rule('R2-03')),
      message: `任期 ${end} 届满，已批准延期至 ${watched.extendedUntil ?? until}；延期一般不超过 ${years} 年，到 ${limit} 为止，${time}，应换届。`
    }
  ]
}

/**
 * W20 or W21 of one organisation as it stands on a day, at most one (rules.md §12.9, decisions.md). An extension counts up to
 * its last day, and no longer than R2-03 allows; while it does, W21 stands for W20. 党小组 have no term, 临时党支部 do not
 * elect (R1-05), and without a recorded election nothing can be said.
 */
export function termAlerts(watched: WatchedTerm, at: At): Alert[] {
  const [end, until] = [termEndsOn(watched, at.rules), termRunsTo(watched, at.rules)]
  if (end === null || until === null || watched.kind === '党小组' || watched.kind === '临时党支部') return []
  return until > end && at.today <= until ? extended(watched, end, until, at) : ending(watched, end, until, at)
}
