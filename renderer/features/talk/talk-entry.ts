import type { Person } from '../../../shared/features/meeting/meeting.ts'
import {
  blankContents,
  blankPoints,
  type FollowUp,
  type Talk,
  type TalkContents
} from '../../../shared/features/talk/talk.ts'
import { type TalkKind, talkKinds, type TalkLevel } from '../../../shared/features/talk/talk-kinds.ts'
import { readDay, readTime } from '../../../shared/kernel/cells.ts'
import { type Day, isDay, yearOf } from '../../../shared/kernel/dates.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { isEmptyFollowUp } from './follow-up-entry.ts'

/** What the form holds of a talk while it is typed; `levelChosen`: 密级 was set by hand and does not follow the kind. */
export type TalkEntry = {
  kind: TalkKind
  year: number
  date: string
  start: string | null
  end: string | null
  talker: Person | null
  partner: Person | null
  level: TalkLevel
  levelChosen: boolean
  writtenOn: string | null
  contents: TalkContents
}

/** What the form leaves alone. */
export type TalkBase = Pick<Talk, 'id' | 'number' | 'organisationId' | 'recordedOn' | 'enteredBy'>

export const entryOf = ({
  kind,
  year,
  date,
  start,
  end,
  talker,
  partner,
  level,
  writtenOn,
  contents
}: Talk): TalkEntry => ({
  ...{ kind, year, date, start, end, talker, partner, level, writtenOn, contents },
  levelChosen: level !== talkKinds[kind].level
})

type Start = { kind: TalkKind; date: Day; talker: Person | null; partner: Person | null; place: string | null }

export const newEntry = ({ kind, date, talker, partner, place }: Start): TalkEntry => ({
  ...{ kind, date, talker, partner, start: null, end: null, writtenOn: null },
  year: yearOf(date),
  level: talkKinds[kind].level,
  levelChosen: false,
  contents: { ...blankContents, place }
})

/** The next one of a round: the same talker, kind, day, place, way, recorder and level, with somebody else. */
export const nextEntry = (entry: TalkEntry): TalkEntry => ({
  ...entry,
  ...{ partner: null, start: null, end: null },
  contents: {
    ...blankContents,
    points: blankPoints,
    place: entry.contents.place,
    way: entry.contents.way,
    recorder: entry.contents.recorder,
    reason: entry.contents.reason
  }
})

/** A kind brings its usual level, unless the level was set by hand. */
export const withKind = (kind: TalkKind, { level, levelChosen }: TalkEntry): Partial<TalkEntry> => ({
  kind,
  level: levelChosen ? level : talkKinds[kind].level
})

/** 所属年度 goes with the day, unless it was another one before. */
export const withDate = (date: string, { date: before, year }: TalkEntry): Partial<TalkEntry> =>
  isDay(date) && (!isDay(before) || year === yearOf(before)) ? { date, year: yearOf(date) } : { date }

/** 9：00 becomes 09:00; what is no time stays, and is refused with a reason. */
export function asTime(text: string | null): string | null {
  const reading = readTime(text)
  return reading.ok ? reading.value : text
}

const asDay = (text: string | null): string | null => {
  const reading = readDay(text)
  return reading.ok ? reading.value : text
}

const tidyFollowUp = ({ subject, dueOn, doneOn, ...rest }: FollowUp): FollowUp => ({
  ...rest,
  subject: subject.trim(),
  dueOn: asDay(dueOn),
  doneOn: asDay(doneOn)
})

/** As it is typed, with days and times as they are read, whether or not a field was left before saving. */
export function tidied(entry: TalkEntry): TalkEntry {
  const date = asDay(entry.date) ?? ''
  return {
    ...{ ...entry, ...withDate(date, entry) },
    start: asTime(entry.start),
    end: asTime(entry.end),
    writtenOn: asDay(entry.writtenOn),
    contents: {
      ...entry.contents,
      followUps: entry.contents.followUps.filter((one) => !isEmptyFollowUp(one)).map(tidyFollowUp)
    }
  }
}

/** Talks of the branch itself, whose talker has to be on its roster. */
export const isOfBranch = (kind: TalkKind): boolean => kind === 'T01' || kind === 'T02'

/** What the form can see by itself. */
export function faultOf({ kind, date, talker, partner }: TalkEntry): Problem | null {
  const wrong = (field: string, message: string): Problem => ({ code: 'incomplete', field, message })
  if (talker === null) return wrong('talker', '请填谈话人。')
  if (isOfBranch(kind) && talker.memberId === null)
    return wrong('talker', `名册上没有“${talker.name}”，日常谈心和会前谈话的谈话人请从名册里选。`)
  if (partner === null) return wrong('partner', '请填谈话对象。')
  if (partner.memberId === null) return wrong('partner', `名册上没有“${partner.name}”，谈话对象请从名册里选。`)
  if (!isDay(date)) return wrong('date', '谈话日期应写成“2026-11-21”这样的形式。')
  return null
}

/** The record as it is sent to be kept; `faultOf` has found nothing. */
export function talkOf(base: TalkBase, entry: TalkEntry): Talk | null {
  const { talker, partner, levelChosen: _chosen, ...rest } = entry
  if (talker === null || partner === null || partner.memberId === null) return null
  return { ...base, ...rest, talker, partner: { name: partner.name, memberId: partner.memberId } }
}

/** Where a talk is used once it is kept, as the form says it. */
export function usesOf({ kind, level, contents }: TalkEntry, ofPlan: boolean): string[] {
  return [
    ...(talkKinds[kind].counts ? ['覆盖表'] : []),
    '该谈的人',
    '谈话台账',
    ...(ofPlan ? ['谈话计划'] : []),
    ...(level !== 'L3' && contents.followUps.some(({ doneOn, subject }) => doneOn === null && subject !== '')
      ? ['要办的事']
      : []),
    ...(level === 'L1' ? ['搜索'] : [])
  ]
}
