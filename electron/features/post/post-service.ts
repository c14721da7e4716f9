import type { Post } from '../../../shared/features/post/post.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { memberById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { postById, postsOfMember, removePost, savePost } from './post-repository.ts'

/** Writes a post; the same title twice at one time in one organisation is refused. */
export function keepPost(store: Store, record: Post, newId: () => string): Outcome<Post> {
  return store.write((tables) => {
    if (organisationById(tables, record.organisationId) === null)
      return failure('organisation-unknown', '请选择任职的党组织。', 'organisationId')
    const before = postById(tables, record.id)
    if (
      !inReach(store.reach, record.organisationId) ||
      !inReach(store.reach, before?.organisationId ?? record.organisationId)
    )
      return outOfReach('organisationId')
    if (memberById(tables, record.memberId) === null) return failure('member-unknown', '找不到这名党员。', 'memberId')
    if (record.to !== null && record.to < record.from)
      return failure('dates-reversed', `免职日期 ${record.to} 早于任职日期 ${record.from}，请核对。`, 'to')
    const clash = postsOfMember(tables, record.memberId).find(
      (other) =>
        other.id !== record.id &&
        other.organisationId === record.organisationId &&
        other.title === record.title &&
        (other.to === null || other.to >= record.from) &&
        (record.to === null || record.to >= other.from)
    )
    if (clash !== undefined)
      return failure('post-overlap', `${clash.from} 起已任${clash.title}，两段时间重叠，请先填免职日期。`, 'from')
    const kept = record.id === '' ? { ...record, id: newId() } : record
    savePost(tables, kept)
    return success(kept)
  })
}

export function dropPost(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    if (!inReach(store.reach, postById(tables, id)?.organisationId ?? null)) return outOfReach()
    removePost(tables, id)
    return success(null)
  })
}
