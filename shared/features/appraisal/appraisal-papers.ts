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

/** Papers that can be made of one cadre alone. */
export const ownPapers: readonly AppraisalPaperName[] = ['forms', 'duty', 'negative', 'feedback']
