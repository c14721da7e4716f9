import { alertDocument, alertSheet } from '../../../shared/features/alert/alert-document.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { type AlertCall, alertDesk, type AlertWish } from './alert-desk.ts'

/** Whose list it is: the organisation that was asked for, else those of the scope that have none of it above them. */
function ownerOf(all: readonly Organisation[], scope: readonly { id: string }[], asked: string | null): string {
  const inside = new Set(scope.map(({ id }) => id))
  const tops = all.filter(({ id, parentId }) =>
    asked === null ? inside.has(id) && (parentId === null || !inside.has(parentId)) : id === asked
  )
  return tops.length === 1 ? (tops[0]?.name ?? '') : tops.map(labelOf).join('、')
}

/** 预警清单 of an organisation with all below it, or of everything within reach, as it stands today. */
export function alertPaper(call: AlertCall, wish: AlertWish): Outcome<Paper> {
  const desk = alertDesk(call, wish)
  if (!desk.ok) return desk
  const { alerts, snoozed, off, counts, branches, year, today } = desk.value
  const facts = {
    organisation: ownerOf(call.store.read(allOrganisations), branches, wish.organisationId),
    ...{ isOfMany: branches.length > 1, year, date: today, counts, alerts, snoozed, off }
  }
  const document = alertDocument(facts)
  return success({ title: document.meta.title, document, sheet: alertSheet(facts) })
}
