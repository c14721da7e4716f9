import { Button } from 'antd'
import { useRef } from 'react'
import type { Membership } from '../../../shared/features/member/member.ts'
import { client } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { useFocusFault } from './focus-fault.ts'
import { FormHead, RestoredNote } from './form-parts.tsx'
import type { MemberFile } from './member-panel.tsx'
import type { OrganisationNode } from './roster.ts'
import { required, useSmallForm } from './small-form.tsx'
import { PlaceFields } from './spell-fields.tsx'

const ways = ['恢复', '转入'] as const
type Returning = Pick<Membership, 'organisationId' | 'groupId' | 'cameFrom'> & {
  entryWay: (typeof ways)[number]
  from: string
}

type Props = {
  file: MemberFile
  organisations: readonly OrganisationNode[]
  today: string
  onClose: () => void
  onDone: () => void
}

/** Takes somebody out of the archive with a new stay; what was before stays as history. */
export function ReturnForm({ file: { member }, organisations, today, onClose, onDone }: Props) {
  const element = useRef<HTMLFormElement>(null)
  const last = member.memberships.at(-1)
  const form = useSmallForm<Returning>({
    name: `return:${member.id}`,
    stored: {
      organisationId: last?.organisationId ?? '',
      groupId: last?.groupId ?? null,
      entryWay: member.standing === '已转出' ? '转入' : '恢复',
      from: today,
      cameFrom: null
    },
    check: ({ from, organisationId }) =>
      organisationId === ''
        ? required('请选择所在党支部。', 'organisationId')
        : from === ''
          ? required('请填转入日期。', 'from')
          : null,
    send: (returning) => client.member.comeBack.mutate({ id: member.id, ...returning }),
    onClose: onDone
  })
  const { value, change, problem } = form
  useFocusFault(element, problem)
  return (
    <form
      ref={element}
      className="panel-form"
      noValidate
      aria-label={`恢复或转入：${member.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormHead title={`恢复或转入：${member.name}`} onClose={onClose} />
      <div className="panel-body">
        {form.restored ? <RestoredNote onReset={form.reset} /> : null}
        <ChoiceField
          id="return-way"
          label="增加方式"
          value={value.entryWay}
          options={ways}
          onChange={(entryWay) => change({ entryWay })}
        />
        <PlaceFields
          prefix="return"
          place={value}
          problem={problem}
          organisations={organisations}
          onChange={(part) => change(part)}
        />
        <div className="field-pair">
          <DayField
            id="return-from"
            label={value.entryWay === '恢复' ? '恢复日期' : '转入日期'}
            value={value.from}
            fault={faultAt(problem, 'from')}
            onChange={(from) => change({ from: from ?? '' })}
          />
          <TextField
            id="return-came-from"
            label="从何处转来"
            value={value.cameFrom}
            maxLength={100}
            fault={faultAt(problem, 'cameFrom')}
            onChange={(cameFrom) => change({ cameFrom })}
          />
        </div>
        <Verdict tone="info">从这一天起重新计入应到会；以前的组织关系和任职都留着，党籍状态改为“正常”。</Verdict>
      </div>
      <footer className="panel-foot">
        {problem === null || ['from', 'organisationId', 'groupId', 'cameFrom'].includes(problem.field ?? '') ? null : (
          <Verdict tone="bad">{problem.message}</Verdict>
        )}
        <div className="panel-actions">
          <Button type="primary" htmlType="submit" loading={form.busy}>
            {value.entryWay === '恢复' ? '恢复到名册' : '转入名册'}
          </Button>
          <Button type="text" onClick={form.giveUp}>
            不办了
          </Button>
        </div>
      </footer>
    </form>
  )
}
