import { type Day, daysBetween, makeDay } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { isBranch } from '../organisation/organisation.ts'
import { fallsShort, type TalkCoverage, talkDirectionNames, talkDirections } from '../talk/coverage-rules.ts'
import { type Alert, levelOn, sourceOf } from './alert.ts'
import { type WatchedOrganisation, watchedFrom } from './meeting-alert-rules.ts'

/** A branch whose talks are watched; `coverage` of the year, as it stands today. */
export type WatchedTalks = Pick<WatchedOrganisation, 'organisation' | 'recordsFrom'> & { coverage: TalkCoverage }

/** 委员之间差 2 对，委员同党员差 6 人. */
const shortfall = (coverage: TalkCoverage): string =>
  talkDirections
    .flatMap((direction) => {
      const { covered, total } = coverage[direction]
      const unit = direction === 'committeePairs' ? '对' : '人'
      return covered < total ? [`${talkDirectionNames[direction]}差 ${total - covered} ${unit}`] : []
    })
    .join('，')

/**
 * W08 of a branch and the year of its coverage, while a direction falls short by the counts; names those missing in
 * any.
 */
export function talkAlerts(
  { organisation, recordsFrom, coverage }: WatchedTalks,
  { today, rules }: { today: Day; rules: RulesInForce }
): Alert[] {
  const { year, rows, uncovered } = coverage
  const due = makeDay(year, 12, 31)
  const month = (name: 'blue' | 'yellow'): Day => makeDay(year, rules.number('R1-18', name), 1)
  const level = levelOn(today, { blue: month('blue'), yellow: month('yellow'), red: due })
  const from = watchedFrom({ organisation, recordsFrom })
  if (!isBranch(organisation) || level === null || (from !== null && from > due) || !fallsShort(coverage)) return []
  const names = rows.filter(({ memberId, fresh }) => !fresh && uncovered.includes(memberId)).map(({ name }) => name)
  const left = daysBetween(today, due)
  const time = left > 0 ? `，还有 ${left} 天` : left === 0 ? '，今天是最后一天' : '；已经谈过的请补录'
  return [
    {
      code: 'W08',
      organisation: organisation.code,
      level,
      subject: `${year}年谈心谈话：${names.join('、')}`,
      due,
      rule: sourceOf(rules.rule('R1-18')),
      message: `${year} 年谈心谈话还有 ${names.length} 人没有谈到：${shortfall(coverage)}，应不晚于 ${due}${time}。`
    }
  ]
}
