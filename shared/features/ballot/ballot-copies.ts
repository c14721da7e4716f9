import type { DocumentBook, DocumentModel } from '../../documents/document-model.ts'

/** So many copies of a ballot in one file, each the same to the byte; ballots of several pages each begin on a sheet of their own. */
export const ballotCopies = (ballot: DocumentModel, copies: number, isTwoSided: boolean): DocumentBook => ({
  title: ballot.meta.title,
  date: ballot.meta.date,
  numbering: 'each',
  oddStarts: isTwoSided,
  parts: Array.from({ length: copies }, () => ballot)
})
