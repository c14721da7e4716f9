import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

export const fontsFolder = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))

const poppler = (command: string, args: string[], bytes: Uint8Array): string =>
  execFileSync(command, args, { input: bytes, encoding: 'utf8', maxBuffer: 1e8 })

/** Lines of text as poppler reads them back, page by page. */
export const pagesOf = (bytes: Uint8Array): string[][] =>
  poppler('pdftotext', ['-', '-'], bytes)
    .split('\f')
    .slice(0, -1)
    .map((page) => page.split('\n').filter((line) => line !== ''))

/** Lines of text of all pages without the numbers of the pages. */
export const linesOf = (bytes: Uint8Array): string[] =>
  pagesOf(bytes).flatMap((page) => page.filter((line) => !/^— ?\d+ ?—$/.test(line)))

/** All text of the file without blanks and line ends, page numbers included. */
export const textOf = (bytes: Uint8Array): string => pagesOf(bytes).flat().join('').replaceAll(' ', '')

export type Word = { page: number; text: string; left: number; right: number; top: number; bottom: number }

/** Words with their boxes in points from the upper left corner of the page. */
export const wordsOf = (bytes: Uint8Array): Word[] => {
  let page = 0
  const words: Word[] = []
  for (const line of poppler('pdftotext', ['-bbox', '-', '-'], bytes).split('\n')) {
    if (line.includes('<page ')) page += 1
    const found = line.match(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/)
    if (!found) continue
    const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number)
    words.push({ page, text: found[5] ?? '', left, right, top, bottom })
  }
  return words
}

/** The file as text: its objects are readable, the contents of pages are not. */
export const objectsOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** The drawing operators of all pages. */
export const operatorsOf = (bytes: Uint8Array): string => {
  const file = Buffer.from(bytes)
  const contents: string[] = []
  for (let start = file.indexOf('stream\n'); start >= 0; start = file.indexOf('\nstream\n', start)) {
    const from = start + file.subarray(start).indexOf('stream\n') + 7
    const data = file.subarray(from, file.indexOf('\nendstream', from))
    const text = data[0] === 0x78 ? inflateSync(data).toString('latin1') : ''
    if (text.includes(' Tm') || text.includes(' re')) contents.push(text)
    start = from
  }
  return contents.join('\n')
}

/** What qpdf says of the structure of the file; it throws where something is wrong or doubtful. */
export const checkedByQpdf = (bytes: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), 'qpdf-'))
  const file = join(folder, 'checked.pdf')
  writeFileSync(file, bytes)
  try {
    return execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The file with its streams unpacked and without lengths and offsets, which hang on the version of zlib. */
export const plainOf = (bytes: Uint8Array): string => {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = file.slice(0, file.lastIndexOf('\nxref\n'))
  return objects
    .replace(/stream\n([\s\S]*?)\nendstream/g, (_, data: string) => {
      const raw = Buffer.from(data, 'latin1')
      return raw[0] === 0x78 ? inflateSync(raw).toString('latin1') : data
    })
    .replace(/\/Length \d+/g, '')
}

export type Sheet = { width: number; height: number }

/** Sizes of the pages in points. */
export const sheetsOf = (bytes: Uint8Array): Sheet[] =>
  [...poppler('pdftotext', ['-bbox', '-', '-'], bytes).matchAll(/<page width="([\d.]+)" height="([\d.]+)">/g)].map(
    ([, width, height]) => ({ width: Number(width), height: Number(height) })
  )

/** Titles of the bookmarks with the title each hangs under. */
export const bookmarksOf = (bytes: Uint8Array): [string, string | null][] => {
  const objects = [...objectsOf(bytes).matchAll(/(\d+) 0 obj\n<<(.*?)>>\nendobj/gs)].map(([, id, text]) => ({
    id,
    text: text ?? ''
  }))
  const titled = objects.filter(({ text }) => text.includes('/Dest [') && text.includes('/Parent'))
  const title = (text: string): string => {
    const raw = text.match(/\/Title \(\xfe\xff(.*?)(?<!\\)\)/s)?.[1] ?? ''
    const bytes16 = Buffer.from(
      raw.replace(/\\([()\\nrtbf])/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[c] ?? c),
      'latin1'
    )
    return bytes16.swap16().toString('utf16le')
  }
  return titled.map(({ text }) => {
    const parent = titled.find(({ id }) => id === text.match(/\/Parent (\d+) 0 R/)?.[1])
    return [title(text), parent ? title(parent.text) : null]
  })
}
