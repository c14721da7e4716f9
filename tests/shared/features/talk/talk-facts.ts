import type { CountedTalk, CoverageFacts, TalkPerson } from '../../../../shared/features/talk/coverage-rules.ts'
import type { TalkKind } from '../../../../shared/features/talk/talk-kinds.ts'
import { talkKinds } from '../../../../shared/features/talk/talk-kinds.ts'
import type { TalkHead } from '../../../../shared/features/talk/talk.ts'

export const aPerson = (name: string, part: Partial<TalkPerson> = {}): TalkPerson => ({
  ...{ memberId: name, name, category: '正式党员', posts: [], seat: 'member', fresh: false },
  ...part
})

export const onCommittee = (name: string, post: string, part: Partial<TalkPerson> = {}): TalkPerson =>
  aPerson(name, { seat: 'committee', posts: [post], ...part })

/** A talk by names, which are the ids as well. */
export const aTalk = (
  date: string,
  talker: string,
  partner: string,
  { kind = 'T01', ...part }: Partial<TalkHead> & { kind?: TalkKind } = {}
): TalkHead => ({
  ...{ id: `${date} ${talker} ${partner}`, number: `TH ${date}`, organisationId: 'zb', kind },
  ...{ year: Number(date.slice(0, 4)), date, start: null, end: null, level: talkKinds[kind].level },
  ...{ talker: { name: talker, memberId: talker }, partner: { name: partner, memberId: partner } },
  ...{ writtenOn: null, recordedOn: date, enteredBy: null },
  ...part
})

export const someFacts = (part: Partial<CoverageFacts> = {}): CoverageFacts => {
  const people = part.people ?? []
  return {
    ...{ year: 2026, today: '2026-11-20', people, talks: [], window: null },
    hasCommittee: people.some(({ seat }) => seat === 'committee'),
    seatedOn: (memberId) => people.some((one) => one.memberId === memberId && one.seat !== 'member'),
    ...part
  }
}

const committee = [
  onCommittee('周启明', '书记'),
  onCommittee('林慧', '副书记'),
  onCommittee('方国栋', '组织委员'),
  onCommittee('许静', '宣传委员'),
  onCommittee('郑一鸣', '青年委员')
]
const others = '丁立新 马秀兰 王建军 王晓峰 石磊 冯雪梅 吕志强 李文博 杨帆 何丽华 陈雨桐 赵海涛 高翔'
  .split(' ')
  .map((name) => aPerson(name, name === '王晓峰' || name === '陈雨桐' ? { category: '预备党员' } : {}))

const held: [date: string, talker: string, partner: string][] = [
  ['2026-05-20', '周启明', '林慧'],
  ['2026-05-20', '周启明', '方国栋'],
  ['2026-05-21', '方国栋', '林慧'],
  ['2026-05-20', '许静', '周启明'],
  ['2026-05-22', '许静', '方国栋'],
  ['2026-05-21', '周启明', '郑一鸣'],
  ['2026-05-21', '林慧', '郑一鸣'],
  ['2026-05-22', '郑一鸣', '许静'],
  ['2026-03-12', '周启明', '丁立新'],
  ['2026-10-14', '林慧', '马秀兰'],
  ['2026-06-03', '方国栋', '王建军'],
  ['2026-09-22', '许静', '石磊'],
  ['2026-08-11', '林慧', '冯雪梅'],
  ['2026-04-16', '周启明', '何丽华'],
  ['2026-11-05', '周启明', '陈雨桐'],
  ['2026-09-18', '林慧', '陈雨桐'],
  ['2026-06-20', '郑一鸣', '陈雨桐'],
  ['2026-02-10', '王建军', '丁立新'],
  ['2026-02-11', '冯雪梅', '王建军'],
  ['2026-02-12', '王建军', '何丽华'],
  ['2026-02-13', '丁立新', '陈雨桐'],
  ['2026-03-10', '冯雪梅', '马秀兰'],
  ['2026-03-11', '何丽华', '王晓峰'],
  ['2026-03-12', '陈雨桐', '石磊'],
  ['2026-03-13', '李文博', '赵海涛']
]

/** The branch of the picture 05a: 5 on the committee, 13 others, two pairs, six and three people missing. */
export const pictured: { people: TalkPerson[]; talks: CountedTalk[] } = {
  people: [...others, ...[...committee].reverse()],
  talks: held.map(([date, talker, partner]) => aTalk(date, talker, partner))
}
