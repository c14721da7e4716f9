import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { MeetingType } from '../../../shared/features/meeting/meeting.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useEscape } from '../../ui/escape.ts'
import { PageHead } from '../../ui/page-head.tsx'

type PaperName = 'year' | 'coverage'
const names: Record<PaperName, string> = { year: '年度会议计划', coverage: '组织生活覆盖表' }

type Props = {
  organisationId: string | null
  organisation: string
  year: number
  type: MeetingType | null
  first: PaperName
  onClose: () => void
}

/** The papers of the plan: what was planned, and what was held. */
export function PlanPrint({ organisationId, organisation, year, type, first, onClose }: Props) {
  const [name, setName] = useState(first)
  useEscape(onClose)
  const title = name === 'year' ? `${year}年度会议计划` : `${year}年度${type === null ? '组织生活' : type}覆盖表`
  const query = new URLSearchParams({ year: `${year}`, ...(name === 'coverage' && type !== null ? { type } : {}) })
  return (
    <>
      <PageHead title={title} note={organisation}>
        <Segmented<PaperName>
          aria-label="哪份材料"
          value={name}
          options={[
            { value: 'year', label: names.year },
            { value: 'coverage', label: names.coverage }
          ]}
          onChange={setName}
        />
        <Button onClick={onClose}>返回日历</Button>
      </PageHead>
      <div className="plan-paper">
        <PaperView
          title={title}
          path={`/documents/plan/${organisationId ?? 'all'}/${name}`}
          query={query.toString()}
          fileName={`${organisation}${title}`}
          excel
        />
      </div>
    </>
  )
}
