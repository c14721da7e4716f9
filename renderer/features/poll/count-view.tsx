import './poll-result.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isVoid } from '../../../shared/features/ballot/ballot.ts'
import { countAddress } from '../../app/count-address.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { type Figure, FigureStrip } from '../../ui/limit-bar.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { className, classState, type Desk, type PollClass, weightWords } from './poll-words.ts'

type CardProps = { desk: Desk; one: PollClass; isNext: boolean; onReport: () => void; onCount: () => void }

const figure = (value: number | null): string => (value === null ? '—' : `${value}`)

/** The ballots of one class: how many went out and came back, and how far they are counted. */
function ClassCountCard({ desk, one, isNext, onReport, onCount }: CardProps) {
  const { text, tone, verb } = classState(desk, one)
  const isFinal = desk.poll.finishedOn !== null
  const hasCount = desk.counts.some(({ part }) => part === one.name)
  const figures: Figure[] = [
    ['权重', weightWords(one.weight)],
    ['发出', figure(one.issued)],
    ['收回', figure(one.returned)]
  ]
  return (
    <section className="card" aria-label={`${className(one.name)}的计票`}>
      <header className="card-head">
        <h3 className="card-title">{className(one.name)}</h3>
        <span className={`tag push ${tone}`}>{text}</span>
      </header>
      <div className="poll-count">
        <FigureStrip figures={figures} />
        <span className="push" />
        <Button onClick={onReport}>计票报告单</Button>
        {isFinal && !hasCount ? null : (
          <Button type={isNext ? 'primary' : 'default'} onClick={onCount}>
            {verb}
          </Button>
        )}
      </div>
      {isVoid(one) ? (
        <div className="card-note">
          <Verdict tone="bad">
            收回的票比发出的多，这类票无效，得分里没有计入。到计票页选“重新计票”，清掉这一批，再发新票。
          </Verdict>
        </div>
      ) : null}
    </section>
  )
}

type Props = { desk: Desk; back: string; ready: () => Promise<boolean> }

/** 计票: the classes one by one, with the report of each; paper or voting on this PC is chosen on the page of the count. */
export function CountView({ desk, back, ready }: Props) {
  const { poll, subjects, findings, may } = desk
  const navigate = useNavigate()
  const [part, setPart] = useState(poll.classes[0]?.name ?? '')
  const next = poll.classes.find((one) => !classState(desk, one).done)
  if (subjects.length === 0)
    return (
      <section className="card">
        <div className="empty">
          <p className="empty-title">还没有测评对象</p>
          <p className="note">先在“设置”里加上测评对象，印好测评表，投完票在这里计票。</p>
        </div>
      </section>
    )
  return (
    <div className="desk-grid paper-beside">
      <section className="desk-column" aria-label="计票">
        <p className="note">
          每类票分开发、分开收、分开计。纸票由两个人各录一遍，也可以在这台电脑上投票；不记录是谁的票。
        </p>
        {poll.classes.map((one) => (
          <ClassCountCard
            key={one.name}
            desk={desk}
            one={one}
            isNext={one === next}
            onReport={() => setPart(one.name)}
            onCount={() =>
              void ready().then(() => navigate(countAddress({ owner: 'poll', ownerId: poll.id, part: one.name }, back)))
            }
          />
        ))}
        <FindingNotes findings={findings} fields={['classes']} year={poll.year} />
      </section>
      <PaperView
        title={`计票报告单（${className(part)}）`}
        path={`/documents/poll/${poll.id}/count`}
        query={`${new URLSearchParams({ part, ...(may.tally ? { figures: 'true' } : {}) })}`}
        fileName={`${poll.name}${className(part)}计票报告单`}
        version={JSON.stringify([poll.classes, desk.counts])}
        startZoom={window.innerWidth < 1400 ? 40 : 50}
        footer={may.tally ? '带票数的存本组织，不外传。' : '票数只有书记、组织委员能看，这里不印。'}
      >
        <span className="quiet">{className(part)}</span>
      </PaperView>
    </div>
  )
}
