import { describe, expect, it } from 'vitest'
import {
  foldText,
  indexedName,
  indexedText,
  queryOf,
  queryOfName,
  wordsOf
} from '../../../shared/kernel/search-words.ts'

describe('text as search compares it', () => {
  it('takes full and half width, upper and lower case alike, and stays as long as it was', () => {
    expect(foldText('ＡＢＣ，Wang（１２３）')).toBe('abc wang 123 ')
    for (const text of ['党课：学习', '½ ㎡ ① İ ﬁ', '𠮷田', 'a\nb', ''])
      expect(foldText(text).length, text).toBe(text.length)
  })

  it('leaves nothing in a query that could be read as an operator', () => {
    expect(wordsOf('"林慧" OR (党课*) -不要 title:x ^y {z} a+b')).toEqual([
      '林慧',
      'or',
      '党课',
      '不要',
      'title',
      'x',
      'y',
      'z',
      'a',
      'b'
    ])
    expect(queryOf(wordsOf('学习 AND "'))).toBe('"学习" AND "an nd"')
    expect(wordsOf('，。 “”\ue000\ue001\ue002')).toEqual([])
  })
})

describe('what the index keeps', () => {
  it('is pairs that do not reach over punctuation, the last character alone', () => {
    expect(indexedText('学习，党课')).toBe('学习 习 党课 课')
    expect(indexedText('𠮷田')).toBe('𠮷田 田')
  })

  it('of a name tells where it begins and ends', () => {
    expect(indexedName('林慧')).toBe('\ue000林 林慧 慧\ue001 \ue001')
    expect(queryOfName('林慧', true)).toBe('"\ue000林 林慧 慧\ue001"')
    expect(queryOfName('林', false)).toBe('"\ue000林"')
  })
})
