import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import type { Role } from '../../../shared/features/account/account.ts'
import { saveAttachment } from '../../../electron/features/attachment/attachment-repository.ts'
import { saveProof } from '../../../electron/features/checklist/checklist-repository.ts'
import { saveMeeting } from '../../../electron/features/meeting/meeting-repository.ts'
import { aListItem } from '../../shared/features/checklist/list-facts.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aMeeting } from '../../factories/records.ts'

let office: TestOffice
beforeEach(async () => {
  office = await anEvaluatedOffice(8)
})
afterEach(() => office.remove())

const storeOf = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
function become(...roles: Role[]): void {
  const { account } = office.vault
  if (account === null) throw new Error('locked')
  storeOf().write((tables) => saveAccount(tables, { ...account, roles }))
}
const place = { organisationId: 'zb', year: 2026 }
const desk = (list: 'standard' | 'strong' | 'own' = 'standard') =>
  office.client.checklist.desk.query({ ...place, list })
const itemOf = async (id: string) => {
  const { score } = await desk()
  const item = score.areas.flatMap(({ items }) => items).find((one) => one.id === id)
  if (item === undefined) throw new Error(id)
  return item
}
const mark = (item: string, part: object = {}) =>
  office.client.checklist.saveMark.mutate({
    ...{ ...place, item, score: null, note: null, evidence: null, happenedOn: null, notApplicable: false },
    ...part
  })

describe('the list of a branch', () => {
  it('fills itself in from the records, with the records behind each figure', async () => {
    storeOf().write((tables) =>
      saveMeeting(tables, aMeeting({ id: 'dh1', number: 'DH1', types: ['党员大会'], date: '2026-03-12', year: 2026 }))
    )
    expect(await itemOf('A1')).toMatchObject({ status: 'scored', score: '2.00' })
    const meetings = await itemOf('D1')
    expect(meetings.links.map(({ record, id }) => [record, id])).toContainEqual(['meeting', 'dh1'])
    const { score } = await desk()
    expect(Number(score.total) + Number(score.lost) + Number(score.pending)).toBeCloseTo(100, 2)
  })

  it('is no matter of a 党小组 or a 党委, nor of a branch out of reach', async () => {
    const [top] = await office.client.organisation.tree.query()
    const wrong = office.client.checklist.desk.query({ ...place, organisationId: top?.id ?? '', list: 'standard' })
    expect(await problemOf(wrong)).toMatchObject({ code: 'organisation-unknown' })
  })

  it('shows the figure of talks to readers, but neither names nor records', async () => {
    become('只读')
    const talks = await itemOf('D7')
    expect([talks.links, talks.needs]).toEqual([[], []])
    expect(talks.basis).not.toMatch(/党员m/)
  })
})

describe('清单自评', () => {
  it('is the score where the program keeps no records, and what changed stays to be read', async () => {
    await mark('C4', { score: 2.5, note: '全年按月交' })
    await mark('C4', { score: 3 })
    expect(await itemOf('C4')).toMatchObject({ status: 'scored', score: '3.00' })
    const { changes } = await desk()
    expect(changes.map(({ item, before, after }) => [item, before, after])).toEqual(
      expect.arrayContaining([
        ['C4', '没有自评', '2.5 分'],
        ['C4', '2.5 分', '3 分']
      ])
    )
  })

  it('changes nothing of what is computed', async () => {
    await mark('A2', { score: 0 })
    expect(await itemOf('A2')).toMatchObject({ status: 'scored', score: '1.00' })
  })

  it.each([
    ['C4', { score: 4 }, 'score-too-high', 'score'],
    ['F1', { score: 2 }, 'evidence-missing', 'evidence'],
    ['C4', { notApplicable: true }, 'reason-missing', 'note'],
    ['C4', { score: 1, happenedOn: '2026-12-24' }, 'date-ahead', 'happenedOn'],
    ['Z9', { score: 1 }, 'item-unknown', 'item']
  ])('of %s is refused in words: %o', async (item, part, code, field) => {
    expect(await problemOf(mark(item, part))).toMatchObject({ code, field })
  })

  it('goes when nothing is said in it any more', async () => {
    await mark('C4', { score: 3 })
    await mark('C4', { note: ' ' })
    expect(await itemOf('C4')).toMatchObject({ status: 'pending', score: '0.00' })
  })
})

