import { titleLines } from '../../documents/title-lines.ts'
import type { Block, CellContent, DocumentModel, GridColumn, ParagraphBlock } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper, partsOf, within } from '../../kernel/dates.ts'
import type { Member } from '../member/member.ts'
import { holdsOn, isCommitteeSeat, type Post, postRank } from '../post/post.ts'
import { isBranch, labelOf, type Organisation } from './organisation.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { termEndsOn, termRunsTo, usualTermYears } from './organisation-rules.ts'

/** Somebody on a committee. `from` is null where the roster states the post without a date; `to` is null for who sits there today. */
export type CommitteeSeat = {
  titles: string[]
  member: Member
  from: Day | null
  to: Day | null
  appointedBy: string | null
}

/** One committee: who sits on it, by rank, and who did before, the latest first. */
export type Committee = { organisation: Organisation; current: CommitteeSeat[]; former: CommitteeSeat[] }

type Seat = CommitteeSeat & { title: string }

/** Last day in the branch of somebody who has left it (a seat falls vacant with it); null while he is there. */
function leftOn(member: Member, organisation: Organisation, today: Day): Day | null {
  const spells = member.memberships.filter(
    (spell) => !isBranch(organisation) || spell.organisationId === organisation.id
  )
  if (spells.length === 0 || spells.some(({ from, to }) => within(today, from, to))) return null
  return spells.reduce<Day | null>(
    (latest, { to }) => (to !== null && (latest === null || to > latest) ? to : latest),
    null
  )
}

function datedSeats(
  organisation: Organisation,
  posts: readonly Post[],
  people: ReadonlyMap<string, Member>,
  today: Day
) {
  return posts.flatMap((post): Seat[] => {
    const member = people.get(post.memberId)
    if (member === undefined || post.from > today) return []
    const left = leftOn(member, organisation, today)
    const stays = holdsOn(post, today) && left === null && member.standing === '正常'
    const to = stays ? null : post.to !== null && post.to < today ? post.to : (left ?? post.to)
    return [{ title: post.title, titles: [], member, from: post.from, to, appointedBy: post.appointedBy }]
  })
}

/** 党内职务 of the roster, used only where an organisation has no dated posts at all (workbook.md). */
function statedSeats(organisation: Organisation, members: readonly Member[], today: Day): Seat[] {
  return members.flatMap((member) =>
    member.standing !== '正常'
      ? []
      : member.memberships
          .filter(({ organisationId, from, to }) => organisationId === organisation.id && within(today, from, to))
          .flatMap(({ statedPosts }) => statedPosts.filter(isCommitteeSeat))
          .map((title) => ({ title, titles: [], member, from: null, to: null, appointedBy: null }))
  )
}

/** Seats one person took on the same day in the same way are one line: 副书记、组织委员. */
function joinedSeats(seats: readonly Seat[]): CommitteeSeat[] {
  const groups = Map.groupBy(seats, ({ member, from, to, appointedBy }) => [member.id, from, to, appointedBy].join(' '))
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return []
    const { title, ...seat } = first
    return [{ ...seat, titles: [title, ...more.map((one) => one.title)].sort((a, b) => postRank([a]) - postRank([b])) }]
  })
}

const isCurrent = ({ to, member }: CommitteeSeat): boolean => to === null && member.standing === '正常'

/**
 * The committees of `organisations` on a day, in their order. `members` are all who may sit on one: those of the
 * organisations, and for a 党委 or 党总支 those of the branches below.
 */
export function committeesOf(input: {
  organisations: readonly Organisation[]
  members: readonly Member[]
  posts: readonly Post[]
  today: Day
}): Committee[] {
  const { organisations, today } = input
  const people = new Map(input.members.map((member) => [member.id, member]))
  const posts = Map.groupBy(input.posts, ({ organisationId }) => organisationId)
  const home = Map.groupBy(
    input.members,
    ({ memberships }) => memberships.find((spell) => within(today, spell.from, spell.to))?.organisationId
  )
  return organisations.map((organisation) => {
    const own = posts.get(organisation.id)
    const seats =
      own === undefined
        ? statedSeats(organisation, home.get(organisation.id) ?? [], today)
        : datedSeats(
            organisation,
            own.filter(({ title }) => isCommitteeSeat(title)),
            people,
            today
          )
    const joined = joinedSeats(seats)
    return {
      organisation,
      current: joined.filter(isCurrent).sort((a, b) => postRank(a.titles) - postRank(b.titles)),
      former: joined.filter((seat) => !isCurrent(seat)).sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? 1 : -1))
    }
  })
}

const inTwoLines = (day: Day | null): string => (day === null ? '' : dayOnPaper(day).replace('年', '年\n'))

const bornIn = (day: Day | null): string => {
  if (day === null) return ''
  const { year, month } = partsOf(day)
  return `${year}年\n${month}月`
}

