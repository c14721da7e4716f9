import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Contradiction, contradictionsOf } from '../../../shared/features/meeting/contradiction-rules.ts'
import { type AgendaItem, isLocked, type Meeting } from '../../../shared/features/meeting/meeting.ts'
import { type Attendee, type Counts, countsOf, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { type DayBook, dayBookOf } from '../../../shared/features/meeting/sitting-rules.ts'
import { type Verdict, voteVerdict } from '../../../shared/features/meeting/vote-rules.ts'
import { termRunsTo } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { onFlush } from '../../app/drafts.ts'

export type Desk = Outputs['meeting']['desk']

/** Milliseconds of rest after the last key before the draft is kept. */
const rest = 600

/** The record under the pen with everything the rules say of it at this very key. */
export type Draft = {
  desk: Desk
  meeting: Meeting
  locked: boolean
  roll: Attendee[]
  counts: Counts
  verdicts: Verdict[]
  contradictions: Contradiction[]
  change(part: Partial<Meeting>): void
  changeItem(number: number, part: Partial<AgendaItem>): void
  /** Counts up with every save: what is stored has changed. */
  saved: number
  savedAt: Date | null
  problem: Problem | null
  flush(): Promise<void>
}

type SaveState = { count: number; at: Date | null; problem: Problem | null }

/** Keeps the latest value by itself: after a rest, before a lock, and when the screen goes. One save at a time. */
function useAutosave(meeting: Meeting, stored: Meeting, locked: boolean): SaveState & { flush(): Promise<void> } {
  const [state, setState] = useState<SaveState>({ count: 0, at: null, problem: null })
  const latest = useRef(meeting)
  const kept = useRef(stored)
  const running = useRef<Promise<void>>(Promise.resolve())
  latest.current = meeting
  const flush = useCallback((): Promise<void> => {
    running.current = running.current.then(async () => {
      const value = latest.current
      if (value === kept.current) return
      try {
        await client.meeting.save.mutate(value)
        kept.current = value
        setState((before) => ({ count: before.count + 1, at: new Date(), problem: null }))
      } catch (error) {
        setState((before) => ({ ...before, problem: problemOfError(error) }))
      }
    })
    return running.current
  }, [])
  useEffect(() => {
    if (locked || meeting === kept.current) return
    const timer = setTimeout(() => void flush(), rest)
    return () => clearTimeout(timer)
  }, [meeting, locked, flush])
  useEffect(() => {
    const forget = onFlush(flush)
    return () => {
      forget()
      void flush()
    }
  }, [flush])
  return { ...state, flush }
}

/** The other meetings of the record's day, by the people who sit in them; empty until they have come. */
function useDayBook({ id, date }: Meeting): DayBook {
  const { data } = useQuery(api.meeting.sameDay.queryOptions({ id, day: date }))
  return useMemo(() => dayBookOf(data ?? []), [data])
}

export function useMeetingDraft(desk: Desk): Draft {
  const [meeting, setMeeting] = useState(desk.meeting)
  const locked = isLocked(desk.meeting)
  const save = useAutosave(meeting, desk.meeting, locked)
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
  return {
    desk,
    meeting,
    locked,
    roll,
    counts,
    verdicts: meeting.agenda.map((item) => voteVerdict(item, meeting.types, counts)),
    contradictions: contradictionsOf(meeting, roll, desk.roster, {
      dayBook,
      termRunsTo: termRunsTo(desk.organisation)
    }),
    change,
    changeItem,
    saved: save.count,
    savedAt: save.at,
    problem: save.problem,
    flush: save.flush
  }
}
