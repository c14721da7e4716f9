import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'

/** 类别 of study hours (workbook.md, sheet 学时). */
export const studyKinds = ['集中培训', '支部学习', '自学', '脱产'] as const
export type StudyKind = (typeof studyKinds)[number]

/**
 * 学时 somebody typed, beside those of meetings, which are never written here (decisions.md W25). `hours` are 学时, not
 * clock hours. Key: 组织+姓名+日期+内容.
 */
export const studySchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  memberId: z.string(),
  date: daySchema,
  content: z.string().trim().max(200, '内容不超过 200 字').nullable(),
  hours: z.number('学时应填数字').min(0, '学时不能小于 0').max(1000, '学时不能大于 1000'),
  kind: z.enum(studyKinds).nullable()
})
export type Study = z.infer<typeof studySchema>
