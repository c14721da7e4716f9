import { Button } from 'antd'
import { settableOf, valueInWords } from '../../../shared/rulebook/rule.ts'
import { builtInRule, type RuleId } from '../../../shared/rulebook/rule-book.ts'
import type { RuleOverride } from '../../../shared/rulebook/rule-override.ts'
import type { Outputs } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'

/** A package that was read, with its text: the same text is taken in. */
export type CheckedPackage = Outputs['rule']['comparePackage'] & { text: string }

type Difference = CheckedPackage['differences'][number]

const kinds: Record<Difference['kind'], string> = { new: '新版本', changed: '改动', gone: '不再有' }

/** 党员 40 学时，2026 年起. */
function hiddenInWords(id: RuleId, { parameter: name, value, fromYear }: RuleOverride): string {
  const parameter = settableOf(builtInRule(id)).find((one) => one.name === name)
  return parameter === undefined || value === null
    ? name
    : `${parameter.label} ${valueInWords(parameter, value)}，${fromYear} 年起`
}

function DifferenceRows({ difference }: { difference: Difference }) {
  const { id, title, kind, validFrom, fields, hidden } = difference
  const head = (
    <>
      {id} {title}
      <p className="note">
        {kinds[kind]}
        {validFrom === null ? '' : `，${validFrom} 起`}
      </p>
    </>
  )
  const rows = fields.length === 0 ? [{ name: kind === 'gone' ? '整条' : '内容', before: '', after: '' }] : fields
  return (
    <>
      {rows.map(({ name, before, after }, index) => (
        <tr key={name}>
          <td>{index === 0 ? head : null}</td>
          <td>{name}</td>
          <td className="quiet">{before === '' ? (kind === 'gone' ? '这一版' : '相同') : before}</td>
          <td>{after === '' ? (kind === 'gone' ? '不再使用' : '相同') : after}</td>
        </tr>
      ))}
      {hidden.length === 0 ? null : (
        <tr>
          <td />
          <td colSpan={3}>
            <span className="tag amber">本单位另有规定</span> {hidden.map((one) => hiddenInWords(id, one)).join('；')}
            ；导入后仍按本单位的规定算，要用新的数请另行撤销。
          </td>
        </tr>
      )}
    </>
  )
}

const headings = ['规则', '改什么', '现在', '导入以后']

type Props = { checked: CheckedPackage; busy: boolean; onTake: (one: CheckedPackage) => void; onDrop: () => void }

/** What a package would change, rule by rule, before anything is taken in. */
export function PackageCheck({ checked, busy, onTake, onDrop }: Props) {
  const { id, title, issuedOn, rules, overrides, replaces, differences } = checked
  return (
    <div className="package-check">
      <Verdict tone="info">
        “{title}”（{id}，{issuedOn} 发布，{rules} 条）还没有导入。
        {differences.length === 0 ? '与现在的规则没有不同。' : `与现在的规则有 ${differences.length} 处不同。`}
        {replaces ? '同一编号的规则包会被换掉。' : ''}
        {overrides > 0 ? `文件里带有 ${overrides} 条别处的单位规定，不导入。` : ''}
      </Verdict>
      {differences.length === 0 ? null : (
        <table className="plain-table package-differences" aria-label="与现在不同的地方">
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <DifferenceRows key={`${difference.id} ${difference.validFrom}`} difference={difference} />
            ))}
          </tbody>
        </table>
      )}
      <div className="actions">
        <Button type="primary" loading={busy} onClick={() => onTake(checked)}>
          导入这个规则包
        </Button>
        <Button onClick={onDrop}>不导入</Button>
      </div>
    </div>
  )
}
