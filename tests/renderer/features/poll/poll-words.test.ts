import { expect, test } from 'vitest'
import { className, flagLines, percentOf, spaced, weightWords } from '../../../../renderer/features/poll/poll-words.ts'
import { scales } from '../../../../shared/features/ballot/ballot.ts'

test('shares and weights lose nothing but idle zeros', () => {
  expect(['0.4860', '0.3000', '1.0000', '0.0000'].map(percentOf)).toEqual(['48.6%', '30%', '100%', '0%'])
  expect([3333, 4000].map(weightWords)).toEqual(['33.33%', '40%'])
})

test('sentences made for paper get a space between Chinese and digits', () => {
  expect(spaced('有效票不足5张，不列票数')).toBe('有效票不足 5 张，不列票数')
})

test('flags of local custom say so, and name where they come from', () => {
  expect(flagLines(['unqualified-over-third', 'class-under-three'], scales.cadre)).toMatchObject([
    { words: '“不称职”超过三分之一', mark: '地方口径，参考', ruleId: '6.2-unqualified' },
    { words: '有票类的有效票不足 3 张，得分里不含', mark: null }
  ])
})

test('a class is named by its letter, the only one has all ballots', () => {
  expect(['', 'A', '上评'].map(className)).toEqual(['全部票', 'A 票', '上评'])
})
