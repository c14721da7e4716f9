import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planPack } from '../../../electron/features/pack/pack-service.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { builtInBook, exportedPackage } from '../../../shared/rulebook/rule-book.ts'
import { largestPackage, readPackage } from '../../../shared/rulebook/rule-package.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'
import { anEdition, anOverride, aPackage } from '../../factories/rules.ts'

let office: TestOffice
let branch: string
beforeEach(async () => {
  office = await anOffice({ accountTitle: '支部书记' })
  branch = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
  const spell = { ...blankSpell, id: '', organisationId: branch, statedPosts: [] }
  await office.client.member.save.mutate({
    ...{ ...blankPerson, id: '', name: '丁立新', sex: '男' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' },
    memberships: [spell]
  })
})
afterEach(() => office.remove())

const { changedOn: _day, accountName: _name, ...wish } = anOverride()
const { takenOn: _taken, ...newer } = aPackage()
const text = (value: unknown): string => JSON.stringify(value)

const targetIn = async (year: number): Promise<number | undefined> =>
  (await office.client.study.desk.query({ organisationId: branch, year })).lines[0]?.target

async function warnings(year = 2026, today = '2026-12-31') {
  const { store } = office.vault
  const root = (await office.client.organisation.tree.query()).find(({ id }) => id === branch)
  if (store === null || root === undefined) throw new Error('locked')
  return planPack(store, root, { year, today, faults: [] }).report.warnings
}

const logged = async (act: string) => {
  const filter = { actorId: null, act, text: '', from: null, to: null }
  const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 50 })
  return lines.map((line) => `${line.act} ${line.object} ${line.result}`)
}

describe('a setting of the office', () => {
  it('holds from its year on in screens, papers and the pack, and an old year keeps its value', async () => {
    expect(await targetIn(2026)).toBe(32)
    await office.client.rule.override.mutate(wish)
    expect([await targetIn(2026), await targetIn(2025)]).toEqual([40, 32])
    const study = async (year: number) =>
      (await warnings(year, `${year + 1}-01-01`)).find(({ code }) => code === 'W25')?.message
    expect(await study(2026)).toContain('丁立新（0/40）')
    expect(await study(2025)).toContain('丁立新（0/32）')
    expect((await office.client.rule.book.query()).overrides).toEqual([
      anOverride({ accountName: '管理员', note: wish.note })
    ])
    expect(await logged('rule')).toContain('rule.override R8-01.member.2026 ok')
  })

  it('takes the place of the one of the same year, ends in a later one, and is cleared', async () => {
    await office.client.rule.override.mutate(wish)
    await office.client.rule.override.mutate({ ...wish, value: 36 })
    await office.client.rule.override.mutate({ ...wish, fromYear: 2027, value: null })
    expect([await targetIn(2026), await targetIn(2027)]).toEqual([36, 32])
    const { ruleId, parameter, fromYear } = wish
    await office.client.rule.clear.mutate({ ruleId, parameter, fromYear })
    expect(await targetIn(2026)).toBe(32)
    expect(await logged('rule')).toContain('rule.clear R8-01.member.2026 ok')
  })

  it('needs a note and a number in its bounds, and is not kept otherwise', async () => {
    expect(await problemOf(office.client.rule.override.mutate({ ...wish, note: '  ' }))).toEqual({
      code: 'note-missing',
      message: '请写明为什么改、依据哪个文件。',
      field: 'note'
    })
    expect(await problemOf(office.client.rule.override.mutate({ ...wish, value: 5000 }))).toMatchObject({
      message: '“党员”应在 0 至 1000 学时之间，填的是 5000 学时。',
      field: 'value'
    })
    expect((await problemOf(office.client.rule.override.mutate({ ...wish, ruleId: 'R99' }))).code).toBe('rule-unknown')
    expect((await office.client.rule.book.query()).overrides).toEqual([])
  })

  it('moves what the setup of a branch is judged by', async () => {
    await office.client.rule.override.mutate({ ...wish, ruleId: 'R1-02', parameter: 'most', value: 30 })
    const findings = await office.client.organisation.findings.query({ id: branch })
    expect(findings.map(({ message }) => message).join()).toContain('不超过 30 人')
  })
})

