import './grades.css'
import type { KeyboardEvent, ReactNode } from 'react'
import { gradeOfKey } from './grade-keys.ts'
import { useRowWalk } from './row-walk.ts'

type RowProps<Grade extends string> = {
  id: string
  initials: string
  first: boolean
  open: boolean
  grades: readonly Grade[]
  locked: boolean
  onGrade: (grade: Grade | null) => void
  onOpen: () => void
  children: ReactNode
}

/** A row of somebody who is graded: keys 1 to 4 grade him, 0 takes it away, Enter and a click open him, arrows walk. */
export function GradeRow<Grade extends string>(props: RowProps<Grade>) {
  const { id, initials, first, open, grades, locked, onGrade, onOpen, children } = props
  const walk = useRowWalk()
  const press = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (walk(event) || event.target !== event.currentTarget || event.nativeEvent.isComposing || event.ctrlKey) return
    const grade = locked ? undefined : gradeOfKey(event.key, grades)
    if (event.key === 'Enter') onOpen()
    else if (grade !== undefined) onGrade(grade)
    else return
    event.preventDefault()
  }
  return (
    <tr
      data-row={id}
      data-initials={initials}
      tabIndex={first ? 0 : -1}
      className={open ? 'selected' : ''}
      onKeyDown={press}
      onClick={(event) => {
        if (!(event.target instanceof HTMLSelectElement)) onOpen()
      }}
    >
      {children}
    </tr>
  )
}

type SelectProps<Grade extends string> = {
  label: string
  value: Grade | null
  grades: readonly Grade[]
  /** What stands there while there is none. */
  none: string
  locked: boolean
  onGrade: (grade: Grade | null) => void
}

/** The grade of a row, for the mouse; by keyboard the row itself takes it. */
export const GradeSelect = <Grade extends string>({
  label,
  value,
  grades,
  none,
  locked,
  onGrade
}: SelectProps<Grade>) => (
  <span className="grade-select">
    <select
      aria-label={label}
      tabIndex={-1}
      value={value ?? ''}
      disabled={locked}
      onChange={({ target }) => onGrade(grades.find((grade) => grade === target.value) ?? null)}
    >
      <option value="">{none}</option>
      {grades.map((grade) => (
        <option key={grade} value={grade}>
          {grade}
        </option>
      ))}
    </select>
  </span>
)
