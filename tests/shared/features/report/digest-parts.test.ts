import { describe, expect, it } from 'vitest'
import type { Measured } from '../../../../shared/features/checklist/item-result.ts'
import { scoreChecklist } from '../../../../shared/features/checklist/score-rules.ts'
import { starsOf } from '../../../../shared/features/checklist/star-rules.ts'
import { digestParts } from '../../../../shared/features/report/digest-parts.ts'
import type { DigestBranch, DigestReport } from '../../../../shared/features/report/digest-report.ts'
import { reportPaperDocument } from '../../../../shared/features/report/report-document.ts'
import {
  aRectification,
  asFact,
  aTask,
  someFacts,
  someMeetings,
  someTalks
} from '../../../factories/checklist-facts.ts'
import { aBranch } from '../../../factories/records.ts'
import { aList, aListItem, open, won } from '../checklist/list-facts.ts'
import { anEntry, aPerson } from '../evaluation/evaluation-facts.ts'
import { aWarning, evaluatedYear, linksOf, partIn, theFacts } from './reports-in-tests.ts'

const list = aList([[aListItem('A1', 60)], [aListItem('B1', 40)]])
const names = ['甲支部', '乙支部', '丙支部']
const steps = [{ stars: 5, points: 90, share: null, mark: '拟' as const }]

const scoreOf = (a: Measured, b: Measured) =>
  scoreChecklist(
    list,
    new Map([
      ['A1', a],
      ['B1', b]
    ])
  )
/** 94, 50 and 70 points; the third still has an area to be looked at. */
const scores = [scoreOf(won(60), won(34)), scoreOf(won(20), won(30)), scoreOf(won(70 - 10), open)]
const ratings = starsOf(
  scores.map(({ total }, at) => ({ organisationId: `zb${at}`, total, vetoed: at === 1 })),
  steps
)

const settled = evaluatedYear({
  evaluation: {
    entries: [anEntry('甲', { final: '优秀' }), anEntry('乙', { final: '合格' })],
    finishedOn: '2026-12-18'
  },
  people: [aPerson('甲'), aPerson('乙')]
})

/** The second branch wants the 支委会 of May, the third two talks; the first alone has settled its grades. */
function branch(at: number, part: Partial<DigestBranch> = {}): DigestBranch {
  const facts = at === 1 ? theFacts() : someFacts({ meetings: someMeetings(2026).map((one) => asFact(one)) })
  const score = scores[at]
  if (score === undefined) throw new Error('no score')
  return {
    ...{
      organisationId: `zb${at}`,
      label: names[at] ?? '',
      score,
      rating: ratings[at] ?? null,
      vetoes: at === 1 ? 1 : 0
    },
    facts: { ...facts, talks: someTalks(at === 2 ? { members: { covered: 8, total: 10 } } : {}) },
    evaluated: at === 0 ? settled : { ...settled, evaluation: null },
    ...{ warnings: [], rectifications: [], tasks: [] },
    ...part
  }
}

const report = (part: Partial<DigestReport> = {}): DigestReport => ({
  organisation: aBranch({ id: 'dw', kind: '党委', name: '中共云溪县烟草专卖局委员会' }),
  ...{ year: 2026, today: '2027-04-01', day: '2026-12-31' },
  branches: [branch(0), branch(1), branch(2)],
  rates: { closing: { inTime: 1, counted: 2 }, recurrence: { again: 0, closed: 1 } },
  may: { talks: true, grades: true },
  ...part
})
const partOf = (id: string, part: Partial<DigestReport> = {}) => partIn(digestParts(report(part)), id)

