import {
  blankSupervisionDocument,
  supervisionDocument
} from '../../../shared/features/supervision/supervision-document.ts'
import {
  type SupervisionPaper,
  supervisionPaperNames
} from '../../../shared/features/supervision/supervision-papers.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { readOfficeSettings } from '../setting/setting-service.ts'
import { listSupervisions } from './supervision-service.ts'

/** Which register: of an organisation and those below it, or of all within reach where `organisationId` is null. */
export type SupervisionWish = { paper: SupervisionPaper; organisationId: string | null; year: number }

function headOf(store: Store, organisationId: string | null): Outcome<string> {
  return store.read((tables) => {
    if (organisationId === null) return success(readOfficeSettings(tables).unit)
    const organisation = organisationById(tables, organisationId)
    if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    return inReach(store.reach, organisationId) ? success(organisation.name) : outOfReach()
  })
}

/** A register of a year; only with the L3 password in force. */
export function supervisionPaper(store: Store, key: Buffer | null, wish: SupervisionWish, today: Day): Outcome<Paper> {
  const { paper, organisationId, year } = wish
  const head = headOf(store, organisationId)
  if (!head.ok) return head
  const lines = listSupervisions(store, key, organisationId)
  if (!lines.ok) return lines
  const entries = lines.value.map(({ entry }) => entry).filter((entry) => entry.year === year)
  return success({
    title: `${year}年度${supervisionPaperNames[paper]}`,
    document: supervisionDocument(paper, { organisation: head.value, year, date: today, entries })
  })
}

/** The same to fill in by hand. */
export function blankSupervisionPaper(
  store: Store,
  paper: SupervisionPaper,
  organisationId: string | null,
  today: Day
): Outcome<Paper> {
  const head = headOf(store, organisationId)
  if (!head.ok) return head
  const document = blankSupervisionDocument(paper, { organisation: head.value, today })
  return success({ title: `${supervisionPaperNames[paper]}（空白表）`, document })
}
