import type { DocumentModel } from '../../documents/document-model.ts'
import type { Volume } from './volume-scheme.ts'

/** One line of the table of contents: volume, number in it, title, date of the record, pages of the PDF. */
export type ContentsLine = { volume: string; number: string; title: string; date: string; pages: number | null }

/** 卷内目录 of one organisation and year: every document of every volume. */
export function contentsDocument(input: {
  organisation: string
  year: number
  date: string
  volumes: readonly Volume[]
  lines: readonly ContentsLine[]
}): DocumentModel {
  const rows = input.lines.map((line, index) => [
    String(index + 1),
    `${line.volume}-${line.number}`,
    line.title,
    line.date,
    line.pages === null ? '' : String(line.pages),
    ''
  ])
  const used = new Set(input.lines.map(({ volume }) => volume))
  const names = input.volumes.filter(({ number }) => used.has(number)).map(({ number, name }) => `${number} ${name}`)
  return {
    profile: 'form',
    meta: { title: '卷内目录', date: input.date },
    blocks: [
      { kind: 'title', lines: [input.organisation, `${input.year}年度台账卷内目录`] },
      {
        kind: 'paragraph',
        indentCells: 0,
        runs: [{ text: names.length === 0 ? '本年度没有可以归入的材料。' : `所用卷册：${names.join('、')}。` }]
      },
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 8, align: 'center' },
          { title: '卷册件号', width: 15, align: 'center' },
          { title: '材料名称', width: 46 },
          { title: '日期', width: 18, align: 'center' },
          { title: '页数', width: 8, align: 'center' },
          { title: '备注', width: 12 }
        ],
        rows
      }
    ]
  }
}
