import { attachmentLimits } from '../../shared/features/attachment/attachment.ts'

/* Photos are made upright and small in the page, before they are filed; what else the camera wrote stays behind. */

/** How good the JPEG may be, from the best that is tried to the least. */
const qualities = [0.85, 0.75, 0.65, 0.55, 0.45]
const previewQuality = 0.7

/** By its first bytes: what the page can make smaller. */
export const isPhoto = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) ||
  (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47)

/** Drawn on white: a JPEG knows nothing transparent. */
function drawn(bitmap: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))

/** A JPEG no longer than `longest` pixels and no larger than `most` bytes: less good first, then smaller. */
async function jpegWithin(bitmap: ImageBitmap, longest: number, most: number, from: number): Promise<Blob> {
  for (let side = longest; side >= 64; side = Math.floor(side * 0.8)) {
    const canvas = drawn(bitmap, side)
    for (const quality of qualities.filter((one) => one <= from)) {
      const blob = await jpegOf(canvas, quality)
      if (blob !== null && blob.size <= most) return blob
    }
  }
  throw new Error('no small picture')
}

/** The photo as it is filed, and the picture for the list. */
export type SmallPhoto = { file: Blob; preview: Blob }

/** Rejects where the picture cannot be drawn. */
export async function smallPhoto(photo: Blob): Promise<SmallPhoto> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  try {
    const { photoSide, photo: most, previewSide, preview } = attachmentLimits
    return {
      file: await jpegWithin(bitmap, photoSide, most, 1),
      preview: await jpegWithin(bitmap, previewSide, preview, previewQuality)
    }
  } finally {
    bitmap.close()
  }
}
