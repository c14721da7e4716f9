import type { TalkHead } from '../../../shared/features/talk/talk.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { mayRead, mayWrite, openTalk, type TalkCall } from './talk-access.ts'
import { allTalks, talksOf } from './talk-repository.ts'
import { branchOf, type TalkWish } from './talk-year.ts'

/** Talks of a year that are his to read, newest first, with a line of what they were about. */
export type TalkLine = { head: TalkHead; says: string; open: number }

export function listTalks(call: TalkCall, { organisationId, year }: TalkWish): Outcome<TalkLine[]> {
  const { store, reader } = call
  return store.read((tables) => {
    const branch = branchOf(tables, call, organisationId)
    if (!branch.ok) return branch
    return success(
      talksOf(tables, [organisationId], year)
        .filter((talk) => mayRead(store, reader, talk))
        .flatMap((stored) => {
          const talk = openTalk(reader, stored)
          if (talk === null) return []
          const { contents, ...head } = talk
          // The list of L3 talks tells nothing of what was said: opening one is what is noted.
          const says =
            head.level === 'L1' ? (contents.reason ?? contents.opinions ?? contents.points.thought ?? '') : ''
          return [{ head, says, open: contents.followUps.filter(({ doneOn }) => doneOn === null).length }]
        })
    )
  })
}

/** Something that is still to be done after a talk, of those he may read. */
export type FollowUpLine = {
  talkId: string
  index: number
  level: TalkHead['level']
  subject: string
  person: string
  partner: string
  talkedOn: Day
  dueOn: Day | null
  /** What was written of it before; null where nothing was, or where it does not show. */
  result: string | null
  mayAnswer: boolean
}

/** What is to be done after an L2 talk shows only where the talk is opened, which is noted; here stands that there is something. */
const guarded = '（二级谈话，打开后看）'

/** How much is to be done after talks he may read, of all branches within reach; of L2 it counts, too. */
export function countFollowUps({ store, reader, today }: TalkCall): { open: number; overdue: number } {
  return store.read((tables) => {
    const open = allTalks(tables)
      .filter((talk) => mayRead(store, reader, talk))
      .flatMap(({ contents }) => contents?.followUps ?? [])
      .filter(({ doneOn }) => doneOn === null)
    return { open: open.length, overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length }
  })
}

/** L3 talks are left out: what they hold is sealed. */
export function openFollowUps(call: TalkCall, organisationId: string): Outcome<FollowUpLine[]> {
  const { store, reader } = call
  return store.read((tables) => {
    const branch = branchOf(tables, call, organisationId)
    if (!branch.ok) return branch
    return success(
      talksOf(tables, [organisationId], null)
        .filter((talk) => mayRead(store, reader, talk))
        .flatMap((talk) =>
          (talk.contents?.followUps ?? []).flatMap(({ subject, person, dueOn, doneOn, result }, index) =>
            doneOn !== null
              ? []
              : [
                  {
                    ...{ talkId: talk.id, index, level: talk.level, subject: talk.level === 'L1' ? subject : guarded },
                    ...{ person: talk.level === 'L1' ? (person?.name ?? '') : '' },
                    ...{ partner: talk.partner.name, talkedOn: talk.date, dueOn },
                    result: talk.level === 'L1' ? result : null,
                    mayAnswer: talk.level === 'L1' && mayWrite(store, reader, talk)
                  }
                ]
          )
        )
        .sort((one, other) => ((one.dueOn ?? '9') < (other.dueOn ?? '9') ? -1 : 1))
    )
  })
}
