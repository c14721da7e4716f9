import type { DocumentModel } from '../../documents/document-model.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { type AuditDay, shortCode } from './audit.ts'

/** 审计摘要: where the chain ends on a day, to be signed and kept outside the PC (security.md §3.5). */
export function auditDocument(unit: string, storeName: string, audit: AuditDay): DocumentModel {
  const row = (label: string, value: string) => [{ label, value }]
  return {
    profile: 'form',
    meta: { title: `审计摘要 ${audit.day}`, author: unit, date: audit.day },
    blocks: [
      { kind: 'title', lines: ['审计摘要'] },
      {
        kind: 'keyValues',
        columns: [1, 3],
        rows: [
          row('单位', unit),
          row('档案库', storeName),
          row('日期', dayOnPaper(audit.day)),
          row(
            '当日条数',
            audit.entries === 0 ? '0 条' : `${audit.entries} 条（第 ${audit.first} 条至第 ${audit.last} 条）`
          ),
          row('截至编号', `第 ${audit.seq} 条`),
          row('校验短码', shortCode(audit.hash)),
          row('完整校验码', audit.hash)
        ]
      },
      {
        kind: 'paragraph',
        runs: [
          {
            text: '审计记录一条扣一条。以后打开档案库时，如果编号比本页小，或者同一编号的校验码与本页不同，说明记录被回退、截断或改动过。请审计员签字后另行保管，不要与电脑放在一起。'
          }
        ]
      },
      { kind: 'signature', rows: [[{ label: '审计员', cells: 8 }]], date: dayOnPaper(audit.day) }
    ]
  }
}
