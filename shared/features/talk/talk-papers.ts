/** The papers of 谈心谈话: the record of one talk, and the tables of a branch in a year. */
export const talkPapers = ['record', 'plan', 'ledger', 'coverage'] as const
export type TalkPaperName = (typeof talkPapers)[number]

export const talkPaperNames: Record<TalkPaperName, string> = {
  record: '谈心谈话记录表',
  plan: '谈话计划表',
  ledger: '谈话台账',
  coverage: '谈心谈话覆盖情况'
}
