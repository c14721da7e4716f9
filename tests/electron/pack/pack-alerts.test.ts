import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planPack } from '../../../electron/features/pack/pack-service.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { anOffice, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let member: string
beforeAll(async () => {
  office = await anOffice()
  const { id } = await branch()
  const saved = await office.client.member.save.mutate({
    ...{ ...blankPerson, id: '', name: '张三', sex: '男' as const },
    memberships: [{ ...blankSpell, id: '', organisationId: id, statedPosts: ['书记'] }]
  })
  member = saved.id
})
afterAll(() => office.remove())

const branch = async () => {
  const found = (await office.client.organisation.tree.query()).find(({ kind }) => kind === '党支部')
  if (found === undefined) throw new Error('no branch')
  return found
}

/** The months without a 支委会, as a pack of the branch would warn of them in April. */
async function missed(): Promise<string[]> {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  const { warnings } = planPack(store, await branch(), { year: 2026, today: '2026-04-01', faults: [] }).report
  return warnings.filter(({ code }) => code === 'W02').flatMap(({ due }) => due ?? [])
}

describe('whether a branch has a 支委会', () => {
  it('is no where only a 书记 is on record (R1-07)', async () => {
    expect(await missed()).toEqual([])
  })

  it('is yes in the months in which somebody is 委员', async () => {
    const { id } = await branch()
    const post = { id: '', organisationId: id, memberId: member, appointedBy: null }
    await office.client.post.save.mutate({ ...post, title: '书记', from: '2025-01-01', to: null })
    expect(await missed()).toEqual([])
    await office.client.post.save.mutate({ ...post, title: '组织委员', from: '2026-02-28', to: '2026-02-28' })
    expect(await missed()).toEqual(['2026-02-28'])
  })

  it('is what the office says, before all else', async () => {
    await office.client.organisation.save.mutate({ ...(await branch()), hasCommittee: true })
    expect(await missed()).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
    await office.client.organisation.save.mutate({ ...(await branch()), hasCommittee: false })
    expect(await missed()).toEqual([])
  })
})
