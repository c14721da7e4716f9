import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../electron/documents/template-filling.ts'
import { checkTemplate } from '../../../electron/documents/template-reading.ts'
import { starterTemplate } from '../../../electron/documents/template-starter.ts'
import { faultsOf } from './docx-check.ts'
import { data, kind, linesIn, partIn } from './template-files.ts'

describe('the starter template', () => {
  it('has every placeholder once, no faults, and the list of them on the last page', async () => {
    const bytes = await starterTemplate(kind)
    expect(await checkTemplate(bytes, kind)).toEqual({ ok: true, value: [] })
    const xml = await partIn(bytes)
    const names = [
      ...kind.fields.map(({ name }) => name),
      ...kind.tables.flatMap((table) => table.fields.map(({ name }) => `${table.name}.${name}`))
    ]
    expect([...xml.matchAll(/\{\{(.+?)\}\}/g)].map((match) => match[1])).toEqual(names)
    const list = xml.slice(xml.indexOf('占位符清单'))
    for (const name of names) expect(list).toContain(`>${name}<`)
    expect(xml).toMatch(/<w:pageBreakBefore\/>(?:(?!<\/w:p>).)*占位符清单/)
  })

  it('is a good Word file, before and after it is filled, and the same bytes each time', async () => {
    const bytes = await starterTemplate(kind)
    const filled = await fillTemplate(bytes, data, '2026-11-20')
    expect(await faultsOf(bytes)).toEqual([])
    expect(await faultsOf(filled)).toEqual([])
    expect(Buffer.from(bytes).equals(await starterTemplate(kind))).toBe(true)
    const lines = linesIn(await partIn(filled))
    for (const line of ['支部党员大会', '第一段', '第二段', '换届选举', '另行上报']) expect(lines).toContain(line)
    expect(lines.join('')).not.toMatch(/[{}]/)
  })
})
