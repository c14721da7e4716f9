import { addMonths, makeDay } from '../../kernel/dates.ts'
import { fraction } from '../../kernel/fraction.ts'
import type { PartyMember } from '../member/member-rules.ts'
import { hasSecretary, newSecretaries, seatedOf } from './committee-rules.ts'
import type { ItemFacts, ItemRule } from './item-facts.ts'
import type { Need } from './item-result.ts'
import { isYearOver, partOf, pending, scored, someNames, stillBy } from './measured.ts'

/** Whether any hours of anybody are on record: without them nothing can be said of the year. */
export const hasHours = ({ learners }: Pick<ItemFacts, 'learners'>): boolean =>
  learners.some(({ hours }) => hours.entries.length > 0)

/** A 书记 new in office needs 任职培训 within half a year (R8-02); it is not lacking while that half year runs. */
function lacksInduction(facts: ItemFacts, memberId: string): boolean {
  const post = newSecretaries(facts).find((one) => one.memberId === memberId)
  if (post === undefined) return false
  const until = addMonths(post.from, 6)
  const isTrained = facts.trained.some((one) => one.memberId === memberId && one.date >= post.from && one.date <= until)
  return !isTrained && until < facts.today
}

/** What somebody of the committee still lacks; empty where he has reached everything. */
function lackingOf(facts: ItemFacts, { id }: PartyMember): string[] {
  const learner = facts.learners.find(({ memberId }) => memberId === id)
  if (learner === undefined) return ['没有学时记录']
  const { target, hours } = learner
  return [
    ...(hours.total < target ? [`学时 ${hours.total}，应为 ${target}`] : []),
    ...(hours.entries.some(({ kind }) => kind === '集中培训') ? [] : ['没有参加集中培训']),
    ...(lacksInduction(facts, id) ? ['没有在半年内参加任职培训'] : [])
  ]
}

/** B6: R8-01 and R8-02, by heads: the 书记 and the committee, or the 书记 and 副书记 where there is none. */
const training: ItemRule = (facts, { points }) => {
  const isOver = isYearOver(facts)
  const by = stillBy(makeDay(facts.year, 12, 31), facts)
  const people = seatedOf(facts)
  if (!hasSecretary(facts)) {
    const needs: Need[] = [{ what: '登记书记的任职', by: null, gain: points, place: 'organisation' }]
    return isOver
      ? scored(fraction(0), '没有登记书记。', { needs })
      : pending('没有登记书记，年度还没有过完。', { needs })
  }
  if (!hasHours(facts))
    return pending('没有学时记录。', { needs: [{ what: '登记书记、委员的学时', by, gain: points, place: 'study' }] })
  const short = people.flatMap((person) => {
    const lacking = lackingOf(facts, person)
    return lacking.length === 0 ? [] : [{ person, lacking }]
  })
  const met = people.length - short.length
  const names = someNames(short.map(({ person }) => person.name))
  const says = `书记、委员 ${people.length} 人，达标 ${met} 人${short.length === 0 ? '' : `，没有达标的有${names}`}`
  const links = people.map(({ id, name }) => ({ record: 'study' as const, id, text: name, on: null }))
  const needs = short.map(
    ({ person, lacking }): Need => ({
      what: `${isOver ? '补录' : ''}${person.name}的培训：${lacking.join('，')}`,
      ...{ by, gain: partOf(points, 1, people.length), place: 'study' }
    })
  )
  if (short.length > 0 && !isOver) return pending(`${says}，年度还没有过完。`, { links, needs })
  return scored(partOf(points, met, people.length), `${says}。`, { links, needs })
}

/** B6. */
export const trainingItems = { training } satisfies Record<string, ItemRule>
