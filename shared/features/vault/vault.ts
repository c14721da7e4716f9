import { z } from 'zod'
import { organisationKinds } from '../organisation/organisation.ts'

/** An account as the unlock screen may show it: no more than this stands outside the encrypted store. */
export type AccountCard = { id: string; name: string; title: string }

/** `new`: no store at the place yet. `unusable`: something is there that cannot be opened; `problem` says what. */
export type VaultState = 'new' | 'locked' | 'open' | 'unusable'

/**
 * What the audit chain says against the key file, until the 审计员 signs: `lost` entries are missing at the end,
 * `altered` one in the middle does not fit, `replaced` another chain stands there, `old-key-file` the key file is older
 * than the store, `file-altered` the store is not the file that was locked, `key-file-altered` the key file was changed. `entries` counts what is missing, or is the place of the entry that does not fit.
 */
export type Finding = {
  kind: 'lost' | 'altered' | 'replaced' | 'old-key-file' | 'file-altered' | 'key-file-altered'
  entries: number
  foundAt: string
}

export type VaultStatus = {
  state: VaultState
  storeName: string
  storeFolder: string
  unit: string
  accounts: AccountCard[]
  account: AccountCard | null
  lastOpened: { at: string; account: string } | null
  attemptsLeft: number
  /** ISO time until which no attempt is taken, or null. */
  waitUntil: string | null
  problem: { code: string; message: string } | null
  finding: Finding | null
  /** The box this PC takes votes for, while it does nothing else (security.md §3.6). */
  voting: string | null
}

export const passwordLength = { least: 10, most: 128 }
export const passwordHint = `至少 ${passwordLength.least} 个字符，字母、数字、符号、汉字都可以；用一句自己记得住的话最好。`

/** A password long enough after NFKC, counted in characters. */
export const passwordSchema = z
  .string()
  .refine(
    (text) => [...text.normalize('NFKC')].length >= passwordLength.least,
    `口令至少 ${passwordLength.least} 个字符`
  )
  .refine((text) => [...text].length <= passwordLength.most, `口令不超过 ${passwordLength.most} 个字符`)

/** What the first run asks: the unit, its organisation and branches, and the first account. */
export const founderSchema = z
  .object({
    unit: z.string().trim().min(1, '请填单位全称').max(100, '单位全称不超过 100 个字'),
    organisationName: z.string().trim().min(1, '请填本机管理的党组织').max(100, '名称不超过 100 个字'),
    shortName: z.string().trim().max(40, '简称不超过 40 个字'),
    superior: z.string().trim().max(100, '上级党组织不超过 100 个字'),
    kind: z.enum(organisationKinds).exclude(['党小组']),
    branches: z
      .array(z.string().trim().min(1).max(100, '党支部名称不超过 100 个字'))
      .max(500, '下设党支部不超过 500 个'),
    accountName: z.string().trim().min(1, '请填使用人姓名').max(30, '使用人姓名不超过 30 个字'),
    accountTitle: z.string().trim().max(30, '职务不超过 30 个字'),
    password: passwordSchema
  })
  .refine((founder) => founder.password.normalize('NFKC') !== founder.accountName.normalize('NFKC'), {
    path: ['password'],
    message: '口令不能与使用人姓名相同'
  })
  .refine((founder) => new Set(founder.branches).size === founder.branches.length, {
    path: ['branches'],
    message: '下设党支部有重名，请逐行核对'
  })
export type Founder = z.infer<typeof founderSchema>
