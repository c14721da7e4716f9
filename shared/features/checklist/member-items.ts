import { addMonths, type Day, makeDay } from '../../kernel/dates.ts'
import { compare, type Fraction, fraction, isNought, minus, rounded, times } from '../../kernel/fraction.ts'
import type { MeetingType } from '../meeting/meeting.ts'
import { completeness, completenessOf } from '../member/member-rules.ts'
import { runsOn } from '../suspension/suspension.ts'
import type { Whereabouts } from '../whereabouts/whereabouts.ts'
import { missingWhereabouts } from '../whereabouts/whereabouts-rules.ts'
import type { ItemFacts, ItemRule, MeetingFact } from './item-facts.ts'
import type { Need, RecordLink } from './item-result.ts'
import { isYearOver, less, partOf, pending, scored, someNames, stillBy } from './measured.ts'
import { hasHours } from './training-items.ts'

const nought = fraction(0)
const half = fraction(1, 2)
const percent = (share: Fraction): string => `${rounded(times(share, fraction(100)), 2)}%`
const ofMember = ({ id, name }: { id: string; name: string }): RecordLink => ({
  ...{ record: 'member', id, text: name, on: null }
})

/** The person to begin with, where a need speaks of several. */
const first = ([one]: readonly { id: string }[]): { id?: string } => (one === undefined ? {} : { id: one.id })

const fullFrom = fraction(98, 100)
const leastShare = fraction(90, 100)

/** C1: all points from 98 per cent of the wanted facts on, none below 90. */
const completenessItem: ItemRule = ({ people }, { points }) => {
  const { filled, wanted } = completenessOf(people)
  if (wanted === 0) return pending('名册上还没有党员。')
  const share = fraction(filled, wanted)
  const score =
    compare(share, fullFrom) >= 0 ? points : compare(share, leastShare) < 0 ? nought : partOf(points, filled, wanted)
  const short = people.filter((person) => completeness(person).missing.length > 0)
  const names = someNames(short.map(({ name }) => name))
  const gain = minus(points, score)
  const says = `${people.length} 名党员应填 ${wanted} 项，填了 ${filled} 项，完整率 ${percent(share)}`
  return scored(score, `${says}${short.length === 0 ? '' : `，没有填全的有${names}`}。`, {
    links: short.map(ofMember),
    needs: isNought(gain) ? [] : [{ what: `补齐${names}的党员信息`, by: null, gain, place: 'member', ...first(short) }]
  })
}

const studyPlanTitle = /(学习|培训|教育)[\u4e00-\u9fff]{0,4}计划|年度计划/

/** C2: a 支委会 or 党员大会 that spoke of the plan, by the title of an item; the plan itself is filed as a proof where it is. */
const studyPlan: ItemRule = (facts, { points }) => {
  const { meetings, year, organisation } = facts
  const spoken = meetings.flatMap(({ meeting }) => {
    if (!meeting.types.some((type) => type === '支委会' || type === '党员大会')) return []
    const item = meeting.agenda.find(({ title }) => studyPlanTitle.test(title) && !/季度|落实/.test(title))
    return item === undefined ? [] : [{ meeting, title: item.title }]
  })
  const [first] = spoken
  if (first !== undefined) {
    const { meeting, title } = first
    const links = spoken.map(
      (one): RecordLink => ({
        ...{ record: 'meeting', id: one.meeting.id, on: one.meeting.date },
        text: `${one.meeting.date} ${one.title}`
      })
    )
    return scored(points, `${meeting.date} ${meeting.types.join('、')}研究了“${title}”。`, { links })
  }
  const start = { organisationId: organisation.id, type: '支委会' as const }
  const by = stillBy(makeDay(year, 12, 31), facts)
  const what = '支委会研究年度学习培训计划，写进议题'
  const needs: Need[] = [{ what, by, gain: points, place: 'meeting', start }]
  const says = '没有支委会或者党员大会研究年度学习培训计划的议题'
  return isYearOver(facts) ? scored(nought, `${says}。`, { needs }) : pending(`${says}，年度还没有过完。`, { needs })
}

/** C3: the share of members with the hours of R8-01, the same number for everybody. */
const studyHours: ItemRule = (facts, { points }) => {
  const { learners, rules } = facts
  const target = rules.number('R8-01', 'member')
  const isOver = isYearOver(facts)
  const by = stillBy(makeDay(facts.year, 12, 31), facts)
  if (!hasHours(facts))
    return pending('没有学时记录。', { needs: [{ what: '登记党员的学时', by, gain: points, place: 'study' }] })
  const short = learners.filter(({ hours }) => hours.total < target)
  const met = learners.length - short.length
  const names = someNames(short.map(({ name }) => name))
  const says = `党员 ${learners.length} 人，满 ${target} 学时的 ${met} 人${short.length === 0 ? '' : `，没有满的有${names}`}`
  const links = short.map(({ memberId, name }): RecordLink => ({ record: 'study', id: memberId, text: name, on: null }))
  const gain = partOf(points, short.length, learners.length)
  const what = isOver ? `补录${names}的学时，学过的才补` : `${names}学满 ${target} 学时`
  const needs: Need[] = short.length === 0 ? [] : [{ what, by, gain, place: 'study' }]
  if (short.length > 0 && !isOver) return pending(`${says}，年度还没有过完。`, { links, needs })
  return scored(partOf(points, met, learners.length), `${says}。`, { links, needs })
}

const isAway = ({ from, to }: Whereabouts, day: Day): boolean => from <= day && (to === null || to > day)

