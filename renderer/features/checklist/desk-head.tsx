import { PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ChecklistWhere } from './checklist-where.tsx'
import { type Desk, type DeskView, deskViewNames, isLost, isListKey } from './checklist-words.ts'
import type { ChecklistPlace } from './use-checklist-place.ts'

type Props = {
  place: ChecklistPlace
  branches: readonly Organisation[]
  home: string
  today: string
  desk: Desk | undefined
}

/** How many wait in a view; nothing where there is none. */
function countOf(view: DeskView, desk: Desk): number {
  const items = desk.score.areas.flatMap((area) => area.items)
  const counts: Partial<Record<DeskView, number>> = {
    lost: items.filter(isLost).length,
    missing: desk.missing.length,
    rectification: desk.rectifications.filter(({ closedOn }) => closedOn === null).length
  }
  return counts[view] ?? 0
}

const views = Object.keys(deskViewNames) as DeskView[]

/** Title, where one stands, the views with what waits in them, and the sheet to print. */
export function DeskHead({ place, branches, home, today, desk }: Props) {
  const lists = desk?.lists.map(({ key }) => key).filter(isListKey)
  const labelled = (view: DeskView): string => {
    const count = desk === undefined ? 0 : countOf(view, desk)
    return count === 0 ? deskViewNames[view] : `${deskViewNames[view]} ${count}`
  }
  return (
    <PageHead
      title="标准化清单"
      note={<ChecklistWhere {...{ place, branches, home, today }} {...(lists === undefined ? {} : { lists })} />}
    >
      <Segmented<DeskView>
        aria-label="看什么"
        value={place.view}
        options={views.map((value) => ({ value, label: labelled(value) }))}
        onChange={(view) => place.go({ view, item: null })}
      />
      <Button icon={<PrinterOutlined />} onClick={() => place.go({ paper: 'self-check' })}>
        打印自评表 <Kbd>P</Kbd>
      </Button>
    </PageHead>
  )
}
