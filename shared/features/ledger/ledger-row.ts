import { splitList } from '../../kernel/cell-text.ts'
import * as cells from '../../kernel/cells.ts'
import type { ClockTime, Day } from '../../kernel/dates.ts'
import type { Fault, FaultCode } from './ledger.ts'

/** Any whole number the workbook may state for ballots and people. */
const anyCount: cells.NumberLimits = { min: 0, max: 99_999 }

/**
 * One row of a sheet, read by the name of the column. A cell that cannot be read gives null and one fault; after reading all
 * columns a builder looks at `refused` and throws its half-built record away.
 */
export class LedgerRow {
  readonly sheet: string
  /** Excel's row number. */
  readonly number: number
  readonly faults: Fault[] = []
  readonly #cells: readonly cells.RawCell[]
  readonly #places: ReadonlyMap<string, number>
  #quiet: ReadonlySet<string> = new Set()

  constructor(sheet: string, number: number, values: readonly cells.RawCell[], places: ReadonlyMap<string, number>) {
    this.sheet = sheet
    this.number = number
    this.#cells = values
    this.#places = places
  }

  get refused(): boolean {
    return this.faults.length > 0
  }

  /** False when the file has no such column: an update then leaves the field as it is. */
  has(column: string): boolean {
    return this.#places.has(column)
  }

  cell(column: string): cells.RawCell {
    const place = this.#places.get(column)
    return place === undefined ? null : (this.#cells[place] ?? null)
  }

  isBlank(column: string): boolean {
    return cells.isBlankCell(this.cell(column))
  }

  /** From now on a fault in one of these columns does not repeat what the cell says. */
  hush(columns: readonly string[]): void {
    this.#quiet = new Set(columns)
  }

  /** Refuses the row for one cell; the first reason for a cell stands. `reason` follows the name of the column in the sentence. */
  refuse(column: string, code: FaultCode, reason: string): void {
    if (this.faults.some((fault) => fault.column === column)) return
    const value = this.#quiet.has(column) ? '' : cells.cellText(this.cell(column))
    const message = `“${column}”${reason}。`
    this.faults.push({ sheet: this.sheet, row: this.number, column, code, message, value: value === '' ? null : value })
  }

  /** Text of at most `limit` characters, null when blank. */
  text(column: string, limit: number): string | null {
    const text = cells.cellText(this.cell(column))
    if (text.length > limit) this.refuse(column, 'content-not-allowed', `最多 ${limit} 字，现有 ${text.length} 字`)
    return text === '' ? null : text
  }

  /** The lines of a cell, empty ones too, so that several columns stay in step. A cell Excel keeps as a date is one line. */
  lines(column: string): cells.RawCell[] {
    const cell = this.cell(column)
    return typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n').split('\n') : cell === null ? [] : [cell]
  }

  list(column: string, limit: number): string[] {
    const parts = splitList(cells.cellText(this.cell(column)))
    const long = parts.find((part) => part.length > limit)
    if (long !== undefined) this.refuse(column, 'content-not-allowed', `中的每一项最多 ${limit} 字`)
    return parts
  }

  moment(column: string): cells.Moment | null {
    return this.#take(column, cells.readMoment(this.cell(column)))
  }

  /** A day in one line of a cell. */
  dayIn(column: string, line: cells.RawCell): Day | null {
    return this.#take(column, cells.readDay(line))
  }

  day(column: string): Day | null {
    return this.#take(column, cells.readDay(this.cell(column)))
  }

  time(column: string): ClockTime | null {
    return this.#take(column, cells.readTime(this.cell(column)))
  }

  yesNo(column: string): boolean | null {
    return this.#take(column, cells.readYesNo(this.cell(column)))
  }

  whole(column: string, limits: cells.NumberLimits = anyCount): number | null {
    return this.#take(column, cells.readWhole(this.cell(column), limits))
  }

  decimal(column: string, limits: cells.NumberLimits): number | null {
    return this.#take(column, cells.readDecimal(this.cell(column), limits))
  }

  choice<Value extends string>(column: string, values: readonly Value[]): Value | null {
    return this.#take(column, cells.readChoice(this.cell(column), values))
  }

  choices<Value extends string>(column: string, values: readonly Value[]): Value[] {
    return this.#take(column, cells.readChoices(this.cell(column), values)) ?? []
  }

  citizenId(column: string): string | null {
    return this.#take(column, cells.readCitizenId(this.cell(column)))
  }

  /** Refuses the row where `last` lies before `first`: such a spell would silently never count. */
  inOrder(first: string, firstDay: Day | null, last: string, lastDay: Day | null): void {
    if (firstDay !== null && lastDay !== null && lastDay < firstDay) {
      this.refuse(last, 'date-unreadable', `（${lastDay}）不能早于“${first}”（${firstDay}）`)
    }
  }

  #take<Value>(column: string, reading: cells.CellReading<Value>): Value | null {
    if (reading.ok) return reading.value
    this.refuse(column, reading.problem.code, reading.problem.message)
    return null
  }
}

/**
 * `after` with the fields of `before` for every column the file does not have at all. A blank cell clears a field; a missing column
 * says nothing about it.
 */
export function keepAbsent<Value extends object>(
  row: LedgerRow,
  before: Value | null | undefined,
  after: Value,
  fields: Readonly<Record<string, keyof Value>>
): Value {
  if (!before) return after
  const kept = { ...after }
  for (const [column, field] of Object.entries(fields)) if (!row.has(column)) kept[field] = before[field]
  return kept
}
