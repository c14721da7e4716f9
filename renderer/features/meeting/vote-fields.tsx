import { InputNumber, Select } from 'antd'
import { type AgendaItem, emptyVote, type Vote, voteMethods } from '../../../shared/features/meeting/meeting.ts'
import { ruleFor, type Verdict as VoteVerdict, voteNotes } from '../../../shared/features/meeting/vote-rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { Verdict, type VerdictTone } from '../../ui/verdict.tsx'
import type { Draft } from './meeting-draft.ts'

const tones: Record<VoteVerdict['verdict'], VerdictTone> = {
  carried: 'good',
  'not-carried': 'warn',
  'no-quorum': 'bad',
  void: 'bad',
  'both-lines': 'warn',
  'not-voted': 'info'
}

type Figure = Exclude<keyof Vote, 'method'>

const ballots: [Figure, string][] = [
  ['issued', '发出'],
  ['returned', '收回']
]
const votes: [Figure, string][] = [
  ['yes', '赞成'],
  ['no', '反对'],
  ['abstained', '弃权']
]
const written: [Figure, string][] = [
  ['writtenYes', '书面赞成'],
  ['writtenNo', '书面反对'],
  ['writtenAbstained', '书面弃权']
]

/** 票数格 and 结论条 of one item; the sentence is worked out anew at every key. */
export function VoteFields({ draft, item }: { draft: Draft; item: AgendaItem }) {
  const { vote } = item
  if (vote === null) return null
  const types = draft.meeting.types
  const verdict = draft.verdicts.find((one) => one.number === item.number)
  const rule = verdict?.rule ?? null
  const secret = vote.method === '无记名'
  const figures = [...(secret ? ballots : []), ...votes, ...(ruleFor(item.kind, types) === 'R1-22' ? written : [])]
  const set = (part: Partial<Vote>): void => draft.changeItem(item.number, { vote: { ...vote, ...part } })
  const notes = voteNotes(item, types, draft.counts)
  return (
    <div className="vote">
      <div className="vote-figures">
        <Select
          aria-label={`第 ${item.number} 个议题表决方式`}
          id={`agenda-${item.number}-method`}
          style={{ width: 96 }}
          placeholder="方式"
          value={vote.method}
          options={voteMethods.map((method) => ({ value: method, label: method }))}
          onChange={(method) => set({ method })}
        />
        {figures.map(([key, label]) => (
          <label key={key} className="figure">
            {label}
            <InputNumber
              aria-label={`第 ${item.number} 个议题${label}`}
              id={key === 'yes' ? `agenda-${item.number}-yes` : undefined}
              style={{ width: 52 }}
              controls={false}
              min={0}
              max={99999}
              precision={0}
              value={vote[key]}
              onChange={(value) => set({ [key]: value })}
            />
          </label>
        ))}
      </div>
      {verdict === undefined ? null : (
        <Verdict tone={tones[verdict.verdict]}>
          {verdict.message} {rule === null ? null : <Cite rules={draft.rules} id={rule} />}
        </Verdict>
      )}
      {notes.map((note) => (
        <p key={note} className="vote-note">
          {note}
        </p>
      ))}
    </div>
  )
}

/** Puts an item to the vote, or takes the vote away; figures typed so far are asked for again only if it was empty. */
export const voteSwitch = (item: AgendaItem): Partial<AgendaItem> => ({
  vote: item.vote === null ? { ...emptyVote, method: '举手' } : null
})
