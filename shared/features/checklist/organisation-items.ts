import { fraction, times } from '../../kernel/fraction.ts'
import { membershipOn } from '../member/member.ts'
import { labelOf } from '../organisation/organisation.ts'
import { type SetupFinding, setupFindings, type SetupGroup } from '../organisation/setup-rules.ts'
import { hasPostRecords } from './committee-rules.ts'
import type { ItemFacts, ItemRule } from './item-facts.ts'
import type { Measured, RecordLink } from './item-result.ts'
import { less, notApplicable, pending, scored, someNames } from './measured.ts'

const nought = fraction(0)
const half = fraction(1, 2)

const ofBranch = ({ organisation }: ItemFacts): RecordLink[] => [
  { record: 'organisation', id: organisation.id, text: labelOf(organisation), on: null }
]

const nobody = ({ setup }: ItemFacts): Measured | null =>
  setup.full + setup.probationary === 0 ? pending('名册上还没有党员。') : null

/** What the rules of setting up say of the branch; what is out of order first, and alone. */
function findingsOf({ setup, rules }: ItemFacts, wanted: readonly SetupFinding['rule'][]) {
  const all = setupFindings(setup, rules, true).filter(({ rule }) => wanted.includes(rule))
  const open = all.filter(({ status }) => status === 'open')
  const said = open.length === 0 ? all : open
  return { isKept: open.length === 0, says: said.map(({ message }) => message).join('') }
}

/** A1: three 正式党员, at most five units in a 联合党支部 (R1-01, R1-03). */
const founded: ItemRule = (facts, { points }) => {
  if (facts.organisation.kind === '临时党支部') return notApplicable('临时党支部经上级批准成立，不按人数判断。')
  const { isKept, says } = findingsOf(facts, ['R1-01', 'R1-03'])
  const what = '按人数核对党支部的设置，报上级调整'
  return (
    nobody(facts) ??
    scored(isKept ? points : nought, says, {
      links: ofBranch(facts),
      needs: isKept ? [] : [{ what, by: null, gain: points, place: 'organisation' }]
    })
  )
}

/** A2: R1-02, of every kind of branch. */
const size: ItemRule = (facts, { points }) => {
  const { full, probationary } = facts.setup
  const most = facts.rules.number('R1-02', 'most')
  const isKept = full + probationary <= most
  const says = `党员 ${full + probationary} 人（正式 ${full} 人、预备 ${probationary} 人），${isKept ? '不' : ''}超过 ${most} 人。`
  const what = '研究分设党支部，或者设党总支'
  return (
    nobody(facts) ??
    scored(isKept ? points : nought, says, {
      links: ofBranch(facts),
      needs: isKept ? [] : [{ what, by: null, gain: points, place: 'organisation' }]
    })
  )
}

/** A3: a committee of 3 to 7 from 7 正式党员 on, else a 书记 and at most one 副书记 (R1-06, R1-07). */
const committee: ItemRule = (facts, { points }) => {
  if (facts.organisation.kind === '临时党支部') return notApplicable('临时党支部的班子由批准其成立的组织指定。')
  const empty = nobody(facts)
  if (empty !== null) return empty
  const need = (what: string) => ({ needs: [{ what, by: null, gain: points, place: 'organisation' as const }] })
  if (!hasPostRecords(facts) && facts.organisation.hasCommittee !== false)
    return pending('没有任职记录。', need('登记书记、委员的任职'))
  const { isKept, says } = findingsOf(facts, ['R1-06', 'R1-07'])
  const links = ofBranch(facts)
  return isKept
    ? scored(points, says, { links })
    : scored(nought, says, { links, ...need('按正式党员人数配好班子，登记任职') })
}

function faultsOf({ name, members, full, leader }: SetupGroup, least: number, areLeadersKnown: boolean): string[] {
  return [
    ...(members < least ? [`${name}党员 ${members} 人，不足 ${least} 人`] : []),
    ...(full === 0 ? [`${name}没有正式党员`] : []),
    ...(leader !== null && !leader.full ? [`${name}组长${leader.name}不是正式党员`] : []),
    ...(leader === null && areLeadersKnown ? [`${name}没有登记组长`] : [])
  ]
}

/** A4: R1-09, local practice. One group out of order takes all points; where no leader is on record at all, nobody knows. */
const groups: ItemRule = (facts, { points }) => {
  const { setup, rules } = facts
  if (!rules.isOn('R1-09')) return notApplicable('本单位停用了党小组人数和组长的口径。')
  if (setup.groups.length === 0) return notApplicable('没有划分党小组。')
  const least = rules.number('R1-09', 'least')
  const areLeadersKnown = setup.groups.some(({ leader }) => leader !== null)
  const faults = setup.groups.flatMap((group) => faultsOf(group, least, areLeadersKnown))
  const links = ofBranch(facts)
  const need = (what: string) => ({ links, needs: [{ what, by: null, gain: points, place: 'organisation' as const }] })
  if (faults.length > 0)
    return scored(nought, `${faults.join('；')}。`, need('调整党小组，每组 3 人以上，组长为正式党员'))
  if (!areLeadersKnown) return pending(`${setup.groups.length} 个党小组都没有登记组长。`, need('登记党小组组长'))
  return scored(points, `${setup.groups.length} 个党小组，各有党员 ${least} 人以上，组长都是正式党员。`, { links })
}

/** A5: everybody of the roster is in the branch; with groups, half a point off for each who is in none (党章 第8条). */
const assigned: ItemRule = (facts, { points }) => {
  const empty = nobody(facts)
  if (empty !== null) return empty
  const { organisation, day, people, plan } = facts
  const ids = new Set(plan.groups.map((group) => group.organisation.id))
  if (ids.size === 0) return scored(points, '没有划分党小组，党员都编入党支部。', { links: ofBranch(facts) })
  const missed = people.filter((person) => {
    const spell = membershipOn(person, organisation.id, day)
    return spell?.affiliation === '本支部' && (spell.groupId === null || !ids.has(spell.groupId))
  })
  if (missed.length === 0) return scored(points, `党员都编入 ${ids.size} 个党小组。`, { links: ofBranch(facts) })
  const names = someNames(missed.map(({ name }) => name))
  const score = less(points, times(half, fraction(missed.length)))
  return scored(score, `${missed.length} 人没有编入党小组：${names}。`, {
    links: missed.map(({ id, name }) => ({ record: 'member', id, text: name, on: null })),
    needs: [{ what: `把${names}编入党小组`, by: null, gain: less(points, score), place: 'member' }]
  })
}

/** A1–A5: how the branch is set up on the day. */
export const organisationItems = { founded, size, committee, groups, assigned } satisfies Record<string, ItemRule>
