import { describe, expect, it } from 'vitest'
import { checkSays, inFolder, percentOf, shareOf } from '../../../../renderer/features/pack/pack-words.ts'

describe('how far a pack is', () => {
  it('is whole only when nothing is missing', () => {
    expect(shareOf({ there: 0, missing: 0 })).toBe(0)
    expect(shareOf({ there: 299, missing: 1 })).toBe(99)
    expect(shareOf({ there: 7, missing: 0 })).toBe(100)
  })

  it('counts packs, the organisations in them, and their documents', () => {
    expect(percentOf({ pack: 1, packs: 2, part: 1, parts: 1, done: 0, total: 10 })).toBe(0)
    expect(percentOf({ pack: 2, packs: 2, part: 1, parts: 2, done: 5, total: 10 })).toBe(62)
    expect(percentOf({ pack: 2, packs: 2, part: 2, parts: 2, done: 10, total: 10 })).toBe(99)
    expect(percentOf({ pack: 1, packs: 1, part: 1, parts: 1, done: 0, total: 0 })).toBe(0)
  })
})

describe('the files of a pack', () => {
  it('says which changed and which are gone', () => {
    expect(checkSays([])).toBe('全部文件都和写出时一样。')
    expect(
      checkSays([
        { path: 'a.pdf', state: 'changed' },
        { path: 'b.pdf', state: 'missing' }
      ])
    ).toBe('1 个文件改过，1 个文件不在了')
  })

  it('names a file as its system does', () => {
    expect(inFolder('D:\\材料包', 'ZB01/04.pdf')).toBe('D:\\材料包\\ZB01\\04.pdf')
    expect(inFolder('/home/材料包', 'ZB01/04.pdf')).toBe('/home/材料包/ZB01/04.pdf')
  })
})
