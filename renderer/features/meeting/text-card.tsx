import { Segmented } from 'antd'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { resolutionDraft } from '../../../shared/features/meeting/admission-rules.ts'
import type { AgendaItem } from '../../../shared/features/meeting/meeting.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { speechesOf, textOfSpeeches } from './agenda-changes.ts'
import { ItemTasks } from './item-tasks.tsx'
import type { Draft } from './meeting-draft.ts'
import { peopleOf } from './person-input.tsx'
import { PhraseArea } from './phrase-area.tsx'

/** Clashes that stand in the text of this item, each with its repair. */
function Clashes({ draft, item }: { draft: Draft; item: AgendaItem }) {
  const found = draft.contradictions.filter((one) => one.item === item.number)
  return found.map((clash) => (
    <div key={`${clash.code}-${clash.memberId}`} style={{ marginTop: 6 }}>
      <Verdict
        tone="warn"
        aside={
          <button
            type="button"
            className="link"
            onClick={() =>
              draft.change({
                absences: draft.meeting.absences.filter((absence) => absence.memberId !== clash.memberId)
              })
            }
          >
            改为到会
          </button>
        }
      >
        {clash.message}
      </Verdict>
    </div>
  ))
}

/** The text of one item. What is typed stays as typed in the box; the record holds it speech by speech. */
function ItemText({ draft, item }: { draft: Draft; item: AgendaItem }) {
  const people = useMemo(() => peopleOf(draft.roll), [draft.roll])
  const [typed, setTyped] = useState({ text: textOfSpeeches(item.discussion), means: item.discussion })
  // Another item may come to stand at this number: then the box shows that one's speeches.
  if (typed.means !== item.discussion) setTyped({ text: textOfSpeeches(item.discussion), means: item.discussion })
  const set = (part: Partial<AgendaItem>): void => draft.changeItem(item.number, part)
  const voted = item.vote !== null
  const [tasking, setTasking] = useState(false)
  const resolution = useRef<HTMLDivElement>(null)
  const carried = draft.verdicts.find(({ number }) => number === item.number)?.passOk
  const drafted = item.resolution === null && carried != null ? resolutionDraft(item, draft.counts, carried) : null
  const press = (event: KeyboardEvent): void => {
    if (!event.altKey || event.code !== 'KeyT' || event.nativeEvent.isComposing) return
    event.preventDefault()
    setTasking(true)
  }
  const backToText = (): void => {
    setTasking(false)
    resolution.current?.querySelector('textarea')?.focus()
  }
  return (
    <div className="item-text">
      <p className="item-text-head">
        {item.number} {item.title}
      </p>
      <PhraseArea
        id={`agenda-${item.number}-discussion`}
        field="discussion"
        label="讨论发言，每段先写姓名和冒号"
        rows={2}
        placeholder="何丽华：作为培养联系人，我介绍她一年来的表现。"
        value={typed.text}
        onChange={(text) => {
          const discussion = speechesOf(text, people)
          setTyped({ text, means: discussion })
          set({ discussion })
        }}
      />
      <Clashes draft={draft} item={item} />
      {drafted === null ? null : (
        <button type="button" className="link" onClick={() => set({ resolution: drafted })}>
          按票数拟决议，主要表现由您写
        </button>
      )}
      <div ref={resolution} style={{ marginTop: 8 }}>
        <PhraseArea
          id={`agenda-${item.number}-resolution`}
          field="resolution"
          label={voted ? '决议全文' : '内容与结论'}
          rows={1}
          value={item.resolution ?? ''}
          onChange={(typed) => set({ resolution: typed === '' ? null : typed })}
          onKeyDown={press}
        />
      </div>
      <ItemTasks draft={draft} item={item} adding={tasking} onAdd={() => setTasking(true)} onClose={backToText} />
    </div>
  )
}

const lengthOf = (draft: Draft): number =>
  draft.meeting.agenda.reduce(
    (total, item) => total + textOfSpeeches(item.discussion).length + (item.resolution?.length ?? 0),
    0
  )

/** 记录正文: item by item, or all of it one under the other. */
export function TextCard({ draft, active }: { draft: Draft; active: number }) {
  const [whole, setWhole] = useState(false)
  const { agenda } = draft.meeting
  const shown = whole ? agenda : agenda.filter((item) => item.number === active).slice(0, 1)
  return (
    <section className="card" aria-label="记录正文">
      <header className="card-head">
        <span className="step counted" />
        <h2 className="card-title">记录正文</h2>
        <span className="note push">已写 {lengthOf(draft)} 字</span>
        <Segmented
          aria-label="正文显示方式"
          value={whole ? '整篇' : '按议题'}
          options={['按议题', '整篇']}
          onChange={(value) => setWhole(value === '整篇')}
        />
      </header>
      <div className="card-body">
        {agenda.length === 0 ? <p className="note">加上议题后在这里写。</p> : null}
        {shown.map((item) => (
          <ItemText key={`${draft.meeting.id}-${item.number}-${agenda.length}`} draft={draft} item={item} />
        ))}
      </div>
    </section>
  )
}
