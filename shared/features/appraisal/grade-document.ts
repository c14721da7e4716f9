import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine, signHere, wideRow } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { cadreGrades } from './appraisal.ts'
import { hasLimit, participantsOf } from './grade-rules.ts'
import { withoutInternal } from './negative-rules.ts'
import { type AppraisalPaper, yearTitle } from './paper-parts.ts'
import type { AppraisedCadre } from './result-rules.ts'

/** 无, or how many matters; what nobody has answered yet is left open. */
const negativeWords = ({ negatives }: AppraisedCadre): string => {
  const shown = negatives.map(withoutInternal)
  const found = shown.filter((one) => one.found === true).length
  if (found > 0) return `${found}项`
  return shown.every((one) => one.found === false) ? '无' : ''
}

const heardWords = ({ facts }: AppraisedCadre): string => facts.hearings.flatMap(({ final }) => final ?? []).join('、')

function totals({ appraisal, result }: AppraisalPaper): string {
  const count = (grade: string): number => result.cadres.filter(({ entry }) => entry.grade === grade).length
  const given = cadreGrades.map((grade) => `${grade}${count(grade)}名`).join('，')
  const open = result.cadres.filter(({ entry }) => entry.grade === null).length
  const limit = hasLimit(appraisal) ? `优秀名额${result.limit}名，以上级核定的名额为准。` : ''
  return `参加考核${participantsOf(appraisal)}人：${given}${open === 0 ? '' : `，未定${open}名`}。${limit}`
}

/** 等次建议表: what people suggest for each, and no figure of any ballot. */
export function gradeDocument(paper: AppraisalPaper): DocumentModel {
  const { organisation, appraisal, result, date } = paper
  const title = yearTitle(paper, '领导干部考核等次建议表')
  const rows = result.cadres.map((one, index): GridCell[] => [
    `${index + 1}`,
    one.facts.name,
    one.facts.job ?? one.facts.posts.join('、'),
    one.facts.ballots.some(({ counted }) => counted) ? '已测评' : '',
    heardWords(one),
    negativeWords(one),
    one.entry.grade ?? '',
    one.entry.reason ?? ''
  ])
  const over =
    result.over === 0 ? [] : [wideRow('备注：', `优秀比名额多${result.over}名。理由：${appraisal.overReason ?? ''}`, 8)]
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      internalMark,
      { kind: 'title', lines: titleLines(title) },
      plainLine(`党组织：${organisation}`),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 30, align: 'center' },
          { title: '姓名', width: 54, align: 'center' },
          { title: '职务', width: 96 },
          { title: '民主\n测评', width: 46, align: 'center' },
          { title: '述职\n评议', width: 44, align: 'center' },
          { title: '负面\n清单', width: 40, align: 'center' },
          { title: '建议\n等次', width: 44, align: 'center' },
          { title: '理由', width: 88 }
        ],
        rows: [...rows, wideRow('合计：', totals(paper), 8), ...over]
      },
      signHere(['党组织负责人'], 6, `（盖章）\u3000${dayOnPaper(date)}`)
    ]
  }
}
