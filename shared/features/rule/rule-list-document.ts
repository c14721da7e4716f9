import type { Block, CellContent, DocumentModel } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { certaintyNames, levelNames, type Rule } from '../../rulebook/rule.ts'
import type { RuleChapter } from '../../rulebook/rule-book.ts'

const sourceOf = ({ document, article, validFrom }: Rule): string => {
  if (document === null) return '没有规定，本软件默认口径'
  const since = validFrom === null ? '' : `\n${dayOnPaper(validFrom)}起施行`
  return `${document}${article ?? ''}${since}`
}

const rowOf = (rule: Rule): CellContent[] => [
  rule.id,
  `${rule.title}\n${rule.meaning}`,
  sourceOf(rule),
  `${levelNames[rule.level]}\n${certaintyNames[rule.mark]}`
]

/** 规则清单: what the program judges by, each rule with its document, article and how sure it is. On turned pages. */
export function ruleListDocument(chapters: readonly RuleChapter[], date: Day): DocumentModel {
  return {
    profile: 'form',
    meta: { title: '规则清单', date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      { kind: 'title', lines: ['规则清单'] },
      ...chapters.flatMap(({ title, rules }, index): Block[] => [
        { kind: 'heading', level: 1, text: numbered(1, index + 1, title) },
        {
          kind: 'grid',
          columns: [
            { title: '编号', width: 9, align: 'center' },
            { title: '内容', width: 50 },
            { title: '依据', width: 28 },
            { title: '级别', width: 13, align: 'center' }
          ],
          rows: rules.map(rowOf)
        }
      ])
    ]
  }
}
