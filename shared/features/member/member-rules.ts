import { birthDateOf, isCitizenId } from '../../kernel/citizen-id.ts'
import { addDays, type Day, within, yearOf } from '../../kernel/dates.ts'
import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import type { Organisation } from '../organisation/organisation.ts'
import { holdsOn, type Post } from '../post/post.ts'
import { runsOn, type Suspension } from '../suspension/suspension.ts'
import { categoryOn, type Member, type MemberCategory, type Membership } from './member.ts'

/** A fact the roster wants and does not have: the key of its form field and its Chinese name. */
export type MissingFact = { field: keyof Member; name: string }

/** How many of the wanted facts are there; `missing` in the order of the form. */
export type Completeness = { filled: number; wanted: number; missing: MissingFact[] }

type WantedFact = MissingFact & { of?: readonly MemberCategory[] }

/** What the roster wants of a person (C1): the first four are always asked for, dates of admission only of 正式 and 预备. */
const wantedFacts: readonly WantedFact[] = [
  { field: 'name', name: '姓名' },
  { field: 'sex', name: '性别' },
  { field: 'category', name: '人员类别' },
  { field: 'memberships', name: '所在党支部' },
  { field: 'nation', name: '民族' },
  { field: 'citizenId', name: '身份证号' },
  { field: 'bornOn', name: '出生日期' },
  { field: 'education', name: '学历' },
  { field: 'job', name: '工作单位及职务' },
  { field: 'phone', name: '手机号码' },
  { field: 'joinedOn', name: '入党日期', of: ['正式党员', '预备党员'] },
  { field: 'fullOn', name: '转正日期', of: ['正式党员'] }
]

const isBlankFact = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Completeness of one person's file; a person below 正式 and 预备 needs no dates of admission. */
export function completeness(member: Member): Completeness {
  const wanted = wantedFacts.filter(({ of }) => of === undefined || of.includes(member.category))
  const missing = wanted.filter(({ field }) => isBlankFact(member[field])).map(({ field, name }) => ({ field, name }))
  return { filled: wanted.length - missing.length, wanted: wanted.length, missing }
}

/** What the roster still needs of a person, by its Chinese name. */
export const missingFields = (member: Member): string[] => completeness(member).missing.map(({ name }) => name)

/** Facts of many people together. */
export function completenessOf(members: readonly Member[]): { filled: number; wanted: number } {
  const total = { filled: 0, wanted: 0 }
  for (const member of members) {
    const { filled, wanted } = completeness(member)
    total.filled += filled
    total.wanted += wanted
  }
  return total
}

/** Whole per cent, rounded down, so that 100 means nothing is missing; null where nothing is wanted. */
export const percentOf = ({ filled, wanted }: { filled: number; wanted: number }): number | null =>
  wanted === 0 ? null : Math.floor((filled * 100) / wanted)

/**
 * A party member who counts in an organisation on a day: 正式 or 预备, in good standing, not without 党籍. `titles` are
 * those held in his branch and group; `own` is false for 仅参加组织生活, who is shown and counted nowhere (R1-32).
 */
export type PartyMember = {
  id: string
  name: string
  category: '正式党员' | '预备党员'
  organisationId: string
  groupId: string | null
  titles: string[]
  own: boolean
  member: Member
}

export type RosterRecords = {
  members: readonly Member[]
  posts: readonly Post[]
  suspensions: readonly Suspension[]
}

/** 停止党籍 counts from its spell, or all year where none is recorded; any other standing but 正常 does all year (decisions.md). */
function hasLeftParty(member: Member, own: readonly Suspension[], day: Day): boolean {
  const stopped = own.filter(({ kind }) => kind === '停止党籍')
  if (stopped.some((spell) => runsOn(spell, day))) return true
  return member.standing !== '正常' && !(member.standing === '停止党籍' && stopped.length > 0)
}

/**
 * Party members of the organisations in `scope` (branches, with or without their groups) on a day, in the order of the
 * members. Titles are the dated posts where an organisation has any at all, else what the roster states (workbook.md).
 */
