import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { Rectification } from '../rectification/rectification.ts'
import { ownText, type ReportEdit } from '../report/report.ts'
import { dayIn } from '../talk/talk-form.ts'
import type { Bonus } from './checklist.ts'
import type { AreaView, ItemView, MissingView, ScoreView } from './checklist-view.ts'
import { bonusWords, type ChecklistPaper, inYear, itemName, onPaper } from './self-check-document.ts'
import type { Vetoed } from './veto-rules.ts'

/** What the roster and the records of posts say of the branch; null is not known, and nothing is said of it. */
export type BranchAbout = {
  members: number | null
  full: number | null
  groups: number | null
  secretary: string | null
  electedOn: Day | null
  termEnds: Day | null
}

/** All the report is written from. `selfOn` and `meetingOn` are the days of the self-check and of the branch meeting. */
export type ReportFacts = ChecklistPaper & {
  about: BranchAbout
  score: ScoreView
  vetoes: readonly Vetoed[]
  bonuses: readonly Bonus[]
  missing: readonly MissingView[]
  rectifications: readonly Rectification[]
  selfOn: Day | null
  meetingOn: Day | null
}

export const reportBlockIds = ['basics', 'scores', 'strengths', 'problems', 'pending', 'measures', 'vetoes'] as const
export type ReportBlockId = (typeof reportBlockIds)[number]

export const reportHeadings: Record<ReportBlockId, string> = {
  basics: '基本情况',
  scores: '自查得分',
  strengths: '主要做法和成效',
  problems: '存在问题',
  pending: '待核事项',
  measures: '整改措施',
  vetoes: '否决和加分'
}

/** A part of the report: paragraphs parted by line ends, and the items its figures come from. */
export type ReportBlock = { id: ReportBlockId; heading: string; text: string; from: string[] }

type Part = { paragraphs: string[]; from: string[] }

const ended = (words: string, year: number): string => inYear(words.trim(), year).replace(/[。；，]+$/u, '')
const idsOf = (items: readonly ItemView[]): string[] => items.map(({ id }) => id)
const itemsOf = ({ areas }: ScoreView): ItemView[] => areas.flatMap(({ items }) => items)

const isFull = ({ status, lost }: ItemView): boolean => status === 'scored' && lost === '0.00'
const isLosing = ({ status, lost }: ItemView): boolean => status === 'scored' && lost !== '0.00'
const isPending = ({ status }: ItemView): boolean => status === 'pending'

function basics({ organisation, year, list, date, about, selfOn, meetingOn }: ReportFacts): Part {
  const { members, full, groups, secretary, electedOn, termEnds } = about
  const branch = [
    ...(members === null ? [] : [`有党员${members}名${full === null ? '' : `，其中正式党员${full}名`}`]),
    ...(groups === null || groups === 0 ? [] : [`设党小组${groups}个`]),
    ...(secretary === null ? [] : [`书记是${secretary}`]),
    ...(electedOn === null ? [] : [`本届${dayOnPaper(electedOn)}选举产生`]),
    ...(termEnds === null ? [] : [`${dayOnPaper(termEnds)}届满`])
  ]
  const self = selfOn === null ? '' : `，${dayOnPaper(selfOn)}完成自查`
  const meeting = meetingOn === null ? '' : `，自查结果${dayOnPaper(meetingOn)}经支部会议审议`
  return {
    paragraphs: [
      ...(branch.length === 0 ? [] : [`${organisation}${branch.join('，')}。`]),
      `本支部按照《${onPaper(list)}》对${year}年度的工作逐项自查${self}${meeting}。得分统计到${dayOnPaper(date)}。`
    ],
    from: []
  }
}

function scores({ score }: ReportFacts): Part {
  const items = itemsOf(score)
  const out = items.filter(({ status }) => status === 'not-applicable')
  const names = out.map(itemName).join('、')
  return {
    paragraphs: [
      `清单共${score.areas.length}个方面${items.length}项，满分${score.max}分。自评得${score.total}分，失${score.lost}分，待核${score.pending}分。待核的不是失分，核清后再计。`,
      ...(out.length === 0 ? [] : [`不适用的有${out.length}项，分值由同一方面的其他项目补足：${names}。`])
    ],
    from: idsOf(items)
  }
}

