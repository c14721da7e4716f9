import { branches, type BranchCode, type Row } from './sample-branches.ts'
import { chanceOf, oneOf } from './sample-chance.ts'

/** What a branch may say of an item it marks itself: points, a note, where the proof is, and the day of it. */
type Claim = readonly [points: number, note: string, evidence: string, day: string]

type MarkedItem = { item: string; claims: readonly Claim[]; none?: readonly BranchCode[]; why?: string }

/** Items the program has no records of (workbook.md), and those judged by hand. */
const items: readonly MarkedItem[] = [
  {
    item: 'C4',
    claims: [
      [3, '前十个月党费按月交齐，没有代交。', '党费台账第1至10页', '2026-10-30'],
      [2.9, '有两个人月晚交，次月初补齐，没有连续欠交。', '党费台账、补交登记', '2026-10-30']
    ]
  },
  {
    item: 'C7',
    claims: [[3, '今年发展工作每一步都有会议记录和上级批复，没有超期。', '发展党员档案', '2026-11-10']],
    none: ['ZB05', 'ZB06'],
    why: '本年度没有发展党员。'
  },
  {
    item: 'C8',
    claims: [
      [1, '积极分子每半年考察一次，意见写在考察登记表上。', '积极分子考察登记表', '2026-06-25'],
      [0.5, '上半年按时考察，下半年的考察到年底前完成。', '积极分子考察登记表', '2026-06-26']
    ],
    none: ['ZB01', 'ZB02', 'ZB06'],
    why: '本支部现在没有入党积极分子。'
  },
  {
    item: 'C10',
    claims: [[1, '思想状况分析上半年、下半年各一次，困难党员节前走访。', '思想状况分析报告、走访登记', '2026-07-03']]
  },
  {
    item: 'E4',
    claims: [
      [1, '党员每人一条岗位承诺，半年公示一次结果。', '承诺践诺公示栏照片', '2026-07-06'],
      [0.9, '承诺书全部签了，长期请假的同志没有公示结果。', '承诺书、公示栏照片', '2026-07-08']
    ]
  },
  {
    item: 'E5',
    claims: [
      [1.5, '前三个季度按时公示，第四季度的年底公示。', '积分公示表', '2026-10-12'],
      [1, '第二季度的公示晚了半个月，按少一次计。', '积分公示表', '2026-10-14']
    ]
  },
  { item: 'F1', claims: [[2, '活动室固定，投影、书架、桌椅齐全。', '活动场所照片', '2026-05-12']] },
  { item: 'F4', claims: [[1, '规定书目每人一套，报刊按季登记借阅。', '图书登记册', '2026-04-15']] },
  {
    item: 'G1',
    claims: [
      [2, '每名党员联系两户以上群众或客户，名单张贴。', '党员联系群众登记表', '2026-03-30'],
      [1.8, '新转入的同志还没有分到联系户。', '党员联系群众登记表', '2026-03-31']
    ]
  },
  {
    item: 'G2',
    claims: [
      [2, '年初列的实事都办完，结果在党员大会上通报过。', '办实事清单和办结说明', '2026-10-28'],
      [1.6, '五件办结四件，还有一件要等施工。', '办实事清单和办结说明', '2026-10-28']
    ]
  },
  {
    item: 'G3',
    claims: [
      [2, '人均志愿服务四次以上，按活动签到统计。', '志愿服务登记表', '2026-10-25'],
      [1.5, '人均三次，驻外和轮班的同志次数少。', '志愿服务登记表', '2026-10-25']
    ]
  },
  { item: 'G4', claims: [[1, '收到的意见都答复了本人，最长的用了九天。', '意见办理登记', '2026-10-29']] },
  { item: 'G5', claims: [[1, '党员和群众代表测评，满意和基本满意九成以上。', '满意度问卷汇总', '2026-09-28']] },
  {
    item: 'H5',
    claims: [
      [1.5, '责任清单年初下达，三个季度都更新过。', '责任清单及更新记录', '2026-10-09'],
      [1, '第三季度没有更新，十月补上。', '责任清单及更新记录', '2026-10-20']
    ]
  }
]

function rowOf(code: BranchCode, { item, claims, none = [], why = '' }: MarkedItem): Row {
  const place = { 组织编码: code, 年度: 2026, 项目编号: item }
  if (none.includes(code)) return { ...place, 说明: why, 不适用: '是' }
  const [points, note, evidence, day] = oneOf(chanceOf(`mark ${code} ${item}`), claims)
  return { ...place, 得分: points, 说明: note, 证据: evidence, 发生日期: day, 不适用: '否' }
}

/** One branch has not begun to write up its last items. */
const behind = (code: BranchCode, item: string): boolean => code === 'ZB08' && /^[GH]/.test(item)

/** Rows of 清单自评. */
export const markRows: readonly Row[] = branches.flatMap(({ code }) =>
  items.filter(({ item }) => !behind(code, item)).map((item) => rowOf(code, item))
)
