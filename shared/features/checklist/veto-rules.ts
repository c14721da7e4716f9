import { makeDay } from '../../kernel/dates.ts'
import { termRunsTo } from '../organisation/organisation-rules.ts'
import type { Veto, VetoFinding } from './checklist.ts'
import type { ItemFacts } from './item-facts.ts'
import { isEvaluated, isLifeAsked } from './life-items.ts'
import { isSpringOver } from './measured.ts'

/** A veto that stands, with what it rests on. */
export type Vetoed = { id: string; title: string; says: string }

/** V2: the term is over and no extension runs; the last day itself is still inside. No election on record says nothing. */
function termOverdue({ organisation, rules, day }: ItemFacts): string | null {
  if (organisation.kind === '临时党支部') return null
  const end = termRunsTo(organisation, rules)
  return end === null || end >= day ? null : `任期已于 ${end} 届满，没有有效的延期批复。`
}

/** V3: one of the two missing is enough; from 1 April of the next year on. */
function noLife(facts: ItemFacts): string | null {
  if (!isLifeAsked(facts) || !isSpringOver(facts)) return null
  const missing = [
    ...(facts.life === null ? ['组织生活会'] : []),
    ...(isEvaluated(facts.evaluation) ? [] : ['民主评议党员'])
  ]
  return missing.length === 0
    ? null
    : `到 ${makeDay(facts.year + 1, 3, 31)} 没有 ${facts.year} 年度${missing.join('和')}的记录。`
}

const computed: Readonly<Record<string, (facts: ItemFacts) => string | null>> = {
  'term-overdue': termOverdue,
  'no-life': noLife
}

/** The vetoes of a list that stand against a branch: those the records show, and those somebody stated. */
export const vetoesOf = (
  facts: ItemFacts,
  vetoes: readonly Veto[],
  findings: readonly Pick<VetoFinding, 'veto' | 'note'>[]
): Vetoed[] =>
  vetoes.flatMap(({ id, title, formula }) => {
    const seen = formula === null ? null : (computed[formula]?.(facts) ?? null)
    const stated = findings.filter(({ veto }) => veto === id).map(({ note }) => note)
    const says = [...(seen === null ? [] : [seen]), ...stated]
    return says.length === 0 ? [] : [{ id, title, says: says.join('') }]
  })
