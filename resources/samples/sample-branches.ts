import type { Day } from '../../shared/kernel/dates.ts'

/** A row of the ledger by its columns. */
export type Row = Record<string, string | number | null>

export const branchCodes = ['ZB01', 'ZB02', 'ZB03', 'ZB04', 'ZB05', 'ZB06', 'ZB07', 'ZB08'] as const
export type BranchCode = (typeof branchCodes)[number]

/**
 * A branch as the office founded it. `general` are the days of its four 党员大会, `life` those of its 组织生活会, `assessed` the
 * day of its 民主评议党员 of 2026 where it was held already.
 */
export type Branch = {
  code: BranchCode
  name: string
  shortName: string
  founded: Day
  elected: Day
  extended: Day | null
  themeDay: number
  committee: boolean
  groups: readonly string[]
  room: string
  groupRooms: readonly string[]
  general: readonly Day[]
  life: { last: Day; current: Day | null }
  assessed: Day | null
}

/**
 * Terms on 21 November 2026: ZB06 has run out unnoticed, ZB05 runs out in a month, ZB03 in half a year, ZB02 runs on an
 * approved extension whose year is nearly over.
 * ZB05 and ZB08 hold their last 党员大会 of the year in December.
 */
export const branches: readonly Branch[] = [
  {
    code: 'ZB01',
    name: '机关第一支部委员会',
    shortName: '机关第一党支部',
    founded: '2012-09-01',
    elected: '2025-03-25',
    extended: null,
    themeDay: 15,
    committee: true,
    groups: ['XZ0101', 'XZ0102'],
    room: '四楼党员活动室',
    groupRooms: ['四楼小会议室', '二楼综合办公室'],
    general: ['2026-03-20', '2026-05-21', '2026-08-20', '2026-11-20'],
    life: { last: '2026-01-22', current: '2026-08-13' },
    assessed: null
  },
  {
    code: 'ZB02',
    name: '机关第二支部委员会',
    shortName: '机关第二党支部',
    founded: '2012-09-01',
    elected: '2023-01-12',
    extended: '2026-12-31',
    themeDay: 12,
    committee: true,
    groups: [],
    room: '三楼会议室',
    groupRooms: [],
    general: ['2026-02-26', '2026-05-15', '2026-08-19', '2026-11-18'],
    life: { last: '2026-01-21', current: '2026-07-30' },
    assessed: '2026-11-20'
  },
  {
    code: 'ZB03',
    name: '专卖管理支部委员会',
    shortName: '专卖管理党支部',
    founded: '2012-09-01',
    elected: '2024-05-15',
    extended: null,
    themeDay: 10,
    committee: true,
    groups: ['XZ0301', 'XZ0302', 'XZ0303'],
    room: '稽查大队会议室',
    groupRooms: ['城关中队值班室', '东片区中队会议室', '内管办公室'],
    general: ['2026-03-12', '2026-06-18', '2026-09-17', '2026-11-19'],
    life: { last: '2026-01-23', current: '2026-07-24' },
    assessed: null
  },
  {
    code: 'ZB04',
    name: '营销中心支部委员会',
    shortName: '营销中心党支部',
    founded: '2012-09-01',
    elected: '2025-03-25',
    extended: null,
    themeDay: 18,
    committee: true,
    groups: ['XZ0401', 'XZ0402'],
    room: '营销中心会议室',
    groupRooms: ['城区服务部', '客户服务大厅'],
    general: ['2026-03-05', '2026-05-28', '2026-08-20', '2026-11-13'],
    life: { last: '2026-01-20', current: '2026-08-12' },
    assessed: '2026-11-17'
  },
  {
    code: 'ZB05',
    name: '物流配送支部委员会',
    shortName: '物流配送党支部',
    founded: '2014-12-10',
    elected: '2023-12-20',
    extended: null,
    themeDay: 20,
    committee: true,
    groups: [],
    room: '配送中心学习室',
    groupRooms: [],
    general: ['2026-03-19', '2026-06-11', '2026-09-10', '2026-12-04'],
    life: { last: '2026-01-27', current: null },
    assessed: null
  },
  {
    code: 'ZB06',
    name: '离退休支部委员会',
    shortName: '离退休党支部',
    founded: '2012-09-01',
    elected: '2023-09-15',
    extended: null,
    themeDay: 8,
    committee: true,
    groups: [],
    room: '老干部活动室',
    groupRooms: [],
    general: ['2026-03-17', '2026-06-16', '2026-09-22', '2026-11-10'],
    life: { last: '2026-01-14', current: '2026-07-23' },
    assessed: '2026-11-17'
  },
  {
    code: 'ZB07',
    name: '卷烟经营支部委员会',
    shortName: '卷烟经营党支部',
    founded: '2018-11-06',
    elected: '2024-11-08',
    extended: null,
    themeDay: 11,
    committee: true,
    groups: ['XZ0701', 'XZ0702'],
    room: '经营业务楼二楼会议室',
    groupRooms: ['结算室', '市场信息室'],
    general: ['2026-02-27', '2026-05-22', '2026-08-21', '2026-11-19'],
    life: { last: '2026-01-28', current: '2026-07-28' },
    assessed: '2026-11-16'
  },
  {
    code: 'ZB08',
    name: '石桥青岗联合支部',
    shortName: '石桥青岗联合党支部',
    founded: '2024-08-01',
    elected: '2024-08-15',
    extended: null,
    themeDay: 16,
    committee: false,
    groups: [],
    room: '石桥烟站会议室',
    groupRooms: [],
    general: ['2026-03-11', '2026-05-20', '2026-08-26', '2026-12-09'],
    life: { last: '2026-01-16', current: null },
    assessed: null
  }
]

export function branchOf(code: string): Branch {
  const found = branches.find((branch) => branch.code === code || branch.groups.includes(code))
  if (found === undefined) throw new Error(`no branch ${code}`)
  return found
}

const groupNames = ['第一党小组', '第二党小组', '第三党小组']

const branchRow = (branch: Branch): Row => ({
  编码: branch.code,
  名称: `中共云溪县烟草专卖局${branch.name}`,
  简称: branch.shortName,
  类别: branch.committee ? '党支部' : '联合党支部',
  上级编码: 'DW01',
  成立日期: branch.founded,
  本届选举日期: branch.elected,
  任期年数: 3,
  设支委会: branch.committee ? '是' : '否',
  主题党日固定日: branch.themeDay,
  延期批复至: branch.extended
})

const groupRow = (branch: Branch, index: number): Row => ({
  编码: branch.groups[index] ?? null,
  名称: `${branch.shortName}${groupNames[index]}`,
  简称: groupNames[index] ?? null,
  类别: '党小组',
  上级编码: branch.code
})

export const organisationRows: readonly Row[] = [
  {
    编码: 'DW01',
    名称: '中共云溪县烟草专卖局委员会',
    简称: '县局党委',
    类别: '党委',
    成立日期: '2009-06-18',
    本届选举日期: '2023-06-20',
    任期年数: 5,
    设支委会: '是'
  },
  ...branches.flatMap((branch) => [branchRow(branch), ...branch.groups.map((_code, index) => groupRow(branch, index))])
]
