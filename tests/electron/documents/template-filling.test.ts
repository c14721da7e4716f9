import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../electron/documents/template-filling.ts'
import { data, linesIn, p, partIn, partOf, table, templateOf, textBox } from './template-files.ts'

const filled = async (
  body: string,
  more: Record<string, string | Uint8Array> = {},
  values = data
): Promise<Uint8Array> => fillTemplate(await templateOf(body, more), values, '2026-11-20')
const bodyOf = async (body: string, values = data): Promise<string> => partIn(await filled(body, {}, values))
const textOf = async (body: string): Promise<string[]> => linesIn(await bodyOf(body))

describe('filling a placeholder', () => {
  it('takes the look of the run it begins in, wherever Word has cut it', async () => {
    const red = '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>{{会议</w:t></w:r>'
    const xml = await bodyOf(
      `<w:p>${red}<w:proofErr w:type="spellStart"/><w:r><w:t>名称</w:t></w:r><w:r><w:t>}}：完</w:t></w:r></w:p>`
    )
    expect(xml).toContain('<w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">支部党员大会</w:t>')
    expect(linesIn(xml)).toEqual(['支部党员大会：完'])
  })

  it('fills every occurrence, several in a run, full-width and with blanks', async () => {
    expect(await textOf(p('{{会议名称}}，{{时间}}，｛｛会议 名称｝｝', '，{{会议名称}}'))).toEqual([
      '支部党员大会，2026年11月20日，支部党员大会，支部党员大会'
    ])
  })

  it('fills headers, footers and text boxes, both twins of them', async () => {
    const more = {
      'word/header1.xml': partOf('hdr', p('{{会议名称}}')),
      'word/footer1.xml': partOf('ftr', p('{{时间}}'))
    }
    const bytes = await filled(textBox(p('{{会议名称}}')), more)
    expect((await partIn(bytes)).match(/支部党员大会/g)).toHaveLength(2)
    expect(linesIn(await partIn(bytes, 'word/header1.xml'))).toEqual(['支部党员大会'])
    expect(linesIn(await partIn(bytes, 'word/footer1.xml'))).toEqual(['2026年11月20日'])
  })

  it.each(['', '一'])('keeps rare characters whole, wherever a long part is cut (%j before them)', async (before) => {
    const xml = await bodyOf(p(`{{会议名称}}${before}${'𫖯'.repeat(20_000)}`))
    expect(xml.match(/𫖯/gu)).toHaveLength(20_000)
    expect(xml).not.toContain('\uFFFD')
  })

  it('writes no character XML cannot hold, and no markup', async () => {
    expect(await bodyOf(p('{{地点}}'))).toContain('>四楼&lt;活动室&gt;&amp;会议室<')
  })

  it('makes a paragraph of each line where it stands alone, with the look of its own', async () => {
    const look = '<w:pPr><w:ind w:firstLine="640"/><w:jc w:val="both"/></w:pPr>'
    const xml = await bodyOf(`<w:p>${look}<w:r><w:t>{{会议内容}}</w:t></w:r></w:p>`)
    expect(linesIn(xml)).toEqual(['第一段', '第二段'])
    expect(xml.split(look)).toHaveLength(3)
  })

  it('breaks the line in its run where it stands among other text', async () => {
    const xml = await bodyOf(p('内容：{{会议内容}}。'))
    expect(linesIn(xml)).toEqual(['内容：第一段/第二段。'])
    expect(xml).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">内容：第一段</w:t><w:br/>')
  })
})

describe('filling rows', () => {
  const rows = table([p('标题'), p('决议')], [p('{{议题.标题}}（{{地点}}）'), p('{{议题.决议}}')], [p('合计'), p('')])

  it('repeats a row for each line, other rows and fields staying', async () => {
    expect(await textOf(rows)).toEqual([
      '标题',
      '决议',
      '传达学习（四楼&lt;活动室&gt;&amp;会议室）',
      '同意',
      '换届选举（四楼&lt;活动室&gt;&amp;会议室）',
      '同意',
      '另行上报',
      '合计',
      ''
    ])
  })

  it('takes the row away where there are no lines, and the table where no row is left', async () => {
    expect(await textOf(table([p('姓名')], [p('{{人员.姓名}}')]))).toEqual(['姓名'])
    const xml = await bodyOf(table([p('甲'), table([p('{{人员.姓名}}')])]))
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1)
    expect(xml).toContain('<w:p/></w:tc>')
  })

  it('repeats a row around a table in it, and a row of a table within a row', async () => {
    const nested = table([p('{{议题.标题}}') + table([p('{{议题.决议}}')]) + p('完')])
    expect(await textOf(nested)).toEqual(['传达学习', '同意', '完', '换届选举', '同意', '另行上报', '完'])
  })

  it('gives names and ids to the first copy only', async () => {
    const cell =
      '<w:p w14:paraId="1A2B3C4D"><w:bookmarkStart w:id="0" w:name="甲"/><w:r><w:t>{{议题.标题}}</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    const xml = await bodyOf(table([cell]))
    expect(xml.match(/w14:paraId/g)).toHaveLength(1)
    expect(xml.match(/<w:bookmarkStart/g)).toHaveLength(1)
    expect(xml.match(/传达学习|换届选举/g)).toHaveLength(2)
  })

  it('leaves empty what a line does not have', async () => {
    const values = { fields: {}, tables: { 议题: [{ 标题: '甲' }] } }
    expect(linesIn(await bodyOf(table([p('{{议题.标题}}'), p('{{议题.决议}}')]), values))).toEqual(['甲', ''])
  })
})

describe('the filled file', () => {
  it('leaves what holds no placeholder as it was, to the byte', async () => {
    const image = Buffer.from([137, 80, 78, 71, 0, 255, 1, 2, 3])
    const more = { 'word/media/image1.png': image, 'word/styles.xml': partOf('styles', '<w:style w:styleId="甲"/>') }
    const body = `${p('{{会议名称}}')}<w:p w:rsidR="00AA"><w:pPr><w:spacing  w:line="560"/></w:pPr><!--注--></w:p>`
    const [before, after] = [
      await JSZip.loadAsync(await templateOf(body, more)),
      await JSZip.loadAsync(await filled(body, more))
    ]
    expect(Object.keys(after.files)).toEqual(Object.keys(before.files))
    for (const name of Object.keys(before.files).filter((one) => one !== 'word/document.xml'))
      expect(await after.file(name)?.async('base64')).toBe(await before.file(name)?.async('base64'))
    expect(await after.file('word/document.xml')?.async('string')).toContain(
      '<w:p w:rsidR="00AA"><w:pPr><w:spacing  w:line="560"/></w:pPr><!--注--></w:p>'
    )
  })

  it('is the same bytes each time, dated by the record', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="a" xmlns:dcterms="b"><dcterms:created>2020-01-01T00:00:00Z</dcterms:created><dcterms:modified>2020-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    const body = p('{{会议名称}}') + table([p('{{议题.标题}}')])
    const [one, two] = [
      await filled(body, { 'docProps/core.xml': core }),
      await filled(body, { 'docProps/core.xml': core })
    ]
    expect(Buffer.from(one).equals(two)).toBe(true)
    expect((await partIn(one, 'docProps/core.xml')).match(/2026-11-20T00:00:00Z/g)).toHaveLength(2)
  })

  it('is not made where a placeholder has no value', async () => {
    await expect(bodyOf(p('{{联系电话}}'))).rejects.toThrow('联系电话')
  })
})
