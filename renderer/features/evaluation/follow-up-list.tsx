import { RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import type { BegunDesk } from './evaluation-words.ts'

type FollowUp = BegunDesk['followUps'][number]

const levels = {
  blue: { tone: 'blue', word: '提前' },
  yellow: { tone: 'amber', word: '临近' },
  red: { tone: 'red', word: '逾期' }
}
const verbs: Record<FollowUp['kind'], string> = {
  tell: '记告知',
  'help-plan': '定帮教',
  'help-quarter': '记季度情况',
  'help-close': '写帮教结果',
  'disposal-start': '登记组织处置',
  'disposal-term': '看组织处置'
}

type Props = {
  desk: BegunDesk
  onOpen: (memberId: string) => void
  /** To the register of 组织处置; null for who may not see it. */
  onDisposal: ((memberId: string | null) => void) | null
}

/** 要办的事: level, fact, by when, citation, verb. */
export function FollowUpList({ desk, onOpen, onDisposal }: Props) {
  const rules = useRules(desk.evaluation.year)
  const { followUps } = desk
  const go = ({ kind, memberId }: FollowUp): void => {
    if (kind.startsWith('disposal')) onDisposal?.(memberId)
    else if (memberId !== null) onOpen(memberId)
    else document.getElementById('tell-day')?.focus()
  }
  return (
    <section className="card list-frame evaluation-dues" aria-label="要办的事">
      <header className="card-head">
        <h2 className="card-title">要办的事</h2>
        <span className="note">{followUps.length} 件</span>
        <span className="push" />
        {onDisposal === null ? null : <Button onClick={() => onDisposal(null)}>组织处置</Button>}
      </header>
      {followUps.length === 0 ? <p className="evaluation-quiet-foot">都办完了。</p> : null}
      <ul>
        {followUps.map((one) => (
          <li key={`${one.kind} ${one.memberId ?? ''}`}>
            <p>
              <span className={`tag ${levels[one.level].tone}`}>{levels[one.level].word}</span> {one.subject}
            </p>
            <p className="evaluation-due-foot">
              <span className="note">{one.due === null ? '' : `${one.due} 以前`}</span>
              <Cite rules={rules} id={one.ruleId} />
              {one.kind.startsWith('disposal') && onDisposal === null ? null : (
                <button type="button" className="link push" onClick={() => go(one)}>
                  {verbs[one.kind]} <RightOutlined />
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
