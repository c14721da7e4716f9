import { expect, it } from 'vitest'
import { talkPlanDocument, talkPlanSheet } from '../../../../shared/features/talk/talk-plan-document.ts'
import { gridsOf, linesOf } from './talk-papers-in-tests.ts'

const line = (
  plannedOn: string,
  talker: string,
  partner: string,
  heldOn: string | null = null,
  note: string | null = null
) => ({
  plan: {
    ...{ id: `${plannedOn} ${talker}`, organisationId: 'zb', kind: 'T02' as const, plannedOn, note, talkId: null },
    ...{ talker: { name: talker, memberId: talker }, partner: { name: partner, memberId: partner } }
  },
  heldOn
})
const lines = [
  line('2026-11-24', '林慧', '方国栋'),
  line('2026-11-23', '周启明', '林慧', '2026-11-25', '请带问题清单'),
  line('2027-01-04', '林慧', '吕志强')
]
const paper = { organisation: '机关第一支部委员会', year: 2026, date: '2026-11-21', lines }

it('goes by day, with the day of the record or an empty box', () => {
  expect(gridsOf(talkPlanDocument(paper))[0]).toEqual([
    ['1', '11月23日', '周启明', '林慧', '组织生活会、民主评议前谈话', '请带问题清单', '11月25日'],
    ['2', '11月24日', '林慧', '方国栋', '组织生活会、民主评议前谈话', '', '□'],
    ['3', '2027年1月4日', '林慧', '吕志强', '组织生活会、民主评议前谈话', '', '□']
  ])
})

it('is internal, adds up, and says how often each takes part, whoever asks', () => {
  expect(linesOf(talkPlanDocument(paper))).toEqual([
    '内部资料',
    '2026年度谈话计划表',
    '党组织：机关第一支部委员会',
    '制表日期：2026年11月21日；计划谈话3次，已谈1次。',
    '每人次数：林慧3次；周启明、方国栋、吕志强各1次。'
  ])
})

it('counts people instead of naming them where very many have the same number', () => {
  const many = Array.from({ length: 13 }, (_one, index) => line('2026-11-23', '周启明', `党员${index}`))
  expect(linesOf(talkPlanDocument({ ...paper, lines: many })).at(-1)).toBe('每人次数：周启明13次；13人各1次。')
})

it('says so where there is no plan', () => {
  const document = talkPlanDocument({ ...paper, lines: [] })
  expect(gridsOf(document)).toEqual([])
  expect(linesOf(document).at(-1)).toBe('没有计划。')
})

it('is one table as a sheet, with days as days', () => {
  expect(talkPlanSheet(paper).rows[0]).toEqual([
    ...[1, '2026-11-23', '周启明', '林慧', '组织生活会、民主评议前谈话', '请带问题清单', '2026-11-25']
  ])
})
