import type { Block, DocumentModel, GridCell, GridColumn } from '../../documents/document-model.ts'
import { plainLine, wideRow } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { Day } from '../../kernel/dates.ts'
import { type ScaleId, scales } from './ballot.ts'
import {
  aspectLayouts,
  type BallotLayout,
  type BallotSize,
  layoutFor,
  pagesOf,
  plainLayouts,
  postLayouts,
  rowHeight
} from './name-ballot-layout.ts'

/** A ballot with many names. `ratesSelf` lets a voter fill in his own line. `date` goes into the file, not on the paper. */
type NameBallot = {
  organisation: string
  year: number
  ratesSelf: boolean
  size: BallotSize
  date: Day
}

/** 民主评议党员测评表 (F4-2). `aspects` adds the six 分项. Without names it has empty rows. */
export type MemberBallot = NameBallot & { names: readonly string[]; aspects: boolean }

/** 领导干部民主测评表: cadres with 职务. `className` is the 票类, '' where there is one only. */
export type CadreBallot = NameBallot & {
  subjects: readonly { name: string; post: string | null }[]
  className: string
  scale: ScaleId
}

type Person = { name: string; post: string }

/** What a form prints: its title and head line, the columns of one group, its own head, and the cells after the number. */
type Form = {
  title: string
  headLine: string
  layouts: readonly BallotLayout[]
  columns(layout: BallotLayout): GridColumn[]
  head?: readonly (readonly GridCell[])[]
  cells(person: Person): string[]
  note: string
}

const aspects = ['理想信念', '政治理论素质', '组织纪律', '廉洁自律', '联系服务群众', '模范作用'] as const
const aspectGrades = ['好', '一般', '差'] as const
const box = '□'
const boxes = (list: readonly unknown[]): string[] => list.map(() => box)

/** 基本合格 in two lines, so that its column is as narrow as the others. */
const folded = (grade: string): string => (grade.length > 3 ? `${grade.slice(0, 2)}\n${grade.slice(2)}` : grade)

const explanation = (people: number, ratesSelf: boolean, hasAspects = false): string =>
  [
    `无记名填写。每人在一个等次的${box}内打“√”，多选或者不选的，该行作废。`,
    hasAspects ? '分项同样打“√”。' : '',
    ratesSelf ? '' : '本人一行不填。',
    `本表共${people}名。`
  ].join('')

/** Names go down a group of columns, then down the next; the groups of a page are equally long. */
function pageGrid(form: Form, layout: BallotLayout, people: readonly Person[], from: number): Block {
  const columns = form.columns(layout)
  const groups = Array.from({ length: layout.groups }, (_, group) => group)
  const height = Math.ceil(people.length / layout.groups)
  const cellsAt = (index: number): GridCell[] => {
    const person = people[index]
    return person === undefined ? columns.map(() => '') : [`${from + index + 1}`, ...form.cells(person)]
  }
  return {
    kind: 'grid',
    columns: groups.flatMap(() => columns),
    ...(form.head === undefined ? {} : { head: form.head.map((row) => groups.flatMap(() => row)) }),
    rows: [
      ...Array.from({ length: height }, (_, row) => groups.flatMap((group) => cellsAt(group * height + row))),
      wideRow('填表说明：', form.note, groups.length * columns.length)
    ]
  }
}

function documentOf(form: Form, ballot: NameBallot, people: readonly Person[]): DocumentModel {
  const heights = (layout: BallotLayout): number[] => people.map(({ name, post }) => rowHeight(layout, name, post))
  const layout = layoutFor(form.layouts, ballot.size, heights)
  const counts = layout === undefined ? [] : pagesOf(layout, heights(layout))
  const starts = counts.map((_, page) => counts.slice(0, page).reduce((sum, count) => sum + count, 0))
  return {
    profile: 'form',
    pageNumbers: 'none',
    meta: { title: form.title, author: ballot.organisation, date: ballot.date },
    blocks:
      layout === undefined
        ? []
        : [
            { kind: 'section', direction: layout.direction },
            ...starts.flatMap((from, page): Block[] => [
              { kind: 'pageBreak' },
              { kind: 'title', lines: titleLines(form.title) },
              plainLine(form.headLine),
              pageGrid(form, layout, people.slice(from, from + (counts[page] ?? 0)), from)
            ])
          ]
  }
}

