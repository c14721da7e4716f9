import { makeDay } from '../../kernel/dates.ts'
import type { ItemRule } from './item-facts.ts'
import { notApplicable, pending, stillBy } from './measured.ts'

/**
 * C7 and C8: without anybody on the way into the Party they are of no concern (decisions.md); with somebody they wait for
 * 清单自评, since the files of admission are not kept here.
 */
const waitsFor =
  (count: 'activists' | 'cases', none: string): ItemRule =>
  (facts, { title, points }) => {
    const many = facts.admissions[count]
    if (many === 0) return notApplicable(none)
    const by = stillBy(makeDay(facts.year, 12, 31), facts)
    return pending(
      `${count === 'cases' ? '发展党员' : '积极分子、发展对象'} ${many} 人次，发展档案不在这里，等自评得分。`,
      {
        needs: [{ what: `给“${title}”填自评得分`, by, gain: points, place: 'proof' }]
      }
    )
  }

/** C7 发展程序, C8 积极分子考察. */
export const admissionItems = {
  admissions: waitsFor('cases', '本年度没有发展党员，不适用。'),
  activists: waitsFor('activists', '没有入党积极分子和发展对象，不适用。')
} satisfies Record<string, ItemRule>
