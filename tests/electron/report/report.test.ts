import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { evaluationOf, saveEvaluation } from '../../../electron/features/evaluation/evaluation-repository.ts'
import { saveMeeting } from '../../../electron/features/meeting/meeting-repository.ts'
import { organisationById, saveOrganisation } from '../../../electron/features/organisation/organisation-repository.ts'
import type { Role } from '../../../shared/features/account/account.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import type { ReportName } from '../../../shared/features/report/report.ts'
import { anEvaluatedOffice, aRound } from '../../factories/evaluations.ts'
import { password, problemOf, type TestOffice } from '../../factories/office.ts'
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
function become(roles: Role[], organisationId: string | null = null): void {
  const { account } = office.vault
  if (account === null) throw new Error('locked')
  storeOf().write((tables) => saveAccount(tables, { ...account, roles, organisationId }))
}
const hold = (id: string, types: Meeting['types'], part: Partial<Meeting> = {}) =>
  storeOf().write((tables) =>
    saveMeeting(tables, aMeeting({ id, number: id, types, date: '2026-03-12', year: 2026, ...part }))
  )
const blocks = (report: ReportName, organisationId = 'zb') =>
  office.client.report.blocks.query({ organisationId, year: 2026, report })
async function block(report: ReportName, id: string, organisationId = 'zb') {
  const found = (await blocks(report, organisationId)).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const topId = async (): Promise<string> =>
  (await office.client.organisation.tree.query()).find(({ kind }) => kind === '党总支')?.id ?? ''
const file = (path: string) =>
  office.app(new Request(`http://127.0.0.1/documents/report/${path}`, { headers: { 'x-app': '1' } }))

describe('the reports there are', () => {
  it('are those of a branch, 自评报告 among them, and one of what is above branches', async () => {
    const of = async (organisationId: string) =>
      (await office.client.report.list.query({ organisationId, year: 2026 })).map(({ report }) => report)
    expect(await of('zb')).toEqual(['summary', 'life', 'talks', 'evaluation', 'self-check'])
    expect(await of(await topId())).toEqual(['digest'])
  })

  it('say which of them are not for a reader', async () => {
    become(['只读'])
    const lines = await office.client.report.list.query({ organisationId: 'zb', year: 2026 })
    expect(lines.filter(({ mayLook }) => !mayLook).map(({ report }) => report)).toEqual(['talks'])
    expect(await problemOf(blocks('talks'))).toMatchObject({ code: 'not-allowed' })
    expect((await file('zb/2026/talks.pdf')).status).toBe(403)
    expect((await file('zb/2026/summary.docx')).status).toBe(403)
    expect((await file('zb/2026/summary.pdf')).status).toBe(200)
  })

  it('fit what they are of, and stand within reach', async () => {
    expect(await problemOf(blocks('digest'))).toMatchObject({ code: 'report-unknown' })
    expect(await problemOf(blocks('summary', await topId()))).toMatchObject({ code: 'report-unknown' })
    become(['书记'], 'other')
    expect(await problemOf(blocks('summary'))).toMatchObject({ code: 'out-of-reach' })
  })
})

describe('年度工作总结', () => {
  it('is written from the records, each figure leading to them', async () => {
    hold('dh1', ['党员大会'])
    const life = await block('summary', 'life')
    expect(life.text).toContain('召开会议、开展活动1次，应到9人次，实到9人次，到会率100.0%。')
    expect(life.sources.find(({ of }) => of === '党员大会1次')?.links.map(({ id }) => id)).toEqual(['dh1'])
    const basics = await block('summary', 'basics')
    expect(basics.text).toContain('本支部有党员9名，其中正式党员8名、预备党员1名。')
  })

  it("keeps somebody's own text while the records go on, until it is taken back", async () => {
    const wish = { organisationId: 'zb', year: 2026, report: 'summary' as const, block: 'life' }
    await office.client.report.saveBlock.mutate({ ...wish, text: '自己写的一段。' })
    hold('dh1', ['党员大会'])
    const kept = await block('summary', 'life')
    expect(kept.own).toBe('自己写的一段。')
    expect(kept.text).toContain('开展活动1次')
    const lines = await office.client.report.list.query({ organisationId: 'zb', year: 2026 })
    expect(lines.find(({ report }) => report === 'summary')?.own).toBe(1)
    await office.client.report.saveBlock.mutate({ ...wish, text: null })
    expect((await block('summary', 'life')).own).toBeNull()
  })

  it('tells a reader nothing of talks, neither from the records nor from a text of somebody else', async () => {
    const wish = { organisationId: 'zb', year: 2026, report: 'summary' as const, block: 'appraisal' }
    await office.client.report.saveBlock.mutate({ ...wish, text: '谈了三对。' })
    become(['只读'])
    const part = await block('summary', 'appraisal')
    expect(part).toMatchObject({ own: null, isGuarded: true })
    expect(part.text).toContain('谈心谈话的情况只有书记、委员和党务干事能看。')
    expect(part.text).not.toContain('应谈')
  })

  it('keeps what is being typed when the store is locked in the middle of a word', async () => {
    const wish = { organisationId: 'zb', year: 2026, report: 'summary' as const, block: 'life' }
    await office.client.report.holdBlock.mutate({ ...wish, text: '打到一半', typed: 1 })
    expect((await block('summary', 'life')).own).toBeNull()
    const { account } = office.vault
    office.vault.lock()
    await office.client.vault.unlock.mutate({ accountId: account?.id ?? '', password })
    expect((await block('summary', 'life')).own).toBe('打到一半')
  })

  it.each(['pdf', 'docx'])('leaves the program as %s, and the log has it', async (format) => {
    const answer = await file(`zb/2026/summary.${format}?use=print`)
    expect([answer.status, (await answer.arrayBuffer()).byteLength > 5000]).toEqual([200, true])
    become(['审计员'])
    const filter = { actorId: null, act: 'report', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 10 })
    expect(lines.map(({ act }) => act)).toContain(`report.summary-report.${format === 'pdf' ? 'print' : 'word'}`)
  })
})

