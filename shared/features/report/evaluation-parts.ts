import type { Day } from '../../kernel/dates.ts'
import type { RecordLink } from '../checklist/item-result.ts'
import type { ItemFacts } from '../checklist/item-facts.ts'
import { type Evaluation, evaluationGrades, limitBaseNames } from '../evaluation/evaluation.ts'
import { type EvaluationStepState, stepsOf } from '../evaluation/step-rules.ts'
import { onPaper } from '../checklist/self-check-document.ts'
import type { EvaluatedYear } from './branch-report.ts'
import { type ReportPart, type ReportTable, partOf, type Said } from './report.ts'
import { dayWords } from './report-words.ts'

const stepWords: Record<EvaluationStepState['state'], string> = {
  'not-begun': '没有开始',
  running: '没有完成',
  done: '已完成'
}

const linkOf = ({ id, year }: Evaluation): RecordLink => ({
  ...{ record: 'evaluation', id, text: `${year} 年度民主评议党员`, on: null }
})

/** The evaluation once its grades are settled (确定等次): before that no grade is told. */
export const settledOf = ({ evaluation }: EvaluatedYear): Evaluation | null =>
  evaluation?.finishedOn == null ? null : evaluation

type Year = Pick<ItemFacts, 'year' | 'today'>

/** How far each of the four steps is. */
export function stepsSaid(evaluated: EvaluatedYear, { year, today }: Year): Said {
  const { evaluation, result } = evaluated
  if (evaluation === null) return { says: `没有${year}年度民主评议党员的记录。` }
  const steps = stepsOf({ evaluation, result, today })
  return {
    says: `${year}年度民主评议党员：${steps.map(({ title, state }) => `${title}${stepWords[state]}`).join('，')}。`,
    links: [linkOf(evaluation)]
  }
}

/** The days of the steps as far as they are recorded and over. */
function daysSaid({ evaluation }: EvaluatedYear, { year, today }: Year): Said | null {
  if (evaluation === null) return null
  const { peerOn, rounds, decidedBy, decidedOn } = evaluation
  const isPast = (on: Day | null): on is Day => on !== null && on <= today
  const votes = [...new Set(rounds.map(({ date }) => date).filter(isPast))].sort()
  const all = [
    ...(isPast(peerOn) ? [`${dayWords(year, peerOn)}党员互评`] : []),
    ...(votes.length === 0 ? [] : [`${votes.map((on) => dayWords(year, on)).join('、')}民主测评`]),
    ...(isPast(decidedOn) ? [`${dayWords(year, decidedOn)}${decidedBy === null ? '' : `由${decidedBy}`}评定等次`] : [])
  ]
  return all.length === 0 ? null : { says: `${all.join('，')}。`, links: [linkOf(evaluation)] }
}

/** Who takes part, who is graded, and why others are not; nobody is named. */
function peopleSaid({ evaluation, result }: EvaluatedYear): Said[] {
  if (evaluation === null) return []
  const taking = result.members.filter(({ entry }) => entry !== null)
  const graded = taking.filter((one) => one.graded).length
  const others = Map.groupBy(
    taking.filter((one) => !one.graded),
    ({ whyNotGraded }) => whyNotGraded ?? ''
  )
  const out = result.members.length - taking.length
  const why = [...others].map(([words, some]) => `${onPaper(words)}的${some.length}名`)
  const asked = evaluation.rounds.map(({ expected }) => expected)
  const known = asked.filter((one) => one !== null)
  return [
    {
      says: [
        `列入评议的党员${taking.length}名，其中参加评定等次的${graded}名`,
        ...why,
        ...(out === 0 ? [] : [`没有列入的${out}名`])
      ]
        .join('；')
        .concat('。'),
      links: [linkOf(evaluation)]
    },
    ...(known.length === 0 || known.length < asked.length
      ? []
      : [
          {
            says: `民主测评登记应到${known.reduce((sum, one) => sum + one, 0)}名。`,
            links: [linkOf(evaluation)]
          }
        ])
  ]
}

/** How many were given each grade, once grades are settled. */
export function gradesSaid(evaluated: EvaluatedYear): Said | null {
  const settled = settledOf(evaluated)
  if (evaluated.evaluation === null) return null
  if (settled === null) return { says: '等次还没有确定，不列等次。' }
  const { decided } = evaluated.result
  const graded = evaluationGrades.reduce((sum, grade) => sum + decided[grade], 0)
  const each = evaluationGrades.map((grade) => `${grade}${decided[grade]}名`).join('，')
  return { says: `评定等次的党员${graded}名：${each}。`, links: [linkOf(settled)] }
}

/** The number of 优秀 against what is allowed (R4-04), with the reason on record where it is more. */
function limitSaid(evaluated: EvaluatedYear): Said | null {
  const settled = settledOf(evaluated)
  if (settled === null) return null
  const { limit, over, decided } = evaluated.result
  const base =
    limit.base === 'quota'
      ? `${limitBaseNames.quota}${limit.of}名`
      : `按${limitBaseNames[limit.base]}${limit.of}名计算，优秀不超过${limit.limit}名`
  const reason = settled.overReason?.trim() ?? ''
  const beyond = over === 0 ? '' : `，超过${over}名${reason === '' ? '，没有填写原因' : `，原因是：${onPaper(reason)}`}`
  return { says: `${base}；评定优秀${decided.优秀}名${beyond}。`.replace('。。', '。'), links: [linkOf(settled)] }
}

function toldSaid(evaluated: EvaluatedYear, { today }: Year): Said | null {
  const settled = settledOf(evaluated)
  if (settled === null) return null
  const graded = evaluated.result.members.flatMap(({ graded: is, entry }) =>
    is && entry?.final != null ? [entry] : []
  )
  const told = graded.filter(({ toldOn }) => toldOn !== null && toldOn <= today)
  return { says: `评定结果已告知本人的${told.length}名，共${graded.length}名。`, links: [linkOf(settled)] }
}

function gradeTable(evaluated: EvaluatedYear): ReportTable[] {
  if (settledOf(evaluated) === null) return []
  const { decided } = evaluated.result
  const graded = evaluationGrades.reduce((sum, grade) => sum + decided[grade], 0)
  if (graded === 0) return []
  return [
    {
      title: '评定等次',
      columns: [
        { title: '等次', width: 50, align: 'center' },
        { title: '人数', width: 50, align: 'center' }
      ],
      rows: [...evaluationGrades.map((grade) => [grade, `${decided[grade]}`]), ['合计', `${graded}`]]
    }
  ]
}

/** 民主评议情况报告: steps, who takes part and grades as settled; never a figure of ballots (R4-06). */
export function evaluationReportParts(evaluated: EvaluatedYear, facts: Year): ReportPart[] {
  const steps = partOf('steps', '开展情况', [stepsSaid(evaluated, facts), daysSaid(evaluated, facts)])
  if (evaluated.evaluation === null) return [steps]
  const missing = stepsOf({ evaluation: evaluated.evaluation, result: evaluated.result, today: facts.today }).filter(
    ({ state }) => state !== 'done'
  )
  return [
    steps,
    partOf('people', '参加评议的党员', peopleSaid(evaluated)),
    partOf('grades', '评定等次', [gradesSaid(evaluated), limitSaid(evaluated)], { tables: gradeTable(evaluated) }),
    partOf('after', '结果告知和未完成的步骤', [
      toldSaid(evaluated, facts),
      {
        says:
          missing.length === 0
            ? '四个步骤都已完成。'
            : `没有完成的步骤：${missing.map(({ title }) => title).join('、')}。`
      }
    ])
  ]
}
