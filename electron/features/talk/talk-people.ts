import type { Person } from '../../../shared/features/meeting/meeting.ts'
import type { StoredTalk } from '../../../shared/features/talk/talk.ts'
import type { JournalRecord } from '../../../shared/features/journal/journal.ts'
import type { Tables } from '../../store/store.ts'
import { saveMemberAlias, saveSupervision, supervisionsRestricting } from '../supervision/supervision-repository.ts'
import { occasionsNaming, saveOccasion } from './occasion-repository.ts'
import { saveTalkPlan, talkPlansNaming } from './talk-plan-repository.ts'
import { saveTalk, talksNaming } from './talk-repository.ts'

type Somebody = { id: string; name: string }
type Note = (record: JournalRecord, id: string, before: unknown, after: unknown) => void

/** The talk with every mention of one person turned into one of the other. */
function renamed({ contents, ...talk }: StoredTalk, formerId: string, to: Somebody): StoredTalk {
  const now = <One extends Person | null>(one: One): One =>
    one !== null && one.memberId === formerId ? { ...one, name: to.name, memberId: to.id } : one
  const { talker, partner } = talk
  return {
    ...talk,
    talker: now(talker),
    partner: partner.memberId === formerId ? { name: to.name, memberId: to.id } : partner,
    contents: contents && {
      ...contents,
      recorder: now(contents.recorder),
      followUps: contents.followUps.map((one) => ({ ...one, person: now(one.person) }))
    }
  }
}

/** Talks, plans, occasions and restrictions that name a former person name another from now on; sealed ones by an alias. */
export function moveTalks(tables: Tables, note: Note, formerId: string, to: Somebody): void {
  const swap = (one: { name: string; memberId: string }) =>
    one.memberId === formerId ? { name: to.name, memberId: to.id } : one
  for (const talk of talksNaming(tables, formerId)) {
    const after = renamed(talk, formerId, to)
    saveTalk(tables, after)
    note('talk', talk.id, talk, after)
  }
  for (const plan of talkPlansNaming(tables, formerId)) {
    const after = { ...plan, talker: swap(plan.talker), partner: swap(plan.partner) }
    saveTalkPlan(tables, after)
    note('talk_plan', plan.id, plan, after)
  }
  for (const one of occasionsNaming(tables, formerId)) {
    const after = { ...one, memberId: to.id }
    saveOccasion(tables, after)
    note('occasion', one.id, one, after)
  }
  for (const one of supervisionsRestricting(tables, formerId)) {
    const after = { ...one, restrictedId: to.id }
    saveSupervision(tables, after)
    note('supervision', one.id, one, after)
  }
  saveMemberAlias(tables, formerId, to.id)
}

/** How many records of talks name a person, as far as that can be told without the L3 password. */
export const talkRecordsNaming = (tables: Tables, memberId: string): number =>
  talksNaming(tables, memberId).length +
  talkPlansNaming(tables, memberId).length +
  occasionsNaming(tables, memberId).length +
  supervisionsRestricting(tables, memberId).length
