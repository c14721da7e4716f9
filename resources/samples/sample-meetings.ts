/** A year of meetings of the sample office, January to November 2026: what a diligent clerk would have written. */
import { branches, naming, type SamplePerson, seeded } from './sample-people.ts'

type Row = Record<string, string | number | null>
type Topic = { title: string; kind?: string; about?: string; speeches: string[]; resolution: string; vote?: Row }
type Sample = { branch: string; number: string; row: Row; topics: Topic[] }

const rooms: Record<string, string> = {
  ZB01: '四楼党员活动室',
  ZB02: '三楼会议室',
  ZB03: '稽查大队会议室',
  ZB04: '营销中心会议室',
  ZB05: '配送中心学习室',
  ZB06: '老干部活动室'
}
const quarterTopics = [
  ['学习贯彻上级党建工作会议精神', '讨论支部年度工作计划'],
  ['审查支委会第一季度工作报告', '讨论困难党员帮扶安排'],
  ['通报上半年党员学习情况', '讨论下半年主题党日安排'],
  ['传达第四季度重点工作安排', '审查支委会2026年工作情况报告']
]
const committeeTopics = ['研究本月主题党日方案', '分析党员思想状况', '研究困难党员走访名单', '讨论学习计划落实情况', '研究积极分子培养工作']
const themes = ['学习党章党规', '走访零售客户', '安全生产承诺践诺', '重温入党誓词', '红色教育基地现场学习', '志愿服务进社区', '业务技能互学互助', '保密教育', '廉洁家风座谈', '防汛值守志愿服务', '年度学习交流']
const remarks = ['这件事关系到每一位党员，建议把任务分到人、定好时间。', '同意，补充一点：基层岗位轮班多，学习时间要提前通知。', '上个月的做法效果不错，可以继续，记录要当天写完。', '我负责的片区愿意先做，月底前报进展。']

const two = (value: number): string => String(value).padStart(2, '0')

function absent(pick: (below: number) => number, people: SamplePerson[], name: (person: SamplePerson) => string): { text: string; out: Set<SamplePerson> } {
  const reasons = ['公差', '病假', '事假', '公差']
  const out = new Set<SamplePerson>()
  const others = people.filter((person) => person.post === null && person.category === '正式党员' && person.name !== '何丽华' && person.name !== '石磊')
  for (let count = pick(Math.max(1, Math.ceil(people.length / 7))); count > 0 && others.length > 0; count -= 1) {
    const person = others[pick(others.length)]
    if (person !== undefined) out.add(person)
  }
  return { text: [...out].map((person) => `${name(person)}（${reasons[pick(4)]}）`).join('、'), out }
}

function speeches(pick: (below: number) => number, people: SamplePerson[], out: Set<SamplePerson>, name: (person: SamplePerson) => string): string[] {
  const speakers = people.filter((person) => !out.has(person) && person.category === '正式党员')
  return [0, 1].flatMap((turn) => {
    const person = speakers[(pick(speakers.length) + turn) % speakers.length]
    return person === undefined ? [] : [`${name(person)}：${remarks[pick(remarks.length)]}`]
  })
}

/** One meeting: everything the ledger's row needs, with topics told apart by kind. */
function build(
  branch: (typeof branches)[number],
  people: SamplePerson[],
  all: readonly SamplePerson[],
  pick: (below: number) => number,
  input: { number: string; types: string; date: string; circle: SamplePerson[]; topics: (helpers: { votes: (over?: number) => Row; ballots: () => Row; talk: () => string[] }) => Topic[]; extra?: Row }
): Sample {
  const name = naming(all, branch.code)
  const { text, out } = absent(pick, input.circle, name)
  const full = input.circle.filter((person) => person.category === '正式党员')
  const here = full.filter((person) => !out.has(person)).length
  const secretary = people[0]
  const recorder = people[Math.min(2, people.length - 1)]
  const votes = (against = 0): Row => ({ 表决: '是', 表决方式: '举手', 赞成: here - against, 反对: 0, 弃权: against })
  return {
    branch: branch.code,
    number: input.number,
    row: {
      会议编号: input.number,
      组织编码: branch.code,
      类型: input.types,
      日期: input.date,
      开始: '14:30',
      结束: '16:00',
      地点: rooms[branch.code] ?? '会议室',
      主持人: secretary === undefined ? null : name(secretary),
      记录人: recorder === undefined ? null : name(recorder),
      缺席: text,
      ...input.extra
    },
    topics: input.topics({ votes, ballots: () => ({ 发出票: here, 收回票: here }), talk: () => speeches(pick, input.circle, out, name) })
  }
}

