import { Button, Select } from 'antd'
import {
  type ChecklistPaperName,
  checklistPaperNames,
  checklistPapers
} from '../../../shared/features/checklist/checklist-papers.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useEscape } from '../../ui/escape.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { type Desk, isListKey } from './checklist-words.ts'
import { ReportBlocks } from './report-blocks.tsx'
import type { ChecklistPlace } from './use-checklist-place.ts'

const sheets: readonly ChecklistPaperName[] = ['self-check', 'review', 'problems', 'missing', 'register']

/** Every paper of a list, one at a time over the whole page. */
export function ChecklistPapers({ desk, place }: { desk: Desk; place: ChecklistPlace }) {
  const close = (): void => place.go({ paper: null })
  useEscape(close)
  const paper = checklistPapers.find((one) => one === place.paper) ?? 'self-check'
  const { organisation, year, list } = desk
  const key = isListKey(list.key) ? list.key : 'standard'
  const title = `${year}年度${checklistPaperNames[paper]}`
  return (
    <>
      <PageHead title="清单的材料" note={`${year} 年度，${organisation.label}，${list.title}`}>
        <Select<ChecklistPaperName>
          aria-label="哪份材料"
          style={{ width: 180 }}
          value={paper}
          options={checklistPapers.map((value) => ({ value, label: checklistPaperNames[value] }))}
          onChange={(chosen) => place.go({ paper: chosen })}
        />
        <Button onClick={close}>返回</Button>
      </PageHead>
      <div className={paper === 'report' ? 'paper-stage with-blocks' : 'paper-stage'}>
        {paper === 'report' ? <ReportBlocks desk={desk} list={key} /> : null}
        <PaperView
          key={paper}
          title={title}
          path={`/documents/checklist/${organisation.id}/${year}/${key}/${paper}`}
          fileName={`${organisation.label}${title}`}
          excel={sheets.includes(paper)}
        />
      </div>
    </>
  )
}
