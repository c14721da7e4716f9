import type { AlikeRecord, ComparedText, Likeness } from '../../../shared/features/likeness/likeness.ts'
import { Comparison, type Match } from '../../../shared/features/likeness/likeness-rules.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { comparedTexts, type MeetingMark, meetingMarks } from './likeness-repository.ts'

/** Records read at a time, and the longest stretch of work before others are let in, in milliseconds. */
const [batch, slice] = [30, 15]
/** Records and, of each, sentences that are shown. */
const [mostRecords, mostPairs] = [10, 40]

type Found = { mark: MeetingMark; matches: Match[]; share: number; sameEvent: boolean }

const isSameEvent = (one: MeetingMark, other: MeetingMark): boolean =>
  (one.organisationId === other.organisationId && one.date === other.date) ||
  one.lifeMeetingId === other.id ||
  other.lifeMeetingId === one.id

const letOthersIn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** All others that have alike sentences, those of the same event last, the most alike first. */
async function findAlike(
  store: Store,
  comparison: Comparison,
  own: MeetingMark,
  others: readonly MeetingMark[]
): Promise<Found[]> {
  const found: Found[] = []
  await letOthersIn()
  let started = performance.now()
  for (let at = 0; at < others.length; at += batch) {
    if (performance.now() - started > slice) {
      await letOthersIn()
      started = performance.now()
    }
    const marks = others.slice(at, at + batch)
    const texts = store.read((tables) =>
      comparedTexts(
        tables,
        marks.map((mark) => mark.id)
      )
    )
    for (const mark of marks) {
      const matches = comparison.matches(texts.get(mark.id) ?? { text: '', names: [] })
      if (matches.length === 0) continue
      const share = comparison.shareOf(matches.map((match) => match.own))
      found.push({ mark, matches, share, sameEvent: isSameEvent(own, mark) })
    }
  }
  await letOthersIn()
  return found.sort((a, b) => Number(a.sameEvent) - Number(b.sameEvent) || b.share - a.share)
}

function recordOf(store: Store, comparison: Comparison, { mark, matches, share, sameEvent }: Found): AlikeRecord {
  return store.read((tables) => {
    const meeting = meetingById(tables, mark.id)
    const organisation = organisationById(tables, mark.organisationId)
    return {
      id: mark.id,
      title: meeting === null ? '' : meetingTitle(meeting),
      date: mark.date,
      organisation: organisation === null ? '' : labelOf(organisation),
      share,
      sameEvent,
      pairs: matches.slice(0, mostPairs).map((match) => comparison.pairOf(match))
    }
  })
}

type Start = { own: MeetingMark; text: ComparedText; others: MeetingMark[] }

function startOf(store: Store, id: string): Outcome<Start> {
  return store.read((tables) => {
    const marks = meetingMarks(tables)
    const own = marks.find((mark) => mark.id === id)
    const text = comparedTexts(tables, [id]).get(id)
    if (own === undefined || text === undefined) return failure('meeting-unknown', '找不到这条会议记录，可能已被删除。')
    if (!inReach(store.reach, own.organisationId)) return outOfReach()
    const others = marks.filter((mark) => mark.id !== id && inReach(store.reach, mark.organisationId))
    return success({ own, text, others })
  })
}

/**
 * A meeting's text against every other meeting's within reach, other branches and earlier years alike. Only warns. Reads and
 * compares in slices, so that others are served meanwhile.
 */
export async function likenessOfMeeting(store: Store, id: string): Promise<Outcome<Likeness>> {
  const start = startOf(store, id)
  if (!start.ok) return start
  const { own, text, others } = start.value
  const comparison = new Comparison(text)
  const { sentences } = comparison
  const found = sentences.length === 0 ? [] : await findAlike(store, comparison, own, others)
  const alike = new Set(found.filter((one) => !one.sameEvent).flatMap((one) => one.matches.map((match) => match.own)))
  return success({
    share: comparison.shareOf(alike),
    counted: sentences.length,
    alike: alike.size,
    compared: others.length,
    found: found.length,
    records: found.slice(0, mostRecords).map((one) => recordOf(store, comparison, one))
  })
}
