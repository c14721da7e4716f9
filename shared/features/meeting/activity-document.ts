import type { Block, CellContent, DocumentModel, KeyValueCell, Run } from '../../documents/document-model.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { printedPhotos } from '../attachment/attachment.ts'
import { type ActivityContent, activityContents, type AgendaItem, type Meeting } from './meeting.ts'
import {
  attendeeName,
  type MeetingPaperInput,
  materialsOnPaper,
  namesOr,
  presentPeople,
  timeOnPaper
} from './meeting-paper-lines.ts'
import { conclusionSentence, figuresSentence } from './meeting-vote-sentence.ts'
import type { Verdict } from './vote-rules.ts'

/** 党课记录 and 主题党日活动记录: activities whose record is a form (rules.md §9.2, F9-1 with its extensions). */
export type ActivityForm = '党课记录' | '主题党日活动记录'

/** The record of a lecture or of a 主题党日 as a form: who, when, what about, what was said and settled, signatures. */
export function activityDocument(input: MeetingPaperInput, form: ActivityForm): DocumentModel {
  const { meeting, organisation } = input
  return {
    profile: 'form',
    meta: { title: form, author: organisation.name, subject: meeting.number, date: meeting.date },
    blocks: [
      { kind: 'title', lines: [form] },
      { kind: 'keyValues', columns: [14, 36, 14, 36], rows: [...headRows(input, form), ...recordRows(input, form)] },
      {
        kind: 'signature',
        rows: [
          [
            { label: '主持人（签名）：', cells: 5 },
            { label: '记录人（签名）：', cells: 5 }
          ]
        ],
        date: meeting.writtenOn === null ? '年\u3000\u3000月\u3000\u3000日' : dayOnPaper(meeting.writtenOn)
      },
      ...(form === '主题党日活动记录' ? photoBlocks(input) : [])
    ]
  }
}

/** Behind the signatures, so that the record itself stays on its page. */
const photoBlocks = ({ photos = [] }: MeetingPaperInput): Block[] =>
  photos.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: '活动照片' },
        { kind: 'pictures', pictures: photos.slice(0, printedPhotos) }
      ]

const wide = (label: string, value: CellContent, minLines = 1): KeyValueCell[] => [{ label, value, span: 3, minLines }]

const pair = (one: [string, string], other: [string, string]): KeyValueCell[] =>
  [one, other].map(([label, value]) => ({ label, value, minLines: 1 }))

/** All four kinds with a box, as on the blank form; those that were held are ticked. */
const ticked = (contents: readonly ActivityContent[]): string =>
  activityContents.map((one) => `${contents.includes(one) ? '√' : '□'}${one}`).join('\u3000')

const subjectRows = ({ lecturer, topic, hours, theme, contents }: Meeting, form: ActivityForm): KeyValueCell[][] =>
  form === '党课记录'
    ? [pair(['主讲人', lecturer?.name ?? ''], ['课时', hours === null ? '' : `${hours}`]), wide('题目', topic ?? '')]
    : [wide('主题', theme ?? ''), wide('内容', ticked(contents))]

const headRows = (input: MeetingPaperInput, form: ActivityForm): KeyValueCell[][] => {
  const { meeting, organisation, counts } = input
  const absent = meeting.absences.map(({ name, reason }) => `${name}（${reason}）`)
  return [
    wide('党组织', organisation.name),
    pair(['时间', timeOnPaper(meeting)], ['地点', meeting.place ?? '']),
    ...subjectRows(meeting, form),
    pair(['主持人', meeting.host?.name ?? ''], ['记录人', meeting.recorder?.name ?? '']),
    pair(['应到', `${counts.expected}人`], [form === '党课记录' ? '听课人数' : '实到', `${counts.present}人`]),
    wide('参加人员', namesOr(presentPeople(input).map(attendeeName), '无')),
    wide('缺席', namesOr(absent, '无')),
    ...(meeting.guests.length === 0 ? [] : [wide('列席', meeting.guests.join('、'))]),
    ...(meeting.lateOrEarly.length === 0
      ? []
      : [wide('迟到早退', meeting.lateOrEarly.map(({ name }) => name).join('、'))]),
    ...(meeting.materials.length === 0 ? [] : [wide('学习材料', materialsOnPaper(meeting.materials))])
  ]
}

const textLines = (text: string): Run[][] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => [{ text: line }])

const itemLines = (item: AgendaItem, verdicts: readonly Verdict[]): Run[][] => {
  const verdict = verdicts.find((one) => one.number === item.number)
  const conclusion = item.vote === null || verdict === undefined ? null : conclusionSentence(verdict)
  return [
    [{ text: `${item.number}. ${item.title}`, font: 'hei' }],
    ...item.discussion.flatMap(({ speaker, text }) => textLines(`${speaker.name}：${text}`)),
    ...textLines(item.resolution === null ? '' : `决议：${item.resolution}`),
    ...(item.vote === null ? [] : [[...figuresSentence(item.vote, verdict), ...(conclusion ?? [])]])
  ]
}

/** The running record first, then the items: what nobody wrote leaves room to write. */
const recordRows = ({ meeting, verdicts }: MeetingPaperInput, form: ActivityForm): KeyValueCell[][] => {
  const record = textLines(meeting.minutes ?? '')
  const items = meeting.agenda.flatMap((item) => itemLines(item, verdicts))
  return [
    wide(form === '党课记录' ? '讲课内容' : '活动记录', record.length === 0 ? '' : record, items.length > 0 ? 3 : 12),
    ...(items.length === 0 ? [] : [wide(form === '党课记录' ? '讨论交流' : '议事情况', items)])
  ]
}
