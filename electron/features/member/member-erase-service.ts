import { blankPerson, type Member } from '../../../shared/features/member/member.ts'
import { blankContents } from '../../../shared/features/talk/talk.ts'
import { lastDayOf, mayBeErased } from '../../../shared/features/member/keeping-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { erasingPastSeals } from '../../store/year-seal.ts'
import { exemptionsOf, removeExemption } from '../exemption/exemption-repository.ts'
import { removeDraftsAbout, removeDraftsNamed } from '../draft/draft-repository.ts'
import { eraseAppraisals } from '../appraisal/appraisal-names.ts'
import { eraseEvaluations } from '../evaluation/evaluation-names.ts'
import { forgetNaming, forgetRecord } from '../journal/journal-repository.ts'
import { occasionsNaming, removeOccasion } from '../talk/occasion-repository.ts'
import { saveTalk, talksNaming } from '../talk/talk-repository.ts'
import { readSettings } from '../setting/setting-service.ts'
import { allMembers, erasedMembers, markErased, memberById, saveMember } from './member-repository.ts'
import { isReachable } from './member-access.ts'

/** Somebody whose keeping time is over. */
export type Erasable = { id: string; name: string; leftOn: Day }

/** Former members whose particulars may go: they left longer ago than the office keeps them. */
export function erasableMembers(store: Store, today: Day): Erasable[] {
  return store.read((tables) => {
    const { formerYears } = readSettings(tables, 'keeping')
    const done = erasedMembers(tables)
    return allMembers(tables)
      .filter((member) => !done.has(member.id) && isReachable(store, member) && mayBeErased(member, today, formerYears))
      .map((member) => ({ id: member.id, name: member.name, leftOn: lastDayOf(member) ?? today }))
  })
}

const withoutParticulars = ({ id, name, sex, category, joinedOn, fullOn, standing, memberships }: Member): Member => ({
  ...blankPerson,
  ...{ id, name, sex, category, joinedOn, fullOn, standing, memberships }
})

/** What was said to him and by him goes; that a talk was held, when and with whom, stays for the coverage of its year. */
function eraseTalks(tables: Tables, memberId: string): void {
  for (const talk of talksNaming(tables, memberId).filter(({ partner }) => partner.memberId === memberId)) {
    saveTalk(tables, { ...talk, level: talk.level === 'L3' ? 'L2' : talk.level, contents: blankContents, sealed: null })
    forgetRecord(tables, 'talk', talk.id)
    removeDraftsNamed(tables, `talk ${talk.id}`)
  }
  removeDraftsAbout(tables, memberId)
  for (const { id } of occasionsNaming(tables, memberId)) {
    removeOccasion(tables, id)
    forgetRecord(tables, 'occasion', id)
  }
  forgetNaming(tables, 'talk', memberId)
  forgetNaming(tables, 'occasion', memberId)
}

/**
 * Clears everything about former members but name, sex, dates of membership and standing, which minutes and the
 * branch's history need; why they were left out of 应到 tells of illness and goes too. What the journal keeps of them is forgotten too, so that undoing cannot bring it back.
 */
export function eraseMembers(store: Store, ids: readonly string[], today: Day): Outcome<{ erased: number }> {
  return store.write((tables) => {
    const { formerYears } = readSettings(tables, 'keeping')
    for (const id of ids) {
      const member = memberById(tables, id)
      if (member === null) return failure('member-unknown', '其中有人已被删除，请刷新后再试。')
      if (!isReachable(store, member)) return outOfReach()
      if (!mayBeErased(member, today, formerYears))
        return failure('keeping-time', `“${member.name}”离开还不满 ${formerYears} 年，不能清除。`)
      saveMember(tables, withoutParticulars(member))
      markErased(tables, id, today)
      forgetRecord(tables, 'member', id)
      erasingPastSeals(tables, () => {
        eraseTalks(tables, id)
        eraseEvaluations(tables, id)
        eraseAppraisals(tables, id)
      })
      for (const exemption of exemptionsOf(tables, [id])) {
        removeExemption(tables, exemption.id)
        forgetRecord(tables, 'exemption', exemption.id)
      }
    }
    return success({ erased: ids.length })
  })
}
