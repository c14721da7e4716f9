import { titleLines } from '../../documents/title-lines.ts'
import type { Block, DocumentModel, ParagraphBlock } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { type AgendaItem, type Meeting, meetingTitle } from './meeting.ts'
import { kindOnPaper, type MeetingPaperInput, paragraphs, presentPeople, timeOnPaper } from './meeting-paper-lines.ts'
import { conclusionSentence, figuresSentence } from './meeting-vote-sentence.ts'
import type { Verdict } from './vote-rules.ts'

/** Items something was resolved or voted on: the only ones a 纪要 speaks of (rules.md §9.4). */
export const settledItems = ({ agenda }: Pick<Meeting, 'agenda'>): AgendaItem[] =>
  agenda.filter(({ resolution, vote }) => (resolution !== null && resolution.trim() !== '') || vote !== null)

/**
 * 会议纪要 in the layout of GB/T 9704 10.3: the mark of the office, what was settled item by item, 出席, 请假 and 列席, 版记.
 * Who said what stays in the 会议记录. Ask only where `settledItems` finds something.
 */
export function summaryDocument(input: MeetingPaperInput): DocumentModel {
  const { meeting, organisation } = input
  const title = `${meetingTitle(meeting)}纪要`
  const day = dayOnPaper(meeting.writtenOn ?? meeting.date)
  return {
    profile: 'gb9704',
    meta: { title, author: organisation.name, subject: meeting.number, date: meeting.date },
    blocks: [
      { kind: 'letterhead', mark: `${organisation.name}\n${markOf(input)}` },
      { kind: 'title', lines: titleLines(title) },
      ...paragraphs('', openingOf(input)),
      ...settledItems(meeting).flatMap((item, index) => itemBlocks(item, index + 1, input.verdicts)),
      ...circleLines(input),
      { kind: 'imprint', issuer: organisation.name, issuedOn: day }
    ]
  }
}

/** 委员会会议纪要, 党员大会纪要 …: the office names itself before it. */
const markOf = ({ meeting, organisation }: MeetingPaperInput): string => {
  const kind = kindOnPaper(meeting.types, { kind: organisation.kind }).replace(/^支部/u, '')
  return `${kind === '委员会会议' ? '会议' : kind}纪要`
}

const openingOf = (input: MeetingPaperInput): string => {
  const { meeting, counts } = input
  const place = meeting.place === null ? '' : `在${meeting.place}`
  const host = meeting.host === null ? '' : `${meeting.host.name}同志主持。`
  const people = `会议应到${counts.expected}人，实到${counts.present}人。`
  return `${timeOnPaper(meeting)}，${input.organisation.name}${place}召开${meetingTitle(meeting)}。${host}${people}会议议定事项如下：`
}

const itemBlocks = (item: AgendaItem, position: number, verdicts: readonly Verdict[]): Block[] => {
  const verdict = verdicts.find((one) => one.number === item.number)
  const conclusion = item.vote === null || verdict === undefined ? null : conclusionSentence(verdict)
  const vote =
    item.vote === null
      ? []
      : [{ kind: 'paragraph' as const, runs: [...figuresSentence(item.vote, verdict), ...(conclusion ?? [])] }]
  return [
    { kind: 'heading', level: 1, text: numbered(1, position, item.title) },
    ...paragraphs('', item.resolution ?? ''),
    ...vote
  ]
}

/** 出席, 请假 and 列席: the word in 黑体, further lines under the first name, one empty line above the first. */
const circleLines = (input: MeetingPaperInput): ParagraphBlock[] => {
  const { meeting } = input
  const lists: [label: string, names: readonly string[]][] = [
    ['出席', presentPeople(input).map(({ name }) => name)],
    ['请假', meeting.absences.map(({ name }) => name)],
    ['列席', meeting.guests]
  ]
  const filled = lists.filter(([, names]) => names.length > 0)
  return [
    { kind: 'paragraph', runs: [{ text: '' }] },
    ...filled.map(
      ([label, names]): ParagraphBlock => ({
        kind: 'paragraph',
        indentCells: 2,
        hangCells: 5,
        runs: [{ text: `${label}：`, font: 'hei' }, { text: `${names.join('、')}` }]
      })
    )
  ]
}
