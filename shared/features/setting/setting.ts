import { z } from 'zod'

/** What the office sets for itself. `unit` is the full name on paper; `superior` the organisation above, as text. */
export const officeSettingsSchema = z.object({
  unit: z.string().min(1, '单位全称不能为空').max(100, '单位全称不超过 100 个字'),
  superior: z.string().max(100, '上级党组织不超过 100 个字'),
  /** Minutes without a key or a click before the store locks itself (security.md §3.4). */
  autoLockMinutes: z.number().int().min(1, '自动锁定应为 1 到 30 分钟').max(30, '自动锁定应为 1 到 30 分钟')
})
export type OfficeSettings = z.infer<typeof officeSettingsSchema>

export const defaultOfficeSettings: OfficeSettings = { unit: '', superior: '', autoLockMinutes: 5 }
