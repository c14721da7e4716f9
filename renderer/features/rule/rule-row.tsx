import { certaintyNames, levelNames, type Rule, settableOf } from '../../../shared/rulebook/rule.ts'
import { editionsOf, type RuleId } from '../../../shared/rulebook/rule-book.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Outputs } from '../../api/client.ts'
import { ParameterLine } from './parameter-line.tsx'

export type Book = Outputs['rule']['book']

const levelTones: Record<Rule['level'], string> = { BLOCK: 'red', WARN: 'amber', REMIND: 'blue', INFO: '' }

/** Other editions of the rule than the one in force, where there are any. */
function otherEditions({ validFrom }: Rule, editions: readonly Rule[]): string | null {
  const others = editions.filter((one) => one.validFrom !== validFrom)
  return others.length === 0
    ? null
    : `另有 ${others.length} 个版本：${others.map(({ validFrom: from }) => (from === null ? '没有施行日期的' : `${from} 起`)).join('、')}`
}

type Props = { id: RuleId; rules: RulesInForce; book: Book }

/** One rule: what it asks, what of it the office may set and has set, where it stands, what it does, how sure it is. */
export function RuleRow({ id, rules, book }: Props) {
  const rule = rules.rule(id)
  const settable = settableOf(rule)
  const others = otherEditions(rule, editionsOf(book, id))
  return (
    <tr>
      <td className="rule-id">{rule.id}</td>
      <td>
        <strong>{rule.title}</strong>
        <p className="note">{rule.meaning}</p>
        {settable.length === 0 ? null : (
          <ul className="rule-parameters" aria-label={`${rule.title}的参数`}>
            {settable.map((parameter) => (
              <ParameterLine key={parameter.name} id={id} parameter={parameter} rules={rules} book={book} />
            ))}
          </ul>
        )}
      </td>
      <td>
        {rule.document === null ? '没有规定，本软件默认口径' : `${rule.document}${rule.article ?? ''}`}
        {rule.validFrom === null ? null : <p className="note">{rule.validFrom} 起施行</p>}
        {others === null ? null : <p className="note">{others}</p>}
      </td>
      <td>
        <span className={`tag ${levelTones[rule.level]}`}>{levelNames[rule.level]}</span>
      </td>
      <td>
        <span className={rule.mark === '✔' ? 'tag green' : 'tag amber'}>{certaintyNames[rule.mark]}</span>
        {rules.overridesOf(id).length === 0 ? null : <span className="tag blue">本单位另有规定</span>}
      </td>
    </tr>
  )
}