function quarterly(branch: (typeof branches)[number], people: SamplePerson[], all: readonly SamplePerson[], pick: (below: number) => number): Sample[] {
  return ['2026-02-26', '2026-05-21', '2026-08-20', '2026-11-20'].map((date, quarter) =>
    build(branch, people, all, pick, {
      number: `${branch.code}-DH${quarter + 1}`,
      types: '党员大会',
      date,
      circle: people,
      topics: ({ votes, ballots, talk }) => [
        { title: quarterTopics[quarter]?.[0] ?? '', speeches: talk(), resolution: '会议要求各党小组会后一周内传达到每一名党员，重点任务由支部委员分头联系。' },
        { title: quarterTopics[quarter]?.[1] ?? '', kind: quarter === 3 ? '报告' : '一般', speeches: talk(), resolution: '会议同意报告提出的安排，由支委会抓好落实。', vote: votes(pick(2)) },
        ...(branch.code === 'ZB01' && quarter === 3
          ? [
              {
                title: '讨论预备党员陈雨桐同志转正',
                kind: '预备党员转正',
                about: '陈雨桐',
                speeches: ['何丽华：作为培养联系人，我介绍她一年来的表现。承担的综合材料62篇没有差错，两次参加抗旱保苗志愿服务。不足是和一线同志交流还不够多。', '石磊：同意按期转正，建议多到片区走一走。'],
                resolution: '支部大会讨论认为，陈雨桐同志在预备期间能够履行党员义务，同意按期转为正式党员，报上级党组织审批。',
                vote: { ...votes(1), 表决方式: '无记名', ...ballots(), 书面赞成: 1 }
              }
            ]
          : [])
      ]
    })
  )
}

function monthly(branch: (typeof branches)[number], people: SamplePerson[], all: readonly SamplePerson[], pick: (below: number) => number): Sample[] {
  const committee = people.filter((person) => person.post !== null)
  return Array.from({ length: 11 }, (_one, index) => index + 1).flatMap((month) => [
    ...(committee.length > 1
      ? [
          build(branch, people, all, pick, {
            number: `${branch.code}-ZW${two(month)}`,
            types: '支委会',
            date: `2026-${two(month)}-${two(3 + pick(4))}`,
            circle: committee,
            topics: ({ votes, talk }) => [{ title: committeeTopics[month % committeeTopics.length] ?? '', speeches: talk(), resolution: '同意所提方案，由组织委员牵头落实。', vote: votes() }]
          })
        ]
      : []),
    build(branch, people, all, pick, {
      number: `${branch.code}-DR${two(month)}`,
      types: month % 3 === 0 ? '主题党日、党课' : '主题党日',
      date: `2026-${two(month)}-${two(branch.themeDay)}`,
      circle: people,
      topics: ({ talk }) => [{ title: themes[month - 1] ?? '', speeches: talk(), resolution: '活动结束后由宣传委员整理小结，照片留存不超过四张。' }],
      extra: { 主题: themes[month - 1] ?? '', 学时: 2, ...(month % 3 === 0 ? { 主讲人: people[0] === undefined ? null : naming(all, branch.code)(people[0]), 课题: '做合格党员，创一流业绩' } : {}) }
    })
  ])
}

function samples(people: readonly SamplePerson[]): Sample[] {
  const pick = seeded(365)
  return branches.flatMap((branch) => {
    const inside = people.filter((person) => person.branch === branch.code)
    return [...quarterly(branch, inside, people, pick), ...monthly(branch, inside, people, pick)]
  })
}

export const meetingRows = (people: readonly SamplePerson[]): Row[] => samples(people).map((sample) => sample.row)

export const agendaRows = (people: readonly SamplePerson[]): Row[] =>
  samples(people).flatMap((sample) =>
    sample.topics.map((topic, index) => ({
      会议编号: sample.number,
      序号: index + 1,
      议题: topic.title,
      类型: topic.kind ?? '一般',
      被讨论人: topic.about ?? null,
      讨论发言: topic.speeches.join('\n'),
      决议: topic.resolution,
      ...topic.vote
    }))
  )
