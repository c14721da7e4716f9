import './checklist-items.css'
import { CaretDownOutlined, CaretRightOutlined, CheckOutlined } from '@ant-design/icons'
import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { itemKindNames } from '../../../shared/features/checklist/checklist.ts'
import { useRowWalk } from '../../ui/row-walk.ts'
import { TableHead } from '../../ui/open-row.tsx'
import { type AreaLine, areaSays, type ItemLine, plainFigure, proofCount, standingOf } from './checklist-words.ts'

/** What an item still lacks, in a few words. */
function Lack({ item }: { item: ItemLine }) {
  const [need, ...more] = item.needs
  if (item.status === 'not-applicable') return <span className="quiet">不适用</span>
  if (need === undefined)
    return standingOf(item) === 'full' ? (
      <span className="item-full">
        <CheckOutlined aria-hidden /> 齐
      </span>
    ) : (
      <span className="quiet">{item.basis}</span>
    )
  return (
    <span
      className={standingOf(item) === 'part' ? 'item-lack' : ''}
      title={item.needs.map(({ what }) => what).join('；')}
    >
      {more.length === 0 ? need.what : `${item.needs.length} 件：${need.what}等`}
    </span>
  )
}

/** The score of an item, or why there is none. */
export function ItemScore({ item }: { item: ItemLine }) {
  if (item.status === 'not-applicable') return <span className="quiet">不适用</span>
  return (
    <>
      {item.status === 'pending' ? (
        <span className="item-pending">待核</span>
      ) : (
        <strong className={standingOf(item) === 'full' ? 'item-won' : 'item-part'}>{item.score}</strong>
      )}{' '}
      <span className="item-max">/ {plainFigure(item.max)}</span>
    </>
  )
}

type RowProps = {
  item: ItemLine
  isOpen: boolean
  isFirst: boolean
  press: (event: KeyboardEvent<HTMLElement>) => void
}

function Row({ item, isOpen, isFirst, press, onOpen }: RowProps & { onOpen: () => void }) {
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <tr
      ref={row}
      data-row={item.id}
      tabIndex={isFirst ? 0 : -1}
      aria-selected={isOpen}
      className={isOpen ? 'selected' : ''}
      onClick={onOpen}
      onKeyDown={press}
    >
      <td className="item-id">{item.id}</td>
      <td className="item-name">
        <span className={isOpen ? 'item-title open' : 'item-title'}>{item.title}</span>
        <span className="item-standard">{item.standard}</span>
      </td>
      <td className="item-kind">{itemKindNames[item.kind]}</td>
      <td className="number-cell">
        <ItemScore item={item} />
      </td>
      <td className="number-cell item-count">{proofCount(item) === 0 ? '' : proofCount(item)}</td>
      <td className="item-lacks">
        <Lack item={item} />
      </td>
    </tr>
  )
}

type Props = {
  areas: readonly AreaLine[]
  /** Codes of the areas that show their items; null shows all of them without heads to fold. */
  unfolded: ReadonlySet<string> | null
  onFold: (code: string, open: boolean) => void
  open: string | null
  onOpen: (item: string) => void
}

const heads = ['编号', '项目与标准', '取分', '得分', '证据', '还差什么']

/** Items by area: arrows walk, Enter opens beside it and the panel follows, left and right fold an area. */
export function ItemTable({ areas, unfolded, onFold, open, onOpen }: Props) {
  const walk = useRowWalk()
  const follow = (): void => {
    const row = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['row'] : undefined
    if (open !== null && row !== undefined && !row.startsWith('area ')) onOpen(row)
  }
  const press =
    (id: string) =>
    (event: KeyboardEvent<HTMLElement>): void => {
      if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') {
        if (walk(event)) follow()
      } else if (event.key === 'Enter' && event.target === event.currentTarget && !event.nativeEvent.isComposing) {
        onOpen(id)
        event.preventDefault()
      }
    }
  const fold =
    (code: string, isOpen: boolean) =>
    (event: KeyboardEvent<HTMLElement>): void => {
      const wish = { Enter: !isOpen, ' ': !isOpen, ArrowRight: true, ArrowLeft: false }[event.key]
      if (wish === undefined) return void walk(event)
      onFold(code, wish)
      event.preventDefault()
    }
  const isUnfolded = (code: string): boolean => unfolded === null || unfolded.has(code)
  const shown = areas.flatMap(({ code, items }) => (isUnfolded(code) ? items.map(({ id }) => id) : []))
  const first = open !== null && shown.includes(open) ? open : unfolded === null ? shown[0] : `area ${areas[0]?.code}`
  return (
    <table className="plain-table list-table item-table" aria-label="清单项目">
      <TableHead heads={heads} figures={['得分', '证据']} />
      <tbody>
        {areas.map((area) => (
          <Fragment key={area.code}>
            {unfolded === null ? null : (
              <tr
                className="area-row"
                data-row={`area ${area.code}`}
                tabIndex={first === `area ${area.code}` ? 0 : -1}
                onClick={() => onFold(area.code, !isUnfolded(area.code))}
                onKeyDown={fold(area.code, isUnfolded(area.code))}
              >
                <td colSpan={6}>
                  <span className="area-row-line">
                    {isUnfolded(area.code) ? (
                      <CaretDownOutlined aria-label="已展开" />
                    ) : (
                      <CaretRightOutlined aria-label="已收起" />
                    )}
                    <strong>
                      {area.code} {area.title}
                    </strong>
                    <span className="note">{`${area.items.length} 项，${plainFigure(area.points)} 分`}</span>
                    <span className="note push">{areaSays(area)}</span>
                  </span>
                </td>
              </tr>
            )}
            {isUnfolded(area.code)
              ? area.items.map((item) => (
                  <Row
                    key={item.id}
                    item={item}
                    isOpen={item.id === open}
                    isFirst={item.id === first}
                    press={press(item.id)}
                    onOpen={() => onOpen(item.id)}
                  />
                ))
              : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
