import { dayOnPaper } from '../../kernel/dates.ts'
import { onPaper } from '../checklist/self-check-document.ts'
import { evaluationGrades } from '../evaluation/evaluation.ts'
import { stepsOf } from '../evaluation/step-rules.ts'
import { termRunsTo } from '../organisation/organisation-rules.ts'
import { coverageOf, type Rate } from '../plan/coverage-rules.ts'
import { talkDirectionNames, talkDirections, type TalkTally } from '../talk/coverage-rules.ts'
import { branchColumns, branchesLinks, branchLinkOf, type DigestBranch, type DigestReport } from './digest-report.ts'
import { settledOf } from './evaluation-parts.ts'
import { type ReportPart, partOf, type Said } from './report.ts'
import { shareWords, untilWords } from './report-words.ts'
import { talksWithheld } from './talk-parts.ts'

const sumOf = (branches: readonly DigestBranch[], pick: (branch: DigestBranch) => number): number =>
  branches.reduce((sum, branch) => sum + pick(branch), 0)

const percentOf = (done: number, of: number): number | null => (of === 0 ? null : (100 * done) / of)

/** Labels of branches, each once, all of them: a report names who it speaks of. */
export const labelsOf = (some: readonly Pick<DigestBranch, 'label'>[]): string =>
  some.map(({ label }) => onPaper(label)).join('、')

/** How many of the branches it is, and which; nobody is listed where it is all of them. */
export const branchesWords = (some: readonly DigestBranch[], { branches }: Pick<DigestReport, 'branches'>): string =>
  some.length === branches.length && some.length > 1
    ? `${some.length}个（全部）`
    : `${some.length}个：${labelsOf(some)}`

const termEnd = ({ facts: { organisation, rules } }: DigestBranch) => termRunsTo(organisation, rules)

/** 基本情况: branches and their people, the 书记 and the end of the term of each. */
export function peoplePart(report: DigestReport): ReportPart {
  const { organisation, branches, day } = report
  const [full, probationary] = [
    sumOf(branches, ({ facts }) => facts.setup.full),
    sumOf(branches, ({ facts }) => facts.setup.probationary)
  ]
  const over = branches.filter((branch) => {
    const end = termEnd(branch)
    return end !== null && end < day
  })
  const secretaryOf = ({ facts: { setup } }: DigestBranch): string =>
    setup.seats.find(({ titles }) => titles.includes('书记'))?.name ?? ''
  return partOf(
    'people',
    '基本情况',
    [
      {
        says: `${untilWords(day)}，${organisation.name}有党支部${branches.length}个，党员${full + probationary}名，其中正式党员${full}名、预备党员${probationary}名。`,
        links: branchesLinks(report)
      },
      over.length === 0
        ? null
        : { says: `任期已届满的党支部${branchesWords(over, report)}。`, links: over.map(branchLinkOf) }
    ],
    {
      tables: [
        {
          title: '党支部和党员',
          columns: branchColumns(['党员', 9], ['正式', 9], ['预备', 9], ['党小组', 12], ['书记', 17], ['任期到', 28]),
          rows: branches.map((branch) => {
            const { setup } = branch.facts
            const end = termEnd(branch)
            return [
              ...[onPaper(branch.label), `${setup.full + setup.probationary}`, `${setup.full}`],
              ...[`${setup.probationary}`, `${setup.groups.length}`, secretaryOf(branch)],
              end === null ? '' : dayOnPaper(end)
            ]
          })
        }
      ]
    }
  )
}

const rateOf = ({ facts }: DigestBranch): Rate => coverageOf([facts.plan], facts.periods, null).rate

const heldTypes = ['党员大会', '支委会', '党小组会', '主题党日', '党课'] as const
/** Short enough to stand in one line. */
const heldColumns = [
  ['大会', 9],
  ['支委会', 11],
  ['小组会', 11],
  ['主题党日', 14],
  ['党课', 9]
] as const

