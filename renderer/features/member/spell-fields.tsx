import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { affiliations, type Membership } from '../../../shared/features/member/member.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { statedPostTitles } from '../../../shared/features/post/post.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { ChoiceField } from '../../ui/inputs.tsx'
import { emptySpell, type MemberDraft, problemOfSpell } from './member-draft.ts'
import { organisationOptions } from './organisation-branches.ts'
import type { OrganisationNode } from './roster.ts'

type SpellProps = {
  spell: Membership
  index: number
  problem: Problem | null
  organisations: readonly OrganisationNode[]
  onChange: (part: Partial<Membership>) => void
}

function SpellFields({ spell, index, problem, organisations, onChange }: SpellProps) {
  const id = (name: string): string => `spell-${index}-${name}`
  const groups = organisations.filter((one) => one.kind === '党小组' && one.parentId === spell.organisationId)
  const search = { optionFilterProp: 'label' }
  return (
    <>
      <Field label="所在党组织" for={id('organisation')} fault={faultAt(problem, 'organisationId')}>
        <Select
          id={id('organisation')}
          style={{ width: '100%' }}
          showSearch={search}
          {...(spell.organisationId === '' ? {} : { value: spell.organisationId })}
          placeholder="选择党支部"
          onChange={(organisationId) => onChange({ organisationId, groupId: null })}
          options={organisationOptions(organisations.filter((one) => one.kind !== '党小组'))}
        />
      </Field>
      {groups.length > 0 || spell.groupId !== null ? (
        <Field label="党小组" for={id('group')} fault={faultAt(problem, 'groupId')}>
          <Select
            id={id('group')}
            style={{ width: '100%' }}
            value={spell.groupId}
            onChange={(groupId) => onChange({ groupId })}
            options={[
              { value: null, label: '不编组' },
              ...groups.map((one) => ({ value: one.id, label: labelOf(one) }))
            ]}
          />
        </Field>
      ) : null}
      <div className="field-pair">
        <DayField
          id={id('from')}
          label="转入日期"
          value={spell.from}
          fault={faultAt(problem, 'from')}
          hint="一直在这里的可以不填"
          onChange={(from) => onChange({ from })}
        />
        <DayField
          id={id('to')}
          label="转出日期"
          value={spell.to}
          fault={faultAt(problem, 'to')}
          hint="在这里的最后一天"
          onChange={(to) => onChange({ to })}
        />
      </div>
      <ChoiceField
        id={id('affiliation')}
        label="组织关系"
        value={spell.affiliation}
        options={affiliations}
        hint={spell.affiliation === '本支部' ? undefined : '不计入应到会和有表决权的人数。'}
        onChange={(affiliation) => onChange({ affiliation })}
      />
      <Field
        label="党内职务（名册所载）"
        for={id('posts')}
        hint="知道任职日期的，存好后在“任职与停权”里登记，名册以那里为准。"
      >
        <Select
          id={id('posts')}
          mode="tags"
          style={{ width: '100%' }}
          value={spell.statedPosts}
          placeholder="没有就不填"
          onChange={(statedPosts) => onChange({ statedPosts })}
          options={statedPostTitles.map((value) => ({ value, label: value }))}
        />
      </Field>
    </>
  )
}

type Props = {
  draft: MemberDraft
  change: (part: Partial<MemberDraft>) => void
  problem: Problem | null
  organisations: readonly OrganisationNode[]
}

/** Where somebody belongs, now and before; several spells only where people moved between organisations of this store. */
export function SpellsFields({ draft, change, problem, organisations }: Props) {
  const spells = draft.memberships
  const replace = (index: number, part: Partial<Membership>): void =>
    change({ memberships: spells.map((spell, at) => (at === index ? { ...spell, ...part } : spell)) })
  return (
    <>
      {spells.map((spell, index) => (
        <section key={index} aria-label={spells.length === 1 ? '组织关系' : `第 ${index + 1} 段组织关系`}>
          <div className="panel-heading row">
            <h3>{spells.length === 1 ? '组织关系' : `组织关系 第 ${index + 1} 段`}</h3>
            {spells.length === 1 ? null : (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                onClick={() => change({ memberships: spells.filter((_spell, at) => at !== index) })}
              >
                去掉这一段
              </Button>
            )}
          </div>
          <SpellFields
            spell={spell}
            index={index}
            problem={problemOfSpell(problem, spells, index)}
            organisations={organisations}
            onChange={(part) => replace(index, part)}
          />
        </section>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => change({ memberships: [...spells, emptySpell('')] })}>
        转到了别的支部，再记一段
      </Button>
    </>
  )
}
