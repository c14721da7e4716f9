import type { Block, DocumentModel, GridCell } from '../../documents/document-model.ts'
import { emptyLines, inHei, plainLine, wideRow } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { Day } from '../../kernel/dates.ts'
import { type ScaleId, scales } from './ballot.ts'

/** Ballots that ask several questions about each subject: F4-5 about a team, F6-1 about a secretary's report. */
export type QuestionBallotKind = '班子测评' | '述职评议'

/**
 * One page for each subject; none prints a page with the subject open. `className` is the 票类, '' where there is one only.
 * `date` goes into the file, not on the paper.
 */
export type QuestionBallot = {
  kind: QuestionBallotKind
  organisation: string
  year: number
  className: string
  scale: ScaleId
  questions: readonly string[]
  subjects: readonly { name: string; post: string | null }[]
  date: Day
}

const words: Record<QuestionBallotKind, { title: string; subject: string }> = {
  班子测评: { title: '党支部班子民主测评表', subject: '被测评班子' },
  述职评议: { title: '党组织书记抓基层党建述职测评表', subject: '被测评人' }
}

const box = '□'

function page(ballot: QuestionBallot, { name, post }: { name: string; post: string | null }): Block[] {
  const grades = scales[ballot.scale]
  const columns = 2 + grades.length
  const row = (number: string, title: string): GridCell[] => [number, title, ...grades.map(() => box)]
  const classWords = ballot.className === '' ? '' : `\u3000票类：${ballot.className}`
  return [
    { kind: 'pageBreak' },
    { kind: 'title', lines: titleLines(`${ballot.year}年度${words[ballot.kind].title}`) },
    plainLine(`党组织：${ballot.organisation}${classWords}`),
    plainLine(`${words[ballot.kind].subject}：${name}${post === null || post === '' ? '' : `（${post}）`}`),
    {
      kind: 'grid',
      minLines: 1.6,
      columns: [
        { title: '序号', width: 30, align: 'center' },
        { title: '测评内容', width: 180 },
        ...grades.map((title) => ({ title, width: 58, align: 'center' as const }))
      ],
      rows: [
        ...ballot.questions.map((title, index) => row(`${index + 1}`, title)),
        [{ content: inHei('总体评价'), columns: 2 }, ...grades.map(() => box)],
        [
          { content: inHei('意见建议'), columns: 2 },
          { content: emptyLines(6), columns: grades.length }
        ],
        wideRow('填表说明：', `无记名填写。每行在一个等次的${box}内打“√”，多选或者不选的，该行作废。`, columns)
      ]
    }
  ]
}

/** F4-5 or F6-1, the same for every voter: no voter, no number of the ballot, no mark. */
export function questionBallotDocument(ballot: QuestionBallot): DocumentModel {
  const subjects = ballot.subjects.length === 0 ? [{ name: '', post: null }] : ballot.subjects
  return {
    profile: 'form',
    pageNumbers: 'none',
    meta: {
      title: `${ballot.year}年度${words[ballot.kind].title}`,
      author: ballot.organisation,
      date: ballot.date
    },
    blocks: subjects.flatMap((subject) => page(ballot, subject))
  }
}
