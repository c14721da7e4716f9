import type { Day } from '../kernel/dates.ts'
import { levelNames, certaintyNames, type Rule, valueInWords } from './rule.ts'
import { editionsOf, type RuleBook, type RuleId, ruleChapters } from './rule-book.ts'
import type { RuleOverride } from './rule-override.ts'

/** One thing that a rule says otherwise: `name` for people, before and after in words. */
export type FieldDifference = { name: string; before: string; after: string }

/**
 * What becomes of one edition of a rule: `new` beside the one before it, `changed` in its place, or `gone`. `hidden` are
 * the settings of the office that go on hiding a number the package changes.
 */
export type RuleDifference = {
  id: RuleId
  title: string
  kind: 'new' | 'changed' | 'gone'
  validFrom: Day | null
  fields: FieldDifference[]
  hidden: RuleOverride[]
}

const fields: readonly [name: string, words: (rule: Rule) => string][] = [
  ['名称', ({ title }) => title],
  ['内容', ({ meaning }) => meaning],
  ['文件', ({ document }) => document ?? '没有'],
  ['文件简称', ({ shortDocument }) => shortDocument ?? '没有'],
  ['条款', ({ article }) => article ?? '没有'],
  ['施行日期', ({ validFrom }) => validFrom ?? '没有'],
  ['可信度', ({ mark }) => certaintyNames[mark]],
  ['级别', ({ level }) => levelNames[level]]
]

function parameterDifferences(before: Rule, after: Rule): (FieldDifference & { parameter: string })[] {
  return after.parameters.flatMap((one) => {
    const old = before.parameters.find(({ name }) => name === one.name)
    const bounds = ({ min, max }: typeof one): string => `${min} 至 ${max}`
    return [
      {
        said: [old === undefined ? '没有' : valueInWords(old, old.value), valueInWords(one, one.value)],
        name: one.label
      },
      { said: [old === undefined ? '没有' : bounds(old), bounds(one)], name: `${one.label}可填的范围` },
      { said: [old?.label ?? '没有', one.label], name: '参数说明' }
    ].flatMap(({ said: [was = '', is = ''], name }) =>
      was === is ? [] : [{ name, before: was, after: is, parameter: one.name }]
    )
  })
}

function compared(id: RuleId, before: Rule, after: Rule, overrides: readonly RuleOverride[]) {
  const said = fields.flatMap(([name, words]): FieldDifference[] =>
    words(before) === words(after) ? [] : [{ name, before: words(before), after: words(after) }]
  )
  const numbers = parameterDifferences(before, after)
  const changed = new Set(numbers.map(({ parameter }) => parameter))
  return {
    fields: [...said, ...numbers.map(({ parameter: _parameter, ...difference }) => difference)],
    hidden: overrides.filter(
      ({ ruleId, parameter, value }) => ruleId === id && value !== null && changed.has(parameter)
    )
  }
}

function ofRule(id: RuleId, before: RuleBook, after: RuleBook): RuleDifference[] {
  const [old, next] = [editionsOf(before, id), editionsOf(after, id)]
  const sameDay = (rule: Rule, list: readonly Rule[]): Rule | undefined =>
    list.find(({ validFrom }) => validFrom === rule.validFrom)
  const found = next.flatMap((rule, index): RuleDifference[] => {
    const { title, validFrom } = rule
    const replaced = sameDay(rule, old)
    const against = replaced ?? next[index - 1] ?? next[index + 1] ?? rule
    const difference = compared(id, against, rule, after.overrides)
    if (replaced !== undefined && difference.fields.length === 0) return []
    return [{ id, title, validFrom, kind: replaced === undefined ? 'new' : 'changed', ...difference }]
  })
  const gone = old.filter((rule) => sameDay(rule, next) === undefined)
  return [
    ...found,
    ...gone.map(
      ({ title, validFrom }): RuleDifference => ({ id, title, validFrom, kind: 'gone', fields: [], hidden: [] })
    )
  ]
}

/** What would change from one book to another, rule by rule in the order of the book; nothing where both judge alike. */
export const bookDifferences = (before: RuleBook, after: RuleBook): RuleDifference[] =>
  ruleChapters.flatMap(({ ids }) => ids.flatMap((id) => ofRule(id, before, after)))
