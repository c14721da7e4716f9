import type { Block, DocumentModel, GridCell, KeyValueCell } from '../../documents/document-model.ts'
import { blankDay, internalMark, plainLine, typedText } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { Day } from '../../kernel/dates.ts'
import { scales } from '../ballot/ballot.ts'
import type { SubjectResult } from './result.ts'
import { shownSubject } from './shown-result.ts'
import type { PollPaper } from './summary-document.ts'

const title = '党组织书记述职评议综合评价表'

/** What F6-2 says of one subject, `missing` in place of a total; scores are left out, and with them what is made of them, where too few voted. */
type Scores = { ballots: string; work: string; daily: string; total: string; missing: string; advice: string }

const number = (value: number | null): string => (value === null ? '' : `${value}`)

function scoresOf(result: SubjectResult, grades: readonly string[]): Scores {
  const { figures } = shownSubject(result, grades)
  const isHidden = 'why' in figures
  const { subject, comprehensive } = result
  const missing = comprehensive?.missing ?? []
  return {
    ballots: isHidden ? figures.why : figures.score,
    work: number(subject.workScore),
    daily: number(subject.dailyScore),
    total: isHidden ? '' : (comprehensive?.score ?? ''),
    missing: isHidden || missing.length === 0 ? '' : `缺${missing.join('、')}`,
    advice: isHidden ? '' : (comprehensive?.advice ?? '')
  }
}

const cell = (label: string, value: KeyValueCell['value'], span = 1, minLines = 1.6): KeyValueCell => ({
  label,
  value,
  span,
  minLines
})
const wide = (label: string, value: KeyValueCell['value'], minLines: number): KeyValueCell[] => [
  cell(label, value, 3, minLines)
]

const table = (organisation: string, result: SubjectResult | null, scores: Scores | null): Block => {
  const subject = result?.subject
  const seal = `\u3000\n（党委盖章）\u3000\u3000\u3000\u3000${blankDay}`
  const opinion = subject?.opinion ?? '\u3000'
  return {
    kind: 'keyValues',
    columns: [18, 32, 18, 32],
    rows: [
      [cell('被评议人', subject?.name ?? ''), cell('职务', subject?.post ?? '')],
      wide('党组织', organisation, 1.6),
      [cell('述职测评\n得分', scores?.ballots ?? ''), cell('年度党建\n考核得分', scores?.work ?? '')],
      [cell('日常了解', scores?.daily ?? ''), cell('综合得分', scores?.total || scores?.missing || '')],
      wide('负面事项', typedText(subject?.negative ?? null), 5),
      [cell('建议等次', scores?.advice ?? ''), cell('确定等次', subject?.final ?? '')],
      wide('理由', typedText(subject?.reason ?? null), 3),
      wide('党委评价\n意见', `${opinion}\n${seal}`, 8)
    ]
  }
}

const page = (year: number, block: Block): Block[] => [
  { kind: 'pageBreak' },
  internalMark,
  { kind: 'title', lines: titleLines(`${year}年度${title}`) },
  block
]

/** All of them on one sheet before the forms, where they are several. */
function overview({ organisation, poll, outcome }: PollPaper): Block[] {
  if (outcome.subjects.length < 2) return []
  const grades = scales[poll.scale]
  const rows = outcome.subjects.map((result, index): GridCell[] => {
    const { ballots, work, daily, total, advice } = scoresOf(result, grades)
    const { name, post, final } = result.subject
    return [`${index + 1}`, name, post ?? '', ballots, work, daily, total, advice, final ?? '']
  })
  return [
    internalMark,
    { kind: 'title', lines: titleLines(`${poll.year}年度述职评议综合评价汇总表`) },
    plainLine(`党组织：${organisation}`),
    {
      kind: 'grid',
      columns: [
        { title: '序号', width: 30, align: 'center' },
        { title: '姓名', width: 56, align: 'center' },
        { title: '职务', width: 108 },
        { title: '测评', width: 43, align: 'center' },
        { title: '考核', width: 41, align: 'center' },
        { title: '日常', width: 41, align: 'center' },
        { title: '综合', width: 43, align: 'center' },
        { title: '建议\n等次', width: 40, align: 'center' },
        { title: '确定\n等次', width: 40, align: 'center' }
      ],
      rows
    }
  ]
}

/** F6-2 for every subject, a page each, with a table of all in front. */
export const comprehensiveDocument = (paper: PollPaper): DocumentModel => ({
  profile: 'form',
  meta: {
    title: `${paper.poll.year}年度${title}`,
    author: paper.organisation,
    subject: paper.poll.number,
    date: paper.date
  },
  blocks: [
    ...overview(paper),
    ...paper.outcome.subjects.flatMap((result) =>
      page(paper.poll.year, table(paper.organisation, result, scoresOf(result, scales[paper.poll.scale])))
    )
  ]
})

/** F6-2 to fill in by hand. */
export const blankComprehensive = (organisation: string, year: number, today: Day): DocumentModel => ({
  profile: 'form',
  meta: { title: `${title}（空白表）`, author: organisation, date: today },
  blocks: page(year, table(organisation, null, null))
})
