import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'

/** Roles of an account (security.md §9); it may hold several. 安全员 is the third officer of 三员分立. */
export const roles = ['管理员', '安全员', '审计员', '书记', '组织委员', '党务干事', '只读'] as const
export type Role = (typeof roles)[number]

/**
 * Somebody who opens the store with a password of his own. `organisationId` is the scope, that organisation and those
 * below it; null is the whole office. Without roles an account opens the store and sees nothing. `memberId` makes the holder a party to that member's talks. `mustChange` until a
 * password set by somebody else was changed by the holder.
 */
export const accountSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1, '请填使用人姓名').max(30, '使用人姓名不超过 30 个字'),
  title: z.string().trim().max(30, '职务不超过 30 个字'),
  roles: z.array(z.enum(roles)),
  organisationId: z.string().nullable(),
  memberId: z.string().nullable(),
  disabled: z.boolean(),
  mustChange: z.boolean(),
  createdOn: daySchema,
  passwordSetOn: daySchema
})
export type Account = z.infer<typeof accountSchema>

/** What 管理员 and 安全员 may set of an account; the rest is the program's. */
export const accountEditSchema = accountSchema.pick({
  id: true,
  name: true,
  title: true,
  roles: true,
  organisationId: true,
  memberId: true
})
export type AccountEdit = z.infer<typeof accountEditSchema>
