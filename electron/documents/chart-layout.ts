import type { OrgChartBox } from '../../shared/documents/document-model.ts'
import { breakUnits } from './line-breaking.ts'
import { type Sheet, sheets } from './metrics.ts'
import { widthInCells } from './text-estimate.ts'

/** A box with its text, lines broken already. Lengths in points, from the upper left corner of its piece. */
export type PlacedBox = {
  left: number
  top: number
  width: number
  height: number
  size: number
  pitch: number
  lines: readonly { text: string; head: boolean }[]
}

/** A line between boxes, upright or level. */
export type ChartSegment = { x1: number; y1: number; x2: number; y2: number }

/** A strip across the page, never torn. `keep`: it wants the next strip on the same page. */
export type ChartPiece = { height: number; boxes: PlacedBox[]; segments: ChartSegment[]; keep: boolean }

/**
 * Type of boxes, white above and below their text, white between columns, and the way from the box above down to the level
 * line, which is the way from there to the boxes too. `rowGap` comes on top where what stands above is not the parent.
 */
type Look = { size: number; pitch: number; padding: number; gap: number; drop: number; rowGap: number }

/** By the number of columns. Six are so close that 45 branches with three lines each stand on one page. */
const looks: readonly Look[] = [
  { size: 12, pitch: 16, padding: 5, gap: 24, drop: 11, rowGap: 4 },
  { size: 12, pitch: 16, padding: 5, gap: 24, drop: 11, rowGap: 4 },
  { size: 12, pitch: 16, padding: 5, gap: 20, drop: 11, rowGap: 4 },
  { size: 10.5, pitch: 14, padding: 5, gap: 12, drop: 11, rowGap: 4 },
  { size: 10, pitch: 13.5, padding: 5, gap: 9, drop: 11, rowGap: 4 },
  { size: 9, pitch: 11.5, padding: 2.5, gap: 8, drop: 8, rowGap: 3 }
]
const rootLook: Look = { size: 14, pitch: 19, padding: 6, gap: 0, drop: 0, rowGap: 0 }

/** White beside the text of a box. */
const side = 3
const widestBox = 130
/** A row of boxes with all that hangs from it stays on one page unless it is higher than this share of the page. */
const highestWhole = 0.5
/** White between a box and what is stacked under it. */
const stackGap = 7
/** How far a stacked box stands in from the one it hangs from, the spine half way; all levels together at most this share. */
const indent = 15
const mostIndented = 0.4

/** Where a text that is too long is best broken: after a label, and before what kind of organisation it is. */
const seams = /(?<=：)|(?=(?:党支部|党总支|党小组|支部委员会|委员会)$)/u

/**
 * Breaks a text into as few lines as `cells` characters allow: at its seam where that gives two lines, else all about
 * equally long (烟叶生产技术 / 中心党支部).
 */
export const balancedLines = (text: string, cells: number): string[] => {
  if (widthInCells(text) <= cells) return [text]
  const parts = text.split(seams)
  if (parts.length === 2 && parts.every((part) => widthInCells(part) <= cells)) return parts
  const units = breakUnits(text)
  const fill = (limit: number): string[] => {
    const lines = ['']
    for (const unit of units) {
      const last = lines.at(-1) ?? ''
      if (last === '' || widthInCells(last + unit) <= limit) lines[lines.length - 1] = last + unit
      else lines.push(unit)
    }
    return lines
  }
  const wanted = fill(cells).length
  let limit = Math.max(1, Math.ceil(widthInCells(text) / wanted))
  while (limit < cells && fill(limit).length > wanted) limit += 0.5
  return fill(Math.min(limit, cells))
}

type Content = Pick<PlacedBox, 'size' | 'pitch' | 'lines'> & { inner: number }

const contentOf = ({ title, lines = [] }: OrgChartBox, width: number, { size, pitch, padding }: Look): Content => {
  const cells = Math.max(1, (width - 2 * side) / size)
  const broken = (text: string, head: boolean) => balancedLines(text, cells).map((line) => ({ text: line, head }))
  const all = [...broken(title, true), ...lines.flatMap((line) => broken(line, false))]
  return { size, pitch, lines: all, inner: all.length * pitch + 2 * padding }
}

const textOf = ({ size, pitch, lines }: Content): Pick<PlacedBox, 'size' | 'pitch' | 'lines'> => ({
  size,
  pitch,
  lines
})

/** Type of what is stacked below the boxes of a row. */
const below = (look: Look): Look => {
  const size = Math.max(8, look.size - 1.5)
  return { ...look, size, pitch: Math.round(size * 2.6) / 2, padding: look.padding - 1 }
}

/** One box of a stack: how deep it hangs, and which of the spines beside it run on to a later brother, its own last. */
type Slot = { box: OrgChartBox; runsOn: readonly boolean[] }

const slotsOf = (box: OrgChartBox, above: readonly boolean[] = []): Slot[] => {
  const children = box.children ?? []
  return children.flatMap((child, index) => {
    const runsOn = [...above, index < children.length - 1]
    return [{ box: child, runsOn }, ...slotsOf(child, runsOn)]
  })
}

type Column = { left: number; width: number; centre: number; slots: readonly Slot[] }