/** One paragraph for each area that has such items: what is said of the area, then of each item. */
function byArea(
  areas: readonly AreaView[],
  isMeant: (item: ItemView) => boolean,
  head: (area: AreaView, some: readonly ItemView[]) => string,
  each: (item: ItemView) => string
): Part {
  const found = areas.map((area) => ({ area, some: area.items.filter(isMeant) })).filter(({ some }) => some.length > 0)
  return {
    paragraphs: found.map(({ area, some }) => `${head(area, some)}${some.map(each).join('；')}。`),
    from: found.flatMap(({ some }) => idsOf(some))
  }
}

const withBasis = (item: ItemView, points: string, year: number): string => {
  const basis = ended(item.basis, year)
  return `${itemName(item)}${points}${basis === '' ? '' : `，${basis}`}`
}

function strengths({ score, year }: ReportFacts): Part {
  const { areas } = score
  const whole = areas.filter(({ items }) => items.some(isFull) && !items.some((one) => isLosing(one) || isPending(one)))
  const part = byArea(
    areas,
    isFull,
    ({ title, items }, some) => {
      const asked = items.filter(({ status }) => status !== 'not-applicable').length
      return `${onPaper(title)}方面，适用${asked}项，得满分${some.length}项：`
    },
    (item) => withBasis(item, `得${item.score}分`, year)
  )
  if (part.paragraphs.length === 0) return { paragraphs: ['目前没有得满分的项目。'], from: [] }
  const names = whole.map(({ title, score: sum }) => `${onPaper(title)}（${sum}分）`).join('、')
  const summary = `得满分的项目有${part.from.length}项${names === '' ? '' : `；整个方面得满分的有：${names}`}。`
  return { paragraphs: [summary, ...part.paragraphs], from: part.from }
}

/** Points lost, an area a paragraph; also part of other reports. */
export function problems({ score, year }: Pick<ReportFacts, 'score' | 'year'>): Part {
  const part = byArea(
    score.areas,
    isLosing,
    ({ title, lost }) => `${onPaper(title)}方面失${lost}分：`,
    (item) => withBasis(item, `失${item.lost}分`, year)
  )
  if (part.from.length === 0) return { paragraphs: ['已核的项目没有失分。'], from: [] }
  return {
    paragraphs: [`失分的项目有${part.from.length}项，共失${score.lost}分。`, ...part.paragraphs],
    from: part.from
  }
}

function pending({ score, year }: ReportFacts): Part {
  const part = byArea(
    score.areas,
    isPending,
    ({ title, pending: open }) => `${onPaper(title)}方面待核${open}分：`,
    (item) => withBasis(item, `（${item.max}分）`, year)
  )
  if (part.from.length === 0) return { paragraphs: ['没有待核的项目。'], from: [] }
  return {
    paragraphs: [`待核的项目有${part.from.length}项，共${score.pending}分。`, ...part.paragraphs],
    from: part.from
  }
}

const isGiven = (words: string | null): words is string => words !== null && words.trim() !== ''

/** What is recorded of a problem, and nothing of what is not. */
function rectificationWords(one: Rectification, year: number): string {
  const { problem, target, measure, person, dueOn, closedOn, passedUpOn, remeasured } = one
  const plan = [
    ...(isGiven(target) ? [`目标是${ended(target, year)}`] : []),
    ...(isGiven(measure) ? [`措施是${ended(measure, year)}`] : []),
    ...(person === null ? [] : [`由${person.name}负责`]),
    ...(dueOn === null ? [] : [`${dayIn(year, dueOn)}前完成`])
  ]
  const state = [
    ...(closedOn === null ? [] : [`${dayIn(year, closedOn)}整改完成`]),
    ...(closedOn !== null || passedUpOn === null ? [] : [`${dayIn(year, passedUpOn)}报上级督办`]),
    ...(isGiven(remeasured) ? [`复测结果：${ended(remeasured, year)}`] : [])
  ]
  const said = [plan.join('，'), state.join('，')].filter((words) => words !== '')
  return `针对“${ended(problem, year)}”的问题，${said.length === 0 ? '还没有填写措施' : said.join('；')}。`
}

