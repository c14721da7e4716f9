import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allAccounts, saveAccount } from '../../../electron/features/account/account-repository.ts'
import { handoverPaper } from '../../../electron/features/handover/handover-paper.ts'
import { saveOrganisation } from '../../../electron/features/organisation/organisation-repository.ts'
import { saveRectification } from '../../../electron/features/rectification/rectification-repository.ts'
import { saveTask } from '../../../electron/features/task/task-repository.ts'
import { blankRectification } from '../../../shared/features/rectification/rectification.ts'
import { anEvaluatedOffice } from '../../factories/evaluations.ts'
import type { TestOffice } from '../../factories/office.ts'
import { aBranch } from '../../factories/records.ts'
import { wordsOf } from '../../shared/features/ballot/paper-texts.ts'

/** The day is 2026-11-21. */
let office: TestOffice
const store = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
beforeEach(async () => {
  office = await anEvaluatedOffice(3)
  store().write((tables) => {
    const [account] = allAccounts(tables)
    if (account !== undefined) saveAccount(tables, { ...account, roles: ['书记'] })
    saveOrganisation(tables, aBranch({ code: 'ZB81', electedOn: '2023-12-31' }))
    const open = { organisationId: 'zb', source: null, person: null, doneOn: null, result: null }
    saveTask(tables, { id: 't1', subject: '报送换届请示', dueOn: '2026-11-30', ...open })
    saveTask(tables, { id: 't2', subject: '已经办的', dueOn: '2026-02-01', ...open, doneOn: '2026-01-20' })
    saveTask(tables, { ...open, id: 't3', subject: '别人的', dueOn: null, organisationId: 'other' })
    const turn = { ...blankRectification, organisationId: 'zb', source: '上级检查' }
    saveRectification(tables, { ...turn, id: 'r1', problem: '签到表补签', dueOn: '2026-10-31' })
    saveRectification(tables, { ...turn, id: 'r2', problem: '记录过简', closedOn: '2026-05-01' })
  })
})
afterEach(() => office.remove())

const may = { write: true, talks: true, grades: true, settings: true }
const call = () => ({ store: store(), today: '2026-11-21', newId: () => '', accountName: '林慧', may })
function textOf(organisationId = 'zb'): string {
  const paper = handoverPaper(call(), organisationId)
  if (!paper.ok) throw new Error(paper.problem.code)
  return wordsOf(paper.value.document)
}

describe('工作交接单', () => {
  it('has the tasks and the rectifications that are still open, and only those of the organisation', () => {
    const text = textOf()
    expect(text).toContain('没有办完的任务（1件）')
    expect(text).toContain('报送换届请示')
    expect(text).toContain('没有完成的整改（1个）')
    expect(text).toContain('签到表补签')
    expect(text).toContain('逾期')
    for (const gone of ['已经办的', '别人的', '记录过简']) expect(text).not.toContain(gone)
  })

  it('tells when the term ends, and what is to be done', () => {
    expect(textOf()).toContain('2026年12月31日')
    expect(textOf()).toContain('应准备换届')
  })

  it('has what the office has set for itself with why, by whom and since when', async () => {
    expect(textOf()).toContain('没有改动，按程序带的规则计算。')
    const { client } = office
    await client.rule.override.mutate({
      ...{ ruleId: 'R8-01', parameter: 'member', fromYear: 2026, value: 40 },
      note: '县局党委2026年第3号通知'
    })
    await client.alert.saveSetting.mutate({ code: 'W25', on: false, reason: '学时由县局统一统计' })
    const text = textOf()
    expect(text).toContain('本单位自己定的规则（2项）')
    expect(text).toContain('40学时，2026年起')
    expect(text).toContain('县局党委2026年第3号通知')
    expect(text).toContain('学时由县局统一统计')
  })

  it('is signed by both sides, and refused for what nobody knows', () => {
    expect(textOf()).toContain('接收人（签名）：')
    expect(handoverPaper(call(), 'nowhere')).toMatchObject({ ok: false, problem: { code: 'organisation-unknown' } })
  })
})
