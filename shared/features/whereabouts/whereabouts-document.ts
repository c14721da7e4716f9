import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine, typedText } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { isAwayOn, type Whereabouts } from './whereabouts.ts'

/** A spell with the name and the branch it is of. */
export type AwayRow = { spell: Whereabouts; name: string; label: string }

/** 流动党员、失联党员名单 of a year; `isOfMany` where each line names its branch. */
export type AwayList = { organisation: string; isOfMany: boolean; year: number; date: Day; rows: readonly AwayRow[] }

/** 流动党员、失联党员名单: who was away in the year, where, and who keeps in touch (rules.md §8.5, C6). */
export function awayListDocument({ organisation, isOfMany, year, date, rows }: AwayList): DocumentModel {
  const title = `${year}年度流动党员、失联党员名单`
  const now = (kind: Whereabouts['kind']): number =>
    rows.filter(({ spell }) => spell.kind === kind && isAwayOn(spell, date)).length
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      internalMark,
      { kind: 'title', lines: titleLines(title, 20) },
      plainLine(`党组织：${organisation}`),
      plainLine(`${dayOnPaper(date)}：外出流动${now('流动')}人，失联${now('失联')}人。`),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 34, align: 'center' },
          { title: '姓名', width: 60, align: 'center' },
          ...(isOfMany ? [{ title: '党支部', width: 90 }] : []),
          { title: '类别', width: 42, align: 'center' },
          { title: '起', width: 80, align: 'center' },
          { title: '止', width: 80, align: 'center' },
          { title: '去向', width: 96 },
          { title: '联系人', width: 60, align: 'center' },
          { title: '备注', width: 90 }
        ],
        rows: rows.map(({ spell, name, label }, at): GridCell[] => [
          ...[`${at + 1}`, name, ...(isOfMany ? [label] : []), spell.kind, dayOnPaper(spell.from)],
          spell.to === null ? '至今' : dayOnPaper(spell.to),
          ...[spell.place ?? '', spell.contact ?? '', typedText(spell.note)]
        ])
      }
    ]
  }
}
