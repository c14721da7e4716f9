import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Confirm } from '../../ui/confirm.tsx'

type Props<Row> = {
  label: string
  verb: string
  rows: readonly Row[]
  blank: () => Row
  onChange: (rows: Row[]) => void
  /** The fields of one row; the first one gets the focus when the row is new. */
  children: (row: Row, set: (part: Partial<Row>) => void, number: number) => ReactNode
}

/** Whether nothing was written into a row; dates and names are proposed and count for nothing. */
const isEmpty = (row: object): boolean =>
  ['text', 'content', 'answer'].every((field) => {
    const value = (row as Record<string, unknown>)[field]
    return value === undefined || value === ''
  })

/** Rows to type one after the other: Ctrl Enter adds one, and puts the pen there. */
export function RowList<Row extends object>({ label, verb, rows, blank, onChange, children }: Props<Row>) {
  const list = useRef<HTMLOListElement>(null)
  const [doomed, setDoomed] = useState<number | null>(null)
  const without = (index: number): void => {
    setDoomed(null)
    onChange(rows.filter((_row, at) => at !== index))
  }
  const add = (): void => {
    onChange([...rows, blank()])
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child :is(input, textarea)')?.focus())
  }
  const press = (event: KeyboardEvent): void => {
    if (!event.ctrlKey || event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <section aria-label={label} onKeyDown={press}>
      <ol className="life-rows" ref={list}>
        {rows.map((row, index) => (
          // Rows have no id; they are only ever added at the end or taken out.
          <li key={index} className="life-row">
            <span className="quiet">{index + 1}</span>
            <div className="life-fields">
              {children(
                row,
                (part) => onChange(rows.map((one, at) => (at === index ? { ...one, ...part } : one))),
                index + 1
              )}
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`删除第 ${index + 1} 条`}
              onClick={() => (isEmpty(row) ? without(index) : setDoomed(index))}
            />
          </li>
        ))}
      </ol>
      <Button icon={<PlusOutlined />} onClick={add}>
        {verb}
      </Button>
      <span className="note life-hint">Ctrl Enter 也能加</span>
      {doomed === null ? null : (
        <Confirm
          title={`删除第 ${doomed + 1} 条？`}
          verb="删除这一条"
          keep="不删"
          onConfirm={() => without(doomed)}
          onKeep={() => setDoomed(null)}
        >
          写好的内容会一起删掉，不能找回。
        </Confirm>
      )}
    </section>
  )
}
