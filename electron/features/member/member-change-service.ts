import { z } from 'zod'
import {
  blankSpell,
  type entryWays,
  exitWays,
  type Member,
  type Membership
} from '../../../shared/features/member/member.ts'
import { checkMember } from '../../../shared/features/member/member-rules.ts'
import { daySchema } from '../../../shared/features/organisation/organisation.ts'
import { type Day, within } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { postsOfMember, savePost } from '../post/post-repository.ts'
import { memberById, saveMember } from './member-repository.ts'
import { reachableMember } from './member-access.ts'

/** 减少: how and when somebody leaves, and where to. `to` is the last day inside. */
export const leavingSchema = z.object({
  id: z.string(),
  exitWay: z.enum(exitWays),
  to: daySchema,
  wentTo: z.string().max(100, '转往何处不超过 100 个字').nullable()
})
export type Leaving = z.infer<typeof leavingSchema>

const standingAfter: Partial<Record<(typeof exitWays)[number], Member['standing']>> = {
  去世: '死亡',
  停止党籍: '停止党籍',
  除名: '除名',
  劝退: '劝退',
  开除: '开除',
  转出: '已转出'
}

const openSpell = (member: Member, day: Day): Membership | undefined =>
  member.memberships.find((spell) => within(day, spell.from, spell.to)) ??
  member.memberships.findLast((spell) => spell.to === null)

/** Ends the spell that runs, the posts held in it, and sets the standing: the person goes into the archive of former members. */
export function leaveRoster(store: Store, leaving: Leaving): Outcome<Member> {
  return store.write((tables) => {
    const found = reachableMember(tables, store, leaving.id)
    if (!found.ok) return found
    const member = found.value
    const spell = openSpell(member, leaving.to)
    if (spell === undefined) return failure('member-gone', '这名党员现在没有在册的组织关系，不用再办减少。')
    if (!inReach(store.reach, spell.organisationId)) return outOfReach()
    if (spell.from !== null && leaving.to < spell.from)
      return failure('dates-reversed', `离开日期 ${leaving.to} 早于转入日期 ${spell.from}，请核对。`, 'to')
    const ended = { ...spell, to: leaving.to, exitWay: leaving.exitWay, wentTo: leaving.wentTo }
    const after: Member = {
      ...member,
      standing: standingAfter[leaving.exitWay] ?? member.standing,
      memberships: member.memberships.map((one) => (one.id === spell.id ? ended : one))
    }
    saveMember(tables, after)
    for (const post of postsOfMember(tables, member.id))
      if (post.to === null && (post.organisationId === spell.organisationId || post.organisationId === spell.groupId))
        savePost(tables, { ...post, to: leaving.to < post.from ? post.from : leaving.to })
    return success(after)
  })
}

/** 增加 of somebody who is in the archive: a new spell from a day on. */
export const returningSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  groupId: z.string().nullable(),
  entryWay: z.enum(['转入', '恢复'] as const satisfies readonly (typeof entryWays)[number][]),
  from: daySchema,
  cameFrom: z.string().max(100, '从何处转来不超过 100 个字').nullable()
})
export type Returning = z.infer<typeof returningSchema>

/** Takes somebody out of the archive: what was before stays as history. */
export function returnToRoster(store: Store, returning: Returning, newId: () => string): Outcome<Member> {
  return store.write((tables) => {
    const found = reachableMember(tables, store, returning.id)
    if (!found.ok) return found
    if (!inReach(store.reach, returning.organisationId)) return outOfReach('organisationId')
    const { id: _id, ...spell } = returning
    const next: Membership = { ...blankSpell, ...spell, id: newId() }
    const member: Member = { ...found.value, standing: '正常', memberships: [...found.value.memberships, next] }
    const checked = checkMember(member, allOrganisations(tables), null)
    if (checked.ok) saveMember(tables, checked.value)
    return checked
  })
}

/** What may be set for many people at once; what is not given stays. */
export const bulkSchema = z.object({
  ids: z.array(z.string()).min(1, '请先选人').max(500, '一次最多修改 500 人'),
  change: z
    .object({
      groupId: z.string().nullable(),
      nation: z.string().max(20).nullable(),
      education: z.string().max(40).nullable(),
      degree: z.string().max(40).nullable(),
      job: z.string().max(200).nullable(),
      leader: z.boolean()
    })
    .partial()
})
export type BulkChange = z.infer<typeof bulkSchema>

const withGroup = (member: Member, groupId: string | null, today: Day): Member => {
  const spell = openSpell(member, today)
  return {
    ...member,
    memberships: member.memberships.map((one) => (one.id === spell?.id ? { ...one, groupId } : one))
  }
}

function changedMember(tables: Tables, member: Member, { change }: BulkChange, today: Day): Outcome<Member> {
  const { groupId, ...fields } = change
  const after: Member = {
    ...(groupId === undefined ? member : withGroup(member, groupId, today)),
    ...withoutGaps(fields)
  }
  const checked = checkMember(after, allOrganisations(tables), null)
  return checked.ok
    ? checked
    : failure(checked.problem.code, `${member.name}：${checked.problem.message}`, checked.problem.field)
}

const withoutGaps = <Fields extends object>(
  fields: Fields
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

/** Sets the same facts for many people, all of them or none, so that it can be taken back as a whole. Answers with the journal's id. */
export function changeMany(
  store: Store,
  bulk: BulkChange,
  deps: { today: Day; newId: () => string; by: { at: string; accountName: string } }
): Outcome<{ id: string; changed: number }> {
  return store.write((tables) => {
    const id = deps.newId()
    const journal = new JournalWriter(tables, {
      id,
      kind: 'bulk',
      label: `批量修改 ${bulk.ids.length} 名党员`,
      ...deps.by
    })
    for (const memberId of bulk.ids) {
      const before = memberById(tables, memberId)
      if (before === null) return failure('member-unknown', '其中有人已被删除，请重新选择。')
      if (!inReach(store.reach, ...before.memberships.map((spell) => spell.organisationId))) return outOfReach()
      const after = changedMember(tables, before, bulk, deps.today)
      if (!after.ok) return after
      saveMember(tables, after.value)
      journal.note('member', memberId, before, after.value)
    }
    return success({ id, changed: bulk.ids.length })
  })
}
