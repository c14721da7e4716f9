import { describe, expect, it } from 'vitest'
import { Comparison } from '../../../../shared/features/likeness/likeness-rules.ts'
import { tellingSentences } from '../../../../shared/features/likeness/sentences.ts'

const text = (words: string, names: readonly string[] = []) => ({ text: words, names })
const [first, second, third] = [
  '支部要把烟叶收购期间的纪律要求讲清楚，并逐户回访种植户',
  '组织委员汇报了本季度学时完成情况，未达标的党员列出补学计划',
  '会后由各党小组分头走访零售户，把意见记入台账逐项答复'
]
const shareOf = (own: ReturnType<typeof text>, other: ReturnType<typeof text>): number => {
  const comparison = new Comparison(own)
  return comparison.shareOf(comparison.matches(other).map((match) => match.own))
}

describe('two records', () => {
  it('that are the same are alike in full, also in another order', () => {
    const own = text(`${first}。${second}。${third}。`)
    expect(shareOf(own, own)).toBe(100)
    expect(shareOf(own, text(`${third}！${first}\n${second}？`))).toBe(100)
  })

  it('are alike when only days, numbers and the people named differ', () => {
    const own = text('2026年3月5日王建国带领12名党员到烟站清理沟渠并慰问困难种植户。', ['王建国'])
    const other = text('2025 年 11 月 16 日，欧阳致远同志带领 8 名党员到烟站清理沟渠，并慰问困难种植户。', ['欧阳致远'])
    const comparison = new Comparison(own)
    const [match] = comparison.matches(other)
    expect(match?.share).toBe(100)
    expect(comparison.shareOf([0])).toBe(100)
  })

  it('that say different things are not alike at all', () => {
    expect(shareOf(text(`${first}。${second}。`), text(`${third}。`))).toBe(0)
    expect(shareOf(text(`${first}。`), text(''))).toBe(0)
    expect(shareOf(text(''), text(first))).toBe(0)
  })

  it('are alike by the part of the characters in alike sentences, rounded down', () => {
    const own = text(`${first}。${second}。`)
    const [a, b] = tellingSentences(own, 12).map((sentence) => sentence.plain.length)
    expect(shareOf(own, text(second))).toBe(Math.floor((100 * (b ?? 0)) / ((a ?? 0) + (b ?? 0))))
  })

  it('are not alike by set phrases and short sentences', () => {
    const phrases = [
      '会议由支部书记周启明同志主持',
      '会议应到党员 18 人，实到党员 16 人',
      '经表决，赞成 15 票，反对 0 票，弃权 1 票',
      '主持人宣布会议开始，全体起立奏唱国歌',
      '会议以举手表决的方式一致同意林慧同志按期转正',
      '大家一致同意'
    ]
    const own = text(phrases.join('。'), ['周启明', '林慧'])
    expect(new Comparison(own).sentences).toEqual([])
    expect(shareOf(own, own)).toBe(0)
  })
})

describe('an alike pair', () => {
  it('shows both sentences with what agrees, in the words as written', () => {
    const comparison = new Comparison(text('支部要把烟叶收购的纪律要求讲清楚，并逐户回访种植户。'))
    const [match] = comparison.matches(text('支部要把烟叶收购的工作要求讲清楚，还逐户回访种植户。'))
    if (match === undefined) throw new Error('not alike')
    const pair = comparison.pairOf(match)
    const marked = ({ text: words, ranges }: typeof pair.own): string[] =>
      ranges.map(([from, to]) => words.slice(from, to))
    expect(marked(pair.own)).toEqual(['支部要把烟叶收购的', '要求讲清楚', '逐户回访种植户'])
    expect(marked(pair.other)).toEqual(['支部要把烟叶收购的', '要求讲清楚', '逐户回访种植户'])
    expect(pair.share).toBe(match.share)
  })

  it('is the nearest of several', () => {
    const comparison = new Comparison(text(first))
    const [match] = comparison.matches(text(`${first.replace('逐户', '上门')}。${first}。`))
    expect(match).toMatchObject({ own: 0, share: 100 })
  })
})
