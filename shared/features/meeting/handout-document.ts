import type { DocumentModel } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { type MeetingPaperInput, paragraphs } from './meeting-paper-lines.ts'

/** 党课讲稿: its topic as title, who gave it and when, and the text as it was written. */
export function handoutDocument({ meeting, organisation }: MeetingPaperInput): DocumentModel {
  const title = meeting.topic ?? '党课讲稿'
  const by = [meeting.lecturer?.name, `（${dayOnPaper(meeting.date)}）`].filter((part) => part !== undefined)
  return {
    profile: 'gb9704',
    meta: { title, author: meeting.lecturer?.name ?? organisation.name, subject: meeting.number, date: meeting.date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      ...by.map((text) => ({
        kind: 'paragraph' as const,
        runs: [{ text, font: 'kai' as const }],
        align: 'center' as const,
        indentCells: 0
      })),
      ...paragraphs('', meeting.handout ?? '')
    ]
  }
}
