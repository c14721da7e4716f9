import { Segmented } from 'antd'
import { useState } from 'react'
import { dutyPapers, type PollPaperName, pollPaperNames } from '../../../shared/features/poll/poll-papers.ts'
import { flushDrafts } from '../../app/drafts.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { type Desk, gradesOf } from './poll-words.ts'

const all = ['summary', 'comprehensive', 'result', 'public'] as const satisfies readonly PollPaperName[]
type Choice = (typeof all)[number]
const shorts: Record<Choice, string> = {
  summary: '汇总表',
  comprehensive: '综合评价',
  result: '上报',
  public: '公布'
}

/** So much that the width of a page can be seen; the sheet with the figures lies across. */
const zoomOf = (paper: Choice): number => {
  const narrow = window.innerWidth < 1400
  if (paper === 'summary') return narrow ? 27 : 36
  return narrow ? 40 : 50
}

/** The sheets the result makes: those kept with figures, the one sent up, and the list for the wall. */
export function ResultPaper({ desk }: { desk: Desk }) {
  const { poll, subjects } = desk
  const [paper, setPaper] = useState<Choice>('result')
  const [best = ''] = gradesOf(desk)
  const choices = all.filter((one) => poll.kind === '述职评议' || !dutyPapers.includes(one))
  const notes: Record<Choice, string> = {
    summary: '带票数和得分，存本组织，不外传',
    comprehensive: '每人一张，交党委填评价意见',
    result: '上报用，不印票数和得分',
    public: `只列“${best}”，不印票数`
  }
  return (
    <PaperView
      key={paper}
      title={pollPaperNames[paper]}
      path={`/documents/poll/${poll.id}/${paper}`}
      query={paper === 'public' ? `${new URLSearchParams({ grades: best })}` : ''}
      fileName={`${poll.name}${pollPaperNames[paper]}`}
      excel={paper === 'summary'}
      version={JSON.stringify([poll, subjects.map(({ subject }) => subject), desk.counted])}
      before={flushDrafts}
      startZoom={zoomOf(paper)}
      footer={`${notes[paper]}。`}
    >
      <Segmented<Choice>
        aria-label="哪份材料"
        size="small"
        value={paper}
        options={choices.map((value) => ({ value, label: shorts[value], title: pollPaperNames[value] }))}
        onChange={setPaper}
      />
    </PaperView>
  )
}
