import { useState, useSyncExternalStore } from 'react'
import { voteVerdict } from '../../../shared/features/meeting/vote-rules.ts'
import { exemptOn, missingProofs } from '../../../shared/features/exemption/exemption.ts'
import { emptyVote } from '../../../shared/features/meeting/meeting.ts'
import { Cite } from '../../ui/cite.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { AbsenceFinder } from './absence-finder.tsx'
import type { Draft } from './meeting-draft.ts'
import { CountLine, RollCall, rollCallHint } from './roll-call.tsx'

const short = matchMedia('(max-height: 780px)')
const subscribe = (listener: () => void): (() => void) => {
  short.addEventListener('change', listener)
  return () => short.removeEventListener('change', listener)
}

/** Whether an ordinary vote could be taken now, with the rule that says so. */
function QuorumLine({ draft }: { draft: Draft }) {
  const { meeting, counts, rules } = draft
  const verdict = voteVerdict({ number: 0, kind: '一般', vote: emptyVote }, meeting.types, counts, rules)
  const { rule } = verdict
  if (rule === null) return null
  const text = verdict.attendOk ? '可以表决，到会达到半数' : '到会不够半数，不能表决'
  return (
    <Verdict tone={verdict.attendOk ? 'good' : 'bad'} aside={<Cite rules={rules} id={rule} />}>
      {text}
    </Verdict>
  )
}

/** Who is left out of 应到 without both proofs of R2-09. */
function ProofsWanted({ draft: { desk, meeting, roll, rules } }: { draft: Draft }) {
  const names = new Map(
    roll.filter(({ why }) => why?.startsWith('不计入应到会')).map(({ memberId, name }) => [memberId, name])
  )
  const wanting = desk.roster.exemptions.filter(
    (one) => names.has(one.memberId) && exemptOn(one, meeting.date) && missingProofs(one).length > 0
  )
  return wanting.map((one) => (
    <Verdict key={one.id} tone="warn" aside={<Cite rules={rules} id="R2-09" />}>
      {`${names.get(one.memberId)}不计入应到会，还缺${missingProofs(one).join('、')}。`}
    </Verdict>
  ))
}

/** 到会: the roll, the four figures, and what they allow. Short screens fold the roll to one line. */
export function AttendanceCard({ draft }: { draft: Draft }) {
  const isShort = useSyncExternalStore(subscribe, () => short.matches)
  const [unfolded, setUnfolded] = useState<boolean | null>(null)
  const folded = !(unfolded ?? !isShort)
  const { absences } = draft.meeting
  return (
    <section className="card" aria-label="到会">
      <header className="card-head">
        <span className="step counted" />
        <h2 className="card-title">到会</h2>
        <span className="note push">
          {folded
            ? absences.length === 0
              ? '无人缺席'
              : `缺席：${absences.map((absence) => `${absence.name}${absence.reason}`).join('、')}`
            : rollCallHint}
        </span>
        {isShort ? (
          <button type="button" className="link" onClick={() => setUnfolded(folded)}>
            {folded ? '展开名单' : '收起名单'}
          </button>
        ) : null}
      </header>
      <div className="card-body">
        {folded ? null : <RollCall draft={draft} />}
        <div className="attendance-foot">
          <AbsenceFinder draft={draft} />
          <CountLine counts={draft.counts} />
          <QuorumLine draft={draft} />
          <ProofsWanted draft={draft} />
        </div>
      </div>
    </section>
  )
}
