import type { ChecklistMark } from '../checklist/checklist.ts'
import type { Rectification } from '../rectification/rectification.ts'
import { dayCell, type NamedCells, type Naming, yesNoCell } from './ledger-export-meeting.ts'

/** A row of 清单自评. */
export const markRow = (mark: ChecklistMark, { codeOf }: Naming): NamedCells => ({
  组织编码: codeOf(mark.organisationId),
  年度: mark.year,
  项目编号: mark.item,
  得分: mark.score,
  说明: mark.note,
  证据: mark.evidence,
  发生日期: dayCell(mark.happenedOn),
  不适用: yesNoCell(mark.notApplicable)
})

/** A row of 整改; the meetings by id say how the source of a problem of a meeting is called. */
export const rectificationRow = (
  one: Rectification,
  { codeOf, nameOf }: Naming,
  numberOf: (meetingId: string | null) => string | null
): NamedCells => ({
  组织编码: codeOf(one.organisationId),
  问题: one.problem,
  来源: one.meetingId === null ? one.source : (numberOf(one.meetingId) ?? one.source),
  目标: one.target,
  措施: one.measure,
  责任人: one.person && nameOf(one.person, one.organisationId, one.dueOn ?? one.closedOn ?? '2100-12-31'),
  期限: dayCell(one.dueOn),
  过程记录: one.progress.length === 0 ? null : one.progress.map(({ on, text }) => `${on}：${text}`).join('\n'),
  复测结果: one.remeasured,
  关闭日期: dayCell(one.closedOn)
})
