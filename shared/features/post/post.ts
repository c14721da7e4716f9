import { z } from 'zod'
import { within, type Day } from '../../kernel/dates.ts'
import { daySchema } from '../organisation/organisation.ts'

/** 职务 of the ledger's sheet 任职, in the order of precedence used for lists ordered by post. */
export const postTitles = ['书记', '副书记', '组织委员', '宣传委员', '纪检委员', '委员', '党小组组长'] as const

/** 党内职务 as a roster may state it: the titles above and the other committee seats of rules.md §11.3. */
export const statedPostTitles = [
  ...postTitles,
  '青年委员',
  '群众委员',
  '统战委员',
  '保密委员',
  '其他委员',
  '专职党务'
] as const

/** A post held in an organisation; `from` 任职日期 and `to` 免职日期 are both days in office. `appointedBy` 任职方式 (选举, 指派 …). */
export const postSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  memberId: z.string(),
  title: z.enum(postTitles),
  from: daySchema,
  to: daySchema.nullable(),
  appointedBy: z.string().max(40).nullable()
})
export type Post = z.infer<typeof postSchema>

export const holdsOn = (post: Pick<Post, 'from' | 'to'>, day: Day): boolean => within(day, post.from, post.to)

/** 书记, 副书记 and every 委员 sit on the branch committee; 党小组组长 and 专职党务 do not (workbook.md). */
export const isCommitteeSeat = (title: string): boolean =>
  title === '书记' || title === '副书记' || title.endsWith('委员')

/** Place of a title in lists: smaller first; people without a post come last. */
export function postRank(titles: readonly string[]): number {
  const ranks = titles.map((title) => {
    const index = (statedPostTitles as readonly string[]).indexOf(title)
    if (index < 0) return statedPostTitles.length
    return title.endsWith('委员') && index > 5 ? 5 : index
  })
  return ranks.length === 0 ? 100 : Math.min(...ranks)
}