/** 补齐组织生活会的会前学习、对照检查: what all begin with up to a 的 is said once. */
function joined(all: readonly string[]): string {
  const [first = '', ...others] = all
  const head = first.slice(0, first.indexOf('的') + 1)
  const isShared = head.length > 3 && others.every((one) => one.startsWith(head))
  return [first, ...others.map((one) => (isShared ? one.slice(head.length) : one))].join('、')
}

/** What is wanted for the same items until the same day, in one phrase: E1计划总结：交“年度计划”、交“年度总结”（12月31日前）. */
function needPhrases(some: readonly MissingView[], year: number): string[] {
  const groups = Map.groupBy(some, ({ items, by }) => `${items.map(itemName).join('、')}\n${by ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const until = first.by === null ? '' : `（${dayIn(year, first.by)}前）`
    return [`${first.items.map(itemName).join('、')}：${joined(group.map(({ what }) => ended(what, year)))}${until}`]
  })
}

/** What the records still want, a paragraph for each area; what proves items of several areas stands in the first. */
export function needParagraphs({ score, missing, year }: Pick<ReportFacts, 'score' | 'missing' | 'year'>): string[] {
  const areaOf = ({ items: [first] }: MissingView): string | undefined =>
    score.areas.find(({ items }) => items.some(({ id }) => id === first?.id))?.code
  return score.areas.flatMap(({ code, title }) => {
    const phrases = needPhrases(
      missing.filter((need) => areaOf(need) === code),
      year
    )
    return phrases.length === 0 ? [] : [`${onPaper(title)}方面：${phrases.join('；')}。`]
  })
}

/** 整改 where there are records of it, with the losing items nobody took up; else what the records still want. */
function measures(facts: ReportFacts): Part {
  const { score, rectifications, missing, year } = facts
  if (rectifications.length === 0) {
    const from = [...new Set(missing.flatMap(({ items }) => items.map(({ id }) => id)))]
    if (missing.length === 0) return { paragraphs: ['没有要补做、补交的事项。'], from }
    return {
      paragraphs: [`要补做、补交的有${missing.length}件。`, ...needParagraphs(facts)],
      from
    }
  }
  const taken = rectifications.flatMap(({ item }) => item ?? [])
  const left = itemsOf(score).filter((item) => isLosing(item) && !taken.includes(item.id))
  return {
    paragraphs: [
      ...rectifications.map((one) => rectificationWords(one, year)),
      ...(left.length === 0 ? [] : [`失分但还没有列入整改的：${left.map(itemName).join('、')}。`])
    ],
    from: [...new Set([...taken, ...idsOf(left)])]
  }
}

function vetoes({ vetoes: all, score, bonuses, year }: ReportFacts): Part {
  const veto =
    all.length === 0
      ? '按现有记录，没有一票否决情形。'
      : `有一票否决情形：${all.map(({ id, title, says }) => `${id}${onPaper(title)}，${ended(says, year)}`).join('；')}。`
  return { paragraphs: [veto, `加分：${bonusWords(score, bonuses)}`], from: all.map(({ id }) => id) }
}

const writers: Record<ReportBlockId, (facts: ReportFacts) => Part> = {
  ...{ basics, scores, strengths, problems, pending, measures, vetoes }
}

/** The report in its parts; no sentence goes beyond the records, and every part names the items it comes from. */
export const reportBlocks = (facts: ReportFacts): ReportBlock[] =>
  reportBlockIds.map((id) => {
    const { paragraphs, from } = writers[id](facts)
    return { id, heading: reportHeadings[id], text: paragraphs.join('\n'), from }
  })

/** The clerk's own text in place of a part; it comes from nowhere else. An edit of nothing but blanks is none. */
export const withEdits = (blocks: readonly ReportBlock[], edits: readonly ReportEdit[]): ReportBlock[] =>
  blocks.map((block) => {
    const text = ownText(edits, block.id)
    return text === null ? block : { ...block, text, from: [] }
  })
