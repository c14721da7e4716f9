import type { AgendaItem, AgendaKind } from './meeting.ts'
import type { Counts } from './meeting-rules.ts'

/** Matters of persons that go through the procedure of the 支部大会 (rules.md §3.1, steps 15 and 23). */
export const personalMatters: readonly AgendaKind[] = ['接收预备党员', '预备党员转正', '延长预备期', '取消预备党员资格']

/** The seven steps of §9.2 as this program words them: of an admission, and of a 转正 and what may come in its place. */
const admission = [
  '主持人报告应到和到会人数',
  '本人汇报',
  '入党介绍人介绍情况并表明意见',
  '支委会报告审查情况',
  '到会党员充分讨论',
  '无记名投票表决',
  '宣布结果并通过决议'
] as const
const fullMembership = [
  '主持人报告应到和到会人数',
  '本人提出书面申请并汇报',
  '党小组提出意见',
  '通报征求党员和群众意见的情况',
  '支委会报告审查情况',
  '到会党员讨论并无记名投票表决',
  '宣布结果并通过决议'
] as const

/** The steps to tick for a matter; none where the matter has no such procedure. */
export const procedureOf = (kind: AgendaKind): readonly string[] =>
  kind === '接收预备党员' ? admission : personalMatters.includes(kind) ? fullMembership : []

const settled: Partial<Record<AgendaKind, (name: string) => string>> = {
  接收预备党员: (name) => `接收${name}为中共预备党员`,
  预备党员转正: (name) => `${name}按期转为中共正式党员`,
  延长预备期: (name) => `延长${name}的预备期`,
  取消预备党员资格: (name) => `取消${name}的预备党员资格`
}

/**
 * A resolution with the elements the rules ask for (主要表现, 应到和到会, 表决结果; date and signature are on the paper):
 * the figures are those of the vote, the person's record is left to be written. Null while the vote has no figures.
 */
export function resolutionDraft(item: AgendaItem, counts: Counts, carried: boolean): string | null {
  const { vote, subject } = item
  const matter = settled[item.kind]
  if (vote === null || vote.yes === null || matter === undefined) return null
  const written = (one: number | null): string => (one === null || one === 0 ? '' : `（另有书面意见${one}票）`)
  const name = subject?.name ?? '×××'
  return [
    `${name}同志的主要表现：`,
    `本支部应到会有表决权的正式党员${counts.eligible}名，到会${counts.presentEligible}名。经充分讨论，采取${vote.method ?? '无记名'}投票方式表决，` +
      `赞成${vote.yes}票${written(vote.writtenYes)}，反对${vote.no ?? 0}票${written(vote.writtenNo)}，弃权${vote.abstained ?? 0}票${written(vote.writtenAbstained)}，` +
      `赞成票${carried ? '超过' : '没有超过'}应到会有表决权的正式党员的半数，${carried ? '同意' : '不同意'}${matter(name)}。`
  ].join('\n')
}
