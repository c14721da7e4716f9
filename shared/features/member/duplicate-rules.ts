import { tidyName } from '../../kernel/cell-text.ts'
import { birthDateOf, isCitizenId } from '../../kernel/citizen-id.ts'
import { type Day, within } from '../../kernel/dates.ts'
import { pinyinOf } from '../../kernel/names.ts'
import { failure, type Outcome } from '../../kernel/outcome.ts'
import { labelOf, type Organisation } from '../organisation/organisation.ts'
import type { Member, Membership } from './member.ts'
import { checkMember, inOrder, type MemberProblem } from './member-rules.ts'

/** Two records that may be one person, with the reasons in words. `strength` only orders: the surer, the larger. */
export type DuplicatePair = { first: string; second: string; reasons: string[]; strength: number }

/** A record with what is compared, made once. `phone` is its digits, '' where there is none. */
type Candidate = { member: Member; name: string; birth: Day | null; phone: string; here: boolean }

const candidateOf = (member: Member, today: Day): Candidate => ({
  member,
  name: tidyName(member.name),
  birth: member.bornOn ?? birthDateOf(member.citizenId ?? ''),
  phone: (member.phone ?? '').replace(/\D/g, ''),
  here: member.standing === '正常' && member.memberships.some(({ from, to }) => within(today, from, to))
})

/** Places in which two ID numbers of 18 characters differ. */
function differingPlaces(one: string, other: string): number {
  let places = 0
  for (let index = 0; index < 18; index += 1) if (one[index] !== other[index]) places += 1
  return places
}

/** Two valid numbers that differ in more than two places are two people, whatever else agrees. */
const areTwoPeople = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && isCitizenId(one) && isCitizenId(other) && differingPlaces(one, other) > 2

type Reason = { strength: number; words: string }

function identityReason({ member: one }: Candidate, { member: other }: Candidate): Reason[] {
  if (one.citizenId === null || other.citizenId === null) return []
  if (one.citizenId.length !== 18 || other.citizenId.length !== 18) return []
  const places = differingPlaces(one.citizenId, other.citizenId)
  if (places === 0) return [{ strength: 90, words: '身份证号相同' }]
  return places <= 2 ? [{ strength: 50, words: `身份证号只差${places === 1 ? '一' : '两'}位` }] : []
}

function nameReasons(one: Candidate, other: Candidate, readingOf: (name: string) => string): Reason[] {
  const born = one.birth !== null && one.birth === other.birth
  const phoned = one.phone !== '' && one.phone === other.phone
  const same = one.name === other.name
  if (!same && readingOf(one.name) !== readingOf(other.name)) return []
  const named = same ? '同名' : `姓名读音相同（${one.name}、${other.name}）`
  const weaker = same ? 0 : 20
  return [
    ...(born ? [{ strength: 60 - weaker, words: `${named}，同一天出生（${one.birth}）` }] : []),
    ...(phoned ? [{ strength: 50 - weaker, words: `${named}，手机号码相同` }] : [])
  ]
}

const homesOf = ({ member }: Candidate): string[] => member.memberships.map(({ organisationId }) => organisationId)

/** The thin second entry: same name and branch, and one of the two says nothing of number and birth. */
function thinReason(one: Candidate, other: Candidate): Reason[] {
  const isThin = ({ member, birth }: Candidate): boolean => member.citizenId === null && birth === null
  const homes = new Set(homesOf(one))
  if (one.name !== other.name || !(isThin(one) || isThin(other)) || !homesOf(other).some((id) => homes.has(id)))
    return []
  return [{ strength: 20, words: '同名，同在一个组织，其中一人没有身份证号和出生日期' }]
}

function compare(one: Candidate, other: Candidate, readingOf: (name: string) => string): DuplicatePair | null {
  if (areTwoPeople(one.member.citizenId, other.member.citizenId)) return null
  const named = nameReasons(one, other, readingOf)
  const main = [...identityReason(one, other), ...named, ...(named.length === 0 ? thinReason(one, other) : [])]
  if (main.length === 0) return null
  const { joinedOn } = one.member
  const reasons = [
    ...main,
    ...(joinedOn !== null && joinedOn === other.member.joinedOn ? [{ strength: 5, words: '入党日期相同' }] : []),
    ...(one.here === other.here ? [] : [{ strength: 0, words: '其中一人已不在册' }])
  ]
  return {
    first: one.member.id,
    second: other.member.id,
    reasons: reasons.map(({ words }) => words),
    strength: reasons.reduce((sum, { strength }) => sum + strength, 0)
  }
}

/**
 * Keys under which two records of one person meet at least once. Two numbers that differ in at most two places agree in
 * one of their thirds; they are looked for only among the same name, or half a county would be compared with itself.
 */
function keysOf({ member, name, birth, phone }: Candidate, reading: string): string[] {
  const thirds = member.citizenId?.length === 18 ? member.citizenId.match(/.{6}/g) : null
  return [
    ...(birth === null ? [] : [`birth ${reading} ${birth}`]),
    ...(phone === '' ? [] : [`phone ${reading} ${phone}`]),
    ...(thirds ?? []).map((third, index) => `number ${name} ${index} ${third}`),
    ...member.memberships.map(({ organisationId }) => `home ${name} ${organisationId}`)
  ]
}

/** In a group larger than this each record meets only its neighbours, so that the work stays linear. */
const largestGroup = 30

function* pairsIn(group: readonly Candidate[]): Generator<[Candidate, Candidate]> {
  const reach = group.length > largestGroup ? 1 : group.length
  for (const [index, one] of group.entries())
    for (const other of group.slice(index + 1, index + 1 + reach)) yield [one, other]
}

