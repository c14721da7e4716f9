import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anOffice, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const texts = async () => (await office.client.phrase.list.query({ field: 'resolution' })).map(({ text }) => text)
const keep = (text: string) => office.client.phrase.keep.mutate({ field: 'resolution', text })

describe('own phrases', () => {
  it('are kept once, blanks around them dropped, and are offered where they were kept only', async () => {
    const first = await keep('同意，会后落实。')
    expect((await keep('  同意，会后落实。 ')).id).toBe(first.id)
    expect(await texts()).toEqual(['同意，会后落实。'])
    expect(await office.client.phrase.list.query({ field: 'minutes' })).toEqual([])
  })

  it('stand in the order of their use', async () => {
    await keep('甲')
    const second = await keep('乙')
    await office.client.phrase.use.mutate({ id: second.id })
    expect(await texts()).toEqual(['乙', '甲'])
    await office.client.phrase.remove.mutate({ id: second.id })
    expect(await texts()).toEqual(['甲'])
  })

  it('cannot be empty or longer than a passage', async () => {
    expect((await problemOf(keep('   '))).message).toContain('不能为空')
    expect((await problemOf(keep('长'.repeat(501)))).message).toContain('不超过 500 字')
  })
})
