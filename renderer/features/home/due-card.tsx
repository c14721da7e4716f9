import { RightOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { dueCounts, dueSpan, type DueSpan, dueSpanNames, dueSpans } from '../../../shared/features/home/home.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { isRuleId } from '../../../shared/rulebook/rule-book.ts'
import { useRules } from '../../api/rules.ts'
import { DueTag } from '../../app/due-tag.tsx'
import { SourceCite } from '../../app/source-cite.tsx'
import { Cite } from '../../ui/cite.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useFirstRow } from '../../ui/first-row.ts'
import { OpenRow } from '../../ui/open-row.tsx'
import { type DueLine, dueKindNames, toneOf } from './due-lines.ts'

const page = 60

function Source({ cite, rules }: { cite: DueLine['cite']; rules: RulesInForce }) {
  if (cite === null) return null
  if (typeof cite !== 'string') return <SourceCite source={cite} rules={rules} />
  return isRuleId(cite) ? <Cite rules={rules} id={cite} /> : <span className="note due-source">{cite}</span>
}

type RowProps = { line: DueLine; today: string; first: boolean; isOfMany: boolean; rules: RulesInForce }

function DueRow({ line, today, first, isOfMany, rules }: RowProps) {
  const navigate = useNavigate()
  const { key, kind, what, label, cite, way } = line
  const go = (): void => {
    if (way !== null) void navigate(way.address)
  }
  return (
    <OpenRow id={key} first={first} onOpen={go}>
      <td>
        <DueTag due={line.due} today={today} tone={toneOf(line, today)} none={line.isFault ? '要处理' : '没有期限'} />
      </td>
      <td className="note due-kind">{dueKindNames[kind]}</td>
      <td className="cut-cell" title={what}>
        {what}
      </td>
      {isOfMany ? (
        <td className="due-label" title={label}>
          {label}
        </td>
      ) : null}
      <td onClick={(event) => event.stopPropagation()}>
        <Source cite={cite} rules={rules} />
      </td>
      <td className="due-deed">
        {way === null ? null : (
          <button type="button" className="link" tabIndex={-1} aria-label={`${way.words}：${what}，${label}`}>
            {way.words} <RightOutlined aria-hidden />
          </button>
        )}
      </td>
    </OpenRow>
  )
}

type Props = { lines: readonly DueLine[]; today: string; year: number; isOfMany: boolean; isWhole: boolean }

/** 到期与提醒: what waits by when it is due, each line with its source and one click to do it. */
export function DueCard({ lines, today, year, isOfMany, isWhole }: Props) {
  const rules = useRules(year)
  const [span, setSpan] = useState<DueSpan | 'all'>('all')
  const [limit, setLimit] = useState(page)
  const counts = dueCounts(lines, today)
  const wanted = lines.filter((line) => span === 'all' || dueSpan(line, today) === span)
  const shown = wanted.slice(0, limit)
  const body = useFirstRow(isWhole && shown.length > 0)
  return (
    <section className="card list-frame home-due" aria-label="到期与提醒">
      <header className="card-head">
        <h2 className="card-title">到期与提醒</h2>
        <span className="note home-keys">
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> 选，<Kbd>Enter</Kbd> 去做
        </span>
        <span className="push" />
        <Segmented<DueSpan | 'all'>
          aria-label="几时到期"
          value={span}
          options={[
            { value: 'all', label: `全部 ${lines.length}` },
            ...dueSpans
              .filter((one) => counts[one] > 0)
              .map((value) => ({ value, label: `${dueSpanNames[value]} ${counts[value]}` }))
          ]}
          onChange={setSpan}
        />
      </header>
      {wanted.length === 0 ? (
        <div className="empty">
          <p className="empty-title">{isWhole ? '没有要办的事' : '正在核对预警'}</p>
          <p className="note">快到期的会议、谈话、任务、整改和换届，会自己列到这里。</p>
        </div>
      ) : (
        <div className="list-scroll">
          <table className="plain-table list-table due-table" aria-label="到期与提醒">
            <thead className="due-heads">
              <tr>
                {['期限', '种类', '事项', ...(isOfMany ? ['党组织'] : []), '依据', '去做'].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={body}>
              {shown.map((line, at) => (
                <DueRow key={line.key} {...{ line, today, isOfMany, rules }} first={at === 0} />
              ))}
            </tbody>
          </table>
          {wanted.length > limit ? (
            <p className="home-more">
              <Button onClick={() => setLimit(limit + page)}>再显示 {Math.min(page, wanted.length - limit)} 件</Button>
            </p>
          ) : null}
        </div>
      )}
    </section>
  )
}
