import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { allMembers, memberById, saveMember } from '../../../electron/features/member/member-repository.ts'
import { saveSeals } from '../../../electron/features/pack/pack-repository.ts'
import { planPack } from '../../../electron/features/pack/pack-service.ts'
import { organisationById } from '../../../electron/features/organisation/organisation-repository.ts'
import { appraisalById } from '../../../electron/features/appraisal/appraisal-repository.ts'
import { saveVeto } from '../../../electron/features/checklist/checklist-repository.ts'
import { appraisalPapers as packPapers } from '../../../electron/features/pack/pack-appraisals.ts'
import { readRosters } from '../../../electron/features/meeting/meeting-judgement.ts'
import { savePoll } from '../../../electron/features/poll/poll-repository.ts'
import { packRun } from '../../../electron/store/schema-pack.ts'
import type { Role } from '../../../shared/features/account/account.ts'
import { appraisalPapers } from '../../../shared/features/appraisal/appraisal-papers.ts'
import { feedbackSource } from '../../../shared/features/appraisal/appraisal.ts'
import { blankRectification } from '../../../shared/features/rectification/rectification.ts'
import { anAppraisedOffice, aPoll, aSubject } from '../../factories/appraisals.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aMember, aMembership } from '../../factories/records.ts'
import { textOf } from '../documents/read-pdf.ts'

let office: TestOffice
let id: string
const wish = { organisationId: 'zb', year: 2026 }
beforeEach(async () => {
  office = await anAppraisedOffice()
  id = (await office.client.appraisal.begin.mutate(wish)).id
})
afterEach(() => office.remove())

const storeOf = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
const desk = () => office.client.appraisal.desk.query(wish)
const cadre = async (name: string) => (await desk()).cadres.find((one) => one.name === name)
const write = (
  memberId: string,
  text: Parameters<typeof office.client.appraisal.saveEntry.mutate>[0]['change']['text']
) => office.client.appraisal.saveEntry.mutate({ id, change: { memberId, text } })
const grade = (memberId: string, to: '优秀' | '称职' | '不称职' | null, reason: string | null = null) =>
  office.client.appraisal.decide.mutate({ id, decision: { grades: [{ memberId, grade: to, reason }] } })
function become(roles: Role[]): void {
  const { account } = office.vault
  if (account === null) throw new Error('locked')
  storeOf().write((tables) => saveAccount(tables, { ...account, roles }))
}
async function paper(name: string, query = ''): Promise<string> {
  const path = `http://127.0.0.1/documents/appraisal/zb/2026/${name}.pdf${query}`
  const answer = await office.app(new Request(path, { headers: { 'x-app': '1' } }))
  expect(answer.status, name).toBe(200)
  return textOf(new Uint8Array(await answer.arrayBuffer()))
}

