import type { RuleLevel } from '../../rulebook/rule.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { SetupRuleId } from '../../rulebook/setup-rules.ts'
import { addMonths, type Day } from '../../kernel/dates.ts'
import { isCommitteeSeat } from '../post/post.ts'
import { isBranch, labelOf, type Organisation, type OrganisationKind } from './organisation.ts'

/**
 * A party member who counts on the day, as `partyMembersOn` gives them; pass only those with `own` (R1-32). `titles` are
 * those held in his own branch and group.
 */
export type SetupPerson = {
  id: string
  name: string
  category: '正式党员' | '预备党员'
  organisationId: string
  groupId: string | null
  titles: readonly string[]
}

/** A group with its figures; `leader` null where none is on record. */
export type SetupGroup = {
  name: string
  members: number
  full: number
  leader: { name: string; full: boolean } | null
}

/**
 * What the rules ask of one organisation on a day. For a 党委 or 党总支 the figures are those of everybody below and
 * `branches` counts the branches; `seats` are the people of the branch committee, one entry each; `units` is the number of
 * units a 联合党支部 covers, null where nobody recorded it.
 */
export type SetupFacts = {
  kind: OrganisationKind
  today: Day
  full: number
  probationary: number
  hasCommittee: boolean | null
  seats: readonly { name: string; titles: readonly string[] }[]
  groups: readonly SetupGroup[]
  ungrouped: number
  branches: number
  units: number | null
  foundedOn: Day | null
  electedOn: Day | null
}

/**
 * One judgement: `open` is something to put right, `hint` something to think of (INFO rules, local practice, what a text
 * only calls 一般 and leaves room for), `met` a rule that is kept. `message` carries the numbers it was judged by.
 */
export type SetupFinding = {
  rule: SetupRuleId
  level: RuleLevel
  status: 'met' | 'open' | 'hint'
  message: string
}

type Said = { status: SetupFinding['status']; message: string }

const open = (message: string): Said => ({ status: 'open', message })
const hint = (message: string): Said => ({ status: 'hint', message })
const met = (message: string): Said => ({ status: 'met', message })

/** 党员 52 人（正式 50 人、预备 2 人）. */
const strength = ({ full, probationary }: SetupFacts): string =>
  `党员 ${full + probationary} 人（正式 ${full} 人、预备 ${probationary} 人）`

const size = ({ full, probationary }: SetupFacts): number => full + probationary

/** A branch that elects its own leaders: R1-01 to R1-09 speak of it, and not of a 临时党支部 (decisions.md, A1). */
const isStanding = ({ kind }: SetupFacts): boolean => kind === '党支部' || kind === '联合党支部'

function enoughMembers(facts: SetupFacts): Said[] {
  if (!isStanding(facts)) return []
  const { full } = facts
  return [full < 3 ? open(`正式党员 ${full} 人，不足 3 人。`) : met(`正式党员 ${full} 人，达到 3 人。`)]
}

function notTooMany(facts: SetupFacts, rules: RulesInForce): Said[] {
  if (!isStanding(facts)) return []
  const most = rules.number('R1-02', 'most')
  return [
    size(facts) > most ? open(`${strength(facts)}，超过 ${most} 人。`) : met(`${strength(facts)}，不超过 ${most} 人。`)
  ]
}

function jointBranch({ kind, full, units }: SetupFacts): Said[] {
  if (kind === '党支部' && full < 3) return [hint(`正式党员 ${full} 人，不足 3 人，应与邻近的单位成立联合党支部。`)]
  if (kind !== '联合党支部') return []
  if (units === null) return [hint('没有登记覆盖几个单位，联合党支部一般不超过 5 个，请自行核对。')]
  return [units > 5 ? open(`覆盖 ${units} 个单位，超过 5 个。`) : met(`覆盖 ${units} 个单位，不超过 5 个。`)]
}

function longProject({ kind, foundedOn, today }: SetupFacts): Said[] {
  if (kind !== '临时党支部' || foundedOn === null || addMonths(foundedOn, 6) > today) return []
  return [hint(`临时党支部 ${foundedOn} 成立，已满 6 个月；工程、项目等符合条件的应成立党支部。`)]
}

function temporaryBranch({ kind, electedOn }: SetupFacts): Said[] {
  if (kind !== '临时党支部') return []
  const limits = hint('临时党支部一般不发展党员、不处分处置党员、不收缴党费、不选举党代表、不换届。')
  return electedOn === null
    ? [limits]
    : [open(`登记了本届选举日期 ${electedOn}；临时党支部一般不换届，班子由批准其成立的组织指定。`), limits]
}

