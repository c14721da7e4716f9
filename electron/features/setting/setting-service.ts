import {
  defaultOfficeSettings,
  type OfficeSettings,
  officeSettingsSchema
} from '../../../shared/features/setting/setting.ts'
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
