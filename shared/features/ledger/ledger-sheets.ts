import { tidyText, toHalfWidth } from '../../kernel/cell-text.ts'
import { scales } from '../ballot/ballot.ts'
import { evaluationGrades } from '../evaluation/evaluation.ts'
import { agendaKinds, meetingTypes, voteMethods } from '../meeting/meeting.ts'
import { affiliations, memberCategories, memberStandings } from '../member/member.ts'
import { organisationKinds } from '../organisation/organisation.ts'
import { pollKinds } from '../poll/poll.ts'
import { postTitles } from '../post/post.ts'
import { studyKinds } from '../study/study.ts'
import { suspensionKinds } from '../suspension/suspension.ts'
import { talkLevels, talkWays } from '../talk/talk-kinds.ts'
import { talkTypes } from './ledger-talk-kinds.ts'

/**
 * A column of workbook.md. `choices` are the closed list it names; with `several` a cell may hold more than one of them. `text`
 * columns are kept as text by Excel (numbers of 18 digits, leading zeros). `width` is in characters.
 */
export type LedgerColumn = {
  name: string
  required: boolean
  width: number
  text: boolean
  several: boolean
  choices: readonly string[] | null
}
/** `otherHeads` are read where a file has them, and never written. */
export type LedgerSheet = {
  name: string
  columns: readonly LedgerColumn[]
  otherHeads: readonly LedgerColumn[]
}

/** The grades of 测评 that a head may name, of all its scales, each once. */
export const gradeHeads: readonly string[] = [...new Set<string>([...scales.team, ...scales.cadre, ...scales.duty])]

/** Heads that name no grade: its place in the scale of the row. No scale has a fifth. */
export const placeHeads: readonly string[] = ['等次1', '等次2', '等次3', '等次4', '等次5']

type Traits = { width?: number; text?: boolean; several?: boolean; choices?: readonly string[] }

/** `名称*` is a required column. Without a width the head decides. */
function column(head: string, traits: Traits = {}): LedgerColumn {
  const name = head.replace('*', '')
  const { width = Math.max(name.length * 2 + 4, 10), text = false, several = false, choices = null } = traits
  return { name, required: head.endsWith('*'), width, text, several, choices }
}

const code = (head: string): LedgerColumn => column(head, { width: 14, text: true })
const day = (head: string): LedgerColumn => column(head, { width: 14 })
const long = (head: string): LedgerColumn => column(head, { width: 40 })
const one = (head: string, choices: readonly string[]): LedgerColumn => column(head, { choices, width: 14 })
const yesNo = (head: string): LedgerColumn => one(head, ['是', '否'])
const plain = (heads: string): LedgerColumn[] => heads.split(' ').map((head) => column(head))

const sheet = (
  name: string,
  columns: readonly LedgerColumn[],
  otherHeads: readonly LedgerColumn[] = []
): LedgerSheet => ({ name, columns, otherHeads })

