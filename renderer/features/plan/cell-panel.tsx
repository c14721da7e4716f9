import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { CoveragePart, CoverageState } from '../../../shared/features/plan/coverage-rules.ts'
import { ruleOfType } from '../../../shared/features/plan/plan.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { CoverageSpot } from '../../app/coverage-grid.tsx'
import { PanelFrame } from './panel-frame.tsx'

export const partStates: Record<CoverageState, { word: string; tone: string }> = {
  held: { word: '已开', tone: 'green' },
  missing: { word: '缺', tone: 'red' },
  late: { word: '已过固定日', tone: 'amber' },
  open: { word: '还没到期', tone: 'blue' },
  ahead: { word: '还没开始', tone: '' }
}

type PartProps = { part: CoveragePart; today: string; running: boolean; first: boolean }

/** Starts the record of what is missing, on a day that is typed, or on today while the period runs. */
function RecordPart({ part, today, running, first }: PartProps) {
  const navigate = useNavigate()
  const [date, setDate] = useState<string | null>(running ? today : null)
  const start = useMutation(
    api.meeting.start.mutationOptions({ onSuccess: (meeting) => void navigate(`/meeting/${meeting.id}`) })
  )
  const problem = start.error === null ? null : problemOfError(start.error)
  return (
    <form
      className="plan-record"
      aria-label={`记${part.group ?? ''}${part.type}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (date !== null && isDay(date))
          start.mutate({ organisationId: part.organisationId, types: [part.type], date })
      }}
    >
      <DayField
        id={`record-${part.organisationId}-${part.type}`}
        label="哪一天开的"
        value={date}
        autoFocus={first}
        onChange={setDate}
      />
      <Button htmlType="submit" disabled={date === null || !isDay(date)} loading={start.isPending}>
        记会议
      </Button>
      {problem === null ? null : <Verdict tone="bad">{problem.message}</Verdict>}
    </form>
  )
}

function Part(props: PartProps) {
  const { part } = props
  const navigate = useNavigate()
  const mayWrite = useRight('records.write')
  const rules = useRules()
  const { word, tone } = partStates[part.state]
  return (
    <section className="plan-part">
      <header>
        <h3>
          {part.type}
          {part.group === null ? '' : `，${part.group}`}
        </h3>
        <span className={`tag ${tone}`}>{part.count > 1 ? `${part.held}/${part.count} 次` : word}</span>
        <Cite rules={rules} id={ruleOfType[part.type]} />
      </header>
      {part.plannedOn === null ? null : <p className="note">已计划 {part.plannedOn}</p>}
      {part.meetingIds.map((id, index) => (
        <button key={id} type="button" className="link" onClick={() => void navigate(`/meeting/${id}`)}>
          打开{part.meetingIds.length > 1 ? `第 ${index + 1} 次的` : ''}记录
        </button>
      ))}
      {part.state === 'held' || part.state === 'ahead' || !mayWrite ? null : <RecordPart {...props} />}
    </section>
  )
}

type Props = { spot: CoverageSpot; today: string; recording: boolean; onClose: () => void }

/** What one cell of the coverage is made of, each part with its record or the way to one. */
export function CellPanel({ spot, today, recording, onClose }: Props) {
  const { row, column, parts } = spot
  const wanted = parts.findIndex(({ state }) => state === 'missing' || state === 'late' || state === 'open')
  return (
    <PanelFrame title={`${row.label}，${column.title}`} onClose={onClose}>
      {parts.length === 0 ? <p className="note">这里没有要求。{row.notes.join('，')}</p> : null}
      {parts.map((part, index) => (
        <Part
          key={`${part.organisationId} ${part.type}`}
          part={part}
          today={today}
          running={part.state === 'open' || part.state === 'late'}
          first={recording && index === wanted}
        />
      ))}
    </PanelFrame>
  )
}
