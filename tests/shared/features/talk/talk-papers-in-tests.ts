import {
  type DocumentModel,
  type GridCell,
  isBlank,
  isSpan,
  type Run
} from '../../../../shared/documents/document-model.ts'
import { blankContents, type Talk, type TalkContents, type TalkHead } from '../../../../shared/features/talk/talk.ts'
import type { TalkPaper } from '../../../../shared/features/talk/talk-document.ts'
import { aTalk } from './talk-facts.ts'

const plain = (runs: readonly Run[]): string =>
  runs.map((run) => (isBlank(run) ? '_'.repeat(run.blankCells) : run.text)).join('')

const cellText = (cell: GridCell): string => {
  const content = isSpan(cell) ? cell.content : cell
  return typeof content === 'string' ? content : content.map(plain).join('\n')
}

/** Paragraphs, titles and headings as they read; blanks as underscores. */
export const linesOf = ({ blocks }: DocumentModel): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'title') return [...block.lines]
    if (block.kind === 'heading') return [block.text]
    return block.kind === 'paragraph' ? [plain(block.runs)] : []
  })

/** Every grid as rows of texts, without its head. */
export const gridsOf = ({ blocks }: DocumentModel): string[][][] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows.map((row) => row.map(cellText))] : []))

/** The rows of a form's first table, head and all. */
export const formOf = ({ blocks }: DocumentModel): string[][] => {
  const [form] = blocks.filter((block) => block.kind === 'grid')
  return [...(form?.head ?? []), ...(form?.rows ?? [])].map((row) => row.map(cellText))
}

export const said = (part: Partial<TalkContents> = {}): TalkContents => ({
  ...blankContents,
  place: '三楼谈心室',
  recorder: { name: '何丽华', memberId: null },
  reason: '年度日常谈心',
  points: { ...blankContents.points, thought: '希望学习专题少一些、讲得深一些。', life: '母亲住院，每周往返两趟。' },
  opinions: '主题党日尽量避开月底结账的两天。',
  difficulties: '协调年底系统维护人手。',
  ...part
})

export const aRecord = (head: Partial<TalkHead> = {}, contents: TalkContents = said()): Talk => ({
  ...aTalk('2026-11-20', '林慧', '吕志强', { number: 'TH001', start: '10:20', end: '10:50', ...head }),
  contents
})

export const aPaper = (part: Partial<TalkPaper> = {}): TalkPaper => ({
  talk: aRecord(),
  organisation: { name: '机关第一支部委员会' },
  talkerPosts: ['副书记', '组织委员'],
  partnerStatus: '正式党员',
  lateOn: null,
  appliedOn: null,
  ...part
})
