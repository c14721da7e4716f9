import { expect, it } from 'vitest'
import { differencesOf } from '../../../../shared/features/ledger/ledger-differences.ts'
import { emptyOffice, type ImportPlan, type Office } from '../../../../shared/features/ledger/ledger.ts'
import { noChanges } from '../../../../shared/features/ledger/ledger-changes.ts'
import { aBranch, aMeeting, aMember, aMembership, anItem } from '../../../factories/records.ts'

const branch = aBranch()
const office = (part: Partial<Office>): Office => ({ ...emptyOffice, organisations: [branch], ...part })
const plan = (part: Partial<ImportPlan>): ImportPlan => ({
  organisations: noChanges(),
  members: noChanges(),
  posts: noChanges(),
  suspensions: noChanges(),
  meetings: noChanges(),
  tasks: noChanges(),
  studies: noChanges(),
  talks: noChanges(),
  supervisions: noChanges(),
  evaluations: noChanges(),
  polls: noChanges(),
  marks: noChanges(),
  rectifications: noChanges(),
  faults: [],
  sheets: [],
  ...part
})
const update = <Value>(before: Value, after: Value) => ({ create: [], update: [{ before, after }], unchanged: 0 })

it('names the cells that would change, in the words of the workbook, with ID numbers masked', () => {
  const before = aMember('a', { name: '张三', phone: '1', citizenId: '110101199001010015' })
  const after = { ...before, phone: '2', citizenId: '110101199001010023' }
  expect(differencesOf(plan({ members: update(before, after) }), office({ members: [before] }))).toEqual([
    {
      sheet: '党员',
      label: '张三',
      changes: [
        { column: '身份证号', before: '110101********0015', after: '110101********0023' },
        { column: '手机号码', before: '1', after: '2' }
      ]
    }
  ])
})

it('tells the spells of a person apart', () => {
  const before = aMember('a', {
    memberships: [aMembership({ id: '1', to: '2026-01-31' }), aMembership({ id: '2', from: '2026-02-01' })]
  })
  const after = {
    ...before,
    memberships: before.memberships.map((spell) => (spell.id === '1' ? { ...spell, to: '2026-01-30' } : spell))
  }
  const [difference] = differencesOf(plan({ members: update(before, after) }), office({ members: [before] }))
  expect(difference?.changes).toEqual([{ column: '转出日期（第 1 段）', before: '2026-01-31', after: '2026-01-30' }])
})

it('shows a changed item of a meeting beside its number', () => {
  const before = aMeeting({ agenda: [anItem({ resolution: '同意' })] })
  const after = { ...before, agenda: [anItem({ resolution: '不同意' })] }
  const [difference] = differencesOf(plan({ meetings: update(before, after) }), office({ meetings: [before] }))
  expect(difference).toEqual({
    sheet: '会议',
    label: before.number,
    changes: [{ column: '议题 1 的决议', before: '同意', after: '不同意' }]
  })
})
