import type { DocumentBook, DocumentModel } from '../../../shared/documents/document-model.ts'
import type { TemplateData } from '../../../shared/documents/template.ts'
import type { SheetOut } from '../../../shared/kernel/cells.ts'

/**
 * A paper as data: the document in our layout, the same facts as a sheet where Excel is offered, and what a unit's own
 * template of that kind is filled with, where it may have one. `book` stands for the document in PDF: copies of it, or
 * several papers in one file.
 */
export type Paper = {
  title: string
  document: DocumentModel
  book?: DocumentBook
  sheet?: SheetOut
  template?: { kind: string; data: TemplateData }
}
