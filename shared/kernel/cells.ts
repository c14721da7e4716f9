import { splitList, tidyText, toHalfWidth } from './cell-text.ts'
import { isCitizenId, tidyCitizenId } from './citizen-id.ts'
import { type ClockTime, type Day, isClockTime, isDay, makeDay } from './dates.ts'
import { failure, type Outcome, success } from './outcome.ts'

/** A day from a cell; `time` is null where the cell holds a day only (midnight counts as none). */
export type Moment = { day: Day; time: ClockTime | null }

/** A cell as the workbook holds it. A time of day without a date stays the number Excel keeps: a fraction of a day. */
export type RawCell = string | number | boolean | Moment | null
/** One sheet; `rows[0]` is Excel's row 1. Rows may differ in length; blank rows in between are kept, so that numbers agree. */
export type RawSheet = { name: string; rows: readonly (readonly RawCell[])[] }

/** A column to write. `text` formats the whole column as text (18-digit numbers stay whole); `strict` choices refuse anything else. */
export type ColumnOut = {
  header: string
  width: number
  text?: boolean
  choices?: { values: readonly string[]; strict: boolean }
}
export type SheetOut = { name: string; columns: readonly ColumnOut[]; rows: readonly (readonly RawCell[])[] }

export type CellCode =
  | 'date-unreadable'
  | 'time-unreadable'
  | 'number-unreadable'
  | 'value-not-in-list'
  | 'id-floating-point'
  | 'id-check-digit'
/** The value of a cell, null for a blank one, or why it cannot be read: a sentence that follows the name of the column. */
export type CellReading<Value> = Outcome<Value | null, CellCode>

const blank = success(null)

/** What the cell says, for text columns and for faults; '' for a blank one. */
export function cellText(cell: RawCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return tidyText(cell)
  if (typeof cell === 'object') return cell.time === null ? cell.day : `${cell.day} ${cell.time}`
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell)
}

export const isBlankCell = (cell: RawCell): boolean =>
  cell === null || (typeof cell === 'string' && tidyText(cell) === '')

const shown = (cell: RawCell): string => {
  const text = cellText(cell)
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

const dayPatterns = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})()(\d{2})(\d{2})$/
]
const timePattern = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/

function dayIn(text: string): Day | null {
  for (const pattern of dayPatterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const day = makeDay(Number(match[1]), Number(match[3]), Number(match[4]))
    return isDay(day) ? day : null
  }
  return null
}

function timeIn(text: string): ClockTime | null {
  const match = timePattern.exec(text)
  const time = match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : ''
  return isClockTime(time) ? time : null
}

function whyNotDay(cell: RawCell): string {
  const text = toHalfWidth(cellText(cell)).replace(/\s/g, '')
  const right = '应写成“2026-03-05”这样的形式'
  if (/^\d{4}([-/.年]\d{1,2}月?|年)?$|^\d{6}$/.test(text)) return `只写到年或月：${shown(cell)}，${right}`
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text)) return `的年份应为四位：${shown(cell)}，${right}`
  const year = /^(\d{4})\D/.exec(text)?.[1]
  if (year && (Number(year) < 1900 || Number(year) > 2100)) return `的年份应在 1900 至 2100 之间：${shown(cell)}`
  return `不是能读出的日期：${shown(cell)}，${right}`
}

/** A day and, where the cell has one, a time. Forms: workbook.md, reading rules. */
export function readMoment(cell: RawCell): CellReading<Moment> {
  if (isBlankCell(cell)) return blank
  if (cell !== null && typeof cell === 'object' && isDay(cell.day)) {
    return success({ day: cell.day, time: cell.time === '00:00' ? null : cell.time })
  }
  const text = typeof cell === 'string' || typeof cell === 'number' ? toHalfWidth(cellText(cell)).slice(0, 60) : ''
  const match = /^(.*?)(?:(?:[T\s]|(?<=日))\s*(\d{1,2}\s*:[\d:.\s]+?)Z?)?$/s.exec(text)
  const day = dayIn((match?.[1] ?? '').replace(/\s/g, ''))
  const time = match?.[2] === undefined ? null : timeIn(match[2].replace(/\s/g, ''))
  if (day === null || (match?.[2] !== undefined && time === null)) return failure('date-unreadable', whyNotDay(cell))
  return success({ day, time: time === '00:00' ? null : time })
}

export function readDay(cell: RawCell): CellReading<Day> {
  const reading = readMoment(cell)
  return reading.ok ? success(reading.value?.day ?? null) : reading
}

/** `14:30`, `14:30:00`, a fraction of a day, or the time of a date with time. Seconds are cut off. */
export function readTime(cell: RawCell): CellReading<ClockTime> {
  if (isBlankCell(cell)) return blank
  const time = clockOf(cell)
  return time === null
    ? failure('time-unreadable', `不是能读出的时间：${shown(cell)}，应写成“14:30”这样的形式`)
    : success(time)
}

