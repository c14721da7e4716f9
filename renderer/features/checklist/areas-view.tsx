import { useEffect, useState } from 'react'
import { Kbd } from '../../ui/kbd.tsx'
import { AreaColumn } from './area-column.tsx'
import { type Desk, isLost, standingOf } from './checklist-words.ts'
import { ItemTable } from './item-table.tsx'
import type { ChecklistPlace } from './use-checklist-place.ts'

/** The area one looks at first: that of the item beside it, else the first that is not complete. */
function firstArea({ score }: Desk, item: string | null): string | null {
  const own = score.areas.find(({ items }) => items.some(({ id }) => id === item))
  const open = score.areas.find(({ items }) => items.some((one) => ['part', 'pending'].includes(standingOf(one))))
  return (own ?? open ?? score.areas[0])?.code ?? null
}

/** Brings the row of an area to the top of the list and the focus with it. */
function goToArea(code: string): void {
  const row = document.querySelector<HTMLElement>(`tr[data-row="area ${CSS.escape(code)}"]`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'start' })
}

type Props = { desk: Desk; place: ChecklistPlace; lostOnly: boolean }

/** The items by area, or only those that lose points, beside the total. */
export function AreasView({ desk, place, lostOnly }: Props) {
  const [chosen, setChosen] = useState(() => firstArea(desk, place.item))
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set(chosen === null ? [] : [chosen]))
  const fold = (code: string, open: boolean): void => {
    const next = new Set(unfolded)
    if (open) next.add(code)
    else next.delete(code)
    setUnfolded(next)
    if (open) setChosen(code)
  }
  // An item that is opened from elsewhere shows itself in its area.
  useEffect(() => {
    const own = desk.score.areas.find(({ items }) => items.some(({ id }) => id === place.item))?.code
    if (own === undefined) return
    setChosen(own)
    setUnfolded((old) => (old.has(own) ? old : new Set([...old, own])))
  }, [desk, place.item])
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    if (wanted === null) return
    goToArea(wanted)
    setWanted(null)
  }, [wanted])
  const goTo = (code: string): void => {
    if (lostOnly) place.go({ view: null })
    fold(code, true)
    setWanted(code)
  }
  const areas = lostOnly
    ? desk.score.areas
        .map((area) => ({ ...area, items: area.items.filter(isLost) }))
        .filter(({ items }) => items.length > 0)
    : desk.score.areas
  return (
    <>
      <AreaColumn
        desk={desk}
        chosen={lostOnly ? null : chosen}
        onArea={goTo}
        onMore={() => place.go({ item: 'extra' })}
      />
      <section className="card list-frame" aria-label={lostOnly ? '失分的项' : '清单项目'}>
        <header className="card-head">
          <h2 className="card-title">{lostOnly ? '失分的项' : desk.list.title}</h2>
          <span className="note">
            {`${areas.flatMap(({ items }) => items).length} 项`}
            {desk.list.frozenOn === null ? '' : `，${desk.list.frozenOn} 冻结`}
          </span>
          <span className="push note item-keys">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> 换项，<Kbd>Enter</Kbd> 打开，<Kbd>A</Kbd> 加证据，<Kbd>M</Kbd> 自评
          </span>
        </header>
        {areas.length === 0 ? (
          <div className="empty">
            <p className="empty-title">没有失分的项</p>
            <p className="note">缺记录和没到期的是待核，不算失分；失了分的会自己列到这里。</p>
          </div>
        ) : (
          <div className="list-scroll">
            <ItemTable
              areas={areas}
              unfolded={lostOnly ? null : unfolded}
              onFold={fold}
              open={place.item}
              onOpen={(item) => place.go({ item })}
            />
          </div>
        )}
      </section>
    </>
  )
}
