/** Page geometry of GB/T 9704—2012 §5 and the sizes used, once for both writers. Lengths are points unless the name says otherwise. */

const pointsPerMillimetre = 72 / 25.4
const twipsPerPoint = 20

export const millimetresToPoints = (millimetres: number): number => millimetres * pointsPerMillimetre
/** Word measures drawings and pictures in pixels of a 96 dpi screen. */
export const pointsToPixels = (points: number): number => Math.round((points * 96) / 72)
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

/** A page with its white margins, and the room for text between them. */
export type Sheet = {
  width: number
  height: number
  top: number
  right: number
  bottom: number
  left: number
  textWidth: number
  textHeight: number
}

/** A3 lies loose, so it has the same margin on all sides. */
const wide = { width: millimetresToPoints(420), height: millimetresToPoints(297), margin: millimetresToPoints(15) }

/**
 * A turned page is bound with the upright ones (§8): its head is at the left edge of the upright sheet, which is the binding
 * edge of odd pages and the outer edge of even ones. So the margins of the upright page turn with it.
 */
export const sheets: Record<'portrait' | 'landscape' | 'wide', Sheet> = {
  portrait: { ...page, textWidth, textHeight },
  landscape: {
    width: page.height,
    height: page.width,
    top: page.left,
    right: page.top,
    bottom: page.right,
    left: page.bottom,
    textWidth: textHeight,
    textHeight: textWidth
  },
  wide: {
    width: wide.width,
    height: wide.height,
    top: wide.margin,
    right: wide.margin,
    bottom: wide.margin,
    left: wide.margin,
    textWidth: wide.width - 2 * wide.margin,
    textHeight: wide.height - 2 * wide.margin
  }
}

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

/** Pictures stand in boxes: between two of them, under a caption, and the highest a picture may be. */
export const pictureBox = { gap: 12, below: 10, height: 210 }

/** 版头 (§7.2): the mark stands 35 mm under the upper edge of the text, the red line 4 mm under the number. */
export const letterhead = { drop: millimetresToPoints(35), line: millimetresToPoints(4), lineWidth: 1.2 }

/** The mark is as large as its width allows, within these sizes; one that would be smaller stands in two lines. */
export const markSizes = { largest: 44, smallest: 26 }
export const markPitch = 1.25

/** The ink of a character of 小标宋 begins this far under the upper edge of its cell, in characters. */
export const inkDrop = 0.06

/** 版记 (§7.4): 4号 between lines of 0.35 mm, the one inside 0.25 mm. */
export const imprint = {
  size: 14,
  pitch: 24,
  padding: 2,
  thick: millimetresToPoints(0.35),
  thin: millimetresToPoints(0.25)
}

/** Column widths in points that add up to the width of the text exactly, from shares in any unit. */
export const columnWidths = (shares: readonly number[], width = textWidth): number[] => {
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (!(total > 0)) throw new RangeError('a table needs columns with a width')
  return shares.map((share) => (width * share) / total)
}
