import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { emptyLines, internalMark, plainLine } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { Evaluation } from './evaluation.ts'
import type { EvaluationResult } from './result.ts'

/** F4-6 of a branch; with nobody on it, it comes as a blank form. */
export type HelpPaper = {
  organisation: string
  evaluation: Pick<Evaluation, 'year'>
  result: Pick<EvaluationResult, 'members'>
  date: Day
}

const helped: ReadonlySet<string> = new Set(['基本合格', '不合格'])

const rowsOf = ({ members }: HelpPaper['result']): GridCell[][] =>
  members
    .filter(({ entry }) => entry !== null && (helped.has(entry.final ?? '') || entry.help !== null))
    .map(({ person, entry }, index) => {
      const help = entry?.help ?? null
      const quarters = (help?.quarters ?? []).map(({ on, text }) => `${dayOnPaper(on)}：${text}`)
      return [
        `${index + 1}`,
        person.member.name,
        entry?.final ?? '',
        help?.problem ?? '',
        help?.helper?.name ?? '',
        help?.measures ?? '',
        help?.dueOn ? dayOnPaper(help.dueOn) : '',
        quarters.join('\n'),
        help?.result ?? ''
      ]
    })

/** F4-6 基本合格、不合格党员帮教台账, turned. */
export function helpDocument({ organisation, evaluation, result, date }: HelpPaper): DocumentModel {
  const title = `${evaluation.year}年度基本合格、不合格党员帮教台账`
  const rows = rowsOf(result)
  const blank = [1, 2, 3].map((number): GridCell[] => [`${number}`, emptyLines(4)])
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`党支部：${organisation}`),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 30, align: 'center' },
          { title: '姓名', width: 56, align: 'center' },
          { title: '等次', width: 44, align: 'center' },
          { title: '主要问题', width: 96 },
          { title: '帮教人', width: 56, align: 'center' },
          { title: '措施', width: 96 },
          { title: '期限', width: 90, align: 'center' },
          { title: '季度记录', width: 110 },
          { title: '结果', width: 60 }
        ],
        rows: rows.length === 0 ? blank : rows
      }
    ]
  }
}
