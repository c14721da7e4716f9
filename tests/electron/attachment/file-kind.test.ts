import { describe, expect, it } from 'vitest'
import { checkFile, isPreview } from '../../../electron/features/attachment/file-kind.ts'
import { attachmentLimits } from '../../../shared/features/attachment/attachment.ts'
import { aJpeg, anExif, anOldFile, aPackage, aPdf, aPng, aProgram, packedObjects } from '../../factories/files.ts'

/** The code of the refusal, or the kind. */
async function outcome(name: string, bytes: Uint8Array, use?: 'file' | 'original'): Promise<string> {
  const checked = await checkFile(name, bytes, use)
  return checked.ok ? checked.value.kind : checked.problem.code
}

async function sentence(name: string, bytes: Uint8Array): Promise<string> {
  const checked = await checkFile(name, bytes)
  return checked.ok ? 'taken' : checked.problem.message
}

const text = (content: string): Buffer => Buffer.from(content, 'latin1')
const hex = (content: string): Buffer => Buffer.concat([Buffer.from(content, 'hex'), Buffer.alloc(64)])

describe('the kind of a file', () => {
  it('is told by its content, for each kind that may be filed', async () => {
    expect(await checkFile('合影.jpg', aJpeg(1600, 1200))).toEqual({
      ok: true,
      value: { kind: 'jpg', width: 1600, height: 1200 }
    })
    expect(await outcome('合影.JPEG', aJpeg())).toBe('jpg')
    expect(await checkFile('截图.png', aPng(40, 30))).toMatchObject({ value: { kind: 'png', width: 40, height: 30 } })
    expect(await outcome('扫描.pdf', aPdf())).toBe('pdf')
    expect(await outcome('新版.pdf', aPdf(packedObjects('3 0 <</Type/Page>>')))).toBe('pdf')
    for (const kind of ['docx', 'xlsx', 'pptx', 'ofd'] as const)
      expect(await outcome(`材料.${kind}`, await aPackage(kind))).toBe(kind)
  })

  it('must be what the name says, and the sentence says the right name', async () => {
    expect(await sentence('合影.pdf', aJpeg())).toBe('“合影.pdf”的内容其实是 jpg，请把名字改成“合影.jpg”再放。')
    expect(await outcome('材料.xlsx', await aPackage('docx'))).toBe('file-misnamed')
    expect(await outcome('没有后缀', aPdf())).toBe('file-misnamed')
    expect(await outcome('合影.jpg.exe', aJpeg())).toBe('file-program')
  })

  it('is refused where it is empty or too large', async () => {
    expect(await sentence('空.pdf', Buffer.alloc(0))).toBe('“空.pdf”是空的，请核对后重新选择。')
    const large = Buffer.concat([aPdf(), Buffer.alloc(attachmentLimits.file)])
    expect(await sentence('大.pdf', large)).toContain('“大.pdf”有 20.1 MB，超过每个 20 MB 的上限。')
  })
})

