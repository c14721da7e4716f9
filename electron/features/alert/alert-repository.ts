import { and, eq, inArray } from 'drizzle-orm'
import { type AlertSetting, alertSettingsSchema } from '../../../shared/features/alert/alert-setting.ts'
import { type AlertSnooze, alertSnoozeSchema } from '../../../shared/features/alert/snooze.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { alertSnooze } from '../../store/schema-pack.ts'
import type { Tables } from '../../store/store.ts'
import { allSettings, saveSetting } from '../setting/setting-repository.ts'

const settingName = 'alerts'

/** What the office has switched off or on again; one of each code at most. */
export function alertSettings(tables: Tables): AlertSetting[] {
  const stored = allSettings(tables).get(settingName)
  return stored === undefined ? [] : alertSettingsSchema.parse(JSON.parse(stored))
}

/** Keeps a setting in place of the one of its code. */
export function saveAlertSetting(tables: Tables, setting: AlertSetting): void {
  const others = alertSettings(tables).filter(({ code }) => code !== setting.code)
  saveSetting(tables, settingName, JSON.stringify([...others, setting]))
}

/** What is put off of so many organisations, days that are over included. */
export const snoozesOf = (tables: Tables, organisationIds: readonly string[]): AlertSnooze[] =>
  tables
    .select()
    .from(alertSnooze)
    .where(inArray(alertSnooze.organisationId, [...organisationIds]))
    .all()
    .map((row) => alertSnoozeSchema.parse(row))

export function snoozeById(tables: Tables, id: string): AlertSnooze | null {
  const row = tables.select().from(alertSnooze).where(eq(alertSnooze.id, id)).get()
  return row === undefined ? null : alertSnoozeSchema.parse(row)
}

/** Keeps it in place of an earlier one of the same finding. */
export function saveSnooze(tables: Tables, snooze: AlertSnooze): void {
  const { organisationId, code, subject } = alertSnooze
  tables
    .delete(alertSnooze)
    .where(and(eq(organisationId, snooze.organisationId), eq(code, snooze.code), eq(subject, snooze.subject)))
    .run()
  saveRow(tables, alertSnooze, snooze)
}

export const removeSnooze = (tables: Tables, id: string): void => deleteRows(tables, alertSnooze, alertSnooze.id, id)
