import { expect, it } from 'vitest'
import {
  studyDocument,
  type StudyPaper,
  studySheet,
  wholePercent
} from '../../../../shared/features/study/study-document.ts'
import { hoursOf, progressOf } from '../../../../shared/features/study/study-rules.ts'

const meetings = [{ id: 'hy', title: '2026年3月主题党日', date: '2026-03-05', hours: 2, present: ['a', 'elsewhere'] }]
const typed = [
  {
    ...{ id: 's', organisationId: 'zb', memberId: 'a', date: '2026-05-13' },
    ...{ content: '集中培训', hours: 29.9, kind: '脱产' as const }
  }
]
const lineOf = (memberId: string, name: string, posts: string[], target: number) => {
  const hours = hoursOf(memberId, 2026, '2026-11-21', { meetings, typed })
  return { memberId, name, posts, hours, studies: [], ...progressOf(hours.total, target) }
}
const paper: StudyPaper = {
  organisation: '机关第一支部委员会',
  year: 2026,
  date: '2026-11-21',
  lines: [lineOf('a', '周启明', ['书记'], 32), lineOf('b', '丁立新', [], 32)],
  meetings
}

it('lists everybody, what was typed and the meetings that gave hours, with those of the branch who were there', () => {
  const { meta, blocks } = studyDocument(paper)
  expect(meta.title).toBe('2026年度党员教育学时台账')
  const grids = blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows] : []))
  expect(grids).toEqual([
    [
      ['1', '周启明', '书记', '2', '29.9', '31.9', '32', '99%', '0.1'],
      ['2', '丁立新', '', '0', '0', '0', '32', '0%', '32']
    ],
    [['周启明', '2026年5月13日', '集中培训', '脱产', '29.9']],
    [['2026年3月5日', '2026年3月主题党日', '2', '1']]
  ])
})

it('says so where nothing is recorded', () => {
  const text = JSON.stringify(studyDocument({ ...paper, lines: [], meetings: [] }))
  for (const words of ['没有登记党员。', '没有登记。', '没有记学时的会议和活动。']) expect(text).toContain(words)
})

it('gives Excel numbers, not texts', () => {
  expect(studySheet(paper).rows[0]).toEqual([1, '周启明', '书记', 2, 29.9, 31.9, 32, 99, 0.1])
})

it('never calls 100 per cent what is not', () => {
  expect([wholePercent(0.999), wholePercent(1), wholePercent(0.29), wholePercent(1.2)]).toEqual([99, 100, 29, 120])
})