export function partyMembersOn(records: RosterRecords, scope: readonly string[], day: Day): PartyMember[] {
  const wanted = new Set(scope)
  const dated = new Set(records.posts.map(({ organisationId }) => organisationId))
  const posts = Map.groupBy(records.posts, ({ memberId }) => memberId)
  const suspensions = Map.groupBy(records.suspensions, ({ memberId }) => memberId)
  return records.members.flatMap((member) => {
    const category = categoryOn(member, day)
    const spell = member.memberships.find((one) => wanted.has(one.organisationId) && within(day, one.from, one.to))
    if (spell === undefined || (category !== '正式党员' && category !== '预备党员')) return []
    if (hasLeftParty(member, suspensions.get(member.id) ?? [], day)) return []
    const { organisationId, groupId, affiliation, statedPosts } = spell
    const here = (post: Post): boolean => post.organisationId === organisationId || post.organisationId === groupId
    const held = (posts.get(member.id) ?? []).filter((post) => here(post) && holdsOn(post, day))
    const titles = [...held.map(({ title }) => title), ...(dated.has(organisationId) ? [] : statedPosts)]
    const own = affiliation === '本支部'
    return [
      { id: member.id, name: member.name, category, organisationId, groupId, titles: [...new Set(titles)], own, member }
    ]
  })
}

/** Spells oldest first; one without 转入日期 is the first. */
export const inOrder = <Spell extends { from: Day | null }>(spells: readonly Spell[]): Spell[] =>
  [...spells].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0))

/** Whether one spell goes straight on into the next: the day of moving may be in both, or be the next one. */
export const goesOn = (one: { to: Day | null }, next: { from: Day | null } | undefined): boolean =>
  next !== undefined && one.to !== null && next.from !== null && next.from >= one.to && next.from <= addDays(one.to, 1)

/** Somebody who came or left in a year. `stated` is false where the way is not on record and is read off the dates. */
export type RosterChange = {
  memberId: string
  name: string
  date: Day
  way: NonNullable<Membership['entryWay'] | Membership['exitWay']>
  place: string | null
  stated: boolean
}

/** Spells that follow each other inside the scope are one stay: moving between branches of a 党委 is no change for it. */
function staysOf(member: Member, scope: ReadonlySet<string>): { first: Membership; last: Membership }[] {
  const stays: { first: Membership; last: Membership }[] = []
  for (const spell of inOrder(member.memberships)) {
    if (!scope.has(spell.organisationId) || spell.affiliation !== '本支部') continue
    const before = stays.at(-1)
    if (before !== undefined && goesOn(before.last, spell)) before.last = spell
    else stays.push({ first: spell, last: spell })
  }
  return stays
}

const arrivalOf = (member: Member, first: Membership): Omit<RosterChange, 'memberId' | 'name'> | null => {
  const { joinedOn } = member
  const { from, entryWay, cameFrom } = first
  if (joinedOn !== null && (from === null || joinedOn > from))
    return { date: joinedOn, way: '新发展', place: null, stated: entryWay === '新发展' }
  if (from === null) return null
  const way = entryWay ?? (joinedOn === from ? '新发展' : '转入')
  return { date: from, way, place: cameFrom, stated: entryWay !== null }
}

/** How somebody left whose last stay does not say it: as his standing does (减少方式). */
export const waysOut: Partial<Record<Member['standing'], NonNullable<Membership['exitWay']>>> = {
  停止党籍: '停止党籍',
  除名: '除名',
  劝退: '劝退',
  开除: '开除',
  死亡: '去世'
}

const departureOf = (member: Member, last: Membership): Omit<RosterChange, 'memberId' | 'name'> | null => {
  const { to, exitWay, wentTo } = last
  if (to === null) return null
  const isEnd = inOrder(member.memberships).at(-1) === last
  const way = exitWay ?? (isEnd ? waysOut[member.standing] : undefined) ?? '转出'
  return { date: to, way, place: wentTo, stated: exitWay !== null }
}

