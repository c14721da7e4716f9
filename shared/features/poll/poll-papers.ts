/** The papers of 民主测评 and 述职评议 (rules.md §4.4, §6). */
export const pollPapers = ['ballot', 'count', 'summary', 'comprehensive', 'result', 'public'] as const
export type PollPaperName = (typeof pollPapers)[number]

export const pollPaperNames: Record<PollPaperName, string> = {
  ballot: '民主测评表',
  count: '计票报告单',
  summary: '民主测评汇总表',
  comprehensive: '述职评议综合评价表',
  result: '评定结果汇总表',
  public: '评定结果公布'
}

/** Papers that only a 述职评议 has. */
export const dutyPapers: readonly PollPaperName[] = ['comprehensive']
