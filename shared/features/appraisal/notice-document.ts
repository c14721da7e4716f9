import type { Block, DocumentModel } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { noticeDays } from './notice-rules.ts'
import { type AppraisalPaper, yearTitle } from './paper-parts.ts'

/** `rules` say how long 公示 is. */
export type NoticePaper = AppraisalPaper & { rules: RulesInForce }

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const gap = '\u3000'.repeat(8)

function spanWords(from: Day | null, to: Day | null, rules: RulesInForce): string {
  if (from === null || to === null || to < from)
    return `公示期${rules.number('6.4-notice', 'days')}个工作日，自${gap}至${gap}。`
  return `公示期自${dayOnPaper(from)}至${dayOnPaper(to)}，共${noticeDays(from, to, rules)}个工作日。`
}

/** 公示 of who is proposed for 优秀; outcome and objections stay inside. */
export function noticeDocument(paper: NoticePaper): DocumentModel {
  const { organisation, appraisal, result, rules, date } = paper
  const { year, noticeFrom, noticeTo } = appraisal
  const title = yearTitle(paper, '领导干部考核等次公示')
  const best = result.cadres.filter(({ entry }) => entry.grade === '优秀').map(({ facts }) => facts.name)
  const named: Block = {
    kind: 'paragraph',
    runs: [{ text: `优秀（${best.length}名）：`, font: 'hei' }, { text: best.join('、') || '无' }, { text: '。' }]
  }
  const contact = `如有意见，请在公示期内以书面或者口头形式向${organisation}反映。反映情况应当实事求是，以个人名义反映的请署本人姓名。`
  return {
    profile: 'gb9704',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      paragraph(`${year}年度领导干部考核，经个人总结、述职、民主测评和组织研究，拟定以下等次，现予公示：`),
      named,
      paragraph(`${spanWords(noticeFrom, noticeTo, rules)}${contact}`),
      paragraph(`联系人：${gap}联系电话：${gap}`),
      { kind: 'signOff', issuer: organisation, date: dayOnPaper(noticeFrom ?? date), sealed: true }
    ]
  }
}
