import { setImmediate } from 'node:timers/promises'
import { type DocumentModel, fontRoles } from '../../shared/documents/document-model.ts'
import { writeDocx } from './docx-writer.ts'
import { type FontSet, openFonts } from './fonts.ts'
import { countFiledPages } from './pdf-filed.ts'
import { writePdf, writePdfBook } from './pdf-writer.ts'
import type { Faces, FontPlaces, RenderOptions, Writers } from './renderer.ts'
import { findSystemFonts } from './system-fonts.ts'
import { fillTemplate } from './template-filling.ts'
import { checkTemplate } from './template-reading.ts'
import { starterTemplate } from './template-starter.ts'

type Sets = (faces: Faces | undefined) => FontSet

/** Each set of fonts is opened when first asked for and stays open. */
function fontSets({ fontsFolder, systemFolders = [] }: FontPlaces): Sets {
  const opened = new Map<Faces, FontSet>()
  return (faces = 'bundled') => {
    const known = opened.get(faces)
    if (known !== undefined) return known
    const system = faces === 'system' ? findSystemFonts(systemFolders) : {}
    const fresh = openFonts(fontsFolder, system)
    opened.set(faces, fresh)
    return fresh
  }
}

/** The contents of a Word file carry the page numbers of the PDF, or Word would ask to update them on opening. */
async function wordFile(
  model: DocumentModel,
  { faces, wordFonts = 'plain' }: RenderOptions,
  sets: Sets
): Promise<Uint8Array> {
  const isNumbered = model.blocks.some(({ kind }) => kind === 'contents')
  const headings = isNumbered ? (await writePdf(model, sets(faces))).headings : []
  return writeDocx(model, { fonts: wordFonts, headings })
}

const ofWord = (bytes: Uint8Array) => ({ bytes, pages: null, missing: [], fonts: [] })

/** All writers over fonts that stay open as long as the value is held. */
export const openWriters = (places: FontPlaces): Writers => {
  const sets = fontSets(places)
  return {
    render: async (model, format, options = {}) =>
      format === 'pdf' ? writePdf(model, sets(options.faces)) : ofWord(await wordFile(model, options, sets)),
    renderBook: (book, options = {}, { onPart, signal } = {}) =>
      writePdfBook(book, sets(options.faces), async (done, total) => {
        onPart?.(done, total)
        await setImmediate()
        signal?.throwIfAborted()
      }),
    fill: async (template, data, date) => ofWord(await fillTemplate(template, data, date)),
    check: checkTemplate,
    starter: starterTemplate,
    countPages: countFiledPages,
    warm: async (format) => {
      if (format === 'pdf') sets('system')
    },
    faces: async (faces) =>
      fontRoles.map((role) => {
        const { id, name } = sets(faces).font(role)
        return { role, name, system: id !== role }
      })
  }
}
