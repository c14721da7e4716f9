import { Button } from 'antd'
import { useState } from 'react'
import { isBranch } from '../../../shared/features/organisation/organisation.ts'
import { blankEntry, type CalendarLine, type PlanEntry } from '../../../shared/features/plan/plan.ts'
import { partsOf } from '../../../shared/kernel/dates.ts'
import { client, type Outputs, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { useKeys } from '../../ui/keys.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { DayPanel } from './day-panel.tsx'
import type { Deed } from './deed-line.tsx'
import { EntryForm } from './entry-form.tsx'
import { LinePanel } from './line-panel.tsx'
import { type GridProps, MonthGrid } from './month-grid.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { PlanList } from './plan-list.tsx'
import { monthsOfQuarter } from './plan-span.ts'
import { keyOfLine } from './plan-words.ts'
import type { Plan } from './use-plan.ts'

type Props = {
  plan: Plan
  today: string
  organisations: Outputs['organisation']['tree']
  onDeed: (deed: Deed) => void
  onPropose: () => void
}

/** What the panel shows beside the line of the address: a whole day, or a new entry. */
type Beside = { kind: 'day' } | { kind: 'new'; entry: PlanEntry } | null

function Months({ plan, shared }: { plan: Plan; shared: Omit<GridProps, 'year' | 'month'> }) {
  if (plan.view === 'month') return <MonthGrid {...shared} year={plan.year} month={partsOf(plan.day).month} />
  return (
    <div className="plan-quarter">
      {monthsOfQuarter(plan.day).map((month) => (
        <section key={month}>
          <h2>{month} 月</h2>
          <MonthGrid {...shared} compact year={plan.year} month={month} />
        </section>
      ))}
    </div>
  )
}

function NothingYet({ onPropose }: { onPropose: () => void }) {
  const mayWrite = useRight('records.write')
  return (
    <div className="empty">
      <p className="empty-title">这一年还没有计划和会议</p>
      <p className="note">按频次要求排一份年度计划，看过再采用；到了日子一点就开始记录。</p>
      {mayWrite ? <Button onClick={onPropose}>排年度计划</Button> : null}
    </div>
  )
}

const openAt = (plan: Plan, line: CalendarLine): void => plan.go({ entry: keyOfLine(line), day: line.day })

/** Month, quarter and list, with what is open beside them. */
export function CalendarView({ plan, today, organisations, onDeed, onPropose }: Props) {
  const { view, day, lines: query, go, organisationId, open } = plan
  const [beside, setBeside] = useState<Beside>(null)
  const mayWrite = useRight('records.write')
  const lines = query.data ?? []
  const line = lines.find((one) => open !== null && (one.entryId === open || one.meetingId === open))
  const byDay = Map.groupBy(lines, (one) => one.day)
  const home = organisationId ?? organisations.find(isBranch)?.id ?? organisations[0]?.id ?? ''
  const close = (): void => {
    setBeside(null)
    go({ entry: null })
  }
  const add = (): void => {
    const focused = document.activeElement
    const at = focused instanceof HTMLElement ? (focused.dataset['day'] ?? day) : day
    if (mayWrite && home !== '') setBeside({ kind: 'new', entry: blankEntry(home, at) })
  }
  const openLine = (one: CalendarLine): void => {
    setBeside(null)
    openAt(plan, one)
  }
  const openDay = (at: string): void => {
    const [only, ...others] = byDay.get(at) ?? []
    if (only !== undefined && others.length === 0) openLine(only)
    else {
      setBeside({ kind: 'day' })
      go({ day: at, entry: null })
    }
  }
  useKeys({ n: add, N: add })
  const late = lines.filter(({ state }) => state === 'overdue').length
  useSayStatus(query.data === undefined ? '' : `${lines.length} 项${late === 0 ? '' : `，逾期未记 ${late} 项`}`)
  if (query.error !== null)
    return <LoadFailure message={problemOfError(query.error).message} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Loading lines={8} />
  const shared = {
    ...{ lines: byDay, today, day, named: organisationId === null || lines.some((one) => one.organisationId !== home) },
    ...{ chosen: open, onDay: (at: string) => go({ day: at }), onOpenDay: openDay, onOpenLine: openLine }
  }
  const panel =
    beside?.kind === 'new' ? (
      <PanelFrame key={`new ${beside.entry.plannedOn}`} title="加计划" onClose={close}>
        <EntryForm
          entry={beside.entry}
          organisations={organisations}
          onSaved={(kept) => {
            setBeside(null)
            go({ day: kept.plannedOn, entry: kept.id })
            onDeed({
              text: `已加上 ${kept.plannedOn} ${kept.types.join('、')}`,
              undo: () => client.plan.remove.mutate({ id: kept.id })
            })
          }}
          onClose={close}
        />
      </PanelFrame>
    ) : line !== undefined ? (
      <LinePanel
        key={keyOfLine(line)}
        line={line}
        organisations={organisations}
        onDeed={onDeed}
        onMoved={(to) => go({ day: to })}
        onClose={close}
      />
    ) : beside?.kind === 'day' ? (
      <DayPanel day={day} lines={byDay.get(day) ?? []} onOpen={openLine} onAdd={add} onClose={close} />
    ) : null
  return (
    <div className={panel === null ? 'plan-desk' : 'plan-desk open'}>
      <section className="card plan-card" aria-label="日历">
        <div className="plan-scroll">
          {view !== 'list' ? (
            <Months plan={plan} shared={shared} />
          ) : lines.length === 0 ? (
            <NothingYet onPropose={onPropose} />
          ) : (
            <PlanList lines={lines} today={today} chosen={open} onOpen={openLine} />
          )}
        </div>
      </section>
      {panel}
    </div>
  )
}