describe('a stranger', () => {
  it.each([
    ['合影.jpg', aProgram(), 'file-program'],
    ['材料.pdf', hex('7f454c46'), 'file-program'],
    ['脚本.docx', text('#!/bin/sh\nrm -rf ~'), 'file-program'],
    ['更新.bat', text('@echo off'), 'file-program'],
    ['更新.ps1', text('Get-Item'), 'file-program'],
    ['材料.rar', hex('526172211a0700'), 'file-archive'],
    ['材料.7z', hex('377abcaf271c'), 'file-archive'],
    ['照片.heic', hex('0000001866747970686569630000'), 'file-heic'],
    ['照片.jpg', hex('00000018667479706d69663100'), 'file-heic'],
    ['动图.gif', text('GIF89a....'), 'file-picture'],
    ['图.webp', hex('524946460000000057454250'), 'file-picture'],
    ['录像.mp4', hex('0000001866747970697336d6d0'), 'file-film'],
    ['页.html', text('\n <!DOCTYPE html><script>1</script>'), 'file-page'],
    ['图.jpg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-page'],
    ['图.svg', Buffer.from('\ufeff<?xml version="1.0"?><svg/>'), 'file-page'],
    ['宽.jpg', Buffer.from('\ufeff<html>', 'utf16le'), 'file-page'],
    ['讲话.doc', anOldFile(), 'file-old-office'],
    ['安装.msi', anOldFile(), 'file-program'],
    ['讲话.rtf', text('{\\rtf1}'), 'file-old-office'],
    ['笔记.txt', text('今天'), 'file-unknown'],
    ['笔记.jpg', text('nothing at all'), 'file-unknown']
  ])('%s is refused', async (name, bytes, code) => {
    expect(await outcome(name, bytes)).toBe(code)
  })

  it('is told what would be right', async () => {
    expect(await sentence('讲话.doc', anOldFile())).toContain('另存为 .docx')
    expect(await sentence('台账.et', anOldFile())).toContain('另存为 .xlsx')
    expect(await sentence('课件.dps', anOldFile())).toContain('另存为 .pptx')
    expect(await sentence('照片.heic', hex('00000018667479706865696300'))).toContain('转成 jpg')
    expect(await sentence('合影.jpg', aProgram())).toBe('“合影.jpg”是程序或脚本，不能放进档案库。')
    expect(await sentence('材料.zip', await aPackage('zip'))).toContain('请解开')
  })
})

describe('a package', () => {
  it.each([
    ['word/vbaProject.bin', 'file-macros'],
    ['word/VBAproject.BIN', 'file-macros'],
    ['word/embeddings/oleObject1.bin', 'file-macros'],
    ['word/embeddings/setup.exe', 'file-macros'],
    ['word/embeddings/包.docm', 'file-macros'],
    ['word/activeX/activeX1.xml', 'file-macros'],
    ['word/afchunk.mht', 'file-macros'],
    ['tools/run.js', 'file-macros'],
    ['word/media/../../escape.xml', 'file-unsafe'],
    ['word\\media\\a.xml', 'file-unsafe'],
    ['word/embeddings/Microsoft_Excel_Sheet.xlsx', 'docx'],
    ['word/media/image1.svg', 'docx'],
    ['customXml/item1.xml', 'docx']
  ])('with %s is %s', async (part, code) => {
    expect(await outcome('材料.docx', await aPackage('docx', { [part]: 'x' }))).toBe(code)
  })

  it('of Excel may hold settings of the printer, of the old binary kind it is none of ours', async () => {
    const printer = { 'xl/printerSettings/printerSettings1.bin': 'x' }
    expect(await outcome('表.xlsx', await aPackage('xlsx', printer))).toBe('xlsx')
    const binary = await aPackage('zip', { '[Content_Types].xml': 'x', 'xl/workbook.bin': 'x' })
    expect(await sentence('表.xlsb', binary)).toContain('另存为 .xlsx')
  })

  it('that would fill the disk, has a part twice or is cut off is refused', async () => {
    const bomb = await aPackage('docx', { 'word/media/a.xml': Buffer.alloc(30_000_000) })
    expect(await outcome('炸弹.docx', bomb)).toBe('file-unsafe')
    const whole = await aPackage('docx')
    expect(await outcome('半份.docx', whole.subarray(0, whole.length / 2))).toBe('file-damaged')
    const twice = await aPackage('docx', { 'word/Document.xml': 'x' })
    expect(await outcome('两份.docx', twice)).toBe('file-unsafe')
  })

  it('with a password is refused, in the old wrapping and in the zip itself', async () => {
    expect(await sentence('加密.docx', anOldFile(true))).toContain('加了口令')
    const locked = await aPackage('ofd')
    const at = locked.indexOf(Buffer.from('504b0102', 'hex'))
    locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8)
    expect(await outcome('加密.ofd', locked)).toBe('file-encrypted')
  })
})

