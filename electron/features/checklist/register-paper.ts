import { itemsOf } from '../../../shared/features/checklist/checklist.ts'
import { rectificationSheet } from '../../../shared/features/checklist/checklist-sheets.ts'
import {
  type RectificationLine,
  rectificationDocument
} from '../../../shared/features/checklist/rectification-document.ts'
import { recurringIds, registerRates } from '../../../shared/features/checklist/register-rules.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { isOfYear } from '../../../shared/features/rectification/rectification.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { rectificationsOf } from '../rectification/rectification-repository.ts'
import { listsOf } from './checklist-lists.ts'

const sourceOf = (tables: Tables, meetingId: string | null): string => {
  const meeting = meetingId === null ? null : meetingById(tables, meetingId)
  return meeting === null ? '' : meetingTitle(meeting)
}

/** 整改台账 of a year: every turn of every problem of these organisations; more than one branch, and each line names its own. */
export function registerPaper(
  tables: Tables,
  organisations: readonly Organisation[],
  { year, date, organisation }: { year: number; date: Day; organisation: string }
): Paper {
  const all = rectificationsOf(
    tables,
    organisations.map(({ id }) => id)
  )
  const titles = new Map(
    listsOf(tables, year).flatMap(({ content }) => itemsOf(content).map(({ id, title }) => [id, title] as const))
  )
  const labels = new Map(organisations.map((one) => [one.id, labelOf(one)]))
  const isOfMany = organisations.filter(({ kind }) => kind !== '党小组').length > 1
  const recurring = recurringIds(all)
  const lines = all
    .filter((one) => isOfYear(one, year))
    .map(
      (rectification): RectificationLine => ({
        rectification,
        title: titles.get(rectification.item ?? '') ?? '',
        source: sourceOf(tables, rectification.meetingId),
        branch: isOfMany ? (labels.get(rectification.organisationId) ?? '') : '',
        recurs: recurring.has(rectification.id)
      })
    )
  const facts = { organisation, year, date, lines, rates: registerRates(all, year, date) }
  const document = rectificationDocument(facts)
  return { title: document.meta.title, document, sheet: rectificationSheet(facts) }
}
