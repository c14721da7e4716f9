import { chartColours } from '../../shared/documents/chart.ts'
import { widthInCells } from './text-estimate.ts'

/** A place in a drawing, in points from its upper left corner. */
export type Point = readonly [x: number, y: number]

/** Cuts a text by the fonts that can print its characters; `font` is the name its stretch will carry in the drawing. */
export type FontPieces = (text: string, role: 'fang' | 'hei') => readonly { text: string; font: string }[]

/** A rectangle that part of a chart is drawn in. */
export type Area = { left: number; top: number; right: number; bottom: number }

export const ink = '#000000'
const gridGrey = '#BFBFBF'

const inXml = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? '&quot;')

const figure = (value: number): string => String(Math.round(value * 100) / 100)

type LineLook = { colour?: string; width?: number; dash?: string }

export const polyline = (points: readonly Point[], { colour = ink, width = 0.6, dash = '' }: LineLook = {}): string => {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${figure(x)} ${figure(y)}`).join('')
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes}/>`
}

/** A line of the net behind a chart. */
export const gridLine = (points: readonly Point[]): string => polyline(points, { colour: gridGrey, width: 0.5 })

export const polygon = (points: readonly Point[], fill: string, stroke = ink, width = 0.6): string =>
  `<path d="M${points.map(([x, y]) => `${figure(x)} ${figure(y)}`).join('L')}Z" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`

export const rectangle = ({ left, top, right, bottom }: Area): Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom]
]

type TextLook = {
  size: number
  anchor?: 'start' | 'middle' | 'end'
  role?: 'fang' | 'hei'
  /** Degrees, anticlockwise, about the point the text is put at. */
  turned?: number
}

/** Puts texts at the point where their base line begins, is centred, or ends. */
export const textPen =
  (pieces: FontPieces) =>
  ([x, y]: Point, text: string, { size, anchor = 'start', role = 'fang', turned = 0 }: TextLook): string => {
    const spans = pieces(text, role).map((piece) => `<tspan font-family="${piece.font}">${inXml(piece.text)}</tspan>`)
    const turn = turned === 0 ? '' : ` transform="rotate(${-turned} ${figure(x)} ${figure(y)})"`
    return `<text x="${figure(x)}" y="${figure(y)}" font-size="${figure(size)}" text-anchor="${anchor}" fill="${ink}"${turn}>${spans.join('')}</text>`
  }

export type TextPen = ReturnType<typeof textPen>

/** About how wide a text is in points. */
export const widthOf = (text: string, size: number): number => widthInCells(text) * size

/** White behind a label that stands on a pattern or a line. */
export const whiteUnder = ([x, y]: Point, text: string, size: number): string => {
  const half = widthOf(text, size) / 2 + 1
  const area = { left: x - half, right: x + half, top: y - size * 0.85, bottom: y + size * 0.15 }
  return polygon(rectangle(area), '#FFFFFF', 'none', 0)
}

/** How a series is told apart without colour: lines at these angles, or dots, on white; or a full surface. */
type Fill = { colour: string; full?: boolean; angles?: readonly number[]; dotted?: boolean; spacing?: number }

const patterns: readonly Omit<Fill, 'colour'>[] = [
  { full: true },
  { full: true },
  { angles: [45] },
  { angles: [45, 135] },
  { dotted: true },
  { angles: [0] },
  { angles: [90] },
  { angles: [135] },
  { angles: [0, 90] },
  { angles: [45], spacing: 2.2 },
  { dotted: true, spacing: 2.2 },
  { angles: [0], spacing: 2.2 }
]

const colourOf = (index: number): string => chartColours[index % chartColours.length] ?? ink

/** A thin line needs more ink than a surface: light colours are darkened. */
const inkOf = (index: number): string => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colourOf(index).slice(at, at + 2), 16))
  const light = Math.min(...parts) > 0x80
  return `#${parts
    .map((part) =>
      Math.round(light ? part * 0.6 : part)
        .toString(16)
        .padStart(2, '0')
    )
    .join('')}`
}

