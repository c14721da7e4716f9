/** The papers of rules.md §6.4 in its order. */
export const appraisalPapers = [
  ...(['forms', 'ballots', 'team', 'duty', 'score'] as const),
  ...(['negative', 'grades', 'notice', 'feedback'] as const)
] as const
export type AppraisalPaperName = (typeof appraisalPapers)[number]

export const appraisalPaperNames: Record<AppraisalPaperName, string> = {
  forms: '个人总结表',
  ballots: '民主测评汇总',
  team: '班子测评汇总',
  duty: '述职报告',
  score: '党建考核得分单',
  negative: '负面清单核查表',
  grades: '等次建议表',
  notice: '公示',
  feedback: '反馈与整改表'
}

/**
 * The right each paper asks for, as papers of evaluations do: matters against somebody and reasons for 书记 and 组织委员, what was
 * written of people for who enters, the rest for who may see grades. One table for byte route, screen and pack.
 */
export const appraisalPaperNeeds = {
  forms: 'evaluation.enter',
  ballots: 'evaluation.grade.read',
  team: 'evaluation.grade.read',
  duty: 'evaluation.enter',
  score: 'evaluation.grade.read',
  negative: 'evaluation.tally',
  grades: 'evaluation.tally',
  notice: 'evaluation.grade.read',
  feedback: 'evaluation.enter'
} as const satisfies Record<AppraisalPaperName, string>

/** Whether a paper is only for who may see tallies: it stands in no pack others make. */
export const isGuarded = (paper: AppraisalPaperName): boolean => appraisalPaperNeeds[paper] === 'evaluation.tally'

/** What the manifest of a pack calls a paper. */
export const appraisalKind = (paper: AppraisalPaperName): string => `appraisal-${paper}`

/** Papers that can be made of one cadre alone. */
export const ownPapers: readonly AppraisalPaperName[] = ['forms', 'duty', 'negative', 'feedback']
