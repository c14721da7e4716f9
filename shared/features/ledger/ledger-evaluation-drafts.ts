import { cellText } from '../../kernel/cells.ts'
import { type Day, makeDay } from '../../kernel/dates.ts'
import { blankEvaluation, type Evaluation } from '../evaluation/evaluation.ts'
import type { Member } from '../member/member.ts'
import { isBranch, type Organisation } from '../organisation/organisation.ts'
import type { CountedPile } from './ledger.ts'
import { organisationAt } from './ledger-member-row.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import type { Surroundings } from './ledger-posts.ts'
import type { LedgerRow } from './ledger-row.ts'
import type { KnownMeetings } from './ledger-tasks.ts'

/** `members` is the roster after the import. `mayGrade` and `mayTally`: whether the one who imports may decide on grades, see tallies. */
export type EvaluationSurroundings = Surroundings & {
  today: Day
  members: ReadonlyMap<string, Member>
  meetings: KnownMeetings
  counted: readonly CountedPile[]
  mayGrade: boolean
  mayTally: boolean
}

/** An evaluation while the file is read: as it is stored, null for a new one, and as it becomes. */
export type EvaluationDraft = { before: Evaluation | null; after: Evaluation }

const keyOf = ({ organisationId, year }: Pick<Evaluation, 'organisationId' | 'year'>): string =>
  `${organisationId}\n${year}`

/** The evaluations a file speaks of. One that is not there is made, and kept once a row of it is accepted. */
export class EvaluationDrafts {
  readonly #stored: ReadonlyMap<string, Evaluation>
  readonly #drafts = new Map<string, EvaluationDraft>()
  readonly #around: EvaluationSurroundings

  constructor(stored: readonly Evaluation[], around: EvaluationSurroundings) {
    this.#stored = new Map(stored.map((one) => [keyOf(one), one]))
    this.#around = around
  }

  of(organisationId: string, year: number): EvaluationDraft {
    const before = this.#stored.get(keyOf({ organisationId, year })) ?? null
    const fresh = { ...blankEvaluation, id: '', organisationId, year, recordedOn: this.#around.today }
    return this.#drafts.get(keyOf({ organisationId, year })) ?? { before, after: before ?? fresh }
  }

  keep({ before, after }: EvaluationDraft): void {
    const id = after.id === '' ? this.#around.newId() : after.id
    this.#drafts.set(keyOf(after), { before, after: { ...after, id } })
  }

  all(): EvaluationDraft[] {
    return [...this.#drafts.values()]
  }
}

/** 2026, 2026年 or 2026年度. */
export const yearIn = (row: LedgerRow): number | null =>
  row.whole('年度', { min: 1900, max: 2100, unit: cellText(row.cell('年度')).endsWith('年度') ? '年度' : '年' })

/** The branch a row is of; under the code of a group, the group too. Only branches evaluate their members. */
export function branchIn(
  row: LedgerRow,
  organisations: OrganisationIndex
): { branch: Organisation; group: Organisation | null } | null {
  const named = organisationAt(row, '组织编码', organisations)
  if (named === null) return null
  const group = named.kind === '党小组' ? named : null
  const branch = group === null ? named : organisations.byId.get(group.parentId ?? '')
  if (branch !== undefined && isBranch(branch)) return { branch, group }
  row.refuse(
    '组织编码',
    'organisation-unknown',
    `“${named.code}”不是党支部：民主评议党员以支部为单位，请填党支部的编码`
  )
  return null
}

/** The day by which names in an evaluation are meant: that of its last vote, without one the last of the year. */
export const dayOfNames = ({ rounds, year }: Pick<Evaluation, 'rounds' | 'year'>): Day =>
  rounds
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? makeDay(year, 12, 31)

/** A settled evaluation keeps what is stored. */
export const refuseSettled = (row: LedgerRow, column: string): void =>
  row.refuse(
    column,
    'record-final',
    '所在年度的评定等次已经确定，内容与系统不同，不能由导入改动；需要更正时请先在系统中重新打开'
  )

/** Figures of a pile that was counted here. */
/**
 * Figures of ballots over figures that are there already, from somebody who may not see them: refused whatever they say, or
 * trying them out would tell what is there.
 */
export const refuseUnseen = (row: LedgerRow, column: string): void =>
  row.refuse(column, 'content-not-allowed', '已经有票数，由书记或组织委员导入；您的角色看不到得票')

export const refuseCounted = (row: LedgerRow, column: string): void =>
  row.refuse(column, 'record-final', '与系统不同：票数由程序计票得出，不能由导入改动；需要更正时请在系统中重新计票')
