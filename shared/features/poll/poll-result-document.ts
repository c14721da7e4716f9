import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { plainLine, wideRow } from '../../documents/form-parts.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { scales } from '../ballot/ballot.ts'
import type { PollKind } from './poll.ts'
import { overWords, type PollPaper } from './summary-document.ts'

/** Results carry no figures, so nothing is cited. */
export type PollResultPaper = Omit<PollPaper, 'citation'>

/** What is published: only the `grades` asked for. */
export type PublicPollPaper = PollResultPaper & { grades: readonly string[] }

const names: Record<PollKind, string> = {
  班子测评: '领导班子民主测评评定结果',
  干部测评: '领导干部民主测评评定结果',
  述职评议: '党组织书记述职评议结果'
}

const unitOf = (kind: PollKind): string => (kind === '班子测评' ? '个' : '名')

/** 评定结果汇总 for the level above: grades people decided on and their totals, never scores or figures of ballots. */
export function pollResultDocument({ organisation, poll, outcome, date }: PollResultPaper): DocumentModel {
  const title = `${poll.year}年度${names[poll.kind]}汇总表`
  const over = overWords({ poll, outcome })
  const totals = scales[poll.scale]
    .map((grade) => `${grade}${poll.subjects.filter(({ final }) => final === grade).length}${unitOf(poll.kind)}`)
    .join('，')
  const rows = poll.subjects.map(({ name, post, final }, index): GridCell[] => [
    `${index + 1}`,
    name,
    post ?? '',
    final ?? '',
    ''
  ])
  return {
    profile: 'form',
    meta: { title, author: organisation, subject: poll.number, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      plainLine(`党组织：${organisation}`),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 34, align: 'center' },
          { title: poll.kind === '班子测评' ? '班子' : '姓名', width: 100, align: 'center' },
          { title: '职务', width: 130 },
          { title: '评定等次', width: 78, align: 'center' },
          { title: '备注', width: 100 }
        ],
        rows: [
          ...rows,
          wideRow('合计：', `${poll.subjects.length}${unitOf(poll.kind)}：${totals}。`, 5),
          ...(over === '' ? [] : [wideRow('备注：', over, 5)])
        ]
      },
      {
        kind: 'signature',
        rows: [[{ label: '负责人（签名）：', cells: 5 }]],
        date: `（盖章）\u3000${dayOnPaper(date)}`
      }
    ]
  }
}

/** 公布: the names under the grades asked for. */
export function publicPollDocument({ organisation, poll, grades, date }: PublicPollPaper): DocumentModel {
  const title = `${poll.year}年度${names[poll.kind]}公布`
  return {
    profile: 'gb9704',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      { kind: 'paragraph', runs: [{ text: `现将${poll.year}年度${names[poll.kind]}公布如下：` }] },
      ...grades.flatMap((grade, index) => {
        const listed = poll.subjects.filter(({ final }) => final === grade).map(({ name }) => name)
        return [
          {
            kind: 'heading' as const,
            level: 1 as const,
            text: `${numbered(1, index + 1, grade)}（${listed.length}${unitOf(poll.kind)}）`
          },
          {
            kind: 'paragraph' as const,
            runs: [{ text: listed.length === 0 ? '无。' : `${listed.join('、')}。` }]
          }
        ]
      }),
      { kind: 'signOff', issuer: organisation, date: dayOnPaper(date), sealed: true }
    ]
  }
}
