import { type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import { isBlank, type Run } from '../../shared/documents/document-model.ts'
import { faceStyles } from './docx-styles.ts'
import { pointsToTwips, titlePitch, titleSize } from './metrics.ts'

/** What XML 1.0 cannot hold; one such character and Word refuses the whole file. */
const notXml = /[^\P{Cc}\n\t]|[\ufffe\uffff]/gu

/** Text as it may stand in XML: control characters dropped, halves of a surrogate pair made visible. */
export const xmlText = (text: string): string => text.toWellFormed().replaceAll('\r\n', '\n').replaceAll(notXml, '')

/** Lines of a run are parted by breaks; a blank is underlined full-width spaces, which Word does not stretch away. */
export const textRuns = (run: Run): TextRun[] => {
  if (isBlank(run)) return [new TextRun({ text: '\u3000'.repeat(run.blankCells), underline: {} })]
  const style = {
    ...(run.font ? { style: faceStyles[run.font] } : {}),
    ...(run.bold ? { bold: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.large ? { size: 2 * titleSize } : {})
  }
  return xmlText(run.text)
    .replaceAll('\t', '\u3000')
    .split('\n')
    .map((text, index) => new TextRun({ ...style, text, ...(index > 0 ? { break: 1 } : {}) }))
}

/** Lines are set at an exact distance, which would cut large type off. */
const roomFor = (runs: readonly Run[]): IParagraphOptions =>
  runs.some((run) => !isBlank(run) && run.large)
    ? { spacing: { line: pointsToTwips(titlePitch), lineRule: LineRuleType.EXACT } }
    : {}

/** One paragraph of a named style. */
export const wordParagraph = (style: string, runs: readonly Run[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...roomFor(runs), ...options, style, children: runs.flatMap(textRuns) })
