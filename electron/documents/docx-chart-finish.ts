/** Patterns of series or slices in the words of DrawingML, those of chart-drawing.ts; the first two stay apart by being dark and light. */
const patterns: readonly (string | null)[] = [
  null,
  null,
  'wdUpDiag',
  'diagCross',
  'pct25',
  'narHorz',
  'narVert',
  'wdDnDiag',
  'smGrid',
  'dkUpDiag',
  'pct50',
  'dkHorz'
]

const edge = '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'

const fillOf = (index: number, colour: string): string => {
  const pattern = patterns[index % patterns.length]
  if (!pattern) return `<a:solidFill>${colour}</a:solidFill>`
  return `<a:pattFill prst="${pattern}"><a:fgClr>${colour}</a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
}

/** From the beginning of a series or slice with its place to the end of its fill and edge. */
const filled =
  /(<c:(?:ser|dPt)><c:idx val="(\d+)"\/>(?:(?!<c:spPr>).)*<c:spPr>)<a:solidFill>(<a:srgbClr val="\w+"\/>)<\/a:solidFill><a:ln(?: [^>]*)?>.*?<\/a:ln>/gs

/** Columns and slices are told apart on a black and white printer by pattern and edge. */
const withPatterns = (xml: string): string =>
  xml.replaceAll(
    filled,
    (_, head: string, index: string, colour: string) => `${head}${fillOf(Number(index), colour)}${edge}`
  )

/** Labels that stand on a filled column are read on white. */
const withWhiteLabels = (xml: string): string =>
  xml.replaceAll(
    /(<c:dLbls><c:numFmt [^>]*\/><c:spPr>)<a:noFill\/>/g,
    '$1<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
  )

/**
 * What the library has no option for in a chart: patterns, labels on white, and the face named for Han characters too,
 * which would else come from the theme.
 */
export const finishChart = (xml: string): string => {
  const named = xml
    .replaceAll(
      /<a:latin typeface="([^"]+)"\/><a:ea typeface="\+mn-ea"\/>/g,
      '<a:latin typeface="$1"/><a:ea typeface="$1"/>'
    )
    .replaceAll('lang="en-US"', 'lang="zh-CN"')
    .replace('<c:lang val="en-US"/>', '<c:lang val="zh-CN"/>')
  const patterned = /<c:(bar|pie)Chart>/.test(named) ? withPatterns(named) : named
  return patterned.includes('<c:grouping val="stacked"/>') ? withWhiteLabels(patterned) : patterned
}
