import type { Block, DocumentModel, ParagraphBlock } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import type { LifePaperInput } from './life-papers.ts'

export const yearName = ({ meeting }: Pick<LifePaperInput, 'meeting'>): string => `${meeting.year}年度组织生活会`

/** Text as typed, a paragraph for each line. */
export const textParagraphs = (text: string | null): ParagraphBlock[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }))

/** Lines to write on by hand. */
const emptyLines = (count: number): ParagraphBlock[] =>
  Array.from({ length: count }, () => ({ kind: 'paragraph', indentCells: 0, runs: [{ blankCells: 27 }] }))

const textOrLines = (text: string | null, lines: number): ParagraphBlock[] => {
  const written = textParagraphs(text)
  return written.length === 0 ? emptyLines(lines) : written
}

const document = (input: LifePaperInput, title: string, blocks: readonly Block[]): DocumentModel => ({
  profile: 'gb9704',
  meta: { title, author: input.organisation.name, subject: input.meeting.number, date: input.meeting.date },
  blocks: [{ kind: 'title', lines: titleLines(title) }, ...blocks]
})

/** 方案: theme, when and where, and what was planned, signed by the branch. */
export function schemeDocument(input: LifePaperInput): DocumentModel {
  const { life, meeting, organisation } = input
  const place = meeting.place === null ? '' : `，地点为${meeting.place}`
  return document(input, `${organisation.name}${yearName(input)}方案`, [
    { kind: 'heading', level: 1, text: '一、主题' },
    ...textOrLines(life.theme, 1),
    { kind: 'heading', level: 1, text: '二、时间和地点' },
    { kind: 'paragraph', runs: [{ text: `会议拟于${dayOnPaper(meeting.plannedOn ?? meeting.date)}召开${place}。` }] },
    { kind: 'heading', level: 1, text: '三、工作安排' },
    ...textOrLines(life.scheme, 10),
    {
      kind: 'signOff',
      issuer: organisation.name,
      date: dayOnPaper(life.reportedOn ?? meeting.plannedOn ?? meeting.date)
    }
  ])
}

/** 支部班子对照检查材料. */
export const examinationDocument = (input: LifePaperInput): DocumentModel =>
  document(input, `${input.organisation.name}班子对照检查材料`, [
    {
      kind: 'paragraph',
      align: 'center',
      indentCells: 0,
      runs: [{ text: `（${yearName(input)}，${dayOnPaper(input.meeting.date)}）`, font: 'kai' }]
    },
    ...textOrLines(input.life.examination, 18)
  ])

/** 个人发言提纲, each on a page of its own; a blank one where nobody has written any. */
export function outlinesDocument(input: LifePaperInput): DocumentModel {
  const outlines = input.life.outlines.filter(({ text }) => text.trim() !== '')
  const sheets = outlines.length === 0 ? [{ person: null, text: '' }] : outlines
  const title = '个人发言提纲'
  return {
    ...document(input, title, []),
    blocks: sheets.flatMap(({ person, text }, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'pageBreak' as const }]),
      { kind: 'title', lines: [title] },
      {
        kind: 'paragraph',
        align: 'center',
        indentCells: 0,
        runs: [
          { text: `（${yearName(input)}　`, font: 'kai' },
          person === null ? { blankCells: 5 } : { text: person.name, font: 'kai' },
          { text: '）', font: 'kai' }
        ]
      },
      ...textOrLines(text, 18)
    ])
  }
}
