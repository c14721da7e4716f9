import { titleLines } from '../../documents/title-lines.ts'
import type { Block, DocumentModel } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { type Day, dayOnPaper, weekdayName } from '../../kernel/dates.ts'
import { type Meeting, meetingTitle } from './meeting.ts'
import { type MeetingPaperInput, materialsOnPaper, paragraphs } from './meeting-paper-lines.ts'
import { circleOf } from './meeting-rules.ts'

/**
 * 会议通知: who is called, when and where, the agenda, what to bring. Dated `today` while the meeting lies ahead;
 * afterwards the day is left to be written by hand, because a notice is never dated back.
 */
export function noticeDocument(input: Omit<MeetingPaperInput, 'verdicts'> & { today: Day }): DocumentModel {
  const { meeting, organisation, today } = input
  const title = meetingTitle(meeting)
  return {
    profile: 'gb9704',
    meta: { title: `关于召开${title}的通知`, author: organisation.name, subject: meeting.number, date: meeting.date },
    blocks: [
      { kind: 'title', lines: titleLines(`关于召开${title}的通知`) },
      { kind: 'paragraph', indentCells: 0, runs: [{ text: `${addressees(input)}：` }] },
      ...paragraphs('', `兹定于${whenAndWhere(meeting)}召开${title}。现将有关事项通知如下：`),
      ...sections(input).flatMap(([heading, lines], index): Block[] => [
        { kind: 'heading', level: 1, text: numbered(1, index + 1, heading) },
        ...lines.flatMap((line) => paragraphs('', line))
      ]),
      {
        kind: 'signOff',
        issuer: organisation.name,
        date: today <= meeting.date ? dayOnPaper(today) : '\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日'
      }
    ]
  }
}

const addressees = ({ meeting, organisation }: Pick<MeetingPaperInput, 'meeting' | 'organisation'>): string =>
  circleOf(meeting.types) === 'committee' ? '各位委员' : organisation.kind === '党小组' ? '党小组各位党员' : '各位党员'

const whenAndWhere = ({ date, start, place }: Meeting): string =>
  `${dayOnPaper(date)}（${weekdayName(date)}）${start ?? ''}${place === null ? '' : `在${place}`}`

/** Heading and paragraphs of each part there is something to say in. */
const sections = ({ meeting, counts }: Omit<MeetingPaperInput, 'verdicts'>): [string, string[]][] => {
  const content = contentOf(meeting)
  const guests = meeting.guests.length === 0 ? '' : `列席：${meeting.guests.join('、')}。`
  const who = circleOf(meeting.types) === 'committee' ? '全体委员' : '全体党员'
  const materials = materialsOnPaper(meeting.materials)
  const parts: [string, string[]][] = [
    [meeting.agenda.length > 0 ? '会议议题' : '主要内容', content],
    ['参加人员', [`${who}，共${counts.expected}人。${guests}`]],
    ['会前准备', materials === '' ? [] : [`请提前学习：${materials}。`]],
    ['有关要求', ['请安排好工作，准时参加。因故不能参加的，请会前向主持人请假。']]
  ]
  return parts.filter(([, lines]) => lines.length > 0)
}

const contentOf = ({ agenda, theme, lecturer, topic }: Meeting): string[] => {
  const lecture = [lecturer === null ? '' : `主讲人：${lecturer.name}`, topic === null ? '' : `题目：${topic}`]
  return [
    ...(theme === null ? [] : [`主题：${theme}。`]),
    ...(lecture.every((part) => part === '') ? [] : [`${lecture.filter((part) => part !== '').join('；')}。`]),
    ...agenda.map((item, index) => numbered(3, index + 1, `${item.title}。`.replace(/([。？！])。$/u, '$1')))
  ]
}
