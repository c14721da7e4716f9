import { type Day, daysInMonth, makeDay } from '../../kernel/dates.ts'
import { compare, type Fraction, sumOf, typed } from '../../kernel/fraction.ts'
import type { ItemPart, Proof } from './checklist.ts'
import type { AskedItem, ItemFacts, ItemRule } from './item-facts.ts'
import type { Measured, Need, RecordLink } from './item-result.ts'
import { isYearOver, less, partOf, pending, scored, someNames, stillBy } from './measured.ts'

/** A part with the proofs that count for it, and those dated outside the year that do not. */
type Filed = { part: ItemPart; proofs: Proof[]; outside: Proof[] }

const quarters = ['第一季度', '第二季度', '第三季度', '第四季度']

/** The last day of the quarter a part is named after; null for one that is no matter of a quarter. */
function endOfQuarter({ name }: ItemPart, year: number): Day | null {
  const index = quarters.findIndex((quarter) => name.includes(quarter))
  const month = (index + 1) * 3
  return index < 0 ? null : makeDay(year, month, daysInMonth(year, month))
}

/**
 * Papers of the year are of the year: a plan may be made in the December before it, a summary until the end of the March after
 * it. What only stands (批复, 制度, 标识) may be of any day.
 */
function isTimely({ happenedOn }: Proof, { name }: ItemPart, { partsAs }: AskedItem, year: number): boolean {
  if (partsAs === 'loss' || happenedOn === null) return true
  const first = /计划|安排/.test(name) ? makeDay(year - 1, 12, 1) : makeDay(year, 1, 1)
  return happenedOn >= first && happenedOn <= makeDay(year + 1, 3, 31)
}

function filedOf({ proofs, year }: ItemFacts, item: AskedItem): Filed[] {
  return item.parts.map((part) => {
    const own = proofs.filter((proof) => proof.item === item.id && proof.part === part.name && proof.year === year)
    const counts = (proof: Proof): boolean => isTimely(proof, part, item, year)
    return { part, proofs: own.filter(counts), outside: own.filter((proof) => !counts(proof)) }
  })
}

const linkOf = ({ id, title, happenedOn }: Proof): RecordLink => ({ record: 'proof', id, text: title, on: happenedOn })

const worthOf = (all: readonly Filed[]): Fraction => sumOf(all.map(({ part }) => typed(part.points)))

/** Never more than the item has. */
const capped = (points: Fraction, score: Fraction): Fraction => (compare(score, points) > 0 ? points : score)

function saidOf(counted: readonly Filed[], missing: readonly Filed[]): string {
  const names = (all: readonly Filed[]): string[] => all.map(({ part }) => part.name)
  const outside = counted.filter((one) => one.proofs.length === 0 && one.outside.length > 0)
  return [
    `应有材料 ${counted.length} 件，有 ${counted.length - missing.length} 件`,
    ...(missing.length === 0 ? [] : [`缺${someNames(names(missing), '件')}`]),
    ...(outside.length === 0 ? [] : [`${someNames(names(outside), '件')}的日期不在本年度，没有算`])
  ].join('，')
}

/** Parts by the quarter: the share of those past and asked for; the others count neither way. */
function byQuarter(facts: ItemFacts, { points }: AskedItem, all: readonly Filed[]): Measured {
  const end = ({ part }: Filed): Day => endOfQuarter(part, facts.year) ?? makeDay(facts.year, 12, 31)
  const asked = all.filter((one) => end(one) >= facts.start)
  const past = asked.filter((one) => end(one) < facts.today)
  const missing = past.filter(({ proofs }) => proofs.length === 0)
  const links = all.flatMap(({ proofs }) => proofs.map(linkOf))
  if (past.length === 0) return pending('第一个季度还没有过完。', { links })
  const gain = partOf(points, 1, past.length)
  const needs = missing.map(({ part }): Need => ({ what: `补交${part.name}的材料`, by: null, gain, place: 'proof' }))
  if (links.length === 0) return pending('还没有交材料。', { needs })
  const score = partOf(points, past.length - missing.length, past.length)
  return scored(score, `${saidOf(past, missing)}。`, { links, needs })
}

/**
 * Papers that prove an item part by part. `gain`: papers of the year, each with its points, so the item waits for the end of
 * the year unless it is complete; `loss`: papers that stand, each of which takes something off where it is missing.
 */
const papers: ItemRule = (facts, item) => {
  const { points, partsAs } = item
  const all = filedOf(facts, item)
  if (all.length > 0 && all.every(({ part }) => endOfQuarter(part, facts.year) !== null))
    return byQuarter(facts, item, all)
  const missing = all.filter(({ proofs }) => proofs.length === 0)
  const links = all.flatMap(({ proofs }) => proofs.map(linkOf))
  const isOver = isYearOver(facts)
  const by = partsAs === 'loss' ? null : stillBy(makeDay(facts.year, 12, 31), facts)
  const needs = missing.map(
    ({ part }): Need => ({
      ...{ what: `交“${part.name}”`, by, gain: capped(points, typed(part.points)), place: 'proof' }
    })
  )
  if (missing.length === all.length) return pending('还没有交材料。', { links, needs })
  const says = saidOf(all, missing)
  if (partsAs === 'loss') return scored(less(points, worthOf(missing)), `${says}。`, { links, needs })
  if (missing.length > 0 && !isOver) return pending(`${says}，年度还没有过完。`, { links, needs })
  const score = missing.length === 0 ? points : capped(points, worthOf(all.filter(({ proofs }) => proofs.length > 0)))
  return scored(score, `${says}。`, { links, needs })
}

/** A6, B2, E1–E3, F2, F3, H2–H4: what is proved by papers. */
export const paperItems = { papers } satisfies Record<string, ItemRule>
