import { afterEach, beforeEach, expect, it } from 'vitest'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { anOffice, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let branch: string

const person = (name: string, to: string | null = null) =>
  office.client.member.save.mutate({
    ...{ ...blankPerson, id: '', name, sex: '男' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' },
    memberships: [{ ...blankSpell, id: '', organisationId: branch, to }]
  })

beforeEach(async () => {
  office = await anOffice()
  branch = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
  await person('周启明')
  await person('丁立新', '2026-05-31')
  for (const date of ['2026-05-20', '2026-06-20', '2025-05-20'])
    await office.client.meeting.start.mutate({ organisationId: branch, types: ['党员大会'], date })
})
afterEach(() => office.remove())

const rows = async (ledger: 'meetings' | 'attendance') =>
  (await office.client.meeting.ledger.query({ ledger, organisationId: branch, year: 2026 })).rows.map(
    ({ cells }) => cells
  )

it('lists who left during the year with the meetings until then, behind those who are there', async () => {
  expect((await rows('attendance')).map(([, name, , expected, present]) => [name, expected, present])).toEqual([
    ['周启明', '2', '2'],
    ['丁立新', '1', '1']
  ])
})

it('lists the meetings of the year by their days', async () => {
  expect((await rows('meetings')).map(([, date]) => date)).toEqual(['2026-05-20', '2026-06-20'])
})
