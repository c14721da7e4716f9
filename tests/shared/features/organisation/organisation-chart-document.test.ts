import { describe, expect, it } from 'vitest'
import type { DocumentModel, OrgChartBox } from '../../../../shared/documents/document-model.ts'
import { committeesOf } from '../../../../shared/features/organisation/committee-document.ts'
import type { Organisation } from '../../../../shared/features/organisation/organisation.ts'
import {
  organisationChartDocument,
  organisationSheet,
  organisationTree
} from '../../../../shared/features/organisation/organisation-chart-document.ts'
import type { SetupPerson } from '../../../../shared/features/organisation/setup-rules.ts'
import { aBranch, aMember, aMembership, aPost } from '../../../factories/records.ts'
import { linesOf } from '../meeting/paper-text.ts'

const today = '2026-11-20'
const office = aBranch({
  id: 'dw',
  code: 'DW',
  kind: '党委',
  name: '中共云溪县烟草专卖局委员会',
  shortName: '县局党委'
})
const branch = (number: number): Organisation =>
  aBranch({
    id: `b${number}`,
    code: `ZB${number}`,
    parentId: 'dw',
    name: `第${number}支部委员会`,
    shortName: `第${number}党支部`
  })
const group = aBranch({ id: 'xz', code: 'XZ', kind: '党小组', parentId: 'b2', name: '第一党小组', shortName: null })
const organisations = [office, branch(10), branch(2), group]
const members = [
  aMember('1', { name: '周启明', memberships: [aMembership({ organisationId: 'b2' })] }),
  aMember('2', { name: '林慧', memberships: [aMembership({ organisationId: 'b2' })] })
]
const posts = [
  aPost('1', '书记', { organisationId: 'dw' }),
  aPost('2', '副书记', { organisationId: 'dw' }),
  aPost('1', '书记', { id: 'second', organisationId: 'b2' })
]
const people: SetupPerson[] = [
  { id: '1', name: '周启明', category: '正式党员', organisationId: 'b2', groupId: null, titles: ['书记'] },
  { id: '2', name: '林慧', category: '预备党员', organisationId: 'b2', groupId: 'xz', titles: ['党小组组长'] },
  { id: '3', name: '许静', category: '正式党员', organisationId: 'b10', groupId: null, titles: [] }
]
const treeOf = (all: readonly Organisation[] = organisations, root = office) =>
  organisationTree({
    root,
    organisations: all,
    people,
    committees: committeesOf({ organisations: all, members, posts, today })
  })
const rootOf = (document: DocumentModel): OrgChartBox | undefined => {
  const [chart] = document.blocks.filter((block) => block.kind === 'orgChart')
  return chart?.root
}

describe('the tree of an office', () => {
  it('counts everybody in his branch, his group and all above, brothers in the order of their codes', () => {
    const { full, probationary, branches, leader, deputies, children } = treeOf()
    expect({ full, probationary, branches, leader, deputies }).toEqual({
      full: 2,
      probationary: 1,
      branches: 2,
      leader: '周启明',
      deputies: ['林慧']
    })
    expect(children.map((node) => `${node.organisation.id} ${node.full}+${node.probationary} ${node.leader}`)).toEqual([
      'b2 1+1 周启明',
      'b10 1+0 null'
    ])
    expect(children[0]?.children[0]).toMatchObject({ probationary: 1, leader: '林慧', level: 2 })
  })

  it('ends where the data runs in a circle', () => {
    const one = aBranch({ id: 'dw', kind: '党委', parentId: 'x' })
    expect(treeOf([one, aBranch({ id: 'x', kind: '党委', parentId: 'dw' })], one).children[0]?.children).toEqual([])
  })
})

describe('组织机构图', () => {
  it('has a box for each organisation with its leader and its members', () => {
    expect(rootOf(organisationChartDocument(treeOf(), today, true))).toEqual({
      title: '中共云溪县烟草专卖局委员会',
      lines: ['书记：周启明　副书记：林慧', '下设2个党支部，党员3人'],
      children: [
        {
          title: '第2党支部',
          lines: ['书记：周启明', '党员2人'],
          children: [{ title: '第一党小组', lines: ['组长：林慧', '党员1人'], children: [] }]
        },
        { title: '第10党支部', lines: ['书记：未登记', '党员1人'], children: [] }
      ]
    })
  })

  it('leaves groups out where asked', () => {
    expect(rootOf(organisationChartDocument(treeOf(), today, false))?.children?.[0]?.children).toEqual([])
  })

  it('says less in each box where there are many, and explains it once', () => {
    const many = [office, ...Array.from({ length: 25 }, (_one, index) => branch(index + 1))]
    const document = organisationChartDocument(treeOf(many), today, true)
    expect(linesOf(document)).toEqual(['组织机构图', '（2026年11月20日，框内为书记姓名和党员人数）'])
    expect(rootOf(document)?.children?.[1]?.lines).toEqual(['周启明 2人'])
  })

  it('of an office without branches is its own box', () => {
    expect(rootOf(organisationChartDocument(treeOf([office]), today, true))).toMatchObject({
      lines: ['书记：周启明　副书记：林慧', '党员0人'],
      children: []
    })
  })
})

describe('组织机构 as a sheet', () => {
  it('lists each organisation above those below it, set in by level', () => {
    const { rows, columns } = organisationSheet(treeOf())
    expect(rows.map(([, name, code, kind, above]) => [name, code, kind, above].join(' '))).toEqual([
      '中共云溪县烟草专卖局委员会 DW 党委 ',
      '　第2支部委员会 ZB2 党支部 县局党委',
      '　　第一党小组 XZ 党小组 第2党支部',
      '　第10支部委员会 ZB10 党支部 县局党委'
    ])
    expect(columns.find(({ header }) => header === '编码')).toMatchObject({ text: true })
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})
