import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Exemption } from '../../../shared/features/exemption/exemption.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let branch: string
let memberId: string

beforeEach(async () => {
  office = await anOffice()
  branch = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
  const person = { ...blankPerson, id: '', sex: '男' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' }
  const of = (name: string) =>
    office.client.member.save.mutate({
      ...person,
      name,
      memberships: [{ ...blankSpell, id: '', organisationId: branch }]
    })
  memberId = (await of('丁立新')).id
  await of('唐芷兰')
})
afterEach(() => office.remove())

const spell = (part: Partial<Exemption> = {}): Exemption => ({
  ...{ id: '', memberId, organisationId: branch, ground: '自费出国半年以上', from: '2026-03-01', to: null },
  ...{ approval: '城港党发〔2026〕3号', resolvedOn: '2026-02-26' },
  ...part
})
const save = (part: Partial<Exemption> = {}) => office.client.exemption.save.mutate(spell(part))

async function expectedOn(date: string): Promise<string[]> {
  const meeting = await office.client.meeting.start.mutate({ organisationId: branch, types: ['党员大会'], date })
  const line = (await office.client.meeting.list.query({ organisationId: branch, year: null })).find(
    ({ id }) => id === meeting.id
  )
  return [`应到 ${line?.counts.expected}`, `有表决权 ${line?.counts.eligible}`]
}

describe('somebody left out of 应到 by R2-09', () => {
  it('is out of 应到 and 有表决权 from the first to the last day of it, and back the day after', async () => {
    await save({ to: '2026-06-30' })
    expect(await expectedOn('2026-02-28')).toEqual(['应到 2', '有表决权 2'])
    expect(await expectedOn('2026-03-01')).toEqual(['应到 1', '有表决权 1'])
    expect(await expectedOn('2026-06-30')).toEqual(['应到 1', '有表决权 1'])
    expect(await expectedOn('2026-07-01')).toEqual(['应到 2', '有表决权 2'])
  })

  it('is kept with a proof missing, which can come later', async () => {
    const kept = await save({ approval: '  ', resolvedOn: null })
    expect(kept).toMatchObject({ approval: null, resolvedOn: null })
    await office.client.exemption.save.mutate({ ...kept, approval: '城港党发〔2026〕3号' })
    const file = await office.client.member.file.query({ id: memberId })
    expect(file.exemptions).toMatchObject([{ approval: '城港党发〔2026〕3号', resolvedOn: null }])
  })

  it('cannot be left out twice at once, end before the beginning, or rest on a meeting still to come', async () => {
    await save()
    expect(await problemOf(save({ from: '2026-05-01' }))).toMatchObject({ code: 'exemption-duplicate', field: 'from' })
    expect(await problemOf(save({ to: '2026-02-01' }))).toMatchObject({ code: 'dates-reversed', field: 'to' })
    expect(await problemOf(save({ from: '2020-01-01', to: '2020-12-31', resolvedOn: '2099-01-01' }))).toMatchObject({
      code: 'date-in-future',
      field: 'resolvedOn'
    })
  })

  it('stays on the roster while it stands, and is counted again once it was removed', async () => {
    const kept = await save()
    expect(await problemOf(office.client.member.remove.mutate({ id: memberId }))).toMatchObject({
      code: 'member-in-use'
    })
    await office.client.exemption.remove.mutate({ id: kept.id })
    expect(await expectedOn('2026-03-01')).toEqual(['应到 2', '有表决权 2'])
  })
})
