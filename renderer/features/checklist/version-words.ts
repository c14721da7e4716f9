import type { Outputs } from '../../api/client.ts'
import { isListKey, listNames } from './checklist-words.ts'

export type VersionLine = Outputs['checklist']['versions'][number]

/** Tells one version from another; those the program brings have no id. */
export const versionKey = ({ id, key }: Pick<VersionLine, 'id' | 'key'>): string => id ?? `brought ${key}`

export const versionName = ({ key, year }: Pick<VersionLine, 'key' | 'year'>): string =>
  `${isListKey(key) ? listNames[key] : key}${year === null ? '，程序自带' : `，${year} 年度`}`

export const dueNames = {
  selfDue: '自评期限',
  meetingDue: '会议审议期限',
  reviewDue: '上级考评期限',
  publishDue: '公布期限'
} as const
export type Dues = Record<keyof typeof dueNames, string | null>
export const noDues: Dues = { selfDue: null, meetingDue: null, reviewDue: null, publishDue: null }
