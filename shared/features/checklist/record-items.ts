import { compare, type Fraction, fraction, isNought, minus } from '../../kernel/fraction.ts'
import { personalMatters } from '../meeting/admission-rules.ts'
import { gapsOf } from '../meeting/completion-rules.ts'
import { type AgendaItem, meetingTitle } from '../meeting/meeting.ts'
import type { Verdict } from '../meeting/vote-rules.ts'
import type { ItemFacts, ItemRule, MeetingFact } from './item-facts.ts'
import type { Need, RecordLink } from './item-result.ts'
import { notApplicable, partOf, pending, scored, someNames } from './measured.ts'

/** Of a record: how many elements of rules.md §9.2 are wanted, and what is missing of them, in words. */
type Elements = { fact: MeetingFact; wanted: number; missing: string[] }

/** 开始, 结束, 地点, 主持人, 记录人, and what it was about. */
const ofEveryRecord = 6

const isPersonal = ({ kind }: AgendaItem): boolean => personalMatters.includes(kind)

/** 被讨论人 and the vote where a person is discussed; figures, 方式, 发言 and 决议 where there is a vote. */
const wantedOfItem = (item: AgendaItem): number =>
  (isPersonal(item) ? 1 : 0) + (item.vote === null ? (isPersonal(item) ? 1 : 0) : 4)

function elementsOf(fact: MeetingFact, today: string): Elements {
  const { meeting, verdicts } = fact
  const gaps = gapsOf(meeting, verdicts, today).filter(({ field }) => field !== 'date')
  const byField = new Map(gaps.map(({ field, message }) => [field, message.replace(/。$/, '')]))
  const wanted = meeting.agenda.reduce((sum, item) => sum + wantedOfItem(item), ofEveryRecord)
  return { fact, wanted, missing: [...byField.values()] }
}

const linkOf = ({ fact: { meeting } }: Elements): RecordLink => ({
  ...{ record: 'meeting', id: meeting.id, text: `${meeting.date} ${meeting.types.join('、')}`, on: meeting.date }
})

const fullFrom = fraction(95, 100)

const pointsFor = (points: Fraction, missing: number, wanted: number): Fraction =>
  compare(fraction(wanted - missing, wanted), fullFrom) >= 0 ? points : partOf(points, wanted - missing, wanted)

/** What filling in each record gains by itself; nothing once the line of full points is reached. */
function needsOf(all: readonly Elements[], points: Fraction, missing: number, wanted: number): Need[] {
  const now = pointsFor(points, missing, wanted)
  return all
    .filter((one) => one.missing.length > 0)
    .map((one) => ({
      what: `补齐 ${one.fact.meeting.date} ${meetingTitle(one.fact.meeting)}：${one.missing.slice(0, 3).join('；')}`,
      by: null,
      gain: minus(pointsFor(points, missing - one.missing.length, wanted), now),
      ...{ place: 'meeting' as const, id: one.fact.meeting.id }
    }))
    .filter(({ gain }) => !isNought(gain))
}

/** D8: full from 95 per cent of the elements of all records on, else their share. */
const records: ItemRule = (facts, { points }) => {
  const all = facts.meetings.map((fact) => elementsOf(fact, facts.today))
  if (all.length === 0) return pending('还没有会议和活动的记录。')
  const wanted = all.reduce((sum, one) => sum + one.wanted, 0)
  const missing = all.reduce((sum, one) => sum + one.missing.length, 0)
  const short = all.filter((one) => one.missing.length > 0)
  const basis = `${all.length} 份记录应有要素 ${wanted} 个，有 ${wanted - missing} 个${short.length === 0 ? '' : `，${short.length} 份不全`}。`
  return scored(pointsFor(points, missing, wanted), basis, {
    links: (short.length === 0 ? all : short).map(linkOf),
    needs: needsOf(all, points, missing, wanted)
  })
}

type Voted = { fact: MeetingFact; item: AgendaItem; verdict: Verdict }

/** Every item that was put to a vote under a rule the office has not switched off. */
const votesOf = ({ meetings }: ItemFacts): Voted[] =>
  meetings.flatMap((fact) =>
    fact.meeting.agenda.flatMap((item) => {
      const verdict = fact.verdicts.find(({ number }) => number === item.number)
      return item.vote === null || verdict === undefined || verdict.rule === null ? [] : [{ fact, item, verdict }]
    })
  )

const isSecret = ({ verdict }: Voted): boolean => verdict.rule === 'R1-22'

/** Too few present, an invalid vote, or hands where the ballot has to be secret; what was voted down is in order. */
const isWrong = (voted: Voted): boolean => {
  const { method } = voted.item.vote ?? { method: null }
  if (voted.verdict.verdict === 'no-quorum' || voted.verdict.verdict === 'void') return true
  return isSecret(voted) && method !== null && method !== '无记名'
}

/** Figures not filled in, or no method where it matters: nothing can be said of it. */
const isUnknown = (voted: Voted): boolean =>
  voted.verdict.verdict === 'not-voted' || (isSecret(voted) && voted.item.vote?.method === null)

const nameOf = ({ fact: { meeting }, item }: Voted): string => `${meeting.date} ${item.title}`

/** D9: one vote out of order takes all points; votes without figures are left out. */
const votes: ItemRule = (facts, { points }) => {
  const all = votesOf(facts)
  if (all.length === 0) return notApplicable('没有表决过的议题。')
  const wrong = all.filter(isWrong)
  const unknown = all.filter((one) => !isWrong(one) && isUnknown(one))
  const judged = all.length - unknown.length
  const link = ({ fact: { meeting }, item }: Voted): RecordLink => ({
    ...{ record: 'meeting', id: meeting.id, text: `${meeting.date} ${item.title}`, on: meeting.date }
  })
  const needs = (gain: Fraction): Need[] =>
    unknown.map((one) => ({
      what: `补填 ${nameOf(one)} 的表决方式和票数`,
      ...{ by: null, gain, place: 'meeting', id: one.fact.meeting.id }
    }))
  if (wrong.length > 0)
    return scored(fraction(0), `表决 ${judged} 项，${wrong.length} 项不合规：${someNames(wrong.map(nameOf), '项')}。`, {
      links: wrong.map(link)
    })
  const methodOnly = unknown.filter(({ verdict }) => verdict.verdict !== 'not-voted')
  if (judged === 0 || methodOnly.length > 0)
    return pending(`表决 ${all.length} 项，${unknown.length} 项没有填全。`, {
      ...{ links: unknown.map(link), needs: needs(partOf(points, 1, unknown.length)) }
    })
  const open = all.filter(({ verdict }) => verdict.verdict === 'both-lines').length
  const basis = `表决 ${judged} 项，到会和方式都合规${open === 0 ? '' : `，其中 ${open} 项选举须按选举办法确认`}`
  return scored(points, `${basis}${unknown.length === 0 ? '' : `；另有 ${unknown.length} 项没有票数`}。`, {
    links: all.map(link)
  })
}

/** D8 and D9: how complete the records are, and whether the votes were in order. */
export const recordItems = { records, votes } satisfies Record<string, ItemRule>
