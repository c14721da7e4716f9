import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { Rectification } from '../../shared/features/rectification/rectification.ts'
import { client } from '../api/client.ts'
import { Confirm } from '../ui/confirm.tsx'
import { DayField } from '../ui/day-field.tsx'
import { Field, faultAt } from '../ui/field.tsx'
import { TextField } from '../ui/inputs.tsx'
import { Verdict } from '../ui/verdict.tsx'
import { PersonField } from './person-field.tsx'
import { useStoredDraft } from './stored-draft.ts'
import { useChange } from './use-change.ts'

type Props = { stored: Rectification; today: string; onClose: () => void }

const placed = ['problem', 'target', 'measure', 'person', 'dueOn', 'remeasured', 'closedOn', 'progress']

/** Asks before a rectification goes. */
function Removal({ stored, onGone }: { stored: Rectification; onGone: () => void }) {
  const [asking, setAsking] = useState(false)
  const remove = useChange(() => client.rectification.remove.mutate({ id: stored.id }), onGone)
  return (
    <>
      <Button type="text" icon={<DeleteOutlined />} onClick={() => setAsking(true)}>
        删除整改
      </Button>
      {asking ? (
        <Confirm
          title="删除这条整改？"
          verb="删除整改"
          keep="留着"
          busy={remove.isPending}
          refusal={remove.problem?.message}
          onConfirm={() => remove.mutate()}
          onKeep={() => setAsking(false)}
        >
          目标、措施和 {stored.progress.length} 条过程记录一起删掉，不能找回。
        </Confirm>
      ) : null}
    </>
  )
}

/** A turn of PDCA to be written: the plan, a note of today, what measuring again gave. Kept while it is typed. */
export function RectificationForm({ stored, today, onClose }: Props) {
  const isNew = stored.id === ''
  const begun = useMemo(() => ({ ...stored, said: '' }), [stored])
  const kept = useStoredDraft(`rectification ${isNew ? `new ${stored.organisationId}` : stored.id}`, begun)
  const { said, ...value } = kept.value
  const save = useChange(
    () =>
      client.rectification.save.mutate({
        ...value,
        progress: said.trim() === '' ? value.progress : [...value.progress, { on: today, text: said.trim() }]
      }),
    () => {
      kept.forget()
      onClose()
    }
  )
  const fault = (field: string): string | undefined => faultAt(save.problem, field)
  return (
    <form
      className="rectification-form"
      aria-label={isNew ? '记问题' : '修改整改'}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <TextField
        {...{ id: 'turn-problem', label: '问题', value: value.problem, maxLength: 500, rows: 2, autoFocus: true }}
        fault={fault('problem')}
        onChange={(problem) => kept.change({ problem: problem ?? '' })}
      />
      {value.item !== null || value.meetingId !== null ? null : (
        <TextField
          {...{ id: 'turn-source', label: '来源', value: value.source, maxLength: 100 }}
          hint="例如：上级检查、巡察反馈"
          fault={fault('source')}
          onChange={(source) => kept.change({ source })}
        />
      )}
      <TextField
        {...{ id: 'turn-target', label: '目标', value: value.target, maxLength: 500 }}
        fault={fault('target')}
        onChange={(target) => kept.change({ target })}
      />
      <TextField
        {...{ id: 'turn-measure', label: '措施', value: value.measure, maxLength: 1000, rows: 2 }}
        fault={fault('measure')}
        onChange={(measure) => kept.change({ measure })}
      />
      <div className="field-pair">
        <PersonField
          {...{ id: 'turn-person', label: '责任人', organisationId: value.organisationId, value: value.person }}
          fault={fault('person')}
          onChange={(person) => kept.change({ person })}
        />
        <DayField
          {...{ id: 'turn-due', label: '期限', value: value.dueOn, fault: fault('dueOn') }}
          onChange={(dueOn) => kept.change({ dueOn })}
        />
      </div>
      {value.progress.map(({ on, text }) => (
        <p key={`${on} ${text}`} className="note">{`${on} ${text}`}</p>
      ))}
      <Field label={`今天的过程（${today}）`} for="turn-said" fault={fault('progress')}>
        <Input
          id="turn-said"
          maxLength={500}
          autoComplete="off"
          value={said}
          onChange={(event) => kept.change({ said: event.target.value })}
        />
      </Field>
      {isNew ? null : (
        <>
          <TextField
            {...{ id: 'turn-measured', label: '复测结果', value: value.remeasured, maxLength: 500 }}
            fault={fault('remeasured')}
            onChange={(remeasured) => kept.change({ remeasured })}
          />
          <DayField
            {...{ id: 'turn-closed', label: '关闭日期', value: value.closedOn, fault: fault('closedOn') }}
            onChange={(closedOn) => kept.change({ closedOn })}
          />
        </>
      )}
      {save.problem === null || placed.includes(save.problem.field ?? '') ? null : (
        <Verdict tone="bad">{save.problem.message}</Verdict>
      )}
      <div className="rectification-acts">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {isNew ? '记下问题' : '保存整改'}
        </Button>
        <Button
          onClick={() => {
            kept.forget()
            onClose()
          }}
        >
          不改了
        </Button>
        <span className="push" />
        {isNew ? null : <Removal stored={stored} onGone={onClose} />}
      </div>
    </form>
  )
}
