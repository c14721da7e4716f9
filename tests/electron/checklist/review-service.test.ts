import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeMember, saveMember } from '../../../electron/features/member/member-repository.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aMember } from '../../factories/records.ts'

let office: TestOffice
beforeEach(async () => {
  office = await anEvaluatedOffice(8)
})
afterEach(() => office.remove())

const place = { organisationId: 'zb', year: 2026, list: 'standard' as const }
const keep = (part: object = {}) => office.client.checklist.saveReview.mutate({ ...place, ...part })
const desk = () => office.client.checklist.desk.query(place)
const give = (
  reviewId: string,
  item: string,
  points: number | null,
  reason: string | null = null,
  reviewer = '周处长'
) => office.client.checklist.savePoint.mutate({ reviewId, reviewer, item, points, reason })

/** Full points of a reviewer for every item that counts, but those named. */
async function giveAll(reviewId: string, reviewer: string, but: readonly string[] = []): Promise<void> {
  const { score } = await desk()
  for (const { id, max } of score.areas.flatMap(({ items }) => items))
    if (max !== '0.00' && !but.includes(id)) await give(reviewId, id, Number(max), null, reviewer)
}

describe('a review', () => {
  it('goes from the self-check to the published result, which is closed until it is taken back', async () => {
    const { id } = await keep({ selfOn: '2026-11-10', meetingOn: '2026-11-12', reviewers: ['周处长', '吴科长'] })
    expect((await desk()).list.frozenOn).toBe('2026-11-21')
    await giveAll(id, '周处长', ['C4'])
    await giveAll(id, '吴科长', ['C4'])
    const { client } = office
    expect(await problemOf(client.checklist.publish.mutate({ id }))).toMatchObject({ code: 'review-open', field: 'C4' })
    await give(id, 'C4', 2)
    await give(id, 'C4', 2.5, '有两个月晚交', '吴科长')
    expect(await problemOf(client.checklist.publish.mutate({ id }))).toMatchObject({
      code: 'reason-missing',
      message: '周处长在 C4 扣了分，还没有写理由。'
    })
    await give(id, 'C4', 2, '三个月晚交')
    await client.checklist.publish.mutate({ id })
    const { review, changes } = await desk()
    expect(review.review?.publishedOn).toBe('2026-11-21')
    // C4: the mean of 2 and 2.5 is 0.75 short; C8 is not applicable, so the 18 points of C lie on 17: 0.75 × 18 ÷ 17.
    expect(review.total).toBe('99.21')
    expect(changes.some(({ item, after }) => item === 'C4' && after === '吴科长：2.5 分')).toBe(true)
    for (const attempt of [give(id, 'C4', 3), keep({ finalNote: '好' })])
      expect(await problemOf(attempt)).toMatchObject({ code: 'review-published' })
    // What happens in the branch afterwards moves the published total no more.
    office.vault.store?.write((tables) => saveMember(tables, aMember('new', { category: '入党积极分子' })))
    expect((await desk()).review.total).toBe('99.21')
    const block = { ...place, block: 'basics', text: '改一改' }
    expect(await problemOf(client.checklist.saveBlock.mutate(block))).toMatchObject({ code: 'review-published' })
    office.vault.store?.write((tables) => removeMember(tables, 'new'))
    const mark = { item: 'C4', score: 3, note: null, evidence: null, happenedOn: null, notApplicable: false }
    expect(
      await problemOf(client.checklist.saveMark.mutate({ organisationId: 'zb', year: 2026, ...mark }))
    ).toMatchObject({ code: 'review-published' })
    expect(await problemOf(client.checklist.withdraw.mutate({ id, reason: ' ' }))).toMatchObject({ field: 'reason' })
    await client.checklist.withdraw.mutate({ id, reason: '复核有误' })
    await client.checklist.saveFinal.mutate({ reviewId: id, item: 'C4', points: 3, reason: '补交凭证' })
    expect((await desk()).review.total).toBe('100.00')
  })

  it('takes points of those who review, and no more than an item is worth', async () => {
    const { id } = await keep({ reviewers: ['周处长'] })
    expect(await problemOf(give(id, 'C4', 1, null, '吴科长'))).toMatchObject({ code: 'reviewer-unknown' })
    expect(await problemOf(give(id, 'C4', 3.5))).toMatchObject({ code: 'score-too-high' })
    expect(await problemOf(keep({ reviewers: ['周处长', '周处长'] }))).toMatchObject({ code: 'reviewer-twice' })
    await give(id, 'C4', 1, '少交')
    await keep({ reviewers: ['吴科长'] })
    expect((await desk()).review.points).toEqual([])
  })

  it('knows when each step is due, and who is late', async () => {
    const { content } = await listOf()
    await office.client.checklist.saveVersion.mutate({
      ...{ key: 'standard', year: 2026, content, selfDue: '2026-11-15', meetingDue: '2026-11-30' },
      ...{ reviewDue: null, publishDue: null }
    })
    await keep({ selfOn: '2026-11-18' })
    const { stages, next } = (await desk()).review
    expect(stages.map(({ stage, state }) => [stage, state])).toEqual([
      ['self', 'done-late'],
      ['meeting', 'current'],
      ['review', 'ahead'],
      ['published', 'ahead']
    ])
    expect(next).toBe('支部会议审议：期限 2026-11-30，还有 9 天')
  })
})

const listOf = async () => ({ content: await office.client.checklist.version.query({ id: null, key: 'standard' }) })

describe('lists of a year', () => {
  it('may be changed until points are given by them, and hold for later years', async () => {
    const { content } = await listOf()
    const areas = content.areas.map((area) =>
      area.code === 'A'
        ? { ...area, items: area.items.map((item) => (item.id === 'A1' ? { ...item, points: 3 } : item)) }
        : area
    )
    const days = { selfDue: null, meetingDue: null, reviewDue: null, publishDue: null }
    const version = { key: 'standard' as const, year: 2026, content: { ...content, areas }, ...days }
    await office.client.checklist.saveVersion.mutate(version)
    const a1 = async (year: number) =>
      (await office.client.checklist.desk.query({ ...place, year })).score.areas[0]?.items[0]?.points
    expect([await a1(2025), await a1(2026), await a1(2027)]).toEqual(['2.00', '3.00', '3.00'])
    await keep({ selfOn: '2026-11-10' })
    expect(await problemOf(office.client.checklist.saveVersion.mutate({ ...version, content }))).toMatchObject({
      code: 'list-frozen'
    })
    await office.client.checklist.saveVersion.mutate({ ...version, selfDue: '2026-12-01' })
    const versions = await office.client.checklist.versions.query()
    expect(versions.map(({ key, year, frozenOn }) => [key, year, frozenOn])).toEqual([
      ['standard', null, null],
      ['strong', null, null],
      ['standard', 2026, '2026-11-21']
    ])
    const dues = { ...version, selfDue: '2026-12-01', meetingDue: '2026-11-30' }
    expect(await problemOf(office.client.checklist.saveVersion.mutate(dues))).toMatchObject({
      code: 'dues-reversed',
      field: 'meetingDue'
    })
  })
})
