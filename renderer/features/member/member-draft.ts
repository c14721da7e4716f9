import { blankPerson, blankSpell, type Member, type Membership } from '../../../shared/features/member/member.ts'
import { birthDateOf, isCitizenId, sexOf, tidyCitizenId } from '../../../shared/kernel/citizen-id.ts'
import { readCitizenId } from '../../../shared/kernel/cells.ts'
import { tidyText } from '../../../shared/kernel/cell-text.ts'
import { dayOnPaper } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { OrganisationNode } from './roster.ts'

/** A person being typed: the sex is not chosen yet, days may be half written. */
export type MemberDraft = Omit<Member, 'sex'> & { sex: Member['sex'] | '' }

export const emptySpell = (organisationId: string): Membership => ({
  ...blankSpell,
  id: '',
  organisationId
})

/** A new person in the organisation on screen; a group stands for its branch. */
export function newMember(chosen: OrganisationNode): MemberDraft {
  const spell =
    chosen.kind === '党小组' ? { ...emptySpell(chosen.parentId ?? ''), groupId: chosen.id } : emptySpell(chosen.id)
  return { ...blankPerson, id: '', name: '', sex: '', memberships: [spell] }
}

const bornIn = (citizenId: string | null): string | null => {
  const tidy = tidyCitizenId(citizenId ?? '')
  return isCitizenId(tidy) ? birthDateOf(tidy) : null
}

/** The number as typed, and with it birth date and sex where they are empty or came from the number before. */
export function withCitizenId(draft: MemberDraft, text: string | null): Partial<MemberDraft> {
  const citizenId = text === null ? null : tidyCitizenId(text)
  const birth = bornIn(citizenId)
  if (citizenId === null || birth === null) return { citizenId }
  const part: Partial<MemberDraft> = { citizenId }
  if (draft.bornOn === null || draft.bornOn === bornIn(draft.citizenId)) part.bornOn = birth
  if (draft.sex === '') part.sex = sexOf(citizenId)
  return part
}

export type IdentityWords = { tone: 'quiet' | 'good' | 'bad'; text: string }

/** What can be said of the number so far. */
export function identityWords({ citizenId, sex, bornOn }: MemberDraft): IdentityWords {
  if (citizenId === null) return { tone: 'quiet', text: '填好后自动带出出生日期和性别。' }
  if (citizenId.includes('*')) return { tone: 'quiet', text: '出生日期几位已遮住，不动它就不变；要改请整个重填。' }
  if (citizenId.length < 18 && /^\d*$/.test(citizenId))
    return { tone: 'quiet', text: `已输 ${citizenId.length} 位，共 18 位` }
  const reading = readCitizenId(citizenId)
  const birth = bornIn(citizenId)
  if (!reading.ok || birth === null) return { tone: 'bad', text: reading.ok ? '' : reading.problem.message }
  if (sex !== '' && sex !== sexOf(citizenId))
    return { tone: 'bad', text: `第 17 位表示${sexOf(citizenId)}，性别选的是${sex}，请核对。` }
  if (bornOn !== null && bornOn !== birth)
    return { tone: 'bad', text: `号码里的出生日期是 ${birth}，与填写的 ${bornOn} 不一致，请核对。` }
  return { tone: 'good', text: `校验通过，${dayOnPaper(birth)}生，${sexOf(citizenId)}` }
}

const tidyOrNull = (text: string | null): string | null => {
  const tidy = tidyText(text ?? '')
  return tidy === '' ? null : tidy
}

const texts = [
  'nation',
  'citizenId',
  'education',
  'degree',
  'job',
  'phone',
  'landline',
  'address',
  'honours',
  'hardship',
  'note'
] as const

const tidyTexts = (draft: MemberDraft): Partial<Record<(typeof texts)[number], string | null>> =>
  Object.fromEntries(texts.map((field) => [field, tidyOrNull(draft[field])]))

/** The record to be saved, or the first thing without which there is none. */
export function memberOf(draft: MemberDraft): Outcome<Member> {
  const { sex } = draft
  if (draft.name.trim() === '') return failure('required', '请填姓名。', 'name')
  if (sex === '') return failure('required', '请选择性别；填了身份证号会自动选好。', 'sex')
  if (draft.memberships.some((spell) => spell.organisationId === ''))
    return failure('required', '请选择所在党支部。', 'organisationId')
  return success({
    ...draft,
    sex,
    ...tidyTexts(draft)
  })
}

/** Where the form puts the cursor for a missing fact. */
export const fieldIds: Record<string, string> = {
  nation: 'member-nation',
  citizenId: 'member-citizen-id',
  bornOn: 'member-born-on',
  education: 'member-education',
  job: 'member-job',
  phone: 'member-phone',
  joinedOn: 'member-joined-on',
  fullOn: 'member-full-on'
}
