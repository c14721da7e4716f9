import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TypingDesk } from '../../../electron/http/typing-desk.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { anOffice, password, type TestOffice } from '../../factories/office.ts'

describe('what a page is typing', () => {
  const written: string[] = []
  const write = (text: string) => () => void written.push(text)
  beforeEach(() => {
    written.length = 0
  })

  it('is written for it when it does not come to save it: the newest only', () => {
    const desk = new TypingDesk(() => undefined)
    desk.hold('a', 1, write('一'))
    desk.hold('a', 3, write('一二三'))
    desk.hold('a', 2, write('一二'))
    desk.writeAll()
    expect(written).toEqual(['一二三'])
  })

  it('is let go once it was saved, and what comes late of before is not taken', () => {
    const desk = new TypingDesk(() => undefined)
    desk.hold('a', 1, write('一'))
    desk.saved('a', 2)
    desk.hold('a', 2, write('一二'))
    desk.hold('b', 1, write('别的'))
    desk.writeAll()
    expect(written).toEqual(['别的'])
  })

  it('stays held when something older than it was saved', () => {
    const desk = new TypingDesk(() => undefined)
    desk.hold('a', 5, write('新'))
    desk.saved('a', 4)
    desk.writeAll()
    expect(written).toEqual(['新'])
  })

  it('does not keep others from being written when one cannot', () => {
    const lines: string[] = []
    const desk = new TypingDesk((line) => lines.push(line))
    desk.hold('a', 1, () => {
      throw new Error('no')
    })
    desk.hold('b', 1, write('别的'))
    desk.writeAll()
    expect([written, lines.length]).toEqual([['别的'], 1])
  })
})

describe('a record under the pen', () => {
  let office: TestOffice
  let meeting: Meeting
  beforeEach(async () => {
    office = await anOffice()
    const branch = (await office.client.organisation.tree.query()).find((one) => one.kind === '党支部')?.id ?? ''
    meeting = await office.client.meeting.start.mutate({
      organisationId: branch,
      types: ['支委会'],
      date: '2026-11-20'
    })
  })
  afterEach(() => office.remove())
  const stored = async () => (await office.client.meeting.desk.query({ id: meeting.id })).meeting.place

  it('is there after the lock with what was typed last, though no save of it came', async () => {
    await office.client.meeting.save.mutate({ ...meeting, place: '会议', typed: 1 })
    await office.client.meeting.hold.mutate({ ...meeting, place: '会议室', typed: 2 })
    expect(await stored()).toBe('会议')
    office.vault.lock()
    await office.client.vault.unlock.mutate({
      accountId: office.vault.status().accounts[0]?.id ?? '',
      password
    })
    expect(await stored()).toBe('会议室')
  })

  it('keeps what was saved last when an older word arrives behind it', async () => {
    await office.client.meeting.save.mutate({ ...meeting, place: '会议室', typed: 9 })
    await office.client.meeting.hold.mutate({ ...meeting, place: '会', typed: 3 })
    office.vault.lock()
    await office.client.vault.unlock.mutate({
      accountId: office.vault.status().accounts[0]?.id ?? '',
      password
    })
    expect(await stored()).toBe('会议室')
  })
})

describe('words of evaluations, polls and checklists that no save came for', () => {
  let office: TestOffice
  let reopen: () => Promise<unknown>
  beforeEach(async () => {
    office = await anEvaluatedOffice(2)
    const accountId = office.vault.account?.id ?? ''
    reopen = () => {
      office.vault.lock()
      return office.client.vault.unlock.mutate({ accountId, password })
    }
  })
  afterEach(() => office.remove())

  it('are there after the lock: what a member wrote of himself', async () => {
    const wish = { organisationId: 'zb', year: 2026 }
    const { id } = await office.client.evaluation.begin.mutate(wish)
    await office.client.evaluation.hold.mutate({ id, memberId: 'm01', text: { selfReview: '联系群众不够' }, typed: 1 })
    await reopen()
    const { members } = await office.client.evaluation.desk.query(wish)
    expect(members.map(({ memberId, entry }) => [memberId, entry?.selfReview])).toEqual([
      ['m01', '联系群众不够'],
      ['m02', null],
      ['p', null]
    ])
  })

  it('are there after the lock: whom a poll is about', async () => {
    const begun = await office.client.poll.begin.mutate({ organisationId: 'zb', year: 2026, kind: '干部测评' })
    const { poll } = await office.client.poll.desk.query(begun)
    const subjects = [{ id: '', name: '孟科长', memberId: null, post: '办公室主任' }]
    await office.client.poll.hold.mutate({ id: poll.id, poll: { ...poll, subjects }, typed: 1 })
    await reopen()
    const desk = await office.client.poll.desk.query(begun)
    expect(desk.subjects.map(({ subject }) => [subject.name, subject.post])).toEqual([['孟科长', '办公室主任']])
  })

  const place = { organisationId: 'zb', year: 2026 }
  const nothing = { score: null, note: null, evidence: null, happenedOn: null, notApplicable: false }
  const notes = async () => {
    const { score } = await office.client.checklist.desk.query({ ...place, list: 'standard' })
    const items = score.areas.flatMap(({ items }) => items)
    return ['C4', 'F1'].map((id) => items.find((item) => item.id === id)?.mark?.note)
  }

  it('are there after the lock: 自评 of items of a checklist, each by itself', async () => {
    const { saveMark, holdMark } = office.client.checklist
    await saveMark.mutate({ ...place, ...nothing, item: 'F1', note: '支委分工', typed: 3 })
    await holdMark.mutate({ ...place, ...nothing, item: 'F1', note: '支', typed: 2 })
    await holdMark.mutate({ ...place, ...nothing, item: 'C4', note: '按月交', typed: 2 })
    await reopen()
    expect(await notes()).toEqual(['按月交', '支委分工'])
  })

  it('are not there after the lock when they were taken out again', async () => {
    const { saveMark, holdMark } = office.client.checklist
    await saveMark.mutate({ ...place, ...nothing, item: 'F1', note: '支委分工', typed: 1 })
    await holdMark.mutate({ ...place, ...nothing, item: 'F1', typed: 2 })
    await holdMark.mutate({ ...place, ...nothing, item: 'C4', note: '按', typed: 3 })
    await saveMark.mutate({ ...place, ...nothing, item: 'C4', typed: 4 })
    await reopen()
    expect(await notes()).toEqual([undefined, undefined])
  })

  it('are there after the lock: a part of 自评报告', async () => {
    const wish = { ...place, list: 'standard' as const }
    const [block] = await office.client.checklist.report.query(wish)
    await office.client.checklist.holdBlock.mutate({
      ...wish,
      block: block?.id ?? '',
      text: '本支部现有党员',
      typed: 1
    })
    await reopen()
    const [after] = await office.client.checklist.report.query(wish)
    expect(after?.own).toBe('本支部现有党员')
  })
})
