import type { Block, DocumentModel, KeyValueCell } from '../../documents/document-model.ts'
import { maskCitizenId } from '../../kernel/citizen-id.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { Organisation } from '../organisation/organisation.ts'
import { type Post, postRank } from '../post/post.ts'
import { isAwayOn, type Whereabouts } from '../whereabouts/whereabouts.ts'
import type { Member, Membership } from './member.ts'
import { inOrder } from './member-rules.ts'
import { historyOf, namesOf } from './timeline-rules.ts'

/** One person with what the paper says of him. `wholeCitizenId` prints the number unmasked: only where asked for. */
export type MemberRecordInput = {
  member: Member
  posts: readonly Post[]
  whereabouts: readonly Whereabouts[]
  organisations: readonly Pick<Organisation, 'id' | 'name' | 'shortName'>[]
  titles: readonly string[]
  today: Day
  wholeCitizenId: boolean
}

/** A stay or a post, for the table under the form. */
export type RecordLine = { from: Day | null; to: Day | null; organisation: string; matter: string }

const onPaper = (day: Day | null): string => (day === null ? '' : dayOnPaper(day))

/** The spell of the day, else the last one: somebody who left is printed with where he was. */
const homeOf = ({ memberships }: Member, today: Day): Membership | undefined =>
  memberships.find(({ from, to }) => (from === null || from <= today) && (to === null || to >= today)) ??
  inOrder(memberships).at(-1)

const awayWords = ({ whereabouts, today }: MemberRecordInput): string =>
  whereabouts
    .filter((spell) => isAwayOn(spell, today))
    .map(({ kind, from, place, contact }) => {
      const where = [place, contact === null ? null : `联系人${contact}`].filter((word) => word !== null)
      return `${dayOnPaper(from)}起${kind}${where.length === 0 ? '' : `（${where.join('，')}）`}`
    })
    .join('；')

/** Every fact of the form in its order; facts nobody recorded are ''. */
export function recordFacts(input: MemberRecordInput): Record<string, string> {
  const { member, titles, today } = input
  const nameOf = namesOf(input.organisations)
  const home = homeOf(member, today)
  const { citizenId } = member
  return {
    姓名: member.name,
    性别: member.sex,
    人员类别: member.category,
    民族: member.nation ?? '',
    出生日期: onPaper(member.bornOn),
    学历: member.education ?? '',
    学位: member.degree ?? '',
    手机号码: member.phone ?? '',
    固定电话: member.landline ?? '',
    党籍状态: member.standing,
    入党日期: onPaper(member.joinedOn),
    转正日期: onPaper(member.fullOn),
    身份证号: citizenId === null ? '' : input.wholeCitizenId ? citizenId : maskCitizenId(citizenId),
    党内职务: [...titles].sort((a, b) => postRank([a]) - postRank([b])).join('、'),
    所在支部: nameOf(home?.organisationId ?? null),
    党小组: nameOf(home?.groupId ?? null),
    工作单位及职务: member.job ?? '',
    家庭住址: member.address ?? '',
    流动失联: awayWords(input),
    奖惩情况: member.honours ?? '',
    困难情况: member.hardship ?? '',
    备注: member.note ?? ''
  }
}

/** Stays and posts, newest first. Spells without rights are not on this paper: it is passed round. */
export function recordLines({ member, posts, organisations }: MemberRecordInput): RecordLine[] {
  const nameOf = namesOf(organisations)
  const stays = historyOf(member, organisations).map(({ from, to, organisation, affiliation, came, left }) => ({
    from,
    to,
    organisation,
    matter: [affiliation === '本支部' ? '组织关系' : affiliation, came, left].filter((word) => word !== '').join('，')
  }))
  const held = posts.map(({ organisationId, title, from, to, appointedBy }) => ({
    from,
    to,
    organisation: nameOf(organisationId),
    matter: `${title}${appointedBy === null ? '' : `（${appointedBy}）`}`
  }))
  return inOrder([...stays, ...held]).toReversed()
}

/** What fits under the form on one page. */
const mostLines = 6

const historyBlocks = (lines: readonly RecordLine[], today: Day): Block[] => [
  {
    kind: 'heading',
    level: 1,
    text: `经历（截至${dayOnPaper(today)}${lines.length > mostLines ? `，最近${mostLines}条` : ''}）`
  },
  {
    kind: 'grid',
    columns: [
      { title: '起', width: 93, align: 'center' },
      { title: '止', width: 93, align: 'center' },
      { title: '党组织', width: 138 },
      { title: '事项', width: 118 }
    ],
    rows: lines
      .slice(0, mostLines)
      .map(({ from, to, organisation, matter }) => [
        onPaper(from),
        to === null ? '至今' : onPaper(to),
        organisation,
        matter
      ])
  }
]

/** 党员信息表: one person on one page, then where he was and what he held. Dates stand in the wider columns. */
export function memberRecordDocument(input: MemberRecordInput): DocumentModel {
  const { member, today } = input
  const facts = recordFacts(input)
  const cell = (name: string, more: Partial<KeyValueCell> = {}): KeyValueCell => ({
    label: name === '工作单位及职务' ? '工作单位\n及职务' : name,
    value: facts[name] ?? '',
    minLines: 1.2,
    ...more
  })
  const wide = (name: string, minLines = 1.2): KeyValueCell[] => [cell(name, { span: 5, minLines })]
  return {
    profile: 'form',
    meta: { title: '党员信息表', author: facts['所在支部'] ?? '', subject: member.name, date: today },
    blocks: [
      { kind: 'title', lines: ['党员信息表'] },
      {
        kind: 'keyValues',
        columns: [57, 84, 57, 93.5, 57, 93.5],
        rows: [
          [cell('姓名'), cell('性别'), cell('人员类别')],
          [cell('民族'), cell('出生日期'), cell('学历')],
          [cell('学位'), cell('手机号码'), cell('固定电话')],
          [cell('党籍状态'), cell('入党日期'), cell('转正日期')],
          [cell('身份证号', { span: 3 }), cell('党内职务')],
          [cell('所在支部', { span: 3 }), cell('党小组')],
          wide('工作单位及职务'),
          wide('家庭住址'),
          ...(facts['流动失联'] === '' ? [] : [wide('流动失联')]),
          wide('奖惩情况', 2),
          wide('困难情况', 2),
          wide('备注')
        ]
      },
      ...historyBlocks(recordLines(input), today)
    ]
  }
}