describe('proofs', () => {
  const file = (part: string | null, more: object = {}) =>
    office.client.checklist.saveProof.mutate({
      ...{ id: '', ...place, item: 'A6', part, title: part ?? '别的', happenedOn: '2026-03-01', filedOn: '2000-01-01' },
      ...more
    })

  it('of the parts give the item its points, filed on the day they are', async () => {
    const proof = await file('成立批复')
    expect(proof.filedOn).toBe('2026-11-21')
    expect(await itemOf('A6')).toMatchObject({ status: 'scored', score: '0.50' })
    await office.client.checklist.removeProof.mutate({ id: proof.id })
    expect(await itemOf('A6')).toMatchObject({ status: 'pending' })
  })

  it('dated outside the year or used twice are pointed out', async () => {
    await file(null, { happenedOn: '2024-03-01' })
    await file(null, { happenedOn: '2024-03-01' })
    expect((await itemOf('A6')).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['outside-year', 'used-twice'])
    )
  })

  it('of a part the item has not are refused', async () => {
    expect(await problemOf(file('没有这份'))).toMatchObject({ code: 'part-unknown', field: 'part' })
  })
})

const anOwnArea = { code: 'A', title: '基础工作', items: [aListItem('YA1', 100)] }

describe('vetoes and 加分', () => {
  it('are stated by leaders with what they rest on, and take the stars away', async () => {
    const finding = { id: '', ...place, veto: 'V1', note: '班子成员受党内警告处分', filedOn: '2026-11-21' }
    become('党务干事')
    expect(await problemOf(office.client.checklist.saveVeto.mutate(finding))).toMatchObject({ code: 'not-allowed' })
    become('组织委员')
    await office.client.checklist.saveVeto.mutate(finding)
    expect((await desk()).vetoes.map(({ id }) => id)).toEqual(['V1'])
    const board = await office.client.checklist.board.query({ organisationId: null, year: 2026, list: 'standard' })
    expect(board.cards.find(({ organisationId }) => organisationId === 'zb')?.rating?.says).toContain('一票否决')
    // An own list brings the vetoes of the standard one with it; each stands once all the same.
    const content = await office.client.checklist.version.query({ id: null, key: 'standard' })
    await office.client.checklist.saveVersion.mutate({
      ...{ key: 'own', year: 2026, content: { ...content, key: 'own', areas: [anOwnArea] } },
      ...{ selfDue: null, meetingDue: null, reviewDue: null, publishDue: null }
    })
    const own = await desk('own')
    expect(own.vetoes.map(({ id }) => id)).toEqual(['V1'])
    expect(own.toState.map(({ id }) => id)).toEqual(['V1', 'V4', 'V5', 'V6'])
    const seen = { ...finding, veto: 'V2' }
    expect(await problemOf(office.client.checklist.saveVeto.mutate(seen))).toMatchObject({ code: 'veto-computed' })
  })

  it('of 加分 count no further than the list allows, beside the total', async () => {
    for (const [title, points] of [
      ['省级表彰', 2],
      ['典型推广', 4]
    ] as const)
      await office.client.checklist.saveBonus.mutate({
        ...{ id: '', ...place, title, points, happenedOn: null, filedOn: '2026-11-21' }
      })
    const { score } = await desk()
    expect(score.bonus).toBe('5.00')
  })
})

describe('branches side by side', () => {
  it('have their stages, and the medians of what is scored', async () => {
    await office.client.checklist.saveReview.mutate({ ...place, list: 'standard', selfOn: '2026-11-10' })
    const board = await office.client.checklist.board.query({ organisationId: null, year: 2026, list: 'standard' })
    const own = board.cards.find(({ organisationId }) => organisationId === 'zb')
    expect(own?.stages.map(({ state }) => state)).toEqual(['done', 'current', 'ahead', 'ahead'])
    expect(board.columns.map(({ code }) => code).join('')).toBe('ABCDEFGH')
    // Two branches: the mean of both; an area where all is pending has none.
    const shares = board.cards.map(({ areas }) => areas[0]?.share ?? 0)
    expect(board.medians[0]).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / 2, 0)
    expect(board.medians[1]).toBeNull()
    expect(own?.areas.some(({ share, isPending }) => share === null && isPending)).toBe(true)
  })
})

