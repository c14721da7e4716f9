import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { type Contradiction, contradictionsOf } from '../../../shared/features/meeting/contradiction-rules.ts'
import { type AgendaItem, isLocked, type Meeting } from '../../../shared/features/meeting/meeting.ts'
import { type Attendee, type Counts, countsOf, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { type DayBook, dayBookOf } from '../../../shared/features/meeting/sitting-rules.ts'
import { type Block, blocksOf } from '../../../shared/features/meeting/block-rules.ts'
import { type Verdict, voteVerdict } from '../../../shared/features/meeting/vote-rules.ts'
import { termRunsTo } from '../../../shared/features/organisation/organisation-rules.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { api, client, type Outputs } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useRules } from '../../api/rules.ts'
import { useAutosave } from '../../app/autosave.ts'

export type Desk = Outputs['meeting']['desk']

/** The record under the pen with everything the rules say of it at this very key. */
export type Draft = {
  desk: Desk
  meeting: Meeting
  /** Completed, or opened by somebody who may only read. */
  locked: boolean
  roll: Attendee[]
  counts: Counts
  verdicts: Verdict[]
  contradictions: Contradiction[]
  /** What stops it from being completed, let pass or not. */
  blocks: Block[]
  rules: RulesInForce
  change(part: Partial<Meeting>): void
  changeItem(number: number, part: Partial<AgendaItem>): void
  /** Counts up with every save: what is stored has changed. */
  saved: number
  savedAt: Date | null
  problem: Problem | null
  /** Keeps at once; answers whether all that was typed is kept. */
  flush(): Promise<boolean>
}

/** The other meetings of the record's day, by the people who sit in them; empty until they have come. */
function useDayBook({ id, date }: Meeting): DayBook {
  const { data } = useQuery(api.meeting.sameDay.queryOptions({ id, day: date }))
  return useMemo(() => dayBookOf(data ?? []), [data])
}

export function useMeetingDraft(desk: Desk): Draft {
  const [meeting, setMeeting] = useState(desk.meeting)
  const mayWrite = useRight('records.write')
  const locked = isLocked(desk.meeting) || !mayWrite
  const save = useAutosave(meeting, desk.meeting, locked, {
    send: (value, typed) => client.meeting.save.mutate({ ...value, typed }),
    hold: (value, typed) => client.meeting.hold.mutate({ ...value, typed })
  })
  const roll = useMemo(
    () => rollOf(meeting.types, meeting.date, desk.roster),
    [meeting.types, meeting.date, desk.roster]
  )
  const counts = useMemo(() => countsOf(roll, meeting.absences), [roll, meeting.absences])
  const dayBook = useDayBook(meeting)
  const change = useCallback((part: Partial<Meeting>) => setMeeting((before) => ({ ...before, ...part })), [])
  const changeItem = useCallback(
    (number: number, part: Partial<AgendaItem>) =>
      setMeeting((before) => ({
        ...before,
        agenda: before.agenda.map((item) => (item.number === number ? { ...item, ...part } : item))
      })),
    []
  )
  const rules = useRules(meeting.date)
  const verdicts = meeting.agenda.map((item) => voteVerdict(item, meeting.types, counts, rules))
  return {
    desk,
    meeting,
    locked,
    roll,
    counts,
    verdicts,
    contradictions: contradictionsOf(meeting, roll, desk.roster, {
      dayBook,
      termRunsTo: termRunsTo(desk.organisation, rules),
      rules
    }),
    blocks: blocksOf(meeting, verdicts, rules),
    rules,
    change,
    changeItem,
    saved: save.count,
    savedAt: save.at,
    problem: save.problem,
    flush: save.flush
  }
}
