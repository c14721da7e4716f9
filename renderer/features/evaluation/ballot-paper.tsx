import { Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import type { BallotSize } from '../../../shared/features/ballot/name-ballot-layout.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { BallotSizeSelect } from '../../app/ballot-size-select.tsx'
import { PaperView } from '../../app/paper-view.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { BegunDesk, Round } from './evaluation-words.ts'

type Choice = 'ballot' | 'count' | 'tally'

/** The ballots of a vote, as many as there are voters, and after it the papers of its count. */
export function BallotPaper({ desk, round }: { desk: BegunDesk; round: Round | null }) {
  const voters = desk.members.filter(
    ({ graded, groupId }) => graded && (round === null || round.groupId === null || groupId === round.groupId)
  ).length
  const [paper, setPaper] = useState<Choice>('ballot')
  const [size, setSize] = useState<BallotSize>('auto')
  const [copies, setCopies] = useState<number | null>(voters)
  const [aspects, setAspects] = useState(false)
  const wish: Record<Choice, Record<string, string>> = {
    ballot: { size, aspects: `${aspects}`, copies: `${Math.min(500, Math.max(1, copies ?? 1))}` },
    count: desk.may.tally ? { figures: 'true' } : {},
    tally: {}
  }
  const query = `${new URLSearchParams({ ...(round === null ? {} : { round: round.id }), ...wish[paper] })}`
  const names = { ballot: '测评票', count: '计票报告单', tally: '测评结果汇总表' }
  const choices: Choice[] = desk.may.tally ? ['ballot', 'count', 'tally'] : ['ballot', 'count']
  return (
    <div className="desk-side">
      <div className="paper-wish">
        <Segmented<Choice>
          aria-label="哪份材料"
          value={paper}
          options={choices.map((value) => ({ value, label: names[value] }))}
          onChange={setPaper}
        />
        {paper === 'ballot' ? (
          <div className="paper-wish-line">
            <BallotSizeSelect value={size} onChange={setSize} />
            <NumberField id="ballot-copies" label="张数" value={copies} onChange={setCopies} />
            <Checkbox checked={aspects} onChange={(event) => setAspects(event.target.checked)}>
              印六个分项
            </Checkbox>
          </div>
        ) : null}
      </div>
      <PaperView
        key={paper}
        title={names[paper]}
        path={`/documents/evaluation/${desk.organisation.id}/${desk.evaluation.year}/${paper}`}
        query={query}
        fileName={`${labelOf(desk.organisation)}${desk.evaluation.year}年度${names[paper]}`}
        excel={paper === 'tally'}
        version={desk.evaluation.rounds.length}
        startZoom={window.innerWidth < 1400 ? 40 : 50}
        footer={paper === 'ballot' ? '每张都一样，不印编号和记号；按参加测评的人数发。' : '带票数的存支部，不外传。'}
      >
        <span className="quiet">{names[paper]}</span>
      </PaperView>
    </div>
  )
}
