import { citationOf } from '../../rulebook/rule.ts'
import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import type { Release } from './release.ts'
import type { Verdict } from './vote-rules.ts'

/** What stops a record from being completed. `item` is the agenda number; `why` carries the numbers, `wayOut` what mends it. */
export type Block = { rule: RuleId; item: number; title: string; why: string; wayOut: string; citation: string }

type Found = { rule: RuleId; why: string; wayOut: string }

const stops = (rule: RuleId, rules: RulesInForce): boolean => rules.isOn(rule) && rules.rule(rule).level === 'BLOCK'

function tooManyBallots({ vote }: AgendaItem, verdict: Verdict, rules: RulesInForce): Found[] {
  if (vote === null || vote.issued === null || vote.returned === null || vote.returned <= vote.issued) return []
  const rule = (['R2-19', verdict.rule] as const).find((one) => one !== null && stops(one, rules))
  if (rule === undefined || rule === null) return []
  const why = `发出 ${vote.issued} 张，收回 ${vote.returned} 张，多出 ${vote.returned - vote.issued} 张，投票无效。`
  return [{ rule, why, wayOut: '重新投票后填新的票数；填错了的，改发出、收回张数。' }]
}

function faultsOf(item: AgendaItem, verdict: Verdict, rules: RulesInForce): Found[] {
  const found = tooManyBallots(item, verdict, rules)
  const { rule } = verdict
  if (item.vote === null || rule === null || !stops(rule, rules)) return found
  if (verdict.verdict === 'no-quorum')
    found.push({ rule, why: verdict.message, wayOut: '到会人数够了再开会表决；点名有误的，改缺席名单。' })
  const { method } = item.vote
  if (rule === 'R1-22' && method !== null && method !== '无记名')
    found.push({
      rule,
      why: `表决方式是${method}，应当无记名投票。`,
      wayOut: '重新用无记名投票表决；方式选错了的，改表决方式。'
    })
  return found
}

/** What stops the record, by item; two faults of one item under one rule are one block. What is 一般 never stands here. */
export function blocksOf(
  { agenda }: Pick<Meeting, 'agenda'>,
  verdicts: readonly Verdict[],
  rules: RulesInForce
): Block[] {
  return agenda.flatMap((item) => {
    const verdict = verdicts.find(({ number }) => number === item.number)
    if (verdict === undefined) return []
    const faults = Map.groupBy(faultsOf(item, verdict, rules), ({ rule }) => rule)
    return [...faults].map(([rule, found]) => ({
      rule,
      item: item.number,
      title: item.title,
      why: found.map(({ why }) => why).join(''),
      wayOut: found.map(({ wayOut }) => wayOut).join(''),
      citation: citationOf(rules.rule(rule))
    }))
  })
}

const isOf = ({ rule, item }: Block, release: Release): boolean => release.ruleId === rule && release.item === item

/** The release that lets a block pass, where there is one. */
export const releaseOf = (block: Block, releases: readonly Release[]): Release | undefined =>
  releases.find((release) => isOf(block, release))

/** Blocks that still stand. */
export const standingBlocks = (blocks: readonly Block[], releases: readonly Release[]): Block[] =>
  blocks.filter((block) => releaseOf(block, releases) === undefined)

/** All that a vote was judged by: its figures, its matter, and who was there. */
const votedOn = ({ types, date, organisationId, absences, agenda }: Meeting, number: number): string => {
  const item = agenda.find((one) => one.number === number)
  const absent = absences.map(({ memberId }) => memberId).sort()
  return JSON.stringify([types, date, organisationId, absent, item?.kind, item?.title, item?.subject, item?.vote])
}

/** Whether a release still speaks of the vote it was given for: it falls with any change of what was judged. */
export const stillHolds = ({ item }: Pick<Release, 'item'>, before: Meeting, after: Meeting): boolean =>
  votedOn(before, item) === votedOn(after, item)
