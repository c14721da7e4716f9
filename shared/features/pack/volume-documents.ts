import type { Block, DocumentModel } from '../../documents/document-model.ts'
import { plainLine } from '../../documents/form-parts.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import type { Volume } from './volume-scheme.ts'

/** What the front of a volume tells: whose, of which year, how many documents and pages, and the days of the first and the last. */
export type VolumeHead = {
  organisation: string
  year: number
  volume: Volume
  pieces: number
  pages: number
  from: string | null
  to: string | null
  date: string
}

/** One document in the contents of its volume; `page` is where it begins, null for a file that is not bound in. */
export type VolumeLine = { number: string; title: string; date: string; page: number | null; note: string }

/** Empty lines of a cover. */
const space = (lines: number): Block[] => Array.from({ length: lines }, () => plainLine('\u3000'))

/** 封面 of a volume. */
export function coverDocument({
  organisation,
  year,
  volume,
  pieces,
  pages,
  from,
  to,
  date
}: VolumeHead): DocumentModel {
  const span = from === null || to === null ? '' : `${dayOnPaper(from)}至${dayOnPaper(to)}`
  return {
    profile: 'form',
    meta: { title: `${volume.number}${volume.name}封面`, author: organisation, date },
    pageNumbers: 'none',
    blocks: [
      ...space(3),
      { kind: 'title', lines: [organisation, `${year}年度党务台账`] },
      ...space(2),
      { kind: 'title', lines: [`第${volume.number}卷`, volume.name] },
      ...space(3),
      {
        kind: 'keyValues',
        columns: [3, 7, 3, 7],
        rows: [
          [
            { label: '年度', value: `${year}年`, minLines: 2 },
            { label: '卷号', value: volume.number }
          ],
          [
            { label: '件数', value: `${pieces}件`, minLines: 2 },
            { label: '页数', value: `${pages}页` }
          ],
          [{ label: '起止日期', value: span, span: 3, minLines: 2 }],
          [{ label: '立卷单位', value: organisation, span: 3, minLines: 2 }],
          [{ label: '立卷日期', value: dayOnPaper(date), span: 3, minLines: 2 }]
        ]
      }
    ]
  }
}

/** 卷内目录 of one volume, with the page each document begins on. */
export function volumeContentsDocument(
  { organisation, year, volume, date }: Pick<VolumeHead, 'organisation' | 'year' | 'volume' | 'date'>,
  lines: readonly VolumeLine[]
): DocumentModel {
  return {
    profile: 'form',
    meta: { title: '卷内目录', author: organisation, date },
    pageNumbers: 'none',
    blocks: [
      { kind: 'title', lines: [`${year}年度第${volume.number}卷`, `${volume.name}卷内目录`] },
      {
        kind: 'grid',
        columns: [
          { title: '件号', width: 10, align: 'center' },
          { title: '材料名称', width: 56 },
          { title: '日期', width: 20, align: 'center' },
          { title: '页次', width: 10, align: 'center' },
          { title: '备注', width: 16 }
        ],
        rows: lines.map(({ number, title, date: on, page, note }) => [
          number,
          title,
          on,
          page === null ? '' : `${page}`,
          note
        ])
      }
    ]
  }
}
