import { blankItem, type Meeting } from '../../../shared/features/meeting/meeting.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { mostEntries, type NewEntry, type PlanEntry } from '../../../shared/features/plan/plan.ts'
import { yearOf, type Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { saveMeeting } from '../meeting/meeting-repository.ts'
import { newMeeting } from '../meeting/meeting-start.ts'
import { allOrganisations, organisationById } from '../organisation/organisation-repository.ts'
import { planEntriesIn, planEntryById, removePlanEntry, savePlanEntry } from './plan-repository.ts'

const unknown = () => failure('plan-unknown', '找不到这条计划，可能已被取消。')
const noOrganisation = () => failure('organisation-unknown', '请选择党组织。', 'organisationId')
const recorded = () => failure('plan-recorded', '这条计划已经记成会议，请在会议记录里改。')

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

const tidy = (entry: PlanEntry): PlanEntry => ({
  ...entry,
  types: [...new Set(entry.types)],
  place: orNull(entry.place),
  subject: orNull(entry.subject),
  note: orNull(entry.note)
})

/** Another entry of the organisation for the same day and one of the types. */
const twinOf = (entry: PlanEntry, others: readonly PlanEntry[]): PlanEntry | undefined =>
  others.find(
    (other) =>
      other.id !== entry.id &&
      other.organisationId === entry.organisationId &&
      other.plannedOn === entry.plannedOn &&
      other.types.some((type) => entry.types.includes(type))
  )

/** Writes an entry; one that is not there any more comes back under its id, which is how 取消 is taken back. */
export function keepEntry(store: Store, record: PlanEntry, newId: () => string): Outcome<PlanEntry> {
  return store.write((tables) => {
    const before = record.id === '' ? null : planEntryById(tables, record.id)
    if (before !== null && !inReach(store.reach, before.organisationId)) return outOfReach()
    if (!inReach(store.reach, record.organisationId)) return outOfReach('organisationId')
    if (organisationById(tables, record.organisationId) === null) return noOrganisation()
    if (before !== null && before.meetingId !== null) return recorded()
    const kept = tidy({ ...record, id: record.id === '' ? newId() : record.id, meetingId: null })
    const twin = twinOf(kept, planEntriesIn(tables, kept.plannedOn, kept.plannedOn))
    if (twin !== undefined)
      return failure('plan-duplicate', `${kept.plannedOn} 已经计划了${twin.types.join('、')}，请换一天。`, 'plannedOn')
    savePlanEntry(tables, kept)
    return success(kept)
  })
}

export function dropEntry(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const entry = planEntryById(tables, id)
    if (entry === null) return success(null)
    if (!inReach(store.reach, entry.organisationId)) return outOfReach()
    if (entry.meetingId !== null) return recorded()
    removePlanEntry(tables, id)
    return success(null)
  })
}

function labelOfPlan(entries: readonly NewEntry[], organisations: ReadonlyMap<string, Organisation>): string {
  const years = [...new Set(entries.map(({ plannedOn }) => yearOf(plannedOn)))]
  const first = organisations.get(entries[0]?.organisationId ?? '')
  const several = new Set(entries.map(({ organisationId }) => organisationId)).size > 1
  return `${years.join('、')} 年会议计划 ${entries.length} 条：${first === undefined ? '' : labelOf(first)}${several ? '等' : ''}`
}

type AdoptDeps = { newId: () => string; by: { at: string; accountName: string } }

/**
 * Takes a proposal over, all its lines in one act; what was planned the same meanwhile is left as it is. Answers with the
 * journal's id, by which the whole is taken back.
 */
export function adoptPlan(
  store: Store,
  entries: readonly NewEntry[],
  deps: AdoptDeps
): Outcome<{ id: string; added: number; there: number }> {
  return store.write((tables) => {
    const organisations = new Map(allOrganisations(tables).map((one) => [one.id, one]))
    if (entries.some(({ organisationId }) => !organisations.has(organisationId))) return noOrganisation()
    if (!entries.every(({ organisationId }) => inReach(store.reach, organisationId))) return outOfReach()
    if (entries.length > mostEntries) return tooMany(entries.length)
    const wanted = entries.map((entry) => tidy({ ...entry, id: deps.newId(), meetingId: null }))
    const days = wanted.map(({ plannedOn }) => plannedOn).sort()
    const standing = Map.groupBy(planEntriesIn(tables, days[0] ?? '', days.at(-1) ?? ''), keyOfDay)
    const fresh = wanted.filter((entry) => twinOf(entry, standing.get(keyOfDay(entry)) ?? []) === undefined)
    const id = deps.newId()
    const journal = new JournalWriter(tables, {
      ...{ id, kind: 'bulk', label: labelOfPlan(wanted, organisations) },
      ...deps.by
    })
    for (const entry of fresh) {
      savePlanEntry(tables, entry)
      journal.note('plan', entry.id, null, entry)
    }
    return success({ id, added: fresh.length, there: wanted.length - fresh.length })
  })
}

const keyOfDay = ({ organisationId, plannedOn }: PlanEntry): string => `${organisationId} ${plannedOn}`

/** Too many lines for one act. */
export const tooMany = (count: number) =>
  failure('plan-too-long', `一次最多排 ${mostEntries} 条，现在有 ${count} 条，请选下级党组织分开排。`, 'organisationId')

/** What an entry says beforehand, at the place of the record it belongs to: theme, topic of the lecture, or first item. */
function withSubject(meeting: Meeting, { subject, types }: PlanEntry): Meeting {
  if (subject === null) return meeting
  const theme = types.includes('主题党日') ? subject : null
  const topic = types.includes('党课') ? subject : null
  const agenda = theme === null && topic === null ? [{ ...blankItem, number: 1, title: subject }] : []
  return { ...meeting, theme, topic, agenda }
}

function begun(tables: Tables, entry: PlanEntry, organisation: Organisation, deps: BeginDeps): Meeting {
  const wanted = { types: entry.types, date: entry.plannedOn }
  const draft = newMeeting(tables, organisation, wanted, deps)
  return withSubject(
    { ...draft, plannedOn: entry.plannedOn, start: entry.start, place: entry.place ?? draft.place },
    entry
  )
}

type BeginDeps = { today: Day; newId: () => string }

/** Starts the record of an entry, with all it says; asked again it answers with the same record. */
export function beginEntry(store: Store, id: string, deps: BeginDeps): Outcome<{ id: string }> {
  return store.write((tables) => {
    const entry = planEntryById(tables, id)
    if (entry === null) return unknown()
    if (!inReach(store.reach, entry.organisationId)) return outOfReach()
    if (entry.meetingId !== null) return success({ id: entry.meetingId })
    const organisation = organisationById(tables, entry.organisationId)
    if (organisation === null) return noOrganisation()
    const meeting = begun(tables, entry, organisation, deps)
    saveMeeting(tables, meeting)
    savePlanEntry(tables, { ...entry, meetingId: meeting.id })
    return success({ id: meeting.id })
  })
}
