import { topicsOf, lectureOf } from './sample-agenda.ts'
import { attend, type Attendance } from './sample-attendance.ts'
import { branches, type Row } from './sample-branches.ts'
import { type Appointment, appointments, storyDay } from './sample-calendar.ts'
import { chanceOf, oneOf, severalOf } from './sample-chance.ts'
import { workdaysOn } from './sample-days.ts'
import { flaws } from './sample-flaws.ts'
import { accountOf, lifeResolutions, specialSubjects } from './sample-life-meetings.ts'
import { listenersOn, personNamed, referenceTo } from './sample-office.ts'
import { checkOfCommittee, criticise, discuss, heard, line, say, type Scene, speakOfReview } from './sample-speeches.ts'
import { type SpecialItem, specialItems } from './sample-special-items.ts'
import { themeOf } from './sample-themes.ts'
import type { Topic } from './sample-topics-general.ts'

type Item = { title: string; kind: string; about: string | null; speeches: string[]; resolution: string; vote: Row }

const byHands = ({ voters }: Attendance, no: number, abstained: number): Row => ({
  表决: '是',
  表决方式: '举手',
  赞成: voters.length - no - abstained,
  反对: no,
  弃权: abstained
})

function ordinary(scene: Scene, topic: Topic): Item {
  const { pick, attendance, appointment } = scene
  const committee = appointment.matter.kind === 'committee'
  const doubts = committee || pick(3) > 0 ? 0 : 1
  return {
    title: topic.title,
    kind: topic.kind ?? '一般',
    about: null,
    speeches: discuss(scene, topic),
    resolution: say(scene, oneOf(pick, topic.resolutions)),
    vote: topic.vote || committee ? byHands(attendance, 0, doubts) : { 表决: '否' }
  }
}

function votedOn({ attendance }: Scene, { ballot, hands }: SpecialItem): Row {
  if (hands) return byHands(attendance, hands.no ?? 0, hands.abstained ?? 0)
  if (!ballot) return { 表决: '否' }
  const { length } = attendance.voters
  const written = ballot.written === undefined ? {} : { 书面赞成: ballot.written }
  const papers = { 发出票: length, 收回票: length }
  return { ...byHands(attendance, ballot.no ?? 0, ballot.abstained ?? 0), 表决方式: '无记名', ...written, ...papers }
}

function special(scene: Scene, item: SpecialItem): Item {
  const { branch, organisation } = scene.appointment
  const person = (name: string) => personNamed(`${branch.code} ${name}`)
  return {
    title: item.title,
    kind: item.kind,
    about: item.about === undefined ? null : referenceTo(person(item.about), organisation),
    speeches: item.speeches.map(([who, said]) => line(scene, person(who), said)),
    resolution: item.resolution,
    vote: votedOn(scene, item)
  }
}

const plain = { kind: '一般', about: null, vote: { 表决: '否' } }

/** What 民主评议党员 begins with: the committee tells of its year and of what it found wanting in itself. */
const account = (scene: Scene, year: number): Item => ({
  ...plain,
  title: `报告支部${year}年度工作，通报查摆的问题`,
  kind: '报告',
  speeches: [line(scene, scene.attendance.host, accountOf(scene.appointment.branch.code, year))],
  resolution: '会议听取报告，提出的意见会后逐条登记，明确承办人和答复时间。'
})

function review({ attendance, ...scene }: Scene, year: number): Item {
  const papers = attendance.present.length
  return {
    ...plain,
    title: `开展${year}年度民主评议党员`,
    speeches: speakOfReview({ ...scene, attendance }),
    resolution: `发出测评票${papers}张，收回${papers}张，当场封存，由支部班子结合日常表现研究提出评定意见。`
  }
}

/** 组织生活会: the committee's own check, criticism, and at the end of a year 民主评议党员 (rules.md §1.4, §4.1). */
function lifeItems(scene: Scene): Item[] {
  const { appointment, pick } = scene
  const { matter } = appointment
  const [listed = '', shown = ''] = severalOf(pick, lifeResolutions, 2).map((text) => say(scene, text))
  const voted = matter.kind === 'review' ? [review(scene, matter.year)] : []
  const opening = matter.kind === 'review' ? [account(scene, matter.year)] : []
  const check = { ...plain, title: '支部班子对照检查', speeches: checkOfCommittee(scene), resolution: listed }
  return [
    ...opening,
    ...(appointment.types === '民主评议党员' ? [] : [check]),
    { ...plain, title: '党员开展批评和自我批评', speeches: criticise(scene), resolution: shown },
    ...voted
  ]
}

const plannedItem = (topic: Topic): Item => ({
  title: topic.title,
  kind: topic.kind ?? '一般',
  about: null,
  speeches: [],
  resolution: '',
  vote: {}
})

const workPlan = '《县局党委2026年党的建设工作要点》（2026-02-10）'

