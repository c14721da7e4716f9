import type { Block, DocumentModel, GridCell } from '../../documents/document-model.ts'
import { plainLine, signHere, wideRow } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import type { BranchWork } from './cadre-facts.ts'
import { type AppraisalPaper, onPaper, yearTitle } from './paper-parts.ts'

/** 得分单 of the branches of the organisation: one in full, several as a table of all in front. */
export type ScorePaper = AppraisalPaper & { works: readonly BranchWork[] }

const publishedWords = ({ published }: BranchWork): string =>
  published === null ? '' : `${dayOnPaper(published.on)}公布，${published.total}分`

function overview(works: readonly BranchWork[]): Block[] {
  if (works.length < 2) return []
  const rows = works.map((one, index): GridCell[] => [
    `${index + 1}`,
    one.name,
    one.total,
    one.lost,
    one.pending,
    one.vetoes.length === 0 ? '无' : `${one.vetoes.length}项`,
    publishedWords(one)
  ])
  return [
    {
      kind: 'grid',
      columns: [
        { title: '序号', width: 32, align: 'center' },
        { title: '党支部', width: 130 },
        { title: '得分', width: 50, align: 'center' },
        { title: '失分', width: 50, align: 'center' },
        { title: '待核', width: 50, align: 'center' },
        { title: '一票\n否决', width: 40, align: 'center' },
        { title: '考评结果', width: 90 }
      ],
      rows
    }
  ]
}

function sheetOf(one: BranchWork): Block[] {
  const { areas, total, max, lost, pending, bonus, vetoes, published } = one
  const rows = areas.map(({ title, ...area }, index): GridCell[] => [
    `${index + 1}`,
    title,
    area.max,
    area.score,
    area.lost,
    area.pending
  ])
  return [
    plainLine(`党支部：${one.name}\u3000考核清单：${one.list}`),
    {
      kind: 'grid',
      columns: [
        { title: '序号', width: 34, align: 'center' },
        { title: '考核方面', width: 168 },
        { title: '满分', width: 60, align: 'center' },
        { title: '得分', width: 60, align: 'center' },
        { title: '失分', width: 60, align: 'center' },
        { title: '待核', width: 60, align: 'center' }
      ],
      rows: [
        ...rows,
        [{ content: '合计', columns: 2, align: 'center' }, max, total, lost, pending],
        wideRow('加分：', `${bonus}分，另列，不计入合计。`, 6),
        wideRow('一票否决：', vetoes.length === 0 ? '无。' : onPaper(vetoes.join('')), 6),
        ...(published === null ? [] : [wideRow('考评结果：', `${publishedWords(one)}。`, 6)])
      ]
    }
  ]
}

/** 党建考核得分单, by the checklist as it stands on the day. */
export function scoreDocument(paper: ScorePaper): DocumentModel {
  const { organisation, works, date } = paper
  const title = yearTitle(paper, '党建考核得分单')
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      ...(works.length === 1 ? [] : [plainLine(`党组织：${organisation}`)]),
      ...(works.length === 0 ? [plainLine('没有按标准化清单考核的党支部。')] : overview(works)),
      ...works.flatMap(sheetOf),
      plainLine(`得分按${dayOnPaper(date)}的记录计算；待核的项目核对以后再计分。`),
      signHere(['考核人', '负责人'], 5, dayOnPaper(date))
    ]
  }
}
