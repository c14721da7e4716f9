import type { DocumentModel, OrgChartBox } from '../../documents/document-model.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { Committee } from './committee-document.ts'
import { isBranch, labelOf, type Organisation } from './organisation.ts'
import type { SetupPerson } from './setup-rules.ts'

/** An organisation with its figures and those below it, as the chart and the sheet show it. */
export type OrganisationNode = {
  organisation: Organisation
  level: number
  full: number
  probationary: number
  branches: number
  leader: string | null
  deputies: string[]
  children: OrganisationNode[]
}

export type OrganisationTreeInput = {
  root: Organisation
  organisations: readonly Organisation[]
  /** Party members of all organisations of the tree, those who only take part in the life of a branch left out. */
  people: readonly SetupPerson[]
  committees: readonly Committee[]
}

/** In the order of the rule book: 党委 and 党总支 before branches, and by their codes. */
const kindRank = ({ kind }: Organisation): number =>
  kind === '党委' ? 0 : kind === '党总支' ? 1 : kind === '党小组' ? 3 : 2

/** 2 before 10: codes are compared by their numbers. */
const codeCollator = new Intl.Collator('zh', { numeric: true })

/**
 * The tree below `root`, brothers by kind and code. A person counts in his branch, in his group and in all above. The
 * leader is 书记, for a group its 组长.
 */
export function organisationTree({ root, organisations, people, committees }: OrganisationTreeInput): OrganisationNode {
  const children = Map.groupBy(organisations, ({ parentId }) => parentId)
  const byHome = Map.groupBy(people, ({ organisationId }) => organisationId)
  const byGroup = Map.groupBy(people, ({ groupId }) => groupId)
  const seats = new Map(committees.map(({ organisation, current }) => [organisation.id, current]))
  const nodeOf = (organisation: Organisation, level: number, above: readonly string[]): OrganisationNode => {
    const path = [...above, organisation.id]
    const below = (children.get(organisation.id) ?? [])
      .filter(({ id }) => !path.includes(id))
      .sort((a, b) => kindRank(a) - kindRank(b) || codeCollator.compare(a.code, b.code))
      .map((child) => nodeOf(child, level + 1, path))
    const isGroup = organisation.kind === '党小组'
    const own = (isGroup ? byGroup.get(organisation.id) : byHome.get(organisation.id)) ?? []
    const inner = below.filter((child) => child.organisation.kind !== '党小组')
    const sum = (count: (node: OrganisationNode) => number): number =>
      inner.reduce((total, node) => total + count(node), 0)
    const held = (title: string): string[] =>
      (seats.get(organisation.id) ?? []).filter(({ titles }) => titles.includes(title)).map(({ member }) => member.name)
    const leaders = isGroup
      ? own.filter(({ titles }) => titles.includes('党小组组长')).map(({ name }) => name)
      : held('书记')
    return {
      organisation,
      level,
      full: own.filter(({ category }) => category === '正式党员').length + sum(({ full }) => full),
      probationary:
        own.filter(({ category }) => category === '预备党员').length + sum(({ probationary }) => probationary),
      branches: inner.filter((node) => isBranch(node.organisation)).length + sum(({ branches }) => branches),
      leader: leaders[0] ?? null,
      deputies: isGroup ? [] : held('副书记'),
      children: below
    }
  }
  return nodeOf(root, 0, [])
}

const size = ({ full, probationary }: OrganisationNode): number => full + probationary

/** From so many boxes in the first row on, they say the name of the leader and the number in one line, without labels. */
const crowded = 25

const shortLines = (node: OrganisationNode): string[] => [`${node.leader ?? '未登记'} ${size(node)}人`]

const boxLines = (node: OrganisationNode): string[] => [
  `${node.organisation.kind === '党小组' ? '组长' : '书记'}：${node.leader ?? '未登记'}`,
  `党员${size(node)}人`
]

const rootLines = (node: OrganisationNode): string[] => {
  const deputies = node.deputies.length === 0 ? '' : `\u3000副书记：${node.deputies.join('、')}`
  const below = node.branches === 0 ? '' : `下设${node.branches}个党支部，`
  return [`书记：${node.leader ?? '未登记'}${deputies}`, `${below}党员${size(node)}人`]
}

const boxOf = (
  node: OrganisationNode,
  linesOf: (node: OrganisationNode) => string[],
  withGroups: boolean
): OrgChartBox => ({
  title: labelOf(node.organisation),
  lines: linesOf(node),
  children: node.children
    .filter(({ organisation }) => withGroups || organisation.kind !== '党小组')
    .map((child) => boxOf(child, linesOf, withGroups))
})

/**
 * 组织机构图 with 书记 (组长) and number of members in each box. Groups can be left out. What the boxes of a crowded chart
 * say is told once under the title.
 */
export function organisationChartDocument(tree: OrganisationNode, date: Day, withGroups: boolean): DocumentModel {
  const isCrowded = tree.children.length >= crowded
  const box = boxOf(tree, isCrowded ? shortLines : boxLines, withGroups)
  const explained = isCrowded ? '，框内为书记姓名和党员人数' : ''
  return {
    profile: 'form',
    meta: { title: '组织机构图', author: tree.organisation.name, date },
    blocks: [
      { kind: 'title', lines: ['组织机构图'] },
      {
        kind: 'paragraph',
        align: 'center',
        indentCells: 0,
        runs: [{ text: `（${dayOnPaper(date)}${explained}）` }]
      },
      { kind: 'orgChart', root: { ...box, title: tree.organisation.name, lines: rootLines(tree) } }
    ]
  }
}

const flat = (node: OrganisationNode): OrganisationNode[] => [node, ...node.children.flatMap(flat)]

/** The chart as a sheet, one organisation a row, each above those below it; names are set in by their level. */
export function organisationSheet(tree: OrganisationNode): SheetOut {
  const all = flat(tree)
  const names = new Map(all.map(({ organisation }) => [organisation.id, labelOf(organisation)]))
  return {
    name: '组织机构',
    columns: [
      { header: '序号', width: 8 },
      { header: '名称', width: 36 },
      { header: '编码', width: 14, text: true },
      { header: '类别', width: 14 },
      { header: '上级', width: 24 },
      { header: '书记（组长）', width: 14 },
      { header: '副书记', width: 14 },
      { header: '党员', width: 8 },
      { header: '正式党员', width: 10 },
      { header: '预备党员', width: 10 }
    ],
    rows: all.map((node, index): RawCell[] => [
      index + 1,
      `${'\u3000'.repeat(node.level)}${node.organisation.name}`,
      node.organisation.code,
      node.organisation.kind,
      names.get(node.organisation.parentId ?? '') ?? '',
      node.leader,
      node.deputies.join('、'),
      size(node),
      node.full,
      node.probationary
    ])
  }
}
