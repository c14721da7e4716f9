import { useEffect, useRef } from 'react'
import { ruleOfContradiction } from '../../../shared/features/meeting/contradiction-rules.ts'
import type { Gap } from '../../../shared/features/meeting/completion-rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { BlockList } from './block-list.tsx'
import type { Draft } from './meeting-draft.ts'

/** Where a gap is repaired: the id of the control. */
function controlOf(field: string): string {
  const match = /^agenda\.(\d+)\.(\w+)$/.exec(field)
  if (match === null) return field
  const number = Number(match[1]) + 1
  return `agenda-${number}-${match[2] === 'vote' ? 'yes' : match[2]}`
}

function focusControl(field: string): void {
  const control = document.getElementById(controlOf(field))
  control?.scrollIntoView({ block: 'center' })
  control?.focus()
}

/** `shown` grows each time the list is to come into sight: it stands above the cards, the pen may be far below. */
type Props = { draft: Draft; gaps: readonly Gap[]; asked: boolean; shown: number; onReleased: () => void }

/** What is still missing, what stops the record, and which facts clash: each at one click from its place. */
export function CheckList({ draft, gaps, asked, shown, onReleased }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown > 0) list.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const general = draft.contradictions.filter((one) => one.item === undefined)
  if (gaps.length === 0 && general.length === 0 && draft.blocks.length === 0 && draft.problem === null) return null
  return (
    <div ref={list} className="check-list" role="status">
      {draft.problem === null ? null : <Verdict tone="bad">没有存上：{draft.problem.message}</Verdict>}
      {gaps.length === 0 ? null : (
        <Verdict tone="bad">
          <p>完成记录还差 {gaps.length} 处：</p>
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.field}${gap.message}`}>
                {gap.message}{' '}
                <button type="button" className="link" onClick={() => focusControl(gap.field)}>
                  去填
                </button>
              </li>
            ))}
          </ul>
        </Verdict>
      )}
      <BlockList draft={draft} asked={asked} onReleased={onReleased} />
      {general.map((clash) => (
        <Verdict
          key={`${clash.code}-${clash.message}`}
          tone="warn"
          aside={<Cite rules={draft.rules} id={ruleOfContradiction(clash.code)} />}
        >
          {clash.message}
        </Verdict>
      ))}
    </div>
  )
}
