import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeMember, saveMember } from '../../../electron/features/member/member-repository.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aMember } from '../../factories/records.ts'

let office: TestOffice
beforeEach(async () => {
  // Two full members: no branch of its own (A1), until a third comes.
  office = await anEvaluatedOffice(2)
})
afterEach(() => office.remove())

const wish = { organisationId: 'zb', year: 2026, item: 'A1' }
const begin = () => office.client.rectification.fromItem.mutate(wish)
const plan = {
  ...{ measure: '与邻近支部联合', person: { name: '方国栋', memberId: null } },
  progress: [{ on: '2026-11-20', text: '已向党委请示。' }]
}

it('is written from what the rule found, and once', async () => {
  const one = await begin()
  expect(one).toMatchObject({ item: 'A1', source: '标准化清单 A1', cycle: 1, dueOn: '2027-02-19' })
  expect(one.problem).toMatch(/^设立合规：正式党员 2 人，不足 3 人/)
  expect(await problemOf(begin())).toMatchObject({ code: 'rectification-open' })
})

it('is measured by the same rule again, goes round at most three times, and then upward', async () => {
  const first = await begin()
  expect(await problemOf(office.client.rectification.follow.mutate({ id: first.id }))).toMatchObject({
    message: '复测前先填：措施、责任人、至少一条过程记录。'
  })
  let id = first.id
  for (const cycle of [1, 2, 3]) {
    const { lines } = await office.client.rectification.list.query({ organisationId: 'zb', year: 2026 })
    const stored = lines.find((one) => one.id === id) ?? first
    await office.client.rectification.save.mutate({ ...stored, ...plan })
    const { step, next, rectification } = await office.client.rectification.follow.mutate({ id })
    expect(rectification.remeasured).toMatch(/^2026-11-21 复测 0\.00 \/ 2\.00 分/)
    expect([cycle, step, next?.cycle ?? null]).toEqual([
      cycle,
      cycle < 3 ? 'again' : 'pass-up',
      cycle < 3 ? cycle + 1 : null
    ])
    if (next === null) expect(rectification).toMatchObject({ passedUpOn: '2026-11-21', closedOn: null })
    else id = next.id
  }
  expect(await problemOf(office.client.rectification.follow.mutate({ id }))).toMatchObject({ code: 'record-final' })
  // Begun anew after that it goes on from the third turn, and can be edited like any other.
  const anew = await begin()
  expect([anew.previousId, anew.cycle]).toEqual([id, 1])
  expect(await office.client.rectification.save.mutate({ ...anew, measure: '请党委牵头' })).toMatchObject({
    measure: '请党委牵头'
  })
  const { rectifications } = await office.client.checklist.desk.query({ ...wish, list: 'standard' })
  expect(rectifications).toHaveLength(4)
})

it('is not written for an item that has all its points', async () => {
  office.vault.store?.write((tables) => saveMember(tables, aMember('m03')))
  expect(await problemOf(begin())).toMatchObject({ code: 'item-reached', message: 'A1 设立合规没有失分，不用整改。' })
})

it('closes when the item has its points again', async () => {
  const one = await begin()
  await office.client.rectification.save.mutate({ ...one, ...plan })
  office.vault.store?.write((tables) => saveMember(tables, aMember('m03')))
  const { step, next, rectification } = await office.client.rectification.follow.mutate({ id: one.id })
  expect([step, next, rectification.closedOn]).toEqual(['close', null, '2026-11-21'])
  // Lost again: it goes on from the one that was closed, and can be edited.
  office.vault.store?.write((tables) => removeMember(tables, 'm03'))
  const again = await begin()
  expect(again.previousId).toBe(one.id)
  const { lines, closing, recurrence } = await office.client.rectification.list.query({
    organisationId: 'zb',
    year: 2026
  })
  expect(lines.map(({ id, recurs }) => [id === again.id, recurs])).toEqual(
    expect.arrayContaining([
      [true, false],
      [false, false]
    ])
  )
  expect([closing, recurrence]).toEqual([
    { inTime: 1, counted: 1 },
    { again: 0, closed: 1 }
  ])
  expect(await office.client.rectification.save.mutate({ ...again, measure: '再联合' })).toMatchObject({
    measure: '再联合'
  })
})
