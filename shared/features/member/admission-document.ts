import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type MemberCategory, memberCategories } from './member.ts'

/** Somebody on the way into the Party, or who came in or became full in the year; `votes` are what 党员大会 decided of him. */
export type AdmissionRow = {
  name: string
  sex: string
  bornOn: Day | null
  education: string
  label: string
  category: MemberCategory
  joinedOn: Day | null
  fullOn: Day | null
  votes: readonly string[]
}

/** 发展党员工作一览表 of a year; `isOfMany` where each line names its branch. */
export type AdmissionList = {
  organisation: string
  isOfMany: boolean
  year: number
  date: Day
  rows: readonly AdmissionRow[]
}

const onPaper = (day: Day | null): string => (day === null ? '' : dayOnPaper(day))

/** 发展党员工作一览表, turned, the furthest first (rules.md §3.1, §9.5 ⑦). */
export function admissionListDocument({ organisation, isOfMany, year, date, rows }: AdmissionList): DocumentModel {
  const title = `${year}年度发展党员工作一览表`
  const counts = memberCategories
    .map((category) => ({ category, count: rows.filter((row) => row.category === category).length }))
    .filter(({ count }) => count > 0)
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`党组织：${organisation}`),
      plainLine(
        `${counts.map(({ category, count }) => `${category}${count}人`).join('，')}。统计到${dayOnPaper(date)}。`
      ),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 36, align: 'center' },
          { title: '姓名', width: 62, align: 'center' },
          { title: '性别', width: 36, align: 'center' },
          { title: '出生日期', width: 98, align: 'center' },
          { title: '学历', width: 56, align: 'center' },
          ...(isOfMany ? [{ title: '党支部', width: 96 }] : []),
          { title: '现在的类别', width: 82, align: 'center' },
          { title: '入党日期', width: 98, align: 'center' },
          { title: '转正日期', width: 98, align: 'center' },
          { title: '年内支部大会讨论', width: 124 }
        ],
        rows: rows.map((row, at): GridCell[] => [
          ...[`${at + 1}`, row.name, row.sex, onPaper(row.bornOn), row.education],
          ...(isOfMany ? [row.label] : []),
          ...[row.category, onPaper(row.joinedOn), onPaper(row.fullOn), row.votes.join('\n')]
        ])
      }
    ]
  }
}
