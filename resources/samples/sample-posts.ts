import type { Day } from '../../shared/kernel/dates.ts'

/** A seat as the sheet 任职 states it; `person` is the key of the roster. */
export type SamplePost = { organisation: string; title: string; person: string; from: Day; to: Day | null; by: string }

/** Seats `title person [from~to]` of one term; dates of their own stand behind the name. */
type Term = { organisation: string; home?: string; from: Day; to: Day | null; by: string; seats: string }

const terms: readonly Term[] = [
  {
    organisation: 'DW01',
    from: '2023-06-20',
    to: null,
    by: '选举',
    seats: `书记 ZB02沈国梁 2024-09-03~ 上级任命，副书记 ZB02秦岭，纪检委员 ZB03龚雪岚，组织委员 ZB04董晓枫，
      宣传委员 ZB07贺建华 ~2025-04-30，宣传委员 ZB07方志远 2025-05-01~ 补选`
  },
  {
    organisation: 'ZB01',
    from: '2022-03-18',
    to: '2025-03-24',
    by: '选举',
    seats: '书记 高翔，副书记 周启明，组织委员 林慧，宣传委员 何丽华，纪检委员 丁立新'
  },
  {
    organisation: 'ZB01',
    from: '2025-03-25',
    to: null,
    by: '选举',
    seats: '书记 周启明，副书记 林慧，组织委员 许静，宣传委员 方国栋，纪检委员 郑一鸣'
  },
  {
    organisation: 'ZB02',
    from: '2020-01-09',
    to: '2023-01-11',
    by: '选举',
    seats: '书记 祝思，组织委员 张㛃，宣传委员 顾燕丽，纪检委员 王伟，委员 王伟2'
  },
  {
    organisation: 'ZB02',
    from: '2023-01-12',
    to: null,
    by: '选举',
    seats: '书记 张㛃，组织委员 李䶮，宣传委员 欧阳致远'
  },
  {
    organisation: 'ZB03',
    from: '2021-05-14',
    to: '2024-05-14',
    by: '选举',
    seats: '书记 单永康，副书记 阿依古丽·买买提，组织委员 诸葛清扬，宣传委员 周强梅，纪检委员 邵国涛'
  },
  {
    organisation: 'ZB03',
    from: '2024-05-15',
    to: null,
    by: '选举',
    seats: `书记 阿依古丽·买买提，副书记 陈𫖯，组织委员 诸葛清扬，宣传委员 单永康，纪检委员 解春芳，委员 严敏志，
      委员 曾德贵 ~2026-03-31，委员 上官文博 2026-06-19~ 补选`
  },
  {
    organisation: 'ZB04',
    from: '2022-03-22',
    to: '2025-03-24',
    by: '选举',
    seats: '书记 屈斌明，副书记 曹墨雨，组织委员 喻霞，宣传委员 颜雨雨，纪检委员 江海源'
  },
  {
    organisation: 'ZB04',
    from: '2025-03-25',
    to: null,
    by: '选举',
    seats: '书记 曹墨雨，副书记 蓝春静，组织委员 乐平桐，宣传委员 喻霞，纪检委员 唐若'
  },
  {
    organisation: 'ZB05',
    from: '2020-12-16',
    to: '2023-12-19',
    by: '选举',
    seats: '书记 袁洋明，组织委员 邵洋，宣传委员 傅兰超，纪检委员 邹勇霞 ~2022-06-30，纪检委员 戴若 2022-08-11~ 补选'
  },
  {
    organisation: 'ZB05',
    from: '2023-12-20',
    to: null,
    by: '选举',
    seats: '书记 傅兰超，组织委员 邵洋，宣传委员 何晓燕 ~2026-08-31'
  },
  {
    organisation: 'ZB06',
    from: '2023-09-15',
    to: null,
    by: '选举',
    seats: '书记 吕平桐，组织委员 傅立芳，宣传委员 伍建 ~2024-02-29，宣传委员 侯文斌 2024-03-01~ 上级指派'
  },
  {
    organisation: 'ZB07',
    from: '2021-11-05',
    to: '2024-11-07',
    by: '选举',
    seats: '书记 贺建华，组织委员 方志远，宣传委员 杜鹃'
  },
  {
    organisation: 'ZB07',
    from: '2024-11-08',
    to: null,
    by: '选举',
    seats: '书记 方志远，副书记 邓丽娟，组织委员 汪海波，宣传委员 石玉兰，纪检委员 卢志芳'
  },
  {
    organisation: 'ZB08',
    from: '2024-08-15',
    to: null,
    by: '选举',
    seats: '书记 罗正荣，副书记 龚永芳 2025-02-10~ 补选'
  },
  ...(
    [
      ['XZ0101', '马秀兰'],
      ['XZ0102', '石磊'],
      ['XZ0301', '韦海军 ~2026-04-30，党小组组长 鲁海家 2026-05-01~'],
      ['XZ0302', '祝海红'],
      ['XZ0303', '周强梅'],
      ['XZ0401', '颜雨雨'],
      ['XZ0402', '韦立'],
      ['XZ0701', '张丽'],
      ['XZ0702', '杜鹃']
    ] as const
  ).map(([organisation, leader]) => ({
    organisation,
    home: `ZB${organisation.slice(2, 4)}`,
    from: '2025-04-01',
    to: null,
    by: '党小组推荐',
    seats: `党小组组长 ${leader}`
  }))
]

function seatOf(term: Term, words: string): SamplePost {
  const [title = '', who = '', ...more] = words.trim().split(/\s+/)
  const [from = '', to = ''] = more.find((word) => word.includes('~'))?.split('~') ?? []
  const by = more.find((word) => !word.includes('~')) ?? term.by
  const person = who.replace(/^(?:(ZB\d\d))?/, (code) => `${code === '' ? (term.home ?? term.organisation) : code} `)
  return {
    organisation: term.organisation,
    title,
    person,
    from: from === '' ? term.from : from,
    to: to === '' ? term.to : to,
    by
  }
}

/** All posts of the office, present and past. */
export const samplePosts: readonly SamplePost[] = terms.flatMap((term) =>
  term.seats.split('，').map((words) => seatOf(term, words))
)
