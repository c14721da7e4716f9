import { addDays, type Day, yearOf } from '../../kernel/dates.ts'
import { type AgendaKind, type Meeting, meetingTitle } from '../meeting/meeting.ts'
import { labelOf, type Organisation } from '../organisation/organisation.ts'
import type { Post } from '../post/post.ts'
import type { Exemption } from '../exemption/exemption.ts'
import type { Suspension } from '../suspension/suspension.ts'
import type { Whereabouts } from '../whereabouts/whereabouts.ts'
import type { Member, Membership } from './member.ts'
import { goesOn, inOrder, waysOut } from './member-rules.ts'

export type TimelineKind =
  | '入党'
  | '转正'
  | '转入'
  | '转出'
  | '调组'
  | '恢复党籍'
  | '停止党籍'
  | '去世'
  | '除名'
  | '劝退'
  | '开除'
  | '离开'
  | '任职'
  | '免职'
  | '停权'
  | '不计入应到会'
  | '恢复计入'
  | '恢复权利'
  | '流动'
  | '返回'
  | '失联'
  | '取得联系'
  | '会议'
  | '表决'
  | '主讲'
  | '缺席'

/** One line of a person's time line. `weight` is how the dot is drawn: full for turning points, ring for the rest. */
export type TimelineEntry = {
  date: Day
  kind: TimelineKind
  text: string
  weight: 'main' | 'minor'
  link: { record: 'meeting'; id: string } | null
}

/** 应到 and 实到 of one year, counted by the caller (`rollOf`, `countsOf`): attendance is a figure, not a line a meeting. */
export type YearAttendance = { year: number; expected: number; present: number }

/** A year with its lines, newest first; `attendance` null where nothing was counted. */
export type TimelineYear = { year: number; attendance: YearAttendance | null; entries: TimelineEntry[] }

/** A meeting that names the person, with the sentences the rules of voting found for its items. */
export type PersonMeeting = { meeting: Meeting; verdicts: readonly { number: number; message: string }[] }

export type TimelineInput = {
  member: Member
  posts: readonly Post[]
  suspensions: readonly Suspension[]
  exemptions: readonly Exemption[]
  whereabouts: readonly Whereabouts[]
  meetings: readonly PersonMeeting[]
  attendance: readonly YearAttendance[]
  organisations: readonly Pick<Organisation, 'id' | 'name' | 'shortName'>[]
  today: Day
}

export type NameOf = (organisationId: string | null) => string

/** Labels of organisations by id; '' for null, for one that is gone “已撤销的组织”. */
export function namesOf(organisations: TimelineInput['organisations']): NameOf {
  const names = new Map(organisations.map((one) => [one.id, labelOf(one)]))
  return (id) => (id === null ? '' : (names.get(id) ?? '已撤销的组织'))
}

const entry = (
  date: Day,
  kind: TimelineKind,
  text: string,
  weight: TimelineEntry['weight'] = 'main',
  meetingId: string | null = null
): TimelineEntry => ({
  date,
  kind,
  text,
  weight,
  link: meetingId === null ? null : { record: 'meeting', id: meetingId }
})

const inBrackets = (text: string | null): string => (text === null || text === '' ? '' : `（${text}）`)

function admissionEntries({ joinedOn, fullOn, memberships }: Member, nameOf: NameOf): TimelineEntry[] {
  const home = memberships.find(
    ({ from, to }) => from !== null && joinedOn !== null && from <= joinedOn && (to === null || to >= joinedOn)
  )
  const place = home === undefined ? '' : `在${nameOf(home.organisationId)}`
  return [
    ...(joinedOn === null ? [] : [entry(joinedOn, '入党', `${place}加入中国共产党`)]),
    ...(fullOn === null ? [] : [entry(fullOn, '转正', '转为正式党员')])
  ]
}

/** 从何处来, 到何处去 as the roster has them. */
const cameFrom = ({ cameFrom: place }: Membership): string => inBrackets(place === null ? null : `来自${place}`)
const wentTo = ({ wentTo: place }: Membership): string => inBrackets(place === null ? null : `去往${place}`)

