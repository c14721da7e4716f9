import { type TalkKind, talkKindName } from '../../../shared/features/talk/talk-kinds.ts'

/** What may be printed of a branch and year; 台账 in figures, or with what was said. */
export type PaperChoice = 'coverage' | 'plan' | 'counts' | 'ledger' | 'blank'

export const paperNames: Record<PaperChoice, string> = {
  coverage: '覆盖情况',
  plan: '谈话计划表',
  counts: '谈话台账（只列次数）',
  ledger: '谈话台账（含内容）',
  blank: '空白记录表'
}

/** The ledger with contents is offered to who may read any of them. */
export const paperChoices = (readsContents: boolean): PaperChoice[] => [
  'coverage',
  'plan',
  'counts',
  ...(readsContents ? (['ledger'] as const) : []),
  'blank'
]

type Wanted = { organisationId: string; year: number; paper: PaperChoice; kind: TalkKind | '' }

/** Where a paper lies: its address, its query, its title, and whether it can be had as Excel. */
export function paperAt({ organisationId, year, paper, kind }: Wanted): {
  path: string
  query: string
  title: string
  excel: boolean
} {
  if (paper === 'blank') {
    const title = kind === '' ? '谈心谈话记录表（空白）' : `${talkKindName(kind)}记录表（空白）`
    return {
      path: `/documents/talk/blank/${organisationId}/form`,
      query: kind === '' ? '' : `kind=${kind}`,
      title,
      excel: false
    }
  }
  const file = paper === 'counts' ? 'ledger' : paper
  const titles = { coverage: '谈心谈话覆盖情况', plan: '谈话计划表', counts: '谈话台账（次数）', ledger: '谈话台账' }
  return {
    path: `/documents/talk/branch/${organisationId}/${file}`,
    query: `year=${year}${paper === 'ledger' ? '&contents=true' : ''}`,
    title: `${year}年度${titles[paper]}`,
    excel: paper !== 'coverage'
  }
}
