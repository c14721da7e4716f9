import standard from '../../../../resources/checklists/standard.json' with { type: 'json' }
import {
  checklistSchema,
  type ChecklistMark,
  itemsOf,
  type Proof
} from '../../../../shared/features/checklist/checklist.ts'
import { measureChecklist } from '../../../../shared/features/checklist/checklist-rules.ts'
import { missingView, type ScoreView, scoreView } from '../../../../shared/features/checklist/checklist-view.ts'
import { comparisonOf } from '../../../../shared/features/checklist/comparison-rules.ts'
import type { ItemFacts } from '../../../../shared/features/checklist/item-facts.ts'
import { missingList } from '../../../../shared/features/checklist/need-rules.ts'
import { proofFindings } from '../../../../shared/features/checklist/proof-rules.ts'
import type { RectificationLine } from '../../../../shared/features/checklist/rectification-document.ts'
import type { ReportFacts } from '../../../../shared/features/checklist/report-blocks.ts'
import type { Review, ReviewFinal, ReviewPoint } from '../../../../shared/features/checklist/review.ts'
import type { ComparisonPaper } from '../../../../shared/features/checklist/comparison-document.ts'
import type { ReviewPaper } from '../../../../shared/features/checklist/review-document.ts'
import { reviewTable } from '../../../../shared/features/checklist/review-rules.ts'
import { type Score, scoreChecklist } from '../../../../shared/features/checklist/score-rules.ts'
import type { ChecklistPaper, SelfCheckPaper } from '../../../../shared/features/checklist/self-check-document.ts'
import type { StarPaper } from '../../../../shared/features/checklist/star-document.ts'
import { starsOf } from '../../../../shared/features/checklist/star-rules.ts'
import type { Vetoed } from '../../../../shared/features/checklist/veto-rules.ts'
import type { Rectification } from '../../../../shared/features/rectification/rectification.ts'
import { fraction, rounded } from '../../../../shared/kernel/fraction.ts'
import { aProof, aRectification, someFacts, someMeetings, asFact } from '../../../factories/checklist-facts.ts'

export const organisation = '中共云溪县烟草专卖局机关第一支部委员会'
export const list = checklistSchema.parse(standard)
export const head: ChecklistPaper = { organisation, year: 2026, list: list.title, date: '2026-11-20' }

export const aMark = (item: string, part: Partial<ChecklistMark> = {}): ChecklistMark => ({
  ...{ id: `mark-${item}`, organisationId: 'zb', year: 2026, item, score: 1, note: null, evidence: null },
  ...{ happenedOn: null, notApplicable: false, filedOn: '2026-11-10' },
  ...part
})

/** November, without the committee meeting of May and the theme day of August; groups there are none. */
function facts(part: Partial<ItemFacts> = {}): ItemFacts {
  const held = someMeetings(2026).filter(
    ({ date, types }) =>
      date <= head.date && !['2026-05-05', '2026-08-15'].includes(date) && types.join() !== '党小组会'
  )
  const marks = [
    aMark('C4', { score: 2.5, note: '8 月起有一人补交', evidence: '党费收缴台账第 3 页' }),
    aMark('C7', { notApplicable: true, score: null, note: '本年度没有发展党员' }),
    aMark('F1', { score: 2, evidence: '机关四楼党员活动室照片' })
  ]
  return someFacts({ today: head.date, groups: [], meetings: held.map((one) => asFact(one)), marks, ...part })
}

const proofs: Proof[] = [
  aProof('A6', { part: '成立批复', title: '中共云溪县烟草专卖局委员会关于同意成立机关第一党支部的批复' }),
  aProof('A6', { part: '印章', title: '印章备案表', happenedOn: '2020-01-10' }),
  aProof('B2', { part: '换届请示', title: '关于召开党员大会进行换届选举的请示', happenedOn: '2024-12-20' })
]

const marksOf = ({ marks }: ItemFacts) => [...marks]

/** The list of fifty-three items as it stands in November, all kinds of states among them. */
export const aScore: Score = scoreChecklist(list, measureChecklist(facts({ proofs }), list), [{ points: 1 }])
export const aScoreView: ScoreView = (() => {
  const marks = marksOf(facts())
  const files = proofs.slice(0, 2).map(({ id }) => ({ proofId: id, digest: 'same' }))
  const findings = proofFindings({ year: 2026, proofs, marks, files, elsewhere: [], deadline: '2026-11-10' })
  return scoreView(aScore, itemsOf(list), { marks, proofs: proofs.map((one) => ({ ...one, files: 1 })), findings })
})()

export const aVeto: Vetoed = {
  id: 'V2',
  title: '届满逾期且无延期批复',
  says: '任期已于 2026-01-10 届满，没有有效的延期批复。'
}

const bonus = {
  ...{ id: 'bonus', organisationId: 'zb', year: 2026, title: '支部品牌“云烟先锋”在全市系统推广', points: 1 },
  ...{ happenedOn: '2026-06-30', filedOn: '2026-07-01' }
}

export const aSelfCheck = (part: Partial<SelfCheckPaper> = {}): SelfCheckPaper => ({
  ...{ ...head, score: aScoreView, vetoes: [], bonuses: [bonus], meetingOn: null },
  ...part
})

