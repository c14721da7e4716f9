import type { CellAlign, DocumentModel, GridCell, ParagraphBlock } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type FollowUp, type TalkContents, type TalkHead, talkPoints } from './talk.ts'
import { internalLine, pointLabelsOf, resultOnPaper } from './talk-form.ts'
import { talkKindName } from './talk-kinds.ts'

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })

/** One talk of the ledger; `contents` null for one the reader may not read, `lateOn` the day of a late entry. */
export type TalkLedgerRow = { talk: TalkHead; contents: TalkContents | null; lateOn: Day | null }

/** 谈话台账 with contents: exactly the talks handed in, by day. */
export type TalkLedgerPaper = { organisation: string; year: number; date: Day; rows: readonly TalkLedgerRow[] }

/** The beginning of a text in one line; a ledger sums up, the record itself has it all. */
function brief(text: string, limit: number): string {
  const characters = Array.from(
    text
      .split('\n')
      .map((part) => part.trim())
      .join('')
  )
  return characters.length <= limit ? characters.join('') : `${characters.slice(0, limit).join('')}……`
}

/** Labelled texts that share a number of characters between those that say something. */
function briefs(parts: readonly (readonly [label: string, text: string | null])[], limit: number): string {
  const filled = parts.flatMap(([label, text]) => (text === null || text.trim() === '' ? [] : [{ label, text }]))
  return filled.map(({ label, text }) => `${label}：${brief(text, Math.floor(limit / filled.length))}`).join('\n')
}

/**
 * How much of each is told, in characters: no row may be higher than half a turned page, or it would be torn over two.
 */
const limits = { place: 20, points: 84, opinions: 60, followUps: 52 }

/** A row with contents: a 入党谈话 heads its points in its own way. */
type FullRow = { talk: TalkHead; contents: TalkContents }

const points = ({ talk, contents }: FullRow): string =>
  briefs(
    talkPoints.map((point) => [pointLabelsOf(talk.kind)[point], contents.points[point]]),
    limits.points
  )

const opinions = ({ contents }: FullRow): string =>
  briefs(
    [
      ['意见', contents.opinions],
      ['困难', contents.difficulties]
    ],
    limits.opinions
  )

const followUpText = ({ subject, person, dueOn, ...outcome }: FollowUp): string => {
  const until = dueOn === null ? '' : `${dayOnPaper(dueOn)}前`
  const about = [person?.name ?? '', until].filter((part) => part !== '').join('，')
  const result = resultOnPaper(outcome)
  return `${subject}${about === '' ? '' : `（${about}）`}${result === '' ? '' : `：${result}`}`
}

/** So many follow-ups are told; of more there is only how many they are. */
const mostFollowUps = 2

function followUps({ contents }: FullRow): string {
  const all = contents.followUps
  const told = all.slice(0, mostFollowUps)
  const lines = told.map((one) => brief(followUpText(one), Math.floor(limits.followUps / told.length)))
  return [...lines, ...(all.length > told.length ? [`等${all.length}项`] : [])].join('\n')
}

/** One column; `width` in points of a turned page, 638 wide. `of` is empty where nothing is known. */
type Column<From> = { title: string; width: number; align?: CellAlign; of: (from: From) => string }

const headColumns: readonly Column<TalkLedgerRow>[] = [
  {
    title: '日期',
    width: 70,
    align: 'center',
    of: ({ talk, lateOn }) => (lateOn === null ? talk.date : `${talk.date}\n补记\n${lateOn}`)
  },
  { title: '谈话人', width: 54, align: 'center', of: ({ talk }) => talk.talker.name },
  { title: '谈话\n对象', width: 54, align: 'center', of: ({ talk }) => talk.partner.name },
  { title: '类型', width: 58, of: ({ talk }) => talkKindName(talk.kind) }
]

const contentColumns: readonly Column<FullRow>[] = [
  { title: '地点', width: 46, of: ({ contents }) => brief(contents.place ?? '', limits.place) },
  { title: '要点摘要', width: 150, of: points },
  { title: '意见和困难', width: 92, of: opinions },
  { title: '后续和结果', width: 80, of: followUps }
]

const inOrder = (rows: readonly TalkLedgerRow[]): TalkLedgerRow[] => {
  const key = ({ talk }: TalkLedgerRow): string => `${talk.date} ${talk.start ?? ''} ${talk.number}`
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** What stands in place of contents that are not for this reader. */
const withheld = '不列内容'

const rowOf = (row: TalkLedgerRow, index: number): GridCell[] => {
  const { talk, contents } = row
  const heads = headColumns.map(({ of }) => of(row))
  return contents === null
    ? [`${index + 1}`, ...heads, { content: withheld, columns: contentColumns.length }]
    : [`${index + 1}`, ...heads, ...contentColumns.map(({ of }) => of({ talk, contents }))]
}

/** 谈话台账 with contents, turned; talks without contents have their head only. */
export function talkLedgerDocument({ organisation, year, date, rows }: TalkLedgerPaper): DocumentModel {
  const title = `${year}年度谈话台账`
  const columns = [...headColumns, ...contentColumns]
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalLine(),
      { kind: 'title', lines: titleLines(title) },
      line(`党组织：${organisation}`),
      line(`制表日期：${dayOnPaper(date)}；谈话${rows.length}次。`),
      rows.length === 0
        ? line('没有谈话记录。')
        : {
            kind: 'grid',
            columns: [
              { title: '序号', width: 34, align: 'center' },
              ...columns.map(({ title: head, width, align = 'left' }) => ({ title: head, width, align }))
            ],
            rows: inOrder(rows).map(rowOf)
          }
    ]
  }
}

/** The same as a sheet. Contents of an L3 talk never leave as a table, whoever asks. */
export const talkLedgerSheet = ({ rows }: TalkLedgerPaper): SheetOut => ({
  name: '谈话台账',
  columns: [
    { header: '序号', width: 8 },
    { header: '日期', width: 13 },
    { header: '补记日期', width: 13 },
    { header: '谈话人', width: 14 },
    { header: '谈话对象', width: 14 },
    { header: '类型', width: 24 },
    ...contentColumns.map(({ title }) => ({ header: title, width: 36 }))
  ],
  rows: inOrder(rows).map(({ talk, contents, lateOn }, index): RawCell[] => [
    ...[index + 1, talk.date, lateOn, talk.talker.name, talk.partner.name, talkKindName(talk.kind)],
    ...contentColumns.map(({ of }) => (contents === null || talk.level === 'L3' ? null : of({ talk, contents })))
  ])
})