/** 组织生活 of each branch: how many of each type, and what was due and held. */
export function lifePart(report: DigestReport): ReportPart {
  const { branches } = report
  const rates = branches.map(rateOf)
  const [held, due] = [rates.reduce((sum, rate) => sum + rate.held, 0), rates.reduce((sum, rate) => sum + rate.due, 0)]
  const behind = branches.filter((_one, at) => (rates[at]?.held ?? 0) < (rates[at]?.due ?? 0))
  const countOf = ({ facts }: DigestBranch, type: (typeof heldTypes)[number]): number =>
    facts.meetings.filter(({ meeting }) => meeting.types.includes(type)).length
  const meetings = sumOf(branches, ({ facts }) => facts.meetings.length)
  return partOf(
    'life',
    '组织生活',
    [
      {
        says: `各党支部召开会议、开展活动${meetings}次。按月、按季度、按年应召开的有${due}次到期，召开${held}次${due === 0 ? '' : `，按时率${shareWords(held, due)}`}。`,
        links: branchesLinks(report)
      },
      behind.length === 0
        ? { says: '到期的各党支部都有召开记录。' }
        : {
            says: `有到期没有召开记录的党支部${branchesWords(behind, report)}。`,
            links: behind.map(branchLinkOf)
          }
    ],
    {
      tables: [
        {
          title: '组织生活',
          columns: branchColumns(...heldColumns, ['到期', 9], ['召开', 9], ['按时率', 12]),
          rows: branches.map((branch, at) => {
            const rate = rates[at] ?? { held: 0, due: 0 }
            return [
              onPaper(branch.label),
              ...heldTypes.map((type) => `${countOf(branch, type)}`),
              ...[`${rate.due}`, `${rate.held}`, shareWords(rate.held, rate.due)]
            ]
          }),
          heat: rates.map((rate) => [...Array.from({ length: 8 }, () => null), percentOf(rate.held, rate.due)])
        }
      ]
    }
  )
}

const tallyWords = ({ covered, total }: TalkTally): string => (total === 0 ? '不适用' : `${covered}/${total}`)

/** 谈心谈话 of each branch in the three directions, to whom it may be shown. */
export function talksPart(report: DigestReport): ReportPart {
  const { branches, may } = report
  const heading = '谈心谈话'
  if (!may.talks) return partOf('talks', heading, [talksWithheld], { isGuarded: true })
  const all = branches.map(({ facts: { talks } }) => {
    const tallies = talkDirections.map((direction) => talks[direction])
    const sum = (pick: (tally: TalkTally) => number): number => tallies.reduce((total, one) => total + pick(one), 0)
    return { tallies, covered: sum(({ covered }) => covered), total: sum(({ total }) => total) }
  })
  const short = branches.filter((_one, at) => (all[at]?.covered ?? 0) < (all[at]?.total ?? 0))
  return partOf(
    'talks',
    heading,
    [
      short.length === 0
        ? { says: '各党支部应谈的都已谈到。', links: branchesLinks(report) }
        : { says: `有应谈未谈的党支部${branchesWords(short, report)}。`, links: short.map(branchLinkOf) }
    ],
    {
      tables: [
        {
          title: '谈心谈话覆盖（已谈/应谈）',
          columns: branchColumns(...talkDirections.map((one) => [talkDirectionNames[one], 18] as const), [
            '覆盖率',
            18
          ]),
          rows: branches.map(({ label }, at) => {
            const one = all[at]
            return [
              onPaper(label),
              ...(one?.tallies ?? []).map(tallyWords),
              shareWords(one?.covered ?? 0, one?.total ?? 0)
            ]
          }),
          heat: all.map(({ covered, total }) => [null, null, null, null, percentOf(covered, total)]),
          note: '委员之间按对数，其余按人数；覆盖率是三个方向合计的已谈同应谈之比。'
        }
      ]
    }
  )
}

const progressOf = ({ evaluated, facts }: DigestBranch): string => {
  const { evaluation, result } = evaluated
  if (evaluation === null) return '没有记录'
  const done = stepsOf({ evaluation, result, today: facts.today }).filter(({ state }) => state === 'done').length
  return `${done}/4`
}

/** 民主评议 of each branch: steps done, and grades where they are settled. */
export function evaluationPart(report: DigestReport): ReportPart {
  const { branches, may, year } = report
  const heading = '民主评议党员'
  if (!may.grades) return partOf('evaluation', heading, [{ says: '等次按权限查看。' }], { isGuarded: true })
  const settled = branches.filter(({ evaluated }) => settledOf(evaluated) !== null)
  const none = branches.filter(({ evaluated }) => evaluated.evaluation === null)
  const told: Said[] = [
    {
      says: `${year}年度民主评议党员，确定等次的党支部${settled.length}个，有记录没有确定等次的${branches.length - settled.length - none.length}个，没有记录的${none.length}个。`,
      links: branches.flatMap(({ evaluated: { evaluation } }) =>
        evaluation === null
          ? []
          : [{ record: 'evaluation' as const, id: evaluation.id, text: `${year} 年度民主评议党员`, on: null }]
      )
    }
  ]
  return partOf('evaluation', heading, told, {
    tables: [
      {
        title: '民主评议党员',
        columns: branchColumns(['完成步骤', 18], ...evaluationGrades.map((grade) => [grade, 14] as const)),
        rows: branches.map((branch) => [
          onPaper(branch.label),
          progressOf(branch),
          ...evaluationGrades.map((grade) =>
            settledOf(branch.evaluated) === null ? '' : `${branch.evaluated.result.decided[grade]}`
          )
        ]),
        note: '没有确定等次的不列人数。'
      }
    ]
  })
}