/** Spells of a kind that run on the day, with who it is; those of people who have left the branch are left out. */
const spellsOf = ({ whereabouts, day, people }: ItemFacts, kind: Whereabouts['kind']) =>
  whereabouts.flatMap((spell) => {
    const person = people.find(({ id }) => id === spell.memberId)
    return spell.kind === kind && isAway(spell, day) && person !== undefined ? [{ spell, person }] : []
  })

const isLong = ({ from }: Whereabouts, day: Day): boolean => addMonths(from, 6) <= day

/** C5: away for six months and more, with the place on record; half a point off for each without. */
const relations: ItemRule = (facts, { points }) => {
  const away = spellsOf(facts, '流动').filter(({ spell }) => isLong(spell, facts.day))
  if (away.length === 0) return scored(points, '没有登记外出满 6 个月的党员。')
  const missed = away.filter(({ spell }) => missingWhereabouts(spell).some(({ field }) => field === 'place'))
  const links = away.map(({ person }) => ofMember(person))
  const says = `外出满 6 个月的党员 ${away.length} 人`
  if (missed.length === 0) return scored(points, `${says}，都登记了去向。`, { links })
  const names = someNames(missed.map(({ person }) => person.name))
  const score = less(points, times(half, fraction(missed.length)))
  return scored(score, `${says}，${missed.length} 人没有登记去向：${names}。`, {
    links: missed.map(({ person }) => ofMember(person)),
    needs: [
      {
        what: `登记${names}的外出流向，或者转移组织关系`,
        by: null,
        gain: minus(points, score),
        place: 'member',
        ...first(missed.map(({ person }) => person))
      }
    ]
  })
}

/** 停止党籍 that began after contact was lost and runs on the day; such people are on the roster no more. */
const isStopped = ({ memberId, from }: Whereabouts, { suspensions, day }: ItemFacts): boolean =>
  suspensions.some(
    (one) => one.memberId === memberId && one.kind === '停止党籍' && one.from >= from && runsOn(one, day)
  )

/**
 * C6: somebody in the branch keeps in touch with everybody away; contact lost for six months has led to 停止党籍. Contact by
 * the quarter, and a procedure that runs, are not on record: they are confirmed by hand (kind S).
 */
const contacts: ItemRule = (facts, { points }) => {
  const away = spellsOf(facts, '流动')
  const lost = spellsOf(facts, '失联').filter(({ spell }) => isLong(spell, facts.day))
  const stopped = facts.whereabouts.filter(
    (spell) => spell.kind === '失联' && isAway(spell, facts.day) && isStopped(spell, facts)
  ).length
  const open = lost.filter(({ spell }) => !isStopped(spell, facts))
  const noContact = away.filter(({ spell }) => missingWhereabouts(spell).some(({ field }) => field === 'contact'))
  const all = away.length + open.length + stopped
  if (all === 0) return scored(points, '没有登记流动党员和失联满 6 个月的党员。')
  const kept = all - noContact.length - open.length
  const gain = partOf(points, 1, all)
  const says = [
    `流动党员 ${away.length} 人，失联满 6 个月的 ${open.length + stopped} 人，合规 ${kept} 人`,
    ...(noContact.length === 0 ? [] : [`没有联系人的有${someNames(noContact.map(({ person }) => person.name))}`]),
    ...(open.length === 0 ? [] : [`还没有停止党籍的有${someNames(open.map(({ person }) => person.name))}`])
  ].join('，')
  return scored(partOf(points, kept, all), `${says}。`, {
    links: [...noContact, ...open].map(({ person }) => ofMember(person)),
    needs: [
      ...noContact.map(
        ({ person }): Need => ({
          what: `给${person.name}定联系人`,
          ...{ by: null, gain, place: 'member', id: person.id }
        })
      ),
      ...open.map(
        ({ person }): Need => ({
          what: `按规定办理${person.name}停止党籍`,
          ...{ by: null, gain, place: 'member', id: person.id }
        })
      )
    ]
  })
}

const attendedTypes: readonly MeetingType[] = ['党员大会', '主题党日', '党课', '组织生活会']
const full = fraction(80, 100)
const middle = fraction(60, 100)

/** C9: everybody present against everybody expected, over all such meetings; half from 60 per cent on. */
const attendance: ItemRule = ({ meetings }, { points }) => {
  const counted = meetings.filter(({ meeting }) => meeting.types.some((type) => attendedTypes.includes(type)))
  const sum = (of: (fact: MeetingFact) => number): number => counted.reduce((all, fact) => all + of(fact), 0)
  const [expected, present] = [sum((fact) => fact.expected), sum((fact) => fact.present.length)]
  if (expected === 0) return pending('还没有党员大会、主题党日、党课、组织生活会的到会记录。')
  const share = fraction(present, expected)
  const score = compare(share, full) >= 0 ? points : compare(share, middle) >= 0 ? partOf(points, 1, 2) : nought
  const says = `${counted.length} 次会议和活动应到 ${expected} 人次，实到 ${present} 人次，到会率 ${percent(share)}。`
  return scored(score, says, {
    links: counted.map(({ meeting: { id, date, types } }) => ({
      ...{ record: 'meeting', id, text: `${date} ${types.join('、')}`, on: date }
    }))
  })
}

/** C1–C3, C5, C6, C9: the people of the branch. */
export const memberItems = {
  completeness: completenessItem,
  'study-plan': studyPlan,
  'study-hours': studyHours,
  relations,
  contacts,
  attendance
} satisfies Record<string, ItemRule>
