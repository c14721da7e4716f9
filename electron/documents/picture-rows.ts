import type { Picture } from '../../shared/documents/document-model.ts'
import { pictureBox, type Sheet } from './metrics.ts'

/** A picture at its size on paper, in points; `room` is the width its caption may take. */
export type PlacedPicture = { picture: Picture; width: number; height: number; room: number }

/** As large as its box allows, with its own proportions; small ones are made larger too. */
const placed = (picture: Picture, room: number): PlacedPicture => {
  const scale = Math.min(room / picture.width, pictureBox.height / picture.height)
  return { picture, width: picture.width * scale, height: picture.height * scale, room }
}

/** Two in a row; one alone has the whole width to stand in. A picture whose file is gone is left out. */
export const pictureRows = (pictures: readonly Picture[], { textWidth }: Sheet): PlacedPicture[][] => {
  const rows: PlacedPicture[][] = []
  // Bytes may be read as they are asked for: each picture is asked once.
  const there = pictures.map((picture) => ({ ...picture })).filter(({ bytes }) => bytes.length > 0)
  for (let first = 0; first < there.length; first += 2) {
    const row = there.slice(first, first + 2)
    const room = row.length === 1 ? textWidth : (textWidth - pictureBox.gap) / 2
    rows.push(row.map((picture) => placed(picture, room)))
  }
  return rows
}
