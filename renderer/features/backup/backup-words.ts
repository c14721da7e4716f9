import type { BackupContents } from '../../../shared/features/backup/backup.ts'
import { dayAndTime } from '../../ui/clock.ts'

/** 1.2 MB, 640 KB. */
export const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

const tables: Readonly<Record<string, string>> = {
  organisation: '个党组织',
  member: '名党员（含原有党员）',
  post: '条任职',
  suspension: '条停权',
  meeting: '条会议记录',
  account: '个使用人'
}

/** What is inside a copy, in one sentence. */
export function contentsInWords({ unit, madeAt, madeBy, counts, audit, program }: BackupContents): string {
  const parts = Object.entries(counts).map(([table, count]) => `${count} ${tables[table] ?? table}`)
  return `${unit}，${dayAndTime(madeAt)} 由${madeBy}备份（软件 ${program}）：${parts.join('，')}；审计记录到第 ${audit.seq} 条。`
}
