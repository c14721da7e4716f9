import { addDays, type Day, daysBetween, daysInMonth, makeDay, partsOf } from '../../kernel/dates.ts'

/** When a thing falls due, seen from a day: past, that day, its week to Sunday, its month, after it, or never. */
export const dueSpans = ['over', 'today', 'week', 'month', 'later', 'open'] as const
export type DueSpan = (typeof dueSpans)[number]

export const dueSpanNames: Record<DueSpan, string> = {
  ...{ over: '逾期', today: '今天', week: '本周', month: '本月', later: '以后', open: '没有期限' }
}

/** What of a due thing decides when it falls due: `isFault` where it is one already, whatever its day. */
export type Due = { due: Day | null; isFault: boolean }

const aMonday: Day = '2024-01-01'

/** Sunday of the week of a day: weeks begin on Monday. */
export function weekEnd(day: Day): Day {
  const passed = daysBetween(aMonday, day) % 7
  return addDays(day, 6 - (passed < 0 ? passed + 7 : passed))
}

export function monthEnd(day: Day): Day {
  const { year, month } = partsOf(day)
  return makeDay(year, month, daysInMonth(year, month))
}

/** A week that goes over into the next month is this week all the same. */
export function dueSpan({ due, isFault }: Due, today: Day): DueSpan {
  if (isFault) return 'over'
  if (due === null) return 'open'
  if (due < today) return 'over'
  if (due === today) return 'today'
  if (due <= weekEnd(today)) return 'week'
  return due <= monthEnd(today) ? 'month' : 'later'
}

/** By span, then by day; faults without a day come after those with one, and what is equal stays as it came. */
export const inOrderOfDue = <One extends Due>(all: readonly One[], today: Day): One[] => {
  const key = (one: One): string => `${dueSpans.indexOf(dueSpan(one, today))} ${one.due ?? '9'}`
  return [...all].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** How many fall due when. */
export function dueCounts(all: readonly Due[], today: Day): Record<DueSpan, number> {
  const counts: Record<DueSpan, number> = { over: 0, today: 0, week: 0, month: 0, later: 0, open: 0 }
  for (const one of all) counts[dueSpan(one, today)] += 1
  return counts
}

/** Lines that ask the same of at least `least` organisations become one group, where the first of them stood. */
export function gathered<One extends { sameAs: string | null }>(all: readonly One[], least: number): One[][] {
  const groups = Map.groupBy(all, ({ sameAs }) => sameAs ?? '')
  return all.flatMap((one): One[][] => {
    const group = one.sameAs === null ? [] : (groups.get(one.sameAs) ?? [])
    if (group.length < least) return [[one]]
    return group[0] === one ? [group] : []
  })
}

/** What an office holds already: all within reach, plans and meetings of this year and the one before. */
export type HomeSetUp = { organisations: number; members: number; posts: number; plans: number; meetings: number }

/** Nothing to work with yet, a roster with hardly a record (fewer than five meetings), or a year under way. */
export type HomeStage = 'empty' | 'first' | 'full'

const fewMeetings = 5

export function homeStage({ organisations, members, meetings }: HomeSetUp): HomeStage {
  if (organisations === 0 || members === 0) return 'empty'
  return meetings < fewMeetings ? 'first' : 'full'
}
