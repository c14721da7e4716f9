import type { AlertSource } from '../../shared/features/alert/alert.ts'
import { certaintyNames } from '../../shared/rulebook/rule.ts'
import { isRuleId } from '../../shared/rulebook/rule-book.ts'
import type { RulesInForce } from '../../shared/rulebook/rules-in-force.ts'
import { Cite } from '../ui/cite.tsx'

/** 依据 of a finding: a rule of the book where it has one, else what it is taken from in words. */
export function SourceCite({ source, rules }: { source: AlertSource; rules: RulesInForce }) {
  if (source.id !== null && isRuleId(source.id)) return <Cite rules={rules} id={source.id} />
  return (
    <span className="note">
      {source.document}
      {source.article}
      {source.mark === '✔' || source.document === certaintyNames[source.mark] ? '' : `，${certaintyNames[source.mark]}`}
    </span>
  )
}
