import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let meeting: Meeting

const client = () => office.client.meeting
const stored = async (): Promise<Meeting> => (await client().desk.query({ id: meeting.id })).meeting

beforeEach(async () => {
  office = await anOffice()
  const organisationId = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
  const person = { ...blankPerson, id: '', sex: '男' as const, joinedOn: '2010-07-01', fullOn: '2011-07-01' }
  for (const [name, statedPosts] of [
    ['周启明', ['书记']],
    ['丁立新', []]
  ] as const)
    await office.client.member.save.mutate({
      ...person,
      name,
      memberships: [{ ...blankSpell, id: '', organisationId, statedPosts: [...statedPosts] }]
    })
  const begun = await client().start.mutate({ organisationId, types: ['党员大会'], date: '2026-03-20' })
  const recorder = { name: '丁立新', memberId: null }
  const item = { number: 1, title: '学习文件', kind: '一般' as const, presenter: null, subject: null }
  meeting = await client().save.mutate({
    ...begun,
    ...{ start: '14:30', end: '16:00', place: '活动室', recorder },
    agenda: [{ ...item, discussion: [], resolution: '学了文件。', vote: null, steps: [] }]
  })
  expect(await client().finish.mutate({ id: meeting.id })).toEqual({ gaps: [], blocks: [] })
})
afterEach(() => office.remove())

const reopen = (reason = '漏记列席人员') => client().reopen.mutate({ id: meeting.id, reason })

describe('a completed record', () => {
  it('is opened again only with a reason, and the text it had is kept with reason, day and name', async () => {
    expect(await problemOf(reopen('  '))).toMatchObject({ code: 'reason-missing', field: 'reason' })
    expect((await stored()).state).toBe('final')
    await reopen()
    expect((await stored()).state).toBe('drafted')
    const [version] = await client().versions.query({ id: meeting.id })
    expect(version).toMatchObject({ number: 1, reason: '漏记列席人员', accountName: '管理员', changes: [] })
  })

  it('shows for each kept text what came to be said otherwise, the last one against the text under the pen', async () => {
    await reopen()
    await client().save.mutate({ ...(await stored()), guests: ['李干事'], handout: '讲稿一' })
    await client().finish.mutate({ id: meeting.id })
    await reopen('改地点')
    await client().save.mutate({ ...(await stored()), place: '会议室' })
    const versions = await client().versions.query({ id: meeting.id })
    expect(versions.map(({ number, changes }) => [number, changes])).toEqual([
      [2, [{ column: '地点', before: '活动室', after: '会议室' }]],
      [
        1,
        [
          { column: '列席', before: '', after: '李干事' },
          { column: '讲稿', before: '', after: '讲稿一' }
        ]
      ]
    ])
  })

  it('cannot be deleted any more once a text of it is kept', async () => {
    expect(await problemOf(client().remove.mutate({ id: meeting.id }))).toMatchObject({ code: 'record-final' })
    await reopen()
    expect(await problemOf(client().remove.mutate({ id: meeting.id }))).toMatchObject({ code: 'record-kept' })
  })
})

describe('archiving', () => {
  it('takes final records only, and none at all when one of them is not', async () => {
    const draft = await client().start.mutate({
      organisationId: meeting.organisationId,
      types: ['支委会'],
      date: '2026-04-01'
    })
    expect(await problemOf(client().archive.mutate({ ids: [meeting.id, draft.id] }))).toMatchObject({
      code: 'record-unfinished'
    })
    expect((await stored()).state).toBe('final')
    expect(await client().archive.mutate({ ids: [meeting.id] })).toEqual({ archived: 1 })
    expect((await stored()).state).toBe('archived')
  })

  it('is undone by the 书记 alone, with a reason, and keeps the archived text', async () => {
    await client().archive.mutate({ ids: [meeting.id] })
    expect(await problemOf(reopen('上级检查要求更正'))).toMatchObject({ code: 'record-final' })
    const [me] = await office.client.account.list.query()
    if (me === undefined) throw new Error('no account')
    await office.client.account.save.mutate({ ...me, roles: [...me.roles, '书记'] })
    await reopen('上级检查要求更正')
    expect(await client().versions.query({ id: meeting.id })).toHaveLength(1)
  })
})
