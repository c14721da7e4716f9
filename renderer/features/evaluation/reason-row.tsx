import { Input } from 'antd'
import { useState } from 'react'
import { useRules } from '../../api/rules.ts'
import { RestrictionNote } from '../../app/restriction-note.tsx'
import { Cite } from '../../ui/cite.tsx'
import { useEscape } from '../../ui/escape.ts'
import { standOn } from '../../ui/row-walk.ts'
import type { BegunDesk, EntryLine } from './evaluation-words.ts'
import { FindingNotes } from './finding-notes.tsx'

type Props = {
  line: EntryLine
  desk: BegunDesk
  today: string
  onReason: (reason: string | null) => void
  onClose: () => void
}

/** Under a row: why he is graded so, and what keeps him from 优秀. Kept on leaving the field; Esc goes back to the row. */
export function ReasonRow({ line, desk, today, onReason, onClose }: Props) {
  const { memberId, name, entry, bars, figures } = line
  const { evaluation } = desk
  const [reason, setReason] = useState(entry.reason ?? '')
  const rules = useRules(evaluation.year)
  const locked = evaluation.finishedOn !== null || !desk.may.decide
  const keep = (): void => {
    const next = reason.trim() === '' ? null : reason.trim()
    if (!locked && next !== entry.reason) onReason(next)
  }
  const close = (): void => {
    keep()
    onClose()
    standOn(document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(memberId)}"]`) ?? undefined)
  }
  useEscape(close)
  return (
    <tr className="reason-row">
      <td colSpan={9}>
        <div className="reason-body">
          <Input
            aria-label={`${name}的评定理由`}
            autoFocus
            maxLength={1000}
            readOnly={locked}
            value={reason}
            placeholder="评定理由：日常表现、差距在哪里；与建议不同的，写明为什么"
            onChange={(event) => setReason(event.target.value)}
            onBlur={keep}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) close()
            }}
          />
          <FindingNotes findings={desk.findings} fields={['final', 'reason', 'counts']} memberId={memberId} />
          {bars.map(({ id, sure, message }) => (
            <p key={id} className="note">
              {sure ? null : <span className="tag amber">待核</span>} {message}
            </p>
          ))}
          {bars.length === 0 ? null : <Cite rules={rules} id="4.2-bars" />}
          <RestrictionNote person={{ name, memberId }} day={evaluation.decidedOn ?? today} />
          {figures?.shown === true ? (
            <p className="note">
              有效票 {figures.valid}，弃权、空白 {figures.abstained}
              {figures.warning === null ? '' : `；${figures.warning}`}
            </p>
          ) : figures === null ? null : (
            <p className="note">{figures.why}</p>
          )}
        </div>
      </td>
    </tr>
  )
}
