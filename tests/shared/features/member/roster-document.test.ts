import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '../../../../shared/documents/document-model.ts'
import { partyMembersOn } from '../../../../shared/features/member/member-rules.ts'
import {
  type RosterPaper,
  rosterDocument,
  rosterSections,
  titlesInLines
} from '../../../../shared/features/member/roster-document.ts'
import { rosterSheet } from '../../../../shared/features/member/roster-sheet.ts'
import { aBranch, aMember, aMembership, aPost } from '../../../factories/records.ts'
import { linesOf } from '../meeting/paper-text.ts'

const today = '2026-11-20'
const branch = aBranch({ shortName: '机关第一党支部' })
const second = aBranch({ id: 'zb2', code: 'ZB02', shortName: '专卖管理党支部' })
const members = [
  aMember('1', {
    name: '周启明',
    nation: '彝族',
    bornOn: '1976-03-02',
    citizenId: '11010519491231002X',
    education: '硕士研究生',
    joinedOn: '1998-06-21',
    fullOn: '1999-06-21'
  }),
  aMember('2', { name: '丁立新', sex: '女', category: '预备党员', joinedOn: '2026-03-20', education: '大学本科' }),
  aMember('3', { name: '马秀兰', memberships: [aMembership({ affiliation: '仅参加组织生活' })] })
]
const people = partyMembersOn(
  { members, posts: [aPost('1', '书记'), aPost('1', '组织委员')], suspensions: [] },
  ['zb'],
  today
)
const sections = (order: 'stroke' | 'post', branches = [branch]) =>
  rosterSections({
    branches,
    people,
    whereabouts: [
      { id: 'w', memberId: '2', kind: '流动', from: '2026-01-01', to: null, place: null, contact: null, note: null },
      {
        id: 'v',
        memberId: '1',
        kind: '流动',
        from: '2025-01-01',
        to: '2025-02-01',
        place: null,
        contact: null,
        note: null
      }
    ],
    today,
    order
  })
const paper = (part: Partial<RosterPaper> = {}): RosterPaper => ({
  organisation: branch.name,
  date: today,
  sections: sections('stroke'),
  citizenId: 'none',
  ...part
})
const gridsOf = (document: DocumentModel) => document.blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []))

describe('党员名册', () => {
  it('lists the people of one branch by strokes, with what their columns hold', () => {
    const document = rosterDocument(paper())
    expect(linesOf(document)).toEqual([
      '党员名册',
      '党组织：中共云溪县烟草专卖局机关第一支部委员会',
      '统计日期：2026年11月20日',
      '共2人：正式党员1人，预备党员1人；男1人，女1人；少数民族1人。另有仅参加组织生活的1人，不计在内。'
    ])
    expect(gridsOf(document)[0]?.rows).toEqual([
      ['1', '丁立新', '女', '汉', '', '大学\n本科', '2026年\n3月20日', '', '', '预备', '流动'],
      ['2', '马秀兰', '男', '汉', '', '', '', '', '', '正式', '仅参加组织生活'],
      [
        '3',
        '周启明',
        '男',
        '彝',
        '1976年\n3月',
        '硕士\n研究生',
        '1998年\n6月21日',
        '1999年\n6月21日',
        '书记\n组织\n委员',
        '正式',
        ''
      ]
    ])
  })

  it('lists them by post where asked', () => {
    expect(sections('post')[0]?.people.map(({ name }) => name)).toEqual(['周启明', '丁立新', '马秀兰'])
  })

  it('is as wide as the text, whatever its columns', () => {
    for (const citizenId of ['none', 'masked', 'full'] as const) {
      const widths = gridsOf(rosterDocument(paper({ citizenId })))[0]?.columns.map(({ width }) => width) ?? []
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(442, 5)
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(20.6)
    }
  })

  it('prints ID numbers only where their column is chosen, masked unless asked for whole', () => {
    const idOf = (citizenId: RosterPaper['citizenId']) =>
      gridsOf(rosterDocument(paper({ citizenId })))[0]?.rows[2]?.at(-1)
    expect(JSON.stringify(rosterDocument(paper()))).not.toContain('110105')
    expect(idOf('masked')).toBe('110105***\n*****002X')
    expect(idOf('full')).toBe('110105194\n91231002X')
  })

  it('gives each branch its heading, its own numbers and its own sum', () => {
    const document = rosterDocument(paper({ sections: sections('stroke', [branch, second]) }))
    expect(linesOf(document).slice(3)).toEqual([
      '一、机关第一党支部',
      '共2人：正式党员1人，预备党员1人；男1人，女1人；少数民族1人。另有仅参加组织生活的1人，不计在内。',
      '二、专卖管理党支部',
      '没有登记党员。',
      '总计：共2人：正式党员1人，预备党员1人；男1人，女1人；少数民族1人。另有仅参加组织生活的1人，不计在内。'
    ])
  })

  it('says so where there is nobody', () => {
    expect(linesOf(rosterDocument(paper({ sections: [] }))).at(-1)).toBe('没有登记党支部，也没有登记党员。')
    const empty = rosterDocument(paper({ sections: [{ organisation: '机关第一党支部', people: [] }] }))
    expect(linesOf(empty).at(-1)).toBe('没有登记党员。')
    expect(gridsOf(empty)).toEqual([])
  })

  it('breaks long titles before what they are', () => {
    expect(titlesInLines(['党小组组长', '副书记'])).toBe('副书记\n党小组\n组长')
  })
})

describe('党员名册 as a sheet', () => {
  it('has the same rows with whole dates and the branch in a column', () => {
    const { columns, rows } = rosterSheet(paper())
    expect(columns.map(({ header }) => header).join(' ')).toBe(
      '序号 所在党支部 姓名 性别 民族 出生日期 学历 入党日期 转正日期 党内职务 人员类别 备注'
    )
    expect(rows[2]).toEqual([
      3,
      '机关第一党支部',
      '周启明',
      '男',
      '彝族',
      { day: '1976-03-02', time: null },
      '硕士研究生',
      { day: '1998-06-21', time: null },
      { day: '1999-06-21', time: null },
      '书记、组织委员',
      '正式党员',
      ''
    ])
  })

  it('keeps ID numbers as text, masked unless asked for whole', () => {
    const { columns, rows } = rosterSheet(paper({ citizenId: 'masked' }))
    expect(columns.at(-2)).toMatchObject({ header: '身份证号', text: true })
    expect(rows.map((row) => row.at(-2))).toEqual([null, null, '110105********002X'])
    expect(rosterSheet(paper({ citizenId: 'full' })).rows[2]?.at(-2)).toBe('11010519491231002X')
  })
})
