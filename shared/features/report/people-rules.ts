import { type Day, within, yearOf } from '../../kernel/dates.ts'
import {
  categoryOn,
  type entryWays,
  type exitWays,
  type Member,
  type MemberCategory,
  type Membership,
  membershipOn
} from '../member/member.ts'
import { goesOn } from '../member/member-rules.ts'

/** Somebody who came or went in the year; `way` null where nobody recorded how. */
type Move<Way> = { memberId: string; name: string; way: Way | null; on: Day }

/** The people of a branch on the way into the Party on a day, and who came, went and was admitted in the year up to it. */
export type PeopleYear = {
  before: Record<Exclude<MemberCategory, '正式党员' | '预备党员'>, Named[]>
  came: Move<(typeof entryWays)[number]>[]
  went: Move<(typeof exitWays)[number]>[]
  /** 接收为预备党员 and 转正, by the dates of the roster. */
  admitted: Named[]
  turnedFull: Named[]
}
type Named = { memberId: string; name: string }

type Where = { scope: readonly string[]; year: number; day: Day }

const named = ({ id, name }: Member): Named => ({ memberId: id, name })

const isThere = (spell: Membership, { scope }: Where): boolean =>
  scope.includes(spell.organisationId) && spell.affiliation === '本支部'

const inYear = (on: Day | null, { year, day }: Where): on is Day => on !== null && yearOf(on) === year && on <= day

/** Who had been admitted by the day; without a date, who is a party member as the roster has him. */
const isParty = ({ category, joinedOn }: Member, on: Day): boolean =>
  (category === '正式党员' || category === '预备党员') && (joinedOn === null || joinedOn < on)

/** Spells of the branch that do not go on from another of it: those are moves inside. 原有 is no move, 新发展 no coming. */
function movesOf(member: Member, where: Where): Pick<PeopleYear, 'came' | 'went'> {
  const spells = member.memberships.filter((spell) => isThere(spell, where))
  const came = spells.filter(
    (spell) =>
      inYear(spell.from, where) &&
      spell.entryWay !== '原有' &&
      spell.entryWay !== '新发展' &&
      !spells.some((one) => one !== spell && goesOn(one, spell))
  )
  const went = spells.filter(
    (spell) => inYear(spell.to, where) && !spells.some((one) => one !== spell && goesOn(spell, one))
  )
  return {
    came: came.flatMap(({ from, entryWay }) =>
      from !== null && isParty(member, from) ? [{ ...named(member), way: entryWay, on: from }] : []
    ),
    went: went.flatMap(({ to, exitWay }) =>
      to !== null && isParty(member, to) ? [{ ...named(member), way: exitWay, on: to }] : []
    )
  }
}

/** `members` are all who ever belonged to the organisations in `scope`: the branch and its groups. */
export function peopleYear(members: readonly Member[], where: Where): PeopleYear {
  const { scope, day } = where
  const there = members.filter((member) => scope.some((id) => membershipOn(member, id, day)?.affiliation === '本支部'))
  const standing = there.filter(({ standing: state }) => state === '正常')
  const of = (category: MemberCategory): Named[] =>
    standing.filter((member) => categoryOn(member, day) === category).map(named)
  const wasHere = (member: Member, on: Day): boolean =>
    member.memberships.some((spell) => isThere(spell, where) && within(on, spell.from, spell.to))
  const dated = (pick: (member: Member) => Day | null): Named[] =>
    members
      .filter((member) => {
        const on = pick(member)
        return inYear(on, where) && wasHere(member, on)
      })
      .map(named)
  const moves = members.map((member) => movesOf(member, where))
  return {
    before: { 发展对象: of('发展对象'), 入党积极分子: of('入党积极分子'), 入党申请人: of('入党申请人') },
    came: moves.flatMap(({ came }) => came),
    went: moves.flatMap(({ went }) => went),
    admitted: dated(({ joinedOn }) => joinedOn),
    turnedFull: dated(({ fullOn }) => fullOn)
  }
}
