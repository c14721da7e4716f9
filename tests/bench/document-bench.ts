import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInProcessRenderer } from '../../electron/documents/renderer.ts'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { planImport } from '../../shared/features/ledger/ledger-plan.ts'
import { ledgerWith, readBack } from '../faults/ledgers.ts'
import { aBranch, manyMembers } from '../factories/records.ts'
import { compare, type Line } from './lines.ts'

const root = join(import.meta.dirname, '../..')
const sentence = '会议认为，做好基层党建工作，要把学习摆在首位，结合岗位实际，把任务分到人、定好时间、落到记录里。'

const model: DocumentModel = {
  profile: 'gb9704',
  meta: { title: '会议记录', date: '2026-11-20' },
  blocks: [
    { kind: 'title', lines: ['支部党员大会会议记录'] },
    ...Array.from({ length: 24 }, () => ({ kind: 'paragraph', runs: [{ text: sentence }] }) as const)
  ]
}

/** Minutes as PDF, against the library as it comes. */
export async function documentLines(time: number): Promise<Line[]> {
  const renderer = createInProcessRenderer({ fontsFolder: join(root, 'resources/fonts') })
  const pdfmake = createRequire(import.meta.url)('pdfmake')
  pdfmake.setFonts({ Fang: { normal: join(root, 'resources/fonts/FandolFang-Regular.otf') } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  const stock = () =>
    pdfmake
      .createPdf({
        content: model.blocks.map((block) => ('runs' in block ? sentence : '支部党员大会会议记录')),
        defaultStyle: { font: 'Fang', fontSize: 16 }
      })
      .getBuffer()
  const line = await compare(
    'minutes as PDF, 3 pages',
    'pdfmake as it comes, one font',
    '≤ ×0.5',
    () => renderer.render(model, 'pdf'),
    stock,
    time
  )
  await renderer.close()
  return [line]
}

/** The plan of an import alone, and how it grows. */
export async function planLines(time: number): Promise<Line[]> {
  const nobody = { organisations: [aBranch()], members: [], posts: [], suspensions: [], meetings: [] }
  const plan = (count: number) => {
    const sheets = readBack(ledgerWith(manyMembers(count)))
    return () => {
      let id = 0
      const newId = (): string => {
        id += 1
        return String(id)
      }
      return planImport(sheets, nobody, { today: '2026-11-21', newId })
    }
  }
  return [
    await compare(
      'plan an import of 3,000 people',
      'the same of 300 (growth; ×10 is linear)',
      '≤ ×15',
      plan(3000),
      plan(300),
      time
    )
  ]
}
