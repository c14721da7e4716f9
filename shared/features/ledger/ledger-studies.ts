import { tidyText } from '../../kernel/cell-text.ts'
import { type Study, studyKinds } from '../study/study.ts'
import type { Changes } from './ledger.ts'
import { noChanges, settle } from './ledger-changes.ts'
import { organisationAt } from './ledger-member-row.ts'
import { memberNamed } from './ledger-people.ts'
import type { Surroundings } from './ledger-posts.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import { refuseSealed, sealedYear, yearsOfStudy } from './ledger-seal.ts'

const studyKey = ({ organisationId, memberId, date, content }: Omit<Study, 'id' | 'hours' | 'kind'>): string =>
  [organisationId, memberId, date, tidyText(content ?? '')].join('\n')

/** The member a row names; somebody of the roster who was elsewhere that day is refused with a code of its own. */
function readMember(row: LedgerRow, organisationId: string, date: string, { people }: Surroundings): string | null {
  const name = row.text('姓名', 60)
  if (name === null) return null
  const circle = { people, organisationId, day: date, linked: new Map<string, string>() }
  const memberId = memberNamed(row, '姓名', name, circle)?.memberId ?? null
  if (memberId !== null && !people.isInside(organisationId, memberId, date))
    row.refuse('姓名', 'person-not-member-that-day', `中的“${name}”在 ${date} 不在该党组织，请核对日期或组织编码`)
  return memberId
}

/** Plans the sheet 学时. Key: 组织+姓名+日期+内容. */
export function planStudies(
  rows: readonly LedgerRow[],
  stored: readonly Study[],
  around: Surroundings
): Changes<Study> {
  const changes = noChanges<Study>()
  const known = new Map(stored.map((study) => [studyKey(study), study]))
  const seen = new Set<string>()
  for (const row of rows) {
    const organisation = organisationAt(row, '组织编码', around.organisations)
    const date = row.day('日期')
    const content = row.text('内容', 200)
    const hours = row.decimal('学时', { min: 0, max: 1000 })
    const kind = row.choice('类别', studyKinds)
    const memberId = organisation && date !== null ? readMember(row, organisation.id, date, around) : null
    if (organisation === null || memberId === null || date === null || hours === null) continue
    const person = { organisationId: organisation.id, memberId, date, content }
    const key = studyKey(person)
    if (seen.has(key)) row.refuse('姓名', 'key-duplicate', '同一天、同一内容的学时在本表中已有一行')
    seen.add(key)
    if (row.refused) continue
    const before = known.get(key)
    const read: Study = { id: before?.id ?? around.newId(), ...person, hours, kind }
    const after = keepAbsent(row, before, read, { 类别: 'kind' })
    if (!refuseSealed(row, '日期', sealedYear(around.sealed, before, after, yearsOfStudy)))
      settle(changes, before, after)
  }
  return changes
}