export const someMissing = missingView(missingList(aScore))

export const rectifications: Rectification[] = [
  aRectification({ id: 'r1', item: 'B5', year: 2026, problem: '5 月支委会没有召开', source: '清单失分' }),
  aRectification({
    ...{ id: 'r2', item: 'D4', year: 2026, problem: '8 月主题党日没有开展，方案和记录都没有', source: null },
    ...{ closedOn: null, remeasured: null, cycle: 3, previousId: 'r0', passedUpOn: '2026-11-01', dueOn: '2026-10-31' }
  })
]

export const someRates = { closing: { inTime: 1, counted: 2 }, recurrence: { again: 1, closed: 3 } }

/** As many problems as asked for, the texts so many times as long. */
export const someLines = (count: number, times = 1): RectificationLine[] =>
  Array.from({ length: count }, (_one, at) => ({
    rectification: aRectification({
      ...{ id: `r${at}`, item: at % 4 === 3 ? null : 'B5', year: 2026, cycle: (at % 3) + 1 },
      ...{
        problem: '主题党日活动形式单一，党员参与的积极性不高。'.repeat(times),
        source: at % 2 === 0 ? '清单失分' : null
      },
      ...{
        target: '每月一次，参加率 90% 以上。'.repeat(times),
        measure: '年初定计划，每次活动确定一名党员牵头。'.repeat(times)
      },
      ...{ closedOn: at % 2 === 0 ? '2026-06-28' : null, remeasured: at % 2 === 0 ? 'B5 由 1.82 分到 2.00 分' : null }
    }),
    ...{ title: '支委会', source: '组织生活会', branch: '', recurs: false }
  }))

/** A review of all that applies: everybody gives full points but for a few items, where reasons are long. */
export function aReview(reviewers: number, reason = '5 月支委会没有记录，询问后补交的记录没有签名'): ReviewPaper {
  const names = ['张建国', '欧阳雪梅', '李静', '王㛃', '陈立新', '周一鸣', '许慧'].slice(0, reviewers)
  const applicable = new Set(
    aScore.areas.flatMap((area) => area.items.filter(({ max }) => max.parts > 0n).map(({ id }) => id))
  )
  const items = itemsOf(list).filter(({ id }) => applicable.has(id))
  const points = names.flatMap((reviewer, at) =>
    items.map((item, index): ReviewPoint => {
      const isLess = (index + at) % 9 === 0
      const own = isLess ? Math.max(0, item.points - 0.5) : item.points
      return { reviewId: 'review', reviewer, item: item.id, points: own, reason: isLess ? reason : null }
    })
  )
  const finals: ReviewFinal[] = [{ reviewId: 'review', item: 'B5', points: 1.75, reason: '合议确定' }]
  const review: Review = {
    ...{ id: 'review', organisationId: 'zb', year: 2026, list: 'standard', selfOn: '2026-11-10', meetingId: null },
    ...{ meetingOn: '2026-11-15', reviewers: names, publishedOn: null, publishedTotal: null, finalNote: null }
  }
  return { ...head, score: aScoreView, review, table: reviewTable(review, items, points, finals), finals }
}

const branchName = (at: number): string =>
  `${['烟叶生产技术中心', '专卖监督管理', '机关第一', '营销中心', '城关烟站'][at % 5]}${Math.floor(at / 5) + 1}党支部`

/** Branches with different totals: each loses a few items more than the one before. */
export function someBranches(count: number): { comparison: ComparisonPaper; stars: StarPaper } {
  const scores = Array.from({ length: count }, (_one, at) => {
    const measured = new Map(
      itemsOf(list).map((item, index) => {
        const isLost = (index * 7 + at * 3) % 53 < at % 20
        const score = isLost ? fraction(0) : fraction(Math.round(item.points * 100), 100)
        return [item.id, { status: 'scored' as const, score, basis: '', links: [], needs: [] }]
      })
    )
    return { organisationId: `zb${at}`, label: branchName(at), score: scoreChecklist(list, measured) }
  })
  const ratings = starsOf(
    scores.map(({ organisationId, score: { total } }, at) => ({ organisationId, total, vetoed: at === 3 })),
    list.stars
  )
  const branches = scores.flatMap(({ organisationId, label, score: { total } }) => {
    const rating = ratings.find((one) => one.organisationId === organisationId)
    return rating === undefined ? [] : [{ name: label, total: rounded(total, 2), rating }]
  })
  const office = { ...head, organisation: '中共云溪县烟草专卖局委员会' }
  return {
    comparison: { ...office, comparison: comparisonOf(scores), ratings, focus: 'zb2' },
    stars: { ...office, branches, steps: list.stars }
  }
}

export const reportFacts: ReportFacts = {
  ...{ ...head, score: aScoreView, vetoes: [], bonuses: [bonus], missing: someMissing, rectifications },
  about: { members: 10, full: 10, groups: 0, secretary: '林慧', electedOn: '2025-01-10', termEnds: '2028-01-10' },
  ...{ selfOn: '2026-11-10', meetingOn: '2026-11-15' }
}
