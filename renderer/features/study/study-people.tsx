import { type KeyboardEvent, useRef } from 'react'

type Named = { memberId: string; name: string }

type Props = { people: readonly Named[]; chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void }

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Who learned: a name a button. Arrows walk, the space bar chooses, A takes everybody or nobody. */
export function StudyPeople({ people, chosen, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const all = people.length > 0 && people.every(({ memberId }) => chosen.has(memberId))
  const everybody = (): void => onChoose(all ? new Set() : new Set(people.map(({ memberId }) => memberId)))
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  const press = (event: KeyboardEvent): void => {
    const chips = [...(list.current?.querySelectorAll<HTMLElement>('.study-chip') ?? [])]
    const step = steps[event.key]
    if (step !== undefined) chips.at((chips.findIndex((chip) => chip.matches(':focus')) + step) % chips.length)?.focus()
    else if (event.key === 'a' || event.key === 'A') everybody()
    else return
    event.preventDefault()
  }
  return (
    <div className="field">
      <div className="study-people-head">
        <span className="field-label" id="study-people-label">
          学习的人，选了 {chosen.size} 人
        </span>
        <button type="button" className="link" onClick={everybody}>
          {all ? '都不选' : `选全部 ${people.length} 人`}
        </button>
        <span className="note">方向键移动，空格选，A 全选</span>
      </div>
      <div ref={list} className="study-people" role="toolbar" aria-labelledby="study-people-label" onKeyDown={press}>
        {people.map(({ memberId, name }, index) => (
          <button
            key={memberId}
            type="button"
            className="study-chip"
            tabIndex={index === 0 ? 0 : -1}
            aria-pressed={chosen.has(memberId)}
            onClick={() => toggle(memberId)}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}