/**
 * 党员增减 of the organisations in `scope` in a year, by date: who came (增加方式) and who left (减少方式). Only 正式 and
 * 预备党员; somebody already on the roster as 发展对象 comes with his 入党日期.
 */
export function changesIn(
  members: readonly Member[],
  scope: readonly string[],
  year: number
): { came: RosterChange[]; left: RosterChange[] } {
  const wanted = new Set(scope)
  const came: RosterChange[] = []
  const left: RosterChange[] = []
  for (const member of members) {
    if (member.category !== '正式党员' && member.category !== '预备党员') continue
    for (const { first, last } of staysOf(member, wanted)) {
      const arrival = arrivalOf(member, first)
      if (arrival !== null && last.to !== null && arrival.date > last.to) continue
      const departure = departureOf(member, last)
      const who = { memberId: member.id, name: member.name }
      if (arrival !== null && yearOf(arrival.date) === year) came.push({ ...who, ...arrival })
      if (departure !== null && yearOf(departure.date) === year) left.push({ ...who, ...departure })
    }
  }
  const byDate = (a: RosterChange, b: RosterChange): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)
  return { came: came.sort(byDate), left: left.sort(byDate) }
}

export type MemberProblem =
  | 'id-check-digit'
  | 'id-birth-date'
  | 'id-duplicate'
  | 'organisation-unknown'
  | 'group-unknown'
  | 'dates-reversed'
  | 'spells-overlap'

function checkIdentity(member: Member): Outcome<Member, MemberProblem> {
  const { citizenId, bornOn } = member
  if (citizenId === null) return success(member)
  if (!isCitizenId(citizenId))
    return failure('id-check-digit', '身份证号应为 18 位，末位校验不对，请核对每一位。', 'citizenId')
  const birth = birthDateOf(citizenId)
  return bornOn !== null && birth !== bornOn
    ? failure('id-birth-date', `身份证号里的出生日期是 ${birth}，与填写的 ${bornOn} 不一致，请核对。`, 'bornOn')
    : success(member)
}

function checkSpell(spell: Membership, organisations: readonly Organisation[]): Outcome<Membership, MemberProblem> {
  if (!organisations.some((one) => one.id === spell.organisationId && one.kind !== '党小组'))
    return failure('organisation-unknown', '请选择所在党支部。', 'organisationId')
  const group = organisations.find((one) => one.id === spell.groupId)
  if (spell.groupId !== null && group?.parentId !== spell.organisationId)
    return failure('group-unknown', '所选党小组不属于这个党支部，请重新选择。', 'groupId')
  if (spell.from !== null && spell.to !== null && spell.to < spell.from)
    return failure('dates-reversed', `转出日期 ${spell.to} 早于转入日期 ${spell.from}，请核对。`, 'to')
  return success(spell)
}

/** Whether a person can go on the roster as written. Uniqueness of the ID number is the caller's to know: `sameId`. */
export function checkMember(
  member: Member,
  organisations: readonly Organisation[],
  sameId: Pick<Member, 'id' | 'name'> | null
): Outcome<Member, MemberProblem> {
  const identity = checkIdentity(member)
  if (!identity.ok) return identity
  if (sameId !== null && sameId.id !== member.id)
    return failure('id-duplicate', `身份证号与“${sameId.name}”相同，同一个人只登记一次。`, 'citizenId')
  if (member.joinedOn !== null && member.fullOn !== null && member.fullOn < member.joinedOn)
    return failure('dates-reversed', `转正日期 ${member.fullOn} 早于入党日期 ${member.joinedOn}，请核对。`, 'fullOn')
  const spells = inOrder(member.memberships)
  for (const [index, spell] of spells.entries()) {
    const checked = checkSpell(spell, organisations)
    if (!checked.ok) return checked
    const next = spells[index + 1]
    if (next !== undefined && (spell.to === null || next.from === null || next.from < spell.to))
      return failure(
        'spells-overlap',
        '前一段组织关系还没有转出，后一段已经开始，请补上转出日期或改转入日期。',
        'memberships'
      )
  }
  return success({ ...member, memberships: spells })
}
