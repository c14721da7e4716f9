import type { AlertView } from '../alert/alert-view.ts'
import { needParagraphs, problems } from '../checklist/report-blocks.ts'
import { areaChart } from '../checklist/report-document.ts'
import type { ItemView, MissingView, ScoreView } from '../checklist/checklist-view.ts'
import type { RecordLink } from '../checklist/item-result.ts'
import { inYear, onPaper } from '../checklist/self-check-document.ts'
import { rectificationState } from '../rectification/rectification.ts'
import { taskState } from '../task/task-rules.ts'
import { basicsPart } from './basics-parts.ts'
import type { BranchReport } from './branch-report.ts'
import { educationPart, hasHours, hoursLink } from './education-parts.ts'
import { gradesSaid, stepsSaid } from './evaluation-parts.ts'
import { heldSaid, lecturesSaid, lifeSaid, monthChart, periodsSaid, themeDaysSaid, typeTable } from './meeting-parts.ts'
import { type ReportPart, type ReportSource, type ReportTable, partOf, type Said } from './report.ts'
import { dayWords } from './report-words.ts'
import { coverageSaid, talksWithheld } from './talk-parts.ts'

function lifePart({ facts }: BranchReport): ReportPart {
  const { table, sources } = typeTable(facts)
  const chart = monthChart(facts)
  return partOf(
    'life',
    '组织生活',
    [heldSaid(facts), ...periodsSaid(facts), themeDaysSaid(facts), lecturesSaid(facts)],
    {
      ...{ tables: table.rows.length === 0 ? [] : [table], charts: chart === null ? [] : [chart], sources }
    }
  )
}

/** Figures only: grades once they are settled, coverage to whom it may be shown. */
function appraisalPart({ facts, evaluated, may }: BranchReport): ReportPart {
  const evaluation = may.grades ? [stepsSaid(evaluated, facts), gradesSaid(evaluated)] : []
  return partOf(
    'appraisal',
    '民主评议和谈心谈话',
    [lifeSaid(facts), ...evaluation, may.talks ? coverageSaid(facts.talks) : talksWithheld],
    { isGuarded: !may.talks || !may.grades }
  )
}

const itemsOf = ({ areas }: Pick<ScoreView, 'areas'>): ItemView[] => areas.flatMap(({ items }) => items)

const areaPoints = ({ areas, max, total, lost, pending }: ScoreView): ReportTable => ({
  title: '各方面得分',
  columns: [
    { title: '方面', width: 38 },
    ...['分值', '得分', '失分', '待核'].map((title) => ({ title, width: 15.5, align: 'center' as const }))
  ],
  rows: [
    ...areas.map((area) => [
      `${area.code}\u3000${onPaper(area.title)}`,
      ...[area.max, area.score, area.lost, area.pending]
    ]),
    ['合计', max, total, lost, pending]
  ]
})

/** The records each area was scored from. */
const areaSources = ({ areas }: ScoreView): ReportSource[] =>
  areas.map(({ title, score, items }) => ({
    of: `${onPaper(title)}${score}分`,
    links: items.flatMap(({ links }) => links)
  }))

const rectificationLink = (one: BranchReport['rectifications'][number]): RecordLink => ({
  ...{ record: 'rectification', id: one.id, text: one.problem, on: one.closedOn ?? one.dueOn }
})

/** How many problems of the year were put right, and how many are past their day. */
function rectifiedSaid({ rectifications, rates, facts }: BranchReport): Said {
  if (rectifications.length === 0) return { says: '本年度没有整改记录。' }
  const states = rectifications.map((one) => rectificationState(one, facts.today))
  const of = (wanted: string): number => states.filter((state) => state === wanted).length
  const { inTime, counted } = rates.closing
  const timely = counted === 0 ? '' : `；已关闭或者已到期限的${counted}个，按期关闭${inTime}个`
  return {
    says: `登记整改问题${rectifications.length}个：已关闭${of('closed')}个，整改中${of('open')}个，逾期${of('overdue')}个${timely}。`,
    links: rectifications.map(rectificationLink)
  }
}

function standardPart(report: BranchReport): ReportPart {
  const { score, published, facts } = report
  const told =
    published === null
      ? '考评结果没有公布'
      : `考评结果${dayWords(facts.year, published.on)}公布${published.total === null ? '' : `，得${published.total}分`}`
  return partOf(
    'standard',
    '标准化规范化建设',
    [
      {
        says: `按清单逐项计算，满分${score.max}分，得${score.total}分，失${score.lost}分，待核${score.pending}分；${told}。`
      },
      rectifiedSaid(report)
    ],
    { tables: [areaPoints(score)], charts: [areaChart(score)], sources: areaSources(score) }
  )
}

const warningLink = ({ place, id, subject, due }: AlertView): RecordLink[] =>
  place === null || id === undefined ? [] : [{ record: place, id, text: subject, on: due }]

/** What is about persons is told in figures only: a summary is read to everybody. */
const ofPersons: readonly AlertView['code'][] = ['W08', 'W10', 'W25']

/** 党员大会2条、支委会1条 — warnings by what they are called, in the order of their codes. */
export const warningCounts = (warnings: readonly AlertView[]): string =>
  [...Map.groupBy(warnings, ({ title }) => title)]
    .map(([title, some]) => ({ title, some, code: some[0]?.code ?? '' }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ title, some }) => `${onPaper(title)}${some.length}条`)
    .join('、')

