import type { Block, CellContent, DocumentModel, GridColumn, ParagraphBlock } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import type { LifePaperInput } from './life-papers.ts'
import { writtenCriticisms, writtenOpinions } from './life-rules.ts'

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })

/** Rows to fill in by hand where nothing is recorded yet. */
const emptyRows = 12

/** A table with its head line; with nothing in it, it comes as a blank form. */
export function tableDocument(
  input: LifePaperInput,
  title: string,
  columns: readonly GridColumn[],
  rows: readonly CellContent[][],
  more: readonly Block[] = []
): DocumentModel {
  const blank = Array.from({ length: emptyRows }, () => columns.map((): CellContent => ''))
  return {
    profile: 'form',
    meta: { title, author: input.organisation.name, subject: input.meeting.number, date: input.meeting.date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      line(`党组织：${input.organisation.name}`),
      line(`${input.meeting.year}年度组织生活会，${dayOnPaper(input.meeting.date)}召开`),
      {
        kind: 'grid',
        minLines: rows.length === 0 ? 1.6 : 1,
        columns: [{ title: '序号', width: 34, align: 'center' }, ...columns],
        rows: (rows.length === 0 ? blank : rows).map((row, index) => [`${index + 1}`, ...row])
      },
      ...more
    ]
  }
}

/** 会前学习记录: the meetings at which people studied, and what was studied otherwise. */
export function studyRecordDocument(input: LifePaperInput): DocumentModel {
  const meetings = input.studied.map(({ date, title, materials }) => ({
    on: date,
    what: materials === '' ? title : `${title}：${materials}`
  }))
  const other = input.life.studies.map(({ on, content }) => ({ on, what: content }))
  const rows = [...meetings, ...other].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return tableDocument(
    input,
    '组织生活会会前学习记录',
    [
      { title: '日期', width: 96, align: 'center' },
      { title: '学习内容', width: 240 },
      { title: '备注', width: 72 }
    ],
    rows.map(({ on, what }) => [dayOnPaper(on), what, ''])
  )
}

/** 征求意见汇总表. */
export const opinionsDocument = (input: LifePaperInput): DocumentModel =>
  tableDocument(
    input,
    '组织生活会征求意见汇总表',
    [
      { title: '征求对象', width: 84 },
      { title: '意见涉及', width: 84 },
      { title: '意见和建议', width: 240 }
    ],
    writtenOpinions(input.life).map(({ from, about, text }) => [from, about, text])
  )

/** 谈心谈话登记表: who with whom and when, and room to sign; no contents. */
export const talksDocument = (input: LifePaperInput): DocumentModel =>
  tableDocument(
    input,
    '组织生活会谈心谈话登记表',
    [
      { title: '谈话类型', width: 84, align: 'center' },
      { title: '谈话人', width: 66, align: 'center' },
      { title: '谈话对象', width: 66, align: 'center' },
      { title: '日期', width: 96, align: 'center' },
      { title: '双方签名', width: 96 }
    ],
    input.talks.map(({ kind, one, other, on }) => [kind, one, other, dayOnPaper(on), ''])
  )

/** 批评意见表: who said what to whom, one by one, and how it was answered (rules.md §1.4 step 6). */
export const criticismDocument = (input: LifePaperInput): DocumentModel =>
  tableDocument(
    input,
    '组织生活会批评意见表',
    [
      { title: '批评人', width: 60, align: 'center' },
      { title: '被批评人', width: 60, align: 'center' },
      { title: '批评意见', width: 190 },
      { title: '本人表态', width: 98 }
    ],
    writtenCriticisms(input.life).map(({ critic, target, text, answer }) => [
      critic?.name ?? '',
      target?.name ?? '',
      text,
      answer
    ]),
    [
      {
        kind: 'signature',
        rows: [
          [
            { label: '主持人（签名）：', cells: 5 },
            { label: '记录人（签名）：', cells: 5 }
          ]
        ]
      }
    ]
  )
