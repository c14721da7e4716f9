import type { Occasion } from '../../../shared/features/talk/occasion.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import { memberById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { occasionById, occasionsOf, removeOccasion, saveOccasion } from './occasion-repository.ts'
import type { TalkCall, TalkReader } from './talk-access.ts'

const unknown = () => failure('occasion-unknown', '找不到这条事由，可能已被删除。')

/** Why somebody is to be talked with may tell of illness or trouble: the note is read like an L2 talk, or by who wrote it. */
const readsNote = ({ read, accountId }: TalkReader, { enteredBy }: Occasion): boolean =>
  read.L2 === 'all' || (read.L2 !== null && enteredBy === accountId)

const masked = (reader: TalkReader, one: Occasion): Occasion => (readsNote(reader, one) ? one : { ...one, note: null })

/** The occasions put down for an organisation, without the notes that are not for this reader. */
export function listOccasions({ store, reader }: TalkCall, organisationId: string): Outcome<Occasion[]> {
  if (!inReach(store.reach, organisationId)) return outOfReach('organisationId')
  const occasions = store.read((tables) => occasionsOf(tables, [organisationId]))
  return success(occasions.map((one) => masked(reader, one)))
}

/** `id` empty makes a new one; a note that is not for this reader stays as it is. */
export function keepOccasion({ store, reader, today, newId }: TalkCall, input: Occasion): Outcome<Occasion> {
  return store.write((tables) => {
    const before = input.id === '' ? null : occasionById(tables, input.id)
    if (!inReach(store.reach, input.organisationId)) return outOfReach('organisationId')
    if (before !== null && !inReach(store.reach, before.organisationId)) return outOfReach()
    if (organisationById(tables, input.organisationId) === null)
      return failure('organisation-unknown', '请选择党组织。', 'organisationId')
    if (memberById(tables, input.memberId) === null)
      return failure('person-unknown', '党员名册里找不到这个人，请重新选择。', 'memberId')
    if (input.date > today) return failure('date-ahead', `日期 ${input.date} 还没到，事情发生后再记。`, 'date')
    const kept: Occasion = {
      ...input,
      id: before?.id ?? (input.id === '' ? newId() : input.id),
      note: before === null || readsNote(reader, before) ? input.note : before.note,
      enteredBy: before === null ? reader.accountId : before.enteredBy
    }
    saveOccasion(tables, kept)
    return success(masked(reader, kept))
  })
}

export function dropOccasion({ store, reader }: TalkCall, id: string): Outcome<null> {
  return store.write((tables) => {
    const one = occasionById(tables, id)
    if (one === null) return unknown()
    if (!inReach(store.reach, one.organisationId)) return outOfReach()
    if (one.note !== null && !readsNote(reader, one))
      return failure('not-allowed', '这条事由带着您看不到的说明，只能点“已不需要”，不能删除。')
    removeOccasion(tables, id)
    return success(null)
  })
}
