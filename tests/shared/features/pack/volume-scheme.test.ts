import { describe, expect, it } from 'vitest'
import {
  groupOfItem,
  groupOfMeeting,
  keptSchemeSchema,
  packGroups,
  usualScheme,
  volumeFor,
  volumeSchemeSchema
} from '../../../../shared/features/pack/volume-scheme.ts'

describe('the volumes of a year', () => {
  it('are the eight of the rule book, each kind of paper in one of them', () => {
    expect(volumeSchemeSchema.parse(usualScheme)).toEqual(usualScheme)
    expect(usualScheme.volumes.map(({ number }) => number).join()).toBe('01,02,03,04,05,06,07,08')
    expect(packGroups.map((group) => volumeFor(usualScheme, group).number)).not.toContain(undefined)
    expect(volumeFor(usualScheme, 'talks')).toEqual({ number: '06', name: '民主评议与谈话' })
  })

  it('take 三会一课 first, then 组织生活会 and 主题党日, a mere 民主评议 with the evaluation', () => {
    expect(groupOfMeeting(['主题党日', '党课'])).toBe('meetings')
    expect(groupOfMeeting(['主题党日'])).toBe('theme-days')
    expect(groupOfMeeting(['组织生活会', '民主评议党员'])).toBe('life')
    expect(groupOfMeeting(['民主评议党员'])).toBe('evaluation')
  })

  it('take proofs by their item, else by its area, and those of an own list with the checklist', () => {
    expect(['A6', 'B2', 'C2', 'C7', 'D1', 'D4', 'D7', 'H3', 'YA1'].map(groupOfItem)).toEqual([
      ...['organisation', 'committee', 'study', 'admission', 'meetings', 'theme-days', 'talks', 'rectification'],
      'checklist'
    ])
  })

  it('kept before there were appraisals bind them with the evaluations', () => {
    const { appraisal: _none, ...places } = { ...usualScheme.places, evaluation: '07' }
    const kept = keptSchemeSchema.parse({ ...usualScheme, places })
    expect(volumeFor(kept, 'appraisal').number).toBe('07')
    expect(keptSchemeSchema.parse(usualScheme)).toEqual(usualScheme)
    expect(volumeSchemeSchema.safeParse({ ...usualScheme, places }).success).toBe(false)
  })

  it('of an office itself have numbers of their own and leave no kind of paper without a volume', () => {
    const faults = (scheme: unknown) => volumeSchemeSchema.safeParse(scheme).error?.issues.map(({ message }) => message)
    const [first] = usualScheme.volumes
    expect(faults({ ...usualScheme, volumes: [...usualScheme.volumes, first] })).toEqual([
      '卷号 01 用了两次，每卷一个号'
    ])
    expect(faults({ ...usualScheme, places: { ...usualScheme.places, talks: '09' } })).toEqual([
      '“谈心谈话”指到了第 09 卷，没有这一卷'
    ])
    expect(faults({ ...usualScheme, volumes: [{ number: '1', name: '总卷' }] })?.[0]).toBe(
      '卷号应是 01 到 99 的两位数字'
    )
  })
})
