import type { Block, CellContent, DocumentModel } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { certaintyNames, levelNames, type Rule, settableOf, switchName, valueInWords } from '../../rulebook/rule.ts'
import { type RuleId, ruleChapters } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'

const sourceOf = ({ document, article, validFrom }: Rule): string => {
  if (document === null) return '没有规定，本软件默认口径'
  const since = validFrom === null ? '' : `\n${dayOnPaper(validFrom)}起施行`
  return `${document}${article ?? ''}${since}`
}

/** No blank between figures and their unit: paper has none. */
const closed = (words: string): string => words.replaceAll(' ', '')

/** 党员：40学时（本单位2026年起，依据：……；原为32学时）. */
function settingsOf(id: RuleId, rules: RulesInForce): string[] {
  const overrides = rules.overridesOf(id)
  return settableOf(rules.rule(id)).flatMap((one) => {
    const own = overrides.find(({ parameter }) => parameter === one.name)
    if (own === undefined || own.value === null) return []
    const [now, was] = [own.value, one.value].map((value) => closed(valueInWords(one, value)))
    return [
      `本单位规定：${own.parameter === switchName ? '' : one.label}${now}（${own.fromYear}年起，原为${was}；${own.note}）`
    ]
  })
}

const rowOf = (id: RuleId, rules: RulesInForce): CellContent[] => {
  const rule = rules.rule(id)
  return [
    rule.id,
    [`${rule.title}\n${rule.meaning}`, ...settingsOf(id, rules)].join('\n'),
    sourceOf(rule),
    `${levelNames[rule.level]}\n${certaintyNames[rule.mark]}`
  ]
}

/**
 * 规则清单: what the program judges by on the day, each rule with its document, article and how sure it is, and what the
 * office has set for itself. On turned pages.
 */
export function ruleListDocument(rules: RulesInForce, date: Day): DocumentModel {
  return {
    profile: 'form',
    meta: { title: '规则清单', date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      { kind: 'title', lines: ['规则清单'] },
      ...ruleChapters.flatMap(({ title, ids }, index): Block[] => [
        { kind: 'heading', level: 1, text: numbered(1, index + 1, title) },
        {
          kind: 'grid',
          columns: [
            { title: '编号', width: 9, align: 'center' },
            { title: '内容', width: 50 },
            { title: '依据', width: 28 },
            { title: '级别', width: 13, align: 'center' }
          ],
          rows: ids.map((id) => rowOf(id, rules))
        }
      ])
    ]
  }
}
