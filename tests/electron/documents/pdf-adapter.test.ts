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
      'pdfkit/js/pdfkit.js'
    ]
    expect(Object.fromEntries(files.map((file) => [file, fingerprint(file)]))).toMatchInlineSnapshot(`
      {
        "pdfkit/js/pdfkit.js": "be0ae23a604e8a02",
        "pdfmake/js/DocMeasure.js": "fc718894ad324bd7",
        "pdfmake/js/LayoutBuilder.js": "598afaa7ca4a48a5",
        "pdfmake/js/PDFDocument.js": "33830dc64c9dfc98",
        "pdfmake/js/Renderer.js": "23e76f678fa202cf",
        "pdfmake/js/TableProcessor.js": "597c7fd0ebd4f556",
        "pdfmake/js/TextInlines.js": "fe9110218ed3f2f6",
      }
    `)
  })
})
