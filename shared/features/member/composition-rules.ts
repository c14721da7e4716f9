import { type Day, partsOf } from '../../kernel/dates.ts'
import type { PartyMember } from './member-rules.ts'

/** One way of counting the members of an organisation: the name of the fact, and how many there are of each. */
export type Composition = { fact: string; counts: { name: string; count: number }[] }

/** What stands where a fact was never recorded: it is counted, not left out. */
export const unrecorded = '未登记'

/** Whole years from a day to another one. */
export function yearsBetween(from: Day, to: Day): number {
  const [start, end] = [partsOf(from), partsOf(to)]
  const reached = end.month > start.month || (end.month === start.month && end.day >= start.day)
  return end.year - start.year - (reached ? 0 : 1)
}

const bandOf = (years: number, bands: readonly (readonly [least: number, name: string])[]): string =>
  bands.findLast(([least]) => years >= least)?.[1] ?? unrecorded

const ageBands = [
  [0, '35岁及以下'],
  [36, '36—45岁'],
  [46, '46—55岁'],
  [56, '56岁及以上']
] as const

const standingBands = [
  [0, '不满10年'],
  [10, '10—19年'],
  [20, '20—29年'],
  [30, '30年及以上']
] as const

/** 党龄 has not begun yet. */
const probation = '预备期'

/** 学历 as people write it, brought to the five lines of the yearly statistics; the first that fits counts. */
const educations = [
  ['研究生', /研究生|硕士|博士/u],
  ['大学专科', /专科|大专/u],
  ['大学本科', /本科|大学/u],
  ['中专和高中', /中专|高中|中技|职高|技校/u],
  ['初中及以下', /初中|小学/u]
] as const

const educationOf = (text: string | null): string =>
  educations.find(([, pattern]) => text !== null && pattern.test(text))?.[0] ?? unrecorded

const educationOrder = ['研究生', '大学本科', '大学专科', '中专和高中', '初中及以下', unrecorded]

type Fact = { fact: string; names: readonly string[]; of: (person: PartyMember, today: Day) => string }

const facts: readonly Fact[] = [
  { fact: '人员类别', names: ['正式党员', '预备党员'], of: ({ category }) => category },
  { fact: '性别', names: ['男', '女'], of: ({ member }) => member.sex },
  {
    fact: '民族',
    names: ['汉族', '少数民族', unrecorded],
    of: ({ member: { nation } }) => (nation === null ? unrecorded : /^汉族?$/u.test(nation) ? '汉族' : '少数民族')
  },
  {
    fact: '年龄',
    names: [...ageBands.map(([, name]) => name), unrecorded],
    of: ({ member: { bornOn } }, today) =>
      bornOn === null ? unrecorded : bandOf(yearsBetween(bornOn, today), ageBands)
  },
  { fact: '学历', names: educationOrder, of: ({ member }) => educationOf(member.education) },
  {
    fact: '党龄',
    names: [probation, ...standingBands.map(([, name]) => name), unrecorded],
    of: ({ category, member: { fullOn } }, today) => {
      if (category === '预备党员') return probation
      return fullOn === null ? unrecorded : bandOf(yearsBetween(fullOn, today), standingBands)
    }
  }
]

/**
 * How the party members of a day are made up, fact by fact, in a fixed order. 党龄 counts from the day
 * of 转正 (R3-33). Those who only take part in the life of the branch are counted where their 组织关系 is. 未登记 and 预备期
 * are left out where there is nobody.
 */
export function compositionOf(people: readonly PartyMember[], today: Day): Composition[] {
  const own = people.filter((person) => person.own)
  return facts.map(({ fact, names, of }) => {
    const groups = Map.groupBy(own, (person) => of(person, today))
    const counts = names.map((name) => ({ name, count: groups.get(name)?.length ?? 0 }))
    return {
      fact,
      counts: counts.filter(({ name, count }) => (name !== unrecorded && name !== probation) || count > 0)
    }
  })
}

/** 正式 and 预备 of each branch, in the order of the branches. */
export type BranchCount = { branch: string; full: number; probationary: number }

export const branchCounts = (
  branches: readonly { id: string; label: string }[],
  people: readonly PartyMember[]
): BranchCount[] => {
  const byBranch = Map.groupBy(
    people.filter((person) => person.own),
    ({ organisationId }) => organisationId
  )
  return branches.map(({ id, label }) => {
    const here = byBranch.get(id) ?? []
    const full = here.filter(({ category }) => category === '正式党员').length
    return { branch: label, full, probationary: here.length - full }
  })
}
