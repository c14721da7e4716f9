import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { scales } from '../ballot/ballot.ts'
import { shownSubject } from './shown-result.ts'
import { flagWords, type PollPaper } from './summary-document.ts'

/** 测评汇总 as a sheet: the first table of the paper, with the same figures left out. */
export function pollSummarySheet({ poll, outcome }: Pick<PollPaper, 'poll' | 'outcome'>): SheetOut {
  const grades = scales[poll.scale]
  return {
    name: '测评汇总',
    columns: [
      { header: '序号', width: 8 },
      { header: '测评对象', width: 20 },
      { header: '职务', width: 24 },
      { header: '有效票', width: 10 },
      ...grades.map((grade) => ({ header: `${grade}占比`, width: 12 })),
      { header: '得分', width: 10 },
      { header: '提示', width: 36 },
      { header: '确定等次', width: 12 },
      { header: '说明', width: 30 }
    ],
    rows: outcome.subjects.map((subject, index): RawCell[] => {
      const { name, post, valid, figures, flags } = shownSubject(subject, grades)
      const isHidden = 'why' in figures
      return [
        index + 1,
        name,
        post,
        isHidden ? null : valid,
        ...(isHidden ? grades.map(() => null) : figures.shares),
        isHidden ? null : figures.score,
        flags.map((flag) => flagWords(flag, grades)).join('；'),
        subject.subject.final,
        isHidden ? figures.why : null
      ]
    })
  }
}
