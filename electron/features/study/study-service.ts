import { membershipOn } from '../../../shared/features/member/member.ts'
import type { RosterMember } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Study } from '../../../shared/features/study/study.ts'
import { type StudyWarning, studyWarning } from '../../../shared/features/study/study-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { JournalWriter } from '../journal/journal-writer.ts'
import { rosterOf } from '../meeting/meeting-judgement.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { removeStudy, saveStudy, studiesOf, studyById } from './study-repository.ts'
import { learnersOf, type StudyTable, studyTable } from './study-table.ts'

function organisationIn(tables: Tables, store: Store, id: string): Outcome<Organisation> {
  const organisation = organisationById(tables, id)
  if (organisation === null) return failure('organisation-unknown', '请选择党组织。', 'organisationId')
  return inReach(store.reach, id) ? success(organisation) : outOfReach('organisationId')
}

/** The hours of a branch in a year, with what W25 says of it today. */
export function studyDesk(
  store: Store,
  { organisationId, year }: { organisationId: string; year: number },
  today: Day
): Outcome<StudyTable & { warning: StudyWarning | null }> {
  return store.read((tables) => {
    const found = organisationIn(tables, store, organisationId)
    if (!found.ok) return found
    const table = studyTable(tables, found.value, { year, today })
    return success({ ...table, warning: studyWarning(learnersOf(table.lines), year, today) })
  })
}

const tidy = (record: Study): Study => ({ ...record, content: record.content === '' ? null : record.content })

/** Why these records cannot be kept, in words; null where they can. One organisation, one day, one content. */
function refusalOf(
  tables: Tables,
  organisation: Organisation,
  records: readonly Study[],
  today: Day
): ReturnType<typeof failure> | null {
  const [first] = records
  if (first === undefined) return failure('nobody-chosen', '请先选人。', 'memberIds')
  if (first.date > today) return failure('date-ahead', `日期 ${first.date} 还没到，学完再记。`, 'date')
  if (first.hours <= 0) return failure('hours-missing', '学时应大于 0。', 'hours')
  const { members, scope } = rosterOf(tables, organisation)
  const people = new Map<string, RosterMember>(members.map((member) => [member.id, member]))
  const nameOf = ({ memberId }: Study): string => people.get(memberId)?.name ?? '不在名册上的人'
  const strangers = records.filter(({ memberId, date }) => {
    const member = people.get(memberId)
    return member === undefined || !scope.some((id) => membershipOn(member, id, date) !== null)
  })
  if (strangers.length > 0) {
    const names = strangers.map(nameOf).join('、')
    return failure(
      'person-not-member-that-day',
      `${names}在 ${first.date} 不在这个党组织，请改日期或去掉。`,
      'memberIds'
    )
  }
  const ids = records.map(({ memberId }) => memberId)
  const there = studiesOf(tables, ids, first.date, first.date)
  const twice = records.filter((record) =>
    there.some(
      (other) =>
        other.id !== record.id &&
        other.memberId === record.memberId &&
        other.organisationId === record.organisationId &&
        (other.content ?? '') === (record.content ?? '')
    )
  )
  if (twice.length === 0) return null
  return failure(
    'study-duplicate',
    `${twice.map(nameOf).join('、')}这一天已有同样内容的学时，请改内容或去掉。`,
    'memberIds'
  )
}

export type StudyBatch = Omit<Study, 'id' | 'memberId'> & { memberIds: readonly string[] }

/** The same hours for many people, all of them or none. Answers with the journal's id, by which it is taken back. */
export function addStudies(
  store: Store,
  { memberIds, ...shared }: StudyBatch,
  deps: { today: Day; newId: () => string; by: { at: string; accountName: string } }
): Outcome<{ id: string; added: number }> {
  return store.write((tables) => {
    const found = organisationIn(tables, store, shared.organisationId)
    if (!found.ok) return found
    const records = [...new Set(memberIds)].map((memberId) => tidy({ ...shared, memberId, id: deps.newId() }))
    const refusal = refusalOf(tables, found.value, records, deps.today)
    if (refusal !== null) return refusal
    const id = deps.newId()
    const label = `登记学时 ${records.length} 人`
    const journal = new JournalWriter(tables, { id, kind: 'bulk', label, ...deps.by })
    for (const record of records) {
      saveStudy(tables, record)
      journal.note('study', record.id, null, record)
    }
    return success({ id, added: records.length })
  })
}

/** Writes one record again; one that is not there any more comes back under its id, which is how deleting is undone. */
export function keepStudy(store: Store, record: Study, today: Day): Outcome<Study> {
  return store.write((tables) => {
    const before = studyById(tables, record.id)
    if (before !== null && !inReach(store.reach, before.organisationId)) return outOfReach()
    const found = organisationIn(tables, store, record.organisationId)
    if (!found.ok) return found
    const kept = tidy(record)
    const refusal = refusalOf(tables, found.value, [kept], today)
    if (refusal !== null) return refusal
    saveStudy(tables, kept)
    return success(kept)
  })
}

export function dropStudy(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    const record = studyById(tables, id)
    if (record === null) return success(null)
    if (!inReach(store.reach, record.organisationId)) return outOfReach()
    removeStudy(tables, id)
    return success(null)
  })
}
