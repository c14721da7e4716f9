import { describe, expect, it } from 'vitest'
import { distinctNames, safeFileName } from '../../../shared/kernel/file-names.ts'

describe('names of files', () => {
  it('hold nothing Windows refuses', () => {
    expect(safeFileName('关于“a/b\\c:d*e?f"g<h>i|j”的通知')).toBe('关于“abcdefghij”的通知')
    expect(safeFileName(' 记录. ')).toBe('记录')
    expect(safeFileName('一\n二\u0007三\u200b')).toBe('一二三')
    for (const name of ['con', 'NUL', 'com1', 'LPT9', 'aux.docx']) expect(safeFileName(name)).toBe(`_${name}`)
    expect(safeFileName('..')).toBe('未命名')
  })

  it('are cut between characters, not in the middle of one', () => {
    const name = safeFileName('𫖯'.repeat(100))
    expect(Array.from(name)).toHaveLength(80)
    expect(name.isWellFormed()).toBe(true)
  })

  it('differ from each other also where case does not count', () => {
    expect(distinctNames(['记录', '记录', 'A', 'a', '记录（2）'])).toEqual([
      '记录',
      '记录（2）',
      'A',
      'a（2）',
      '记录（2）（2）'
    ])
  })
})
