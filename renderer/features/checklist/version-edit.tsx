import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { Fragment, useState } from 'react'
import { type Checklist, itemKindNames, itemsOf } from '../../../shared/features/checklist/checklist.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { useRowWalk } from '../../ui/row-walk.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { type ListKey, plainFigure } from './checklist-words.ts'
import {
  addArea,
  addItem,
  changeArea,
  changeItem,
  moveItem,
  pointsIn,
  removeArea,
  removeItem,
  type Spot
} from './version-draft.ts'
import { VersionItem } from './version-item.tsx'
import { type Dues, dueNames } from './version-words.ts'

export type Draft = { key: ListKey; year: number; list: Checklist; dues: Dues; isFrozen: boolean }
type Props = { begun: Draft; onDone: () => void }

const dueFields = Object.keys(dueNames) as (keyof Dues)[]

type RowsProps = {
  list: Checklist
  locked: boolean
  open: Spot | null
  onList: (list: Checklist) => void
  onOpen: (spot: Spot) => void
}

/** Areas and items of the draft; Enter opens one beside it. */
function Rows({ list, locked, open, onList, onOpen }: RowsProps) {
  const walk = useRowWalk()
  return (
    <table className="plain-table list-table item-table version-table" aria-label="清单的内容">
      <tbody>
        {list.areas.map((area, at) => (
          <Fragment key={area.code}>
            <tr className="area-row">
              <td colSpan={4}>
                <span className="area-row-line">
                  <strong>{area.code}</strong>
                  <Input
                    className="version-area"
                    aria-label={`方面 ${area.code} 的名称`}
                    maxLength={30}
                    readOnly={locked}
                    value={area.title}
                    onChange={(event) => onList(changeArea(list, at, event.target.value))}
                  />
                  <span className="note">{`${area.items.length} 项，${plainFigure(pointsIn(area.items))} 分`}</span>
                  {locked ? null : (
                    <span className="push area-row-line">
                      <Button icon={<PlusOutlined />} onClick={() => onList(addItem(list, at))}>
                        加一项
                      </Button>
                      {list.areas.length === 1 ? null : (
                        <Button onClick={() => onList(removeArea(list, at))}>去掉方面</Button>
                      )}
                    </span>
                  )}
                </span>
              </td>
            </tr>
            {area.items.map((item, index) => (
              <tr
                key={`${index} ${item.id}`}
                data-row={`${at} ${index}`}
                tabIndex={at === 0 && index === 0 ? 0 : -1}
                className={open?.area === at && open.item === index ? 'selected' : ''}
                onClick={() => onOpen({ area: at, item: index })}
                onKeyDown={(event) => {
                  if (!walk(event) && event.key === 'Enter') onOpen({ area: at, item: index })
                }}
              >
                <td className="item-id">{item.id}</td>
                <td className="item-name">
                  <span className="item-title">{item.title === '' ? '（没有写项目）' : item.title}</span>
                  <span className="item-standard">{item.standard}</span>
                </td>
                <td className="number-cell">{item.points}</td>
                <td>{itemKindNames[item.kind]}</td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

/** A list for a year being written: title, year, dues, areas and items; kept when one says so. */
export function VersionEdit({ begun, onDone }: Props) {
  const [{ list, year, dues }, setDraft] = useState(begun)
  const [open, setOpen] = useState<Spot | null>(null)
  const change = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }))
  const setList = (next: Checklist): void => change({ list: next })
  const ready = (day: string | null): string | null => (day !== null && isDay(day) ? day : null)
  const save = useChange(
    () =>
      client.checklist.saveVersion.mutate({
        ...{ key: begun.key, year, content: { ...list, key: begun.key } },
        ...{ selfDue: ready(dues.selfDue), meetingDue: ready(dues.meetingDue) },
        ...{ reviewDue: ready(dues.reviewDue), publishDue: ready(dues.publishDue) }
      }),
    onDone
  )
  const chosen = open === null || begun.isFrozen ? undefined : list.areas[open.area]?.items[open.item]
  const fault = (field: string): string | undefined => faultAt(save.problem, field)
  const isPlaced = ['year', 'title', ...dueFields].some((field) => fault(field) !== undefined)
  return (
    <div className={chosen === undefined ? 'desk-grid checklist-desk' : 'desk-grid checklist-desk beside'}>
      <section className="card list-frame" aria-label="改清单">
        <header className="card-head version-head">
          <h2 className="card-title">{begun.isFrozen ? '改期限' : '改清单'}</h2>
          <span className="note">{`${itemsOf(list).length} 项，合计 ${plainFigure(pointsIn(itemsOf(list)))} 分`}</span>
          <span className="push" />
          <Button onClick={onDone}>不改了</Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            保存清单
          </Button>
        </header>
        <div className="version-due">
          <TextField
            {...{ id: 'version-title', label: '清单名称', value: list.title, maxLength: 50, fault: fault('title') }}
            onChange={(title) => {
              if (!begun.isFrozen) setList({ ...list, title: title ?? '' })
            }}
          />
          <NumberField
            {...{ id: 'version-year', label: '从哪一年用', value: year, fault: fault('year') }}
            onChange={(wanted) => change({ year: wanted ?? 0 })}
          />
          {dueFields.map((field) => (
            <DayField
              key={field}
              {...{ id: `version-${field}`, label: dueNames[field], value: dues[field], fault: fault(field) }}
              onChange={(day) => change({ dues: { ...dues, [field]: day } })}
            />
          ))}
        </div>
        {begun.isFrozen ? (
          <div className="version-due">
            <Verdict tone="info">这一年度的清单已冻结，项目和分值不能改，期限可以改。</Verdict>
          </div>
        ) : null}
        {save.problem === null || isPlaced ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
        <div className="list-scroll">
          <Rows list={list} locked={begun.isFrozen} open={open} onList={setList} onOpen={setOpen} />
          {begun.isFrozen ? null : (
            <p className="area-foot">
              <Button icon={<PlusOutlined />} onClick={() => setList(addArea(list))}>
                加一个方面
              </Button>
            </p>
          )}
        </div>
      </section>
      {chosen === undefined || open === null ? null : (
        <VersionItem
          key={`${open.area} ${open.item}`}
          item={chosen}
          onChange={(part) => setList(changeItem(list, open, part))}
          onMove={(by) => {
            const goal = open.item + by
            if (list.areas[open.area]?.items[goal] === undefined) return
            setList(moveItem(list, open, by))
            setOpen({ ...open, item: goal })
          }}
          onRemove={() => {
            setList(removeItem(list, open))
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