/** 本届2025年3月25日选举产生，任期3年，至2028年3月25日届满。 */
export function termSentence(organisation: Organisation, rules: RulesInForce): string {
  const { electedOn, termYears, kind } = organisation
  const [ends, runsTo] = [termEndsOn(organisation, rules), termRunsTo(organisation, rules)]
  if (electedOn === null || ends === null || runsTo === null) return '没有登记本届选举日期。'
  const extended = runsTo > ends ? `经批准延期至${dayOnPaper(runsTo)}。` : ''
  const years = termYears ?? usualTermYears(kind, rules.at(electedOn)) ?? 0
  return `本届${dayOnPaper(electedOn)}选举产生，任期${years}年，至${dayOnPaper(ends)}届满。${extended}`
}

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })

const column = (title: string, width: number): GridColumn => ({ title, width, align: 'center' })

/** Widths are points of a text 442 wide. */
const currentColumns = [
  column('职务', 57),
  column('姓名', 48),
  column('性别', 33),
  column('出生\n年月', 48),
  column('学历', 69),
  column('入党日期', 65),
  column('任职日期', 65),
  column('任职方式', 57)
]
const formerColumns = [
  column('职务', 80),
  column('姓名', 80),
  column('任职日期', 100),
  column('免职日期', 100),
  column('任职方式', 82)
]

const currentRow = ({ titles, member, from, appointedBy }: CommitteeSeat): CellContent[] => [
  titles.join('\n'),
  member.name,
  member.sex,
  bornIn(member.bornOn),
  member.education ?? '',
  inTwoLines(member.joinedOn),
  inTwoLines(from),
  appointedBy ?? ''
]

const formerRow = ({ titles, member, from, to, appointedBy }: CommitteeSeat): CellContent[] => [
  titles.join('\n'),
  member.name,
  from === null ? '' : dayOnPaper(from),
  to === null ? '' : dayOnPaper(to),
  appointedBy ?? ''
]

const committeeBlocks = (
  { organisation, current, former }: Committee,
  { withFormer, rules }: Pick<CommitteePaper, 'withFormer' | 'rules'>
): Block[] => [
  current.length === 0
    ? line('没有登记现任的书记、副书记和委员。')
    : { kind: 'grid', columns: currentColumns, minLines: 2, rows: current.map(currentRow) },
  line(termSentence(organisation, rules)),
  ...(withFormer && former.length > 0
    ? [line('曾任：'), { kind: 'grid' as const, columns: formerColumns, rows: former.map(formerRow) }]
    : [])
]

/** `rules` are those of the day: they say how long a term lasts. */
export type CommitteePaper = {
  organisation: string
  date: Day
  committees: readonly Committee[]
  withFormer: boolean
  rules: RulesInForce
}

/** 支委会名单: each organisation with its term and its committee; who sat there before only where asked for. */
export function committeeDocument(paper: CommitteePaper): DocumentModel {
  const { organisation, date, committees } = paper
  const title = committees.every((one) => isBranch(one.organisation)) ? '支委会名单' : '班子成员名单'
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      line(`党组织：${organisation}`),
      line(`统计日期：${dayOnPaper(date)}`),
      ...(committees.length === 0 ? [line('没有登记党支部。')] : []),
      ...committees.flatMap((committee, index): Block[] => [
        ...(committees.length === 1
          ? []
          : [
              {
                kind: 'heading' as const,
                level: 1 as const,
                text: numbered(1, index + 1, labelOf(committee.organisation))
              }
            ]),
        ...committeeBlocks(committee, paper)
      ])
    ]
  }
}

const dayCell = (day: Day | null): RawCell => (day === null ? null : { day, time: null })

/** 支委会名单 as a sheet: one row a line of the paper, former ones marked in their own column. */
export function committeeSheet({ committees, withFormer }: Omit<CommitteePaper, 'rules'>): SheetOut {
  const rows = committees.flatMap(({ organisation, current, former }) =>
    [...current, ...(withFormer ? former : [])].map((seat): RawCell[] => [
      labelOf(organisation),
      current.includes(seat) ? '现任' : '曾任',
      seat.titles.join('、'),
      seat.member.name,
      seat.member.sex,
      dayCell(seat.member.bornOn),
      seat.member.education,
      dayCell(seat.member.joinedOn),
      dayCell(seat.from),
      dayCell(seat.to),
      seat.appointedBy
    ])
  )
  return {
    name: '支委会名单',
    columns: [
      { header: '党组织', width: 24 },
      { header: '现任或曾任', width: 12 },
      { header: '职务', width: 18 },
      { header: '姓名', width: 12 },
      { header: '性别', width: 8 },
      { header: '出生日期', width: 14 },
      { header: '学历', width: 14 },
      { header: '入党日期', width: 14 },
      { header: '任职日期', width: 14 },
      { header: '免职日期', width: 14 },
      { header: '任职方式', width: 14 }
    ],
    rows
  }
}
