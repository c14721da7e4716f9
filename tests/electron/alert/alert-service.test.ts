import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allAccounts, saveAccount } from '../../../electron/features/account/account-repository.ts'
import { planPack } from '../../../electron/features/pack/pack-service.ts'
import { saveOrganisation } from '../../../electron/features/organisation/organisation-repository.ts'
import { savePost } from '../../../electron/features/post/post-repository.ts'
import type { Account } from '../../../shared/features/account/account.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aBranch, aPost } from '../../factories/records.ts'

/** The day is 2026-11-21. */
let office: TestOffice
const store = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
const become = (part: Partial<Account>): void =>
  store().write((tables) => {
    const [account] = allAccounts(tables)
    if (account !== undefined) saveAccount(tables, { ...account, ...part })
  })

beforeEach(async () => {
  // 党总支 above two branches of the founder, and `zb` of two members beside it.
  office = await anEvaluatedOffice(2)
  store().write((tables) => {
    saveOrganisation(tables, aBranch({ code: 'ZB81', electedOn: '2023-12-31', foundedOn: '2026-10-01' }))
    savePost(tables, aPost('m01', '书记', { to: '2026-09-20' }))
    savePost(tables, aPost('m02', '组织委员'))
  })
  become({ roles: ['书记'] })
})
afterEach(() => office.remove())

const wish = { organisationId: 'zb', year: 2026 }
const list = (organisationId: string | null = 'zb') => office.client.alert.list.query({ organisationId, year: 2026 })
const codes = async (): Promise<string[]> => (await list()).alerts.map(({ code, level }) => `${code} ${level}`)
const term = { ...wish, code: 'W20', subject: '2026年12月31日任期届满' } as const
const vacancy = { ...wish, code: 'W22', subject: '书记空缺' } as const

describe('alert.list', () => {
  it('has every warning of an organisation, the gravest first, with where it is put right', async () => {
    const { alerts, counts, codes: byCode, branches, organisation } = await list()
    expect(organisation?.id).toBe('zb')
    const levels = alerts.map(({ level }) => level)
    expect(
      [...levels].sort((a, b) => ['red', 'yellow', 'blue'].indexOf(a) - ['red', 'yellow', 'blue'].indexOf(b))
    ).toEqual(levels)
    expect(alerts.find(({ code }) => code === 'W04')).toMatchObject({
      ...{ level: 'red', topic: '2026年10月主题党日', place: 'meeting', title: '月主题党日' },
      start: { organisationId: 'zb', type: '主题党日' }
    })
    expect(alerts.find(({ code }) => code === 'W20')).toMatchObject({
      ...{ level: 'yellow', due: '2026-12-31', place: 'organisation', id: 'zb' }
    })
    expect(alerts.find(({ code }) => code === 'W22')).toMatchObject({
      ...{ level: 'yellow', subject: '书记空缺', message: expect.stringContaining('自 2026-09-21 起空缺') }
    })
    expect(counts.red + counts.yellow + counts.blue).toBe(alerts.length)
    expect(byCode.find(({ code }) => code === 'W20')?.counts).toEqual({ red: 0, yellow: 1, blue: 0 })
    expect(branches).toEqual([{ id: 'zb', code: 'ZB81', label: '机关第一党支部', kind: '党支部', counts }])
  })

  it('adds up over all organisations, and stops at the reach of the account', async () => {
    const all = await list(null)
    const sum = all.branches.reduce((total, { counts }) => total + counts.red, 0)
    expect([sum, all.branches.length]).toEqual([all.counts.red, 5])
    become({ organisationId: 'other' })
    expect((await list(null)).branches.map(({ id }) => id)).toEqual(['other'])
    expect((await list(null)).alerts.every(({ organisationId }) => organisationId === 'other')).toBe(true)
    expect(await problemOf(list('zb'))).toMatchObject({ code: 'out-of-reach' })
  })

  it('tells who has not been talked with to nobody who may not see talks', async () => {
    const open = (await list()).alerts.find(({ code }) => code === 'W08')
    expect([open?.subject, open?.place]).toEqual(['2026年谈心谈话：党员m02、党员m01、党员p', 'talk'])
    become({ roles: ['只读'] })
    const { alerts, may } = await list()
    const line = alerts.find(({ code }) => code === 'W08')
    expect(line).toMatchObject({ subject: '2026年谈心谈话', place: null, level: 'blue' })
    expect(JSON.stringify(line)).not.toMatch(/党员m0|\d 人|\d 对/)
    expect(may).toEqual({ write: false, talks: false, grades: true, settings: false })
  })
})

