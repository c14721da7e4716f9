import { addMonths, addYears, type Day } from '../../kernel/dates.ts'
import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import type { RuleLevel } from '../../rulebook/rule.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { WhereaboutsRuleId } from '../../rulebook/setup-rules.ts'
import type { Suspension } from '../suspension/suspension.ts'
import type { Whereabouts } from './whereabouts.ts'

export type WhereaboutsProblem = 'dates-reversed' | 'spells-overlap'

const said = ({ from, to }: Whereabouts): string => `${from} 至 ${to ?? '今'}`

const meet = (one: Whereabouts, other: Whereabouts): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)

/**
 * Whether a spell can go on record beside the person's `others`. Two of one kind must not overlap; contact may be lost
 * while somebody is away.
 */
export function checkWhereabouts(
  record: Whereabouts,
  others: readonly Whereabouts[]
): Outcome<Whereabouts, WhereaboutsProblem> {
  const { from, to, kind } = record
  if (to !== null && to < from) {
    const end = kind === '流动' ? '返回日期' : '取得联系日期'
    return failure(
      'dates-reversed',
      `${end} ${to} 早于${kind === '流动' ? '外出' : '失联'}日期 ${from}，请核对。`,
      'to'
    )
  }
  const clash = others.find((other) => other.id !== record.id && other.kind === kind && meet(record, other))
  return clash === undefined
    ? success(record)
    : failure('spells-overlap', `与已登记的${kind}（${said(clash)}）重叠，请改日期或修改那一段。`, 'from')
}

/** What a spell of 流动 still needs (C6: 流动党员有联系人), by form field and Chinese name; 失联 needs nothing more. */
export function missingWhereabouts(record: Whereabouts): { field: keyof Whereabouts; name: string }[] {
  if (record.kind !== '流动') return []
  const isBlank = (text: string | null): boolean => text === null || text.trim() === ''
  return [
    ...(isBlank(record.place) ? [{ field: 'place' as const, name: '外出流向' }] : []),
    ...(isBlank(record.contact) ? [{ field: 'contact' as const, name: '联系人' }] : [])
  ]
}

/**
 * Something the rules ask for because somebody is away. `since` is the day the term ran out, so a list can be sorted;
 * `hint` is advice. Contact every quarter is not on record, so nothing is said of it.
 */
export type WhereaboutsFinding = {
  rule: WhereaboutsRuleId
  level: RuleLevel
  status: 'open' | 'hint'
  memberId: string
  since: Day
  message: string
}

type Said = Omit<WhereaboutsFinding, 'level'>

const finding = (
  rule: WhereaboutsRuleId,
  status: WhereaboutsFinding['status'],
  { memberId }: { memberId: string },
  since: Day,
  message: string
): Said => ({ rule, status, memberId, since, message })

/** 停止党籍 that began after contact was lost and still runs. */
const stoppedSince = (spell: Whereabouts, suspensions: readonly Suspension[], today: Day): Suspension | undefined =>
  suspensions.find(
    ({ memberId, kind, from, to }) =>
      memberId === spell.memberId &&
      kind === '停止党籍' &&
      from >= spell.from &&
      from <= today &&
      (to === null || to >= today)
  )

function lost(spell: Whereabouts, suspensions: readonly Suspension[], today: Day): Said[] {
  const stopped = stoppedSince(spell, suspensions, today)
  if (stopped !== undefined) {
    const since = addYears(stopped.from, 2)
    const message = `${stopped.from} 停止党籍，已满 2 年仍未取得联系，按自行脱党予以除名。`
    return since > today ? [] : [finding('R8.5-2', 'open', spell, since, message)]
  }
  const since = addMonths(spell.from, 6)
  const message = `${spell.from} 起失去联系，已满 6 个月，查找后仍没有取得联系的，按规定停止党籍。`
  return since > today ? [] : [finding('R8.5-1', 'open', spell, since, message)]
}

function away(spell: Whereabouts, today: Day): Said[] {
  const since = addMonths(spell.from, 6)
  if (since > today || spell.place === null || spell.place.trim() === '') return []
  const message = `${spell.from} 起外出到${spell.place}，已满 6 个月，地点比较固定的应转组织关系。`
  return [finding('R8.5-3', 'hint', spell, since, message)]
}

/** What §8.5 asks for on a day, the longest overdue first. `suspensions` tell who has been put under 停止党籍 already. */
export function whereaboutsFindings(
  spells: readonly Whereabouts[],
  suspensions: readonly Suspension[],
  today: Day,
  rules: RulesInForce
): WhereaboutsFinding[] {
  return spells
    .filter(({ from, to }) => from <= today && (to === null || to > today))
    .flatMap((spell) => (spell.kind === '失联' ? lost(spell, suspensions, today) : away(spell, today)))
    .map((said) => ({ ...said, level: rules.rule(said.rule).level }))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}
