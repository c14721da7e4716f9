import { studyDocument, studySheet } from '../../../shared/features/study/study-document.ts'
import { type Day, makeDay } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { studyTable } from './study-table.ts'

/** 学时台账 of a branch and year, as of today or of the end of a year that is over. */
export function studyPaper(store: Store, organisationId: string, year: number, today: Day): Outcome<Paper> {
  return store.read((tables) => {
    const organisation = organisationById(tables, organisationId)
    if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    if (!inReach(store.reach, organisation.id)) return outOfReach()
    const { lines, meetings } = studyTable(tables, organisation, { year, today })
    const lastDay = makeDay(year, 12, 31)
    const paper = { organisation: organisation.name, year, date: today < lastDay ? today : lastDay, lines, meetings }
    return success({ title: '学时台账', document: studyDocument(paper), sheet: studySheet(paper) })
  })
}
