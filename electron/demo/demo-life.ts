import { blankLife, type Life } from '../../shared/features/life/life.ts'
import { allRectifications } from '../features/rectification/rectification-repository.ts'
import { type DemoDesk, demoYear } from './demo-desk.ts'

/** The steps of one 组织生活会 that its minutes do not hold; people by the names they have in their branch. */
type LifeWords = {
  number: string
  theme: string
  scheme: string
  reportedOn: string
  studies: Life['studies']
  opinions: Life['opinions']
  examination: string
  outlines: readonly (readonly [who: string, text: string])[]
  criticisms: readonly (readonly [critic: string, target: string, text: string, answer: string])[]
  report: string | null
}

const lives: readonly LifeWords[] = [
  {
    number: 'ZB01-SH2026',
    theme: '查短板、补弱项，把机关服务做到一线去',
    scheme:
      '一、时间：8月13日上午，四楼党员活动室。\n二、会前：7月下旬学习三次，征求意见到各科室和两个党小组，书记同委员、委员同党员谈心，班子和个人写出对照检查材料。\n三、会上：班子先查，个人逐一发言，互相批评。\n四、会后：一周内列出问题清单，明确措施、责任人和时限，向党员通报。',
    reportedOn: '2026-07-20',
    studies: [
      { on: '2026-07-21', content: '党章总纲和党支部工作条例第四章' },
      { on: '2026-07-28', content: '党员教育管理工作条例；上半年党建督查通报' },
      { on: '2026-08-04', content: '各党小组围绕“服务一线差在哪里”讨论' }
    ],
    opinions: [
      { from: '第一党小组', about: '支部班子', text: '会议通知常常前一天才发，请提前三天。' },
      { from: '第二党小组', about: '支部班子', text: '报销退单的理由能不能一次说全，不要来回跑三趟。' },
      { from: '专卖管理党支部党员', about: '周启明', text: '到片区次数少，材料要得急，不了解我们下乡的时间。' },
      { from: '窗口人员', about: '方国栋', text: '每月25日以后付款排队长，建议早几天提醒。' },
      { from: '年轻科员', about: '林慧', text: '希望谈话时多讲讲怎么干，少讲道理。' }
    ],
    examination:
      '一、主要问题\n（一）联系一线不够。班子成员上半年到片区和烟站共九次，其中四次是陪同检查，坐下来听意见的只有三次。\n（二）谈心谈话前松后紧。到六月底委员同党员谈了十一人，还有近四成没有谈到。\n（三）任务交办后回头看少。会后任务有三项拖过期限，最长的拖了二十四天。\n二、原因\n把办文办会当成全部，习惯坐在办公室里等情况；分工写了，没有按月对账。\n三、整改打算\n每名委员每季度到一线两次，带回问题两周内答复；谈话按月排定；任务期限前三天提醒。',
    outlines: [
      ['周启明', '我抓得最松的是回头看。有两项任务是我交办后没有过问才拖下来的，今后每周一对一次账。'],
      ['林慧', '谈话安排晚，是我排计划时想等人齐。下半年按月排，谈一个记一个。'],
      ['许静', '记录当天写完做到了，任务提醒没有做到，今后期限前三天发。'],
      ['方国栋', '付款集中在月底，我只讲制度不讲办法。已经把常见退单原因写成一页。'],
      ['郑一鸣', '节前提醒做了，平时提醒少，对小事不够敏感。']
    ],
    criticisms: [
      ['林慧', '周启明', '交办任务时说得快，期限不写在纸上，下面只好猜。', '这条我认，以后交办当场写明期限。'],
      ['方国栋', '林慧', '谈话记录写得工整，问题写得轻，看不出谁该改什么。', '接受，下次把具体的事写上。'],
      ['许静', '方国栋', '退单的态度有时生硬，基层同志怕去财务科。', '我改，先说怎么办，再说不行。'],
      ['郑一鸣', '许静', '催材料催得紧，自己该发的提醒却晚了两次。', '是我的疏忽，已经设了提醒。'],
      ['周启明', '郑一鸣', '发现苗头要早说，不要等到会上。', '以后发现当天就说。']
    ],
    report:
      '8月13日召开组织生活会，应到党员十八人。会前学习三次，征求意见五条，谈心谈话覆盖班子和党员。会上班子查摆问题三条，开展批评五人次。会后列出整改事项三条，都明确了责任人和时限，已向党员通报。'
  },
  {
    number: 'ZB03-SH2026',
    theme: '对照先进找差距，把案件办扎实、把队伍带过硬',
    scheme:
      '一、7月24日在稽查大队会议室召开。\n二、会前三个小组分别学习、提意见，中队长以上党员同组员谈一次。\n三、会上先由班子对照先进支部查差距，再逐人发言。\n四、会后列清单，九月底前对账。',
    reportedOn: '2026-07-06',
    studies: [
      { on: '2026-07-08', content: '全州系统先进党支部事迹材料' },
      { on: '2026-07-15', content: '行政处罚程序规定与案卷评查通报' }
    ],
    opinions: [
      { from: '城关中队', about: '支部班子', text: '夜间巡查排班不均，东片区去得多，城关去得少。' },
      { from: '零售户代表', about: '稽查队员', text: '检查时话说得硬，能不能先亮证再说事。' },
      { from: '第三党小组', about: '陈𫖯', text: '案件讨论时催得急，年轻队员不敢讲不同意见。' }
    ],
    examination:
      '对照先进支部，差距有四条：案卷质量靠返工，笔录时间写得粗；片区远的党员学习参加少；小组会记录简单，有一个小组八月排不出时间；对新队员只教办案，不教群众工作。原因是重办案、轻组织，班子分片以后各管各的。下半年每月送学到片区一次，笔录每周互查两份。',
    outlines: [
      ['阿依古丽·买买提', '我分管两年，下片区开会只有四次，情况听汇报多，自己看少。'],
      ['陈𫖯', '我脾气急，催案子不听人说完，已经同两名年轻队员当面谈过。'],
      ['诸葛清扬', '学时登记攒到季度末，有人漏了没有及时发现。']
    ],
    criticisms: [
      ['诸葛清扬', '陈𫖯', '讨论案件不要先下结论，先让经办人讲完。', '接受，下次请经办人先讲。'],
      ['陈𫖯', '诸葛清扬', '学习安排撞上夜间巡查两次，排之前先对一下班表。', '以后先看班表再定。'],
      ['单永康', '阿依古丽·买买提', '班子会少，几件事在微信里定，缺一个正式的讨论。', '说得对，重要的事一律上支委会。']
    ],
    report: null
  },
  {
    number: 'ZB07-SH2026',
    theme: '纪律规矩再对照，把数据采实、把账结清',
    scheme: '7月28日召开。会前每名党员写一页对照提纲，小组互提意见；会上先班子后个人；会后问题清单公布在学习园地。',
    reportedOn: '2026-07-14',
    studies: [{ on: '2026-07-16', content: '纪律处分条例中与岗位有关的条款' }],
    opinions: [{ from: '样本户', about: '信息员', text: '报数时间总变，请固定在每周三。' }],
    examination: '班子查摆两条：信息采集抽查不够，有人图省事照抄；对外出党员的联系断过半年，发现得迟。',
    outlines: [['方志远', '数据不实的苗头我看见过，没有当场较真，责任在我。']],
    criticisms: [['汪海波', '方志远', '业务会开得多，支部的事压到最后十分钟。', '以后支部的事单独开会。']],
    report: null
  }
]

/** What the meeting found wanting hangs on the meeting; the workbook could only name it. */
async function linkProblems({ call, store }: DemoDesk, meetingId: string, home: string): Promise<void> {
  const named = store()
    .read(allRectifications)
    .filter(({ organisationId, source }) => organisationId === home && source === `${demoYear}年专题组织生活会`)
  for (const one of named) await call.rectification.save({ ...one, meetingId, source: null })
}

/** The eight steps of three 组织生活会: one complete, two with something left to write. */
export async function fillLife(desk: DemoDesk): Promise<void> {
  const { call, meeting, person, organisation } = desk
  for (const { number, outlines, criticisms, ...words } of lives) {
    const code = number.slice(0, 4)
    const { id } = meeting(number)
    const who = (name: string) => person(`${code} ${name}`)
    await call.life.save({
      ...{ ...blankLife(id), ...words, reportedTo: '县局党委' },
      outlines: outlines.map(([name, text]) => ({ person: who(name), text })),
      criticisms: criticisms.map(([critic, target, text, answer]) => ({
        ...{ critic: who(critic), target: who(target), text, answer }
      }))
    })
    await linkProblems(desk, id, organisation(code))
  }
}
