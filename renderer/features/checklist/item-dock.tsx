import './checklist-dock.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { itemKindNames } from '../../../shared/features/checklist/checklist.ts'
import { isRuleId } from '../../../shared/rulebook/rule-book.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { RectificationCard } from '../../app/rectification-card.tsx'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { dayAndTime } from '../../ui/clock.ts'
import { Dock } from '../../ui/dock.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { type Desk, doubtOf, type ItemLine, isLost } from './checklist-words.ts'
import { EvidencePart } from './evidence-part.tsx'
import { ItemScore } from './item-table.tsx'
import { MarkForm } from './mark-form.tsx'

type Props = { item: ItemLine; desk: Desk; today: string; onClose: () => void }

/** What is asked, how it is scored, where it is written, and how the score came about. */
function Standard({ item, year }: { item: ItemLine; year: number }) {
  const rules = useRules(year)
  const doubt = doubtOf(item)
  // Papers that are missing stand as empty places under 证据.
  const needs = item.needs.filter(({ place }) => place !== 'proof' || item.parts.length === 0)
  return (
    <section className="dock-part" aria-label="标准">
      <p>{item.standard}</p>
      <p className="note">{item.scoring}</p>
      <p className="item-source">
        {item.rule !== null && isRuleId(item.rule) ? (
          <Cite rules={rules} id={item.rule} />
        ) : (
          <>
            <span className="note">{item.source}</span>
            {doubt === null || item.source.includes(doubt) ? null : <span className="tag amber">{doubt}</span>}
          </>
        )}
        <span className="tag push">{itemKindNames[item.kind]}</span>
      </p>
      <p className="item-basis" aria-live="polite">
        {item.basis}
      </p>
      {needs.length === 0 ? null : (
        <ul className="item-needs" aria-label="还差">
          {needs.map(({ what, by, gain }) => (
            <li key={what}>
              {what}
              <span className="note push">{`${by === null ? '' : `${by} 以前，`}可得 ${gain} 分`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** 整改 of the item: its turns, and a new one where it loses points or is open. */
function Turns({ item, desk, today, mayWrite }: Pick<Props, 'item' | 'desk' | 'today'> & { mayWrite: boolean }) {
  const wish = { organisationId: desk.organisation.id, year: desk.year, item: item.id }
  const begin = useChange(() => client.rectification.fromItem.mutate(wish))
  const own = desk.rectifications.filter((one) => one.item === item.id)
  const isRunning = own.some(({ closedOn, passedUpOn }) => closedOn === null && passedUpOn === null)
  const mayBegin = mayWrite && !isRunning && (isLost(item) || item.status === 'pending')
  if (own.length === 0 && !mayBegin) return null
  return (
    <section className="dock-part" aria-label="整改">
      <header className="dock-part-head">
        <h3>整改</h3>
        <span className="push" />
        {mayBegin ? (
          <Button icon={<PlusOutlined />} loading={begin.isPending} onClick={() => begin.mutate()}>
            建整改
          </Button>
        ) : null}
      </header>
      {begin.problem === null ? null : <Verdict tone="bad">{begin.problem.message}</Verdict>}
      {own.map((one) => (
        <RectificationCard key={one.id} {...{ one, today, mayWrite }} />
      ))}
      {own.length > 0 ? null : (
        <p className="note">问题和目标从这一项带出来，期限 90 天；再定措施和责任人，记过程，到时复测这一项的得分。</p>
      )}
    </section>
  )
}

function Changes({ item, desk }: Pick<Props, 'item' | 'desk'>) {
  const own = desk.changes.filter((one) => one.item === item.id)
  if (own.length === 0) return null
  return (
    <section className="dock-part" aria-label="这一项的改动">
      <header className="dock-part-head">
        <h3>改动</h3>
      </header>
      <ul className="item-changes">
        {own.map(({ id, at, accountName, before, after }) => (
          <li key={id} className="note">{`${dayAndTime(at)} ${accountName}：${before} → ${after}`}</li>
        ))}
      </ul>
    </section>
  )
}

/** Everything of one item beside the list. */
export function ItemDock({ item, desk, today, onClose }: Props) {
  const published = desk.review.review?.publishedOn ?? null
  const locked = !desk.may.write || published !== null
  const toMark = (): void => document.getElementById('mark-score')?.focus()
  useKeys({ m: toMark, M: toMark })
  return (
    <Dock title={`${item.id} ${item.title}`} note={<ItemScore item={item} />} onClose={onClose}>
      {published === null ? null : <p className="note dock-locked">{`考评结果 ${published} 已公布，不能改。`}</p>}
      <Standard item={item} year={desk.year} />
      <EvidencePart item={item} desk={desk} today={today} mayWrite={!locked} />
      <MarkForm where={{ organisationId: desk.organisation.id, year: desk.year }} item={item} locked={locked} />
      <Turns item={item} desk={desk} today={today} mayWrite={desk.may.write} />
      <Changes item={item} desk={desk} />
    </Dock>
  )
}
