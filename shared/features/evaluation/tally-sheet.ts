import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { percentOf } from './percent.ts'
import { type TallyPaper, tallyRows } from './tally-document.ts'

const figureHeads = ['有效', '优秀', '合格', '基本合格', '不合格', '弃权', '优秀率', '合格率', '基本合格率', '不合格率']

/** F4-3 as a sheet, with the same figures left out as on paper; where they are left out 说明 says why. */
export const tallySheet = (paper: Pick<TallyPaper, 'result'>): SheetOut => ({
  name: '测评结果汇总',
  columns: [
    { header: '序号', width: 8 },
    { header: '姓名', width: 14 },
    ...figureHeads.map((header) => ({ header, width: 11 })),
    { header: '建议等次', width: 18 },
    { header: '评定等次', width: 12 },
    { header: '理由', width: 36 },
    { header: '说明', width: 30 }
  ],
  rows: tallyRows(paper).map(({ member, figures, advice, final, remark }, index): RawCell[] => [
    index + 1,
    member.person.member.name,
    ...(figures.shown
      ? [
          ...[figures.valid, ...figures.counts, figures.abstained],
          ...figures.counts.map((count) => percentOf(count, figures.valid))
        ]
      : figureHeads.map(() => null)),
    advice,
    final,
    remark,
    figures.shown ? figures.warning : figures.why
  ])
})