function materialOf(appointment: Appointment): string | null {
  const { matter, branch, number } = appointment
  if (flaws[number] === 'studied-before-published') return '《2026年卷烟营销重点工作问答》（2026-05-08）'
  if (matter.kind === 'lecture' || (matter.kind === 'theme' && matter.lecture))
    return lectureOf(appointment, matter.month).material
  if (matter.kind === 'theme' && themeOf(branch.code, matter.month).title === '学习党章党规')
    return '《中国共产党章程》（2022-10-22）'
  return matter.kind === 'general' && matter.quarter === 0 ? workPlan : null
}

/** Columns that only some kinds of meeting have. */
function ownColumns(scene: Scene): Row {
  const { appointment, attendance, pick } = scene
  const { matter, branch } = appointment
  const host = referenceTo(attendance.host, branch.code)
  const taught = (month: number): Row => {
    const lecture = lectureOf(appointment, month)
    return { 主讲人: host, 课题: lecture.title, 会议记录: say(scene, lecture.summary) }
  }
  if (matter.kind === 'theme') {
    const theme = themeOf(branch.code, matter.month)
    return { 主题: theme.title, 学时: 2, ...(matter.lecture ? taught(matter.month) : {}) }
  }
  if (matter.kind === 'lecture') return { 学时: 1.5, ...taught(matter.month) }
  if (matter.kind === 'special') return { 名称: specialSubjects[branches.indexOf(branch) % 3] ?? null }
  const guests = listenersOn(branch.code, appointment.date).map(({ name }) => name)
  return matter.kind === 'general' && pick(3) > 0 ? { 列席: guests.join('、') } : {}
}

function placeOf({ matter, branch, organisation }: Appointment): string {
  const outside = matter.kind === 'theme' ? themeOf(branch.code, matter.month).place : undefined
  const group = branch.groupRooms[branch.groups.indexOf(organisation)]
  return matter.kind === 'group' ? (group ?? branch.room) : (outside ?? branch.room)
}

/** 写成日期: on the day or within two working days, and never after the day of the story. */
function writtenOn({ pick, appointment }: Scene): string {
  const day = workdaysOn(appointment.date, [0, 0, 1, 2][pick(4)] ?? 0)
  return day > storyDay ? appointment.date : day
}

function headRow(appointment: Appointment, { host }: Attendance): Row {
  return {
    会议编号: appointment.number,
    组织编码: appointment.organisation,
    类型: appointment.types,
    日期: appointment.date,
    开始: appointment.start,
    结束: appointment.end,
    地点: placeOf(appointment),
    主持人: referenceTo(host, appointment.organisation),
    ...appointment.extra
  }
}

function heldRow(scene: Scene): Row {
  const { appointment, attendance, pick } = scene
  const counted = ['general', 'review', 'special'].includes(appointment.matter.kind)
  const miscounted = flaws[appointment.number] === 'present-count'
  const ordinaryPeople = heard(attendance).filter((person) => !attendance.chairs.includes(person))
  const late = appointment.matter.kind === 'theme' && pick(6) === 0 ? oneOf(pick, ordinaryPeople) : undefined
  return {
    ...headRow(appointment, attendance),
    ...ownColumns(scene),
    记录人: referenceTo(attendance.recorder, appointment.organisation),
    缺席: attendance.absences,
    实到: miscounted ? attendance.present.length + 2 : counted ? attendance.present.length : null,
    迟到早退: late === undefined ? null : referenceTo(late, appointment.organisation),
    学习材料: materialOf(appointment),
    写成日期: writtenOn(scene)
  }
}

type Sample = { row: Row; items: Item[] }

function hold(appointment: Appointment): Sample {
  const pick = chanceOf(appointment.number)
  const items = specialItems[appointment.number] ?? []
  const attendance = attend(pick, appointment, items)
  if (appointment.date > storyDay)
    return { row: headRow(appointment, attendance), items: topicsOf(appointment).map(plannedItem) }
  const scene = { pick, appointment, attendance, told: new Set<string>() }
  const { kind } = appointment.matter
  const row = heldRow(scene)
  if (kind === 'review' || kind === 'special') return { row, items: lifeItems(scene) }
  const topics = topicsOf(appointment).map((topic) => ordinary(scene, topic))
  return { row, items: [...topics, ...items.map((item) => special(scene, item))] }
}

const samples = appointments.map(hold)

export const meetingRows: readonly Row[] = samples.map(({ row }) => row)

export const agendaRows: readonly Row[] = samples.flatMap(({ row, items }) =>
  items.map((item, index) => ({
    会议编号: row['会议编号'] ?? null,
    序号: index + 1,
    议题: item.title,
    类型: item.kind,
    被讨论人: item.about,
    讨论发言: item.speeches.join('\n'),
    决议: item.resolution,
    ...item.vote
  }))
)
