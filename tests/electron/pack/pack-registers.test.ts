import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveMeeting } from '../../../electron/features/meeting/meeting-repository.ts'
import { saveMember } from '../../../electron/features/member/member-repository.ts'
import { allOrganisations } from '../../../electron/features/organisation/organisation-repository.ts'
import { readRosters, judgedMeetings } from '../../../electron/features/meeting/meeting-judgement.ts'
import { meetingsOf } from '../../../electron/features/meeting/meeting-repository.ts'
import { registerPapers } from '../../../electron/features/pack/pack-registers.ts'
import { saveTask } from '../../../electron/features/task/task-repository.ts'
import { saveWhereabouts } from '../../../electron/features/whereabouts/whereabouts-repository.ts'
import type { Task } from '../../../shared/features/task/task.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import { wordsOf } from '../../shared/features/ballot/paper-texts.ts'
import type { TestOffice } from '../../factories/office.ts'
import { aMeeting, aMember, aMembership, anItem, aVote } from '../../factories/records.ts'

let office: TestOffice
const store = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
beforeEach(async () => {
  office = await anEvaluatedOffice(4)
})
afterEach(() => office.remove())

const papers = (year = 2026) =>
  store().read((tables) => {
    const below = allOrganisations(tables).filter(({ id }) => id === 'zb')
    const [organisation] = below
    if (organisation === undefined) throw new Error('no branch')
    const held = judgedMeetings(tables, meetingsOf(tables, ['zb'], null), '2026-11-21', readRosters(tables))
    return registerPapers({ tables, organisation, below, held, year, day: '2026-11-21' }).map((one) => ({
      kind: one.kind,
      group: one.group,
      text: 'paper' in one ? wordsOf(one.paper.document) : ''
    }))
  })
const paper = (kind: string) => papers().find((one) => one.kind === kind)

const task = (id: string, part: Partial<Task>): Task => ({
  ...{ id, organisationId: 'zb', subject: id, source: null, person: null, dueOn: null, doneOn: null, result: null },
  ...part
})

describe('registers of a pack', () => {
  it('hold the tasks of the year by 期限, with what came of each', () => {
    store().write((tables) => {
      saveTask(tables, task('迟办的', { dueOn: '2026-11-01' }))
      saveTask(tables, task('办完的', { dueOn: '2026-03-01', doneOn: '2026-02-20', result: '已报县局党委' }))
      saveTask(tables, task('去年的', { dueOn: '2025-03-01', doneOn: '2025-02-20' }))
    })
    const found = paper('task-ledger')
    expect(found?.group).toBe('committee')
    expect(found?.text).toContain('任务2件：已完成1件，没有完成1件，其中逾期1件。')
    expect(found?.text).not.toContain('去年的')
    expect(found?.text.indexOf('办完的')).toBeLessThan(found?.text.indexOf('迟办的') ?? 0)
    expect(found?.text).toContain('已报县局党委')
    expect(found?.text).toContain('逾期20天')
  })

  it('name who was away in the year, and who is away now', () => {
    const spell = { place: '昆明市', contact: '党员m02', note: null }
    store().write((tables) => {
      saveWhereabouts(tables, { id: 'w1', memberId: 'm01', kind: '流动', from: '2026-02-01', to: null, ...spell })
      saveWhereabouts(tables, {
        id: 'w2',
        memberId: 'm03',
        kind: '流动',
        from: '2024-02-01',
        to: '2025-02-01',
        ...spell
      })
    })
    const found = paper('away-list')
    expect(found?.group).toBe('roster')
    expect(found?.text).toContain('2026年11月21日：外出流动1人，失联0人。')
    expect(found?.text).toContain('党员m01')
    expect(found?.text).not.toContain('党员m03')
  })

  it('leave out who was away only when he no longer belonged to the branch', () => {
    const left = aMembership({ id: 'spell-m04', organisationId: 'zb', to: '2024-06-30' })
    const spell = { place: '昆明市', contact: null, note: null }
    store().write((tables) => {
      saveMember(tables, aMember('m04', { memberships: [left] }))
      saveWhereabouts(tables, { id: 'w1', memberId: 'm04', kind: '流动', from: '2026-03-01', to: null, ...spell })
    })
    expect(paper('away-list')).toBeUndefined()
  })

  it('list who is on the way into the Party, with what the branch decided', () => {
    const subject = { name: '党员p', memberId: 'p' }
    const vote = aVote({ method: '无记名', yes: 4, no: 0, abstained: 0 })
    const item = anItem({ kind: '预备党员转正', subject, vote })
    store().write((tables) => {
      saveMember(tables, aMember('x', { category: '入党积极分子' }))
      saveMeeting(tables, aMeeting({ id: 'h', number: 'h', types: ['党员大会'], date: '2026-06-30', agenda: [item] }))
    })
    const found = paper('admission-list')
    expect(found?.group).toBe('admission')
    expect(found?.text).toContain('预备党员1人，入党积极分子1人。')
    expect(found?.text).toContain('6月30日预备党员转正，通过')
    expect(found?.text).not.toContain('党员m01')
  })

  it('are left out where there is nothing in them', () => {
    store().write((tables) => saveMember(tables, aMember('p')))
    expect(papers().map(({ kind }) => kind)).toEqual([])
  })
})
