import type { TemplateData, TemplateField, TemplateKind, TemplateTable } from '../../documents/template.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { type Meeting, meetingTitle } from './meeting.ts'
import {
  attendeeName,
  type MeetingPaperInput,
  materialsOnPaper,
  presentPeople,
  timeOnPaper
} from './meeting-paper-lines.ts'
import { type MeetingPaper, meetingPaperNames, meetingPapers } from './meeting-papers.ts'
import { conclusionSentence, figuresSentence } from './meeting-vote-sentence.ts'
import { isBlank, type Run } from '../../documents/document-model.ts'

type FieldOf = TemplateField & { value: (input: MeetingPaperInput) => string | number | null }

const field = (name: string, says: string, value: FieldOf['value']): FieldOf => ({ name, says, value })

const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join('、')

const fields: readonly FieldOf[] = [
  field('党组织', '党组织全称', ({ organisation }) => organisation.name),
  field('会议名称', '会议名称，没有填就用年份、时段和类型', ({ meeting }) => meetingTitle(meeting)),
  field('会议类型', '全部类型，顿号分开', ({ meeting }) => meeting.types.join('、')),
  field('会议编号', '会议编号', ({ meeting }) => meeting.number),
  field('所属年度', '年份数字', ({ meeting }) => meeting.year),
  field('日期', '如2026年3月5日', ({ meeting }) => dayOnPaper(meeting.date)),
  field('时间', '日期和起止时间', ({ meeting }) => timeOnPaper(meeting)),
  field('开始时间', '如14:30', ({ meeting }) => meeting.start),
  field('结束时间', '如16:10', ({ meeting }) => meeting.end),
  field('地点', '会议地点', ({ meeting }) => meeting.place),
  field('主持人', '主持人姓名', ({ meeting }) => meeting.host?.name ?? null),
  field('记录人', '记录人姓名', ({ meeting }) => meeting.recorder?.name ?? null),
  field('应到人数', '自动计算', ({ counts }) => counts.expected),
  field('实到人数', '自动计算', ({ counts }) => counts.present),
  field('缺席人数', '自动计算', ({ counts }) => counts.expected - counts.present),
  field('有表决权应到人数', '自动计算', ({ counts }) => counts.eligible),
  field('有表决权实到人数', '自动计算', ({ counts }) => counts.presentEligible),
  field('出席人员', '到会人员姓名', (input) => presentPeople(input).map(attendeeName).join('、')),
  field('缺席人员', '姓名和原因', ({ meeting }) =>
    meeting.absences.map((one) => `${one.name}（${one.reason}）`).join('、')
  ),
  field('列席人员', '列席人员', ({ meeting }) => meeting.guests.join('、')),
  field('迟到早退', '迟到早退人员', ({ meeting }) => names(meeting.lateOrEarly)),
  field('主讲人', '党课主讲人', ({ meeting }) => meeting.lecturer?.name ?? null),
  field('题目', '党课题目', ({ meeting }) => meeting.topic),
  field('学时', '学时数', ({ meeting }) => meeting.hours),
  field('主题', '主题党日的主题', ({ meeting }) => meeting.theme),
  field('活动内容', '四类内容中的哪几类', ({ meeting }) => meeting.contents.join('、')),
  field('学习材料', '题名和发布日期', ({ meeting }) => materialsOnPaper(meeting.materials)),
  field('其他记录', '活动过程、主持人总结等，分段照录', ({ meeting }) => meeting.minutes),
  field('讲稿', '党课讲稿，分段照录', ({ meeting }) => meeting.handout),
  field('写成日期', '如2026年3月6日', ({ meeting }) =>
    meeting.writtenOn === null ? null : dayOnPaper(meeting.writtenOn)
  )
]

const agendaFields: readonly TemplateField[] = [
  { name: '序号', says: '从1起' },
  { name: '议题', says: '议题全文' },
  { name: '类型', says: '一般、选举等' },
  { name: '汇报人', says: '姓名' },
  { name: '被讨论人', says: '姓名' },
  { name: '讨论发言', says: '一人一段，姓名：要点' },
  { name: '决议', says: '决议全文' },
  { name: '表决结果', says: '方式、票数和结论' }
]

const peopleFields: readonly TemplateField[] = [
  { name: '序号', says: '从1起' },
  { name: '姓名', says: '应到人员，按名册次序' },
  { name: '人员类别', says: '正式党员或预备党员' },
  { name: '到会', says: '到会或缺席' },
  { name: '缺席原因', says: '公差、病假等' }
]

const tables: readonly TemplateTable[] = [
  { name: '议题', says: '每个议题一行', fields: agendaFields },
  { name: '人员', says: '每个应到人员一行', fields: peopleFields }
]

/** What a unit's own template of each meeting paper may ask for: the same places for all of them. */
export const meetingTemplateKinds: readonly TemplateKind[] = meetingPapers.map((paper) => ({
  kind: templateKindOf(paper),
  title: meetingPaperNames[paper],
  fields: fields.map(({ name, says }) => ({ name, says })),
  tables
}))

/** The key a template of a meeting paper is kept under. */
export function templateKindOf(paper: MeetingPaper): string {
  return `meeting.${paper}`
}

const plain = (runs: readonly Run[]): string =>
  runs.map((run) => (isBlank(run) ? '\u3000'.repeat(run.blankCells) : run.text)).join('')

const agendaRows = ({ meeting, verdicts }: MeetingPaperInput): Record<string, string>[] =>
  meeting.agenda.map((item, index) => {
    const verdict = verdicts.find((one) => one.number === item.number)
    const conclusion = item.vote === null || verdict === undefined ? null : conclusionSentence(verdict)
    return {
      序号: `${index + 1}`,
      议题: item.title,
      类型: item.kind,
      汇报人: item.presenter?.name ?? '',
      被讨论人: item.subject?.name ?? '',
      讨论发言: item.discussion.map(({ speaker, text }) => `${speaker.name}：${text}`).join('\n'),
      决议: item.resolution ?? '',
      表决结果: item.vote === null ? '' : plain([...figuresSentence(item.vote, verdict), ...(conclusion ?? [])])
    }
  })

const peopleRows = ({ meeting, roll }: MeetingPaperInput): Record<string, string>[] => {
  const reasons = new Map<string, Meeting['absences'][number]['reason']>(
    meeting.absences.map(({ memberId, reason }) => [memberId, reason])
  )
  return roll
    .filter(({ expected }) => expected)
    .map(({ memberId, name, category }, index) => ({
      序号: `${index + 1}`,
      姓名: name,
      人员类别: category,
      到会: reasons.has(memberId) ? '缺席' : '到会',
      缺席原因: reasons.get(memberId) ?? ''
    }))
}

/** The values of one record for any template of a meeting paper. */
export const meetingTemplateData = (input: MeetingPaperInput): TemplateData => ({
  fields: Object.fromEntries(fields.map(({ name, value }) => [name, `${value(input) ?? ''}`])),
  tables: { 议题: agendaRows(input), 人员: peopleRows(input) }
})
