import { describe, expect, it } from 'vitest'
import { coverageDocument, coverageSheet } from '../../../../shared/features/plan/coverage-document.ts'
import { coverageOf } from '../../../../shared/features/plan/coverage-rules.ts'
import type { CalendarLine } from '../../../../shared/features/plan/plan.ts'
import { planDocument, planSheet } from '../../../../shared/features/plan/plan-document.ts'
import { aPlanBranch, held, periodsOf } from './plan-facts.ts'

const aLine = (part: Partial<CalendarLine>): CalendarLine => ({
  ...{ entryId: 'p', meetingId: null, organisationId: 'zb', organisation: '机关第一党支部', types: ['支委会'] },
  ...{ title: '2026年3月支委会', day: '2026-03-05', plannedOn: '2026-03-05', start: null, place: null },
  ...{ subject: null, note: null, state: 'planned' },
  ...part
})

const lines = [
  aLine({
    day: '2026-03-12',
    plannedOn: '2026-03-10',
    meetingId: 'm',
    state: 'final',
    types: ['主题党日'],
    place: '烟站'
  }),
  aLine({ start: '14:30', subject: '研究发展党员', note: '请组织委员准备材料' }),
  aLine({ day: '2026-04-08', plannedOn: '2026-04-08', types: ['党小组会'], organisation: '第一党小组' })
]
const paper = { organisation: '机关第一党支部', year: 2026, date: '2026-03-01' }

describe('年度会议计划', () => {
  it('goes month by month in the order of the planned days, with what became of each', () => {
    const { blocks } = planDocument({ ...paper, parts: [{ label: '机关第一党支部', lines }] })
    const grid = blocks.find((block) => block.kind === 'grid')
    expect(grid?.kind === 'grid' ? grid.rows : []).toEqual([
      ['3月', '3月5日\n星期四 14:30', '支委会', '研究发展党员\n请组织委员准备材料', '', ''],
      ['', '3月10日\n星期二', '主题党日', '', '烟站', '定稿\n3月12日'],
      ['4月', '4月8日\n星期三', '党小组会（第一党小组）', '', '', '']
    ])
  })

  it('puts several branches one after the other, and says where one has no plan', () => {
    const parts = [
      { label: '机关第一党支部', lines },
      { label: '机关第二党支部', lines: [] }
    ]
    const texts = planDocument({ ...paper, parts }).blocks.flatMap((block) =>
      block.kind === 'heading'
        ? [block.text]
        : block.kind === 'paragraph'
          ? [block.runs.map((run) => ('text' in run ? run.text : '')).join('')]
          : []
    )
    expect(texts).toEqual([
      '党组织：机关第一党支部',
      '制表日期：2026年3月1日；会议和活动3次。',
      '一、机关第一党支部',
      '二、机关第二党支部',
      '没有计划。'
    ])
  })

  it('is one table as a sheet', () => {
    const { rows } = planSheet({ ...paper, parts: [{ label: '机关第一党支部', lines }] })
    expect(rows[1]).toEqual([
      '机关第一党支部',
      '2026-03-10',
      null,
      '主题党日',
      null,
      '烟站',
      '定稿',
      '2026-03-12',
      null
    ])
  })
})

describe('组织生活覆盖表', () => {
  const branches = [
    aPlanBranch({ committee: false, meetings: [held('2026-01-15', '主题党日')] }),
    aPlanBranch({ id: 'b', shortName: '机关第二党支部', foundedOn: '2026-02-01' })
  ]
  const coverage = coverageOf(branches, periodsOf(2026, '2026-03-18'), null)
  const full = { organisation: '县局党总支', date: '2026-03-18', type: null, coverage }

  it('has a row for each branch, says why cells are empty, and adds up', () => {
    const { blocks, meta } = coverageDocument(full)
    const grid = blocks.find((block) => block.kind === 'grid')
    expect(meta.title).toBe('2026年度组织生活覆盖表')
    expect(blocks[0]).toEqual({ kind: 'section', direction: 'landscape' })
    const rows = grid?.kind === 'grid' ? grid.rows : []
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['机关第一党支部\n（不设支委会，未划分党小组）', '√', '缺日', '缺日', '差会'],
      ['机关第二党支部\n（2026-02-01起，未划分党小组）', '', '缺委日', '缺日\n差委', '差会'],
      ['应开', '1', '3', '', ''],
      ['已开', '1', '0', '', ''],
      ['按时率（%）', '100', '0', '', '']
    ])
    expect(rows.map((row) => row.at(-1))).toEqual(['1/2\n50%', '0/2\n0%', '4', '1', '25'])
  })

  it('is a sheet with figures', () => {
    expect(coverageSheet(full).rows[0]?.slice(-4)).toEqual([2, 1, 50, '不设支委会，未划分党小组'])
  })
})