function arrival(spell: Membership, joinedOn: Day | null, nameOf: NameOf): TimelineEntry[] {
  const { from, entryWay, organisationId } = spell
  const here = nameOf(organisationId)
  if (from === null || (from === joinedOn && entryWay !== '恢复')) return []
  if (entryWay === '恢复') return [entry(from, '恢复党籍', `恢复党籍，编入${here}`)]
  if (entryWay === '原有') return [entry(from, '转入', `登记为${here}原有党员`, 'minor')]
  return [entry(from, '转入', `${entryWay === '新发展' ? '编入' : '转入'}${here}${cameFrom(spell)}`)]
}

/** `standing` tells how somebody left whose last stay does not; null for the stays before it. */
function departure(spell: Membership, standing: Member['standing'] | null, nameOf: NameOf): TimelineEntry[] {
  const { to } = spell
  if (to === null) return []
  const exitWay = spell.exitWay ?? (standing === null ? undefined : waysOut[standing]) ?? null
  const there = nameOf(spell.organisationId)
  if (exitWay === null || exitWay === '转出') return [entry(to, '转出', `由${there}转出${wentTo(spell)}`)]
  if (exitWay === '其他') return [entry(to, '离开', `离开${there}${wentTo(spell)}`)]
  return [entry(to, exitWay, `${exitWay}，当时在${there}`)]
}

function moved(before: Membership, spell: Membership, nameOf: NameOf): TimelineEntry[] {
  const { from } = spell
  if (from === null) return []
  if (before.organisationId !== spell.organisationId)
    return [entry(from, '转入', `由${nameOf(before.organisationId)}转到${nameOf(spell.organisationId)}`)]
  if (before.groupId !== spell.groupId) {
    const [old, now] = [nameOf(before.groupId), nameOf(spell.groupId)]
    const text = now === '' ? `不再编入${old}` : old === '' ? `编入${now}` : `由${old}调到${now}`
    return [entry(from, '调组', text, 'minor')]
  }
  return before.affiliation === spell.affiliation
    ? []
    : [entry(from, '转入', `组织关系改为${spell.affiliation}（${nameOf(spell.organisationId)}）`, 'minor')]
}

function spellEntries({ memberships, joinedOn, standing }: Member, nameOf: NameOf): TimelineEntry[] {
  const spells = inOrder(memberships)
  return spells.flatMap((spell, index) => {
    const before = spells[index - 1]
    const came =
      before !== undefined && goesOn(before, spell) ? moved(before, spell, nameOf) : arrival(spell, joinedOn, nameOf)
    const next = spells[index + 1]
    return [...came, ...(goesOn(spell, next) ? [] : departure(spell, next === undefined ? standing : null, nameOf))]
  })
}

function postEntries(posts: readonly Post[], nameOf: NameOf): TimelineEntry[] {
  const held = [...posts].sort((a, b) => (a.from < b.from ? -1 : 1))
  const same = (a: Post, b: Post): boolean => a.title === b.title && a.organisationId === b.organisationId
  return held.flatMap((post) => {
    const name = `${nameOf(post.organisationId)}${post.title}`
    const again = held.some((other) => same(other, post) && goesOn(other, post))
    const stays = held.some((other) => same(other, post) && goesOn(post, other))
    return [
      entry(post.from, '任职', `${again ? '连任' : '任'}${name}${inBrackets(post.appointedBy)}`),
      ...(post.to === null || stays ? [] : [entry(post.to, '免职', `不再担任${name}`)])
    ]
  })
}

/** Rights are back on the day after the last day of the spell; somebody who left the party does not get them back. */
function suspensionEntries(suspensions: readonly Suspension[], standing: Member['standing']): TimelineEntry[] {
  return suspensions.flatMap(({ kind, from, to, basis }) => [
    entry(from, '停权', `${kind}${to === null ? '' : `，至 ${to}`}${inBrackets(basis)}`),
    ...(to === null || standing !== '正常'
      ? []
      : [
          entry(
            addDays(to, 1),
            '恢复权利',
            kind === '停止党籍' ? '停止党籍结束，恢复党籍' : `${kind}期满，恢复党员权利`
          )
        ])
  ])
}

function exemptionEntries(exemptions: readonly Exemption[]): TimelineEntry[] {
  return exemptions.flatMap(({ ground, from, to, approval }) => [
    entry(from, '不计入应到会', `${ground}${to === null ? '' : `，至 ${to}`}${inBrackets(approval)}`),
    ...(to === null ? [] : [entry(addDays(to, 1), '恢复计入', '重新计入应到会')])
  ])
}

