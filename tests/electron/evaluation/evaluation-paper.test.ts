import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pollKinds } from '../../../shared/features/poll/poll.ts'
import { evaluationPapers } from '../../../shared/features/evaluation/evaluation-papers.ts'
import { pollPapers } from '../../../shared/features/poll/poll-papers.ts'
import { aBallot, anEvaluatedOffice, aRound, typeIn } from '../../factories/evaluations.ts'
import type { TestOffice } from '../../factories/office.ts'
import { pagesOf } from '../documents/read-pdf.ts'

let office: TestOffice
let round: { id: string; roundId: string }

beforeAll(async () => {
  office = await anEvaluatedOffice(12)
  round = await aRound(office, { issued: 7, returned: 7 })
  const { client } = office
  const { id } = await client.ballot.begin.mutate({
    owner: 'evaluation',
    ownerId: round.id,
    part: round.roundId,
    way: 'paper'
  })
  const pile = Array.from({ length: 7 }, () => aBallot(...Array.from({ length: 12 }, (_, at) => at % 3)))
  for (const clerk of ['林慧', '许静'])
    await client.ballot.finishPass.mutate({ id, pass: await typeIn(office, id, clerk, pile) })
  await client.ballot.confirm.mutate({ id })
  const grades = [{ memberId: 'm03', final: '基本合格' as const, reason: '任务逾期' }]
  const head = { decidedBy: '支委会' as const, decidedOn: '2026-11-20', decisionMeetingId: null, overReason: null }
  await client.evaluation.decide.mutate({ id: round.id, head, grades })
})
afterAll(() => office.remove())

const get = (path: string) =>
  office.app(new Request(`http://127.0.0.1/documents/${path}`, { headers: { 'x-app': '1' } }))
const textOf = async (path: string): Promise<string[]> => {
  const response = await get(path)
  expect(response.status, path).toBe(200)
  return pagesOf(new Uint8Array(await response.arrayBuffer())).map((lines) => lines.join('').replaceAll(/\s/g, ''))
}

describe('the papers of an evaluation', () => {
  it('are all there, filled and blank, in PDF and Word', async () => {
    for (const paper of evaluationPapers)
      for (const query of [`?member=m01&round=${round.roundId}`, '?blank=true'])
        for (const format of ['pdf', 'docx']) {
          const response = await get(`evaluation/zb/2026/${paper}.${format}${query}`)
          expect(response.status, `${paper}.${format}${query}`).toBe(200)
        }
    expect((await get('evaluation/zb/2026/tally.xlsx')).status).toBe(200)
    expect((await get('evaluation/zb/2026/result.xlsx')).status).toBe(200)
    expect((await get('evaluation/zb/2026/form.xlsx?member=m01')).status).toBe(404)
  })

  it('give a ballot to every voter, and as many as are asked for', async () => {
    expect(await textOf('evaluation/zb/2026/ballot.pdf')).toHaveLength(12)
    const three = await textOf('evaluation/zb/2026/ballot.pdf?copies=3')
    expect(new Set(three).size).toBe(1)
  })

  it('are printed for the whole branch at once: a form and a 互评表 each, a ballot for every voter, the report', async () => {
    const pages = await textOf('evaluation/zb/2026/all.pdf')
    const many = (title: string): number => pages.filter((page) => page.includes(title)).length
    expect([many('登记表'), many('互评意见表'), many('测评表'), many('计票报告单')]).toEqual([13, 13, 12, 1])
  })

  it('show figures where they are kept, and nowhere else', async () => {
    const kept = (await textOf('evaluation/zb/2026/tally.pdf')).join('')
    expect(kept).toContain('优秀候选')
    for (const paper of ['result', 'public', 'forms', 'notices', 'help', 'count']) {
      const text = (await textOf(`evaluation/zb/2026/${paper}.pdf`)).join('')
      expect(text, paper).not.toContain('优秀候选')
      expect(text, paper).not.toMatch(/100\.00|7票/)
    }
  })

  it('are noted in the log when they leave the program, and not when they are looked at', async () => {
    const seq = () => office.vault.store?.log.head().seq ?? 0
    const before = seq()
    await get('evaluation/zb/2026/result.pdf')
    expect(seq()).toBe(before)
    await get('evaluation/zb/2026/result.pdf?use=print')
    await get('evaluation/zb/2026/result.docx')
    expect(seq()).toBe(before + 2)
  })
})

describe('the papers of a poll', () => {
  it('are all there for every kind, filled and blank', async () => {
    for (const kind of pollKinds) {
      const { id } = await office.client.poll.begin.mutate({ organisationId: 'zb', year: 2026, kind })
      for (const paper of pollPapers)
        for (const query of ['', '?blank=true', '?part=A&copies=2'])
          expect((await get(`poll/${id}/${paper}.pdf${query}`)).status, `${kind} ${paper}${query}`).toBe(200)
    }
  })
})

describe('the slips of a box', () => {
  it('are as many as were made, each with its code, while the box is open', async () => {
    const { client } = office
    const { id: ownerId } = await client.poll.begin.mutate({ organisationId: 'zb', year: 2026, kind: '班子测评' })
    const { number, name, scale, date, meetingId, classes, quota } = (await client.poll.desk.query({ id: ownerId }))
      .poll
    const subjects = [{ id: '', name: '支部班子', memberId: null, post: null }]
    const poll = { number, name, scale, date, meetingId, classes, quota, subjects, questions: [] }
    await client.poll.save.mutate({ id: ownerId, poll })
    const { id } = await client.ballot.begin.mutate({ owner: 'poll', ownerId, part: '', way: 'desk' })
    const secrets = { counter: '林慧的开箱口令', teller: '方国栋的开箱口令' }
    await client.ballot.openBox.mutate({ id, slips: 12, secrets })
    const text = (await textOf(`ballot/${id}/slips.pdf`)).join('')
    expect(text.match(/\d{8}|\d{4}\s?\d{4}/g)).toHaveLength(12)
    await client.ballot.closeBox.mutate({ id, issued: 12 })
    expect((await get(`ballot/${id}/slips.pdf`)).status).toBe(404)
  })
})
