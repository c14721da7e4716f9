import type { Day } from '../../shared/kernel/dates.ts'
import { type BranchCode, branches, branchOf, type Row } from './sample-branches.ts'
import { type Chance, chanceOf, oneOf } from './sample-chance.ts'
import { type Away, type Particulars, particulars, roster } from './sample-roster.ts'

/** A stay in one branch; `guest` takes part without belonging there. */
export type Spell = { branch: BranchCode; group: string | null; from: Day | null; to: Day | null; job: string }

export type SamplePerson = {
  /** Branch and name, as in the particulars. */
  key: string
  name: string
  category: '正式党员' | '预备党员' | '发展对象' | '入党积极分子' | '入党申请人'
  joined: Day | null
  full: Day | null
  standing: string
  guest: boolean
  /** Entered a second time by mistake: nobody of that name ever speaks there. */
  twin: boolean
  away: Away | null
  spells: readonly Spell[]
  /** What is the same in every row of the person. */
  facts: Row
}

const jobs: Record<BranchCode, readonly string[]> = {
  ZB01: ['办公室科员', '财务科会计', '财务科科员', '人事科科员', '后勤服务中心管理员', '机要档案员'],
  ZB02: ['审计科科员', '法规科科员', '信息中心工程师', '企业管理科科员', '纪检监察科科员'],
  ZB03: ['专卖稽查员', '专卖内管员', '市场监管员', '案件审理员', '证件管理员'],
  ZB04: ['客户经理', '营销督导', '终端建设员', '品牌经理', '订单管理员'],
  ZB05: ['送货员', '仓储管理员', '分拣员', '车辆管理员', '设备维修员'],
  ZB06: ['退休'],
  ZB07: ['市场信息员', '货款结算员', '品牌培育员', '计划分析员', '统计员'],
  ZB08: ['烟技员', '验级员']
}
const nations = ['汉族', '汉族', '汉族', '汉族', '汉族', '彝族', '壮族', '白族', '苗族']

function educationOf(pick: Chance, year: number): string {
  if (year >= 1988) return oneOf(pick, ['大学本科', '大学本科', '大学本科', '硕士研究生'])
  if (year >= 1970) return oneOf(pick, ['大学本科', '大学本科', '大学专科', '大学专科', '中专'])
  return oneOf(pick, ['大学专科', '中专', '普通高中'])
}

const two = (value: number): string => String(value).padStart(2, '0')

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number with a valid check character (GB 11643) of a county code that was never given out. */
function citizenIdOf(birth: Day, serial: number): string {
  const body = `532699${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

type Entry = { key: string; name: string; sex: string; year: number; branch: BranchCode; index: number }

function entriesOf(branch: BranchCode): Entry[] {
  const seen = new Map<string, number>()
  return roster[branch].split(/\s+/).map((word, index) => {
    const [, name = '', sex = '', year = ''] = /^(.+)([男女])(\d{4})$/.exec(word) ?? []
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { key: `${branch} ${name}${count > 1 ? count : ''}`, name, sex, year: Number(year), branch, index }
  })
}

const birthOf = ({ key, year }: Pick<Entry, 'key' | 'year'>): Day => {
  const pick = chanceOf(`born ${key}`)
  return `${year}-${two(1 + pick(12))}-${two(1 + pick(28))}`
}

/** A day of joining that fits the age, and the end of the probationary year. */
function admissionOf(entry: Entry, own: Particulars): { joined: Day | null; full: Day | null } {
  if (own.category === '预备党员') return { joined: own.joined ?? null, full: null }
  if (own.category !== undefined) return { joined: null, full: null }
  const pick = chanceOf(`joined ${own.sameAs ?? entry.key}`)
  const when = Math.min(Math.max(entry.year + 21 + pick(9), 1970), 2023)
  const day = oneOf(pick, ['05-20', '06-18', '06-25', '07-01', '09-16', '11-10', '12-08'])
  const joined = own.joined ?? `${when}-${day}`
  return { joined, full: own.full ?? `${Number(joined.slice(0, 4)) + 1}${joined.slice(4)}` }
}

function factsOf(pick: Chance, entry: Entry, own: Particulars): Row {
  const birth = birthOf(own.sameAs === undefined ? entry : { key: own.sameAs, year: entry.year })
  const place = branches.findIndex(({ code }) => code === entry.branch) * 50 + entry.index
  const facts: Row = {
    姓名: entry.name,
    性别: entry.sex,
    民族: own.nation ?? particulars[own.sameAs ?? '']?.nation ?? oneOf(pick, nations),
    身份证号: citizenIdOf(birth, place * 2 + (entry.sex === '男' ? 1 : 2)),
    出生日期: birth,
    学历: educationOf(pick, entry.year),
    领导干部: own.leader ? '是' : '否',
    手机号码: `1380000${1000 + place}`,
    备注: own.note ?? null
  }
  for (const column of own.lacks ?? []) facts[column] = null
  return facts
}

const employer = (branch: BranchCode, job: string): string =>
  job === '退休' || branch === 'ZB08' ? job : `云溪县烟草专卖局${job}`

function personOf(entry: Entry): SamplePerson {
  const own = particulars[entry.key] ?? {}
  const pick = chanceOf(entry.key)
  const { branch, index } = entry
  const { groups } = branchOf(branch)
  const party = own.category === undefined || own.category === '预备党员'
  const group = party ? (groups[index % Math.max(1, groups.length)] ?? null) : null
  const job = employer(branch, own.job ?? oneOf(pick, jobs[branch]))
  const first = { branch, group, from: own.from ?? null, to: own.to ?? null, job }
  const { moved } = own
  const next = moved && { ...moved, group: moved.group ?? null, to: null, job: employer(moved.branch, moved.job) }
  return {
    key: entry.key,
    name: entry.name,
    category: own.category ?? '正式党员',
    ...admissionOf(entry, own),
    standing: own.standing ?? '正常',
    guest: own.guest === true,
    twin: own.sameAs !== undefined,
    away: own.away ?? null,
    spells: next ? [first, next] : [first],
    facts: factsOf(pick, entry, own)
  }
}

/** Everybody of the office, branch by branch, in the order of the roster. */
export const samplePeople = (): SamplePerson[] => branches.flatMap(({ code }) => entriesOf(code).map(personOf))

function rowOf(person: SamplePerson, spell: Spell): Row {
  const job = particulars[person.key]?.lacks?.includes('工作单位及职务') ? null : spell.job
  return {
    ...person.facts,
    人员类别: person.category,
    入党日期: person.joined,
    转正日期: person.full,
    组织编码: spell.branch,
    党小组编码: spell.group,
    工作单位及职务: job,
    党籍状态: person.standing,
    组织关系: person.guest ? '仅参加组织生活' : '本支部',
    转入日期: spell.from,
    转出日期: spell.to
  }
}

/** Rows of 党员: one for each spell, under the branch of the spell. */
export const memberRows = (people: readonly SamplePerson[]): Row[] =>
  branches.flatMap(({ code }) =>
    people.flatMap((person) =>
      person.spells.filter(({ branch }) => branch === code).map((spell) => rowOf(person, spell))
    )
  )
