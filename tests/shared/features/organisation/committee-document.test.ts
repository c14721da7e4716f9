import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '../../../../shared/documents/document-model.ts'
import {
  committeeDocument,
  committeeSheet,
  committeesOf,
  termSentence
} from '../../../../shared/features/organisation/committee-document.ts'
import { aBranch, aMember, aMembership, aPost } from '../../../factories/records.ts'
import { linesOf } from '../meeting/paper-text.ts'
import { plainRules } from '../../../factories/rules.ts'

const today = '2026-11-20'
const branch = aBranch({ shortName: '机关第一党支部', electedOn: '2025-03-25' })
const members = [
  aMember('1', { name: '周启明', bornOn: '1976-03-02', education: '大学本科', joinedOn: '1998-06-21' }),
  aMember('2', { name: '林慧', sex: '女' }),
  aMember('3', { name: '许静', memberships: [aMembership({ to: '2026-06-30' })] }),
  aMember('4', { name: '石磊', standing: '死亡' }),
  aMember('5', { name: '高翔' })
]
const posts = [
  aPost('2', '组织委员', { from: '2025-03-25', appointedBy: '选举' }),
  aPost('2', '副书记', { from: '2025-03-25', appointedBy: '选举' }),
  aPost('1', '书记', { from: '2025-03-25', appointedBy: '选举' }),
  aPost('3', '宣传委员', { from: '2025-03-25' }),
  aPost('4', '纪检委员', { from: '2025-03-25' }),
  aPost('5', '书记', { id: 'old', from: '2022-03-01', to: '2025-03-24' }),
  aPost('5', '党小组组长'),
  aPost('5', '委员', { id: 'soon', from: '2027-01-01' })
]
const committee = (part: Partial<Parameters<typeof committeesOf>[0]> = {}) =>
  committeesOf({ organisations: [branch], members, posts, today, ...part })
const names = (seats: { titles: string[]; member: { name: string }; to: string | null }[] = []) =>
  seats.map(({ titles, member, to }) => `${titles.join('、')} ${member.name} ${to}`)

describe('a committee on a day', () => {
  it('is who holds a seat, by rank, one line for seats taken together', () => {
    expect(names(committee()[0]?.current)).toEqual(['书记 周启明 null', '副书记、组织委员 林慧 null'])
  })

  it('leaves seats of people who moved away or died vacant, and remembers them', () => {
    expect(names(committee()[0]?.former)).toEqual([
      '宣传委员 许静 2026-06-30',
      '书记 高翔 2025-03-24',
      '纪检委员 石磊 null'
    ])
  })

  it('goes by the roster where an organisation has no dated post', () => {
    const stated = aMember('1', { name: '周启明', memberships: [aMembership({ statedPosts: ['书记', '专职党务'] })] })
    expect(names(committee({ posts: [], members: [stated] })[0]?.current)).toEqual(['书记 周启明 null'])
    expect(committee({ members: [stated], posts: [aPost('1', '党小组组长')] })[0]?.current).toEqual([])
  })

  it('of a 党委 is made of members of its branches', () => {
    const office = aBranch({ id: 'dw', kind: '党委' })
    const seat = aPost('1', '委员', { organisationId: 'dw' })
    expect(names(committee({ organisations: [office], posts: [seat] })[0]?.current)).toEqual(['委员 周启明 null'])
  })
})

const document = (withFormer: boolean, committees = committee()): DocumentModel =>
  committeeDocument({ organisation: branch.name, date: today, committees, withFormer, rules: plainRules })
const gridsOf = (paper: DocumentModel) => paper.blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows] : []))

describe('支委会名单', () => {
  it('has the committee, then its term', () => {
    const paper = document(false)
    expect(linesOf(paper)).toEqual([
      '支委会名单',
      '党组织：中共云溪县烟草专卖局机关第一支部委员会',
      '统计日期：2026年11月20日',
      '本届2025年3月25日选举产生，任期3年，至2028年3月25日届满。'
    ])
    expect(gridsOf(paper)).toEqual([
      [
        ['书记', '周启明', '男', '1976年\n3月', '大学本科', '1998年\n6月21日', '2025年\n3月25日', '选举'],
        ['副书记\n组织委员', '林慧', '女', '', '', '', '2025年\n3月25日', '选举']
      ]
    ])
  })

  it('lists former members only where asked', () => {
    expect(gridsOf(document(true))[1]?.map(([title, name, , until]) => `${title} ${name} ${until}`)).toEqual([
      '宣传委员 许静 2026年6月30日',
      '书记 高翔 2025年3月24日',
      '纪检委员 石磊 '
    ])
  })

  it('gives each organisation its heading, and says where nothing is on record', () => {
    const two = [...committee(), ...committee({ organisations: [aBranch({ id: 'zb2', shortName: '专卖管理党支部' })] })]
    expect(linesOf(document(false, two)).slice(3)).toEqual([
      '一、机关第一党支部',
      '本届2025年3月25日选举产生，任期3年，至2028年3月25日届满。',
      '二、专卖管理党支部',
      '没有登记现任的书记、副书记和委员。',
      '没有登记本届选举日期。'
    ])
    expect(linesOf(document(false, [])).at(-1)).toBe('没有登记党支部。')
  })

  it('is called 班子成员名单 where a 党委 or 党总支 is on it', () => {
    const office = committee({ organisations: [aBranch({ id: 'dw', kind: '党委' })] })
    expect(linesOf(document(false, office))[0]).toBe('班子成员名单')
  })

  it('tells an extension, and no more of it than the rules allow', () => {
    expect(termSentence({ ...branch, extendedUntil: '2028-09-25' }, plainRules)).toContain(
      '经批准延期至2028年9月25日。'
    )
    expect(termSentence({ ...branch, extendedUntil: '2031-01-01' }, plainRules)).toContain(
      '经批准延期至2029年3月25日。'
    )
  })
})

describe('支委会名单 as a sheet', () => {
  it('has a row for each line of the paper', () => {
    const sheet = committeeSheet({ organisation: branch.name, date: today, committees: committee(), withFormer: true })
    expect(sheet.rows.map(([home, now, title, name]) => `${home} ${now} ${title} ${name}`)).toEqual([
      '机关第一党支部 现任 书记 周启明',
      '机关第一党支部 现任 副书记、组织委员 林慧',
      '机关第一党支部 曾任 宣传委员 许静',
      '机关第一党支部 曾任 书记 高翔',
      '机关第一党支部 曾任 纪检委员 石磊'
    ])
    for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length)
  })
})
