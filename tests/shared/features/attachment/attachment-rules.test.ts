import { describe, expect, it } from 'vitest'
import {
  checkName,
  checkSize,
  claimedKind,
  refuseFlaw,
  refuseStranger,
  sizeInWords,
  strangerByName
} from '../../../../shared/features/attachment/attachment-rules.ts'
import { attachmentLimits } from '../../../../shared/features/attachment/attachment.ts'

describe('sizes', () => {
  it('are said as a person reads them, never smaller than they are', () => {
    expect([0, 1023, 1024, 1025, 1024 * 1024, 2.41 * 1024 * 1024].map(sizeInWords)).toEqual([
      ...['0 字节', '1023 字节', '1 KB', '2 KB', '1 MB', '2.5 MB']
    ])
  })

  it('are allowed up to the limit itself', () => {
    expect(checkSize('一.pdf', attachmentLimits.file, attachmentLimits.file).ok).toBe(true)
    expect(checkSize('一.pdf', attachmentLimits.file + 1, attachmentLimits.file)).toMatchObject({
      problem: { code: 'file-too-large', field: 'file' }
    })
  })
})

describe('a name', () => {
  it('claims a kind by its last ending, in whatever letters', () => {
    expect(['合影.JPEG', '表.XlsX', '讲稿.docx.pdf'].map(claimedKind)).toEqual(['jpg', 'xlsx', 'pdf'])
    expect(['讲稿', '讲稿.doc', '讲稿.pdf.exe', '.pdf '].map(claimedKind)).toEqual([null, null, null, null])
    expect(checkName('合影.png', 'jpg')).toMatchObject({ problem: { message: expect.stringContaining('“合影.jpg”') } })
  })

  it('tells what a file is where the content says nothing', () => {
    const named = [
      '一.exe',
      '一.VBS',
      '一.zip',
      '一.wps',
      '一.heic',
      '一.svg',
      '一.bmp',
      '一.mp4',
      '一.txt',
      '一.constructor'
    ]
    expect(named.map(strangerByName)).toEqual([
      ...['program', 'program', 'archive', 'old-office', 'heic', 'page', 'picture', 'film', null, null]
    ])
  })
})

describe('a refusal', () => {
  it('names the file, what is wrong, and what would be right, in one sentence', () => {
    const strangers = ['archive', 'old-office', 'heic', 'picture', 'page', 'film', 'unknown'] as const
    const flaws = ['damaged', 'encrypted', 'active', 'macros', 'opaque', 'unsafe', 'trailing'] as const
    const said = [
      ...strangers.map((one) => refuseStranger('一.doc', one).problem.message),
      ...flaws.map((one) => refuseFlaw('一.doc', one).problem.message)
    ]
    for (const message of said) expect(message).toMatch(/^“一\.doc”.+(请|可以|能放).+。$/)
  })
})
