import { birthDateOf, isCitizenId } from '../../kernel/citizen-id.ts'
import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Member, Membership } from './member.ts'

/** What the roster needs of a person, by its Chinese name; a person below 正式 or 预备 needs no dates of admission. */
export function missingFields(member: Member): string[] {
  const wanted: [name: string, value: unknown][] = [
    ['民族', member.nation],
    ['身份证号', member.citizenId],
    ['出生日期', member.bornOn],
    ['学历', member.education],
    ['工作单位及职务', member.job],
    ['手机号码', member.phone]
  ]
  if (member.category === '正式党员' || member.category === '预备党员') wanted.push(['入党日期', member.joinedOn])
  if (member.category === '正式党员') wanted.push(['转正日期', member.fullOn])
  return wanted.filter(([, value]) => value === null || value === '').map(([name]) => name)
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
  const spells = [...member.memberships].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
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
