import type { BranchCode } from './sample-branches.ts'

/** Sentences of 组织生活会: what the committee says of itself, what people say of themselves and to each other. */

export const committeeChecks: readonly string[] = [
  '班子查摆四个问题：学习联系{work}不紧、谈心谈话前松后紧、对{who}关心不够细、任务交办后回头看少。',
  '班子对照检查，主要问题有三条：会议准备不充分，对{site}的情况掌握不及时，批评和自我批评有顾虑。',
  '班子认账的问题有四条，其中{work}分工不清是去年就提出来的，今年没有改到位，责任在班子。'
]

export const selfCriticisms: readonly string[] = [
  '我对照检查两条：一是学习被动，二是{work}上遇到难事先想推。今后每周学两次，难事自己先拿办法。',
  '我脾气急，在{site}对同事说过重话，会后已经道歉，请大家监督。',
  '我参加组织生活有两次迟到，理由说起来都是忙，其实是没有安排好。',
  '我对年轻同志帮带少，总觉得自己干更快，这是不负责任。',
  '我写记录图省事，发言记得太简单，从今天起当场记、当天写完。',
  '我同{who}打交道多，有时话说得满，办不到又不解释，这一条要改。',
  '我分管的事回头看不够，有两件拖过了期限。',
  '我在会上说得少，会后议论多，这不是党员的样子。'
]

/** `{other}` is a person present. */
export const criticisms: readonly string[] = [
  '对{other}同志提一条：安排工作时说得快，{who}听不全，请把要求写下来。',
  '我给{other}同志提意见，对自己联系的党员谈话少，一年谈一次不够。',
  '对{other}同志的希望：{work}经验多，不要留着，要多讲给新同志听。',
  '{other}同志原则性强，但批评人不看场合，效果打了折扣。',
  '我同{other}同志常在一起，提醒一句：别总熬夜赶材料，早点说，大家分担。',
  '{other}同志到{site}的次数少，对一线的难处体会不深。'
]

export const replies: readonly string[] = [
  '这条意见我接受，从下周起按大家说的办。',
  '说得对，我过去没有意识到，记下了，请继续监督。',
  '接受批评，下次会上我先说改得怎么样。'
]

export const reviewRemarks: readonly string[] = [
  '评议看一年，不看一时，我按平时表现填票。',
  '个人总结写得实，{work}上的贡献大家看得见。',
  '希望评上评不上都能说清楚理由。',
  '我承认自己离优秀有距离，差在主动上。'
]

export const lifeResolutions: readonly string[] = [
  '会议要求一周内列出问题清单，由{owner}汇总，明确措施和时限，每季度通报一次。',
  '班子和个人的整改事项公示在学习园地，由{owner}逐月检查。'
]

/** How the subjects of the special 组织生活会 of 2026 are called, by turn. */
export const specialSubjects: readonly string[] = [
  '“查短板、补弱项”专题组织生活会',
  '“对照先进找差距”专题组织生活会',
  '“纪律规矩再对照”专题组织生活会'
]

const accounts: Record<BranchCode, string> = {
  ZB01: '一年里组织生活按月开展，文稿差错和报销退单都少了。查摆出的问题有两条：谈心谈话集中在下半年，会后任务有三项拖过了期限。',
  ZB02: '合同审核和机房巡检两件事有了规矩。问题是支委会人手少，宣传委员一人管两摊，党员学习笔记检查只做了一次。',
  ZB03: '三个小组都能单独开起来，案卷评查扣分降了一半。问题是片区远的党员参加集中学习少，小组会记录写得简单。',
  ZB04: '客户意见当月答复，山区老年经营者订货有党员帮。问题是主题党日临时改过一次时间，年轻党员的帮带没有写清楚责任人。',
  ZB05: '行车和消防没有出事，困难职工走访了两轮。问题是送货员凑不齐，有两次支委会改了时间，缺勤的同志没有当面谈。',
  ZB06: '走访住院和高龄老同志二十六人次，社区宣讲四场。问题是行动不便的同志学习跟不上，换届准备抓得晚。',
  ZB07: '样本户报数和货款结算的差错都降了。问题是信息采集抽查不够，有一名同志外出失联发现得迟。',
  ZB08: '两个烟站轮流做东，收购排队时间短了一半。问题是没有专职党务人员，材料攒到月底才补。'
}

/** What the committee of a branch tells at 民主评议党员 of its year. */
export const accountOf = (code: BranchCode, year: number): string => `${year}年度支部工作报告如下。${accounts[code]}`