describe('an appraisal', () => {
  it('takes in the leaders of the organisation, each with what the polls say of him', async () => {
    const { cadres, limit, participants } = await desk()
    expect(cadres.map(({ name }) => name).sort()).toEqual(['丙三', '乙二', '甲一'])
    // 甲 .7×100 + .3×80 = 94; 乙 .3×100 + .5×80 + .2×60 = 82; 丙 .2×(100+80+60) = 48. A fifth of three is none.
    const scores = cadres.map(({ name, facts }) => [name, facts?.ballots[0]?.score])
    expect(Object.fromEntries(scores)).toEqual({ 甲一: '94.00', 乙二: '82.00', 丙三: '48.00' })
    const advice = cadres.map(({ name, advice: one, withinLimit }) => [name, [one?.grade, withinLimit]])
    expect(Object.fromEntries(advice)).toEqual({ 甲一: ['优秀', false], 乙二: ['称职', null], 丙三: ['不称职', null] })
    expect({ limit, participants }).toEqual({ limit: 0, participants: 3 })
    await office.client.appraisal.save.mutate({ id, head: { participants: 12 } })
    expect(await desk()).toMatchObject({ limit: 2, participants: 12 })
    expect((await cadre('甲一'))?.withinLimit).toBe(true)
  })

  it('refuses to count fewer people than it lists', async () => {
    const few = office.client.appraisal.save.mutate({ id, head: { participants: 2 } })
    expect(await problemOf(few)).toMatchObject({
      ...{ code: 'participants-few', field: 'participants' },
      message: '参加考核人数不能少于列出的 3 人，请填全部人数。'
    })
    await office.client.appraisal.save.mutate({ id, head: { participants: null } })
    expect((await desk()).participants).toBe(3)
  })

  it('takes a line of a poll without a link for the one who has the name, and for nobody where two have it', async () => {
    const rated = aSubject(null, '甲一', [7, 3, 0, 0])
    storeOf().write((tables) => savePoll(tables, aPoll('干部测评', [rated])))
    expect((await cadre('甲一'))?.facts?.ballots).toMatchObject([{ score: '94.00' }])
    expect((await desk()).findings.map(({ code }) => code)).not.toContain('ballot-unmatched')
    storeOf().write((tables) => saveMember(tables, aMember('a2', { name: '甲一', leader: true })))
    await office.client.appraisal.invite.mutate({ id })
    const { cadres, findings } = await desk()
    const both = cadres.filter(({ name }) => name === '甲一')
    expect(both.map(({ facts }) => facts?.ballots)).toEqual([[], []])
    expect(findings.find(({ code }) => code === 'ballot-unmatched')?.message).toContain('“2026 年度干部测评”里的“甲一”')
  })

  it('is begun once, for a known organisation, and only where there are leaders', async () => {
    const { client } = office
    expect(await problemOf(client.appraisal.begin.mutate(wish))).toMatchObject({ code: 'appraisal-there' })
    const nowhere = { organisationId: 'none', year: 2026 }
    expect(await problemOf(client.appraisal.begin.mutate(nowhere))).toMatchObject({ code: 'organisation-unknown' })
    storeOf().write((tables) => {
      const there = memberById(tables, 'there')
      if (there !== null) saveMember(tables, { ...there, leader: false })
    })
    const none = { organisationId: 'other', year: 2026 }
    expect(await problemOf(client.appraisal.begin.mutate(none))).toMatchObject({ code: 'no-leaders' })
  })

  it('takes in leaders who came since, nobody twice, and lets go only of whom nothing is written', async () => {
    const { client } = office
    storeOf().write((tables) => saveMember(tables, aMember('e', { name: '己六', leader: true })))
    expect((await desk()).newcomers).toEqual([{ memberId: 'e', name: '己六' }])
    expect(await client.appraisal.invite.mutate({ id })).toMatchObject({ added: 1 })
    expect(await client.appraisal.invite.mutate({ id })).toMatchObject({ added: 0 })
    await write('a', { summary: '一年来' })
    expect(await problemOf(client.appraisal.dismiss.mutate({ id, memberId: 'a' }))).toMatchObject({
      code: 'entry-in-use'
    })
    await client.appraisal.dismiss.mutate({ id, memberId: 'e' })
    expect((await desk()).cadres).toHaveLength(3)
  })

  it('fills 负面清单 in from vetoes and ballots until somebody answers, and its answers bear on the advice', async () => {
    storeOf().write((tables) =>
      saveVeto(tables, { ...wish, id: 'v', veto: 'V1', note: '查实弄虚作假。', filedOn: '2026-11-01' })
    )
    const found = async () =>
      (await cadre('甲一'))?.negatives.filter((one) => one.found === true).map((one) => [one.item, one.answered])
    expect(await found()).toEqual([['6.4-n3', false]])
    expect((await cadre('甲一'))?.advice).toMatchObject({ grade: '称职' })
    await write('a', { negatives: [{ item: '6.4-n3', found: false, note: '与本人无关' }] })
    expect(await found()).toEqual([])
    expect((await cadre('甲一'))?.advice).toMatchObject({ grade: '优秀' })
  })

  it('reads the rectifications that were opened from feedback where they are', async () => {
    const person = { name: '乙二', memberId: 'b' }
    const opened = { ...blankRectification, id: '', organisationId: 'zb', year: 2026, source: feedbackSource, person }
    await office.client.rectification.save.mutate({ ...opened, problem: '到一线调研少' })
    await office.client.rectification.save.mutate({ ...opened, problem: '台账不全', source: '上级检查' })
    expect((await cadre('乙二'))?.facts).toMatchObject({
      tasks: { all: 2, closed: 0, overdue: 0 },
      rectifications: [{ problem: '到一线调研少' }]
    })
    expect(await paper('feedback', '?member=b')).toContain('到一线调研少')
  })

  it('cannot be changed any more once its year is sealed', async () => {
    const seal = { seal: 's', organisationId: 'zb', year: 2026, packId: 'run', sealedAt: '2026-11-21T09:00:00Z' }
    storeOf().write((tables) => {
      const run = { id: 'run', organisationId: 'zb', year: 2026, madeAt: '2026-11-21T09:00:00Z', accountName: '林慧' }
      tables
        .insert(packRun)
        .values({ ...run, folder: '', manifest: {}, figures: {} })
        .run()
      saveSeals(tables, [{ ...seal, sealedBy: '林慧', reopenedAt: null, reopenedBy: null, reason: null }])
    })
    expect((await desk()).sealed).toBe(true)
    const writes = [write('a', { duty: '改' }), grade('a', '称职'), office.client.appraisal.remove.mutate({ id })]
    for (const one of writes) expect(await problemOf(one)).toMatchObject({ code: 'year-sealed' })
  })

  it('can be taken away and brought back', async () => {
    await write('a', { duty: '一年来' })
    await grade('a', '优秀')
    const before = storeOf().read((tables) => appraisalById(tables, id))
    const { undo } = await office.client.appraisal.remove.mutate({ id })
    expect((await desk()).appraisal).toBeNull()
    for await (const _step of await office.client.journal.undoInSteps.mutate({ id: undo })) void _step
    expect(storeOf().read((tables) => appraisalById(tables, id))).toEqual(before)
  })
})