function clockOf(cell: RawCell): ClockTime | null {
  if (typeof cell === 'string') return timeIn(toHalfWidth(cell).replace(/\s/g, ''))
  if (cell !== null && typeof cell === 'object') return cell.time
  if (typeof cell !== 'number' || cell < 0 || cell >= 1) return null
  const minutes = Math.min(Math.floor(Math.round(cell * 86_400) / 60), 1439)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const yes = new Set(['是', '√', '✓', '✔', 'Y', '1', 'TRUE'])
const no = new Set(['否', '×', '✗', '✘', 'N', '0', 'FALSE'])

/** 是/否, √/×, Y/N, 1/0, and Excel's TRUE/FALSE. */
export function readYesNo(cell: RawCell): CellReading<boolean> {
  if (isBlankCell(cell)) return blank
  const text = toHalfWidth(cellText(cell)).toUpperCase()
  if (yes.has(text)) return success(true)
  return no.has(text) ? success(false) : failure('value-not-in-list', `应填“是”或“否”，现为${shown(cell)}`)
}

/** Bounds of a number, both included, and a unit that may stand behind it (3年). */
export type NumberLimits = { min: number; max: number; unit?: string }

/** A decimal number. Negative or out of bounds is unreadable too, with its own sentence. */
export function readDecimal(cell: RawCell, limits: NumberLimits): CellReading<number> {
  if (isBlankCell(cell)) return blank
  const text = toHalfWidth(cellText(cell)).replace(/\s/g, '')
  const digits = limits.unit !== undefined && text.endsWith(limits.unit) ? text.slice(0, -limits.unit.length) : text
  if (typeof cell === 'boolean' || !/^-?\d+(\.\d+)?$/.test(digits)) {
    return failure('number-unreadable', `应填数字，现为${shown(cell)}`)
  }
  const value = Number(digits)
  if (value < 0) return failure('number-unreadable', `不能小于 0，现为${shown(cell)}`)
  return value < limits.min || value > limits.max
    ? failure('number-unreadable', `应在 ${limits.min} 至 ${limits.max} 之间，现为${shown(cell)}`)
    : success(value)
}

export function readWhole(cell: RawCell, limits: NumberLimits): CellReading<number> {
  const reading = readDecimal(cell, limits)
  return reading.ok && reading.value !== null && !Number.isInteger(reading.value)
    ? failure('number-unreadable', `应填整数，现为${shown(cell)}`)
    : reading
}

const plain = (text: string): string => toHalfWidth(tidyText(text)).replace(/\s/g, '')

function pick<Value extends string>(text: string, values: readonly Value[]): Value | null {
  return values.find((value) => value === text) ?? values.find((value) => plain(value) === plain(text)) ?? null
}

/** One value of a closed list, matched by name. */
export function readChoice<Value extends string>(cell: RawCell, values: readonly Value[]): CellReading<Value> {
  if (isBlankCell(cell)) return blank
  const value = pick(cellText(cell), values)
  return value === null
    ? failure('value-not-in-list', `应为${values.join('、')}之一，现为${shown(cell)}`)
    : success(value)
}

/** Several values of a closed list, each once, in the order of the cell; an empty list for a blank cell. */
export function readChoices<Value extends string>(cell: RawCell, values: readonly Value[]): Outcome<Value[], CellCode> {
  const chosen = new Set<Value>()
  for (const part of splitList(cellText(cell))) {
    const value = pick(part, values)
    if (value === null) return failure('value-not-in-list', `只能从${values.join('、')}中选，现有“${part}”`)
    chosen.add(value)
  }
  return success([...chosen])
}

/** An ID number, tidied. A number Excel has rounded, 15 digits and a wrong check digit are told apart (rules.md §11.7). */
export function readCitizenId(cell: RawCell): CellReading<string> {
  if (isBlankCell(cell)) return blank
  const text = tidyCitizenId(cellText(cell))
  if ((typeof cell === 'number' && cell >= 1e15) || /^\d(\.\d+)?E\+1\d$/i.test(text)) {
    const sentence = '已被 Excel 存成浮点数，后几位已丢失；请把该列设为“文本”格式后重新填写 18 位号码'
    return failure('id-floating-point', sentence)
  }
  if (/^\d{15}$/.test(text)) return failure('id-check-digit', '是 15 位旧号码，请填写 18 位号码')
  if (!/^\d{17}[\dX]$/.test(text)) return failure('id-check-digit', '应为 18 位号码，最后一位可以是 X')
  return isCitizenId(text) ? success(text) : failure('id-check-digit', '校验不符，请核对每一位数字')
}
