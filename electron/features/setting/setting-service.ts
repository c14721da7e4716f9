import type { z } from 'zod'
import { defaultSecuritySettings, securitySettingsSchema } from '../../../shared/features/account/password-rules.ts'
import { backupStateSchema, noBackupYet } from '../../../shared/features/backup/backup.ts'
import {
  backupSettingsSchema,
  defaultBackupSettings,
  defaultDocumentSettings,
  documentSettingsSchema,
  defaultKeepingSettings,
  holidaySettingsSchema,
  keepingSettingsSchema,
  defaultOfficeSettings,
  type OfficeSettings,
  officeSettingsSchema
} from '../../../shared/features/setting/setting.ts'
import { keptSchemeSchema, usualScheme } from '../../../shared/features/pack/volume-scheme.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allSettings, saveSetting } from './setting-repository.ts'

export function readOfficeSettings(tables: Tables): OfficeSettings {
  const stored = allSettings(tables)
  return officeSettingsSchema.parse({
    unit: stored.get('unit') ?? '（未填单位全称）',
    superior: stored.get('superior') ?? defaultOfficeSettings.superior,
    autoLockMinutes: Number(stored.get('autoLockMinutes') ?? defaultOfficeSettings.autoLockMinutes)
  })
}

export function writeOfficeSettings(tables: Tables, settings: OfficeSettings): void {
  for (const [name, value] of Object.entries(settings)) saveSetting(tables, name, String(value))
}

export const officeSettings = (store: Store): OfficeSettings => store.read(readOfficeSettings)

export const saveOfficeSettings = (store: Store, settings: OfficeSettings): void =>
  store.write((tables) => writeOfficeSettings(tables, settings))

/** Settings kept as one value each, with what holds until somebody sets them. */
const groups = {
  security: { schema: securitySettingsSchema, unset: defaultSecuritySettings },
  backup: { schema: backupSettingsSchema, unset: defaultBackupSettings },
  keeping: { schema: keepingSettingsSchema, unset: defaultKeepingSettings },
  holidays: { schema: holidaySettingsSchema, unset: [] },
  volumes: { schema: keptSchemeSchema, unset: usualScheme },
  documents: { schema: documentSettingsSchema, unset: defaultDocumentSettings },
  backupState: { schema: backupStateSchema, unset: noBackupYet }
} as const
type Groups = { [Name in keyof typeof groups]: z.infer<(typeof groups)[Name]['schema']> }

export function readSettings<Name extends keyof Groups>(tables: Tables, name: Name): Groups[Name] {
  const stored = allSettings(tables).get(name)
  const { schema, unset } = groups[name]
  return (stored === undefined ? unset : schema.parse(JSON.parse(stored))) as Groups[Name]
}

export const writeSettings = <Name extends keyof Groups>(tables: Tables, name: Name, value: Groups[Name]): void =>
  saveSetting(tables, name, JSON.stringify(value))
