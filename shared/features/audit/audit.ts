import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'

/** One entry as the screen shows it. `at` is ISO time in UTC; `object` the id of a record; never contents. */
export type AuditLine = {
  seq: number
  at: string
  actorName: string
  roles: string
  act: string
  object: string
  result: string
}

/** What to look for: one person's entries, acts of one record (the part of the name before the dot), words, days. */
export const auditFilterSchema = z.object({
  actorId: z.string().nullable(),
  act: z.string().max(60).nullable(),
  text: z.string().max(60),
  from: daySchema.nullable(),
  to: daySchema.nullable()
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

/** Chinese names of records an act may be about: the part of its name before the dot. */
export const auditSubjects: Readonly<Record<string, string>> = {
  vault: '档案库',
  account: '使用人',
  setting: '设置',
  backup: '备份与还原',
  audit: '审计',
  organisation: '党组织',
  member: '党员',
  post: '任职',
  suspension: '停权',
  exemption: '不计入应到会',
  whereabouts: '去向',
  meeting: '会议',
  life: '组织生活会',
  rectification: '整改',
  plan: '年度计划',
  task: '任务',
  talk: '谈心谈话',
  talkPlan: '谈话计划',
  occasion: '必谈事由',
  supervision: '监督谈话台账',
  seal: 'L3 口令',
  evaluation: '民主评议',
  poll: '民主测评',
  appraisal: '干部考核',
  ballot: '计票',
  disposal: '组织处置',
  checklist: '标准化清单',
  alert: '预警',
  report: '报告',
  pack: '材料包',
  handover: '工作交接单',
  study: '学时',
  rule: '规则',
  template: '单位模板',
  paper: '材料',
  attachment: '附件',
  phrase: '常用语',
  ledger: '台账',
  journal: '撤销',
  draft: '草稿',
  program: '程序'
}

const verbs: Readonly<Record<string, string>> = {
  create: '新建',
  unlock: '解锁',
  recover: '用恢复码进入',
  lock: '锁定',
  attempt: '口令输错',
  finding: '发现数据异常',
  signFinding: '确认数据异常',
  changePassword: '改口令',
  password: '设口令',
  add: '新增',
  save: '保存',
  saveOffice: '改单位设置',
  saveSecurity: '改口令要求',
  disable: '停用',
  enable: '启用',
  remove: '删除',
  start: '新建',
  finish: '完成',
  reopen: '重新打开',
  importRows: '导入',
  upload: '选文件',
  export: '导出',
  undo: '撤销',
  undoInSteps: '撤销',
  merge: '合并',
  bulk: '批量修改',
  erase: '清除个人信息',
  reveal: '查看身份证号',
  make: '备份',
  verify: '核对',
  restore: '还原',
  drill: '还原演练',
  summary: '打印审计摘要',
  leave: '办理减少',
  comeBack: '恢复或转入',
  tellApart: '认定不是同一人',
  saveSettings: '改备份设置',
  saveKeeping: '改保存年限',
  saveDocuments: '改材料设置',
  look: '看备份里面',
  bind: '合订',
  write: '成批存成文件',
  take: '换上',
  adopt: '采用建议',
  begin: '开始记录',
  override: '改参数',
  clear: '撤销改动',
  importPackage: '导入规则包',
  removePackage: '删除规则包',
  saveHolidays: '改放假安排',
  clearHolidays: '撤销放假安排',
  package: '导出规则包',
  release: '放行',
  put: '放入',
  describe: '改说明和日期',
  order: '排次序',
  read: '查看内容',
  list: '查看',
  open: '输入口令',
  close: '收起',
  setUp: '设口令',
  change: '改口令',
  answer: '办结后续事项',
  restrictions: '提示影响期',
  settle: '办结',
  takeIn: '列入新来的党员',
  leaveOut: '移出评议',
  saveRound: '保存一次测评',
  removeRound: '删除一次测评',
  saveEntries: '记评议内容',
  saveEntry: '记考核内容',
  invite: '列入新任干部',
  dismiss: '移出考核',
  decide: '填等次',
  head: '填票数',
  beginPass: '开始录票',
  finishPass: '录完一遍',
  redoPass: '重录一遍',
  confirm: '确认计票',
  drop: '重新计票',
  openBox: '开投票箱',
  closeBox: '结束投票',
  countBox: '开箱计票',
  count: '开箱',
  reopenYear: '重新打开年度',
  sealYear: '封存年度',
  saveScheme: '改卷册',
  snooze: '推迟',
  wake: '取消推迟',
  rectify: '转为整改',
  saveBlock: '改文字',
  saveSetting: '改设置',
  vote: '让这台电脑收票'
}

const titles: Readonly<Record<string, string>> = {
  list: '清单',
  minutes: '会议记录',
  meetings: '三会一课台账',
  'theme-days': '主题党日台账',
  attendance: '参加组织生活台账',
  handout: '党课讲稿',
  scheme: '组织生活会方案',
  opinions: '征求意见汇总表',
  talks: '谈心谈话登记表',
  examination: '对照检查材料',
  outlines: '个人发言提纲',
  criticism: '批评意见表',
  rectification: '整改台账',
  report: '情况报告',
  'summary-report': '年度工作总结',
  'life-report': '组织生活情况报告',
  'talks-report': '谈心谈话情况报告',
  'evaluation-report': '民主评议情况报告',
  'digest-report': '汇总报告',
  'sign-in': '签到表',
  notice: '会议通知',
  volume: '卷册',
  summary: '会议纪要',
  lecture: '党课记录',
  'theme-day': '主题党日活动记录',
  blank: '空白表',
  composition: '党员队伍情况',
  roster: '党员名册',
  chart: '组织机构图',
  committee: '支委会名单',
  record: '党员信息表',
  hours: '学时台账',
  year: '年度会议计划',
  coverage: '组织生活覆盖表',
  form: '登记表',
  forms: '登记表（全支部）',
  ballot: '测评表',
  slips: '投票码条',
  count: '计票报告单',
  tally: '测评结果汇总表',
  result: '评定结果汇总表',
  public: '公布名单',
  help: '帮教台账',
  notices: '告知单',
  peer: '互评意见表',
  disposal: '处置登记表',
  comprehensive: '综合评价表',
  ballots: '民主测评汇总',
  team: '班子测评汇总',
  duty: '述职报告',
  score: '党建考核得分单',
  negative: '负面清单核查表',
  grades: '等次建议表',
  feedback: '反馈与整改表',
  all: '全部用表'
}

const ways: Readonly<Record<string, string>> = {
  look: '查看',
  print: '打印',
  word: '导出 Word',
  pdf: '导出 PDF',
  excel: '导出 Excel'
}

/** Words that mean something else where they are about these records. */
const verbsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  appraisal: { begin: '开始考核', save: '改名额、公示和反馈', decide: '定建议等次', remove: '删除考核' }
}
const titlesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  appraisal: { forms: '个人总结表', notice: '公示', all: '全部材料' }
}

/** An act in words: “会议 保存”, “会议 打印”. An unknown part stays as it is. */
export function actInWords(act: string): string {
  const [subject = '', ...rest] = act.split('.')
  const verb = rest.at(-1) ?? ''
  const paper = rest.length > 1 ? (titlesOf[subject]?.[rest[0] ?? ''] ?? titles[rest[0] ?? ''] ?? rest[0] ?? '') : ''
  return [auditSubjects[subject] ?? subject, paper, verbsOf[subject]?.[verb] ?? verbs[verb] ?? ways[verb] ?? verb]
    .filter((part) => part !== '')
    .join(' ')
}

/** A result in words. */
export const resultInWords = (result: string): string =>
  result === 'ok' ? '完成' : result === 'not-allowed' ? '没有权限，已拒绝' : result

/** What is recorded of one day, for the printed summary: the head outside the PC is what makes a cut tail visible. */
export type AuditDay = { day: string; first: number; last: number; entries: number; seq: number; hash: string }

/** A short form of the head to copy by hand: the first 16 hex digits in groups of four. */
export const shortCode = (hash: string): string => (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
