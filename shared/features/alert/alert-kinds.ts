import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { studySteps } from '../study/study-rules.ts'
import { absenceLimits } from './absence-alert-rules.ts'
import { type AlertCode, alertCodes, type AlertLevel, alertLevels } from './alert.ts'

type Words = Partial<Record<AlertLevel, string>>

/** A code of rules.md §12.9: what it watches, the rule whose parameters hold its days, and its levels by those days in words. */
type Kind = { title: string; watches: string; rule: RuleId | null; levels: (rules: RulesInForce) => Words }

const before =
  (rule: 'R1-11' | 'R1-12' | 'R1-13', period: string): Kind['levels'] =>
  (rules) => ({
    blue: `${period}末前 ${rules.number(rule, 'blue')} 天起`,
    yellow: `${period}末前 ${rules.number(rule, 'yellow')} 天起`,
    red: `${period}末过后`
  })

const fromMonths =
  (rule: 'R1-16' | 'R1-17' | 'R1-18', red: string): Kind['levels'] =>
  (rules) => ({
    blue: `${rules.number(rule, 'blue')} 月 1 日起`,
    yellow: `${rules.number(rule, 'yellow')} 月 1 日起`,
    red
  })

const meetings: Record<'W01' | 'W02' | 'W03' | 'W04' | 'W05' | 'W06', Kind> = {
  W01: {
    ...{ title: '季度党员大会', watches: '党支部每季度的党员大会有没有开', rule: 'R1-11' },
    levels: before('R1-11', '季')
  },
  W02: {
    ...{ title: '月支委会', watches: '设支委会的党支部每月的支委会有没有开', rule: 'R1-12' },
    levels: before('R1-12', '月')
  },
  W03: {
    title: '月党小组会',
    watches: '每个党小组每月的党小组会有没有开',
    rule: 'R1-13',
    levels: before('R1-13', '月')
  },
  W04: {
    ...{ title: '月主题党日', watches: '每月的主题党日有没有开；没有填固定日的只有红色', rule: 'R1-14' },
    levels: (rules) => ({
      blue: `固定日前 ${rules.number('R1-14', 'before')} 天起`,
      yellow: `固定日后 ${rules.number('R1-14', 'after')} 天起`,
      red: '月末过后'
    })
  },
  W05: {
    ...{ title: '党课', watches: '全年党课的次数够不够', rule: 'R1-15a' },
    levels: (rules) => ({
      blue: `年末前 ${rules.number('R1-15a', 'blue')} 天起，不足 ${rules.number('R1-15a', 'times')} 次`,
      yellow: `年末前 ${rules.number('R1-15a', 'yellow')} 天起`,
      red: '年末过后'
    })
  },
  W06: {
    ...{ title: '组织生活会', watches: '本年度的组织生活会有没有开', rule: 'R1-16' },
    levels: fromMonths('R1-16', '次年 4 月 1 日起')
  }
}

const people: Record<'W07' | 'W08' | 'W09' | 'W10', Kind> = {
  W07: {
    ...{ title: '民主评议党员', watches: '本年度的民主评议有没有开展、评定，优秀等次有没有超过比例', rule: 'R1-17' },
    levels: fromMonths('R1-17', '次年 4 月 1 日起；优秀超比例的立即')
  },
  W08: {
    ...{ title: '谈心谈话', watches: '委员之间、委员和党员、党员之间的谈话有没有谈到每个人', rule: 'R1-18' },
    levels: fromMonths('R1-18', '12 月 31 日')
  },
  W09: {
    ...{ title: '表决', watches: '到会人数、赞成票数和表决方式合不合规定', rule: null },
    levels: () => ({ red: '记录保存以后立即' })
  },
  W10: {
    ...{ title: '缺席', watches: '党员有没有连续无故缺席、长期没有参加组织生活', rule: null },
    levels: () => ({
      yellow: `连续无故缺席 ${absenceLimits.unexcused} 次`,
      red: `连续 ${absenceLimits.months} 个月没有参加，其间应参加 ${absenceLimits.events} 次以上`
    })
  }
}

const terms: Record<'W20' | 'W21' | 'W22' | 'W23' | 'W25', Kind> = {
  W20: {
    ...{ title: '任期届满', watches: '任期有没有到；批准延期的，延期有没有到', rule: 'R2-04' },
    levels: (rules) => ({
      blue: `届满前 ${rules.number('R2-04', 'months')} 个月起`,
      yellow: `届满前 ${rules.number('R2-04', 'yellow')} 个月起`,
      red: '届满当日起'
    })
  },
  W21: {
    ...{ title: '延期换届', watches: '批准延期的，有没有超过最长的期限', rule: 'R2-03' },
    levels: (rules) => ({
      yellow: `延期满 ${rules.number('R2-03', 'years')} 年前 ${rules.number('R2-03', 'yellow')} 天起`,
      red: `延期满 ${rules.number('R2-03', 'years')} 年当日`
    })
  },
  W22: {
    ...{ title: '书记、委员空缺', watches: '书记有没有空缺，应设支委会的够不够人数', rule: 'R2-06' },
    levels: (rules) => ({
      blue: '空缺当日起',
      yellow: `空缺满 ${rules.number('R2-06', 'yellow')} 个月`,
      red: `空缺满 ${rules.number('R2-06', 'red')} 个月`
    })
  },
  W23: {
    ...{ title: '选举', watches: '选举的到会人数、票数合不合规定', rule: null },
    levels: () => ({ red: '记录保存以后立即' })
  },
  W25: {
    ...{ title: '学时进度', watches: '党员的学时跟不跟得上进度', rule: 'R8-01' },
    levels: () =>
      Object.fromEntries(
        studySteps.map(({ level, share, month }) => [level, `${month} 月底过后，不足 ${Math.round(share * 100)}%`])
      )
  }
}

const kinds: Record<AlertCode, Kind> = { ...meetings, ...people, ...terms }

/** What a code is called, without its number. */
export const alertTitle = (code: AlertCode): string => kinds[code].title

/** A code as its settings show it; `rule` is the id whose parameters are its days, null where none can be set. */
export type AlertKind = {
  code: AlertCode
  title: string
  watches: string
  levels: { level: AlertLevel; words: string }[]
  rule: RuleId | null
}

/** All codes in their order, their levels by the days of these rules, the mildest first. */
export const alertKinds = (rules: RulesInForce): AlertKind[] =>
  alertCodes.map((code) => {
    const { title, watches, rule, levels } = kinds[code]
    const words = levels(rules)
    const steps = [...alertLevels].reverse().flatMap((level) => {
      const said = words[level]
      return said === undefined ? [] : [{ level, words: said }]
    })
    return { code, title, watches, rule, levels: steps }
  })
