import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type CalendarLine,
  calendarStateNames,
  type PlanEntry,
  ruleOfType
} from '../../../shared/features/plan/plan.ts'
import { client, type Outputs, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { Deed } from './deed-line.tsx'
import { EntryForm } from './entry-form.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { dayAndWeekday, stateTones } from './plan-words.ts'

type Props = {
  line: CalendarLine
  organisations: Outputs['organisation']['tree']
  onDeed: (deed: Deed) => void
  onMoved: (day: string) => void
  onClose: () => void
}

const entryOf = ({ entryId, organisationId, types, day, start, place, subject, note }: CalendarLine): PlanEntry => ({
  ...{ id: entryId ?? '', organisationId, types, plannedOn: day, start, place, subject, note, meetingId: null }
})

function Facts({ line }: { line: CalendarLine }) {
  const rules = useRules(line.day)
  const facts: [string, string | null][] = [
    ['党组织', line.organisation],
    [line.meetingId === null ? '计划日期' : '会议日期', dayAndWeekday(line.day)],
    ['原计划', line.plannedOn === null || line.plannedOn === line.day ? null : dayAndWeekday(line.plannedOn)],
    ['开始', line.start],
    ['地点', line.place],
    ['主题或议题', line.subject],
    ['备注', line.note]
  ]
  return (
    <>
      <dl className="plan-facts">
        {facts.map(([name, value]) =>
          value === null || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )
        )}
        <div>
          <dt>状态</dt>
          <dd>
            <span className={`tag ${stateTones[line.state]}`}>{calendarStateNames[line.state]}</span>
          </dd>
        </div>
      </dl>
      <p className="plan-cites">
        {line.types.map((type) => (
          <Cite key={type} rules={rules} id={ruleOfType[type]} />
        ))}
      </p>
    </>
  )
}

/** What can be done with an entry: record it, move it, or give it up. */
function EntryActions({ line, onEdit, onDeed, onClose }: Props & { onEdit: () => void }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const id = line.entryId ?? ''
  const begin = useMutation({
    mutationFn: () => client.plan.begin.mutate({ id }),
    onSuccess: (meeting) => void navigate(`/meeting/${meeting.id}`)
  })
  const drop = useMutation({
    mutationFn: () => client.plan.remove.mutate({ id }),
    onSuccess: async () => {
      onDeed({
        text: `已取消 ${line.day} 的${line.types.join('、')}计划`,
        undo: () => client.plan.save.mutate(entryOf(line))
      })
      onClose()
      await queries.invalidateQueries()
    }
  })
  const error = begin.error ?? drop.error
  useKeys({ r: () => begin.mutate() })
  return (
    <>
      <div className="actions">
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
          记会议 <Kbd>R</Kbd>
        </Button>
        <Button onClick={onEdit}>改期</Button>
        <Button danger type="text" className="push" loading={drop.isPending} onClick={() => drop.mutate()}>
          取消计划
        </Button>
      </div>
      <p className="note">记会议会带上类型、日期、地点和主题，不用再填一遍。</p>
      {error === null ? null : <Verdict tone="bad">{problemOfError(error).message}</Verdict>}
    </>
  )
}

/** One line of the calendar: an entry with what can be done with it, or a meeting with the way to its record. */
export function LinePanel(props: Props) {
  const { line, organisations, onDeed, onMoved, onClose } = props
  const navigate = useNavigate()
  const mayWrite = useRight('records.write')
  const [editing, setEditing] = useState(false)
  const isEntry = line.meetingId === null
  if (editing && isEntry)
    return (
      <PanelFrame title="改期和修改" onClose={() => setEditing(false)}>
        <EntryForm
          entry={entryOf(line)}
          organisations={organisations}
          onSaved={(kept) => {
            setEditing(false)
            onMoved(kept.plannedOn)
            onDeed({
              text: `已改为 ${kept.plannedOn} ${kept.types.join('、')}`,
              undo: () => client.plan.save.mutate(entryOf(line))
            })
          }}
          onClose={() => setEditing(false)}
        />
      </PanelFrame>
    )
  return (
    <PanelFrame title={line.title} onClose={onClose}>
      <Facts line={line} />
      {isEntry ? (
        mayWrite ? (
          <EntryActions {...props} onEdit={() => setEditing(true)} />
        ) : null
      ) : (
        <div className="actions">
          <Button type="primary" onClick={() => void navigate(`/meeting/${line.meetingId ?? ''}`)}>
            打开记录
          </Button>
        </div>
      )}
    </PanelFrame>
  )
}
