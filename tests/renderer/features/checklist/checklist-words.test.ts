import { describe, expect, it } from 'vitest'
import {
  areaSays,
  type ItemLine,
  plainFigure,
  proofCount,
  widthOf
} from '../../../../renderer/features/checklist/checklist-words.ts'

const item = (part: Partial<ItemLine>): ItemLine => ({
  ...{
    id: 'A1',
    title: '设立合规',
    standard: '',
    scoring: '',
    proof: '',
    kind: 'A',
    parts: [],
    source: '',
    rule: null
  },
  ...{ certainty: '✔', isComputed: true, status: 'scored', points: '2.00', max: '2.00', score: '2.00', lost: '0.00' },
  ...{ basis: '', links: [], needs: [], mark: null, proofs: [], findings: [] },
  ...part
})

describe('words of the checklist', () => {
  it('shows a figure without idle noughts and keeps tens', () => {
    expect(['4.00', '6.35', '0.50', '100.00', '0.00'].map(plainFigure)).toEqual(['4', '6.35', '0.5', '100', '0'])
  })

  it('draws no bar of what cannot be won', () => {
    expect([widthOf('1.00', '4.00'), widthOf('0.00', '0.00')]).toEqual([25, 0])
  })

  it('says how many items of an area lose points or wait, and nothing but 齐 where all are full', () => {
    const lost = item({ score: '1.50', lost: '0.50' })
    const waiting = item({ status: 'pending', score: '0.00' })
    expect(areaSays({ items: [item({}), lost, waiting, waiting] })).toBe('失分 1 项，待核 2 项')
    expect(areaSays({ items: [item({}), item({ status: 'not-applicable', max: '0.00' })] })).toBe('全部齐')
  })

  it('counts a filed proof once, though it stands among the records too', () => {
    const proof = { id: 'p', organisationId: 'zb', year: 2026, item: 'A6', part: null, title: '批复' }
    const filed = { ...proof, happenedOn: null, filedOn: '2026-01-01', files: 1 }
    const links = [
      { record: 'proof' as const, id: 'p', text: '批复', on: null },
      { record: 'meeting' as const, id: 'm', text: '党员大会', on: '2026-01-02' }
    ]
    expect(proofCount({ links, proofs: [filed] })).toBe(2)
  })
})
