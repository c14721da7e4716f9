import { z } from 'zod'
import type { MeetingType } from '../meeting/meeting.ts'

/** What papers of a year are about; a scheme says in which volume each kind is bound. */
export const packGroups = [
  'organisation',
  'committee',
  'roster',
  'meetings',
  'theme-days',
  'life',
  'evaluation',
  'appraisal',
  'talks',
  'admission',
  'study',
  'service',
  'rectification',
  'checklist',
  'reports'
] as const
export type PackGroup = (typeof packGroups)[number]

export const packGroupNames: Record<PackGroup, string> = {
  organisation: '组织设置与换届',
  committee: '班子与责任派单',
  roster: '党员名册与组织关系',
  meetings: '三会一课',
  'theme-days': '主题党日',
  life: '组织生活会',
  evaluation: '民主评议与测评',
  appraisal: '干部年度考核',
  talks: '谈心谈话',
  admission: '发展党员',
  study: '教育学时',
  service: '服务、党建融合与阵地',
  rectification: '整改',
  checklist: '标准化清单',
  reports: '总结和报告'
}

const numberSchema = z.string().regex(/^(0[1-9]|[1-9]\d)$/, '卷号应是 01 到 99 的两位数字')
const volumeSchema = z.object({
  number: numberSchema,
  name: z.string().trim().min(1, '请填卷名').max(40, '卷名不超过 40 字')
})
export type Volume = z.infer<typeof volumeSchema>

/** Volumes in their order, and the volume (number) each kind of paper is bound in. */
export const volumeSchemeSchema = z
  .object({
    volumes: z.array(volumeSchema).min(1, '至少有一卷').max(30, '最多 30 卷'),
    places: z.record(z.enum(packGroups), numberSchema)
  })
  .superRefine(({ volumes, places }, { addIssue }) => {
    const numbers = volumes.map(({ number }) => number)
    const twice = numbers.find((number, at) => numbers.indexOf(number) !== at)
    if (twice !== undefined)
      addIssue({ code: 'custom', path: ['volumes'], message: `卷号 ${twice} 用了两次，每卷一个号` })
    const lost = packGroups.find((group) => !numbers.includes(places[group]))
    if (lost !== undefined)
      addIssue({
        code: 'custom',
        path: ['places'],
        message: `“${packGroupNames[lost]}”指到了第 ${places[lost]} 卷，没有这一卷`
      })
  })
export type VolumeScheme = z.infer<typeof volumeSchemeSchema>

/** Kinds of paper that came later stand in a scheme an office kept before with the kind they are nearest to. */
function withLaterGroups(kept: unknown): unknown {
  const places = z.object({ places: z.object({ evaluation: numberSchema }) }).safeParse(kept)
  if (!places.success || typeof kept !== 'object' || kept === null) return kept
  const given = 'places' in kept && typeof kept.places === 'object' ? kept.places : {}
  return { ...kept, places: { appraisal: places.data.places.evaluation, ...given } }
}

/** A scheme as it is kept in the store. */
export const keptSchemeSchema = z.preprocess(withLaterGroups, volumeSchemeSchema)

/** The eight volumes of rules.md §9.5. */
export const usualScheme: VolumeScheme = {
  volumes: [
    { number: '01', name: '组织设置与换届' },
    { number: '02', name: '班子与责任派单' },
    { number: '03', name: '党员名册与组织关系' },
    { number: '04', name: '三会一课' },
    { number: '05', name: '主题党日与组织生活会' },
    { number: '06', name: '民主评议与谈话' },
    { number: '07', name: '发展党员' },
    { number: '08', name: '教育学时、党费、服务与整改' }
  ],
  places: {
    ...{ organisation: '01', committee: '02', roster: '03', meetings: '04', 'theme-days': '05', life: '05' },
    ...{
      evaluation: '06',
      appraisal: '06',
      talks: '06',
      admission: '07',
      study: '08',
      service: '08',
      rectification: '08'
    },
    ...{ checklist: '08', reports: '08' }
  }
}

/** The volume of a kind of paper under a scheme. */
export function volumeFor({ volumes, places }: VolumeScheme, group: PackGroup): Volume {
  const number = places[group]
  return volumes.find((one) => one.number === number) ?? { number, name: packGroupNames[group] }
}

/** 三会一课 before all else, then 组织生活会 and 主题党日; a mere 民主评议 goes with the evaluation. */
export function groupOfMeeting(types: readonly MeetingType[]): PackGroup {
  if (types.some((type) => ['党员大会', '支委会', '党小组会', '党课'].includes(type))) return 'meetings'
  if (types.includes('组织生活会')) return 'life'
  return types.includes('主题党日') ? 'theme-days' : 'evaluation'
}

/** By item of the standard list, else by its area. */
const itemGroups: Readonly<Record<string, PackGroup>> = {
  ...{ A: 'organisation', B: 'committee', C: 'study', D: 'meetings', E: 'service', F: 'service', G: 'service' },
  ...{ H: 'rectification', C1: 'roster', C5: 'roster', C6: 'roster', C7: 'admission', C8: 'admission' },
  ...{ D4: 'theme-days', D5: 'life', D6: 'evaluation', D7: 'talks' }
}

/** What the proofs of an item are about; an item of no area of the standard list goes with the checklist. */
export const groupOfItem = (id: string): PackGroup => itemGroups[id] ?? itemGroups[id.slice(0, 1)] ?? 'checklist'
