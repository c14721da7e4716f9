import { describe, expect, it } from 'vitest'
import { type CoverageFacts, talkCoverage } from '../../../../shared/features/talk/coverage-rules.ts'
import type { DueTalk } from '../../../../shared/features/talk/due-rules.ts'
import { talkCoverageDocument } from '../../../../shared/features/talk/talk-coverage-document.ts'
import { plainRules } from '../../../factories/rules.ts'
import { aPerson, aTalk, onCommittee, pictured, someFacts } from './talk-facts.ts'
import { gridsOf, linesOf } from './talk-papers-in-tests.ts'

const aDue = (name: string, part: Partial<DueTalk> = {}): DueTalk => ({
  ...{ memberId: name, name, cause: 'life', reason: '2026-12-10 开组织生活会，会前 30 天以内还没有谈过', rule: 'T02' },
  ...{ kind: 'T02', must: false, since: '2026-11-10', by: '2026-12-10', daysLeft: 20, occasionId: null },
  ...part
})
const paperOf = (facts: Partial<CoverageFacts>, due: DueTalk[] = []) =>
  talkCoverageDocument({
    ...{ organisation: '机关第一支部委员会', date: '2026-11-20', due, rules: plainRules },
    coverage: talkCoverage(someFacts(facts))
  })

describe('谈心谈话覆盖情况', () => {
  const document = paperOf(pictured)
  const [figures, missing, matrix] = gridsOf(document)

  it('is internal, cites its rule and gives the figures of the three directions', () => {
    expect(linesOf(document).slice(0, 6)).toEqual([
      '内部资料',
      '2026年度谈心谈话覆盖情况',
      '党组织：机关第一支部委员会',
      '统计日期：2026年11月20日；党员18名。',
      '依据：支部工作条例第19条（待核）。委员之间、委员和党员之间、党员和党员之间，每年一般不少于1次。',
      '一、覆盖率'
    ])
    expect(figures).toEqual([
      ['委员之间', '10对', '8对', '80%', '2对'],
      ['委员同党员', '18人', '12人', '66%', '6人'],
      ['党员之间', '13人', '10人', '76%', '3人']
    ])
  })

  it('draws the shares and the months, every talk once', () => {
    const charts = document.blocks.flatMap((block) => (block.kind === 'chart' ? [block.spec] : []))
    expect(charts.map(({ categories, series }) => [categories.length, series[0]?.values])).toEqual([
      [3, [80, 66, 76]],
      [12, [0, 4, 5, 1, 8, 2, 0, 1, 2, 1, 1, 0]]
    ])
  })

  it('names who is missing in which direction', () => {
    expect(missing).toEqual([
      ['委员之间', '2对', '林慧和许静、方国栋和郑一鸣'],
      ['委员同党员', '6人', '王晓峰、吕志强、李文博、杨帆、赵海涛、高翔'],
      ['党员之间', '3人', '吕志强、杨帆、高翔']
    ])
  })

  it('shows the committee against everybody, with bands between the two', () => {
    expect(matrix?.map(([first]) => first).slice(0, 9)).toEqual([
      '支部委员，每两人之间至少谈1次',
      ...['周启明', '林慧', '方国栋', '许静', '郑一鸣'],
      '党员，每人至少由委员谈1次、同党员谈1次',
      ...['丁立新', '马秀兰']
    ])
    expect(matrix?.[4]).toEqual(['许静', '5-20', '未谈', '5-22', '—', '', '√', '—'])
    expect(matrix?.[7]).toEqual(['丁立新', '3-12', '', '', '', '', '√', '2次'])
    expect(matrix?.[10]).toEqual(['王晓峰\n（预备）', '', '', '', '', '', '未谈', '1次'])
    expect(matrix?.find(([name]) => name === '陈雨桐\n（预备）')?.slice(1, 4)).toEqual(['11-5', '9-18', ''])
  })

  it('puts people who are due for the same reason together and leaves the year to the list above', () => {
    const must = { cause: 'post', rule: 'T06', kind: 'T06', must: true, by: '2027-01-02' } as const
    const due = [
      aDue('赵海涛', { ...must, reason: '2026-11-03 任组织委员' }),
      aDue('杨帆'),
      aDue('高翔'),
      aDue('吕志强', { cause: 'year', rule: 'R1-18', reason: '今年委员还没有谈过' })
    ]
    expect(gridsOf(paperOf(pictured, due))[2]).toEqual([
      ['赵海涛', '2026-11-03任组织委员（必谈）', '2027年1月2日', '任职谈话\n本单位谈心谈话制度（地方做法）'],
      [
        '杨帆、高翔',
        '2026-12-10开组织生活会，会前30天以内还没有谈过',
        '12月10日',
        '组织生活会、民主评议前谈话\n支部工作条例第17条（待核）'
      ]
    ])
  })

  it('stays upright with five on the committee and turns the matrix with six', () => {
    const isTurned = (one: ReturnType<typeof paperOf>) => one.blocks.some((block) => block.kind === 'section')
    const people = [...pictured.people, onCommittee('韩雪', '委员')]
    expect([isTurned(document), isTurned(paperOf({ people }))]).toEqual([false, true])
  })
})

describe('a branch without a committee', () => {
  const people = [
    aPerson('周启明', { seat: 'stand-in', posts: ['书记'] }),
    aPerson('丁立新'),
    aPerson('马秀兰'),
    aPerson('高翔', { fresh: true })
  ]
  const talks = ['01', '02', '03'].map((day) => aTalk(`2026-03-${day}`, '周启明', '丁立新'))
  const document = paperOf({ people, talks, hasCommittee: false })

  it('says so, and asks nothing between committee members', () => {
    expect(linesOf(document)).toContain('本支部不设支委会，委员之间不作要求；由书记、副书记同党员谈。')
    expect(linesOf(document)).toContain('入党或者转入不满30天，列出不计算：高翔。')
    expect(gridsOf(document)[0]?.[0]).toEqual(['委员之间', '', '', '不作要求', ''])
  })

  it('lists people who came lately without counting them, and shortens many days', () => {
    const matrix = gridsOf(document).at(-1)
    expect(matrix).toEqual([
      ['书记、副书记'],
      ['周启明', '—', '—', '—'],
      ['党员，每人至少由书记、副书记谈1次、同党员谈1次'],
      ['丁立新', '3-1\n等3次', '√', '未谈'],
      ['马秀兰', '', '未谈', '未谈'],
      ['高翔\n（新）', '', '未谈', '未谈']
    ])
  })

  it('says that nobody is missing where nobody is', () => {
    const lines = linesOf(paperOf({ people: people.slice(0, 1), hasCommittee: false }))
    expect(lines).toContain('没有。应覆盖的都谈过了。')
  })
})
