import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Appraisal } from './appraisal.ts'
import { noticeDays } from './notice-rules.ts'
import type { UnmatchedLine } from './cadre-facts.ts'
import type { AppraisalResult, AppraisedCadre } from './result-rules.ts'

/** What does not fit in an appraisal, for people to weigh. `memberId` null: of the whole. `tells`: it gives ballots away. */
export type AppraisalFinding = {
  code:
    | ('over-limit' | 'negative' | 'denied' | 'differs' | 'reason-missing')
    | ('notice-short' | 'notice-early' | 'feedback-early' | 'ballot-unmatched')
  ruleId: RuleId
  message: string
  memberId: string | null
  field: string
  tells: boolean
}

type Facts = {
  appraisal: Appraisal
  result: AppraisalResult
  rules: RulesInForce
  unmatched: readonly UnmatchedLine[]
}
type Said = Omit<AppraisalFinding, 'memberId'>

const when = <One>(condition: boolean, ...found: One[]): One[] => (condition ? found : [])
const blank = (text: string | null): boolean => text === null || text.trim() === ''

/** Other than the figures suggest; a candidate beyond the limit is 称职 as a matter of course. */
const departs = ({ entry: { grade }, advice, withinLimit }: AppraisedCadre): boolean =>
  grade !== null &&
  grade !== '不称职' &&
  advice.grade !== null &&
  advice.grade !== grade &&
  !(withinLimit === false && grade === '称职')

function ofCadre(one: AppraisedCadre): Said[] {
  const { entry, facts, negatives, advice } = one
  const { grade, reason } = entry
  const { name } = facts
  const found = negatives.filter((answer) => answer.found === true)
  const denied = negatives.filter((answer) => answer.found === false && answer.known?.sure === true)
  const tells = found.some(({ known, answered }) => !answered && known?.internal === true)
  return [
    ...when<Said>(grade === '不称职' && blank(reason), {
      ...({ code: 'reason-missing', ruleId: '6.4-grade', field: 'reason', tells: false } as const),
      message: `${name}建议不称职，缺理由，请写明。`
    }),
    ...when<Said>(departs(one) && blank(reason), {
      ...({ code: 'differs', ruleId: '6.4-grade', field: 'reason', tells: true } as const),
      message: `${name}定为${grade ?? ''}，按测评建议${advice.grade ?? ''}，请写明理由。`
    }),
    ...when<Said>(grade === '优秀' && found.length > 0, {
      ...({ code: 'negative', ruleId: '6.4-grade', field: 'grade', tells } as const),
      message: `${name}负面清单有 ${found.length} 项，又建议优秀，请核对。`
    }),
    ...denied.slice(0, 1).map(
      ({ item }): Said => ({
        ...({ code: 'denied', ruleId: item, field: 'negatives', tells: true } as const),
        message: `${name}负面清单填了“无”，按记录应填“有”：${denied.map(({ title }) => title).join('；')}。请核对。`
      })
    )
  ]
}

function ofNotice({ appraisal, rules }: Facts): Said[] {
  const { noticeFrom, noticeTo, feedbackOn } = appraisal
  if (noticeFrom === null || noticeTo === null) return []
  const wanted = rules.number('6.4-notice', 'days')
  const days = noticeDays(noticeFrom, noticeTo, rules)
  return [
    ...when<Said>(noticeTo < noticeFrom, {
      ...({ code: 'notice-early', ruleId: '6.4-notice', field: 'noticeTo', tells: false } as const),
      message: `公示结束 ${noticeTo} 在开始 ${noticeFrom} 以前，请核对。`
    }),
    ...when<Said>(rules.isOn('6.4-notice') && noticeTo >= noticeFrom && days < wanted, {
      ...({ code: 'notice-short', ruleId: '6.4-notice', field: 'noticeTo', tells: false } as const),
      message: `公示 ${days} 个工作日，不足 ${wanted} 个工作日。`
    }),
    ...when<Said>(feedbackOn !== null && feedbackOn <= noticeTo, {
      ...({ code: 'feedback-early', ruleId: '6.4-notice', field: 'feedbackOn', tells: false } as const),
      message: `反馈日期 ${feedbackOn ?? ''} 在公示结束以前，请核对。`
    })
  ]
}

const ofBallot = ({ poll, name }: UnmatchedLine): Said => ({
  ...({ code: 'ballot-unmatched', ruleId: '6.2', field: '', tells: false } as const),
  message: `“${poll}”里的“${name}”没有连到名册，考核对象里有人同名，这一行没有算到谁名下。要算，请在测评里从名册选他。`
})

/** What does not fit: the whole first, then cadres in their order. */
export function appraisalFindings(facts: Facts): AppraisalFinding[] {
  const { appraisal, result, unmatched } = facts
  const { limit, over, cadres } = result
  const whole: Said[] = when(over > 0 && blank(appraisal.overReason), {
    ...({ code: 'over-limit', ruleId: '6.2-best', field: 'overReason', tells: false } as const),
    message: `建议优秀 ${limit + over} 名，名额 ${limit} 名，超 ${over} 名；请写明理由，名额以上级核定的为准。`
  })
  return [
    ...[...whole, ...ofNotice(facts), ...unmatched.map(ofBallot)].map((said) => ({ ...said, memberId: null })),
    ...cadres.flatMap((one) => ofCadre(one).map((said) => ({ ...said, memberId: one.facts.memberId })))
  ]
}
