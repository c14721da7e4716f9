import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../../electron/workbook/workbook-reader.ts'
import { writeWorkbook } from '../../../../electron/workbook/workbook-writer.ts'
import { exportLedger } from '../../../../shared/features/ledger/ledger-export.ts'
import { evaluationSchema } from '../../../../shared/features/evaluation/evaluation.ts'
import type { Office } from '../../../../shared/features/ledger/ledger.ts'
import { meetingSchema } from '../../../../shared/features/meeting/meeting.ts'
import { memberSchema } from '../../../../shared/features/member/member.ts'
import { organisationSchema } from '../../../../shared/features/organisation/organisation.ts'
import { checklistMarkSchema } from '../../../../shared/features/checklist/checklist.ts'
import { rectificationSchema } from '../../../../shared/features/rectification/rectification.ts'
import { someItems } from './ledger-checklist-offices.ts'
import { pollSchema } from '../../../../shared/features/poll/poll.ts'
import { postSchema } from '../../../../shared/features/post/post.ts'
import { studySchema } from '../../../../shared/features/study/study.ts'
import { suspensionSchema } from '../../../../shared/features/suspension/suspension.ts'
import { taskSchema } from '../../../../shared/features/task/task.ts'
import type { RawSheet } from '../../../../shared/kernel/cells.ts'
import { anyOffice, emptyOffice, meeting, member, organisation, withoutIds } from './ledger-offices.ts'
import { nothing, plan, saved, sizeOf } from './ledger-sheets-in-tests.ts'

async function throughExcel(office: Office): Promise<RawSheet[]> {
  const reading = await readWorkbook(await writeWorkbook(exportLedger(office)))
  if (!reading.ok) throw new Error(reading.problem.message)
  return reading.value
}

describe('exporting the ledger and importing it again', () => {
  it('changes nothing in the same office', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffice, async (office) => {
        const made = plan(await throughExcel(office), office)
        expect(made.faults).toEqual([])
        expect(sizeOf(made)).toEqual(nothing)
        expect(made.meetings.unchanged).toBe(office.meetings.length)
      }),
      { numRuns: 40 }
    )
  }, 60_000)

  it('gives the same records in an empty office, and nothing more the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffice, async (office) => {
        const sheets = await throughExcel(office)
        const fresh = { ...emptyOffice, items: someItems }
        const made = plan(sheets, fresh)
        expect(made.faults).toEqual([])
        const copy = saved(fresh, made)
        expect(withoutIds(copy)).toEqual(withoutIds(office))
        expect(sizeOf(plan(sheets, copy))).toEqual(nothing)
        for (const item of copy.organisations) organisationSchema.parse(item)
        for (const item of copy.members) memberSchema.parse(item)
        for (const item of copy.posts) postSchema.parse(item)
        for (const item of copy.suspensions) suspensionSchema.parse(item)
        for (const item of copy.meetings) meetingSchema.parse(item)
        for (const item of copy.tasks) taskSchema.parse(item)
        for (const item of copy.studies) studySchema.parse(item)
        for (const item of copy.evaluations) evaluationSchema.parse(item)
        for (const item of copy.polls) pollSchema.parse(item)
        for (const item of copy.marks) checklistMarkSchema.parse(item)
        for (const item of copy.rectifications) rectificationSchema.parse(item)
      }),
      { numRuns: 40 }
    )
  }, 60_000)

  it('does not lose minutes longer than a cell of Excel', async () => {
    const minutes = '与会同志逐一发言。'.repeat(6000)
    const speech = { speaker: { name: '张三', memberId: 'm-张三' }, text: '同意。'.repeat(3000) }
    const item = {
      number: 1,
      title: '报告',
      kind: '报告' as const,
      presenter: null,
      subject: null,
      discussion: Array(5).fill(speech),
      resolution: null,
      vote: null,
      steps: []
    }
    const office = {
      ...emptyOffice,
      organisations: [organisation({ code: 'ZB01' })],
      members: [member('张三')],
      meetings: [meeting('HY1', { minutes, agenda: [item] })]
    }
    expect(sizeOf(plan(await throughExcel(office), office))).toEqual(nothing)
  })
})
