import { negativeIds } from '../../shared/features/appraisal/appraisal.ts'
import { type DemoDesk, demoYear } from './demo-desk.ts'

type Words = { name: string; summary: string; duty?: string; answered: number }

/** What each cadre of the branch wrote; the last has not come to his list of negative matters. */
const cadres: readonly Words[] = [
  {
    name: '周启明',
    summary:
      '一年来主持办公室和支部工作。牵头修订公文办理流程，平均办理时间从四个工作日减到两个半。支部会议按月召开，党员大会每季度一次，会后任务由我逐件核对。\n' +
      '不足：到基层站点的次数比计划少四次；同年轻党员谈得不够，有两名党员是到下半年才谈到的。\n' +
      '打算：明年每月到一个站点，谈话安排在上半年谈完一遍。',
    duty:
      '现将本年度履行支部书记职责的情况报告如下。\n' +
      '一、抓组织生活。支部委员会按月研究，党员大会按季召开，组织生活会查出的问题都列了责任人和期限。\n' +
      '二、抓党员教育。全年讲党课一次，主题党日固定在每月十五日，党员集中培训由组织委员登记学时。\n' +
      '三、抓问题整改。上级检查指出的会议记录过简，八月起改为每人发言记要点，第四季度抽查没有再发现。\n' +
      '四、存在的问题。谈心谈话起步晚，个别会后任务超过期限；明年把谈话安排到月，任务到期前一周由我提醒。',
    answered: negativeIds.length
  },
  {
    name: '林慧',
    summary:
      '分管人事科，兼任支部副书记。完成岗位聘任和职称申报两项工作，没有发生申诉。负责支部台账，全年会议记录三日内写成。\n' +
      '不足：业务制度的学习偏少，对两个新下发的办法吃得不透。\n打算：把新办法作为支部学习的专题，自己先讲一次。',
    answered: negativeIds.length
  },
  {
    name: '方国栋',
    summary:
      '负责财务科，担任宣传委员。完成年度预算执行和固定资产清查，清查出的差异已经处理。组织支部学习八次，撰写信息六篇。\n' +
      '不足：会后任务有两件超过期限。\n打算：任务收到当天排进工作清单。',
    answered: 3
  }
]

/** The appraisal of the cadres of one branch, as far as it would be in November. */
export async function fillAppraisals({ call, organisation, member }: DemoDesk): Promise<void> {
  const { id } = await call.appraisal.begin({ organisationId: organisation('ZB01'), year: demoYear })
  for (const { name, summary, duty, answered } of cadres) {
    const negatives = negativeIds.slice(0, answered).map((item) => ({ item, found: false, note: null }))
    const text = { summary, negatives, ...(duty === undefined ? {} : { duty }) }
    await call.appraisal.saveEntry({ id, change: { memberId: member('ZB01', name).id, text } })
  }
}
