/**
 * The papers of 民主评议党员: forms, ballots, results (rules.md §4.4). 'forms' and 'notices' are of the whole branch, one person
 * after another.
 */
export const evaluationPapers = [
  'form',
  'forms',
  'ballot',
  'count',
  'tally',
  'result',
  'public',
  'help',
  'notices',
  'peer',
  'disposal'
] as const
export type EvaluationPaperName = (typeof evaluationPapers)[number]

export const evaluationPaperNames: Record<EvaluationPaperName, string> = {
  form: '民主评议党员登记表',
  forms: '民主评议党员登记表（全支部）',
  ballot: '民主评议党员测评表',
  count: '计票报告单',
  tally: '民主评议党员测评结果汇总表',
  result: '民主评议党员评定结果汇总表',
  public: '民主评议党员结果公布名单',
  help: '基本合格、不合格党员帮教台账',
  notices: '评定结果告知单',
  peer: '党员互评意见表',
  disposal: '组织处置登记表'
}