const centred = (title: string, width: number): GridColumn => ({ title, width, align: 'center' })
const gradeColumns = (grades: readonly string[], { widths }: BallotLayout): GridColumn[] =>
  grades.map((grade) => centred(folded(grade), widths.grade))

/** Empty rows for names that are not known yet: as many as fill the sheet. */
const unnamed = (size: BallotSize): readonly Person[] =>
  Array.from({ length: { auto: 19, A4: 19, 'A4 landscape': 9, 'A3 landscape': 50 }[size] }, () => ({
    name: '',
    post: ''
  }))

const plainForm: Pick<Form, 'layouts' | 'columns' | 'cells'> = {
  layouts: plainLayouts,
  columns: (layout) => [
    centred('序号', layout.widths.number),
    centred('姓名', layout.widths.name),
    ...gradeColumns(scales.member, layout),
    { title: '存在问题', width: layout.widths.remark }
  ],
  cells: ({ name }) => [name, ...boxes(scales.member), '']
}

const aspectForm: Pick<Form, 'layouts' | 'columns' | 'head' | 'cells'> = {
  layouts: aspectLayouts,
  columns: (layout) => [
    centred('序号', layout.widths.number),
    centred('姓名', layout.widths.name),
    ...aspects.flatMap(() => aspectGrades.map((grade) => centred(grade, layout.direction === 'wide' ? 32.3 : 20.5))),
    ...gradeColumns(scales.member, layout),
    { title: '存在问题', width: layout.widths.remark }
  ],
  head: [
    [
      { content: '序号', rows: 2 },
      { content: '姓名', rows: 2 },
      ...aspects.map((content) => ({ content, columns: aspectGrades.length })),
      { content: '综合评定', columns: scales.member.length },
      { content: '存在问题', rows: 2 }
    ],
    [...aspects.flatMap(() => aspectGrades), ...scales.member.map(folded)]
  ],
  cells: ({ name }) => [name, ...aspects.flatMap(() => boxes(aspectGrades)), ...boxes(scales.member), '']
}

/**
 * F4-2, the same for every voter: no voter, no number of the ballot, no mark (R4-06, R2-21). A ballot of several pages says
 * on each how many names there are in all, for it has no page numbers either.
 */
export function memberBallotDocument(ballot: MemberBallot): DocumentModel {
  const isBlank = ballot.names.length === 0
  const people = isBlank ? unnamed(ballot.size) : ballot.names.map((name) => ({ name, post: '' }))
  const form: Form = {
    ...(ballot.aspects ? aspectForm : plainForm),
    title: `${ballot.year}年度民主评议党员测评表`,
    headLine: `党支部：${ballot.organisation}`,
    note: explanation(people.length, ballot.ratesSelf, ballot.aspects)
  }
  return documentOf(form, ballot, people)
}

/** The ballot on cadres, A3 where they are many. Classes are counted apart, so the class is printed. */
export function cadreBallotDocument(ballot: CadreBallot): DocumentModel {
  const named = ballot.subjects.map(({ name, post }) => ({ name, post: post ?? '' }))
  const people = named.length === 0 ? unnamed(ballot.size) : named
  const grades = scales[ballot.scale]
  const form: Form = {
    title: `${ballot.year}年度领导干部民主测评表`,
    headLine: `党组织：${ballot.organisation}${ballot.className === '' ? '' : `\u3000票类：${ballot.className}`}`,
    layouts: postLayouts,
    columns: (layout) => [
      centred('序号', layout.widths.number),
      centred('姓名', layout.widths.name),
      { title: '职务', width: layout.widths.post },
      ...gradeColumns(grades, layout),
      { title: '意见建议', width: layout.widths.remark }
    ],
    cells: ({ name, post }) => [name, post, ...boxes(grades), ''],
    note: explanation(people.length, ballot.ratesSelf)
  }
  return documentOf(form, ballot, people)
}
