/** Organisations, people and posts of the sample office. Names, numbers and units are invented; ID numbers have valid check characters. */

export type SamplePerson = {
  branch: string
  name: string
  post: string | null
  category: '正式党员' | '预备党员' | '入党积极分子'
  row: Record<string, string | number | null>
}

/** A small generator of even numbers with a seed (mulberry32): the same sample on every machine. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4294967296) * below)
  }
}

export const branches = [
  { code: 'ZB01', name: '机关第一党支部', count: 18, groups: ['XZ0101', 'XZ0102'], themeDay: 15 },
  { code: 'ZB02', name: '机关第二党支部', count: 15, groups: [], themeDay: 12 },
  { code: 'ZB03', name: '专卖管理党支部', count: 21, groups: ['XZ0301', 'XZ0302', 'XZ0303'], themeDay: 10 },
  { code: 'ZB04', name: '营销中心党支部', count: 17, groups: [], themeDay: 18 },
  { code: 'ZB05', name: '物流配送党支部', count: 9, groups: [], themeDay: 20 },
  { code: 'ZB06', name: '离退休党支部', count: 6, groups: [], themeDay: 8 }
] as const

const groupNames = ['第一党小组', '第二党小组', '第三党小组']

export const organisationRows: Record<string, string | number | null>[] = [
  { 编码: 'DZZ01', 名称: '中共云溪县烟草专卖局总支部委员会', 简称: '云溪县烟草专卖局党总支', 类别: '党总支', 成立日期: '2009-06-18', 本届选举日期: '2025-03-25', 任期年数: 3 },
  ...branches.flatMap((branch) => [
    {
      编码: branch.code,
      名称: `中共云溪县烟草专卖局${branch.name.replace('党支部', '支部')}委员会`.replace('离退休支部委员会', '离退休支部'),
      简称: branch.name,
      类别: '党支部',
      上级编码: 'DZZ01',
      成立日期: '2012-09-01',
      本届选举日期: branch.code === 'ZB05' ? '2023-12-20' : '2025-03-25',
      任期年数: 3,
      设支委会: branch.count >= 7 ? '是' : '否',
      主题党日固定日: branch.themeDay
    },
    ...branch.groups.map((code, index) => ({
      编码: code,
      名称: `${branch.name}${groupNames[index]}`,
      简称: groupNames[index] ?? '',
      类别: '党小组',
      上级编码: branch.code
    }))
  ])
]

const fixed: Record<string, string[]> = {
  ZB01: ['周启明', '林慧', '许静', '方国栋', '郑一鸣', '丁立新', '马秀兰', '王建军', '王晓峰', '石磊', '冯雪梅', '吕志强', '李文博', '杨帆', '何丽华', '陈雨桐', '赵海涛', '高翔'],
  ZB02: ['张㛃', '李䶮', '欧阳致远', '买买提·艾力', '王伟', '王伟'],
  ZB03: ['阿依古丽·买买提', '陈𫖯', '诸葛清扬', '单永康', '解春芳']
}

const surnames = [...'赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳唐罗毕郝安常乐于时傅齐康伍余元顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文斌志远海燕春梅晓东立新宏波永康家琪雨桐思源子墨若曦']
const nations = ['汉族', '汉族', '汉族', '汉族', '彝族', '壮族', '白族', '苗族']
const schools = ['大学本科', '大学本科', '大学专科', '硕士研究生', '中专']
const jobs: Record<string, string[]> = {
  ZB01: ['办公室科员', '综合办公室文秘', '财务科科员', '人事科科员'],
  ZB02: ['审计科科员', '法规科科员', '信息中心工程师'],
  ZB03: ['专卖稽查员', '专卖内管员', '市场监管员'],
  ZB04: ['客户经理', '营销督导', '品牌经理'],
  ZB05: ['送货员', '仓储管理员', '分拣员'],
  ZB06: ['退休']
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
function citizenId(birth: string, serial: number): string {
  const body = `532699${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

const two = (value: number): string => String(value).padStart(2, '0')
const committee = ['书记', '副书记', '组织委员', '宣传委员', '纪检委员']

function personOf(pick: (below: number) => number, branch: (typeof branches)[number], index: number, serial: number): SamplePerson {
  const name =
    fixed[branch.code]?.[index] ??
    `${surnames[pick(surnames.length)]}${given[pick(given.length)]}${pick(3) === 0 ? '' : given[pick(given.length)]}`
  const retired = branch.code === 'ZB06'
  const female = /[丽芳娜敏静娟艳霞英兰红梅燕慧雪雨依]/.test(name)
  const birth = `${(retired ? 1950 : 1966) + pick(retired ? 10 : 30)}-${two(1 + pick(12))}-${two(1 + pick(28))}`
  const probationary = name === '陈雨桐' || name === '王晓峰' || (branch.code === 'ZB03' && index === 20)
  const activist = branch.code === 'ZB04' && index === 16
  const joined = name === '陈雨桐' ? '2025-11-12' : name === '王晓峰' ? '2026-03-20' : probationary ? '2026-06-20' : `${Math.max(Number(birth.slice(0, 4)) + 22, 1975) + pick(6)}-06-${two(10 + pick(18))}`
  const full = `${Number(joined.slice(0, 4)) + 1}${joined.slice(4)}`
  const size = branch.count >= 7 ? 5 : 1
  const post = index < size ? (committee[index] ?? null) : null
  const incomplete = pick(9) === 0
  const category = activist ? '入党积极分子' : probationary ? '预备党员' : '正式党员'
  return {
    branch: branch.code,
    name,
    post,
    category,
    row: {
      姓名: name,
      性别: female ? '女' : '男',
      民族: name.includes('·') ? '维吾尔族' : (nations[pick(nations.length)] ?? '汉族'),
      身份证号: citizenId(birth, serial * 2 + (female ? 0 : 1)),
      出生日期: birth,
      学历: incomplete ? null : (schools[pick(schools.length)] ?? null),
      人员类别: category,
      入党日期: activist ? null : joined,
      转正日期: category === '正式党员' ? full : null,
      组织编码: branch.code,
      党小组编码: branch.groups[index % Math.max(1, branch.groups.length)] ?? null,
      领导干部: index < 2 ? '是' : '否',
      工作单位及职务: `云溪县烟草专卖局${jobs[branch.code]?.[pick(jobs[branch.code]?.length ?? 1)] ?? ''}`,
      手机号码: incomplete && pick(2) === 0 ? null : `1380000${String(1000 + serial)}`,
      党籍状态: '正常',
      组织关系: '本支部'
    }
  }
}

export function samplePeople(): SamplePerson[] {
  const pick = seeded(20261121)
  let serial = 0
  return branches.flatMap((branch) =>
    Array.from({ length: branch.count }, (_one, index) => {
      serial += 1
      return personOf(pick, branch, index, serial)
    })
  )
}

/** Two people of one name in one branch can only be told apart by the last digits of their ID numbers. */
export function naming(people: readonly SamplePerson[], branch: string): (person: SamplePerson) => string {
  const inside = people.filter((person) => person.branch === branch)
  return (person) =>
    inside.filter((other) => other.name === person.name).length > 1
      ? `${person.name}#${String(person.row['身份证号']).slice(-4)}`
      : person.name
}

export function postRows(people: readonly SamplePerson[]): Record<string, string | number | null>[] {
  return people.flatMap((person) =>
    person.post === null
      ? []
      : [{ 组织编码: person.branch, 姓名: naming(people, person.branch)(person), 职务: person.post, 任职日期: person.branch === 'ZB05' ? '2023-12-20' : '2025-03-25', 任职方式: '选举' }]
  )
}
