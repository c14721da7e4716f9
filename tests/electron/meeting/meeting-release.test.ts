import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankItem, emptyVote, type Meeting, type Vote } from '../../../shared/features/meeting/meeting.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import type { Role } from '../../../shared/features/account/account.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let meeting: Meeting
beforeEach(async () => {
  office = await anOffice({ accountTitle: '支部书记' })
  const [branch] = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
  const organisationId = branch?.id ?? ''
  for (const name of ['周启明', '林慧', '高翔', '石磊'])
    await office.client.member.save.mutate({
      ...{ ...blankPerson, id: '', name, sex: '男' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' },
      memberships: [{ ...blankSpell, id: '', organisationId }]
    })
  const started = await office.client.meeting.start.mutate({ organisationId, types: ['党员大会'], date: '2026-11-20' })
  const person = { name: '周启明', memberId: null }
  meeting = {
    ...started,
    ...{ start: '14:30', end: '16:00', place: '四楼会议室', host: person, recorder: { ...person, name: '林慧' } }
  }
  await keep({})
})
afterEach(() => office.remove())

/** Keeps the record with one admission, voted on as given. */
async function keep(vote: Partial<Vote>, part: Partial<Meeting> = {}): Promise<void> {
  const item = {
    ...{ ...blankItem, number: 1, title: '讨论接收沈若云为预备党员', kind: '接收预备党员' as const },
    subject: { name: '沈若云', memberId: null },
    ...{ discussion: [{ speaker: { name: '高翔', memberId: null }, text: '同意。' }], resolution: '同意接收。' },
    vote: { ...emptyVote, method: '举手' as const, yes: 4, no: 0, abstained: 0, ...vote }
  }
  meeting = await office.client.meeting.save.mutate({ ...meeting, agenda: [item], ...part })
}

function become(roles: Role[]): void {
  const { account, store } = office.vault
  if (account === null || store === null) throw new Error('locked')
  store.write((tables) => saveAccount(tables, { ...account, roles }))
}

const finish = () => office.client.meeting.finish.mutate({ id: meeting.id })
const release = (part: object = {}) =>
  office.client.meeting.release.mutate({
    id: meeting.id,
    ruleId: 'R1-22',
    item: 1,
    reason: '上级党委批复同意',
    ...part
  })
const desk = () => office.client.meeting.desk.query({ id: meeting.id })

describe('a record that a rule stops', () => {
  it('is not completed, and says why, by which rule and what mends it', async () => {
    const { gaps, blocks } = await finish()
    expect(gaps).toEqual([])
    expect(blocks).toEqual([
      {
        rule: 'R1-22',
        item: 1,
        title: '讨论接收沈若云为预备党员',
        why: '表决方式是举手，应当无记名投票。',
        wayOut: '重新用无记名投票表决；方式选错了的，改表决方式。',
        citation: '发展党员细则 第20、33条'
      }
    ])
    expect((await desk()).meeting.state).toBe('drafted')
    await keep({ method: '无记名' })
    expect(await finish()).toEqual({ gaps: [], blocks: [] })
    expect((await desk()).meeting.state).toBe('final')
  })

  it('is completed once the 书记 let it pass, which stays with the record and in the log', async () => {
    await release()
    expect((await desk()).releases).toEqual([
      { ruleId: 'R1-22', item: 1, reason: '上级党委批复同意', releasedOn: '2026-11-21', accountName: '管理员' }
    ])
    expect(await finish()).toEqual({ gaps: [], blocks: [] })
    expect((await desk()).meeting.state).toBe('final')
    const filter = { actorId: null, act: 'meeting', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 50 })
    expect(lines).toContainEqual(expect.objectContaining({ act: 'meeting.release', object: meeting.id, result: 'ok' }))
  })

  it('is not let pass without a reason, where nothing stops it, or by anybody else', async () => {
    expect((await problemOf(release({ reason: '  ' }))).message).toBe('请写明放行的理由')
    expect((await problemOf(release({ ruleId: 'R2-19' }))).code).toBe('block-unknown')
    expect((await problemOf(release({ item: 2 }))).code).toBe('block-unknown')
    become(['管理员', '审计员', '组织委员'])
    expect((await problemOf(release())).code).toBe('not-allowed')
    expect((await desk()).releases).toEqual([])
  })

  it('is stopped again when the vote is changed after it was let pass', async () => {
    await release()
    await keep({}, { place: '三楼会议室' })
    expect((await desk()).releases).toHaveLength(1)
    await keep({ yes: 3, no: 1 })
    expect((await desk()).releases).toEqual([])
    expect((await finish()).blocks).toHaveLength(1)
  })

  it('is one whose ballots do not add up, too, under a rule of its own', async () => {
    await keep({ method: '无记名', issued: 4, returned: 5 })
    expect((await finish()).blocks.map(({ rule }) => rule)).toEqual(['R2-19'])
    await release({ ruleId: 'R2-19' })
    expect((await finish()).blocks).toEqual([])
  })
})
