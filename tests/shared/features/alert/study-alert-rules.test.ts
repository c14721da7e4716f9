import { describe, expect, it } from 'vitest'
import { studyAlerts } from '../../../../shared/features/alert/study-alert-rules.ts'
import { plainRules } from '../../../factories/rules.ts'

const learner = (name: string, total: number, target = 32) => ({ memberId: name, name, total, target })
const levelOn = (today: string, total: number, target = 32) =>
  studyAlerts('ZB01', [learner('张三', total, target)], { year: 2026, today, rules: plainRules })[0]?.level ?? null

describe('W25', () => {
  it('begins the day after each of the three days, and is over when the share is reached', () => {
    expect(levelOn('2026-06-30', 0)).toBeNull()
    expect(levelOn('2026-07-01', 12.7)).toBe('blue')
    expect(levelOn('2026-07-01', 12.8)).toBeNull()
    expect(levelOn('2026-10-31', 23.9)).toBeNull()
    expect(levelOn('2026-11-01', 23.9)).toBe('yellow')
    expect(levelOn('2026-11-01', 24)).toBeNull()
    expect(levelOn('2026-12-31', 31)).toBeNull()
    expect(levelOn('2027-01-01', 31)).toBe('red')
    expect(levelOn('2027-01-01', 55, 56)).toBe('red')
  })

  it('names everybody behind in one warning of the branch, the furthest behind first', () => {
    expect(
      studyAlerts('ZB01', [learner('张三', 20), learner('李四', 10.5), learner('王五', 32)], {
        year: 2026,
        today: '2026-11-21',
        rules: plainRules
      })
    ).toEqual([
      expect.objectContaining({
        code: 'W25',
        organisation: 'ZB01',
        level: 'yellow',
        subject: '2026年学时：李四、张三',
        due: '2026-10-31',
        rule: expect.objectContaining({ id: 'R8-01' }),
        message: '到 2026-10-31 学时应完成 75%，还有 2 人没有达到：李四（10.5/32）、张三（20/32）。'
      })
    ])
  })
})