/** Every sheet of workbook.md with its columns, in the order of that page. */
export const ledgerSheets: readonly LedgerSheet[] = [
  sheet('党组织', [
    code('编码*'),
    column('名称*', { width: 30 }),
    column('简称', { width: 16 }),
    one('类别*', organisationKinds),
    code('上级编码'),
    ...['成立日期', '本届选举日期'].map(day),
    column('任期年数'),
    yesNo('设支委会'),
    column('主题党日固定日'),
    day('延期批复至')
  ]),
  sheet('党员', [
    column('姓名*', { width: 12 }),
    one('性别*', ['男', '女']),
    column('民族'),
    column('身份证号', { width: 22, text: true }),
    day('出生日期'),
    column('学历', { width: 14 }),
    one('人员类别*', memberCategories),
    ...['入党日期', '转正日期'].map(day),
    ...['组织编码*', '党小组编码'].map(code),
    column('党内职务', { width: 16 }),
    yesNo('领导干部'),
    column('工作单位及职务', { width: 30 }),
    column('手机号码', { width: 16, text: true }),
    one('党籍状态', memberStandings),
    one('组织关系', affiliations),
    ...['转入日期', '转出日期', '留党察看起', '留党察看止'].map(day),
    long('备注')
  ]),
  sheet('任职', [
    code('组织编码*'),
    column('姓名*', { width: 12 }),
    one('职务*', postTitles),
    ...['任职日期*', '免职日期'].map(day),
    column('任职方式')
  ]),
  sheet('停权', [
    column('姓名*', { width: 12 }),
    code('组织编码*'),
    one('种类*', suspensionKinds),
    ...['起*', '止'].map(day),
    column('依据', { width: 30 })
  ]),
  sheet('会议', [
    ...['会议编号*', '组织编码*'].map(code),
    column('类型*', { width: 20, several: true, choices: meetingTypes }),
    column('名称', { width: 30 }),
    column('所属年度'),
    ...['计划日期', '日期*'].map(day),
    ...['开始', '结束'].map((head) => column(head, { text: true })),
    column('地点', { width: 20 }),
    ...plain('主持人 记录人'),
    column('缺席', { width: 30 }),
    column('实到'),
    ...['迟到早退', '列席'].map((head) => column(head, { width: 20 })),
    column('主讲人'),
    column('课题', { width: 24 }),
    column('学时'),
    column('主题', { width: 24 }),
    ...['学习材料', '会议记录'].map(long),
    day('写成日期')
  ]),
  sheet('议题', [
    code('会议编号*'),
    column('序号*'),
    column('议题*', { width: 30 }),
    one('类型', agendaKinds),
    column('被讨论人'),
    ...['讨论发言', '决议'].map(long),
    yesNo('表决'),
    one('表决方式', voteMethods),
    ...plain('赞成 反对 弃权 书面赞成 书面反对 书面弃权 发出票 收回票')
  ]),
  sheet('任务', [
    code('来源会议编号'),
    column('来源议题序号'),
    code('组织编码*'),
    long('事项*'),
    column('责任人'),
    ...['期限', '完成日期'].map(day),
    long('结果')
  ]),
  sheet('谈话', [
    ...['谈话编号*', '组织编码*'].map(code),
    one('类型*', talkTypes),
    column('所属年度'),
    day('日期*'),
    ...['开始', '结束'].map((head) => column(head, { text: true })),
    column('地点', { width: 20 }),
    column('方式', { several: true, choices: talkWays }),
    ...plain('谈话人*'),
    column('谈话对象*', { width: 20 }),
    column('记录人'),
    column('事由', { width: 24 }),
    ...['谈话要点', '意见建议', '指出问题', '对方表态', '困难诉求', '后续事项'].map(long),
    column('责任人'),
    ...['期限', '完成日期'].map(day),
    one('密级', talkLevels),
    day('写成日期')
  ]),
  sheet('评议', [code('组织编码*'), column('年度*'), day('日期*'), code('会议编号'), ...plain('应到 发出票 收回票')]),
  sheet('评议计票', [
    code('组织编码*'),
    column('年度*'),
    column('姓名*', { width: 12 }),
    ...plain('优秀 合格 基本合格 不合格 弃权'),
    ...['自评', '互评意见'].map(long),
    one('组织评定', evaluationGrades),
    long('评定理由')
  ]),
  sheet(
    '测评',
    [
      code('测评编号*'),
      column('名称*', { width: 30 }),
      code('组织编码*'),
      column('年度*'),
      one('种类*', pollKinds),
      ...plain('票类 权重'),
      column('被测评对象*', { width: 20 }),
      ...gradeHeads.map((head) => column(head)),
      ...plain('弃权 发出票 收回票')
    ],
    placeHeads.map((head) => column(head))
  ),
  sheet('清单自评', [
    code('组织编码*'),
    ...plain('年度* 项目编号* 得分'),
    ...['说明', '证据'].map(long),
    day('发生日期'),
    yesNo('不适用')
  ]),
  sheet('学时', [
    code('组织编码*'),
    column('姓名*', { width: 12 }),
    day('日期*'),
    long('内容'),
    column('学时*'),
    one('类别', studyKinds)
  ]),
  sheet('整改', [
    code('组织编码*'),
    ...['问题*', '来源', '目标', '措施'].map(long),
    column('责任人'),
    day('期限'),
    ...['过程记录', '复测结果'].map(long),
    day('关闭日期')
  ])
]

/** A head or sheet name as it is compared: no `*`, no blanks, half width. */
const bare = (name: string): string => toHalfWidth(tidyText(name)).replace(/[\s*]/g, '')

export const findSheet = (name: string): LedgerSheet | null =>
  ledgerSheets.find((sheet) => sheet.name === bare(name)) ?? null

/** All columns a file may have, in their order. */
export const columnsOf = ({ columns, otherHeads }: LedgerSheet): readonly LedgerColumn[] => [...columns, ...otherHeads]

/** The column a head names; a head with `*` or with a remark in brackets behind it (`领导干部（是/否）`) is accepted. */
export function findColumn(sheet: LedgerSheet, head: string): LedgerColumn | null {
  const name = bare(head)
  const short = name.replace(/\([^()]*\)$/, '')
  const columns = columnsOf(sheet)
  return columns.find((column) => column.name === name) ?? columns.find((column) => column.name === short) ?? null
}
