import { describe, expect, it } from 'vitest'
import { exifDay } from '../../../renderer/app/exif-day.ts'
import { aJpeg, anExif, aPng } from '../../factories/files.ts'

describe('the day a photo was taken', () => {
  it('is read from either order of bytes', () => {
    for (const little of [true, false])
      expect(exifDay(aJpeg(8, 8, '', anExif('2026:06:12 09:30:00', little)))).toBe('2026-06-12')
  })

  it('is unknown where the camera wrote none, or one that cannot be', () => {
    expect(exifDay(aJpeg())).toBeNull()
    expect(exifDay(aPng())).toBeNull()
    expect(exifDay(new Uint8Array())).toBeNull()
    expect(exifDay(aJpeg(8, 8, '', anExif('0000:00:00 00:00:00')))).toBeNull()
    expect(exifDay(aJpeg(8, 8, '', anExif('2026:02:30 00:00:00')))).toBeNull()
  })

  it('is never read from beyond the end of a broken file', () => {
    const jpeg = aJpeg(8, 8, '', anExif('2026:06:12 09:30:00'))
    for (let length = 0; length < jpeg.length; length += 1)
      expect([null, '2026-06-12']).toContain(exifDay(jpeg.subarray(0, length)))
    for (let at = 0; at < 90; at += 1) {
      const bent = Buffer.from(jpeg)
      bent[at] = 0xff
      expect(() => exifDay(bent)).not.toThrow()
    }
  })
})
