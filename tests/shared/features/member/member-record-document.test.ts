import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '../../../../shared/documents/document-model.ts'
import {
  type MemberRecordInput,
  memberRecordDocument
} from '../../../../shared/features/member/member-record-document.ts'
import { memberRecordSheet } from '../../../../shared/features/member/member-record-sheet.ts'
import { aBranch, aMember, aMembership, aPost } from '../../../factories/records.ts'
import { linesOf } from '../meeting/paper-text.ts'

const input = (part: Partial<MemberRecordInput> = {}): MemberRecordInput => ({
  member: aMember('a', {
    name: '周启明',
    citizenId: '11010519491231002X',
    joinedOn: '1999-07-01',
    memberships: [
      aMembership({ id: '1', organisationId: 'zb2', from: '2010-01-01', to: '2020-03-01', exitWay: '转出' }),
      aMembership({ id: '2', groupId: 'xz', from: '2020-03-01' })
    ]
  }),
  posts: [aPost('a', '书记', { from: '2025-03-25', appointedBy: '选举' })],
  whereabouts: [],
  organisations: [
    aBranch({ shortName: '机关第一党支部' }),
    aBranch({ id: 'zb2', shortName: '专卖管理党支部' }),
    aBranch({ id: 'xz', shortName: '第一党小组' })
  ],
  titles: ['组织委员', '书记'],
  today: '2026-11-20',
  wholeCitizenId: false,
  ...part
})
const factsOf = (document: DocumentModel): Record<string, unknown> =>
  Object.fromEntries(
    document.blocks.flatMap((block) =>
      block.kind === 'keyValues'
        ? block.rows.flatMap((row) => row.map(({ label, value }) => [label.replace('\n', ''), value]))
        : []
    )
  )
const historyOf = (document: DocumentModel) =>
  document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []))

describe('党员信息表', () => {
  it('says who the person is and where he is today', () => {
    expect(factsOf(memberRecordDocument(input()))).toMatchObject({
      姓名: '周启明',
      入党日期: '1999年7月1日',
      身份证号: '110105********002X',
      党内职务: '书记、组织委员',
      所在支部: '机关第一党支部',
      党小组: '第一党小组',
      家庭住址: ''
    })
  })

  it('prints the number whole only where asked', () => {
    expect(factsOf(memberRecordDocument(input({ wholeCitizenId: true })))['身份证号']).toBe('11010519491231002X')
    expect(JSON.stringify([memberRecordDocument(input()), memberRecordSheet(input())])).not.toContain('19491231')
  })

  it('fills every row of its form', () => {
    for (const block of memberRecordDocument(input()).blocks)
      if (block.kind === 'keyValues')
        for (const row of block.rows) expect(row.reduce((sum, { span }) => sum + 1 + (span ?? 1), 0)).toBe(6)
  })

  it('lists stays and posts, the newest first, and at most as many as one page holds', () => {
    expect(historyOf(memberRecordDocument(input()))).toEqual([
      ['2025年3月25日', '至今', '机关第一党支部', '书记（选举）'],
      ['2020年3月1日', '至今', '机关第一党支部', '组织关系'],
      ['2010年1月1日', '2020年3月1日', '专卖管理党支部', '组织关系，转出']
    ])
    const posts = Array.from({ length: 9 }, (_one, index) =>
      aPost('a', '委员', { id: `${index}`, from: `201${index}-01-01`, to: `201${index}-12-31` })
    )
    const document = memberRecordDocument(input({ posts }))
    expect(historyOf(document)).toHaveLength(6)
    expect(linesOf(document).at(-1)).toBe('经历（截至2026年11月20日，最近6条）')
    expect(memberRecordSheet(input({ posts })).rows.filter(([name]) => name === '经历')).toHaveLength(11)
  })

  it('has a row for 流动 and 失联 only where somebody is away', () => {
    expect(factsOf(memberRecordDocument(input()))).not.toHaveProperty('流动失联')
    const away = { id: 'w', memberId: 'a', from: '2026-01-01', to: null, note: null }
    const whereabouts = [{ ...away, kind: '流动' as const, place: '昆明', contact: '林慧' }]
    expect(factsOf(memberRecordDocument(input({ whereabouts })))['流动失联']).toBe(
      '2026年1月1日起流动（昆明，联系人林慧）'
    )
  })

  it('prints somebody who has left with where he was last', () => {
    const member = aMember('a', { memberships: [aMembership({ to: '2020-01-01' })] })
    expect(factsOf(memberRecordDocument(input({ member })))['所在支部']).toBe('机关第一党支部')
  })
})

describe('党员信息表 as a sheet', () => {
  it('is names and values, all of them text', () => {
    const { columns, rows } = memberRecordSheet(input())
    expect(columns[1]).toMatchObject({ header: '内容', text: true })
    expect(rows.slice(0, 3)).toEqual([
      ['姓名', '周启明'],
      ['性别', '男'],
      ['人员类别', '正式党员']
    ])
    expect(rows.at(-1)).toEqual(['经历', '2010-01-01 至 2020-03-01，专卖管理党支部，组织关系，转出'])
  })
})