describe('branches side by side', () => {
  it('tell their people and add them up', () => {
    const part = partOf('people')
    expect(part.text).toBe(
      '统计到2026年12月31日，中共云溪县烟草专卖局委员会有党支部3个，党员30名，其中正式党员30名、预备党员0名。'
    )
    expect(part.tables[0]?.rows[0]).toEqual(['甲支部', '10', '10', '0', '2', '党员m01', '2028年1月10日'])
    expect(linksOf(part, '统计到')).toEqual(['organisation zb0', 'organisation zb1', 'organisation zb2'])
  })

  it('tell what was due and held, and who is behind', () => {
    // 57 periods each, of which the second branch wants one.
    const part = partOf('life')
    expect(part.text).toContain('有171次到期，召开170次，按时率99.4%。\n有到期没有召开记录的党支部1个：乙支部。')
    expect(part.tables[0]?.rows[1]).toEqual(['乙支部', '4', '11', '24', '12', '4', '57', '56', '98.2%'])
    expect(part.tables[0]?.heat?.[1]?.[8]).toBeCloseTo(98.2456, 3)
  })

  it('tell talks in figures, and nothing to whom they may not be shown', () => {
    const part = partOf('talks')
    expect(part.text).toBe('有应谈未谈的党支部1个：丙支部。')
    expect(part.tables[0]?.rows[2]).toEqual(['丙支部', '3/3', '8/10', '7/7', '90.0%'])
    expect(partOf('talks', { may: { talks: false, grades: true } })).toMatchObject({ isGuarded: true, tables: [] })
  })

  it('tell grades where they are settled only', () => {
    const { text, tables } = partOf('evaluation')
    expect(text).toBe('2026年度民主评议党员，确定等次的党支部1个，有记录没有确定等次的0个，没有记录的2个。')
    expect(tables[0]?.rows.map((row) => row.slice(2))).toEqual([
      ['1', '1', '0', '0'],
      ['', '', '', ''],
      ['', '', '', '']
    ])
  })

  it('are compared area by area, the highest total first, with stars', () => {
    const part = partOf('scores')
    expect(part.tables[0]?.rows).toEqual([
      ['甲支部', '100.0', '85.0', '94.00'],
      ['丙支部', '100.0', '待核', '60.00'],
      ['乙支部', '33.3', '75.0', '50.00'],
      ['中位数', '100.0', '80.0', '60.00']
    ])
    expect(part.text).toBe(
      '总分最高94.00分，最低50.00分，中位数60.00分；还有待核项目的党支部1个，待核的没有计分。\n按现在的得分，五星级1个（甲支部），不定级1个（丙支部），有一票否决1个（乙支部）。'
    )
    expect(part.charts[0]?.series[0]?.values).toEqual([94, 60, 50])
  })

  it('tell problems put right', () => {
    const rectifications = [
      aRectification({ id: 'a' }),
      aRectification({ id: 'b', closedOn: null, dueOn: '2026-10-01' })
    ]
    const part = partOf('rectification', { branches: [branch(0, { rectifications }), branch(1)] })
    expect(part.text).toBe('登记整改问题2个：已关闭1个，整改中0个，逾期1个；已关闭或者已到期限的2个，按期关闭1个。')
    expect(part.tables[0]?.rows).toEqual([
      ['甲支部', '2', '1', '0', '1'],
      ['乙支部', '0', '0', '0', '0']
    ])
    expect(partOf('rectification').text).toBe('本年度没有整改记录。')
  })

  it('stand out by rule: the lowest area, and who has something overdue', () => {
    const late = branch(1, { warnings: [aWarning(), aWarning()], tasks: [aTask({ doneOn: null })] })
    const part = partOf('attention', { branches: [branch(0), late, branch(2)] })
    expect(part.text).toBe(
      '得分率中位数最低的方面：方面2（80.0%）。\n有红色预警、逾期整改或者逾期任务的党支部1个：乙支部。\n红色预警2条：月支委会2条。'
    )
    expect(part.tables[0]?.rows[1]).toEqual(['乙支部', '方面1（33.3%）', '2', '0', '1'])
    expect(linksOf(part, '有红色预警')).toEqual(['organisation zb1'])
  })

  it('are not listed one by one where it is all of them', () => {
    const all = [0, 1, 2].map((at) => branch(at, { warnings: [aWarning()] }))
    expect(partOf('attention', { branches: all }).text).toContain('的党支部3个（全部）。')
  })

  it('that are not there are told as such', () => {
    expect(digestParts(report({ branches: [] })).map(({ text }) => text)).toEqual([
      '中共云溪县烟草专卖局委员会没有党支部。'
    ])
  })
})

describe('the paper of a report', () => {
  const document = reportPaperDocument({
    ...{ organisation: '中共云溪县烟草专卖局委员会', title: '2026年度党委工作汇总报告', date: '2027-04-01' },
    parts: digestParts(report())
  })

  it('has a numbered heading for each block, and is signed on the day it is drawn up', () => {
    const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings[0]).toBe('一、基本情况')
    expect(headings).toHaveLength(7)
    expect(document.blocks.at(-1)).toMatchObject({ kind: 'signOff', date: '2027年4月1日' })
  })

  it('has the lowest share of each area in 黑体, for paper has no colours', () => {
    const grid = document.blocks.findLast((block) => block.kind === 'grid' && block.columns.length === 4)
    const rows = grid?.kind === 'grid' ? grid.rows : []
    expect(rows[2]?.[1]).toEqual([[{ text: '33.3', font: 'hei' }]])
    expect(rows[2]?.[2]).toEqual([[{ text: '75.0', font: 'hei' }]])
    expect(rows[0]?.[1]).toBe('100.0')
  })
})
