import { compare, type Fraction, fraction, rounded, times } from '../../kernel/fraction.ts'
import { figure } from '../checklist/checklist-view.ts'
import { noScore, percent, starName, totalCharts } from '../checklist/comparison-document.ts'
import { type Comparison, comparisonOf } from '../checklist/comparison-rules.ts'
import { onPaper } from '../checklist/self-check-document.ts'
import { rectificationState } from '../rectification/rectification.ts'
import { taskState } from '../task/task-rules.ts'
import { branchesWords, labelsOf } from './digest-records.ts'
import { branchColumns, branchesLinks, branchLinkOf, type DigestBranch, type DigestReport } from './digest-report.ts'
import { warningCounts } from './summary-parts.ts'
import { type ReportPart, type ReportTable, partOf, type Said } from './report.ts'

const compared = ({ branches }: DigestReport): Comparison =>
  comparisonOf(branches.map(({ organisationId, label, score }) => ({ organisationId, label, score })))

const inPercent = (share: Fraction | null): number | null =>
  share === null ? null : Number(rounded(times(share, fraction(100)), 1))

/** Branches by total, the highest first; equal ones in their order. */
const byTotal = (branches: readonly DigestBranch[]): DigestBranch[] =>
  [...branches].sort((one, other) => compare(other.score.total, one.score.total))

function scoreTable(
  branches: readonly DigestBranch[],
  { columns, rows, medians, totalMedian }: Comparison
): ReportTable {
  const cellsOf = (id: string) => rows.find(({ organisationId }) => organisationId === id)?.cells ?? []
  return {
    title: '各方面得分率（%）和总分',
    columns: branchColumns(...columns.map(({ code }) => [code, 74 / Math.max(1, columns.length)] as const), [
      '总分',
      13
    ]),
    rows: [
      ...branches.map((branch) => [
        onPaper(branch.label),
        ...cellsOf(branch.organisationId).map((cell) => (cell.share === null ? noScore(cell) : percent(cell.share))),
        figure(branch.score.total)
      ]),
      ['中位数', ...medians.map(percent), totalMedian === null ? '' : figure(totalMedian)]
    ],
    heat: branches.map(({ organisationId }) => [
      null,
      ...cellsOf(organisationId).map(({ share }) => inPercent(share)),
      null
    ]),
    note: `${columns.map(({ code, title }) => `${code}${onPaper(title)}`).join('，')}。得分率是得分占能得分值的比例，每一方面最低的用黑体；总分一列的中位数是总分的中位数。`
  }
}

/** How many branches have how many stars, the most first. */
function starsSaid({ branches }: DigestReport): Said {
  const groups = Map.groupBy(
    branches.filter(({ rating }) => (rating?.stars ?? 0) > 0),
    ({ rating }) => rating?.stars ?? 0
  )
  const each = [...groups]
    .sort(([one], [other]) => other - one)
    .map(([stars, some]) => `${starName(stars)}${some.length}个（${labelsOf(some)}）`)
  const vetoed = branches.filter(({ vetoes }) => vetoes > 0)
  const none = branches.filter(({ rating, vetoes }) => (rating?.stars ?? 0) === 0 && vetoes === 0)
  const parts = [
    ...each,
    ...(none.length === 0 ? [] : [`不定级${none.length}个（${labelsOf(none)}）`]),
    ...(vetoed.length === 0 ? [] : [`有一票否决${vetoed.length}个（${labelsOf(vetoed)}）`])
  ]
  return { says: `按现在的得分，${parts.join('，')}。`, links: branches.map(branchLinkOf) }
}

/** 标准化得分: areas × branches, totals as bars, stars. */
export function scoresPart(report: DigestReport): ReportPart {
  const comparison = compared(report)
  const branches = byTotal(report.branches)
  const totals = branches.map(({ score }) => figure(score.total))
  const pending = branches.filter(({ score }) => score.pending.parts > 0n)
  return partOf(
    'scores',
    '标准化规范化得分',
    [
      {
        says: `总分最高${totals[0] ?? ''}分，最低${totals.at(-1) ?? ''}分，中位数${comparison.totalMedian === null ? '' : figure(comparison.totalMedian)}分；还有待核项目的党支部${pending.length}个，待核的没有计分。`,
        links: branchesLinks(report)
      },
      starsSaid(report)
    ],
    {
      tables: [scoreTable(branches, comparison)],
      charts: totalCharts(branches.map(({ label, score }) => ({ label, total: score.total })))
    }
  )
}

