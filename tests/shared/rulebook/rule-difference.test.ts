import { describe, expect, it } from 'vitest'
import { builtInBook, exportedPackage } from '../../../shared/rulebook/rule-book.ts'
import { bookDifferences } from '../../../shared/rulebook/rule-difference.ts'
import { aBook, anEdition, anOverride, aPackage } from '../../factories/rules.ts'

const member = (value: number) =>
  anEdition('R8-01').parameters.map((one) => (one.name === 'member' ? { ...one, value } : one))

describe('what a package would change', () => {
  it('is nothing where it says the same', () => {
    const packages = [{ ...exportedPackage(builtInBook, '2026-11-21'), takenOn: '2026-11-21' }]
    expect(bookDifferences(builtInBook, aBook({ packages }))).toEqual([])
  })

  it('is a new edition, beside the one before it', () => {
    expect(bookDifferences(builtInBook, aBook({ packages: [aPackage()] }))).toEqual([
      {
        id: 'R1-11',
        title: '党员大会',
        kind: 'new',
        validFrom: '2026-07-01',
        fields: [
          { name: '条款', before: '第11、14条', after: '第15条' },
          { name: '施行日期', before: '2018-10-28', after: '2026-07-01' }
        ],
        hidden: []
      }
    ])
  })

  it('is a rule in its place, field by field and number by number, and the settings that go on hiding it', () => {
    const overrides = [anOverride(), anOverride({ parameter: 'committee', value: 60 })]
    const packages = [aPackage({ rules: [anEdition('R8-01', { level: 'INFO', mark: '✔', parameters: member(36) })] })]
    expect(bookDifferences(aBook({ overrides }), aBook({ overrides, packages }))).toEqual([
      {
        id: 'R8-01',
        title: '年度学时',
        kind: 'changed',
        validFrom: null,
        fields: [
          { name: '可信度', before: '待核', after: '已核' },
          { name: '级别', before: '提醒改正', after: '仅供参考' },
          { name: '党员', before: '32 学时', after: '36 学时' }
        ],
        hidden: [anOverride()]
      }
    ])
  })

  it('is an edition that goes with the package it came in', () => {
    const differences = bookDifferences(aBook({ packages: [aPackage()] }), builtInBook)
    expect(differences.map(({ id, kind, validFrom }) => [id, kind, validFrom])).toEqual([
      ['R1-11', 'gone', '2026-07-01']
    ])
  })
})
