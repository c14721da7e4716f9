import { dayOnPaper, within } from '../../kernel/dates.ts'
import type { RecordLink } from '../checklist/item-result.ts'
import { termRunsTo } from '../organisation/organisation-rules.ts'
import { holdsOn, type Post, postRank } from '../post/post.ts'
import type { BranchReport } from './branch-report.ts'
import { type ReportPart, partOf, type Said } from './report.ts'
import { dayWords, memberLink, untilWords, waysOf } from './report-words.ts'

const branchLink = ({ facts: { organisation } }: BranchReport): RecordLink => ({
  ...{ record: 'organisation', id: organisation.id, text: organisation.name, on: null }
})

/** Party members by category, and those on the way into the Party. */
function peopleSaid({ facts, people }: BranchReport): Said {
  const { full, probationary } = facts.setup
  const before = Object.entries(people.before).filter(([, some]) => some.length > 0)
  const others = before.map(([category, some]) => `${category}${some.length}名`).join('、')
  return {
    says: [
      `有党员${full + probationary}名，其中正式党员${full}名、预备党员${probationary}名`,
      ...(others === '' ? [] : [`另有${others}`])
    ]
      .join('；')
      .concat('。'),
    links: [
      ...facts.people.map(({ id, name }) => memberLink({ memberId: id, name })),
      ...before.flatMap(([, some]) => some.map(memberLink))
    ]
  }
}

function committeeSaid(report: BranchReport): Said {
  const { setup, organisation, rules } = report.facts
  const seats = [...setup.seats].sort((one, other) => postRank(one.titles) - postRank(other.titles))
  const names = seats.map(({ name, titles }) => `${titles.join('、')}${name}`).join('，')
  const who =
    seats.length === 0
      ? '没有登记书记、委员'
      : seats.some(({ titles }) => titles.some((title) => title.endsWith('委员')))
        ? `支委会有${seats.length}人：${names}`
        : `不设支委会：${names}`
  const { electedOn } = organisation
  const ends = termRunsTo(organisation, rules)
  return {
    says: [
      who,
      ...(electedOn === null ? [] : [`本届${dayOnPaper(electedOn)}选举产生`]),
      ...(ends === null ? [] : [`任期到${dayOnPaper(ends)}`])
    ]
      .join('；')
      .concat('。'),
    links: [branchLink(report)]
  }
}

function groupsSaid(report: BranchReport): Said | null {
  const { groups } = report.facts.setup
  if (groups.length === 0) return null
  const each = groups.map(({ name, members }) => `${name}${members}名`).join('，')
  return { says: `设党小组${groups.length}个：${each}。`, links: [branchLink(report)] }
}

/** Who came, went, was admitted and became full in the year. */
function movesSaid({ people }: BranchReport): Said {
  const { came, went, admitted, turnedFull } = people
  const parts = [
    ...(came.length === 0 ? [] : [`增加党员${came.length}名（${waysOf(came)}）`]),
    ...(went.length === 0 ? [] : [`减少党员${went.length}名（${waysOf(went)}）`]),
    ...(admitted.length === 0 ? [] : [`接收预备党员${admitted.length}名`]),
    ...(turnedFull.length === 0 ? [] : [`预备党员转正${turnedFull.length}名`])
  ]
  return parts.length === 0
    ? { says: '本年度名册上没有党员增减。' }
    : { says: `本年度${parts.join('，')}。`, links: [...came, ...went, ...admitted, ...turnedFull].map(memberLink) }
}

/** Who took or left a post of the branch in the year; the same person in the same post again is no change. */
function postsSaid({ facts }: BranchReport): Said | null {
  const { year, day, posts, people } = facts
  const inYear = (on: string | null): on is string => on !== null && within(on, `${year}-01-01`, day)
  const nameOf = ({ memberId }: Post): string | null => people.find(({ id }) => id === memberId)?.name ?? null
  const isKept = (one: Post, on: string, isAfter: boolean): boolean =>
    posts.some(
      (other) =>
        other !== one &&
        other.memberId === one.memberId &&
        other.title === one.title &&
        (holdsOn(other, on) || (isAfter ? other.to !== null && other.to <= on && other.from < on : other.from >= on))
    )
  const taken = posts.filter((post) => inYear(post.from) && nameOf(post) !== null && !isKept(post, post.from, true))
  const left = posts.filter((post) => inYear(post.to) && post.to < day && !isKept(post, post.to, false))
  const said = (some: readonly Post[], verb: string, on: (post: Post) => string | null) =>
    some.map((post) => `${nameOf(post) ?? ''}${dayWords(year, on(post))}${verb}${post.title}`)
  const all = [
    ...said(taken, '任', ({ from }) => from),
    ...said(
      left.filter((post) => nameOf(post) !== null),
      '不再任',
      ({ to }) => to
    )
  ]
  return all.length === 0
    ? null
    : {
        says: `本年度任职有变动：${all.join('，')}。`,
        links: [...taken, ...left].flatMap((post) => {
          const name = nameOf(post)
          return name === null ? [] : [memberLink({ memberId: post.memberId, name })]
        })
      }
}

/** 基本情况: the people, the committee and the groups as they stand, and what changed in the year. */
export function basicsPart(report: BranchReport): ReportPart {
  const { day } = report.facts
  const people = peopleSaid(report)
  return partOf('basics', '基本情况', [
    { ...people, says: `${untilWords(day)}，本支部${people.says}` },
    committeeSaid(report),
    groupsSaid(report),
    movesSaid(report),
    postsSaid(report)
  ])
}
