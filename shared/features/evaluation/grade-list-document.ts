import type { Block, DocumentModel, GridCell, SignatureBlock } from '../../documents/document-model.ts'
import { blankDay, plainLine, wideRow } from '../../documents/form-parts.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type Evaluation, type EvaluationGrade, evaluationGrades } from './evaluation.ts'
import { percentOf } from './percent.ts'
import type { EvaluatedMember, EvaluationResult } from './result.ts'
import { overWords } from './tally-document.ts'

/** F4-4, for the level above. `date` is the day it is drawn up. */
export type GradeListPaper = {
  organisation: string
  evaluation: Pick<Evaluation, 'year' | 'overReason'>
  result: EvaluationResult
  date: Day
}

/** What is published in the branch: only the `grades` asked for. */
export type PublicGradePaper = GradeListPaper & { grades: readonly EvaluationGrade[] }

const notGraded = '不评等次'

const gradeOf = ({ graded, entry }: EvaluatedMember): string =>
  entry === null ? '' : graded ? (entry.final ?? '') : notGraded

/** Of a 预备党员 the column before says why he has no grade. */
const remarkOf = ({ person, graded, entry, whyNotGraded }: EvaluatedMember): string =>
  entry === null ? '未参加评议' : graded || person.category === '预备党员' ? '' : (whyNotGraded ?? '')

type Totals = { members: number; graded: number; probationary: number }

const totalsOf = ({ members }: EvaluationResult): Totals => ({
  members: members.length,
  graded: members.filter(({ graded, entry }) => graded && entry !== null).length,
  probationary: members.filter(({ entry, person }) => entry !== null && person.category === '预备党员').length
})

const totalWords = (result: EvaluationResult): string => {
  const { members, graded, probationary } = totalsOf(result)
  const decided = evaluationGrades.map((grade) => `${grade}${result.decided[grade]}人`).join('，')
  const share = percentOf(result.decided.优秀, graded)
  return [
    `党员${members}人，参加评定等次${graded}人：${decided}`,
    ...(share === '' ? [] : [`优秀占${share}`]),
    `参加评议不评等次的预备党员${probationary}人。`
  ].join('；')
}

const rowOf = (member: EvaluatedMember, index: number): GridCell[] => {
  const { person } = member
  return [
    `${index + 1}`,
    person.member.name,
    person.member.sex,
    person.category,
    person.posts.join('、'),
    gradeOf(member),
    remarkOf(member)
  ]
}

/** One line, so that a branch of eighteen is on one page. */
const secretarySigns = (day: string): SignatureBlock => ({
  kind: 'signature',
  rows: [
    [
      { label: '支部书记（签名）：', cells: 5 },
      { label: day, cells: 0 }
    ]
  ]
})

/** F4-4 民主评议党员评定结果汇总表: grades and totals, never figures of ballots (R4-06). */
export function gradeListDocument({ organisation, evaluation, result, date }: GradeListPaper): DocumentModel {
  const title = `${evaluation.year}年度民主评议党员评定结果汇总表`
  const over = overWords(result, evaluation.overReason)
  const width = 7
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      plainLine(`党支部：${organisation}`),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 34, align: 'center' },
          { title: '姓名', width: 66, align: 'center' },
          { title: '性别', width: 34, align: 'center' },
          { title: '人员类别', width: 66, align: 'center' },
          { title: '党内职务', width: 84, align: 'center' },
          { title: '评定等次', width: 66, align: 'center' },
          { title: '备注', width: 92 }
        ],
        rows: [
          ...result.members.map(rowOf),
          wideRow('合计：', totalWords(result), width),
          ...(over === '' ? [] : [wideRow('备注：', over, width)])
        ]
      },
      secretarySigns(dayOnPaper(date))
    ]
  }
}

/** F4-4 as a sheet. */
export const gradeListSheet = ({ result }: Pick<GradeListPaper, 'result'>): SheetOut => ({
  name: '评定结果汇总',
  columns: [
    { header: '序号', width: 8 },
    { header: '姓名', width: 14 },
    { header: '性别', width: 8 },
    { header: '人员类别', width: 14 },
    { header: '党内职务', width: 20 },
    { header: '评定等次', width: 12 },
    { header: '备注', width: 30 }
  ],
  rows: result.members.map((member, index): RawCell[] => [
    index + 1,
    member.person.member.name,
    member.person.member.sex,
    member.person.category,
    member.person.posts.join('、'),
    gradeOf(member),
    remarkOf(member)
  ])
})

/** F4-4 to fill in by hand, with the names that are known. */
export function blankGradeList(
  organisation: string,
  year: number,
  names: readonly string[],
  today: Day
): DocumentModel {
  const title = `${year}年度民主评议党员评定结果汇总表`
  const filled = names.length === 0 ? Array.from({ length: 16 }, () => '') : names
  return {
    profile: 'form',
    meta: { title: `${title}（空白表）`, author: organisation, date: today },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      plainLine(`党支部：${organisation}`),
      {
        kind: 'grid',
        columns: ['序号', '姓名', '性别', '人员类别', '党内职务', '评定等次', '备注'].map((head, index) => ({
          title: head,
          width: [34, 66, 34, 66, 84, 66, 92][index] ?? 60,
          align: 'center'
        })),
        rows: filled.map((name, index) => [`${index + 1}`, name])
      },
      secretarySigns(blankDay)
    ]
  }
}

const gradeSection = (grade: EvaluationGrade, position: number, names: readonly string[]): Block[] => [
  { kind: 'heading', level: 1, text: `${numbered(1, position, `${grade}等次`)}（${names.length}名）` },
  { kind: 'paragraph', runs: [{ text: names.length === 0 ? '无。' : `${names.join('、')}。` }] }
]

/** 公布名单: names of the grades asked for and nothing else; the order is that of the roster. */
export function publicGradeDocument({
  organisation,
  evaluation,
  result,
  grades,
  date
}: PublicGradePaper): DocumentModel {
  const title = `${evaluation.year}年度民主评议党员结果公布`
  const namesOf = (grade: EvaluationGrade): string[] =>
    result.members
      .filter(({ graded, entry }) => graded && entry?.final === grade)
      .map(({ person }) => person.member.name)
  return {
    profile: 'gb9704',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      {
        kind: 'paragraph',
        runs: [
          { text: `经个人自评、党员互评、民主测评和组织评定，现将${evaluation.year}年度民主评议党员结果公布如下：` }
        ]
      },
      ...grades.flatMap((grade, index) => gradeSection(grade, index + 1, namesOf(grade))),
      { kind: 'signOff', issuer: organisation, date: dayOnPaper(date), sealed: true }
    ]
  }
}
