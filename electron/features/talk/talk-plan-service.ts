import { talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import type { NewTalkPlan, TalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { memberById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { removeTalkPlan, saveTalkPlan, talkPlanById, talkPlansOf } from './talk-plan-repository.ts'
import type { TalkCall } from './talk-access.ts'

const unknown = () => failure('talk-plan-unknown', '找不到这条谈话计划，可能已被删除。')
const held = () => failure('talk-plan-held', '这条计划已经记成谈话，请在谈话记录里改。')

type Refusal = ReturnType<typeof failure>

function refusalOf(tables: Tables, { reach }: Store, plan: NewTalkPlan): Refusal | null {
  if (organisationById(tables, plan.organisationId) === null)
    return failure('organisation-unknown', '请选择党支部。', 'organisationId')
  if (!inReach(reach, plan.organisationId)) return outOfReach('organisationId')
  const { talker, partner } = plan
  if (talker.memberId === partner.memberId)
    return failure('same-person', `谈话人和谈话对象都是“${talker.name}”，请换一个人。`, 'partner')
  const stranger = [talker, partner].find(({ memberId }) => memberById(tables, memberId) === null)
  if (stranger !== undefined)
    return failure('person-unknown', `党员名册里找不到“${stranger.name}”，请重新选择。`, 'partner')
  return null
}

/** Writes a line of the plan; `id` empty makes a new one, one that is gone comes back under its id. */
export function keepTalkPlan({ store, newId }: TalkCall, input: TalkPlan): Outcome<TalkPlan> {
  return store.write((tables) => {
    const before = input.id === '' ? null : talkPlanById(tables, input.id)
    if (before !== null && !inReach(store.reach, before.organisationId)) return outOfReach()
    if (before !== null && before.talkId !== null) return held()
    const refusal = refusalOf(tables, store, input)
    if (refusal !== null) return refusal
    const kept = { ...input, id: input.id === '' ? newId() : input.id, talkId: null }
    saveTalkPlan(tables, kept)
    return success(kept)
  })
}

export function dropTalkPlan({ store }: TalkCall, id: string): Outcome<null> {
  return store.write((tables) => {
    const plan = talkPlanById(tables, id)
    if (plan === null) return unknown()
    if (!inReach(store.reach, plan.organisationId)) return outOfReach()
    if (plan.talkId !== null) return held()
    removeTalkPlan(tables, id)
    return success(null)
  })
}

const pairOf = ({ kind, talker, partner }: NewTalkPlan): string => [kind, talker.memberId, partner.memberId].join(' ')

/** Takes a proposal over in one act, which can be taken back as a whole; what stands there already is left as it is. */
export function adoptTalkPlans(
  { store, newId }: TalkCall,
  lines: readonly NewTalkPlan[],
  by: { at: string; accountName: string }
): Outcome<{ id: string; added: number }> {
  return store.write((tables) => {
    for (const line of lines) {
      const refusal = refusalOf(tables, store, line)
      if (refusal !== null) return refusal
    }
    const years = [...new Set(lines.map(({ plannedOn }) => yearOf(plannedOn)))]
    const ids = [...new Set(lines.map(({ organisationId }) => organisationId))]
    const open = years.flatMap((year) => talkPlansOf(tables, ids, year)).filter(({ talkId }) => talkId === null)
    const known = new Set(open.map(pairOf))
    const fresh = lines.filter((line) => !known.has(pairOf(line)))
    const [first] = lines
    const what = first === undefined ? '谈话' : talkKindName(first.kind)
    const id = newId()
    const label = `${years.join('、')} 年谈话计划 ${fresh.length} 条：${what}`
    const journal = new JournalWriter(tables, { id, kind: 'bulk', label, ...by })
    for (const line of fresh) {
      const plan = { ...line, id: newId(), talkId: null }
      saveTalkPlan(tables, plan)
      journal.note('talk_plan', plan.id, null, plan)
    }
    return success({ id, added: fresh.length })
  })
}
