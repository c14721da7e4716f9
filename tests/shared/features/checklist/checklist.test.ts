import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Checklist, checklistSchema, itemsOf } from '../../../../shared/features/checklist/checklist.ts'
import { usualScheme } from '../../../../shared/features/pack/volume-scheme.ts'
import { sumOf, typed } from '../../../../shared/kernel/fraction.ts'
import { isRuleId } from '../../../../shared/rulebook/rule-book.ts'
import { inText } from './list-facts.ts'

const read = (name: string): Checklist =>
  checklistSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../../resources/checklists/${name}.json`, import.meta.url), 'utf8'))
  )
const standard = read('standard')
const strong = read('strong')

const pointsOf = ({ areas }: Checklist): string[] =>
  areas.map(({ items }) => inText(sumOf(items.map(({ points }) => typed(points)))))
const ids = (list: Checklist): string[] => itemsOf(list).map(({ id }) => id)
const formulas = (list: Checklist): Record<string, string | null> =>
  Object.fromEntries(itemsOf(list).map(({ id, formula }) => [id, formula]))

describe('the lists that come with the program', () => {
  it('have 53 items of 100 points in eight areas', () => {
    expect(ids(standard)).toHaveLength(53)
    expect(standard.areas.map(({ code }) => code).join('')).toBe('ABCDEFGH')
    expect(pointsOf(standard)).toEqual(['10', '14', '18', '26', '10', '6', '8', '8'])
    expect(inText(sumOf(itemsOf(standard).map(({ points }) => typed(points))))).toBe('100')
  })

  it('have twenty items of four times 25 points for 四强', () => {
    expect(strong.areas.map(({ code }) => code)).toEqual(['Z', 'TB', 'TD', 'U'])
    expect(ids(strong)).toHaveLength(20)
    expect(pointsOf(strong)).toEqual(['25', '25', '25', '25'])
  })

  it('cite rules of the book only', () => {
    const rules = [...itemsOf(standard), ...itemsOf(strong)].flatMap(({ rule }) => rule ?? [])
    expect(rules.length).toBeGreaterThan(15)
    expect(rules.filter((id) => !isRuleId(id))).toEqual([])
  })

  it('take shares of items of the standard list only', () => {
    const known = ids(standard)
    expect(itemsOf(strong).flatMap(({ of }) => of.filter((id) => !known.includes(id)))).toEqual([])
    for (const { formula, of } of itemsOf(strong)) expect(of.length > 0).toBe(formula === 'rate')
  })

  it('leave the items without records of their own to 清单自评', () => {
    const byHand = Object.entries(formulas(standard)).flatMap(([id, formula]) => (formula === null ? [id] : []))
    expect(byHand).toEqual('C4 C10 E4 E5 F1 F4 G1 G2 G3 G4 G5 H5'.split(' '))
  })

  it('give papers their parts, which make up the points where they give them', () => {
    for (const { formula, parts, partsAs, points } of itemsOf(standard)) {
      expect(parts.length > 0).toBe(formula === 'papers')
      const worth = sumOf(parts.map((part) => typed(part.points)))
      if (partsAs === 'gain' && parts.length > 0) expect(inText(worth)).toBe(inText(typed(points)))
    }
    const names = itemsOf(standard)
      .find(({ id }) => id === 'H3')
      ?.parts.map(({ name }) => name)
    expect(names).toEqual(usualScheme.volumes.map(({ name }) => name))
  })

  it('see two of the six vetoes in the records, and rate by three steps', () => {
    expect(standard.vetoes.map(({ id, formula }) => [id, formula])).toEqual([
      ...[
        ['V1', null],
        ['V2', 'term-overdue'],
        ['V3', 'no-life'],
        ['V4', null],
        ['V5', null],
        ['V6', null]
      ]
    ])
    expect(standard.stars.map(({ stars, points, share }) => [stars, points, share])).toEqual([
      ...[
        [5, 90, 10],
        [4, 80, 50],
        [3, 70, null]
      ]
    ])
    expect([standard.bonusMost, strong.bonusMost, strong.vetoes, strong.stars]).toEqual([5, 0, [], []])
  })

  it('are written with full-width punctuation and no straight quotes', () => {
    const texts = [standard, strong].flatMap((list) => [
      ...[list.title, list.source],
      ...itemsOf(list).flatMap(({ title, standard: asked, proof, scoring, source }) => [
        title,
        asked,
        proof,
        scoring,
        source
      ])
    ])
    expect(texts.filter((text) => /[\u4e00-\u9fff][,;:?!()"']|[,;:?!()"'][\u4e00-\u9fff]/.test(text))).toEqual([])
  })
})

describe('a checklist', () => {
  it('uses every number once', () => {
    const [area] = standard.areas
    const twice = { ...standard, areas: area === undefined ? [] : [area, { ...area, code: 'X' }] }
    const found = checklistSchema.safeParse(twice)
    expect(found.error?.issues[0]?.message).toBe('编号 A1 用了两次，每一项的编号只能用一次')
  })
})
