import {
  type AgendaItem,
  blankItem,
  blankMeeting,
  emptyVote,
  type Meeting,
  type Vote
} from '../../shared/features/meeting/meeting.ts'
import type { Roster } from '../../shared/features/meeting/meeting-rules.ts'
import { blankPerson, blankSpell, type Member, type Membership } from '../../shared/features/member/member.ts'
import type { Organisation } from '../../shared/features/organisation/organisation.ts'
import type { Post } from '../../shared/features/post/post.ts'

export const aBranch = (part: Partial<Organisation> = {}): Organisation => ({
  id: 'zb',
  code: 'ZB01',
  name: '中共云溪县烟草专卖局机关第一支部委员会',
  shortName: '机关第一党支部',
  kind: '党支部',
  parentId: null,
  foundedOn: null,
  electedOn: null,
  termYears: null,
  hasCommittee: null,
  themeDay: null,
  extendedUntil: null,
  ...part
})

export const aMembership = (part: Partial<Membership> = {}): Membership => ({
  ...blankSpell,
  id: 'spell',
  organisationId: 'zb',
  ...part
})

export const aMember = (id: string, part: Partial<Member> = {}): Member => ({
  ...blankPerson,
  id,
  name: `党员${id}`,
  sex: '男',
  nation: '汉族',
  memberships: [aMembership({ id: `spell-${id}` })],
  ...part
})

export const manyMembers = (count: number, part: Partial<Member> = {}): Member[] =>
  Array.from({ length: count }, (_one, index) => aMember(String(index + 1).padStart(2, '0'), part))

export const aPost = (memberId: string, title: Post['title'], part: Partial<Post> = {}): Post => ({
  id: `post-${memberId}-${title}`,
  organisationId: 'zb',
  memberId,
  title,
  from: '2024-01-01',
  to: null,
  appointedBy: null,
  ...part
})

export const aRoster = (members: Member[], part: Partial<Roster> = {}): Roster => ({
  organisation: { id: 'zb', kind: '党支部' },
  scope: ['zb'],
  members,
  posts: [],
  suspensions: [],
  exemptions: [],
  ...part
})

export const aVote = (part: Partial<Vote> = {}): Vote => ({ ...emptyVote, ...part })

export const anItem = (part: Partial<AgendaItem> = {}): AgendaItem => ({
  ...blankItem,
  number: 1,
  title: '审查支委会工作报告',
  ...part
})

export const aMeeting = (part: Partial<Meeting> = {}): Meeting => ({
  ...blankMeeting(),
  id: 'hy',
  number: 'HY001',
  organisationId: 'zb',
  types: ['党员大会'],
  year: 2026,
  date: '2026-11-20',
  start: '14:30',
  end: '16:10',
  place: '四楼党员活动室',
  recordedOn: '2026-11-20',
  state: 'held',
  ...part
})
