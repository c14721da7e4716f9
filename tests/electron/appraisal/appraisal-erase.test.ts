import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../../electron/features/account/account-repository.ts'
import { appraisalById } from '../../../electron/features/appraisal/appraisal-repository.ts'
import { evaluationOf, saveEvaluation } from '../../../electron/features/evaluation/evaluation-repository.ts'
import { memberById, saveMember } from '../../../electron/features/member/member-repository.ts'
import { saveSeals } from '../../../electron/features/pack/pack-repository.ts'
import { pollById, savePoll } from '../../../electron/features/poll/poll-repository.ts'
import { saveTalk, talkById } from '../../../electron/features/talk/talk-repository.ts'
import { packRun } from '../../../electron/store/schema-pack.ts'
import { erasingPastSeals } from '../../../electron/store/year-seal.ts'
import { blankEntry, blankEvaluation } from '../../../shared/features/evaluation/evaluation.ts'
import { blankContents } from '../../../shared/features/talk/talk.ts'
import { anAppraisedOffice, aPoll, aSubject } from '../../factories/appraisals.ts'
import { problemOf, type TestOffice } from '../../factories/office.ts'
import { aMembership } from '../../factories/records.ts'

let office: TestOffice
let id: string
const wish = { organisationId: 'zb', year: 2026 }
const storeOf = () => {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  return store
}
beforeEach(async () => {
  office = await anAppraisedOffice()
  id = (await office.client.appraisal.begin.mutate(wish)).id
  await office.client.appraisal.saveEntry.mutate({ id, change: { memberId: 'a', text: { summary: '甲的总结' } } })
  const { account } = office.vault
  storeOf().write((tables) => {
    if (account !== null) saveAccount(tables, { ...account, roles: ['书记', '组织委员', '管理员'] })
    const gone = memberById(tables, 'a')
    const left = aMembership({ id: 'spell-a', to: '2010-01-01', exitWay: '转出' })
    if (gone !== null) saveMember(tables, { ...gone, standing: '已转出', memberships: [left] })
  })
})
afterEach(() => office.remove())

/** What was said to him, of him in an evaluation and in a poll. */
function writeOfHim(): void {
  storeOf().write((tables) => {
    saveTalk(tables, {
      ...{ id: 'talk', number: 'TH1', organisationId: 'zb', kind: 'T01', year: 2026, date: '2026-04-11', level: 'L1' },
      ...{ start: null, end: null, writtenOn: null, recordedOn: '2026-04-11', enteredBy: null, sealed: null },
      ...{ talker: { name: '乙二', memberId: 'b' }, partner: { name: '甲一', memberId: 'a' } },
      contents: { ...blankContents, opinions: '甲说的话' }
    })
    const entries = [{ ...blankEntry, id: 'of-a', memberId: 'a', selfReview: '甲的自评' }]
    saveEvaluation(tables, { ...blankEvaluation, ...wish, id: 'py', recordedOn: '2026-11-18', entries })
    const subject = { ...aSubject('a', '甲一', [7, 3, 0, 0]), id: 'negative', negative: '甲的负面' }
    savePoll(tables, aPoll('述职评议', [subject]))
  })
}

function seal(): void {
  storeOf().write((tables) => {
    const run = { id: 'run', ...wish, madeAt: '2026-11-21T09:00:00Z', accountName: '林慧' }
    tables
      .insert(packRun)
      .values({ ...run, folder: '', manifest: {}, figures: {} })
      .run()
    const sealed = { seal: 's', ...wish, packId: 'run', sealedAt: '2026-11-21T09:00:00Z', sealedBy: '林慧' }
    saveSeals(tables, [{ ...sealed, reopenedAt: null, reopenedBy: null, reason: null }])
  })
}

const written = (): string =>
  storeOf().read((tables) =>
    JSON.stringify([
      appraisalById(tables, id),
      evaluationOf(tables, 'zb', 2026),
      pollById(tables, 'poll-述职评议'),
      talkById(tables, 'talk')
    ])
  )
const change = () =>
  office.client.appraisal.saveEntry.mutate({ id, change: { memberId: 'b', text: { summary: '改' } } })

describe('somebody whose particulars are erased', () => {
  it('is forgotten in a sealed year too, which stays closed to everything else', async () => {
    writeOfHim()
    seal()
    expect(written()).toMatch(/甲的总结.*甲的自评.*甲的负面.*甲说的话/)
    await office.client.member.erase.mutate({ ids: ['a'] })
    expect(written()).not.toMatch(/甲的总结|甲的自评|甲的负面|甲说的话/)
    expect(await problemOf(change())).toMatchObject({ code: 'year-sealed' })
  })

  it('leaves the seal in force where erasing is refused half way', async () => {
    writeOfHim()
    seal()
    const refused = office.client.member.erase.mutate({ ids: ['a', 'nobody'] })
    expect(await problemOf(refused)).toMatchObject({ code: 'member-unknown' })
    expect(written()).toContain('甲的总结')
    expect(await problemOf(change())).toMatchObject({ code: 'year-sealed' })
    const broken = () =>
      storeOf().write((tables) =>
        erasingPastSeals(tables, () => {
          throw new Error('broken')
        })
      )
    expect(broken).toThrow('broken')
    expect(await problemOf(change())).toMatchObject({ code: 'year-sealed' })
  })

  it('does not come back with an evaluation that was taken away before', async () => {
    writeOfHim()
    const { undo } = await office.client.evaluation.remove.mutate({ id: 'py' })
    await office.client.member.erase.mutate({ ids: ['a'] })
    try {
      for await (const _step of await office.client.journal.undoInSteps.mutate({ id: undo })) void _step
    } catch {
      // Nothing of it is left to be undone.
    }
    expect(written()).not.toContain('甲的自评')
  })

  it('does not come back with an appraisal that was taken away before', async () => {
    const { undo } = await office.client.appraisal.remove.mutate({ id })
    await office.client.member.erase.mutate({ ids: ['a'] })
    try {
      for await (const _step of await office.client.journal.undoInSteps.mutate({ id: undo })) void _step
    } catch {
      // Nothing of it is left to be undone.
    }
    expect(written()).not.toContain('甲的总结')
  })
})