/** Strip number `index` of the stacks under a row of boxes; all boxes of a strip are as high as the highest. */
const stackPiece = (columns: readonly Column[], index: number, look: Look): ChartPiece => {
  const placed = columns.flatMap(({ left, width, slots }) => {
    const slot = slots[index]
    if (slot === undefined) return []
    const deepest = Math.max(...slots.map(({ runsOn }) => runsOn.length))
    const step = Math.min(indent, (width * mostIndented) / deepest)
    const spines = slot.runsOn.map((_, level) => left + (level + 0.5) * step)
    const start = left + slot.runsOn.length * step
    const content = contentOf(slot.box, left + width - start, look)
    return [{ slot, spines, start, width: left + width - start, content }]
  })
  const inner = Math.max(...placed.map(({ content }) => content.inner))
  const height = stackGap + inner
  const middle = stackGap + inner / 2
  return {
    height,
    keep: false,
    boxes: placed.map(({ start, width, content }) => ({
      left: start,
      top: stackGap,
      width,
      height: inner,
      ...textOf(content)
    })),
    segments: placed.flatMap(({ slot, spines, start }) => {
      const own = spines.at(-1) ?? 0
      const uprights = spines.flatMap((x, level) => {
        if (slot.runsOn[level]) return [{ x1: x, y1: 0, x2: x, y2: height }]
        return x === own ? [{ x1: x, y1: 0, x2: x, y2: middle }] : []
      })
      return [...uprights, { x1: own, y1: middle, x2: start, y2: middle }]
    })
  }
}

/** The boxes of a row with the lines that tie them to the trunk. */
const rowPiece = (
  boxes: readonly OrgChartBox[],
  columns: readonly Column[],
  look: Look,
  { isFirst, textWidth }: { isFirst: boolean; textWidth: number }
): ChartPiece => {
  const { drop, rowGap } = look
  const bus = isFirst ? drop : drop + rowGap
  const contents = boxes.map((box, index) => contentOf(box, columns[index]?.width ?? 0, look))
  const height = Math.max(...contents.map(({ inner }) => inner))
  const centres = columns.map(({ centre }) => centre)
  const trunk = textWidth / 2
  const ends = [Math.min(trunk, ...centres), Math.max(trunk, ...centres)] as const
  return {
    height: bus + drop + height,
    keep: false,
    boxes: contents.map((content, index) => ({
      left: columns[index]?.left ?? 0,
      top: bus + drop,
      width: columns[index]?.width ?? 0,
      height,
      ...textOf(content)
    })),
    segments: [
      { x1: trunk, y1: 0, x2: trunk, y2: bus },
      ...(ends[0] < ends[1] ? [{ x1: ends[0], y1: bus, x2: ends[1], y2: bus }] : []),
      ...centres.map((x) => ({ x1: x, y1: bus, x2: x, y2: bus + drop }))
    ]
  }
}

/** Columns in a row of boxes: all in one row up to five; more in rows of four or six, so that the trunk passes in the middle. */
const columnsFor = (boxes: number): number => (boxes <= 5 ? boxes : boxes <= 24 ? 4 : 6)

const rowPieces = (
  boxes: readonly OrgChartBox[],
  perRow: number,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
  { textWidth, textHeight }: Sheet
): ChartPiece[] => {
  const look = looks[perRow - 1] ?? rootLook
  const pitch = textWidth / perRow
  const width = Math.min(pitch - look.gap, perRow <= 3 ? widestBox : pitch)
  const start = (textWidth - boxes.length * pitch) / 2
  const columns = boxes.map((box, index): Column => {
    const centre = start + (index + 0.5) * pitch
    return { centre, left: centre - width / 2, width, slots: slotsOf(box) }
  })
  const depth = Math.max(...columns.map(({ slots }) => slots.length))
  const stacks = Array.from({ length: depth }, (_, index) => stackPiece(columns, index, below(look)))
  const pieces = [rowPiece(boxes, columns, look, { isFirst, textWidth }), ...stacks]
  const isWhole = pieces.reduce((sum, { height }) => sum + height, 0) <= textHeight * highestWhole
  for (const [index, piece] of pieces.entries()) {
    const isParent = columns.some(({ slots }) => (slots[index - 1]?.box.children?.length ?? 0) > 0)
    piece.keep = index < pieces.length - 1 && (index === 0 || isParent || isWhole)
    if (!isLast) piece.segments.push({ x1: textWidth / 2, y1: 0, x2: textWidth / 2, y2: piece.height })
  }
  return pieces
}

const rootPiece = (root: OrgChartBox, isAlone: boolean, { textWidth }: Sheet): ChartPiece => {
  const texts = [root.title, ...(root.lines ?? [])]
  const natural = Math.max(...texts.map(widthInCells)) * rootLook.size + 8 * side
  const width = Math.min(textWidth * 0.75, Math.max(widestBox, natural))
  const content = contentOf(root, width, rootLook)
  const height = content.inner
  const left = (textWidth - width) / 2
  return { height, keep: !isAlone, segments: [], boxes: [{ left, top: 0, width, height, ...textOf(content) }] }
}

/** The chart as strips to be set one under the other without a gap; the same geometry serves both writers. */
export const chartPieces = (root: OrgChartBox, sheet = sheets.portrait): ChartPiece[] => {
  const children = root.children ?? []
  const perRow = columnsFor(children.length)
  const rows: OrgChartBox[][] = []
  for (let from = 0; from < children.length; from += perRow) rows.push(children.slice(from, from + perRow))
  return [
    rootPiece(root, children.length === 0, sheet),
    ...rows.flatMap((boxes, index) =>
      rowPieces(boxes, perRow, { isFirst: index === 0, isLast: index === rows.length - 1 }, sheet)
    )
  ]
}