const holders = ({ seats }: SetupFacts, title: string): number =>
  seats.filter(({ titles }) => titles.includes(title)).length

/** One 书记, at most one 副书记: asked of every branch, whether it has a committee or not. */
function secretaries(facts: SetupFacts): Said[] {
  const [first, second] = [holders(facts, '书记'), holders(facts, '副书记')]
  return [
    ...(first === 0 ? [open('没有登记书记。')] : []),
    ...(first > 1 ? [open(`登记了 ${first} 名书记，应为 1 名。`)] : []),
    ...(second > 1 ? [open(`登记了 ${second} 名副书记，必要时设 1 名。`)] : [])
  ]
}

function seatsFilled(facts: SetupFacts, rules: RulesInForce): Said {
  const { full, seats } = facts
  const [least, usual, most] = [
    rules.number('R1-06', 'least'),
    rules.number('R1-06', 'usual'),
    rules.number('R1-06', 'most')
  ]
  const now = `支委会现有 ${seats.length} 人`
  if (seats.length < least) return open(`${now}，不足 ${least} 人。`)
  if (seats.length > most) return open(`${now}，超过 ${most} 人。`)
  return seats.length > usual
    ? hint(`${now}，一般 ${least} 至 ${usual} 人，最多 ${most} 人。`)
    : met(`正式党员 ${full} 人，${now}，在 ${least} 至 ${usual} 人之内。`)
}

function committee(facts: SetupFacts, rules: RulesInForce): Said[] {
  const from = rules.number('R1-06', 'from')
  if (!isStanding(facts) || facts.full < from) return []
  const { full, seats, hasCommittee } = facts
  if (hasCommittee === false || seats.length === 0) {
    const now = hasCommittee === false ? '登记为不设' : '没有登记委员'
    return [open(`正式党员 ${full} 人，达到 ${from} 人，应设支委会，现${now}。`)]
  }
  const wanted = ['组织委员', '宣传委员', '纪检委员'].filter((title) => holders(facts, title) === 0)
  const seatsHint = wanted.length === 0 ? [] : [hint(`支委会没有登记${wanted.join('、')}。`)]
  return [seatsFilled(facts, rules), ...secretaries(facts), ...seatsHint]
}

function noCommittee(facts: SetupFacts, rules: RulesInForce): Said[] {
  const from = rules.number('R1-06', 'from')
  if (!isStanding(facts) || facts.full >= from) return []
  const { full, seats, hasCommittee } = facts
  const others = seats.filter(({ titles }) => !titles.some((title) => title === '书记' || title === '副书记')).length
  const few = `正式党员 ${full} 人，不足 ${from} 人`
  const faults = [
    ...(hasCommittee === true || others > 0
      ? [open(`${few}，不设支委会，现登记了${others > 0 ? ` ${others} 名委员` : '设支委会'}。`)]
      : []),
    ...secretaries(facts)
  ]
  const deputy = holders(facts, '副书记') === 1 ? '、副书记 1 名' : ''
  return faults.length > 0 ? faults : [met(`${few}，设书记 1 名${deputy}，不设支委会。`)]
}

function grouping(facts: SetupFacts): Said[] {
  const { groups, ungrouped } = facts
  if (!isStanding(facts) || groups.length === 0) return []
  const leaderless = groups.filter(({ leader }) => leader === null).map(({ name }) => name)
  const faults = [
    ...(leaderless.length > 0 ? [hint(`${leaderless.join('、')}没有登记组长。`)] : []),
    ...(ungrouped > 0 ? [hint(`有 ${ungrouped} 名党员没有编入党小组。`)] : [])
  ]
  return faults.length > 0 ? faults : [met(`划分 ${groups.length} 个党小组，每组都有组长，党员都已编组。`)]
}

