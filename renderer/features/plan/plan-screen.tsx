import { CalendarOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { MeetingType } from '../../../shared/features/meeting/meeting.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { api } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useKeys } from '../../ui/keys.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { CalendarView } from './calendar-view.tsx'
import { CoverageView } from './coverage-view.tsx'
import { type Deed, DeedLine } from './deed-line.tsx'
import './plan.css'
import './coverage.css'
import { PlanFilter } from './plan-filter.tsx'
import { PlanPrint } from './plan-print.tsx'
import { ProposalSheet } from './proposal-sheet.tsx'
import { usePlan } from './use-plan.ts'

type Sheet = 'print' | 'propose' | null

/** 年度计划与日历: what is intended and what was held, by month, quarter, list, and branch by month. */
export function PlanScreen({ today }: { today: string }) {
  const plan = usePlan(today)
  const { view, organisationId, year, go, turn } = plan
  const [sheet, setSheet] = useState<Sheet>(null)
  const [type, setType] = useState<MeetingType | null>(null)
  const [deed, setDeed] = useState<Deed | null>(null)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const office = useQuery(api.setting.office.queryOptions())
  const organisations = tree.data ?? []
  const mayWrite = useRight('records.write')
  const chosen = organisations.find(({ id }) => id === organisationId)
  useKeys(
    sheet === null
      ? {
          'Alt+ArrowLeft': () => turn(-1),
          'Alt+ArrowRight': () => turn(1),
          t: () => go({ day: today }),
          T: () => go({ day: today })
        }
      : {}
  )
  useEffect(() => {
    document.title = '年度计划与日历 · 党务案头'
  }, [])
  if (sheet === 'print')
    return (
      <div className="page">
        <PlanPrint
          organisationId={organisationId}
          organisation={chosen === undefined ? (office.data?.unit ?? '') : labelOf(chosen)}
          year={year}
          type={type}
          first={view === 'coverage' ? 'coverage' : 'year'}
          onClose={() => setSheet(null)}
        />
      </div>
    )
  if (sheet === 'propose')
    return (
      <div className="page plan-page">
        <ProposalSheet
          organisations={organisations}
          organisationId={organisationId}
          year={year}
          today={today}
          onDone={(done, day) => {
            setSheet(null)
            if (done !== null) setDeed(done)
            if (day !== null) go({ day, view: 'month' })
          }}
        />
      </div>
    )
  return (
    <div className="page plan-page">
      <PageHead title="年度计划与日历" note="计划 → 已开 → 成稿 → 定稿 → 归档">
        <Button icon={<PrinterOutlined />} onClick={() => setSheet('print')}>
          打印
        </Button>
        {mayWrite ? (
          <Button
            type="primary"
            icon={<CalendarOutlined />}
            disabled={organisations.length === 0}
            onClick={() => setSheet('propose')}
          >
            排年度计划
          </Button>
        ) : null}
      </PageHead>
      {deed === null ? null : <DeedLine key={deed.text} deed={deed} onGone={() => setDeed(null)} />}
      <PlanFilter plan={plan} today={today} organisations={organisations} />
      {view === 'coverage' ? (
        <CoverageView
          key={`${organisationId} ${year}`}
          organisationId={organisationId}
          year={year}
          today={today}
          type={type}
          onType={setType}
        />
      ) : (
        <CalendarView
          plan={plan}
          today={today}
          organisations={organisations}
          onDeed={setDeed}
          onPropose={() => setSheet('propose')}
        />
      )}
    </div>
  )
}
