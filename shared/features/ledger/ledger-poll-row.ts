import { tidyCode, tidyName, toHalfWidth } from '../../kernel/cell-text.ts'
import { cellText } from '../../kernel/cells.ts'
import { makeDay } from '../../kernel/dates.ts'
import type { Organisation } from '../organisation/organisation.ts'
import { type Poll, type PollKind, pollKinds, type PollSubject } from '../poll/poll.ts'
import { yearIn } from './ledger-evaluation-drafts.ts'
import { organisationAt } from './ledger-member-row.ts'
import type { Surroundings } from './ledger-posts.ts'
import type { LedgerRow } from './ledger-row.ts'
import { gradeHeads, placeHeads } from './ledger-sheets.ts'

/** A weight as it is written: `percent` where it says so, else it may be a share (0.4) or a percentage (40). */
export type StatedWeight = { value: number; percent: boolean }

/** A row of 测评 that could be read as far as whose ballots it tells of. Figures are by the head they stand under. */
export type PollRow = {
  row: LedgerRow
  number: string
  name: string
  organisation: Organisation
  year: number
  kind: PollKind
  className: string
  weight: StatedWeight | null
  subject: string
  figures: ReadonlyMap<string, number>
}

const pollKey = (row: LedgerRow): string => tidyCode(row.text('测评编号', 40) ?? '')

/** A票 and A类票 are class A. */
const classIn = (row: LedgerRow): string => (row.text('票类', 20) ?? '').replace(/(?<=.)(类票|票)$/, '')

function weightIn(row: LedgerRow): StatedWeight | null {
  const value = row.decimal('权重', { min: 0, max: 10_000, unit: '%' })
  return value === null ? null : { value, percent: toHalfWidth(cellText(row.cell('权重'))).endsWith('%') }
}

/** Reads every cell, so that all faults of the row are found; null where it does not say whose ballots these are. */
export function readPollRow(row: LedgerRow, around: Surroundings): PollRow | null {
  const [number, name] = [pollKey(row), row.text('名称', 100)]
  const organisation = organisationAt(row, '组织编码', around.organisations)
  const [year, kind] = [yearIn(row), row.choice('种类', pollKinds)]
  const [className, weight, subject] = [classIn(row), weightIn(row), row.text('被测评对象', 50)]
  const figures = new Map<string, number>()
  for (const head of [...gradeHeads, ...placeHeads]) {
    const figure = row.whole(head)
    if (figure !== null) figures.set(head, figure)
  }
  for (const column of ['弃权', '发出票', '收回票']) row.whole(column)
  if (number === '' || name === null || organisation === null) return null
  if (year === null || kind === null || subject === null) return null
  return { row, number, name, organisation, year, kind, className, weight, subject, figures }
}

/**
 * The weights of a poll in hundredths of a per cent: 0.4, 40 and 40% are the same. A bare 1 is one per cent beside bare
 * numbers above it, else the whole.
 */
export function weightReader(rows: readonly PollRow[]): (weight: StatedWeight) => number {
  const hasPercentages = rows.some(({ weight }) => weight !== null && !weight.percent && weight.value > 1)
  return ({ value, percent }) => {
    const isPercentage = percent || value > 1 || (value === 1 && hasPercentages)
    return Math.round(value * (isPercentage ? 100 : 10_000))
  }
}

/**
 * Whom a row means: a member where the name is his alone, or one of the subjects of that name, else the words. A name of
 * several members means none of them.
 */
export function subjectOf(
  { row, subject, organisation, year }: PollRow,
  poll: Poll,
  { people }: Surroundings
): PollSubject | Pick<PollSubject, 'name' | 'memberId'> {
  const found = people.find(organisation.id, subject, poll.date ?? makeDay(year, 12, 31))
  const member = found.kind === 'one' ? found.member : null
  const own = poll.subjects.find(({ memberId }) => member !== null && memberId === member.id)
  if (own !== undefined) return own
  const named = poll.subjects.filter(
    ({ name, memberId }) => tidyName(name) === tidyName(subject) && (memberId === null || found.kind === 'none')
  )
  const [known] = named
  if (named.length > 1)
    row.refuse('被测评对象', 'person-ambiguous', `“${subject}”在系统的这次测评中有同名的几个，请在系统中填写票数`)
  if (known !== undefined) return known
  return member === null ? { name: subject, memberId: null } : { name: member.name, memberId: member.id }
}
