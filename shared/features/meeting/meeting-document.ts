import { titleLines } from '../../documents/title-lines.ts'
import type { Block, DocumentModel, ParagraphBlock, Run } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { dayOnPaper, yearOf } from '../../kernel/dates.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import {
  attendeeName,
  headLine,
  type MeetingPaperInput,
  materialsOnPaper,
  minutesTitle,
  namesOr,
  paragraphs,
  presentPeople,
  speechParagraphs,
  timeOnPaper
} from './meeting-paper-lines.ts'
import { circleOf } from './meeting-rules.ts'
import { conclusionSentence, figuresSentence } from './meeting-vote-sentence.ts'
import type { Verdict } from './vote-rules.ts'

/**
 * 会议记录 (rules.md §9.1–9.2): who met, each item with what every speaker said, resolution and vote, signatures. The
 * original record, not a 纪要: nothing is summed up. What a draft does not know yet is left as a blank to fill in.
 */
export function meetingDocument(input: MeetingPaperInput): DocumentModel {
  const { meeting, organisation } = input
  const title = minutesTitle(meeting.types, organisation)
  return {
    profile: 'gb9704',
    meta: { title, author: organisation.name, subject: meeting.number, date: meeting.date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      ...headLines(input),
      ...meeting.agenda.flatMap((item, index) => itemBlocks(item, index + 1, input.verdicts)),
      ...minutesBlocks(meeting),
      {
        kind: 'signature',
        rows: [
          [
            { label: '主持人（签名）：', cells: 5 },
            { label: '记录人（签名）：', cells: 5 }
          ]
        ],
        date: meeting.writtenOn === null ? '年\u3000\u3000月\u3000\u3000日' : dayOnPaper(meeting.writtenOn)
      }
    ]
  }
}

const blank = (cells: number): Run[] => [{ blankCells: cells }]

const headLines = (input: MeetingPaperInput): ParagraphBlock[] => {
  const { meeting, organisation } = input
  const lines: (ParagraphBlock | null)[] = [
    headLine('党组织', organisation.name),
    optional('名称', meeting.name),
    meeting.types.length > 1 ? headLine('类型', meeting.types.join('、')) : null,
    headLine('编号', meeting.number),
    yearOf(meeting.date) === meeting.year ? null : headLine('所属年度', `${meeting.year}年`),
    headLine('时间', timeOnPaper(meeting)),
    headLine('地点', meeting.place ?? blank(10)),
    headLine('主持人', [
      ...(meeting.host === null ? blank(5) : [{ text: meeting.host.name }]),
      { text: '\u3000\u3000记录人：' },
      ...(meeting.recorder === null ? blank(5) : [{ text: meeting.recorder.name }])
    ]),
    ...attendanceLines(input),
    ...subjectLines(meeting)
  ]
  return lines.filter((line) => line !== null)
}

const optional = (label: string, value: string | null): ParagraphBlock | null =>
  value === null || value === '' ? null : headLine(label, value)

const attendanceLines = (input: MeetingPaperInput): ParagraphBlock[] => {
  const { meeting, counts } = input
  const people = circleOf(meeting.types) === 'committee' ? '委员' : '党员'
  const figures = `应到${counts.expected}人，实到${counts.present}人；有表决权的${people}应到${counts.eligible}人，到会${counts.presentEligible}人。`
  const late = meeting.lateOrEarly.map((person) => person.name)
  return [
    headLine('人数', figures),
    headLine('出席', namesOr(presentPeople(input).map(attendeeName), '无')),
    headLine(
      '缺席',
      namesOr(
        meeting.absences.map(({ name, reason }) => `${name}（${reason}）`),
        '无'
      )
    ),
    headLine('列席', namesOr(meeting.guests, '无')),
    ...(late.length === 0 ? [] : [headLine('迟到早退', late.join('、'))])
  ]
}

const subjectLines = ({ lecturer, topic, hours, theme, contents, materials }: Meeting): (ParagraphBlock | null)[] => {
  return [
    optional('主讲人', lecturer?.name ?? null),
    optional('题目', topic),
    optional('课时', hours === null ? null : `${hours}`),
    optional('主题', theme),
    optional('内容', contents.join('、')),
    optional('学习材料', materialsOnPaper(materials))
  ]
}

/** One item: heading, who reported and who is discussed, what was said, resolution, vote and conclusion. */
export const itemBlocks = (item: AgendaItem, position: number, verdicts: readonly Verdict[]): Block[] => {
  const verdict = verdicts.find((one) => one.number === item.number)
  const people = [
    ...(item.presenter === null ? [] : [`汇报人：${item.presenter.name}`]),
    ...(item.subject === null ? [] : [`被讨论人：${item.subject.name}`])
  ]
  const conclusion = item.vote === null || verdict === undefined ? null : conclusionSentence(verdict)
  return [
    { kind: 'heading', level: 1, text: numbered(1, position, item.title) },
    ...paragraphs('', people.length === 0 ? '' : `${people.join('；')}。`),
    ...paragraphs('程序：', item.steps.length === 0 ? '' : `${item.steps.join('；')}。`),
    ...item.discussion.flatMap(speechParagraphs),
    ...paragraphs('决议：', item.resolution ?? ''),
    ...(item.vote === null ? [] : [runsParagraph(figuresSentence(item.vote, verdict))]),
    ...(conclusion === null ? [] : [runsParagraph(conclusion)])
  ]
}

const runsParagraph = (runs: Run[]): ParagraphBlock => ({ kind: 'paragraph', runs })

/** Minutes written in one piece come after the items, under a heading of their own where there are items. */
export const minutesBlocks = ({ minutes, agenda }: Meeting): Block[] => {
  const text = paragraphs('', minutes ?? '')
  if (text.length === 0 || agenda.length === 0) return text
  return [{ kind: 'heading', level: 1, text: numbered(1, agenda.length + 1, '记录正文') }, ...text]
}
