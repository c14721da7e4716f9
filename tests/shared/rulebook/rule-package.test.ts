import { describe, expect, it } from 'vitest'
import { builtInPackage, exportedPackage } from '../../../shared/rulebook/rule-book.ts'
import { readPackage } from '../../../shared/rulebook/rule-package.ts'
import { aBook, anEdition, anOverride, aPackage } from '../../factories/rules.ts'

const { takenOn: _takenOn, ...good } = aPackage()

/** The lines a package is refused with; empty where it is taken. */
function faults(given: unknown): string[] {
  const read = readPackage(typeof given === 'string' ? given : JSON.stringify(given))
  return read.ok ? [] : read.problem.message.split('\n')
}

const withRule = (part: object) => ({ ...good, rules: [{ ...anEdition('R8-01'), ...part }] })

describe('a package', () => {
  it('is read from its file, and an export is one', () => {
    expect(faults(good)).toEqual([])
    expect(faults(`\uFEFF${JSON.stringify(good)}`)).toEqual([])
    expect(faults(exportedPackage(aBook({ packages: [aPackage()], overrides: [anOverride()] }), '2026-11-21'))).toEqual(
      []
    )
  })

  it('that is none is refused in words', () => {
    expect(faults('PK')).toEqual(['这个文件不是规则包：应是本程序导出的 JSON 文件。'])
    expect(faults([])).toEqual(['文件的内容应是一个规则包：编号、名称、发布日期和规则列表。'])
    expect(faults({ ...good, id: builtInPackage.id })[0]).toContain('程序自带的规则包')
    expect(faults({ ...good, rules: [] })).toEqual(['“规则列表”（rules）至少要有一条规则。'])
  })

  it('is refused with the rule and the field of every fault', () => {
    expect(faults({ ...good, issuedOn: '2026年' })).toEqual(['“发布日期”（issuedOn）应是日期，如 2026-01-01。'])
    expect(faults({ id: 'a', title: 'b', rules: good.rules })).toEqual(['缺“发布日期”（issuedOn）。'])
    expect(faults(withRule({ mark: '对', level: 'STOP' }))).toEqual([
      '规则 R8-01：“可信度”（mark）应是 ✔、记、地、拟、？ 之一。',
      '规则 R8-01：“级别”（level）应是 BLOCK、WARN、REMIND、INFO 之一。'
    ])
    expect(faults(withRule({ colour: 'red' }))).toEqual(['规则 R8-01：多出了“colour”，请去掉。'])
    expect(faults(withRule({ parameters: [{ ...anEdition('R8-01').parameters[0], min: '零' }] }))).toEqual([
      '规则 R8-01的第 1 个参数：“下限”（min）应是数字。'
    ])
    expect(faults({ ...good, rules: [{ ...anEdition('R8-01'), id: undefined }] })).toEqual([
      '第 1 条规则：缺“编号”（id）。'
    ])
  })

  it('brings no rule and no parameter the program does not judge by, and leaves none out', () => {
    expect(faults(withRule({ id: 'R99-1' }))).toEqual([
      '规则 R99-1：本程序没有这条规则，请升级程序以后再导入，或者去掉这一条。'
    ])
    const [member, committee] = anEdition('R8-01').parameters
    expect(faults(withRule({ parameters: [member, { ...committee, name: 'leader' }] }))).toEqual([
      '规则 R8-01：缺参数 committee。',
      '规则 R8-01：参数 leader 本程序不认识或者写了两次，请去掉。'
    ])
    expect(faults(withRule({ parameters: [{ ...member, value: 5000 }, committee] }))).toEqual([
      '规则 R8-01：参数 member 的“数值”应是 0 至 1000 之间的数，写的是 5000。'
    ])
  })

  it('never makes what a text calls 一般 stop anybody, and has one edition for a day', () => {
    expect(faults(withRule({ level: 'BLOCK' }))).toEqual([
      '规则 R8-01：条文写“一般”的最多提醒，“级别”（level）不能是 BLOCK。'
    ])
    expect(faults({ ...good, rules: [anEdition('R8-01'), anEdition('R8-01')] })).toEqual([
      '规则 R8-01：同一个施行日期写了两次，请留一条。'
    ])
  })

  it('names twenty faults, and how many more there are', () => {
    const rules = Array.from({ length: 30 }, (_one, index) => ({ ...anEdition('R8-01'), id: `X${index}` }))
    expect(faults({ ...good, rules })).toHaveLength(21)
    expect(faults({ ...good, rules }).at(-1)).toBe('另有 10 处。')
  })
})
