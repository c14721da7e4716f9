import { describe, expect, it } from 'vitest'
import { checkTemplate } from '../../../electron/documents/template-reading.ts'
import { kind, p, partOf, table, templateOf, textBox } from './template-files.ts'

const faultsOf = async (body: string, more: Record<string, string> = {}) => {
  const checked = await checkTemplate(await templateOf(body, more), kind)
  if (!checked.ok) throw new Error(checked.problem.message)
  return checked.value
}
const places = async (body: string, more: Record<string, string> = {}): Promise<string[]> =>
  (await faultsOf(body, more)).map(({ placeholder, place }) => `${place} ${placeholder}`)
const messages = async (body: string): Promise<string[]> => (await faultsOf(body)).map(({ message }) => message)

describe('a template without faults', () => {
  it('may write placeholders over several runs, with full-width braces, with blanks', async () => {
    const body = [
      p('名称：{', '{会议', '名称}', '}'),
      p('｛｛ 时 间 ｝｝与{{地点\u3000}}'),
      p('{{有表决权应到(人)}}人'),
      table([p('标题'), p('决议')], [p('{{议题.标题}}'), p('{{议题．决议}}，{{地点}}')])
    ]
    expect(await faultsOf(body.join(''))).toEqual([])
  })

  it('may have single braces, and braces in what Word has deleted', async () => {
    expect(await faultsOf(`${p('{甲}')}<w:p><w:del><w:r><w:delText>{{没有</w:delText></w:r></w:del></w:p>`)).toEqual([])
  })
})

describe('a wrong placeholder', () => {
  it('is named with the nearest name there is', async () => {
    expect(await messages(p('{{会议名}}、{{标题}}、{{联系电话号码}}'))).toEqual([
      '没有叫“会议名”的占位符，是不是“{{会议名称}}”',
      '没有叫“标题”的占位符，是不是“{{议题.标题}}”',
      '没有叫“联系电话号码”的占位符，请对照占位符清单改名或删掉'
    ])
  })

  it('is named where it has no end, no beginning or no name', async () => {
    expect(await faultsOf(p('{{会议名称}、{{时间}}、地点}}、{{ }}'))).toEqual([
      { placeholder: '{{会议名称}、', place: '第1段', message: '只有开头的“{{”，没有结尾，请在名称后面补上“}}”' },
      { placeholder: '、地点}}', place: '第1段', message: '只有结尾的“}}”，没有开头，请在名称前面补上“{{”' },
      { placeholder: '{{ }}', place: '第1段', message: '占位符里没有名称，请写上名称或删掉这对括号' }
    ])
  })

  it('is named where a line break cuts it', async () => {
    const cut = '<w:p><w:r><w:t>{{会议</w:t><w:br/><w:t>名称}}</w:t></w:r></w:p>'
    expect(await faultsOf(cut)).toEqual([
      { placeholder: '{{会议 名称}}', place: '第1段', message: '占位符中间有换行、制表符或图片，请把它写在一行里' }
    ])
  })

  it('is named where a row placeholder stands outside a table', async () => {
    expect(await messages(p('{{议题.标题}}'))).toEqual([
      '“议题”的占位符要写在表格的一行里，这一行会按条数重复，请把它移进表格'
    ])
  })

  it('is named where two tables meet in one row', async () => {
    expect(await messages(table([p('{{议题.标题}}'), p('{{人员.姓名}}')], [p('{{人员.姓名}}')]))).toEqual([
      '同一行里已经有“议题”的占位符，一行只能重复一种内容，请把“人员”放到另一行'
    ])
  })

  it('is named a hundred times at most', async () => {
    expect(await faultsOf(p('{{错}}').repeat(300))).toHaveLength(100)
  })
})

describe('the place of a fault', () => {
  const wrong = p('{{错}}')

  it('counts the paragraphs a reader sees, tables, rows and cells', async () => {
    expect(await places(p('甲') + p() + p('乙') + wrong)).toEqual(['第3段 {{错}}'])
    const second = table([p('1')], [p('2')], [p('3')], [wrong])
    expect(await places(table([p('甲')]) + second)).toEqual(['第2个表格第4行第1格 {{错}}'])
    expect(await places(table([p('甲'), table([p('乙')], [wrong]) + p()]))).toEqual([
      '第1个表格第1行第2格第1个表格第2行第1格 {{错}}'
    ])
  })

  it('says header, footer and text box', async () => {
    const more = {
      'word/header1.xml': partOf('hdr', wrong),
      'word/footer1.xml': partOf('ftr', p('甲') + table([wrong]))
    }
    expect(await places(p('甲'), more)).toEqual(['页眉 {{错}}', '页脚第1个表格第1行第1格 {{错}}'])
    expect(await places(p('甲') + textBox(wrong))).toEqual(['第1段旁的文本框第1段 {{错}}'])
  })

  it('sees into content controls and links', async () => {
    const control = `<w:sdt><w:sdtContent>${wrong}</w:sdtContent></w:sdt>`
    const link = '<w:p><w:hyperlink><w:r><w:t>{{错}}</w:t></w:r></w:hyperlink></w:p>'
    expect(await places(control + link)).toEqual(['第1段 {{错}}', '第2段 {{错}}'])
  })
})
