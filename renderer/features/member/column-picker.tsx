import './column-picker.css'
import { SettingOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { api, client } from '../../api/client.ts'
import { PopupButton } from '../../ui/popup-button.tsx'
import {
  columnNames,
  mostColumns,
  readColumns,
  type RosterColumn,
  rosterColumns,
  usualColumns
} from './roster-columns.ts'

const name = 'roster-columns'

/** The columns of this user, kept with his account in the store. */
export function useColumns() {
  const queries = useQueryClient()
  const options = api.draft.preference.queryOptions({ name })
  const kept = useQuery({ ...options, staleTime: Number.POSITIVE_INFINITY })
  const saving = useMutation({
    mutationFn: (value: string) => client.draft.savePreference.mutate({ name, value })
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const choose = (columns: readonly RosterColumn[]): void => {
    const value = rosterColumns.filter((column) => columns.includes(column)).join(',')
    setChosen(value)
    queries.setQueryData(options.queryKey, value)
    saving.mutate(value)
  }
  const text = chosen ?? kept.data ?? null
  return { columns: useMemo(() => readColumns(text), [text]), choose }
}

type Props = { columns: readonly RosterColumn[]; onChoose: (columns: readonly RosterColumn[]) => void }

/** 选择列: which facts the roster shows beside the name. */
export function ColumnPicker({ columns, onChoose }: Props) {
  const full = columns.length >= mostColumns
  return (
    <PopupButton label="选择列" icon={<SettingOutlined />} iconOnly>
      {() => (
        <fieldset className="column-picker">
          <legend>
            名册里显示哪些列
            <span className="note">连姓名最多 {mostColumns + 1} 列</span>
          </legend>
          {rosterColumns.map((column) => {
            const on = columns.includes(column)
            return (
              <Checkbox
                key={column}
                checked={on}
                disabled={(!on && full) || (on && columns.length === 1)}
                onChange={() => onChoose(on ? columns.filter((one) => one !== column) : [...columns, column])}
              >
                {columnNames[column]}
              </Checkbox>
            )
          })}
          <button type="button" className="link" onClick={() => onChoose(usualColumns)}>
            恢复常用的列
          </button>
        </fieldset>
      )}
    </PopupButton>
  )
}
