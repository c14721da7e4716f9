import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'

/** What the office sets for itself. `unit` is the full name on paper; `superior` the organisation above, as text. */
export const officeSettingsSchema = z.object({
  unit: z.string().min(1, '单位全称不能为空').max(100, '单位全称不超过 100 个字'),
  superior: z.string().max(100, '上级党组织不超过 100 个字'),
  /** Minutes without a key or a click before the store locks itself (security.md §3.4). */
  autoLockMinutes: z.number().int().min(1, '自动锁定应为 1 到 30 分钟').max(30, '自动锁定应为 1 到 30 分钟')
})
export type OfficeSettings = z.infer<typeof officeSettingsSchema>

export const defaultOfficeSettings: OfficeSettings = { unit: '', superior: '', autoLockMinutes: 5 }

/** When copies are made by themselves, and where they go; an empty folder is “备份” beside the store (security.md §3.3). */
export const backupSettingsSchema = z.object({
  folder: z.string().max(500, '备份文件夹的路径不超过 500 个字'),
  onLock: z.boolean(),
  every: z.enum(['never', 'day', 'week'])
})
export type BackupSettings = z.infer<typeof backupSettingsSchema>
export const defaultBackupSettings: BackupSettings = { folder: '', onLock: true, every: 'day' }

/**
 * How papers are set: the machine's own faces first, or the bundled ones that print alike everywhere; and the font names
 * written into Word files (those of every Windows, or the _GB2312 ones of the standard).
 */
export const documentSettingsSchema = z.object({
  faces: z.enum(['system', 'bundled']),
  wordFonts: z.enum(['plain', 'gb2312'])
})
export type DocumentSettings = z.infer<typeof documentSettingsSchema>
export const defaultDocumentSettings: DocumentSettings = { faces: 'system', wordFonts: 'plain' }

/** Years after leaving for which the particulars of a former member are kept before they may be erased. */
export const keepingSettingsSchema = z.object({
  formerYears: z.number().int().min(1, '保存年限应为 1 到 50 年').max(50, '保存年限应为 1 到 50 年')
})
export type KeepingSettings = z.infer<typeof keepingSettingsSchema>
export const defaultKeepingSettings: KeepingSettings = { formerYears: 10 }

const spanSchema = z.tuple([daySchema, daySchema])

/** Days off of one year as the office put them down: spans, both ends included, and weekend days worked in exchange (R5-01). */
export const ownHolidaysSchema = z.object({
  year: z.number().int().min(2000, '年度应在 2000 到 2100 之间').max(2100, '年度应在 2000 到 2100 之间'),
  off: z.array(spanSchema).max(60),
  worked: z.array(daySchema).max(60)
})
export type OwnHolidays = z.infer<typeof ownHolidaysSchema>

export const holidaySettingsSchema = z.array(ownHolidaysSchema).max(100)