describe('a package', () => {
  it('shows what it would change before it is taken, and is cited from its day on', async () => {
    await office.client.rule.override.mutate(wish)
    const check = await office.client.rule.comparePackage.query({ text: text(newer) })
    expect(check).toMatchObject({ id: newer.id, rules: 1, overrides: 0, replaces: false })
    expect(check.differences.map(({ id, kind, validFrom }) => [id, kind, validFrom])).toEqual([
      ['R1-11', 'new', '2026-07-01']
    ])
    expect((await office.client.rule.book.query()).packages).toEqual([])
    await office.client.rule.importPackage.mutate({ text: text(newer) })
    expect((await office.client.rule.book.query()).packages).toEqual([aPackage()])
    const general = (await warnings()).filter(({ code }) => code === 'W01').map(({ rule }) => rule.article)
    expect(general).toEqual(['第11、14条', '第11、14条', '第15条', '第15条'])
    expect(await logged('rule')).toContain(`rule.importPackage ${newer.id} ok`)
  })

  it('names the settings that would hide its numbers, and does not touch them', async () => {
    await office.client.rule.override.mutate(wish)
    const parameters = anEdition('R8-01').parameters.map((one) => ({ ...one, value: 36 }))
    const given = text({ ...newer, rules: [anEdition('R8-01', { validFrom: '2026-01-01', parameters })] })
    const { differences } = await office.client.rule.comparePackage.query({ text: given })
    expect(differences[0]?.hidden.map(({ parameter, value }) => [parameter, value])).toEqual([['member', 40]])
    await office.client.rule.importPackage.mutate({ text: given })
    expect(await targetIn(2026)).toBe(40)
  })

  it('replaces one with its own number, and can be taken away', async () => {
    await office.client.rule.importPackage.mutate({ text: text(newer) })
    const again = {
      ...newer,
      title: '更正',
      rules: [anEdition('R1-12', { validFrom: '2026-08-01', article: '第16条' })]
    }
    const check = await office.client.rule.comparePackage.query({ text: text(again) })
    expect(check.replaces).toBe(true)
    expect(check.differences.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['R1-11 gone', 'R1-12 new'])
    await office.client.rule.importPackage.mutate({ text: text(again) })
    expect((await office.client.rule.book.query()).packages.map(({ title }) => title)).toEqual(['更正'])
    await office.client.rule.removePackage.mutate({ id: newer.id })
    expect((await office.client.rule.book.query()).packages).toEqual([])
  })

  it('with faults is refused line by line and changes nothing', async () => {
    const faulty = text({
      ...newer,
      rules: [
        { ...newer.rules[0], level: 'STOP' },
        { ...newer.rules[0], id: 'R99' }
      ]
    })
    for (const call of [
      office.client.rule.comparePackage.query({ text: faulty }),
      office.client.rule.importPackage.mutate({ text: faulty })
    ])
      expect((await problemOf(call)).message).toBe('规则 R1-11：“级别”（level）应是 BLOCK、WARN、REMIND、INFO 之一。')
    const large = ' '.repeat(largestPackage + 1)
    expect((await problemOf(office.client.rule.importPackage.mutate({ text: large }))).code).toBe('package-too-large')
    expect((await office.client.rule.book.query()).packages).toEqual([])
  })
})

describe('the file of the book', () => {
  const fetched = () =>
    office.app(new Request('http://127.0.0.1/documents/rule/package.json', { headers: { 'x-app': '1' } }))

  it('is the whole book with the settings, leaves a trace, and can be taken in again', async () => {
    await office.client.rule.override.mutate(wish)
    await office.client.rule.importPackage.mutate({ text: text(newer) })
    const content = await (await fetched()).text()
    const read = readPackage(content)
    if (!read.ok) throw new Error(read.problem.message)
    expect(read.value.rules).toHaveLength(exportedPackage(builtInBook, '2026-11-21').rules.length + 1)
    expect(read.value.overrides).toHaveLength(1)
    expect(await logged('rule')).toContain('rule.package  ok')
    const check = await office.client.rule.comparePackage.query({ text: content })
    expect(check).toMatchObject({ overrides: 1, differences: [] })
  })
})
