import { createInProcessRenderer } from '../../electron/documents/renderer.ts'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { inOneModel } from './document-models.ts'
import { type Engine, fontsFolder } from './engine.ts'

const render = (name: string, bind: 'book' | 'model'): Engine => {
  const renderer = createInProcessRenderer({ fontsFolder })
  const print = async (models: readonly DocumentModel[]): Promise<number> => {
    const [only] = models
    if (only === undefined) return 0
    if (models.length === 1) return (await renderer.render(only, 'pdf')).pages ?? 0
    const book = { title: '签到表', date: '2026-11-20', numbering: 'each', oddStarts: false } as const
    return (await renderer.renderBook({ ...book, parts: models })).pages ?? 0
  }
  return {
    name,
    prepare: async (files) => {
      const ready =
        bind === 'book' ? files : files.map((models) => [models.length === 1 ? models[0] : inOneModel(models)])
      return async () => {
        let pages = 0
        for (const models of ready) pages += await print(models.filter((model) => model !== undefined))
        return pages
      }
    },
    close: () => renderer.close()
  }
}

/** Our renderer as the program uses it: several documents of one file are a book. */
export const ourBook = (): Engine => render('our DocumentBook', 'book')

/** The same documents as one long model. */
export const ourModel = (): Engine => render('one long model of ours', 'model')
