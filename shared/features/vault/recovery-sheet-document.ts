import type { DocumentModel } from '../../documents/document-model.ts'
import { dayOnPaper } from '../../kernel/dates.ts'

/** 恢复码保管单: the code in four boxes, where it belongs, and who keeps it. `code` as shown, groups parted by dashes. */
export function recoverySheetDocument(input: {
  code: string
  organisation: string
  storeName: string
  date: string
}): DocumentModel {
  const groups = input.code.split('-')
  const box = (index: number): string => groups.slice(index * 2, index === 3 ? undefined : index * 2 + 2).join('-')
  const cell = (index: number) => ({
    label: String(index + 1),
    value: [[{ text: box(index), font: 'hei' as const }]],
    minLines: 2
  })
  const line = (text: string) => ({ kind: 'paragraph', indentCells: 0, runs: [{ text }] }) as const
  return {
    profile: 'gb9704',
    meta: { title: '档案库恢复码保管单', date: input.date },
    blocks: [
      { kind: 'title', lines: ['档案库恢复码保管单'] },
      line(`党组织：${input.organisation}`),
      line(`档案库：${input.storeName}`),
      line(`建立日期：${dayOnPaper(input.date)}`),
      {
        kind: 'keyValues',
        columns: [1, 5, 1, 5],
        rows: [
          [cell(0), cell(1)],
          [cell(2), cell(3)]
        ]
      },
      {
        kind: 'paragraph',
        runs: [{ text: '本单与电脑分开存放。持有本单可以打开档案库，遗失后应立即用它换发新的恢复码，旧码随即作废。' }]
      },
      {
        kind: 'signature',
        rows: [
          [{ label: '保管人（签名）：', cells: 8 }],
          [{ label: '交接人（签名）：', cells: 8 }],
          [{ label: '交接日期：', cells: 8 }]
        ]
      }
    ]
  }
}
