import { Button, Select } from 'antd'
import {
  type EvaluationPaperName,
  evaluationPaperNames,
  evaluationPapers
} from '../../../shared/features/evaluation/evaluation-papers.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useEscape } from '../../ui/escape.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { type Desk, isEntered } from './evaluation-words.ts'
import type { EvaluationPlace } from './use-evaluation-place.ts'

/** Papers with figures of ballots, or that follow from grades: for 书记 and 组织委员. */
const leadersOnly: readonly EvaluationPaperName[] = ['tally', 'help', 'notices', 'disposal']
const everybody: readonly EvaluationPaperName[] = ['result', 'public']
const sheets: readonly EvaluationPaperName[] = ['tally', 'result']
const ofOne: readonly EvaluationPaperName[] = ['form', 'notices']

const mayChoose = (desk: Desk, paper: EvaluationPaperName): boolean =>
  everybody.includes(paper) || (desk.may.enter && (desk.may.tally || !leadersOnly.includes(paper)))

type Props = { desk: Desk; year: number; place: EvaluationPlace; onClose: () => void }

/** Every paper of an evaluation, one at a time over the whole page; those of one person with a choice of whom. */
export function EvaluationPapers({ desk, year, place, onClose }: Props) {
  useEscape(onClose)
  const papers = evaluationPapers.filter((paper) => mayChoose(desk, paper))
  const paper = papers.find((one) => one === place.paper) ?? 'result'
  const people = desk.members.filter(isEntered).filter(({ graded }) => graded || paper === 'form')
  const member = place.member ?? (paper === 'form' ? (people[0]?.memberId ?? null) : null)
  const isOfOne = ofOne.includes(paper)
  const organisation = labelOf(desk.organisation)
  const title = `${year}年度${evaluationPaperNames[paper]}`
  const query = isOfOne && member !== null ? `member=${encodeURIComponent(member)}` : ''
  return (
    <>
      <PageHead title="民主评议的材料" note={`${year} 年度，${organisation}`}>
        {isOfOne ? (
          <Select
            aria-label="谁的"
            style={{ width: 130 }}
            value={member ?? ''}
            options={[
              ...(paper === 'notices' ? [{ value: '', label: '全部' }] : []),
              ...people.map(({ memberId, name }) => ({ value: memberId, label: name }))
            ]}
            onChange={(id) => place.go({ member: id === '' ? null : id })}
          />
        ) : null}
        <Select<EvaluationPaperName>
          aria-label="哪份材料"
          style={{ width: 290 }}
          value={paper}
          options={papers.map((value) => ({ value, label: evaluationPaperNames[value] }))}
          onChange={(chosen) => place.go({ paper: chosen, member: null })}
        />
        <Button onClick={onClose}>返回</Button>
      </PageHead>
      <div className="paper-stage">
        <PaperView
          key={paper + query}
          title={title}
          path={`/documents/evaluation/${desk.organisation.id}/${year}/${paper}`}
          query={query}
          fileName={`${organisation}${title}`}
          excel={sheets.includes(paper)}
        />
      </div>
    </>
  )
}
