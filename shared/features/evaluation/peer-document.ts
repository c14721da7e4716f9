import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { Day } from '../../kernel/dates.ts'

/** 党员互评意见表 to write on by hand; names stand in it where they are given. `date` goes into the file. */
export type PeerPaper = { organisation: string; year: number; names: readonly string[]; date: Day }

const rowsWithoutNames = 8

/** Who says what about whom (R4-01, step 2). It carries the name of the one who writes: 互评 is open, only the vote is secret. */
export function peerDocument({ organisation, year, names, date }: PeerPaper): DocumentModel {
  const title = `${year}年度民主评议党员互评意见表`
  const rows = names.length === 0 ? Array.from({ length: rowsWithoutNames }, () => '') : names
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      { kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text: `党支部：${organisation}` }] },
      {
        kind: 'paragraph',
        align: 'left',
        indentCells: 0,
        runs: [{ text: '评议人：' }, { blankCells: 7 }, { text: '\u3000\u3000日期：' }, { blankCells: 8 }]
      },
      {
        kind: 'grid',
        minLines: 3,
        columns: [
          { title: '序号', width: 32, align: 'center' },
          { title: '被评党员', width: 66, align: 'center' },
          { title: '主要优点', width: 114 },
          { title: '存在不足', width: 114 },
          { title: '意见建议', width: 116 }
        ],
        rows: rows.map((name, index): GridCell[] => [`${index + 1}`, name])
      }
    ]
  }
}
