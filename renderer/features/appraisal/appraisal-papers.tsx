import { PrinterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import {
  type AppraisalPaperName,
  appraisalPaperNames,
  appraisalPaperNeeds,
  appraisalPapers,
  ownPapers
} from '../../../shared/features/appraisal/appraisal-papers.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { fetchBytes } from '../../api/client.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useChange } from '../../app/use-change.ts'
import { useEscape } from '../../ui/escape.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { printPdf } from '../../ui/pdf.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk } from './appraisal-words.ts'
import type { AppraisalPlace } from './use-appraisal-place.ts'

const withFigures: readonly AppraisalPaperName[] = ['ballots', 'team']

const mayChoose = ({ may }: BegunDesk, paper: AppraisalPaperName): boolean =>
  ({ 'evaluation.grade.read': true, 'evaluation.enter': may.enter, 'evaluation.tally': may.tally })[
    appraisalPaperNeeds[paper]
  ]

type Props = { desk: BegunDesk; place: AppraisalPlace; onClose: () => void }

/** Every paper of an appraisal, one at a time over the whole page; of one cadre where it may be. */
export function AppraisalPapers({ desk, place, onClose }: Props) {
  useEscape(onClose)
  const [figures, setFigures] = useState(false)
  const { year } = desk.appraisal
  const papers = appraisalPapers.filter((paper) => mayChoose(desk, paper))
  const paper = papers.find((one) => one === place.paper) ?? papers[0] ?? 'score'
  const isOwn = ownPapers.includes(paper)
  const member = isOwn ? place.member : null
  const hasFigures = desk.may.tally && withFigures.includes(paper)
  const query = new URLSearchParams({
    ...(member === null ? {} : { member }),
    ...(hasFigures && figures ? { figures: 'true' } : {})
  })
  const organisation = labelOf(desk.organisation)
  const title = `${year}年度${appraisalPaperNames[paper]}`
  const printAll = useChange(async () => {
    const path = `/documents/appraisal/${desk.organisation.id}/${year}/all.pdf?use=print`
    await printPdf(await (await fetchBytes(path)).arrayBuffer())
  })
  return (
    <>
      <PageHead title="干部考核的材料" note={`${year} 年度，${organisation}`}>
        {hasFigures ? (
          <Checkbox checked={figures} onChange={({ target }) => setFigures(target.checked)}>
            印票数和得分，只存本组织
          </Checkbox>
        ) : null}
        {isOwn ? (
          <Select
            aria-label="谁的"
            style={{ width: 130 }}
            value={member ?? ''}
            options={[
              { value: '', label: '全部' },
              ...desk.cadres.map(({ memberId, name }) => ({ value: memberId, label: name }))
            ]}
            onChange={(id) => place.go({ member: id === '' ? null : id })}
          />
        ) : null}
        <Select<AppraisalPaperName>
          aria-label="哪份材料"
          style={{ width: 200 }}
          value={paper}
          options={papers.map((value) => ({ value, label: appraisalPaperNames[value] }))}
          onChange={(chosen) => place.go({ paper: chosen })}
        />
        {desk.may.tally ? (
          <Button icon={<PrinterOutlined />} loading={printAll.isPending} onClick={() => printAll.mutate(undefined)}>
            打印全部材料
          </Button>
        ) : null}
        <Button onClick={onClose}>返回</Button>
      </PageHead>
      {printAll.problem === null ? null : <Verdict tone="bad">{printAll.problem.message}</Verdict>}
      <div className="paper-stage">
        <PaperView
          key={`${paper} ${query}`}
          title={title}
          path={`/documents/appraisal/${desk.organisation.id}/${year}/${paper}`}
          query={`${query}`}
          fileName={`${organisation}${title}`}
        />
      </div>
    </>
  )
}
