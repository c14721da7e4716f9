import { Popover } from 'antd'
import { certaintyNames, citationOf, settableOf, valueInWords } from '../../shared/rulebook/rule.ts'
import type { RuleId } from '../../shared/rulebook/rule-book.ts'
import type { RulesInForce } from '../../shared/rulebook/rules-in-force.ts'

/** What the office has set of a rule for itself, one line each; nothing where it goes by the book. */
function OwnSettings({ rules, id }: { rules: RulesInForce; id: RuleId }) {
  const own = rules.overridesOf(id)
  if (own.length === 0) return null
  const parameters = settableOf(rules.rule(id))
  return (
    <>
      <p style={{ fontWeight: 600 }}>本单位另有规定</p>
      {own.map(({ parameter: name, value, fromYear, note }) => {
        const parameter = parameters.find((one) => one.name === name)
        if (parameter === undefined || value === null) return null
        return (
          <p key={name}>
            {parameter.label}：{valueInWords(parameter, value)}，{fromYear} 年起
            <br />
            <span className="note">{note}</span>
          </p>
        )
      })}
    </>
  )
}

/**
 * 依据: short title and article on one line, and whether the office has set something else; the popover says what the rule
 * asks and how sure we are of it.
 */
export function Cite({ rules, id }: { rules: RulesInForce; id: RuleId }) {
  const rule = rules.rule(id)
  const content = (
    <div style={{ maxWidth: 380 }}>
      <p style={{ fontWeight: 600 }}>
        {rule.document ?? '本软件默认口径'} {rule.article ?? ''}{' '}
        <span className={rule.mark === '✔' ? 'tag green' : 'tag amber'}>{certaintyNames[rule.mark]}</span>
      </p>
      <p>{rule.meaning}</p>
      {rule.validFrom === null ? null : <p className="note">{rule.validFrom} 起施行</p>}
      <OwnSettings rules={rules} id={id} />
    </div>
  )
  return (
    <Popover content={content} trigger={['click']} placement="bottomLeft">
      <button type="button" className="cite">
        {citationOf(rule)}
        {rules.overridesOf(id).length === 0 ? null : '，本单位另有规定'}
      </button>
    </Popover>
  )
}
