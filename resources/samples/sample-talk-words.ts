import type { BranchCode } from './sample-branches.ts'

/** What comes of a talk: what somebody asks for, and what is done about it. */
export type Request = { says: string; task: string }

/** Sentences of 谈话要点 and what follows, with the slots of sample-voices.ts. */
export type TalkWords = {
  thought: readonly string[]
  work: readonly string[]
  study: readonly string[]
  life: readonly string[]
  style: readonly string[]
  opinions: readonly Request[]
  difficulties: readonly Request[]
  faults: readonly string[]
  attitudes: readonly string[]
}

const working: TalkWords = {
  thought: [
    '对岗位调整以后的分工想得通，愿意把{work}接下来。',
    '说自己入党多年，最怕的是只做熟练活、不想新问题。',
    '对绩效分配有过想法，说开了以后没有疙瘩。',
    '认为支部今年的事比去年有条理，参加活动心里有数。',
    '担心年龄大了学不会新系统，谈过以后愿意试着学。'
  ],
  work: [
    '{work}上半年任务过半，难点在{site}，人手排不开。',
    '同{who}配合得顺，偶尔因为交接不清返工。',
    '手上的{work}已经理出清单，每周对一次。',
    '反映{work}的要求一年一变，希望早一点告诉大家。',
    '去{site}的次数比去年多，掌握的情况比过去实。'
  ],
  study: [
    '党章和条例通读过一遍，笔记记到第三章。',
    '集中学习参加了，自学坚持得不好，准备每周固定一个晚上。',
    '喜欢听案例，建议少念文件，多讲{work}里的真事。',
    '学习平台积分不低，自己承认有的只是点开，没有看进去。'
  ],
  life: [
    '父母年纪大，周末要回老家照看，平时不影响工作。',
    '孩子今年上小学，接送同爱人轮着来。',
    '身体还好，体检有两项偏高，已经复查。',
    '住得远，早班要提前一个小时出门。'
  ],
  style: [
    '说话直，有时让人下不来台，自己也意识到了。',
    '做事细，交办的事有回音。',
    '能按规矩办，同业务对象没有不当来往。',
    '在会上说得少，会后意见多，愿意改。'
  ],
  opinions: [
    { says: '建议主题党日避开月底结账的两天。', task: '排定下半年主题党日日期时避开月底两天' },
    { says: '建议把会议通知提前三天发出，{who}好调班。', task: '会议通知改为提前三天发出' },
    { says: '希望支部活动多到{site}去，少坐在会议室。', task: '在活动计划里增加到现场开展的活动' },
    { says: '建议学习资料统一存一处，补课的人找得到。', task: '建立学习资料共用文件夹' },
    { says: '希望把上次提的意见办得怎么样说给大家听。', task: '在党员大会上通报意见办理情况' }
  ],
  difficulties: [
    { says: '{site}的照明不好，晚上{work}不安全。', task: '报修照明并回访' },
    { says: '新系统操作不熟，想有人带一带。', task: '安排一名年轻党员一对一带教' },
    { says: '母亲住院，近两个月要多请几天假。', task: '协调调班，支部上门看望一次' },
    { says: '存档柜不够，{work}的材料没有地方放。', task: '申请添置一组文件柜' }
  ],
  faults: [
    '指出两次学习没有补课，请在本月补上并交笔记。',
    '提醒{work}的记录要当天写，不要攒到月底。',
    '提醒同{who}说话注意方式，有理也要把话说软。'
  ],
  attitudes: ['接受提醒，月底前改好。', '表示会把谈到的两件事先办起来。', '愿意继续听大家的意见，也会主动找同志们谈。']
}

const retired: TalkWords = {
  thought: ['退下来多年，仍按时参加组织生活，想听单位的新变化。', '对待遇政策有过疑问，讲清楚以后放心了。'],
  work: ['愿意给大家讲一讲过去的经历，稿子自己先写。', '在社区当楼栋长，支部的事也常说给邻居听。'],
  study: ['眼睛不好，学习主要靠听，希望有录音。', '字大的读本看得下去，笔记记得工整。'],
  life: ['同老伴两个人住，孩子在外地，每周通一次电话。', '血压要按时吃药，走路锻炼没有断过。'],
  style: ['性子急，听完别人的话再说，自己在改。', '家风看得重，常提醒子女守规矩。'],
  opinions: [
    { says: '建议活动安排在上午，下午来回不方便。', task: '把离退休党员的活动都排在上午' },
    { says: '希望学习材料印成大字的。', task: '学习材料另印大字本' }
  ],
  difficulties: [
    { says: '腿脚不好，到活动室上楼吃力。', task: '联系一楼房间作活动室' },
    { says: '住院报销的手续不清楚，想有人帮着跑一趟。', task: '由联系人陪同办理报销手续' }
  ],
  faults: ['提醒参加活动前说一声，来不了的好上门送学。'],
  attitudes: ['感谢支部惦记，能参加的一定参加。', '愿意把意见当面说出来。']
}

/** What people of a branch say to each other; pensioners have words of their own. */
export const talkWordsOf = (code: BranchCode): TalkWords => (code === 'ZB06' ? retired : working)
