import { Button, Select } from 'antd'
import { useRef } from 'react'
import { exitWays } from '../../../shared/features/member/member.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { holdsOn } from '../../../shared/features/post/post.ts'
import { within } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { useFocusFault } from './focus-fault.ts'
import { FormHead, RestoredNote } from './form-parts.tsx'
import type { MemberFile } from './member-panel.tsx'
import type { OrganisationNode } from './roster.ts'
import { required, useSmallForm } from './small-form.tsx'

type Leaving = { exitWay: (typeof exitWays)[number]; to: string; wentTo: string | null }

/** What will happen, before it does. */
function consequences(file: MemberFile, leaving: Leaving, organisations: readonly OrganisationNode[], today: string) {
  const spell = file.member.memberships.find(({ from, to }) => within(today, from, to))
  const home = organisations.find((one) => one.id === spell?.organisationId)
  const posts = file.posts.filter((post) => holdsOn(post, today) && post.to === null).map((post) => post.title)
  const day = leaving.to === '' ? '所填日期' : leaving.to
  return [
    `在${home === undefined ? '本单位' : labelOf(home)}的组织关系到 ${day} 为止，从第二天起不计入应到会。`,
    ...(posts.length === 0 ? [] : [`现任${posts.join('、')}到同一天免职。`]),
    '人和以前的记录都留着，进入“原有党员”，需要时可以恢复。'
  ]
}

type Props = {
  file: MemberFile
  organisations: readonly OrganisationNode[]
  today: string
  onClose: () => void
  onDone: () => void
}

/** 减少: how, when and where to; the engine ends the stay and the posts. */
export function LeaveForm({ file, organisations, today, onClose, onDone }: Props) {
  const { member } = file
  const element = useRef<HTMLFormElement>(null)
  const form = useSmallForm<Leaving>({
    name: `leave:${member.id}`,
    stored: { exitWay: '转出', to: today, wentTo: null },
    check: ({ to }) => (to === '' ? required('请填离开日期。', 'to') : null),
    send: (leaving) => client.member.leave.mutate({ id: member.id, ...leaving }),
    onClose: onDone
  })
  const { value, change, problem } = form
  useFocusFault(element, problem)
  return (
    <form
      ref={element}
      className="panel-form"
      noValidate
      aria-label={`办理减少：${member.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormHead title={`办理减少：${member.name}`} onClose={onClose} />
      <div className="panel-body">
        {form.restored ? <RestoredNote onReset={form.reset} /> : null}
        <div className="field-pair">
          <Field label="减少方式" for="leave-way" fault={faultAt(problem, 'exitWay')}>
            <Select
              id="leave-way"
              autoFocus
              style={{ width: '100%' }}
              value={value.exitWay}
              onChange={(exitWay) => change({ exitWay })}
              options={exitWays.map((way) => ({ value: way, label: way }))}
            />
          </Field>
          <DayField
            id="leave-to"
            label="离开日期"
            value={value.to}
            fault={faultAt(problem, 'to')}
            hint="在这里的最后一天"
            onChange={(to) => change({ to: to ?? '' })}
          />
        </div>
        <TextField
          id="leave-went-to"
          label="去向"
          value={value.wentTo}
          maxLength={100}
          hint="转往的党组织全称；去世、出党的不填"
          fault={faultAt(problem, 'wentTo')}
          onChange={(wentTo) => change({ wentTo })}
        />
        <Verdict tone="info">
          <ul className="plain-list">
            {consequences(file, value, organisations, today).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Verdict>
      </div>
      <footer className="panel-foot">
        {problem === null || ['to', 'wentTo', 'exitWay'].includes(problem.field ?? '') ? null : (
          <Verdict tone="bad">{problem.message}</Verdict>
        )}
        <div className="panel-actions">
          <Button type="primary" htmlType="submit" loading={form.busy}>
            办理减少
          </Button>
          <Button type="text" onClick={form.giveUp}>
            不办了
          </Button>
        </div>
      </footer>
    </form>
  )
}
