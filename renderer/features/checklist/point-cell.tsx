import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { cellPoints } from './review-words.ts'

type Props = {
  id: string
  label: string
  /** The most that may be given, and what is full: less asks for a reason. */
  most: number
  full: number
  placeholder: string
  points: number | null
  reason: string | null
  locked: boolean
  onSave: (points: number | null, reason: string | null) => void
  onWalk: (by: 1 | -1) => void
}

/** Points of one reviewer for an item, kept on leaving the cell; under a deduction the line for its reason. */
export function PointCell({ id, label, most, full, placeholder, points, reason, locked, onSave, onWalk }: Props) {
  const [text, setText] = useState(`${points ?? ''}`)
  const [why, setWhy] = useState(reason ?? '')
  const isIn = useRef(false)
  useEffect(() => {
    if (!isIn.current) {
      setText(`${points ?? ''}`)
      setWhy(reason ?? '')
    }
  }, [points, reason])
  const read = cellPoints(text, most)
  const isLess = typeof read === 'number' && read < full
  const keep = (): void => {
    const words = isLess && why.trim() !== '' ? why.trim() : null
    if (read !== undefined && (read !== points || words !== reason)) onSave(read, words)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const atReason = event.currentTarget.id !== id
    if (event.key === 'Enter' && !atReason && isLess && why.trim() === '') document.getElementById(`${id} why`)?.focus()
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onWalk(1)
    else if (event.key === 'ArrowUp') onWalk(-1)
    else return
    event.preventDefault()
  }
  if (locked)
    return (
      <>
        <span className="point-said">{points ?? placeholder}</span>
        {reason === null ? null : <span className="note point-why">{reason}</span>}
      </>
    )
  return (
    <div
      role="group"
      aria-label={label}
      className="point-cell"
      onFocus={() => {
        isIn.current = true
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        isIn.current = false
        keep()
      }}
    >
      <Input
        id={id}
        size="small"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        maxLength={6}
        placeholder={placeholder}
        status={read === undefined ? 'error' : ''}
        {...(read === undefined ? { 'aria-invalid': true, title: `填 0 到 ${most} 的数，最多两位小数` } : {})}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      {isLess ? (
        <Input
          id={`${id} why`}
          size="small"
          autoComplete="off"
          aria-label={`${label}，扣分理由`}
          maxLength={500}
          placeholder="扣分理由"
          status={why.trim() === '' ? 'warning' : ''}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          onKeyDown={press}
        />
      ) : null}
    </div>
  )
}
