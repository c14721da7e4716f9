import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allAccounts, saveAccount } from '../../../electron/features/account/account-repository.ts'
import type { Account } from '../../../shared/features/account/account.ts'
import { blankEntry } from '../../../shared/features/plan/plan.ts'
import { blankRectification } from '../../../shared/features/rectification/rectification.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'

/** The day is 2026-11-21. */
let office: TestOffice
const become = (part: Partial<Account>): void =>
  office.vault.store?.write((tables) => {
    const [account] = allAccounts(tables)
    if (account !== undefined) saveAccount(tables, { ...account, ...part })
  })
const view = (organisationId: string | null = 'zb') => office.client.home.view.query({ organisationId, year: 2026 })

beforeEach(async () => {
  office = await anEvaluatedOffice(2)
  become({ roles: ['书记'] })
})
afterEach(() => office.remove())

const task = { source: null, person: null, dueOn: '2026-11-30', doneOn: null, result: null }

describe('home.view', () => {
  it('has what waits besides warnings: tasks, planned days, rectifications, each with its day', async () => {
    const { client } = office
    await client.task.save.mutate({ ...task, id: '', organisationId: 'zb', subject: '修订值班表' })
    await client.task.save.mutate({ ...task, id: '', organisationId: 'zb', subject: '做完的', doneOn: '2026-11-02' })
    await client.plan.save.mutate(blankEntry('zb', '2026-11-25', ['支委会']))
    await client.plan.save.mutate(blankEntry('zb', '2027-03-25', ['支委会']))
    await client.rectification.save.mutate({
      ...{ ...blankRectification, id: '', organisationId: 'zb', problem: '记录不及时', dueOn: '2026-12-10' }
    })
    const { work, setUp, organisation } = await view()
    expect(work.map(({ kind, what, due }) => [kind, what, due])).toEqual([
      ['plan', expect.stringContaining('支委会'), '2026-11-25'],
      ['task', '修订值班表', '2026-11-30'],
      ['rectification', '记录不及时', '2026-12-10']
    ])
    expect([setUp.plans, organisation?.id]).toEqual([1, 'zb'])
    expect((await view(null)).work).toHaveLength(3)
  })

  it('tells of the last work in the organisations that are looked at, of others only to whom the log is open', async () => {
    const { client } = office
    const kept = await client.task.save.mutate({ ...task, id: '', organisationId: 'zb', subject: '修订值班表' })
    await client.task.save.mutate({ ...kept, subject: '修订值班表和通讯录' })
    const said = async (): Promise<string[]> => (await view()).recent.map(({ what }) => what)
    expect(await said()).toContain('修订值班表和通讯录')
    expect((await view('other')).recent.map(({ what }) => what)).not.toContain('修订值班表和通讯录')
  })

  it('stops at the reach of the account', async () => {
    become({ organisationId: 'other' })
    expect((await view(null)).coverage.rows.every(({ organisationId }) => organisationId === 'other')).toBe(true)
    expect(await problemOf(view('zb'))).toMatchObject({ code: 'out-of-reach' })
    expect(await problemOf(office.client.home.progress.query({ organisationId: 'zb', year: 2026 }))).toMatchObject({
      code: 'out-of-reach'
    })
  })
})

describe('home.progress', () => {
  it('adds the branches up: papers there, papers wanted, and the mean of the scores', async () => {
    const all = await office.client.home.progress.query({ organisationId: null, year: 2026 })
    const sum = (name: 'there' | 'missing'): number => all.branches.reduce((total, one) => total + one[name], 0)
    expect([sum('there'), sum('missing')]).toEqual([all.there, all.missing])
    expect(all.areas.reduce((total, { missing }) => total + missing, 0)).toBe(all.missing)
    const one = await office.client.home.progress.query({ organisationId: 'zb', year: 2026 })
    const desk = await office.client.checklist.desk.query({ organisationId: 'zb', year: 2026, list: 'standard' })
    expect([one.mean?.total, one.missing]).toEqual([desk.score.total, desk.missing.length])
  })
})
