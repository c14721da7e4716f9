import type { RecordLink, Start } from '../checklist/item-result.ts'
import type { MeetingType } from '../meeting/meeting.ts'
import { type Alert, type AlertCode, type AlertCounts, type FoundAlert, reported, topicOf } from './alert.ts'
import { alertTitle } from './alert-kinds.ts'
import type { AlertSetting } from './alert-setting.ts'
import type { AlertSnooze } from './snooze.ts'

/**
 * Where a finding is put right: `place` the screen (null where the reader may not go there), `id` the record there, `start`
 * the meeting to begin where there is no record yet.
 */
export type AlertPlace = { place: RecordLink['record'] | null; id?: string; start?: Start }

/** A finding as the page shows it: `title` what its code is called, `topic` its subject without names, `label` the organisation. */
export type AlertView = Alert & AlertPlace & { organisationId: string; label: string; title: string; topic: string }

/** One that is put off. */
export type SnoozedView = AlertView & { snooze: Pick<AlertSnooze, 'id' | 'until' | 'reason' | 'at' | 'accountName'> }

/** A code that is switched off. */
export type OffView = AlertSetting & { title: string }

/** How many of a code are open. */
export type CodeCounts = { code: AlertCode; title: string; counts: AlertCounts }

const meetingOf: Partial<Record<AlertCode, MeetingType>> = {
  ...{ W01: '党员大会', W02: '支委会', W03: '党小组会', W04: '主题党日', W05: '党课', W06: '组织生活会' }
}

const places: Partial<Record<AlertCode, RecordLink['record']>> = {
  ...{ W07: 'evaluation', W08: 'talk', W10: 'member', W25: 'study' },
  ...{ W20: 'organisation', W21: 'organisation', W22: 'organisation' }
}

/** Where a finding of an organisation is put right. */
export function placeOf({ code, id }: Pick<FoundAlert, 'code' | 'id'>, organisationId: string): AlertPlace {
  const type = meetingOf[code]
  if (type !== undefined) return { place: 'meeting', start: { organisationId, type } }
  const place = places[code] ?? 'meeting'
  if (place === 'organisation') return { place, id: organisationId }
  return id === undefined ? { place } : { place, id }
}

export const alertView = (found: FoundAlert, { id, label }: { id: string; label: string }): AlertView => ({
  ...{ ...reported(found), ...placeOf(found, id) },
  ...{ organisationId: id, label, title: alertTitle(found.code), topic: topicOf(found) }
})

/**
 * What a reader may not see of a finding (security.md §9): of talks there is the line without names, figures and way there;
 * null where nothing is left of it.
 */
export function guardedAlert(view: AlertView, may: { talks: boolean; grades: boolean }): AlertView | null {
  if (view.code === 'W07' && !may.grades) return null
  if (view.code !== 'W08' || may.talks) return view
  const { id: _id, start: _start, ...line } = view
  const message = `谈心谈话还没有谈到每个人，应不晚于 ${view.due ?? ''}；明细只有书记、委员和党务干事能看。`
  return { ...line, subject: view.topic, message, place: null }
}
