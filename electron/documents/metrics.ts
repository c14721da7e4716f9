/** Page geometry of GB/T 9704—2012 §5 and the sizes used, once for both writers. Lengths are points unless the name says otherwise. */

const pointsPerMillimetre = 72 / 25.4
const twipsPerPoint = 20

export const millimetresToPoints = (millimetres: number): number => millimetres * pointsPerMillimetre
export const pointsToTwips = (points: number): number => Math.round(points * twipsPerPoint)

/** A4 upright with the margins of the standard: 天头 37, 订口 28, so the text area is 156 × 225 mm. */
export const page = {
  width: millimetresToPoints(210),
  height: millimetresToPoints(297),
  top: millimetresToPoints(37),
  right: millimetresToPoints(26),
  bottom: millimetresToPoints(35),
  left: millimetresToPoints(28)
}

export const textWidth = page.width - page.left - page.right
export const textHeight = page.height - page.top - page.bottom
export const linesPerPage = 22
export const charactersPerLine = 28

/** 28.99 pt: 225 mm over 22 lines. */
export const linePitch = Math.floor((textHeight / linesPerPage) * 1000) / 1000

/** One character of the grid. A type of exactly this size puts 28 on a line without any letter-spacing (16 pt would need −0.21). */
export const cell = Math.floor((textWidth / charactersPerLine) * 100) / 100

export const titleSize = 22
export const titlePitch = 36
export const pageNumberSize = 14

/** 小四 for everything in tables. */
export const tableText = { size: 12, pitch: 16 }

/** Body type of the two profiles. */
export const bodyText = {
  gb9704: { size: cell, pitch: linePitch },
  form: { size: 14, pitch: 24 }
} as const

/** The dashes beside the page number stand this far under the text area. */
export const pageNumberDrop = millimetresToPoints(7)

/** White above and below a table. */
export const tableGap = 4
export const tableLine = 0.5
export const cellPadding = { side: 4, top: 3.5 }

/** Column widths in points that add up to the text width exactly, from shares in any unit. */
export const columnWidths = (shares: readonly number[]): number[] => {
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (!(total > 0)) throw new RangeError('a table needs columns with a width')
  return shares.map((share) => (textWidth * share) / total)
}
