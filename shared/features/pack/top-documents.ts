import type { Block, CellContent, DocumentModel } from '../../documents/document-model.ts'
import { plainLine, signHere } from '../../documents/form-parts.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { dayIn } from '../talk/talk-form.ts'
import type { ContentsLine } from './contents-document.ts'
import type { MissingPaper } from './pack.ts'
import type { Volume } from './volume-scheme.ts'

type Head = { organisation: string; year: number; date: string; volumes: readonly Volume[] }

/** By volume; inside one the order of the missing list, what gains most first. */
const inVolumes = (missing: readonly MissingPaper[]): MissingPaper[] =>
  [...missing].sort((one, other) => (one.volume < other.volume ? -1 : one.volume > other.volume ? 1 : 0))

/** 缺件清单: what the volumes still lack, with the item that asks for it, who sees to it and until when. */
export function packMissingDocument({
  organisation,
  year,
  date,
  volumes,
  missing
}: Head & { missing: readonly MissingPaper[] }): DocumentModel {
  const nameOf = (number: string): string => volumes.find((one) => one.number === number)?.name ?? ''
  return {
    profile: 'form',
    meta: { title: '缺件清单', author: organisation, date },
    blocks: [
      { kind: 'title', lines: [organisation, `${year}年度材料缺件清单`] },
      {
        kind: 'paragraph',
        indentCells: 0,
        runs: [
          { text: missing.length === 0 ? '各卷材料齐全。' : `还缺${missing.length}件，统计到${dayOnPaper(date)}。` }
        ]
      },
      ...(missing.length === 0
        ? []
        : [
            {
              kind: 'grid' as const,
              columns: [
                { title: '序号', width: 9, align: 'center' as const },
                { title: '卷册', width: 21 },
                { title: '缺什么', width: 38 },
                { title: '依据项目', width: 20 },
                { title: '责任人', width: 24, align: 'center' as const },
                { title: '期限', width: 19, align: 'center' as const }
              ],
              rows: inVolumes(missing).map(({ volume, what, rule, title, owner, by }, at) => [
                ...[`${at + 1}`, `${volume}${nameOf(volume)}`, what, `${rule}${title}`, owner],
                by === null ? '随时' : dayIn(year, by)
              ])
            }
          ])
    ]
  }
}

/** A strip is about as wide as the back of a file box; four stand on a sheet. */
const strips = 4
/** Longer names are lettered small, or the strip runs over its sheet. */
const longestLarge = 10

/** Read from top to bottom; a dash and brackets stand as they are, which is how spines are lettered by hand too. */
const downwards = (text: string): string => [...text].join('\n')

const strip = (volumes: readonly (Volume | null)[], text: (volume: Volume) => CellContent): CellContent[] =>
  volumes.map((volume) => (volume === null ? '' : text(volume)))

/** 脊背签: a strip for the back of each volume's box, lettered downwards, to be cut out along the dashes. */
export function spineDocument({ label, year, date, volumes }: Head & { label: string }): DocumentModel {
  const sheets = Array.from({ length: Math.ceil(volumes.length / strips) }, (_sheet, at) =>
    Array.from({ length: strips }, (_strip, place) => volumes[at * strips + place] ?? null)
  )
  const large = (text: string): CellContent =>
    text.split('\n').map((line) => [{ text: line, large: true, font: 'title' }])
  return {
    profile: 'form',
    meta: { title: '脊背签', author: label, date },
    pageNumbers: 'none',
    blocks: sheets.flatMap((sheet, at): Block[] => [
      ...(at === 0 ? [] : [{ kind: 'pageBreak' as const }]),
      // Word breaks pages at paragraphs only, and joins tables that touch.
      plainLine('\u3000'),
      {
        kind: 'grid',
        lines: 'dashed',
        head: [],
        columns: sheet.map(() => ({ title: '', width: 1, align: 'center' })),
        rows: [
          strip(sheet, () => `${year}年`),
          strip(sheet, ({ number }) => large(number)),
          strip(sheet, ({ name }) =>
            name.length > longestLarge
              ? [...name].map((text) => [{ text, font: 'hei' as const }])
              : large(downwards(name))
          ),
          strip(sheet, () => downwards(label))
        ]
      }
    ])
  }
}

/** A volume's PDF as it is handed over. */
export type HandedVolume = { volume: string; files: readonly { sha256: string; pages: number | null }[] }

/** 移交清单: what is handed over, volume by volume, with the SHA-256 of the bound file, for both sides to sign. */
export function receiptDocument({
  organisation,
  year,
  date,
  volumes,
  documents,
  bound
}: Head & { documents: readonly ContentsLine[]; bound: readonly HandedVolume[] }): DocumentModel {
  const used = volumes.filter(({ number }) => documents.some(({ volume }) => volume === number))
  return {
    profile: 'form',
    meta: { title: '移交清单', author: organisation, date },
    blocks: [
      { kind: 'title', lines: [organisation, `${year}年度台账材料移交清单`] },
      {
        kind: 'grid',
        columns: [
          { title: '卷号', width: 8, align: 'center' },
          { title: '卷名', width: 34 },
          { title: '件数', width: 8, align: 'center' },
          { title: '页数', width: 8, align: 'center' },
          { title: '电子文件校验值（SHA-256）', width: 52 }
        ],
        rows: used.map(({ number, name }) => {
          const own = documents.filter(({ volume }) => volume === number)
          const file = bound.find(({ volume }) => volume === number)?.files[0]
          const pages = own.reduce((sum, one) => sum + (one.pages ?? 0), 0)
          return [number, name, `${own.length}`, pages === 0 ? '' : `${pages}`, file?.sha256 ?? '']
        })
      },
      signHere(['移交人', '接收人', '监交人'], 6, dayOnPaper(date))
    ]
  }
}
