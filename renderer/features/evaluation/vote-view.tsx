import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { countAddress } from '../../app/count-address.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { BallotPaper } from './ballot-paper.tsx'
import type { BegunDesk, Round } from './evaluation-words.ts'
import { FindingNotes } from './finding-notes.tsx'
import { RoundCard } from './round-card.tsx'
import { RoundForm } from './round-form.tsx'

const newRound = (today: string): Round => ({
  ...{ id: '', date: today, meetingId: null, groupId: null },
  ...{ expected: null, issued: null, returned: null }
})

/** 民主测评: the votes of the year, each with its ballots to print and its count. */
export function VoteView({ desk, today, back }: { desk: BegunDesk; today: string; back: string }) {
  const { evaluation, findings } = desk
  const rules = useRules(evaluation.year)
  const navigate = useNavigate()
  const rounds = [...evaluation.rounds].sort((one, other) => one.date.localeCompare(other.date))
  const [editing, setEditing] = useState<Round | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const isFinal = evaluation.finishedOn !== null
  const round = rounds.find(({ id }) => id === chosen) ?? rounds[0]
  return (
    <div className="desk-grid paper-beside">
      <section className="desk-column" aria-label="民主测评">
        <header className="where-line">
          <h2 className="card-title">民主测评</h2>
          <span className="note">无记名，预备党员参加测评、不被测评</span>
          <Cite rules={rules} id="R4-06" />
          <span className="push" />
          {isFinal ? null : (
            <Button icon={<PlusOutlined />} onClick={() => setEditing(newRound(today))}>
              加一次测评
            </Button>
          )}
        </header>
        {editing === null || isFinal ? null : (
          <RoundForm key={editing.id} desk={desk} round={editing} onDone={() => setEditing(null)} />
        )}
        {rounds.length === 0 && editing === null ? (
          <div className="card empty">
            <p className="empty-title">还没有测评</p>
            <p className="note">记了“民主评议党员”会议的，日期和应到从会议记录里来；也可以先加一次测评，打印测评票。</p>
            <Button type="primary" onClick={() => setEditing(newRound(today))}>
              安排测评
            </Button>
          </div>
        ) : null}
        {rounds.map((one, at) => (
          <RoundCard
            key={one.id}
            desk={desk}
            round={one}
            primary={at === rounds.length - 1}
            isChosen={one.id === round?.id && rounds.length > 1}
            onChoose={() => setChosen(one.id)}
            onEdit={() => setEditing(one)}
            onCount={() =>
              void navigate(countAddress({ owner: 'evaluation', ownerId: evaluation.id, part: one.id }, back))
            }
          >
            <FindingNotes findings={findings} fields={[`rounds.${evaluation.rounds.indexOf(one)}`]} />
          </RoundCard>
        ))}
        <FindingNotes findings={findings.filter(({ field }) => field === 'rounds')} fields={['rounds']} />
      </section>
      <BallotPaper key={round?.id ?? ''} desk={desk} round={round ?? null} />
    </div>
  )
}
