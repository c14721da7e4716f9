import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { dayIn } from '../talk/talk-form.ts'
import type { MissingView } from './checklist-view.ts'
import { type ChecklistPaper, inYear, itemName } from './self-check-document.ts'

/** `missing` as the rules order it: the largest gain first. */
export type MissingPaper = ChecklistPaper & { missing: readonly MissingView[] }

const rowOf = ({ what, items, by, gain }: MissingView, year: number): GridCell[] => [
  '□',
  inYear(what, year),
  items.map(itemName).join('、'),
  by === null ? '' : dayIn(year, by),
  gain
]

/** 缺项清单, to tick off by hand. What has no day is left open. */
export function missingDocument({ organisation, year, list, date, missing }: MissingPaper): DocumentModel {
  const title = `${year}年度党支部标准化规范化缺项清单`
  return {
    profile: 'form',
    meta: { title, author: organisation, subject: list, date },
    blocks: [
      internalMark,
      { kind: 'title', lines: titleLines(title) },
      plainLine(`党支部：${organisation}`),
      plainLine(`共${missing.length}件，按可得分从多到少排列；统计到${dayOnPaper(date)}。`),
      missing.length === 0
        ? plainLine('没有要做、要补的。')
        : {
            kind: 'grid',
            columns: [
              { title: '办完\n打√', width: 40, align: 'center' },
              { title: '要做什么', width: 190 },
              { title: '涉及项目', width: 100 },
              { title: '期限', width: 70, align: 'center' },
              { title: '可得分', width: 50, align: 'center' }
            ],
            rows: missing.map((need) => rowOf(need, year))
          }
    ]
  }
}
