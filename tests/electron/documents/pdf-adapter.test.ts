import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'

const load = createRequire(import.meta.url)
const fingerprint = (path: string): string =>
  createHash('sha256')
    .update(readFileSync(load.resolve(path)))
    .digest('hex')
    .slice(0, 16)

describe('the ground under our corrections to pdfmake', () => {
  it('is the code they were written against; when this fails, read pdfmake-internals.ts before changing a figure', () => {
    const files = [
      'pdfmake/js/PDFDocument.js',
      'pdfmake/js/LayoutBuilder.js',
      'pdfmake/js/Renderer.js',
      'pdfmake/js/TextInlines.js',
      'pdfmake/js/DocMeasure.js',
      'pdfmake/js/TableProcessor.js',
      'pdfmake/js/DocumentContext.js',
      'pdfmake/js/ElementWriter.js',
      'pdfmake/js/PageElementWriter.js',
      'pdfmake/js/Line.js',
      'pdfmake/js/3rd-party/svg-to-pdfkit/source.js',
      'pdfkit/js/pdfkit.js'
    ]
    expect(Object.fromEntries(files.map((file) => [file, fingerprint(file)]))).toMatchInlineSnapshot(`
      {
        "pdfkit/js/pdfkit.js": "be0ae23a604e8a02",
        "pdfmake/js/3rd-party/svg-to-pdfkit/source.js": "7429923ba862123a",
        "pdfmake/js/DocMeasure.js": "fc718894ad324bd7",
        "pdfmake/js/DocumentContext.js": "3d0345080e003c61",
        "pdfmake/js/ElementWriter.js": "3a2e46a97588cfa4",
        "pdfmake/js/LayoutBuilder.js": "598afaa7ca4a48a5",
        "pdfmake/js/Line.js": "e190b006440107bc",
        "pdfmake/js/PDFDocument.js": "33830dc64c9dfc98",
        "pdfmake/js/PageElementWriter.js": "0a5050bb83f5d1dd",
        "pdfmake/js/Renderer.js": "23e76f678fa202cf",
        "pdfmake/js/TableProcessor.js": "597c7fd0ebd4f556",
        "pdfmake/js/TextInlines.js": "fe9110218ed3f2f6",
      }
    `)
  })
})
