import { describe, expect, it } from 'vitest'
import { chosenOf, recordCount, type ReportLine } from '../../../../renderer/features/report/report-words.ts'

const line = (report: ReportLine['report'], mayLook = true): ReportLine => ({ report, title: '', mayLook, own: 0 })

describe('the report that is shown', () => {
  it('is the one that was asked for, else the first this reader may see', () => {
    const lines = [line('summary'), line('talks', false), line('life'), line('self-check')]
    expect(chosenOf(lines, 'life')).toBe('life')
    expect(chosenOf(lines, 'talks')).toBe('summary')
    expect(chosenOf(lines, 'self-check')).toBe('summary')
    expect(chosenOf([line('talks', false), line('self-check')], null)).toBeNull()
  })
})

describe('records behind a block', () => {
  it('are counted once each', () => {
    const link = (id: string) => ({ record: 'meeting' as const, id, text: '', on: null })
    expect(
      recordCount({
        sources: [
          { of: '甲', links: [link('1'), link('2')] },
          { of: '乙', links: [link('2')] }
        ]
      })
    ).toBe(2)
  })
})