const dashes = ['', '6 3', '1.5 2', '8 3 1.5 3', '4 2', '10 2 2 2 2 2'] as const
/** The colour and the dashes of the line of a series. */
export const lineLook = (index: number): LineLook => ({
  colour: inkOf(index),
  width: 1.4,
  dash: dashes[index % dashes.length] ?? ''
})

const along = ([x, y]: Point, degrees: number): readonly [number, number] => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [x * c + y * s, y * c - x * s]
}

/** Parallel lines inside a shape, as pairs of points. */
const hatching = (shape: readonly Point[], degrees: number, spacing: number): (readonly [Point, Point])[] => {
  const turned = shape.map((point) => along(point, degrees))
  const depths = turned.map(([, depth]) => depth)
  const found: (readonly [Point, Point])[] = []
  for (let depth = Math.ceil(Math.min(...depths) / spacing) * spacing; depth < Math.max(...depths); depth += spacing) {
    const cuts = turned
      .flatMap(([x, y], index): number[] => {
        const [nextX, nextY] = turned[(index + 1) % turned.length] ?? [x, y]
        return y < depth === nextY < depth ? [] : [x + ((nextX - x) * (depth - y)) / (nextY - y)]
      })
      .toSorted((a, b) => a - b)
    for (let index = 0; index + 1 < cuts.length; index += 2) {
      const [from = 0, to = 0] = cuts.slice(index, index + 2)
      found.push([along([from, depth], -degrees), along([to, depth], -degrees)])
    }
  }
  return found
}

const dotSize = 1

const dots = (shape: readonly Point[], spacing: number): string =>
  hatching(shape, 0, spacing)
    .flatMap(([[from, y], [to]]) => {
      const start = (Math.ceil(from / spacing) + (Math.round(y / spacing) % 2) / 2) * spacing
      const count = Math.max(0, Math.floor((to - dotSize - start) / spacing) + 1)
      return Array.from({ length: count }, (_, index) => start + index * spacing)
        .filter((x) => x >= from)
        .map((x) => `M${figure(x)} ${figure(y - dotSize / 2)}h${dotSize}v${dotSize}h-${dotSize}z`)
    })
    .join('')

/** A surface of series `index`: its colour, and a pattern that stays apart on a printer without colours. */
export const surface = (shape: readonly Point[], index: number): string => {
  const colour = colourOf(index)
  const { full = false, angles = [], dotted = false, spacing = 3.6 } = patterns[index % patterns.length] ?? {}
  const outline = polygon(shape, full ? colour : '#FFFFFF', full ? ink : colour, 0.7)
  const lines = angles.flatMap((angle) => hatching(shape, angle, spacing))
  const path = lines.map(([[x1, y1], [x2, y2]]) => `M${figure(x1)} ${figure(y1)}L${figure(x2)} ${figure(y2)}`).join('')
  const hatched = path === '' ? '' : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="0.8"/>`
  const points = dotted ? dots(shape, spacing) : ''
  return outline + hatched + (points === '' ? '' : `<path d="${points}" fill="${colour}" stroke="none"/>`)
}

const corners = (x: number, y: number, radius: number, count: number, start: number): Point[] =>
  Array.from({ length: count }, (_, index) => {
    const angle = start + (index * 2 * Math.PI) / count
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })

/** The mark of a value on a line, of another form for each series: round, square, triangle, rhombus; full, then hollow. */
export const marker = ([x, y]: Point, index: number): string => {
  const forms = [
    corners(x, y, 2.6, 16, 0),
    corners(x, y, 3.2, 4, Math.PI / 4),
    corners(x, y, 3.4, 3, -Math.PI / 2),
    corners(x, y, 3.4, 4, 0)
  ]
  const colour = inkOf(index)
  const hollow = index % 2 === 1
  return polygon(forms[index % forms.length] ?? [], hollow ? '#FFFFFF' : colour, colour, 1.1)
}