/**
 * Pairs that may be one person entered twice, the surest first. Records meet by keys (reading and birth, reading and
 * phone, name and part of the number, name and organisation): 30,000 people take well under a second.
 */
export function duplicatePairs(members: readonly Member[], today: Day): DuplicatePair[] {
  const readings = new Map<string, string>()
  const readingOf = (name: string): string => {
    const known = readings.get(name)
    if (known !== undefined) return known
    const reading = `${[...name].length} ${pinyinOf(name).pinyin}`
    readings.set(name, reading)
    return reading
  }
  const groups = new Map<string, Candidate[]>()
  for (const member of members) {
    const candidate = candidateOf(member, today)
    for (const key of new Set(keysOf(candidate, readingOf(candidate.name)))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [candidate])
      else group.push(candidate)
    }
  }
  const pairs = new Map<string, DuplicatePair>()
  for (const group of groups.values()) {
    for (const [one, other] of pairsIn(group)) {
      const pair = compare(one, other, readingOf)
      if (pair !== null) pairs.set(`${pair.first} ${pair.second}`, pair)
    }
  }
  return [...pairs.values()].sort((a, b) => b.strength - a.strength)
}

/** Facts of a person that can be chosen one by one when two records become one, with the names the screen shows. */
export const mergeFields = [
  ['name', '姓名'],
  ['sex', '性别'],
  ['nation', '民族'],
  ['citizenId', '身份证号'],
  ['bornOn', '出生日期'],
  ['education', '学历'],
  ['degree', '学位'],
  ['category', '人员类别'],
  ['joinedOn', '入党日期'],
  ['fullOn', '转正日期'],
  ['leader', '领导干部'],
  ['job', '工作单位及职务'],
  ['phone', '手机号码'],
  ['landline', '固定电话'],
  ['address', '家庭住址'],
  ['honours', '奖惩'],
  ['hardship', '困难情况'],
  ['standing', '党籍状态'],
  ['note', '备注']
] as const satisfies readonly (readonly [keyof Omit<Member, 'id' | 'memberships'>, string])[]
export type MergeField = (typeof mergeFields)[number][0]

/**
 * Which record each fact is taken from; what is not named is `keep`'s, or `other`'s where `keep` has none. `memberships`
 * not named are those of both: naming one drops the stays of a record that was entered in the wrong branch.
 */
export type MergeChoices = Partial<Record<MergeField | 'memberships', 'keep' | 'other'>>

const isEmpty = (value: unknown): boolean => value === null || value === ''

/** One fact of the merged record, with or without a choice: what the screen shows in the middle. */
export function mergedFact(
  field: MergeField,
  keep: Member,
  other: Member,
  choice: 'keep' | 'other' | undefined
): Member[MergeField] {
  if (choice !== undefined) return choice === 'keep' ? keep[field] : other[field]
  return isEmpty(keep[field]) ? other[field] : keep[field]
}

const overlaps = (one: Membership, other: Membership): boolean =>
  (one.to === null || other.from === null || other.from < one.to) &&
  (other.to === null || one.from === null || one.from < other.to)

/** The same stay entered twice: what `keep` says, with its blanks filled from the other. An open end stays open. */
const joined = (keep: Membership, other: Membership): Membership => ({
  ...keep,
  groupId: keep.groupId ?? other.groupId,
  from: keep.from ?? other.from,
  entryWay: keep.entryWay ?? other.entryWay,
  cameFrom: keep.cameFrom ?? other.cameFrom,
  exitWay: keep.exitWay ?? (keep.to === null ? null : other.exitWay),
  wentTo: keep.wentTo ?? (keep.to === null ? null : other.wentTo),
  statedPosts: [...new Set([...keep.statedPosts, ...other.statedPosts])]
})

function joinedSpells(keep: readonly Membership[], other: readonly Membership[]): Membership[] {
  const spells = [...keep]
  for (const spell of other) {
    const index = spells.findIndex((one) => one.organisationId === spell.organisationId && overlaps(one, spell))
    const twin = spells[index]
    if (twin === undefined) spells.push(spell)
    else spells[index] = joined(twin, spell)
  }
  return inOrder(spells)
}

/**
 * One person out of two records, under the id of `keep`. Stays in the same organisation that overlap are taken for one;
 * those in different organisations are refused with both named, because only people can say which date is wrong.
 */
export function mergedMember(
  keep: Member,
  other: Member,
  choices: MergeChoices,
  organisations: readonly Organisation[]
): Outcome<Member, MemberProblem> {
  const memberships =
    choices.memberships === undefined
      ? joinedSpells(keep.memberships, other.memberships)
      : (choices.memberships === 'keep' ? keep : other).memberships
  const said = (spell: Membership): string => {
    const found = organisations.find(({ id }) => id === spell.organisationId)
    return `“${found === undefined ? '已撤销的组织' : labelOf(found)}”${spell.from ?? '（没填转入日期）'} 至 ${spell.to ?? '今'}`
  }
  for (const [index, spell] of memberships.entries()) {
    const next = memberships[index + 1]
    if (next !== undefined && overlaps(spell, next)) {
      const message = `两段组织关系重叠：${said(spell)}，${said(next)}。请只留一边的组织关系，或者先改好转入、转出日期再合并。`
      return failure('spells-overlap', message, 'memberships')
    }
  }
  const merged = { ...keep, memberships }
  for (const [field] of mergeFields) Object.assign(merged, { [field]: mergedFact(field, keep, other, choices[field]) })
  return checkMember(merged, organisations, null)
}
