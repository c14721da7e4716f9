import { z } from 'zod'
import { within, type Day } from '../../kernel/dates.ts'
import { daySchema } from '../organisation/organisation.ts'

/** 人员类别 (rules.md §11.2), matched by name, never by number. */
export const memberCategories = ['正式党员', '预备党员', '发展对象', '入党积极分子', '入党申请人'] as const
export type MemberCategory = (typeof memberCategories)[number]

/** 党籍状态. All but 正常 take a person out of the expected and the eligible (decisions.md). */
export const memberStandings = ['正常', '停止党籍', '已转出', '除名', '劝退', '开除', '死亡'] as const

/** 组织关系: 仅参加组织生活 is shown, and counted in none of 应到 and 有表决权 (R1-32). */
export const affiliations = ['本支部', '仅参加组织生活'] as const

/** 增加方式 and 减少方式 of a spell, matched by name (product.md). */
export const entryWays = ['原有', '新发展', '转入', '恢复'] as const
export const exitWays = ['转出', '去世', '停止党籍', '除名', '劝退', '开除', '其他'] as const

/**
 * A spell in one organisation. `from` (转入日期) counts from that day; `to` (转出日期) is the last day inside.
 * `entryWay` and `exitWay` say how it began and ended, `cameFrom` and `wentTo` name the organisation outside this store.
 * `statedPosts` is 党内职务 as the roster states it: used, all year, only where the organisation has no dated posts.
 */
export const membershipSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  groupId: z.string().nullable(),
  affiliation: z.enum(affiliations),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  entryWay: z.enum(entryWays).nullable(),
  exitWay: z.enum(exitWays).nullable(),
  cameFrom: z.string().max(100, '从何处转来不超过 100 个字').nullable(),
  wentTo: z.string().max(100, '转往何处不超过 100 个字').nullable(),
  statedPosts: z.array(z.string())
})
export type Membership = z.infer<typeof membershipSchema>

/** A spell of which nothing is known but where. */
export const blankSpell: Omit<Membership, 'id' | 'organisationId'> = {
  groupId: null,
  affiliation: '本支部',
  from: null,
  to: null,
  entryWay: null,
  exitWay: null,
  cameFrom: null,
  wentTo: null,
  statedPosts: []
}

/**
 * A person on the roster, with all spells in organisations of this store (oldest first).
 * `citizenId` is tidied, 18 characters, unique. `joinedOn` 入党日期, `fullOn` 转正日期. `leader` 领导干部 (R1-19).
 * `degree` 学位, `landline` 固定电话, `honours` 奖惩, `hardship` 困难情况.
 */
export const memberSchema = z.object({
  id: z.string(),
  name: z.string().min(1, '姓名不能为空').max(50, '姓名不超过 50 个字'),
  sex: z.enum(['男', '女']),
  nation: z.string().max(20).nullable(),
  citizenId: z.string().nullable(),
  bornOn: daySchema.nullable(),
  education: z.string().max(40).nullable(),
  degree: z.string().max(40).nullable(),
  category: z.enum(memberCategories),
  joinedOn: daySchema.nullable(),
  fullOn: daySchema.nullable(),
  leader: z.boolean(),
  job: z.string().max(200).nullable(),
  phone: z.string().max(40).nullable(),
  landline: z.string().max(40).nullable(),
  address: z.string().max(200).nullable(),
  honours: z.string().max(2000).nullable(),
  hardship: z.string().max(2000).nullable(),
  standing: z.enum(memberStandings),
  note: z.string().max(2000).nullable(),
  memberships: z.array(membershipSchema).min(1)
})
export type Member = z.infer<typeof memberSchema>

/** A person of whom nothing is known but who. */
export const blankPerson: Omit<Member, 'id' | 'name' | 'sex' | 'memberships'> = {
  nation: null,
  citizenId: null,
  bornOn: null,
  education: null,
  degree: null,
  category: '正式党员',
  joinedOn: null,
  fullOn: null,
  leader: false,
  job: null,
  phone: null,
  landline: null,
  address: null,
  honours: null,
  hardship: null,
  standing: '正常',
  note: null
}

/** The spell in `organisationId` (as branch or as group) that covers `day`, or null. */
export function membershipOn(member: Pick<Member, 'memberships'>, organisationId: string, day: Day): Membership | null {
  return (
    member.memberships.find(
      (spell) =>
        (spell.organisationId === organisationId || spell.groupId === organisationId) &&
        within(day, spell.from, spell.to)
    ) ?? null
  )
}

/**
 * 正式党员, 预备党员 or neither on a day. 入党日期 and 转正日期 count from the next day on (decisions.md: `date > 转正日期`).
 * Without dates the category stands as it is.
 */
export function categoryOn(member: Pick<Member, 'category' | 'joinedOn' | 'fullOn'>, day: Day): MemberCategory | null {
  if (member.category !== '正式党员' && member.category !== '预备党员') return member.category
  if (member.joinedOn !== null && day <= member.joinedOn) return null
  if (member.category === '正式党员' && member.fullOn !== null && day <= member.fullOn) return '预备党员'
  return member.category
}
