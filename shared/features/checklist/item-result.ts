import type { Fraction } from '../../kernel/fraction.ts'
import type { Day } from '../../kernel/dates.ts'
import type { MeetingType } from '../meeting/meeting.ts'

/** Where an item stands: judged, not to be judged yet or without records (待核, never nought), or of no concern here. */
export type ItemStatus = 'scored' | 'pending' | 'not-applicable'

/** The records that prove an item, one click away. `text` is what a person reads: 2026-03-12 党员大会. */
export type RecordLink = {
  record:
    | 'meeting'
    | 'talk'
    | 'evaluation'
    | 'member'
    | 'organisation'
    | 'study'
    | 'poll'
    | 'task'
    | 'rectification'
    | 'plan'
    | 'proof'
  id: string
  text: string
  on: Day | null
}

/** A meeting still to be held or written down: of which organisation, and of what kind. */
export type Start = { organisationId: string; type: MeetingType }

/**
 * What has still to be done or filed for an item: until when (`by`, null where no day is set), and how many points it gains
 * (`gain`, of the item's own points). `place` is the screen where it is done, `id` the record there that is to be completed,
 * `start` the meeting to begin where there is no record yet.
 */
export type Need = {
  what: string
  by: Day | null
  gain: Fraction
  place: RecordLink['record']
  id?: string
  start?: Start
}

/**
 * What a rule found: `score` in the item's own points (nought unless `scored`), `basis` how it came about in one sentence with
 * its numbers, `links` the records it was counted from, `needs` what is still open.
 */
export type Measured = { status: ItemStatus; score: Fraction; basis: string; links: RecordLink[]; needs: Need[] }