describe('alert.snooze', () => {
  const reason = '上级已口头同意提前换届，批复下周到'
  it('puts one finding off until a day, with who and why, and says so instead of warning', async () => {
    await office.client.alert.snooze.mutate({ ...term, until: '2026-12-10', reason })
    const { alerts, snoozed, counts } = await list()
    expect(alerts.some(({ code }) => code === 'W20')).toBe(false)
    expect(snoozed).toMatchObject([
      { code: 'W20', snooze: { until: '2026-12-10', reason, at: '2026-11-21', accountName: '管理员' } }
    ])
    expect(counts.red + counts.yellow + counts.blue).toBe(alerts.length)
  })

  it('leaves the report of the pack as it is', async () => {
    const report = () => {
      const root = { ...aBranch({ code: 'ZB81' }) }
      const { warnings } = planPack(store(), root, { year: 2026, today: '2026-11-21', faults: [] }).report
      return warnings
    }
    const before = report()
    await office.client.alert.snooze.mutate({ ...term, until: '2026-12-10', reason })
    expect(report()).toEqual(before)
    expect(before.find(({ code }) => code === 'W20')).toEqual({
      ...{ code: 'W20', organisation: 'ZB81', level: 'yellow', subject: term.subject, due: '2026-12-31' },
      rule: { id: 'R2-04', document: '中国共产党支部工作条例（试行）', article: '第21条', mark: '✔' },
      message: expect.any(String)
    })
  })

  it('is of one finding at a time: again takes the place of the first', async () => {
    await office.client.alert.snooze.mutate({ ...term, until: '2026-12-10', reason })
    await office.client.alert.snooze.mutate({ ...term, until: '2026-11-30', reason: '改为月底' })
    expect((await list()).snoozed.map(({ snooze }) => snooze.until)).toEqual(['2026-11-30'])
  })

  it('is refused for too long, without a reason, and where there is no such finding', async () => {
    const { snooze } = office.client.alert
    expect(await problemOf(snooze.mutate({ ...term, until: '2027-02-20', reason }))).toMatchObject({
      ...{ code: 'date-ahead', message: '最多推迟 90 天，到 2027-02-19 为止。', field: 'until' }
    })
    expect(await problemOf(snooze.mutate({ ...term, until: '2026-12-01', reason: ' ' }))).toMatchObject({
      message: '请写明为什么推迟'
    })
    const none = { ...term, subject: '2029年12月31日任期届满', until: '2026-12-01', reason }
    expect(await problemOf(snooze.mutate(none))).toMatchObject({ code: 'alert-unknown' })
    become({ organisationId: 'other' })
    expect(await problemOf(snooze.mutate({ ...term, until: '2026-12-01', reason }))).toMatchObject({
      code: 'out-of-reach'
    })
  })

  it('holds while the names of a finding change', async () => {
    const talks = { ...wish, code: 'W08', subject: '2026年谈心谈话：党员m01、党员m02', until: '2026-12-10' } as const
    await office.client.alert.snooze.mutate({ ...talks, reason: '已排在下周' })
    const { alerts, snoozed } = await list()
    expect([alerts.some(({ code }) => code === 'W08'), snoozed.map(({ code }) => code)]).toEqual([false, ['W08']])
  })
})

it('alert.wake brings a finding back at once, and stops at the reach of the account', async () => {
  const { id } = await office.client.alert.snooze.mutate({ ...vacancy, until: '2026-12-10', reason: '人选已报' })
  expect(await codes()).not.toContain('W22 yellow')
  become({ organisationId: 'other' })
  expect(await problemOf(office.client.alert.wake.mutate({ id }))).toMatchObject({ code: 'out-of-reach' })
  become({ organisationId: null })
  await office.client.alert.wake.mutate({ id })
  expect(await codes()).toContain('W22 yellow')
  expect(await problemOf(office.client.alert.wake.mutate({ id }))).toMatchObject({ code: 'record-unknown' })
})

describe('alert.saveSetting', () => {
  const off = { code: 'W22', on: false, reason: '县局党委统一调配，不在这里提醒' } as const
  it('switches a code off for page, list and report alike, and on again', async () => {
    const packed = () =>
      planPack(store(), aBranch({ code: 'ZB81' }), {
        year: 2026,
        today: '2026-11-21',
        faults: []
      }).report.warnings.some(({ code }) => code === 'W22')
    expect(packed()).toBe(true)
    await office.client.alert.saveSetting.mutate(off)
    const desk = await list()
    expect(desk.alerts.some(({ code }) => code === 'W22')).toBe(false)
    expect(desk.off).toEqual([{ ...off, title: '书记、委员空缺', changedOn: '2026-11-21', accountName: '管理员' }])
    expect(packed()).toBe(false)
    await office.client.alert.saveSetting.mutate({ ...off, on: true, reason: '恢复提醒' })
    expect([packed(), (await list()).off]).toEqual([true, []])
  })

  it('is for who may change rules, of the whole office', async () => {
    become({ organisationId: 'zb' })
    expect(await problemOf(office.client.alert.saveSetting.mutate(off))).toMatchObject({ code: 'out-of-reach' })
    become({ organisationId: null, roles: ['党务干事'] })
    expect(await problemOf(office.client.alert.saveSetting.mutate(off))).toMatchObject({ code: 'not-allowed' })
  })
})

