/**
 * Kinds of talk of rules.md §5.1 by their code. T08–T12 are supervision, a register of its own without contents; T13
 * (纪检谈话函询) has no place in this program. `name` is what the ledger calls them; `level` the one a new talk starts with;
 * `counts` whether it counts for coverage (decisions.md).
 */
export const talkKinds = {
  T01: { name: '日常谈心', level: 'L1', counts: true, rule: 'R1-18' },
  T02: { name: '组织生活会/民主评议前谈话', level: 'L1', counts: true, rule: 'T02' },
  T03: { name: '入党谈话', level: 'L1', counts: false, rule: 'T03' },
  T04: { name: '审批前谈话', level: 'L2', counts: false, rule: 'T04' },
  T05: { name: '转正/结果告知谈话', level: 'L1', counts: true, rule: 'T05' },
  T06: { name: '任职谈话', level: 'L2', counts: true, rule: 'T06' },
  T07: { name: '关怀谈话', level: 'L2', counts: true, rule: 'T07' },
  T14: { name: '政治生日谈话', level: 'L1', counts: true, rule: 'T14' }
} as const
export type TalkKind = keyof typeof talkKinds
export const talkKindCodes = Object.keys(talkKinds) as readonly TalkKind[] as readonly [TalkKind, ...TalkKind[]]

/** A kind as the screen and a page say it: full-width stroke, so that no ASCII sign stands between Han characters. */
export const talkKindName = (kind: TalkKind): string => talkKinds[kind].name.replace('/', '、')

/** Who may read (rules.md §5.4): L1 the branch's 书记, 组织委员 and both parties; L2 书记 and both; L3 only under its own password. */
export const talkLevels = ['L1', 'L2', 'L3'] as const
export type TalkLevel = (typeof talkLevels)[number]

export const talkLevelNames: Record<TalkLevel, string> = {
  L1: '一级，双方、书记和组织委员可看',
  L2: '二级，双方和书记可看',
  L3: '三级，书记凭 L3 口令可看'
}

export const talkWays = ['面谈', '电话', '视频'] as const
