import type { SectionBlock } from '../../documents/document-model.ts'

/** Sizes a ballot with many names can have; 'auto' takes the smallest sheet that holds all of them. */
export const ballotSizes = ['auto', 'A4', 'A4 landscape', 'A3 landscape'] as const
export type BallotSize = (typeof ballotSizes)[number]

/**
 * How names stand: `groups` of columns side by side, and so many single `rows` on a page under the head and over the
 * explanation (measured). `widths` are in points of the page; `post` 0 where a form has no such column.
 */
export type BallotLayout = {
  direction: SectionBlock['direction']
  groups: number
  rows: number
  widths: { number: number; name: number; post: number; grade: number; remark: number }
}

const sizeOf: Record<BallotLayout['direction'], BallotSize> = {
  portrait: 'A4',
  landscape: 'A4 landscape',
  wide: 'A3 landscape'
}

const layout = (
  direction: BallotLayout['direction'],
  groups: number,
  rows: number,
  [number, name, post, grade, remark]: readonly [number, number, number, number, number]
): BallotLayout => ({ direction, groups, rows, widths: { number, name, post, grade, remark } })

/** Names alone with the grades, the smaller sheets first. */
export const plainLayouts: readonly BallotLayout[] = [
  layout('portrait', 1, 19, [34, 58, 0, 45, 170]),
  layout('landscape', 2, 10, [34, 58, 0, 45, 47]),
  layout('wide', 2, 25, [34, 70, 0, 45, 268]),
  layout('wide', 3, 25, [34, 58, 0, 45, 96]),
  layout('wide', 4, 25, [34, 58, 0, 34, 48])
]

/** With 职务 names take more room. */
export const postLayouts: readonly BallotLayout[] = [
  layout('portrait', 1, 19, [34, 58, 112, 38, 86]),
  layout('wide', 2, 25, [34, 58, 168, 45, 112]),
  layout('wide', 3, 25, [34, 58, 96, 34, 44])
]

/** With the six 分项 a person takes a whole line. */
export const aspectLayouts: readonly BallotLayout[] = [
  layout('landscape', 1, 9, [30, 58, 0, 33, 49]),
  layout('wide', 1, 23, [52, 100, 0, 57, 86])
]

/** The height of each person's row, in single rows. */
type Heights = (layout: BallotLayout) => readonly number[]

/** Beyond the first, a line of text makes a row so much higher. */
const moreLine = 0.69
const linesIn = (text: string, width: number): number =>
  Math.max(1, Math.ceil(Array.from(text).length / Math.floor((width - 8.5) / 12)))

/** The height of a person's row by what stands in it. */
export const rowHeight = ({ widths }: BallotLayout, name: string, post = ''): number =>
  1 + (Math.max(linesIn(name, widths.name), widths.post === 0 ? 1 : linesIn(post, widths.post)) - 1) * moreLine

/** Names go down one group of columns, then down the next: what their rows take together. */
function heightOf(heights: readonly number[], groups: number): number {
  const rows = Math.ceil(heights.length / groups)
  const tallest = Array.from({ length: rows }, (_, row) =>
    Math.max(...Array.from({ length: groups }, (__, group) => heights[group * rows + row] ?? 1))
  )
  return tallest.reduce((sum, height) => sum + height, 0)
}

/** How many people go on each page, from the first page on. */
export function pagesOf(chosen: BallotLayout, heights: readonly number[]): number[] {
  const pages: number[] = []
  for (let from = 0; from < heights.length; ) {
    let count = Math.min(chosen.groups * chosen.rows, heights.length - from)
    while (count > 1 && heightOf(heights.slice(from, from + count), chosen.groups) > chosen.rows) count -= 1
    pages.push(count)
    from += count
  }
  return pages
}

/**
 * Of the layouts of the wanted size the first with the fewest pages. A size the form does not have is read as the next
 * larger one.
 */
export function layoutFor(
  layouts: readonly BallotLayout[],
  size: BallotSize,
  heights: Heights
): BallotLayout | undefined {
  const least = ballotSizes.indexOf(size)
  const sizes = layouts.map(({ direction }) => ballotSizes.indexOf(sizeOf[direction])).filter((one) => one >= least)
  const choice =
    size === 'auto'
      ? layouts
      : layouts.filter(({ direction }) => ballotSizes.indexOf(sizeOf[direction]) === Math.min(...sizes))
  const pages = choice.map((one) => pagesOf(one, heights(one)).length)
  return choice[pages.indexOf(Math.min(...pages))]
}
