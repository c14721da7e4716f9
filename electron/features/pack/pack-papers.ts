import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { PackGroup } from '../../../shared/features/pack/volume-scheme.ts'
import { type Day, makeDay } from '../../../shared/kernel/dates.ts'
import type { Outcome } from '../../../shared/kernel/outcome.ts'
import type { Store, Tables } from '../../store/store.ts'
import { registerPaper } from '../checklist/register-paper.ts'
import { ledgerPaper } from '../meeting/meeting-ledger.ts'
import { paperOfRoster, type RosterPaperKind } from '../member/roster-paper.ts'
import type { Paper } from '../paper/paper.ts'
import { planPaper } from '../plan/plan-paper.ts'
import { planEntriesIn } from '../plan/plan-repository.ts'
import { studyPaper } from '../study/study-paper.ts'
import type { Made } from './pack-documents.ts'

/** The day papers of a year are made as of: the day of the pack, or the last day of a year that is over. */
export const asOfDay = (year: number, today: Day): Day => {
  const last = makeDay(year, 12, 31)
  return today < last ? today : last
}

type Span = { year: number; today: Day }

const rosterWish = { order: 'post', citizenId: 'none', withFormer: true, withGroups: true } as const

/** Papers of the whole year of an organisation: lists and ledgers out of all its records, each only where there is something to tell. */
export function yearPapers(
  store: Store,
  tables: Tables,
  organisation: Organisation,
  below: readonly Organisation[],
  { year, today }: Span
): Made[] {
  const day = asOfDay(year, today)
  const { id } = organisation
  const made = (kind: string, group: PackGroup, paper: Outcome<Paper>): Made[] =>
    paper.ok ? [{ kind, group, date: day, records: [], paper: paper.value }] : []
  const roster = (kind: RosterPaperKind) => paperOfRoster(store, kind, id, rosterWish, day)
  const isPlanned = planEntriesIn(tables, makeDay(year, 1, 1), makeDay(year, 12, 31)).some(({ organisationId }) =>
    below.some((one) => one.id === organisationId)
  )
  const own = isBranch(organisation)
  const register = registerPaper(tables, below, { year, date: day, organisation: organisation.name })
  return [
    ...made('organisation-chart', 'organisation', roster('chart')),
    ...made('committee-list', 'committee', roster('committee')),
    ...made('member-roster', 'roster', roster('roster')),
    ...made('member-composition', 'roster', roster('composition')),
    ...(isPlanned
      ? made('plan-year', 'meetings', planPaper(store, 'year', { organisationId: id, year, type: null }, day))
      : []),
    ...(own
      ? [
          ...made(
            'plan-coverage',
            'meetings',
            planPaper(store, 'coverage', { organisationId: id, year, type: null }, day)
          ),
          ...made(
            'meeting-ledger',
            'meetings',
            ledgerPaper(store, { ledger: 'meetings', organisationId: id, year }, day)
          ),
          ...made(
            'theme-day-ledger',
            'theme-days',
            ledgerPaper(store, { ledger: 'theme-days', organisationId: id, year }, day)
          ),
          ...made(
            'attendance-ledger',
            'life',
            ledgerPaper(store, { ledger: 'attendance', organisationId: id, year }, day)
          ),
          ...made('study-ledger', 'study', studyPaper(store, id, year, day))
        ]
      : []),
    ...(register.sheet === undefined || register.sheet.rows.length === 0
      ? []
      : [{ kind: 'rectification-register', group: 'rectification' as const, date: day, records: [], paper: register }])
  ]
}