/** The source is local practice (mark 地): it advises and never says “must” (rules.md §0.1). */
function groupSizes(facts: SetupFacts, rules: RulesInForce): Said[] {
  if (!isStanding(facts)) return []
  const { groups } = facts
  const [from, least] = [rules.number('R1-09', 'from'), rules.number('R1-09', 'least')]
  if (groups.length === 0)
    return size(facts) >= from ? [hint(`${strength(facts)}，${from} 人以上一般划分党小组，现没有划分。`)] : []
  const faults = groups.flatMap(({ name, members, full, leader }) => [
    ...(members < least ? [hint(`${name}党员 ${members} 人，不足 ${least} 人。`)] : []),
    ...(full === 0 ? [hint(`${name}没有正式党员。`)] : []),
    ...(leader !== null && !leader.full ? [hint(`${name}组长${leader.name}不是正式党员。`)] : [])
  ])
  return faults.length > 0 ? faults : [met(`${groups.length} 个党小组，各有党员 ${least} 人以上，组长都是正式党员。`)]
}

function higherOrganisation(facts: SetupFacts): Said[] {
  const people = size(facts)
  const { kind, branches } = facts
  const said = kind === '党委' || kind === '党总支' ? `下设 ${branches} 个党支部，${strength(facts)}` : strength(facts)
  if (isStanding(facts) && people >= 50)
    return [hint(`${said}，机关 ${people < 100 ? '50 人以上设党总支' : '100 人以上设党委'}。`)]
  if (kind === '党总支' && people >= 100) return [hint(`${said}，机关 100 人以上设党委。`)]
  if (kind === '党总支' && people < 50) return [hint(`${said}，机关 50 人以上设党总支，少于 50 人的需经批准。`)]
  if (kind === '党委' && people < 100) return [hint(`${said}，机关 100 人以上设党委，少于 100 人的需经批准。`)]
  return kind === '党委' || kind === '党总支' ? [met(`${said}，与${kind}的规模相符。`)] : []
}

const judges: Record<SetupRuleId, (facts: SetupFacts, rules: RulesInForce) => Said[]> = {
  'R1-01': enoughMembers,
  'R1-02': notTooMany,
  'R1-03': jointBranch,
  'R1-04': longProject,
  'R1-05': temporaryBranch,
  'R1-06': committee,
  'R1-07': noCommittee,
  'R1-08': grouping,
  'R1-09': groupSizes,
  'R1-10': higherOrganisation
}

/**
 * R1-01 … R1-10 for one organisation on a day, in the order of the rules. What does not apply to it gives nothing, nor does
 * a rule the office has switched off. Rules that are kept are left out unless `showMet` asks for them.
 */
export function setupFindings(facts: SetupFacts, rules: RulesInForce, showMet = false): SetupFinding[] {
  return (Object.keys(judges) as SetupRuleId[])
    .filter((rule) => rules.isOn(rule))
    .flatMap((rule) =>
      judges[rule](facts, rules)
        .filter(({ status }) => showMet || status !== 'met')
        .map((said) => ({ rule, level: rules.rule(rule).level, ...said }))
    )
}

const groupFacts = (group: Organisation, people: readonly SetupPerson[]): SetupGroup => {
  const own = people.filter(({ groupId }) => groupId === group.id)
  const leader = own.find(({ titles }) => titles.includes('党小组组长'))
  return {
    name: labelOf(group),
    members: own.length,
    full: own.filter(({ category }) => category === '正式党员').length,
    leader: leader === undefined ? null : { name: leader.name, full: leader.category === '正式党员' }
  }
}

/**
 * The facts of one organisation. `below` are the organisations under it (all levels), `people` the party members of the
 * organisation and of those; anybody else among them is left out.
 */
export function setupFactsOf(input: {
  organisation: Organisation
  below: readonly Organisation[]
  people: readonly SetupPerson[]
  today: Day
}): SetupFacts {
  const { organisation, below, today } = input
  const scope = new Set([organisation.id, ...below.map(({ id }) => id)])
  const people = input.people.filter(({ organisationId }) => scope.has(organisationId))
  const groups = below.filter(({ kind, parentId }) => kind === '党小组' && parentId === organisation.id)
  const seated = people.filter(
    ({ organisationId, titles }) => organisationId === organisation.id && titles.some(isCommitteeSeat)
  )
  return {
    kind: organisation.kind,
    today,
    full: people.filter(({ category }) => category === '正式党员').length,
    probationary: people.filter(({ category }) => category === '预备党员').length,
    hasCommittee: organisation.hasCommittee,
    seats: seated.map(({ name, titles }) => ({ name, titles })),
    groups: groups.map((group) => groupFacts(group, people)),
    ungrouped: people.filter(({ groupId }) => !groups.some(({ id }) => id === groupId)).length,
    branches: below.filter(isBranch).length,
    units: null,
    foundedOn: organisation.foundedOn,
    electedOn: organisation.electedOn
  }
}
