import { describe, expect, it } from 'vitest'
import { cellParagraphs } from '../../../shared/documents/document-model.ts'

describe('content of a cell', () => {
  it('takes each line of plain text as a paragraph', () => {
    expect(cellParagraphs('一\n二')).toEqual([[{ text: '一' }], [{ text: '二' }]])
  })

  it('leaves runs as they are', () => {
    const runs = [[{ text: '姓名' }, { blankCells: 4 }]]
    expect(cellParagraphs(runs)).toBe(runs)
  })
})