describe('组织生活情况报告', () => {
  it('tells who was there, and why not', async () => {
    hold('zt', ['主题党日'], { theme: '学习条例', absences: [{ memberId: 'm01', name: '党员m01', reason: '病假' }] })
    expect((await block('life', 'theme-days')).tables[0]?.rows).toEqual([['3月12日', '学习条例', '9', '8']])
    const attendance = await block('life', 'attendance')
    expect(attendance.text).toBe('缺席1人次：病假1人次；迟到、早退0人次。')
    expect(attendance.tables[0]?.rows).toContainEqual(['党员m01', '1', '0', '', '1', '', '', '', '0.0%'])
  })
})

describe('谈心谈话情况报告', () => {
  it('tells what is wanted and held in figures', async () => {
    expect((await block('talks', 'coverage')).tables[0]?.rows.length).toBeGreaterThan(0)
    expect((await block('talks', 'counts')).text).toBe('本年度没有谈话记录。')
    expect((await file('zb/2026/talks.docx')).status).toBe(200)
  })
})

describe('民主评议情况报告', () => {
  it('has grades once they are settled', async () => {
    expect((await blocks('evaluation')).map(({ id }) => id)).toEqual(['steps'])
    await aRound(office, { issued: 8, returned: 8 })
    expect((await block('evaluation', 'grades')).text).toBe('等次还没有确定，不列等次。')
    storeOf().write((tables) => {
      const evaluation = evaluationOf(tables, 'zb', 2026)
      if (evaluation === null) throw new Error('no evaluation')
      const entries = evaluation.entries.map((one) => ({
        ...one,
        final: one.memberId === 'p' ? null : one.memberId === 'm01' ? ('优秀' as const) : ('合格' as const)
      }))
      saveEvaluation(tables, {
        ...evaluation,
        entries,
        decidedBy: '支委会',
        decidedOn: '2026-11-20',
        finishedOn: '2026-11-21'
      })
    })
    const grades = await block('evaluation', 'grades')
    expect(grades.text).toContain('评定等次的党员8名：优秀1名，合格7名，基本合格0名，不合格0名。')
    expect(JSON.stringify(await blocks('evaluation'))).not.toMatch(/发出|收回|有效票/)
  })
})

describe('汇总报告', () => {
  it('puts the branches below side by side, and those alone', async () => {
    const top = await topId()
    storeOf().write((tables) => {
      const branch = organisationById(tables, 'zb')
      if (branch !== null) saveOrganisation(tables, { ...branch, parentId: top })
    })
    hold('dh1', ['党员大会'])
    const life = await block('digest', 'life', top)
    expect(life.text).toContain('各党支部召开会议、开展活动1次。')
    expect(life.tables[0]?.rows.map((row) => row[1])).toEqual(expect.arrayContaining(['0', '0', '1']))
    const people = await block('digest', 'people', top)
    expect(people.text).toContain('有党支部3个，党员9名，其中正式党员8名、预备党员1名。')
    const scores = await block('digest', 'scores', top)
    expect(scores.tables[0]?.rows).toHaveLength(4)
    expect((await file(`${top}/2026/digest.pdf`)).status).toBe(200)
  })
})
