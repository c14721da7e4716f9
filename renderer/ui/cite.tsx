import { Popover } from 'antd'
import { certaintyNames, citationOf, type Rule } from '../../shared/rulebook/rule.ts'

/** 依据: short title and article on one line; the popover says what the rule asks and how sure we are of it. */
export function Cite({ rule }: { rule: Rule }) {
  const content = (
    <div style={{ maxWidth: 380 }}>
      <p style={{ fontWeight: 600 }}>
        {rule.document ?? '本软件默认口径'} {rule.article ?? ''}{' '}
        <span className={rule.mark === '✔' ? 'tag green' : 'tag amber'}>{certaintyNames[rule.mark]}</span>
      </p>
      <p>{rule.meaning}</p>
      {rule.validFrom === null ? null : <p className="note">{rule.validFrom} 起施行</p>}
    </div>
  )
  return (
    <Popover content={content} trigger={['click']} placement="bottomLeft">
      <button type="button" className="cite">
        {citationOf(rule)}
      </button>
    </Popover>
  )
}
