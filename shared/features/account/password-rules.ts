import { z } from 'zod'
import { addDays, type Day } from '../../kernel/dates.ts'
import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import { passwordLength } from '../vault/vault.ts'

/**
 * The office's own demands (security.md §6, 身份鉴别): least length, how many of the four classes of characters, days
 * after which a password must be changed (0 never), how many former passwords may not come back, and 三员分立.
 */
export const securitySettingsSchema = z.object({
  threeOfficers: z.boolean(),
  passwordLeast: z.union([z.literal(8), z.literal(10), z.literal(12)]),
  passwordClasses: z.number().int().min(1).max(4),
  passwordDays: z.number().int().min(0, '口令有效天数应为 0 到 365').max(365, '口令有效天数应为 0 到 365'),
  passwordHistory: z.number().int().min(0).max(5)
})
export type SecuritySettings = z.infer<typeof securitySettingsSchema>

export const defaultSecuritySettings: SecuritySettings = {
  threeOfficers: false,
  passwordLeast: 10,
  passwordClasses: 1,
  passwordDays: 0,
  passwordHistory: 0
}

const classes: readonly RegExp[] = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]

/** How many of 小写字母或汉字、大写字母、数字、符号 occur. */
const classesIn = (password: string): number => classes.filter((one) => one.test(password)).length

/** What the office demands, in one sentence for the password field. */
export function passwordDemand({ passwordLeast, passwordClasses }: SecuritySettings): string {
  const kinds = passwordClasses > 1 ? `，小写字母或汉字、大写字母、数字、符号中至少有 ${passwordClasses} 种` : ''
  return `至少 ${passwordLeast} 个字符${kinds}；用一句自己记得住的话最好。`
}

/** Whether a new password meets the demands; length is counted in characters after NFKC. Former passwords are checked where they are kept. */
export function checkPassword(
  password: string,
  owner: { name: string },
  settings: SecuritySettings
): Outcome<null, 'password-weak'> {
  const plain = password.normalize('NFKC')
  const length = [...plain].length
  if (length < settings.passwordLeast)
    return failure('password-weak', `口令至少 ${settings.passwordLeast} 个字符，现在是 ${length} 个。`, 'password')
  if (length > passwordLength.most)
    return failure('password-weak', `口令不超过 ${passwordLength.most} 个字符。`, 'password')
  if (classesIn(plain) < settings.passwordClasses)
    return failure('password-weak', `本单位的口令要求：${passwordDemand(settings)}`, 'password')
  if (plain.trim() === owner.name.normalize('NFKC').trim())
    return failure('password-weak', '口令不能与使用人姓名相同。', 'password')
  return success(null)
}

/** The last day a password may be used, or null where it never runs out. */
export const passwordRunsTo = (setOn: Day, { passwordDays }: SecuritySettings): Day | null =>
  passwordDays === 0 ? null : addDays(setOn, passwordDays)
