import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allSupervisions } from '../../../electron/features/supervision/supervision-repository.ts'
import type { Supervision } from '../../../shared/features/supervision/supervision.ts'
import { problemOf } from '../../factories/office.ts'
import { aTalkOffice, putSealInForce, type TalkOffice } from '../../factories/talks.ts'

let office: TalkOffice
beforeEach(async () => {
  office = await aTalkOffice()
})
afterEach(() => office.remove())

const entry = (part: Partial<Supervision> = {}): Supervision => ({
  ...{ id: '', number: '', organisationId: office.branchId, kind: 'T12', form: '谈话', year: 2026 },
  ...{ date: '2026-09-05', by: '县局党总支', person: office.people[3] ?? { name: '', memberId: null } },
  ...{ basis: '云烟党〔2026〕7 号', receivedOn: null, dueOn: null, answeredOn: null, until: null },
  ...{ visitOn: null, visitedOn: null, recordedOn: '2026-11-21' },
  ...part
})
const keep = (part: Partial<Supervision> = {}) => office.client.supervision.save.mutate(entry(part))
const list = () => office.client.supervision.list.query({ organisationId: office.branchId })
const file = (path: string) => office.app(new Request(`http://127.0.0.1${path}`, { headers: { 'x-app': '1' } }))

describe('监督谈话台账', () => {
  it('opens to nobody without the L3 password, not to read and not to write', async () => {
    expect(await problemOf(list())).toMatchObject({ code: 'seal-closed' })
    expect(await problemOf(keep())).toMatchObject({ code: 'seal-closed' })
    expect((await file('/documents/supervision/all/register.pdf?year=2026')).status).toBe(403)
  })

  it('reckons the end of the effect, the visit, and when an answer is due', async () => {
    await putSealInForce(office)
    expect(await keep()).toMatchObject({ until: '2027-03-05', visitOn: '2027-03-05', number: 'JD2026-001' })
    expect(await keep({ kind: 'T11', form: null, receivedOn: '2026-11-02' })).toMatchObject({
      ...{ dueOn: '2026-11-23', until: null, number: 'JD2026-002' }
    })
    expect((await list()).map((line) => line.entry.kind)).toEqual(['T12', 'T11'].sort())
  })

  it('keeps nothing readable but the day something falls due and who is restricted until when', async () => {
    await putSealInForce(office)
    await keep({ kind: 'T08', form: '谈话' })
    await keep()
    const stored = office.vault.store?.read(allSupervisions) ?? []
    expect(JSON.stringify(stored)).not.toContain('丁立新')
    expect(JSON.stringify(stored)).not.toContain('T08')
    expect(stored.filter(({ restrictedId }) => restrictedId !== null)).toHaveLength(1)
  })

  it('tells wherever somebody is put forward that he is restricted, to those who write records', async () => {
    await putSealInForce(office)
    await keep()
    await office.client.seal.close.mutate()
    office.become(['党务干事'])
    const memberId = office.people[3]?.memberId ?? ''
    const on = (day: string) => office.client.supervision.restrictions.query({ memberId, day })
    expect(await on('2026-12-01')).toEqual([
      { memberId: office.people[3]?.memberId, from: '2026-09-05', until: '2027-03-05' }
    ])
    expect(await on('2027-03-06')).toEqual([])
  })

  it('goes on naming the right person after he was merged into another record', async () => {
    await putSealInForce(office)
    await keep({ person: office.people[4] ?? { name: '', memberId: null } })
    const [kept, other] = [office.people[3]?.memberId ?? '', office.people[4]?.memberId ?? '']
    await office.client.member.merge.mutate({ keepId: kept, otherId: other, choices: {} })
    expect((await list())[0]?.entry.person.memberId).toBe(kept)
    expect(await office.client.supervision.restrictions.query({ memberId: kept, day: '2026-12-01' })).toHaveLength(1)
  })

  it('names him again who is himself once more when the merge is taken back', async () => {
    await putSealInForce(office)
    const [kept, other] = [office.people[3]?.memberId ?? '', office.people[4]?.memberId ?? '']
    await keep({ person: office.people[4] ?? { name: '', memberId: null } })
    const { id } = await office.client.member.merge.mutate({ keepId: kept, otherId: other, choices: {} })
    await office.client.journal.undo.mutate({ id })
    expect((await list())[0]?.entry.person.memberId).toBe(other)
  })

  it('takes no reason for a basis', async () => {
    await putSealInForce(office)
    expect(await problemOf(keep({ basis: '长期不参加组织生活' }))).toMatchObject({ field: 'basis' })
  })

  it('reckons anew when the holidays of the next year come in', async () => {
    await putSealInForce(office)
    await keep({ kind: 'T11', form: null, date: '2026-11-20', receivedOn: '2026-11-20' })
    const off: [string, string][] = [['2026-12-01', '2026-12-03']]
    await office.client.rule.saveHolidays.mutate({ year: 2026, off, worked: [] })
    expect((await list())[0]?.entry.dueOn).toBe('2026-12-16')
    expect(office.vault.store?.read(allSupervisions)[0]?.remindOn).toBe('2026-12-16')
  })

  it('refuses days in the wrong order with the field and what would be right', async () => {
    await putSealInForce(office)
    expect(await problemOf(keep({ visitedOn: '2026-09-01' }))).toMatchObject({ field: 'visitedOn' })
  })
})
