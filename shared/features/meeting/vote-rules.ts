import type { VotingRuleId } from '../../rulebook/voting-rules.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { AgendaItem, AgendaKind, MeetingType, Vote } from './meeting.ts'
import { circleOf, type Counts } from './meeting-rules.ts'

/** Codes of decisions.md. `both-lines`: the two readings of the election line disagree, people must decide (R2-22). */
export type VerdictCode = 'carried' | 'not-carried' | 'no-quorum' | 'void' | 'both-lines' | 'not-voted'

/**
 * The judgement of one agenda item. `passOk` is null when too few were present, when nothing was voted, when the vote is
 * void, and for elections, which carry `overPresent` and `overExpected` instead. `message` is a sentence for people.
 */
export type Verdict = {
  number: number
  rule: VotingRuleId | null
  attendOk: boolean | null
  passOk: boolean | null
  verdict: VerdictCode
  overPresent?: boolean | null
  overExpected?: boolean | null
  message: string
}

const admissionKinds: readonly AgendaKind[] = ['接收预备党员', '预备党员转正', '延长预备期', '取消预备党员资格']

/** Which thresholds of rules.md §1.3 apply: first by the matter, then by the circle that votes. */
export function ruleFor(kind: AgendaKind, types: readonly MeetingType[]): VotingRuleId {
  if (admissionKinds.includes(kind)) return 'R1-22'
  if (kind === '选举') return 'R1-23'
  if (kind === '组织处置') return 'R1-26'
  const circle = circleOf(types)
  return circle === 'committee' ? 'R1-24' : circle === 'group' ? 'R1-25' : 'R1-21'
}

type Base = { expected: number; present: number; people: string }

function baseOf(rule: VotingRuleId, counts: Counts): Base {
  if (rule === 'R1-25') return { expected: counts.expected, present: counts.present, people: '党员' }
  const people =
    rule === 'R1-24'
      ? '委员'
      : rule === 'R1-22'
        ? '有表决权的正式党员'
        : rule === 'R1-23'
          ? '有选举权的党员'
          : '有表决权的党员'
  return { expected: counts.eligible, present: counts.presentEligible, people }
}

/** Whole-number comparisons only (rules.md §0.3): at least half, over half, at least four fifths. */
function enoughPresent(rule: VotingRuleId, { expected, present }: Base): boolean {
  if (expected === 0) return false
  if (rule === 'R1-22' || rule === 'R1-26') return 2 * present > expected
  if (rule === 'R1-23') return 5 * present >= 4 * expected
  return 2 * present >= expected
}

const threshold: Record<VotingRuleId, string> = {
  'R1-21': '半数',
  'R1-22': '半数以上（须超过半数）',
  'R1-23': '五分之四',
  'R1-24': '半数',
  'R1-25': '半数',
  'R1-26': '半数以上（须超过半数）',
  'R2-19': ''
}

function attendance(rule: VotingRuleId, base: Base, enough: boolean): string {
  if (base.expected === 0) return `没有应到会的${base.people}，不能表决`
  const reached = rule === 'R1-22' || rule === 'R1-26' ? '超过' : '达到'
  const share = rule === 'R1-23' ? '五分之四' : '半数'
  return enough
    ? `到会${base.people} ${base.present} 人，${reached}应到 ${base.expected} 人的${share}`
    : `到会${base.people} ${base.present} 人，应到 ${base.expected} 人，不够${threshold[rule]}，不能表决`
}

/** Both readings of the election line (R2-22): over half of those present, over half of those expected. */
function linesOf({ yes }: Vote, base: Base): { overPresent: boolean | null; overExpected: boolean | null } {
  if (yes === null) return { overPresent: null, overExpected: null }
  return { overPresent: 2 * yes > base.present, overExpected: 2 * yes > base.expected }
}

