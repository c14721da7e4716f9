import { isBranch } from '../../../shared/features/organisation/organisation.ts'
import type { TalkReport } from '../../../shared/features/pack/pack.ts'
import type { TalkCoverage } from '../../../shared/features/talk/coverage-rules.ts'
import { talkCountsDocument } from '../../../shared/features/talk/talk-counts-document.ts'
import { talkCoverageDocument } from '../../../shared/features/talk/talk-coverage-document.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'
import type { TalkReader } from '../talk/talk-access.ts'
import { talkRecordPaper } from '../talk/talk-paper.ts'
import { talksOf } from '../talk/talk-repository.ts'
import type { Made } from './pack-documents.ts'
import { dueOnPaper, statisticsOf, type TalkYear, talkYear } from '../talk/talk-year.ts'

/** A pack is handed on: its figures are those of a reader who sees no L2, and no key is there. */
export const handedOn: TalkReader = {
  ...{ accountId: '', memberId: null, key: null },
  read: { L1: 'all', L2: null, L3: null },
  write: { L1: null, L2: null, L3: null }
}

/** The talks of every branch of the scope in the year, by organisation, in the order of the office. */
export function talkYears(
  tables: Tables,
  scope: readonly string[],
  { year, today }: { year: number; today: Day },
  rosters: Rosters
): Map<string, TalkYear> {
  const branches = rosters.organisations.filter((one) => scope.includes(one.id) && isBranch(one))
  return new Map(branches.map((branch) => [branch.id, talkYear(tables, branch, { year, today }, rosters)]))
}

/** `talks` of report.json for one branch; people who came lately are named and not counted (decisions.md). */
export function talkReport({ organisation, coverage }: TalkYear): TalkReport {
  const { committeePairs, members, peers, uncovered, rows } = coverage
  return {
    organisation: organisation.code,
    ...{ committeePairs, members, peers },
    uncovered: rows.filter(({ memberId }) => uncovered.includes(memberId)).map(({ name }) => name)
  }
}

/** The figures with all talks, the days without those of L3: when one was held is not told. */
function withoutSealed({ talks, coverage }: TalkYear): TalkCoverage {
  const sealed = new Set(talks.filter(({ level }) => level === 'L3').map(({ id }) => id))
  return {
    ...coverage,
    rows: coverage.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, talks: cell.talks.filter(({ id }) => !sealed.has(id)) }))
    }))
  }
}

const isWanted = ({ committeePairs, members, peers }: TalkCoverage): boolean =>
  [committeePairs, members, peers].some(({ total }) => total > 0)

/** 谈心谈话覆盖情况 and 谈话台账 in figures of a branch, for volume 06; `records` are its talks of L1 only. */
export function talkPapers(tables: Tables, branch: TalkYear, { year, today }: { year: number; today: Day }): Made[] {
  const { organisation, talks, rules, coverage } = branch
  const due = dueOnPaper(branch, handedOn)
  if (talks.length === 0 && !isWanted(coverage)) return []
  const { name } = organisation
  const statistics = statisticsOf({ reader: handedOn, today }, tables, branch, year)
  const documents = {
    'talk-coverage': talkCoverageDocument({
      ...{ organisation: name, date: today, due, rules },
      coverage: withoutSealed(branch)
    }),
    'talk-ledger': talkCountsDocument({ organisation: name, year, date: today, statistics })
  }
  const records = talks.filter(({ level, date }) => level === 'L1' && date <= today).map(({ id }) => id)
  return Object.entries(documents).map(([kind, document]): Made => {
    return { kind, group: 'talks', date: today, records, paper: { title: document.meta.title, document } }
  })
}

/** The records of the talks of L1 of a branch, what was said in them too: L2 and L3 never go into a pack. */
export const talkRecords = (
  tables: Tables,
  { organisation }: TalkYear,
  { year, today }: { year: number; today: Day }
): Made[] =>
  talksOf(tables, [organisation.id], year)
    .filter(({ level, date }) => level === 'L1' && date <= today)
    .sort((one, other) => (one.date + one.number < other.date + other.number ? -1 : 1))
    .flatMap((talk): Made[] => {
      const { contents } = talk
      const paper = contents === null ? null : talkRecordPaper(tables, { ...talk, contents }, today)
      if (paper === null || !paper.ok) return []
      return [{ kind: 'talk-record', group: 'talks', date: talk.date, records: [talk.id], paper: paper.value }]
    })