function whereaboutsEntries(spells: readonly Whereabouts[]): TimelineEntry[] {
  return spells.flatMap(({ kind, from, to, place, contact }) => {
    const [began, ended] = kind === '流动' ? (['流动', '返回'] as const) : (['失联', '取得联系'] as const)
    const text =
      kind === '流动'
        ? `外出${place === null ? '' : `到${place}`}${contact === null ? '' : `，联系人${contact}`}`
        : '与党组织失去联系'
    return [
      entry(from, began, text),
      ...(to === null ? [] : [entry(to, ended, kind === '流动' ? '外出返回' : '重新取得联系')])
    ]
  })
}

/** Matters that change a person's standing; their lines are main ones. */
const gravestKinds: readonly AgendaKind[] = [
  '接收预备党员',
  '预备党员转正',
  '延长预备期',
  '取消预备党员资格',
  '组织处置'
]

function meetingEntries({ meeting, verdicts }: PersonMeeting, memberId: string): TimelineEntry[] {
  const { date, id } = meeting
  const title = meetingTitle(meeting)
  const discussed = meeting.agenda
    .filter(({ subject }) => subject?.memberId === memberId)
    .map((item) => {
      const verdict = item.vote === null ? undefined : verdicts.find(({ number }) => number === item.number)
      const text = `${title}：${item.title}。${verdict?.message ?? ''}`
      const weight = gravestKinds.includes(item.kind) ? 'main' : 'minor'
      return entry(date, item.vote === null ? '会议' : '表决', text, weight, id)
    })
  const lectured =
    meeting.lecturer?.memberId === memberId
      ? [entry(date, '主讲', `${title}主讲${meeting.topic === null ? '' : `《${meeting.topic}》`}`, 'minor', id)]
      : []
  const absent = meeting.absences
    .filter((absence) => absence.memberId === memberId)
    .slice(0, 1)
    .map(({ reason }) => entry(date, '缺席', `${title}缺席（${reason}）`, 'minor', id))
  return [...discussed, ...lectured, ...absent]
}

/** Newest first; of one day the turning points come first, then the order in which they were put together. */
function newestFirst(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const rank = ({ weight }: TimelineEntry): number => (weight === 'main' ? 0 : 1)
  return [...entries].sort((a, b) => (a.date === b.date ? rank(a) - rank(b) : a.date < b.date ? 1 : -1))
}

/** What happened to a person, by year, newest first. What lies after `today` and meetings only planned are left out. */
export function timelineOf(input: TimelineInput): TimelineYear[] {
  const { member, today } = input
  const nameOf = namesOf(input.organisations)
  const held = input.meetings.filter(({ meeting }) => meeting.state !== 'planned')
  const entries = newestFirst(
    [
      ...admissionEntries(member, nameOf),
      ...spellEntries(member, nameOf),
      ...postEntries(input.posts, nameOf),
      ...suspensionEntries(input.suspensions, member.standing),
      ...exemptionEntries(input.exemptions),
      ...whereaboutsEntries(input.whereabouts),
      ...held.flatMap((meeting) => meetingEntries(meeting, member.id))
    ].filter(({ date }) => date <= today)
  )
  const byYear = Map.groupBy(entries, ({ date }) => yearOf(date))
  const counted = new Map(input.attendance.map((one) => [one.year, one]))
  return [...new Set([...byYear.keys(), ...counted.keys()])]
    .sort((a, b) => b - a)
    .map((year) => ({ year, attendance: counted.get(year) ?? null, entries: byYear.get(year) ?? [] }))
}

/** A spell in words, for the table of 组织关系; `came` and `left` are '' where nothing is known. */
export type HistoryLine = {
  from: Day | null
  to: Day | null
  organisation: string
  group: string
  affiliation: Membership['affiliation']
  came: string
  left: string
}

/** Where a person was, oldest first: 转入（来自州局机关）, 转出（去往市局）. */
export function historyOf(
  member: Pick<Member, 'memberships'>,
  organisations: TimelineInput['organisations']
): HistoryLine[] {
  const nameOf = namesOf(organisations)
  return inOrder(member.memberships).map((spell) => ({
    from: spell.from,
    to: spell.to,
    organisation: nameOf(spell.organisationId),
    group: nameOf(spell.groupId),
    affiliation: spell.affiliation,
    came: `${spell.entryWay ?? ''}${cameFrom(spell)}`,
    left: `${spell.exitWay ?? ''}${wentTo(spell)}`
  }))
}