function election(number: number, vote: Vote, base: Base, seen: string): Verdict {
  const yes = vote.yes ?? 0
  const { overPresent, overExpected } = linesOf(vote, base)
  const shared = { number, rule: 'R1-23', attendOk: true, passOk: null, overPresent, overExpected } as const
  const sums = `赞成 ${yes} 票，实到 ${base.present} 人、应到 ${base.expected} 人`
  if (overPresent !== overExpected)
    return {
      ...shared,
      verdict: 'both-lines',
      message: `${seen}；${sums}：超过实到的半数，没有超过应到的半数。请按上级批准的选举办法确认。`
    }
  return {
    ...shared,
    verdict: overExpected ? 'carried' : 'not-carried',
    message: `${seen}；${sums}，${overExpected ? '超过应到的半数，当选' : '没有超过实到的半数，未当选'}。`
  }
}

function majority(number: number, rule: VotingRuleId, vote: Vote, base: Base, seen: string): Verdict {
  const written = rule === 'R1-22' ? (vote.writtenYes ?? 0) : 0
  const yes = (vote.yes ?? 0) + written
  const passOk = 2 * yes > base.expected
  const sum = written > 0 ? `赞成 ${vote.yes ?? 0} + 书面 ${written} = ${yes} 票` : `赞成 ${yes} 票`
  const line = `应到 ${base.expected} 人的半数`
  return {
    number,
    rule,
    attendOk: true,
    passOk,
    verdict: passOk ? 'carried' : 'not-carried',
    message: `${seen}；${sum}，${passOk ? `超过${line}，通过` : `没有超过${line}，不通过`}。`
  }
}

/**
 * Judges one item by the thresholds of its matter. An item not put to a vote comes back `not-voted`, all else null; so does
 * one whose rule the office has switched off, as it may where no regulation fixes the thresholds.
 */
export function voteVerdict(
  item: Pick<AgendaItem, 'number' | 'kind' | 'vote'>,
  types: readonly MeetingType[],
  counts: Counts,
  rules: RulesInForce
): Verdict {
  const { number, vote } = item
  const unjudged = { number, rule: null, attendOk: null, passOk: null, verdict: 'not-voted' } as const
  if (vote === null) return { ...unjudged, message: '本议题不表决。' }
  const rule = ruleFor(item.kind, types)
  if (!rules.isOn(rule)) return { ...unjudged, message: '本单位停用了这类表决的口径，程序不作判断，结果写在决议里。' }
  const base = baseOf(rule, counts)
  const attendOk = enoughPresent(rule, base)
  const seen = attendance(rule, base, attendOk)
  const undecided = { number, rule, attendOk, passOk: null, ...(rule === 'R1-23' ? linesOf(vote, base) : {}) } as const
  if (!attendOk) return { ...undecided, verdict: 'no-quorum', message: `${seen}。` }
  if (vote.issued !== null && vote.returned !== null && vote.returned > vote.issued)
    return {
      ...undecided,
      verdict: 'void',
      message: `收回 ${vote.returned} 张，比发出的多 ${vote.returned - vote.issued} 张，本次投票无效，应重新投票。`
    }
  if (vote.yes === null) return { ...undecided, verdict: 'not-voted', message: `${seen}，还没有填赞成票数。` }
  return rule === 'R1-23' ? election(number, vote, base, seen) : majority(number, rule, vote, base, seen)
}

/** What does not add up in the figures of a vote, for the screen only; none of it stops anything. */
export function voteNotes(
  item: Pick<AgendaItem, 'kind' | 'vote'>,
  types: readonly MeetingType[],
  counts: Counts
): string[] {
  const { vote } = item
  if (vote === null) return []
  const rule = ruleFor(item.kind, types)
  const { present } = baseOf(rule, counts)
  const notes: string[] = []
  if (rule === 'R1-22' && vote.method !== '无记名') notes.push('讨论接收、转正等事项应当无记名投票，请核对表决方式。')
  const written = (vote.writtenYes ?? 0) + (vote.writtenNo ?? 0) + (vote.writtenAbstained ?? 0)
  if (rule !== 'R1-22' && written > 0) notes.push('书面意见只在接收、转正等事项计票，这一项没有计入。')
  if (vote.yes !== null && vote.no !== null && vote.abstained !== null) {
    const cast = vote.yes + vote.no + vote.abstained
    if (cast !== present) notes.push(`赞成、反对、弃权合计 ${cast} 票，到会有表决权 ${present} 人，请核对。`)
  }
  return notes
}
