import { Segmented } from 'antd'
import { useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { type BegunDesk, isEntered } from './evaluation-words.ts'

type Choice = 'result' | 'tally' | 'public'
const names: Record<Choice, string> = { result: '评定结果汇总表', tally: '测评结果汇总表', public: '公布名单' }
const shorts: Record<Choice, string> = { result: '上报', tally: '存支部', public: '公布' }
const notes: Record<Choice, string> = {
  result: '上报用，不印票数',
  tally: '带票数，存支部，不外传',
  public: '只列优秀，不印票数'
}

/** The sheets the decision makes: the one sent up, the one kept with figures, and the list for the wall. */
export function DecisionPaper({ desk }: { desk: BegunDesk }) {
  const [paper, setPaper] = useState<Choice>('result')
  const { organisation, evaluation, members } = desk
  const entered = members.filter(isEntered)
  const graded = entered.filter(({ graded: isGraded }) => isGraded)
  const low = graded.filter(({ entry }) => entry.final === '基本合格' || entry.final === '不合格').length
  const choices: Choice[] = desk.may.tally ? ['result', 'tally', 'public'] : ['result', 'public']
  return (
    <div className="desk-side">
      <PaperView
        key={paper}
        title={names[paper]}
        path={`/documents/evaluation/${organisation.id}/${evaluation.year}/${paper}`}
        fileName={`${labelOf(organisation)}${evaluation.year}年度${names[paper]}`}
        excel={paper !== 'public'}
        version={JSON.stringify([evaluation, entered.map(({ entry }) => [entry.final, entry.reason])])}
        startZoom={window.innerWidth < 1400 ? 40 : 50}
        footer={
          <>
            {notes[paper]}。
            {evaluation.finishedOn === null
              ? `确定后自动备好：本人告知单 ${graded.length} 份、帮教台账 ${low} 份`
              : `已备好：本人告知单 ${graded.length} 份、帮教台账 ${low} 份，在“材料”里`}
          </>
        }
      >
        <Segmented<Choice>
          aria-label="哪份材料"
          size="small"
          value={paper}
          options={choices.map((value) => ({ value, label: shorts[value], title: names[value] }))}
          onChange={setPaper}
        />
      </PaperView>
    </div>
  )
}