type Open = { closed: number; open: number; overdue: number }
const statesOf = ({ rectifications, facts }: DigestBranch): Open => {
  const states = rectifications.map((one) => rectificationState(one, facts.today))
  const of = (wanted: string): number => states.filter((state) => state === wanted).length
  return { closed: of('closed'), open: of('open'), overdue: of('overdue') }
}

/** 整改 of the year, branch by branch. */
export function rectificationPart(report: DigestReport): ReportPart {
  const { branches, rates } = report
  const all = branches.flatMap(({ rectifications }) => rectifications)
  if (all.length === 0) return partOf('rectification', '整改', [{ says: '本年度没有整改记录。' }])
  const states = branches.map(statesOf)
  const sum = (pick: (one: Open) => number): number => states.reduce((total, one) => total + pick(one), 0)
  const { inTime, counted } = rates.closing
  return partOf(
    'rectification',
    '整改',
    [
      {
        says: `登记整改问题${all.length}个：已关闭${sum(({ closed }) => closed)}个，整改中${sum(({ open }) => open)}个，逾期${sum(({ overdue }) => overdue)}个${counted === 0 ? '' : `；已关闭或者已到期限的${counted}个，按期关闭${inTime}个`}。`,
        links: all.map(({ id, problem, dueOn }) => ({ record: 'rectification', id, text: problem, on: dueOn }))
      }
    ],
    {
      tables: [
        {
          title: '整改',
          columns: branchColumns(['问题', 18], ['已关闭', 18], ['整改中', 18], ['逾期', 18]),
          rows: branches.map(({ label, rectifications }, at) => {
            const { closed, open, overdue } = states[at] ?? { closed: 0, open: 0, overdue: 0 }
            return [onPaper(label), `${rectifications.length}`, `${closed}`, `${open}`, `${overdue}`]
          })
        }
      ]
    }
  )
}

/** The areas of which the median share is the lowest. */
function lowestAreas({ columns, medians }: Comparison): Said | null {
  const known = columns.flatMap(({ title }, at) => {
    const median = medians[at] ?? null
    return median === null ? [] : [{ title, median }]
  })
  const least = [...known].sort((one, other) => compare(one.median, other.median))[0]
  if (least === undefined) return null
  const same = known.filter(({ median }) => compare(median, least.median) === 0)
  if (same.length === known.length) return null
  return {
    says: `得分率中位数最低的方面：${same.map(({ title }) => onPaper(title)).join('、')}（${percent(least.median)}%）。`
  }
}

/** 需要关注的: by rule only — what is lowest, and who has something overdue. */
export function attentionPart(report: DigestReport): ReportPart {
  const { branches, may } = report
  const comparison = compared(report)
  const lowestOf = (id: string): string => {
    const cells = comparison.rows.find(({ organisationId }) => organisationId === id)?.cells ?? []
    const known = cells.flatMap(({ share }, at) => (share === null ? [] : [{ share, at }]))
    const least = [...known].sort((one, other) => compare(one.share, other.share))[0]
    return least === undefined
      ? ''
      : `${onPaper(comparison.columns[least.at]?.title ?? '')}（${percent(least.share)}%）`
  }
  const lines = branches.map((branch) => ({
    branch,
    overdue: statesOf(branch).overdue,
    late: branch.tasks.filter((task) => taskState(task, report.today) === 'overdue').length
  }))
  const warnings = branches.flatMap((branch) => branch.warnings)
  const late = lines.filter(({ branch, overdue, late: tasks }) => branch.warnings.length + overdue + tasks > 0)
  return partOf(
    'attention',
    '需要关注的事项',
    [
      lowestAreas(comparison),
      late.length === 0
        ? { says: '没有逾期的预警、整改和任务。' }
        : {
            says: `有红色预警、逾期整改或者逾期任务的党支部${branchesWords(
              late.map(({ branch }) => branch),
              report
            )}。`,
            links: late.map(({ branch }) => branchLinkOf(branch))
          },
      warnings.length === 0 ? null : { says: `红色预警${warnings.length}条：${warningCounts(warnings)}。` }
    ],
    {
      isGuarded: !may.talks,
      tables: [
        {
          title: '各党支部需要关注的事项',
          columns: branchColumns(['得分率最低的方面', 34], ['红色预警', 15], ['逾期整改', 15], ['逾期任务', 15]),
          rows: lines.map(({ branch, overdue, late: tasks }) => [
            ...[onPaper(branch.label), lowestOf(branch.organisationId), `${branch.warnings.length}`],
            ...[`${overdue}`, `${tasks}`]
          ])
        }
      ]
    }
  )
}
