import { describe, expect, it } from 'vitest'
import { breakUnits, mayTear } from '../../../electron/documents/line-breaking.ts'

describe('where a line may end', () => {
  it('keeps closing marks with what is before them and opening marks with what follows', () => {
    expect(breakUnits('在“三会一课”、《条例》（试行）中。')).toEqual([
      '在',
      '“三',
      '会',
      '一',
      '课”、',
      '《条',
      '例》',
      '（试',
      '行）',
      '中。'
    ])
  })

  it('never tears a number, a Latin word, a dash or an ellipsis', () => {
    expect(breakUnits('参学率98.6%——达标……好 PDF file')).toEqual([
      '参',
      '学',
      '率',
      '98.6%',
      '——',
      '达',
      '标……',
      '好 ',
      'PDF ',
      'file'
    ])
  })

  it('keeps the interpunct of a name off the start of a line', () => {
    expect(breakUnits('阿不都·买买提')).toEqual(['阿', '不', '都·', '买', '买', '提'])
  })

  it('treats a character outside the basic plane as one', () => {
    expect(breakUnits('陈𫖯，')).toEqual(['陈', '𫖯，'])
  })

  it('gives the text back when joined', () => {
    const text = '（《一》）\n“”——。2026年 (a) '
    expect(breakUnits(text).join('')).toBe(text)
  })

  it('tears what is too wide for any line only where no mark comes to stand against the rules', () => {
    expect([mayTear('9', '8'), mayTear('A', 'p'), mayTear('6', '%'), mayTear('《', '条'), mayTear('—', '—')]).toEqual([
      true,
      true,
      false,
      false,
      false
    ])
  })
})
