import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import type { Day } from '../../kernel/dates.ts'

/** 投票码 to be cut apart, already in random order. `date` goes into the file, not on the paper. */
export type CodeSlips = { organisation: string; codes: readonly string[]; date: Day }

const perRow = 3

/** 1123 4567: read and typed four by four. */
const inGroups = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

const slip = (code: string | undefined): GridCell =>
  code === undefined ? '' : [[{ text: inGroups(code), large: true }], [{ text: '凭此码投票，用后作废' }]]

/** 投票码条: the code and how to use it, nothing that tells one slip from another. */
export const codeSlipsDocument = ({ organisation, codes, date }: CodeSlips): DocumentModel => ({
  profile: 'form',
  pageNumbers: 'none',
  meta: { title: '投票码条', author: organisation, date },
  blocks: [
    {
      kind: 'grid',
      lines: 'dashed',
      head: [],
      minLines: 4,
      columns: Array.from({ length: perRow }, () => ({ title: '', width: 1, align: 'center' as const })),
      rows: Array.from({ length: Math.ceil(codes.length / perRow) }, (_, row) =>
        Array.from({ length: perRow }, (__, column) => slip(codes[row * perRow + column]))
      )
    }
  ]
})