/** What a warning states, without what it asks to be done; one of a group says whose. */
function factOf({ message, label, organisationId }: AlertView, year: number, branch: string): string {
  const [fact = ''] = inYear(message, year).split(/[；。]/u)
  return organisationId === branch ? fact : `${onPaper(label)}：${fact}`
}

/** Warnings that are red, that is overdue, as they stand in the list of warnings. */
function warningsSaid({ warnings, facts }: BranchReport): Said[] {
  if (warnings.length === 0) return [{ says: '没有逾期的预警事项。' }]
  const told = warnings.filter(({ code }) => !ofPersons.includes(code))
  return [
    {
      says: `逾期的预警事项有${warnings.length}条：${warningCounts(warnings)}。`,
      links: warnings.flatMap(warningLink)
    },
    ...told.map((one) => ({
      says: `${factOf(one, facts.year, facts.organisation.id)}。`,
      links: warningLink(one)
    }))
  ]
}

/** Where points were lost, item by item, with the records they were counted from. */
export function lossesSaid(score: ScoreView, year: number): Said[] {
  const { paragraphs, from } = problems({ score, year })
  const items = itemsOf(score).filter(({ id }) => from.includes(id))
  const [first, ...others] = paragraphs
  return first === undefined
    ? []
    : [{ says: first, links: items.flatMap(({ links }) => links) }, ...others.map((says) => ({ says }))]
}

function problemsPart(report: BranchReport): ReportPart {
  const { score, facts, may } = report
  return partOf('problems', '存在问题', [...lossesSaid(score, facts.year), ...warningsSaid(report)], {
    isGuarded: !may.talks || !may.grades
  })
}

/** What is open in the register of problems, each with who and until when as far as it is recorded. */
function openRectifications({ rectifications, facts }: BranchReport): Said | null {
  const open = rectifications.filter((one) => rectificationState(one, facts.today) !== 'closed')
  if (open.length === 0) return null
  const each = open.map(({ problem, person, dueOn }) => {
    const words = inYear(problem.trim(), facts.year).replace(/[。；，]+$/u, '')
    const who = [
      ...(person === null ? [] : [person.name]),
      ...(dueOn === null ? [] : [`${dayWords(facts.year, dueOn)}前`])
    ]
    return `${words}${who.length === 0 ? '' : `（${who.join('，')}）`}`
  })
  return { says: `没有关闭的整改问题${open.length}个：${each.join('；')}。`, links: open.map(rectificationLink) }
}

function openTasks({ tasks, facts }: BranchReport): Said | null {
  const open = tasks.filter((one) => taskState(one, facts.today) !== 'done')
  if (open.length === 0) return null
  const late = open.filter((one) => taskState(one, facts.today) === 'overdue').length
  const each = open.map(({ subject, person, dueOn }) => {
    const who = [
      ...(person === null ? [] : [person.name]),
      ...(dueOn === null ? [] : [`${dayWords(facts.year, dueOn)}前`])
    ]
    return `${onPaper(subject).replace(/[。；，]+$/u, '')}${who.length === 0 ? '' : `（${who.join('，')}）`}`
  })
  return {
    says: `没有办结的任务${open.length}件${late === 0 ? '' : `，其中逾期${late}件`}：${each.join('；')}。`,
    links: open.map(({ id, subject, dueOn }): RecordLink => ({ record: 'task', id, text: subject, on: dueOn }))
  }
}

/** What has still to be done: papers to file and points to type in are a matter of the list, and people are not named. */
const deedsOf = ({ missing }: BranchReport): MissingView[] =>
  missing
    .filter(({ place }) => place !== 'proof' && place !== 'study')
    .map((need) => (need.place === 'talk' ? { ...need, what: need.what.split('：')[0] ?? '' } : need))

function hoursLeft({ facts: { learners } }: BranchReport): Said | null {
  const behind = learners.filter((one) => !hasHours(one))
  return behind.length === 0 ? null : { says: `没有完成学时的党员${behind.length}名。`, links: behind.map(hoursLink) }
}

function nextPart(report: BranchReport): ReportPart {
  const { score, facts, may } = report
  const deeds = deedsOf(report)
  const papers = report.missing.filter(({ place }) => place === 'proof').length
  const links = deeds.flatMap(({ place, id, what, by }): RecordLink[] =>
    id === undefined ? [] : [{ record: place, id, text: what, on: by }]
  )
  return partOf(
    'next',
    '下一步要做的事项',
    [
      deeds.length === 0
        ? { says: '按清单没有要做的事项。' }
        : { says: `按清单要做的事项有${deeds.length}件。`, links },
      ...needParagraphs({ score, missing: deeds, year: facts.year }).map((says) => ({ says })),
      hoursLeft(report),
      papers === 0 ? null : { says: `清单还没有交的材料和没有填的自评有${papers}件，列在缺项清单。` },
      openRectifications(report),
      openTasks(report)
    ],
    { isGuarded: !may.talks }
  )
}

/** 年度工作总结: what the records of the year say, in blocks; where there is no record the block says so. */
export const summaryParts = (report: BranchReport): ReportPart[] => [
  basicsPart(report),
  lifePart(report),
  educationPart(report),
  appraisalPart(report),
  standardPart(report),
  problemsPart(report),
  nextPart(report)
]
