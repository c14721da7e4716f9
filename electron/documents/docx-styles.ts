import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType
} from 'docx'
import type { Block, DocumentModel, FontRole } from '../../shared/documents/document-model.ts'
import { bodyText, cell, imprint, pageNumberSize, pointsToTwips, tableText, titlePitch, titleSize } from './metrics.ts'

/**
 * Which names Word looks fonts up by. 'plain' are the ones on every Windows since 7; 'gb2312' are those of the standard,
 * for offices that have them (Word silently takes another face for a name it does not know).
 */
export type WordFonts = 'plain' | 'gb2312'

/** Font names of the roles. They stand in styles and in charts only, never in runs. */
export const fontNames: Record<WordFonts, Record<FontRole, string>> = {
  plain: { fang: '仿宋', kai: '楷体', hei: '黑体', song: '宋体', title: '方正小标宋简体' },
  gb2312: { fang: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', song: '宋体', title: '方正小标宋简体' }
}

/** Names of character styles, used where a run asks for another face than its paragraph: fonts are named in styles only. */
export const faceStyles: Record<FontRole, string> = {
  fang: 'FaceFang',
  kai: 'FaceKai',
  hei: 'FaceHei',
  song: 'FaceSong',
  title: 'FaceTitle'
}

/** Digits and Latin letters take the Chinese face too, or lines would end elsewhere than in the PDF. */
const face = (name: string): NonNullable<IRunStylePropertiesOptions['font']> => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name
})

/** Word measures type in half points. */
export const halfPoints = (points: number): number => Math.round(points * 2)

/** 3号 is 16 pt; this much less between characters puts 28 of them on a line (twentieths of a point). */
const bodySpacing = -5

/** Rounded down: 22 lines of 579 twips fit the page, of 580 they would not. */
export const exact = (points: number) => ({
  line: Math.floor(points * 20),
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0
})

/** First-line indent in characters, with the twips that programs without that notion read. */
export const firstLineIndent = (cells: number, size = cell): { firstLineChars: number; firstLine: number } => ({
  firstLineChars: cells * 100,
  firstLine: pointsToTwips(cells * size)
})

const headingFaces: readonly FontRole[] = ['hei', 'kai', 'fang', 'fang']

/** Styles with a line height of their own: they leave the grid of the page, see completeStyles. */
export const offGridStyles: readonly string[] = [
  'Title',
  'TableText',
  'TableHead',
  'PageNumber',
  'Imprint',
  'Chart',
  'Picture'
]

/** The red of a 版头. */
export const red = 'FF0000'

/** Styles that only some blocks need, by the kind of block: a document without them does not carry them. */
const stylesOfBlocks = (
  { profile, blocks }: DocumentModel,
  names: Record<FontRole, string>
): IParagraphStyleOptions[] => {
  const { size } = bodyText[profile]
  const has = (kind: Block['kind']): boolean => blocks.some((block) => block.kind === kind)
  const entry = (level: 1 | 2 | 3): IParagraphStyleOptions => {
    return {
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      next: 'Normal',
      run: { font: face(names[level === 1 ? 'hei' : 'fang']) },
      paragraph: {
        indent: { left: pointsToTwips(2 * level * size), hanging: pointsToTwips(2 * size) }
      }
    }
  }
  return [
    ...(has('contents') ? ([1, 2, 3] as const).map(entry) : []),
    ...(has('letterhead')
      ? [
          {
            id: 'Letterhead',
            name: '发文机关标志',
            basedOn: 'Normal',
            run: { font: face(names.title), color: red },
            paragraph: { alignment: AlignmentType.CENTER, keepNext: true }
          }
        ]
      : []),
    ...(has('chart')
      ? [
          {
            id: 'Chart',
            name: '图表',
            basedOn: 'Normal',
            paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 240, lineRule: LineRuleType.AUTO } }
          }
        ]
      : []),
    ...(has('pictures')
      ? [
          {
            id: 'Picture',
            name: '照片',
            basedOn: 'Normal',
            paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 240, lineRule: LineRuleType.AUTO } }
          }
        ]
      : []),
    ...(has('imprint')
      ? [
          {
            id: 'Imprint',
            name: '版记',
            basedOn: 'Normal',
            run: { size: halfPoints(imprint.size) },
            paragraph: { spacing: exact(imprint.pitch) }
          }
        ]
      : [])
  ]
}

/** Every style of a document. The ids are what the other docx files name. */
export const wordStyles = (model: DocumentModel, fonts: WordFonts): IStylesOptions => {
  const { profile } = model
  const names = fontNames[fonts]
  const { size, pitch } = bodyText[profile]
  const run = profile === 'gb9704' ? { characterSpacing: bodySpacing } : {}
  const spacing = exact(pitch)
  const heading = (index: number, role: FontRole): IParagraphStyleOptions => ({
    id: `Heading${index + 1}`,
    name: `heading ${index + 1}`,
    basedOn: 'Normal',
    next: 'Body',
    quickFormat: true,
    run: { font: face(names[role]), ...run },
    paragraph: { keepNext: true, keepLines: true, outlineLevel: index, indent: firstLineIndent(2, size) }
  })
  const table = (
    id: string,
    role: FontRole,
    alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  ): IParagraphStyleOptions => ({
    id,
    name: id,
    basedOn: 'Normal',
    run: { font: face(names[role]), size: halfPoints(tableText.size) },
    paragraph: { spacing: exact(tableText.pitch), ...(alignment ? { alignment } : {}) }
  })
  return {
    default: { document: { run: { font: face(names.fang), language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run: { font: face(names.fang), size: profile === 'gb9704' ? 32 : halfPoints(size) },
        paragraph: { spacing }
      },
      {
        id: 'Body',
        name: '正文段落',
        basedOn: 'Normal',
        quickFormat: true,
        run,
        paragraph: { alignment: AlignmentType.BOTH, indent: firstLineIndent(2, size) }
      },
      { id: 'Plain', name: '顶格段落', basedOn: 'Normal', quickFormat: true, run },
      {
        id: 'Title',
        name: 'Title',
        basedOn: 'Normal',
        next: 'Body',
        quickFormat: true,
        run: { font: face(names.title), size: halfPoints(titleSize) },
        paragraph: { alignment: AlignmentType.CENTER, spacing: exact(titlePitch), keepNext: true }
      },
      ...headingFaces.map((role, index) => heading(index, role)),
      table('TableText', 'fang'),
      table('TableHead', 'hei', AlignmentType.CENTER),
      {
        id: 'PageNumber',
        name: '页码',
        basedOn: 'Normal',
        run: { font: face(names.song), size: halfPoints(pageNumberSize) },
        paragraph: { spacing: exact(pageNumberSize) }
      },
      ...stylesOfBlocks(model, names)
    ],
    characterStyles: Object.entries(faceStyles).map(([role, id]) => ({
      id,
      name: id,
      run: { font: face(names[role as FontRole]) }
    }))
  }
}
