/** Papers of a branch's list, by the name in their address. `star` is 四强 for that list. */
export const checklistPapers = [
  'self-check',
  'review',
  'report',
  'problems',
  'missing',
  'register',
  'star',
  'blank'
] as const
export type ChecklistPaperName = (typeof checklistPapers)[number]

export const checklistPaperNames: Record<ChecklistPaperName, string> = {
  'self-check': '自评表',
  review: '考评表',
  report: '自评报告',
  problems: '问题清单',
  missing: '缺项清单',
  register: '整改台账',
  star: '星级认定表',
  blank: '空白自评表'
}

/** Papers of many branches: 对比表, the list of stars, 整改台账. */
export const boardPapers = ['comparison', 'stars', 'register'] as const
export type BoardPaperName = (typeof boardPapers)[number]