describe('who changed what', () => {
  it('is kept for proofs, vetoes and 加分 as for points, and not where nothing changed', async () => {
    const { client } = office
    const filedOn = '2026-11-21'
    const proof = { ...place, id: '', item: 'A6', part: null, title: '成立批复', happenedOn: '2026-03-01', filedOn }
    const filed = await client.checklist.saveProof.mutate(proof)
    await client.checklist.saveProof.mutate({ ...proof, id: filed.id })
    await client.checklist.saveProof.mutate({ ...proof, id: filed.id, title: '批复' })
    await client.checklist.removeProof.mutate({ id: filed.id })
    const veto = await client.checklist.saveVeto.mutate({ ...place, id: '', veto: 'V1', note: '处分决定', filedOn })
    await client.checklist.removeVeto.mutate({ id: veto.id })
    const bonus = { ...place, id: '', title: '市级先进', points: 1, happenedOn: null, filedOn }
    await client.checklist.saveBonus.mutate(bonus)
    const { changes } = await desk()
    const said = (item: string) =>
      changes
        .filter((one) => one.item === item)
        .map(({ before, after }) => `${before} → ${after}`)
        .sort()
    expect(said('A6')).toEqual([
      ...['材料“成立批复”，2026-03-01 → 材料“批复”，2026-03-01', '材料“批复”，2026-03-01 → 没有这份材料'],
      '没有这份材料 → 材料“成立批复”，2026-03-01'
    ])
    expect(said('V1')).toEqual(['否决：处分决定 → 没有否决', '没有否决 → 否决：处分决定'])
    expect(said('加分')).toEqual(['没有这项加分 → 市级先进，加 1 分'])
  })

  it('is kept for the days of a round', async () => {
    await office.client.checklist.saveReview.mutate({ ...place, list: 'standard', selfOn: '2026-11-10' })
    await office.client.checklist.saveReview.mutate({ ...place, list: 'standard', selfOn: '2026-11-11' })
    const { changes } = await desk()
    expect(changes.map(({ before, after, accountName }) => [before, after, accountName !== '']).sort()).toEqual([
      ['2026-11-10 自评', '2026-11-11 自评', true],
      ['没有自评', '2026-11-10 自评', true]
    ])
  })
})

describe('a file that proves something elsewhere', () => {
  it('is pointed out for papers of the year, not for what only stands', async () => {
    const proofOf = (id: string, year: number, item: string) => ({
      ...{ id, organisationId: 'zb', year, item, part: null, title: `材料${id}`, happenedOn: null },
      filedOn: '2026-11-20'
    })
    storeOf().write((tables) => {
      for (const proof of [
        proofOf('a', 2025, 'E1'),
        proofOf('b', 2026, 'E1'),
        proofOf('c', 2025, 'A6'),
        proofOf('d', 2026, 'A6')
      ]) {
        saveProof(tables, proof)
        saveAttachment(tables, {
          ...{ id: `f-${proof.id}`, record: 'proof', recordId: proof.id, organisationId: 'zb', position: 0 },
          ...{ name: '材料.pdf', kind: 'pdf', caption: null, size: 9, digest: proof.item, width: null, height: null },
          ...{ shownOn: null, filedOn: '2026-11-20', filedBy: '林慧' }
        })
      }
    })
    const findings = async (id: string) => (await itemOf(id)).findings.map(({ code, says }) => `${code} ${says}`)
    expect(await findings('E1')).toEqual(['used-elsewhere “材料b”的文件还用在：2025 年度 E1“材料a”。'])
    expect(await findings('A6')).toEqual([])
  })
})