describe('what an appraisal shows', () => {
  beforeEach(async () => {
    await write('a', { summary: '我的总结', duty: '我的述职', feedback: '我的反馈' })
    await grade('a', '优秀', '组织研究')
  })

  it('is grades to who only reads, texts to who enters, and ballots to 书记 and 组织委员', async () => {
    become(['只读'])
    const read = await cadre('甲一')
    expect(read?.entry.grade).toBe('优秀')
    expect(JSON.stringify(await desk())).not.toMatch(/我的|94\.00|组织研究/)
    become(['党务干事'])
    const entered = await cadre('甲一')
    expect(entered).toMatchObject({ entry: { summary: '我的总结', reason: null }, advice: null })
    expect(JSON.stringify(await desk())).not.toMatch(/94\.00|48\.00|三分之一。/)
    become(['组织委员'])
    expect(JSON.stringify(await desk())).toMatch(/94\.00/)
  })

  it('has figures on paper only where they are asked for, and none in a pack', async () => {
    expect(await paper('ballots')).not.toContain('94.00')
    expect(await paper('ballots', '?figures=true')).toContain('94.00')
    for (const name of ['forms', 'negative', 'grades', 'notice', 'all']) {
      const text = await paper(name)
      expect(text, name).toContain('甲一')
      expect(text, name).not.toMatch(/94\.00|70\.00%/)
    }
    const root = storeOf().read((tables) => organisationById(tables, 'zb'))
    if (root === null) throw new Error('no branch')
    const { parts } = planPack(storeOf(), root, { year: 2026, today: '2026-11-21', faults: [] })
    const kept = parts.flatMap((part) => part.documents()).filter(({ kind }) => kind.startsWith('appraisal-'))
    expect(kept.map(({ kind, volume }) => `${volume} ${kind}`)).toEqual(
      ['forms', 'ballots', 'team', 'duty', 'score', 'grades', 'feedback'].map((name) => `06 appraisal-${name}`)
    )
    expect(JSON.stringify(kept)).not.toMatch(/94\.00|70\.00%/)
  })

  it('is in a pack of who may not see tallies without what is only for tallies', () => {
    const root = storeOf().read((tables) => organisationById(tables, 'zb'))
    if (root === null) throw new Error('no branch')
    const when = { year: 2026, today: '2026-11-21' }
    const kinds = (tally: boolean) =>
      storeOf().read((tables) => packPapers(tables, root, when, readRosters(tables), tally).map(({ kind }) => kind))
    expect(kinds(true)).toContain('appraisal-grades')
    expect(kinds(false)).toEqual(kinds(true).filter((kind) => kind !== 'appraisal-grades'))
  })

  it('leaves as Word paper by paper, and all of it bound as PDF only', async () => {
    const word = async (name: string) => {
      const path = `http://127.0.0.1/documents/appraisal/zb/2026/${name}.docx`
      return (await office.app(new Request(path, { headers: { 'x-app': '1' } }))).status
    }
    for (const name of appraisalPapers) expect(await word(name), name).toBe(200)
    expect(await word('all')).toBe(404)
  })

  it('is found by its year and by whom it is about, and not by what was written', async () => {
    const search = async (text: string) =>
      (await office.client.search.all.query({ text, kinds: ['appraisal'], year: null, offset: 0, limit: 10 })).total
    expect([await search('干部考核'), await search('甲一'), await search('我的总结')]).toEqual([1, 1, 0])
  })
})

describe('people in an appraisal', () => {
  it('become one person with what was written of both', async () => {
    await write('a', { summary: '甲的总结' })
    await write('b', { summary: '乙的总结', duty: '乙的述职' })
    await office.client.member.merge.mutate({ keepId: 'a', otherId: 'b', choices: {} })
    const [entry] = (await desk()).cadres.filter(({ memberId }) => memberId === 'a')
    expect(entry?.entry).toMatchObject({ summary: '甲的总结', duty: '乙的述职' })
    expect((await desk()).cadres).toHaveLength(2)
  })

  it('cannot be removed from the roster, nor their organisation', async () => {
    expect(await problemOf(office.client.member.remove.mutate({ id: 'a' }))).toMatchObject({ code: 'member-in-use' })
    const refused = await problemOf(office.client.organisation.remove.mutate({ id: 'zb' }))
    expect(refused.message).toContain('1 次干部考核')
  })

  it('keep nothing but their grade once their particulars are erased', async () => {
    await write('a', { summary: '甲的总结', negatives: [{ item: '6.4-n1', found: true, note: '警告' }] })
    await grade('a', '称职', '理由')
    become(['书记', '管理员'])
    storeOf().write((tables) => {
      const left = aMembership({ id: 'spell-a', to: '2010-01-01', exitWay: '转出' })
      const gone = allMembers(tables).find((one) => one.id === 'a')
      if (gone !== undefined) saveMember(tables, { ...gone, standing: '已转出', memberships: [left] })
    })
    await office.client.member.erase.mutate({ ids: ['a'] })
    const entry = storeOf()
      .read((tables) => appraisalById(tables, id))
      ?.entries.find(({ memberId }) => memberId === 'a')
    expect(entry).toMatchObject({ summary: null, negatives: [], grade: '称职', reason: null })
  })
})