describe('a PDF', () => {
  it.each([
    ['3 0 obj\n<</S/JavaScript/JS(app.alert)>>\nendobj', 'file-active'],
    ['3 0 obj\n<</S/J#61vaScr#69pt/JS(1)>>\nendobj', 'file-active'],
    ['3 0 obj\n<</S /Launch/F(cmd.exe)>>\nendobj', 'file-active'],
    ['3 0 obj\n<</Names<</EmbeddedFiles 4 0 R>>>>\nendobj', 'file-active'],
    ['3 0 obj\n<</Type/EmbeddedFile>>\nstream\nMZ\nendstream\nendobj', 'file-active'],
    ['3 0 obj\n<</Subtype/RichMedia>>\nendobj', 'file-active'],
    ['3 0 obj\n<</AcroForm<</XFA 5 0 R>>>>\nendobj', 'file-active'],
    [packedObjects('3 0 <</S/JavaScript/JS(1)>>'), 'file-active'],
    [packedObjects('3 0 <</S/Launch>>').replace('/Type/ObjStm', ''), 'file-active'],
    [packedObjects('3 0 <<>>', '/DecodeParms<</Predictor 12>>'), 'file-opaque'],
    [packedObjects('3 0 <<>>').replace('/FlateDecode', '/LZWDecode'), 'file-opaque'],
    [packedObjects('3 0 <<>>').replace('/FlateDecode', '[/ASCIIHexDecode/FlateDecode]'), 'file-opaque'],
    ['3 0 obj\n<</S/URI/URI(http://127.0.0.1/JavaScript)>>\nendobj', 'file-active'],
    ['3 0 obj\n<</Title(JavaScript 入门)/LaunchDate(2026)>>\nendobj', 'pdf']
  ])('with %s is %s', async (objects, code) => {
    expect(await outcome('材料.pdf', aPdf(objects))).toBe(code)
  })

  it('with a password, cut off, or not a PDF at all is refused', async () => {
    expect(await outcome('加密.pdf', aPdf('', '/Encrypt 8 0 R'))).toBe('file-encrypted')
    expect(await outcome('半份.pdf', aPdf().subarray(0, 90))).toBe('file-damaged')
    expect(await outcome('乱写.pdf', text('%PDF-9 nothing'))).toBe('file-damaged')
  })
})

describe('a photo', () => {
  it('is filed small, and its original may be as the camera wrote it', async () => {
    const camera = Buffer.concat([aJpeg(4000, 3000, '', anExif('2026:06:12 09:30:00')), Buffer.alloc(50_000, 3)])
    expect(await outcome('大.jpg', aJpeg(2001, 100))).toBe('file-photo-large')
    expect(await outcome('重.jpg', Buffer.concat([aJpeg(20, 20, 'x'.repeat(60_000)), camera]))).toBe('file-trailing')
    expect(await outcome('原.jpg', camera, 'original')).toBe('jpg')
    expect(await outcome('原.pdf', aPdf(), 'original')).toBe('file-unknown')
  })

  it('that is cut off or broken is refused', async () => {
    const jpeg = aJpeg()
    for (let length = 3; length < jpeg.length; length += 1)
      expect(await outcome('半张.jpg', jpeg.subarray(0, length)), `${length}`).toBe('file-damaged')
    const png = aPng()
    for (let length = 8; length < png.length; length += 1)
      expect(await outcome('半张.png', png.subarray(0, length)), `${length}`).toBe('file-damaged')
  })

  it('as PNG must unpack to exactly what it says, stand still, and have sound check sums', async () => {
    expect(await outcome('炸弹.png', aPng(4, 4, Buffer.alloc(3_000_000)))).toBe('file-damaged')
    expect(await outcome('短.png', aPng(40, 30, Buffer.alloc(10)))).toBe('file-damaged')
    expect(await outcome('动.png', aPng(4, 4, undefined, 'acTL'))).toBe('file-damaged')
    const bent = aPng()
    bent[20] = 99
    expect(await outcome('坏.png', bent)).toBe('file-damaged')
    expect(await outcome('尾巴.png', Buffer.concat([aPng(), text('PK')]))).toBe('file-trailing')
  })

  it('has a preview that is a small JPEG and nothing else', () => {
    expect(isPreview(aJpeg(320, 240))).toBe(true)
    expect(isPreview(aJpeg(321, 240))).toBe(false)
    expect(isPreview(aPng())).toBe(false)
    expect(isPreview(Buffer.concat([aJpeg(320, 240), text('MZ')]))).toBe(false)
  })
})
