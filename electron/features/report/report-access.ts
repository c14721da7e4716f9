import { type ReportName, reportNames } from '../../../shared/features/report/report.ts'
import {
  isBranch,
  type Organisation,
  type OrganisationKind
} from '../../../shared/features/organisation/organisation.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import type { ChecklistCall } from '../checklist/checklist-access.ts'
import type { BranchScore } from '../checklist/checklist-scores.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import type { TalkReader } from '../talk/talk-access.ts'

/**
 * A call about reports: as one about checklists; `reader` is who reads as far as talks go, `may.grades` to see grades. `known` is
 * what a caller has read and measured already by the standard list, as it stands today.
 */
export type ReportCall = Omit<ChecklistCall, 'may'> & {
  may: ChecklistCall['may'] & { grades: boolean }
  reader: TalkReader
  known?: { rosters: Rosters; scores: readonly BranchScore[] }
}

/** Which report, of which organisation and year. */
export type ReportWish = { organisationId: string; year: number; report: ReportName }

/** The reports an organisation of a kind has: branches their own, 党委 and 党总支 the digest, groups none. */
export const reportsFor = (organisation: { kind: OrganisationKind }): ReportName[] => {
  if (organisation.kind === '党小组') return []
  return reportNames.filter((name) => isBranch(organisation) === (name !== 'digest'))
}

/** Whether this reader may see the report at all: talks and grades have rights of their own. */
export const mayLook = ({ may }: Pick<ReportCall, 'may'>, report: ReportName): boolean =>
  (report !== 'talks' || may.talks) && (report !== 'evaluation' || may.grades)

/** The organisation that is meant, within reach and of a kind that has reports. */
export function checkedOrganisation(
  { store }: ReportCall,
  tables: Tables,
  organisationId: string
): Outcome<Organisation> {
  const organisation = organisationById(tables, organisationId)
  if (organisation === null || reportsFor(organisation).length === 0)
    return failure('organisation-unknown', '请选择一个党支部、党总支或者党委。', 'organisationId')
  return inReach(store.reach, organisationId) ? success(organisation) : outOfReach('organisationId')
}

/** The organisation a report is of, once the report fits it and the reader may see it. */
export function checkedReport(call: ReportCall, tables: Tables, wish: ReportWish): Outcome<Organisation> {
  const found = checkedOrganisation(call, tables, wish.organisationId)
  if (!found.ok) return found
  if (!reportsFor(found.value).includes(wish.report))
    return failure(
      'report-unknown',
      wish.report === 'digest' ? '汇总报告以党委、党总支为单位。' : '这份报告以党支部为单位。',
      'report'
    )
  if (!mayLook(call, wish.report)) return failure('not-allowed', '您的角色不能查看这份报告。', 'report')
  return found
}
