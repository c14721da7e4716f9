import { Radio } from 'antd'
import {
  type MergeChoices,
  type MergeField,
  mergedFact,
  mergeFields
} from '../../../shared/features/member/duplicate-rules.ts'
import { historyOf } from '../../../shared/features/member/timeline-rules.ts'
import type { Member } from '../../../shared/features/member/member.ts'
import type { Suspicion } from './duplicate-sheet.tsx'
import { span } from './history-entry.tsx'
import type { OrganisationNode } from './roster.ts'

const shown = (value: Member[MergeField]): string =>
  typeof value === 'boolean' ? (value ? '是' : '不是') : (value ?? '')

const staysOf = (member: Member, nodes: readonly OrganisationNode[]): string =>
  historyOf(member, nodes)
    .map((line) => [line.organisation, line.group, span(line.from, line.to)].filter(Boolean).join(' '))
    .join('；')

type Props = {
  pair: Suspicion
  nodes: readonly OrganisationNode[]
  /** True where the record at the left stays. */
  keepsFirst: boolean
  choices: MergeChoices
  onKeep: (first: boolean) => void
  onOpen: (id: string) => void
  /** Without a choice the stays of both remain. */
  onChoose: (field: MergeField | 'memberships', choice: 'keep' | 'other' | undefined) => void
}

type SideProps = {
  field: MergeField
  label: string
  side: 'keep' | 'other'
  text: string
  chosen: boolean
  differs: boolean
}

function Side({ field, label, side, text, chosen, differs, onChoose }: SideProps & Pick<Props, 'onChoose'>) {
  const words = text === '' ? <span className="quiet">空</span> : text
  if (!differs) return <td>{words}</td>
  return (
    <td className={chosen ? 'differs chosen' : 'differs'}>
      <Radio
        name={`merge-${field}`}
        checked={chosen}
        aria-label={`${label}用“${text === '' ? '空' : text}”`}
        onChange={() => onChoose(field, side)}
      >
        {words}
      </Radio>
    </td>
  )
}

/** Two people fact by fact; where they differ one chooses. */
export function DuplicateTable({ pair, nodes, keepsFirst, choices, onKeep, onOpen, onChoose }: Props) {
  const { first, second } = pair
  const [keep, other] = keepsFirst ? [first, second] : [second, first]
  const sides = [
    { member: first, side: keepsFirst ? 'keep' : 'other' },
    { member: second, side: keepsFirst ? 'other' : 'keep' }
  ] as const
  const facts = mergeFields.filter(([field]) => shown(first[field]) !== '' || shown(second[field]) !== '')
  return (
    <div className="merge-box" tabIndex={0} role="region" aria-label="逐项对照">
      <table className="plain-table merge-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {sides.map(({ member, side }) => (
              <th key={member.id} scope="col">
                <Radio name="merge-keep" checked={side === 'keep'} onChange={() => onKeep(member === first)}>
                  {side === 'keep' ? '保留这一条' : '并入另一条'}
                </Radio>
                <button type="button" className="link" onClick={() => onOpen(member.id)}>
                  打开这个人
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(([field, label]) => {
            const differs = shown(first[field]) !== shown(second[field])
            const merged = shown(mergedFact(field, keep, other, choices[field]))
            return (
              <tr key={field}>
                <th scope="row">
                  {label}
                  {differs ? <span className="tag amber">不同</span> : null}
                </th>
                {sides.map(({ member, side }) => (
                  <Side
                    key={member.id}
                    {...{ field, label, side, differs, onChoose }}
                    text={shown(member[field])}
                    chosen={shown(member[field]) === merged}
                  />
                ))}
              </tr>
            )
          })}
          <tr>
            <th scope="row">
              组织关系
              <Radio
                name="merge-memberships"
                checked={choices.memberships === undefined}
                onChange={() => onChoose('memberships', undefined)}
              >
                两边都留
              </Radio>
            </th>
            {sides.map(({ member, side }) => (
              <td key={member.id}>
                <Radio
                  name="merge-memberships"
                  checked={choices.memberships === side}
                  aria-label={`只留“${staysOf(member, nodes)}”`}
                  onChange={() => onChoose('memberships', side)}
                >
                  {staysOf(member, nodes)}
                </Radio>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
