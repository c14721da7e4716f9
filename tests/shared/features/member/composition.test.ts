import { describe, expect, it } from 'vitest'
import {
  compositionCharts,
  compositionDocument,
  compositionSheet
} from '../../../../shared/features/member/composition-document.ts'
import { branchCounts, compositionOf, yearsBetween } from '../../../../shared/features/member/composition-rules.ts'
import { partyMembersOn } from '../../../../shared/features/member/member-rules.ts'
import type { Member } from '../../../../shared/features/member/member.ts'
import { aMember, aMembership } from '../../../factories/records.ts'

const today = '2026-11-21'
const peopleOf = (members: Member[]) => partyMembersOn({ members, posts: [], suspensions: [] }, ['zb'], today)
const countsOf = (members: Member[], fact: string) =>
  compositionOf(peopleOf(members), today)
    .find((one) => one.fact === fact)
    ?.counts.map(({ name, count }) => `${name} ${count}`)

describe('the make-up of the members', () => {
  it('counts ages in whole years reached on the day', () => {
    expect(yearsBetween('1990-11-21', today)).toBe(36)
    expect(yearsBetween('1990-11-22', today)).toBe(35)
    expect(yearsBetween('2000-02-29', '2026-02-28')).toBe(25)
    const born = (id: string, bornOn: string | null) => aMember(id, { bornOn })
    expect(
      countsOf([born('a', '1990-11-22'), born('b', '1990-11-21'), born('c', '1960-01-01'), born('d', null)], '年龄')
    ).toEqual(['35岁及以下 1', '36—45岁 1', '46—55岁 0', '56岁及以上 1', '未登记 1'])
  })

  it('counts 党龄 from the day of 转正, and leaves probation apart', () => {
    const members = [
      aMember('a', { joinedOn: '2015-11-01', fullOn: '2016-11-21' }),
      aMember('b', { joinedOn: '2015-12-01', fullOn: '2016-12-01' }),
      aMember('c', { category: '预备党员', joinedOn: '2026-03-01' }),
      aMember('d', { fullOn: null })
    ]
    expect(countsOf(members, '党龄')).toEqual([
      '预备期 1',
      '不满10年 1',
      '10—19年 1',
      '20—29年 0',
      '30年及以上 0',
      '未登记 1'
    ])
  })

  it('brings 学历 as people write it to the lines of the statistics', () => {
    const written = ['大学', '大学本科', '大学专科', '大专', '硕士研究生', '中专', '初中', null]
    expect(
      countsOf(
        written.map((education, index) => aMember(`${index}`, { education })),
        '学历'
      )
    ).toEqual(['研究生 1', '大学本科 2', '大学专科 2', '中专和高中 1', '初中及以下 1', '未登记 1'])
  })

  it('counts everybody once for every fact, and nobody who only takes part', () => {
    const guest = aMember('g', { memberships: [aMembership({ id: 'x', affiliation: '仅参加组织生活' })] })
    for (const { counts } of compositionOf(peopleOf([aMember('a'), aMember('b'), guest]), today))
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })
})

describe('党员队伍情况', () => {
  const people = peopleOf([aMember('a', { bornOn: '1990-01-01' }), aMember('b', { sex: '女' }), aMember('c')])
  const branches = branchCounts(
    [
      { id: 'zb', label: '第一支部' },
      { id: 'none', label: '第二支部' }
    ],
    people
  )
  const paper = { organisation: '某党委', date: today, compositions: compositionOf(people, today), branches }

  it('says how many there are, and shares that are rounded half up', () => {
    const { blocks } = compositionDocument(paper)
    expect(JSON.stringify(blocks[1])).toContain('截至2026年11月21日，共有党员3人。')
    const grid = blocks.find((block) => block.kind === 'grid')
    expect(grid?.rows.slice(2, 4)).toEqual([
      ['性别', '男', '2', '66.7%'],
      ['', '女', '1', '33.3%']
    ])
  })

  it('draws what was counted, and compares branches only where there are several', () => {
    expect(compositionCharts(paper).map(({ title }) => title)).toEqual([
      '性别构成',
      '年龄构成',
      '学历构成',
      '党龄构成',
      '各支部党员人数'
    ])
    expect(compositionCharts({ ...paper, branches: branches.slice(0, 1) }).at(-1)?.title).toBe('党龄构成')
    expect(compositionSheet(paper).rows.at(-2)).toEqual(['党支部', '第一支部', 3])
  })
})
