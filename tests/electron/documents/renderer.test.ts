import { afterAll, describe, expect, it } from 'vitest'
import { createInProcessRenderer, createRenderer } from '../../../electron/documents/renderer.ts'
import type { DocumentBook } from '../../../shared/documents/document-model.ts'
import { minutes } from './models.ts'
import { fontsFolder } from './read-pdf.ts'

const workerUrl = new URL('../../../electron/documents/render-worker.ts', import.meta.url)
const renderer = createRenderer({ fontsFolder, workerUrl })
afterAll(() => renderer.close())

const book = (count: number): DocumentBook => ({
  title: '合订',
  date: '2026-11-21',
  numbering: 'each',
  oddStarts: false,
  parts: Array.from({ length: count }, minutes)
})

describe('rendering in a worker', () => {
  it('gives the same bytes as rendering in place, for requests sent at once', async () => {
    const inPlace = createInProcessRenderer({ fontsFolder })
    const [pdf, docx] = await Promise.all([renderer.render(minutes(), 'pdf'), renderer.render(minutes(), 'docx')])
    expect(pdf.pages).toBe(2)
    expect(Buffer.from(pdf.bytes).equals((await inPlace.render(minutes(), 'pdf')).bytes)).toBe(true)
    expect(docx.pages).toBeNull()
    expect(Buffer.from(docx.bytes).equals((await inPlace.render(minutes(), 'docx')).bytes)).toBe(true)
  })

  it('tells how far a book is, part by part', async () => {
    const heard: string[] = []
    const bound = await renderer.renderBook(book(3), {}, { onPart: (done, total) => heard.push(`${done}/${total}`) })
    expect(heard).toEqual(['1/3', '2/3', '3/3'])
    expect(bound.pages).toBe(6)
  })

  it('stops a book where it is asked to, and goes on with the next request', async () => {
    const stop = new AbortController()
    const onPart = (): void => stop.abort()
    await expect(renderer.renderBook(book(40), {}, { onPart, signal: stop.signal })).rejects.toThrow('aborted')
    await expect(renderer.renderBook(book(1), {}, { signal: stop.signal })).rejects.toThrow('aborted')
    expect((await renderer.render(minutes(), 'pdf')).pages).toBe(2)
  })

  it('says what every role is printed in', async () => {
    const faces = await renderer.faces('system')
    expect(faces.map(({ role, system }) => [role, system])).toEqual([
      ['fang', false],
      ['kai', false],
      ['hei', false],
      ['song', false],
      ['title', false]
    ])
    expect(faces[0]?.name).toBe('FandolFang-Regular')
  })

  it('rejects the one document that cannot be written and goes on', async () => {
    const broken = { ...minutes(), blocks: [{ kind: 'keyValues' as const, columns: [], rows: [] }] }
    await expect(renderer.render(broken, 'pdf')).rejects.toThrow('a table needs columns')
    expect((await renderer.render(minutes(), 'docx')).bytes.length).toBeGreaterThan(1000)
  })

  it('rejects what is under way when it is closed, and starts again with the next request', async () => {
    const lost = expect(renderer.render(minutes(), 'pdf')).rejects.toThrow('closed')
    await renderer.close()
    await lost
    expect((await renderer.render(minutes(), 'docx')).bytes.length).toBeGreaterThan(1000)
  })

  it('rejects when the worker cannot start', async () => {
    const lame = createRenderer({ fontsFolder: '/nowhere', workerUrl: new URL('file:///nowhere/render-worker.js') })
    await expect(lame.render(minutes(), 'pdf')).rejects.toThrow('document worker')
  })
})
