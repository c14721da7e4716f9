import { Select } from 'antd'
import { affiliations, entryWays, exitWays, type Membership } from '../../../shared/features/member/member.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { statedPostTitles } from '../../../shared/features/post/post.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { organisationOptions } from './organisation-branches.ts'
import type { OrganisationNode } from './roster.ts'

type PlaceProps = {
  /** What the ids of the fields begin with. */
  prefix: string
  place: Pick<Membership, 'organisationId' | 'groupId'>
  problem: Problem | null
  organisations: readonly OrganisationNode[]
  onChange: (part: { organisationId?: string; groupId: string | null }) => void
}

/** Branch and group; a group belongs to its branch. */
export function PlaceFields({ prefix, place, problem, organisations, onChange }: PlaceProps) {
  const groups = organisations.filter((one) => one.kind === '党小组' && one.parentId === place.organisationId)
  return (
    <>
      <Field label="所在党组织" for={`${prefix}-organisation`} fault={faultAt(problem, 'organisationId')}>
        <Select
          id={`${prefix}-organisation`}
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          {...(place.organisationId === '' ? {} : { value: place.organisationId })}
          placeholder="选择党支部"
          onChange={(organisationId) => onChange({ organisationId, groupId: null })}
          options={organisationOptions(organisations.filter((one) => one.kind !== '党小组'))}
        />
      </Field>
      {groups.length > 0 || place.groupId !== null ? (
        <Field label="党小组" for={`${prefix}-group`} fault={faultAt(problem, 'groupId')}>
          <Select
            id={`${prefix}-group`}
            style={{ width: '100%' }}
            value={place.groupId}
            onChange={(groupId) => onChange({ groupId })}
            options={[
              { value: null, label: '不编组' },
              ...groups.map((one) => ({ value: one.id, label: labelOf(one) }))
            ]}
          />
        </Field>
      ) : null}
    </>
  )
}

const unknownWay = { value: null, label: '没有填' }

type Props = {
  spell: Membership
  problem: Problem | null
  organisations: readonly OrganisationNode[]
  onChange: (part: Partial<Membership>) => void
}

/** One stay in an organisation: how and when it began, and how and when it ended. */
export function SpellFields({ spell, problem, organisations, onChange }: Props) {
  return (
    <>
      <PlaceFields prefix="spell" place={spell} problem={problem} organisations={organisations} onChange={onChange} />
      <div className="field-pair">
        <Field label="增加方式" for="spell-entry-way" fault={faultAt(problem, 'entryWay')}>
          <Select
            id="spell-entry-way"
            style={{ width: '100%' }}
            value={spell.entryWay}
            onChange={(entryWay) => onChange({ entryWay })}
            options={[unknownWay, ...entryWays.map((value) => ({ value, label: value }))]}
          />
        </Field>
        <DayField
          id="spell-from"
          label="转入日期"
          value={spell.from}
          fault={faultAt(problem, 'from')}
          hint="一直在这里的可以不填"
          onChange={(from) => onChange({ from })}
        />
      </div>
      <TextField
        id="spell-came-from"
        label="从何处转来"
        value={spell.cameFrom}
        maxLength={100}
        hint="本单位以外的党组织；本单位内的调动不用填"
        fault={faultAt(problem, 'cameFrom')}
        onChange={(cameFrom) => onChange({ cameFrom })}
      />
      {spell.id === '' && spell.to === null ? null : <EndFields spell={spell} problem={problem} onChange={onChange} />}
      <ChoiceField
        id="spell-affiliation"
        label="组织关系"
        value={spell.affiliation}
        options={affiliations}
        hint={spell.affiliation === '本支部' ? undefined : '不计入应到会和有表决权的人数。'}
        onChange={(affiliation) => onChange({ affiliation })}
      />
      <Field
        label="党内职务（名册所载）"
        for="spell-posts"
        hint="知道任职日期的，存好后在“经历”里登记，名册以那里为准。"
      >
        <Select
          id="spell-posts"
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

function EndFields({ spell, problem, onChange }: Omit<Props, 'organisations'>) {
  return (
    <>
      <div className="field-pair">
        <Field label="减少方式" for="spell-exit-way" fault={faultAt(problem, 'exitWay')}>
          <Select
            id="spell-exit-way"
            style={{ width: '100%' }}
            value={spell.exitWay}
            onChange={(exitWay) => onChange({ exitWay })}
            options={[unknownWay, ...exitWays.map((value) => ({ value, label: value }))]}
          />
        </Field>
        <DayField
          id="spell-to"
          label="转出日期"
          value={spell.to}
          fault={faultAt(problem, 'to')}
          hint="在这里的最后一天"
          onChange={(to) => onChange({ to })}
        />
      </div>
      <TextField
        id="spell-went-to"
        label="转往何处"
        value={spell.wentTo}
        maxLength={100}
        fault={faultAt(problem, 'wentTo')}
        onChange={(wentTo) => onChange({ wentTo })}
      />
    </>
  )
}
