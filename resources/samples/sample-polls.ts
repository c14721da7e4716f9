import type { Row } from './sample-branches.ts'
import { chanceOf } from './sample-chance.ts'
import { personNamed, referenceTo } from './sample-office.ts'

/** Who votes, with how much weight in per cent, and how many ballots were given out and came back. */
type Class = { name: string; weight: number; issued: number; returned: number }

/** Whose ballots, and how well they think of him: tenths of the best grade. `key` as in the roster, else a name as it stands. */
type Subject = { key?: string; name?: string; liked: number }

type SamplePoll = {
  number: string
  name: string
  organisation: string
  year: number
  kind: '班子测评' | '干部测评' | '述职评议'
  grades: readonly [string, string, string, string]
  classes: readonly Class[]
  subjects: readonly Subject[]
}

const team = ['优秀', '良好', '一般', '较差'] as const
const cadre = ['优秀', '称职', '基本称职', '不称职'] as const
const duty = ['好', '较好', '一般', '差'] as const

const secretaries: readonly Subject[] = [
  { key: 'ZB01 周启明', liked: 8 },
  { key: 'ZB02 张㛃', liked: 7 },
  { key: 'ZB03 阿依古丽·买买提', liked: 8 },
  { key: 'ZB04 曹墨雨', liked: 6 },
  { key: 'ZB05 傅兰超', liked: 5 },
  { key: 'ZB06 吕平桐', liked: 7 },
  { key: 'ZB07 方志远', liked: 6 },
  { key: 'ZB08 罗正荣', liked: 5 }
]

const polls: readonly SamplePoll[] = [
  {
    ...{ number: 'CP2025-SZ', name: '2025年度党支部书记述职评议', organisation: 'DW01', year: 2025, kind: '述职评议' },
    grades: duty,
    classes: [
      { name: '上评', weight: 60, issued: 7, returned: 7 },
      { name: '下评', weight: 40, issued: 46, returned: 45 }
    ],
    subjects: secretaries
  },
  {
    ...{ number: 'CP2026-SZ1', name: '2026年度党支部书记述职评议（第一批）', organisation: 'DW01', year: 2026 },
    ...{ kind: '述职评议', grades: duty },
    classes: [
      { name: '上评', weight: 60, issued: 7, returned: 7 },
      { name: '下评', weight: 40, issued: 32, returned: 31 }
    ],
    subjects: secretaries.filter(({ key }) => /ZB0[1237]/.test(key ?? ''))
  },
  {
    ...{ number: 'CP2026-GB', name: '2026年度中层干部民主测评', organisation: 'DW01', year: 2026, kind: '干部测评' },
    grades: cadre,
    classes: [
      { name: 'A', weight: 40, issued: 6, returned: 6 },
      { name: 'B', weight: 30, issued: 14, returned: 14 },
      { name: 'C', weight: 30, issued: 38, returned: 36 }
    ],
    subjects: [
      { key: 'ZB01 周启明', liked: 8 },
      { key: 'ZB01 林慧', liked: 8 },
      { key: 'ZB01 方国栋', liked: 6 },
      { key: 'ZB02 张㛃', liked: 7 },
      { key: 'ZB02 买买提·艾力', liked: 6 },
      { key: 'ZB03 阿依古丽·买买提', liked: 8 },
      { key: 'ZB03 陈𫖯', liked: 7 },
      { key: 'ZB04 曹墨雨', liked: 5 },
      { key: 'ZB05 傅兰超', liked: 4 },
      { key: 'ZB07 方志远', liked: 6 },
      { key: 'ZB07 贺建华', liked: 5 },
      { key: 'ZB08 罗正荣', liked: 6 }
    ]
  },
  ...(
    [
      ['ZB01', '机关第一党支部', 8, 15],
      ['ZB03', '专卖管理党支部', 7, 25],
      ['ZB04', '营销中心党支部', 5, 22],
      ['ZB07', '卷烟经营党支部', 6, 20]
    ] as const
  ).map(
    ([organisation, name, liked, papers]): SamplePoll => ({
      ...{ number: `CP2026-BZ-${organisation}`, name: `${name}班子民主测评`, organisation, year: 2026 },
      ...{ kind: '班子测评', grades: team },
      classes: [{ name: '', weight: 100, issued: papers, returned: papers }],
      subjects: [{ name: `${name}班子`, liked }]
    })
  )
]

/** How the ballots of a class fall: most by how well he is liked, one or two beside, an abstention now and then. */
function marksOf(poll: SamplePoll, one: Class, subject: Subject): Row {
  const pick = chanceOf(`poll ${poll.number} ${one.name} ${subject.key ?? subject.name}`)
  const abstained = pick(4) === 0 ? 1 : 0
  const valid = one.returned - abstained
  const best = Math.min(valid, Math.round((valid * (subject.liked * 10 + pick(16) - 5)) / 100))
  const fair = Math.min(valid - best, subject.liked < 6 ? 1 + pick(2) : pick(2))
  const poor = subject.liked < 5 && valid - best - fair > 3 ? pick(2) : 0
  const [first, second, third, last] = poll.grades
  return { [first]: best, [second]: valid - best - fair - poor, [third]: fair, [last]: poor, 弃权: abstained }
}

function subjectName({ key, name }: Subject, organisation: string): string {
  return key === undefined ? (name ?? '') : referenceTo(personNamed(key), organisation)
}

/** Rows of 测评: a row for each class and subject. */
export const pollRows: readonly Row[] = polls.flatMap((poll) =>
  poll.classes.flatMap((one) =>
    poll.subjects.map(
      (subject): Row => ({
        测评编号: poll.number,
        名称: poll.name,
        组织编码: poll.organisation,
        年度: poll.year,
        种类: poll.kind,
        票类: one.name === '' ? null : one.name,
        权重: one.weight,
        被测评对象: subjectName(subject, poll.organisation),
        ...marksOf(poll, one, subject),
        发出票: one.issued,
        收回票: one.returned
      })
    )
  )
)