it('alert.settings tells of each code its days as they are set, and who switched it', async () => {
  await office.client.rule.override.mutate({
    ...{ ruleId: 'R2-04', parameter: 'months', fromYear: 2026, value: 8, note: '县局党委 2026 年 1 号文' }
  })
  await office.client.alert.saveSetting.mutate({ code: 'W25', on: false, reason: '学时由培训科统计' })
  const { settings, may } = await office.client.alert.settings.query({ year: 2026 })
  expect(settings).toHaveLength(15)
  expect(settings.find(({ code }) => code === 'W20')).toMatchObject({
    ...{ on: true, changed: null, rule: 'R2-04', levels: [{ level: 'blue', words: '届满前 8 个月起' }, {}, {}] }
  })
  expect(settings.find(({ code }) => code === 'W25')).toMatchObject({
    ...{ on: false, changed: { reason: '学时由培训科统计', changedOn: '2026-11-21', accountName: '管理员' } }
  })
  expect(may.settings).toBe(true)
})

describe('alert.rectify', () => {
  it('makes a rectification out of a finding, once while it is open', async () => {
    const { rectify } = office.client.alert
    const made = await rectify.mutate({ ...wish, code: 'W04', subject: '2026年10月主题党日' })
    expect(made).toMatchObject({
      ...{ organisationId: 'zb', year: 2026, source: '预警 W04', dueOn: '2027-02-19', closedOn: null },
      problem: '2026年10月主题党日：还没有记录，应不晚于 2026-10-31；已经开过的请补录。',
      target: '消除这条红色预警（W04 月主题党日）'
    })
    const again = { ...wish, code: 'W04', subject: '2026年10月主题党日' } as const
    expect(await problemOf(rectify.mutate(again))).toMatchObject({ code: 'rectification-open' })
    await office.client.rectification.save.mutate({ ...made, closedOn: '2026-11-21' })
    await rectify.mutate({ ...vacancy })
    expect(await problemOf(rectify.mutate({ ...wish, code: 'W04', subject: '2026年1月主题党日' }))).toMatchObject({
      code: 'alert-unknown'
    })
    const { lines } = await office.client.rectification.list.query(wish)
    expect(lines.map(({ source }) => source).sort()).toEqual(['预警 W04', '预警 W22'])
  })
})

describe('vacancies and terms above the branches', () => {
  it('are found for a 党总支, whose committee are members of its branches', async () => {
    const tree = await office.client.organisation.tree.query()
    const top = tree.find(({ kind }) => kind === '党总支')
    if (top === undefined) throw new Error('no 党总支')
    store().write((tables) => {
      saveOrganisation(tables, { ...top, electedOn: '2023-11-20' })
      savePost(tables, aPost('m01', '书记', { id: 'top', organisationId: top.id, to: '2026-11-20' }))
      savePost(tables, aPost('m02', '副书记', { id: 'top2', organisationId: top.id }))
    })
    const own = (await list(top.id)).alerts.filter(({ organisationId }) => organisationId === top.id)
    expect(own.map(({ code, level }) => `${code} ${level}`)).toEqual(['W20 red', 'W22 blue'])
    savedPost(top.id)
    expect((await list(top.id)).alerts.filter(({ code }) => code === 'W22')).toEqual([])
  })

  const savedPost = (organisationId: string): void =>
    store().write((tables) => savePost(tables, aPost('m02', '书记', { id: 'new', organisationId, from: '2026-11-21' })))
})

describe('预警清单', () => {
  const get = (path: string) =>
    office.app(new Request(`http://127.0.0.1/documents/alert/${path}`, { headers: { 'x-app': '1' } }))

  it('comes as PDF, Word and Excel, for one organisation and for all', async () => {
    await office.client.alert.snooze.mutate({ ...vacancy, until: '2026-12-10', reason: '人选已报' })
    await office.client.alert.saveSetting.mutate({ code: 'W25', on: false, reason: '学时由培训科统计' })
    for (const path of ['zb/2026/list.pdf', 'zb/2026/list.docx', 'all/2026/list.xlsx', 'all/2026/list.pdf?use=print']) {
      const answer = await get(path)
      expect([path, answer.status, answer.headers.get('x-missing-characters')]).toEqual([path, 200, null])
    }
    for (const path of ['none/2026/list.pdf', 'zb/2026/other.pdf', 'zb/26/list.pdf'])
      expect([path, (await get(path)).status]).toEqual([path, 404])
  })

  it('leaves the program only for those who may write', async () => {
    become({ roles: ['只读'] })
    expect((await get('zb/2026/list.pdf')).status).toBe(200)
    expect((await get('zb/2026/list.docx')).status).toBe(403)
  })
})
