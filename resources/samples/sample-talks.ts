import { addDays, type Day } from '../../shared/kernel/dates.ts'
import { type Branch, branches, type Row } from './sample-branches.ts'
import { storyDay } from './sample-calendar.ts'
import { type Chance, chanceOf, oneOf, severalOf } from './sample-chance.ts'
import { workday, workdaysOn } from './sample-days.ts'
import { meetingRows } from './sample-meetings.ts'
import { holderOn, listenersOn, membersOn, referenceTo, seatsOn } from './sample-office.ts'
import type { SamplePerson } from './sample-people.ts'
import { type Request, type TalkWords, talkWordsOf } from './sample-talk-words.ts'
import { fill } from './sample-voices.ts'

/** Who talks with whom, of which kind and on which day. */
type Meant = { branch: Branch; kind: string; talker: SamplePerson; partner: SamplePerson; date: Day; level: 'L1' | 'L2' }

const busy = new Set(meetingRows.map((row) => `${String(row['组织编码']).slice(0, 4)} ${row['日期']}`))

/** A working day on which the branch has no meeting, up to the day of the story. */
function freeDay(branch: Branch, day: Day): Day | null {
  const found = workday(day)
  if (found > storyDay) return null
  return busy.has(`${branch.code} ${found}`) ? freeDay(branch, addDays(found, 1)) : found
}

const isHere = ({ away, twin }: SamplePerson, date: Day): boolean =>
  !twin && (away === null || date < away.from || date > away.to)

/** One of the talks of the year; null where one of the two was not there that day. */
function meet(branch: Branch, kind: string, day: Day, two: readonly [SamplePerson, SamplePerson]): Meant[] {
  const date = freeDay(branch, day)
  if (date === null) return []
  const inside = [...membersOn(branch.code, date), ...listenersOn(branch.code, date)]
  const [talker, partner] = two
  if (talker === partner || !isHere(talker, date) || partner.twin) return []
  if (!inside.includes(talker) || !inside.includes(partner)) return []
  return [{ branch, kind, talker, partner, date, level: kind === '关怀谈话' || kind === '任职谈话' ? 'L2' : 'L1' }]
}

const dayOfYear = (pick: Chance): Day => addDays('2026-02-25', pick(255))

/** Before the 组织生活会 of the year, else some day of it. */
function whenOf(pick: Chance, { life }: Branch): { kind: string; day: Day } {
  return life.current !== null && pick(3) === 0
    ? { kind: '组织生活会/民主评议前谈话', day: addDays(life.current, -4 - pick(20)) }
    : { kind: '日常谈心', day: dayOfYear(pick) }
}

/** Every two of the committee, but for a few who have not come to it. */
function committeeTalks(branch: Branch): Meant[] {
  const seats = branch.committee ? seatsOn(branch.code, storyDay) : []
  return seats.flatMap((talker, index) =>
    seats.slice(index + 1).flatMap((partner) => {
      const pick = chanceOf(`talk ${talker.key} ${partner.key}`)
      if (pick(9) === 0) return []
      const { kind, day } = whenOf(pick, branch)
      return meet(branch, kind, day, [talker, partner])
    })
  )
}

/** The committee with the members; some talks fall on the day somebody once joined. */
function memberTalks(branch: Branch): Meant[] {
  const seats = seatsOn(branch.code, storyDay)
  return membersOn(branch.code, storyDay).flatMap((partner) => {
    const pick = chanceOf(`asked ${partner.key}`)
    if (seats.includes(partner) || pick(8) === 0) return []
    const { kind, day } = whenOf(pick, branch)
    const talker = oneOf(pick, seats)
    const birthday = partner.joined === null ? null : `2026${partner.joined.slice(4)}`
    return pick(6) === 0 && birthday !== null
      ? meet(branch, '政治生日谈话', birthday, [seats[0] ?? talker, partner])
      : meet(branch, pick(12) === 0 ? '关怀谈话' : kind, day, [talker, partner])
  })
}

/** Members with each other, in the order of the roster. */
function peerTalks(branch: Branch): Meant[] {
  const seats = seatsOn(branch.code, storyDay)
  const others = membersOn(branch.code, storyDay).filter((person) => !seats.includes(person))
  return others.flatMap((talker, index) => {
    const partner = others[index + 1]
    const pick = chanceOf(`peer ${talker.key}`)
    if (partner === undefined || index % 2 === 1 || pick(7) === 0) return []
    return meet(branch, '日常谈心', dayOfYear(pick), [talker, partner])
  })
}

/** Whoever applied this year is talked with within the month. */
function admissionTalks(branch: Branch): Meant[] {
  return listenersOn(branch.code, storyDay).flatMap((partner) => {
    const [, month = '', date = ''] = /2026年(\d+)月(\d+)日递交/.exec(String(partner.facts['备注'] ?? '')) ?? []
    const talker = holderOn(branch.code, '组织委员', storyDay) ?? holderOn(branch.code, '书记', storyDay)
    if (month === '' || talker === null) return []
    const applied = `2026-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return applied > '2026-10-20' ? [] : meet(branch, '入党谈话', addDays(applied, 12), [talker, partner])
  })
}

/** What is to be done, by whom of the committee and until when; most of it is done. */
function followUp(pick: Chance, { talker, date, branch }: Meant, { task }: Request): Row {
  const due = workday(addDays(date, 20 + pick(25)))
  const done = workday(addDays(due, -pick(12)))
  return {
    后续事项: fill(pick, branch.code, task, { owner: talker.name, other: '' }),
    责任人: referenceTo(talker, branch.code),
    期限: due,
    完成日期: done > storyDay || pick(6) === 0 ? null : done
  }
}

function pointsOf(words: TalkWords, pick: Chance, say: (text: string) => string): string {
  const headed = (
    [
      ['思想', words.thought],
      ['工作', words.work],
      ['学习', words.study],
      ['生活', words.life],
      ['作风', words.style]
    ] as const
  ).map(([name, list]) => `${name}：${say(oneOf(pick, list))}`)
  return headed.filter((_line, index) => index < 2 || pick(2) === 0).join('\n')
}

function contentsOf(meant: Meant, pick: Chance): Row {
  const { branch, partner, kind } = meant
  if (kind === '入党谈话')
    return {
      事由: '递交入党申请书',
      谈话要点: '入党动机：想同身边的党员一样，遇到难事能站出来。\n对党认识：读过党章总纲，对入党条件和程序有了解。',
      对方表态: '愿意接受党组织的培养和考察，每季度交一次思想汇报。'
    }
  const words = talkWordsOf(branch.code)
  const say = (text: string): string => fill(pick, branch.code, text, { owner: '', other: partner.name })
  const [opinion] = pick(3) === 0 ? severalOf(pick, words.opinions, 1) : []
  const [trouble] = pick(kind === '关怀谈话' ? 1 : 6) === 0 ? severalOf(pick, words.difficulties, 1) : []
  const request = trouble ?? opinion
  return {
    谈话要点: pointsOf(words, pick, say),
    意见建议: opinion === undefined ? null : say(opinion.says),
    指出问题: pick(5) === 0 ? say(oneOf(pick, words.faults)) : null,
    对方表态: pick(2) === 0 ? oneOf(pick, words.attitudes) : null,
    困难诉求: trouble === undefined ? null : say(trouble.says),
    ...(request === undefined ? {} : followUp(pick, meant, request))
  }
}

const starts = ['08:20', '11:10', '17:00']

function rowOf(meant: Meant, index: number): Row {
  const { branch, kind, talker, partner, date, level } = meant
  const pick = chanceOf(`said ${kind} ${talker.key} ${partner.key}`)
  const start = oneOf(pick, starts)
  const written = workdaysOn(date, pick(3))
  return {
    谈话编号: `${branch.code}-TH${String(index + 1).padStart(3, '0')}`,
    组织编码: branch.code,
    类型: kind,
    日期: date,
    开始: start,
    结束: `${start.slice(0, 3)}${Number(start.slice(3)) + 25 + pick(3) * 5}`,
    地点: pick(3) === 0 ? '办公室' : branch.room,
    方式: partner.away !== null && date >= partner.away.from && date <= partner.away.to ? '电话' : '面谈',
    谈话人: referenceTo(talker, branch.code),
    谈话对象: referenceTo(partner, branch.code),
    ...contentsOf(meant, pick),
    密级: level,
    写成日期: written > storyDay ? date : written
  }
}

const talksOf = (branch: Branch): Meant[] =>
  [...committeeTalks(branch), ...memberTalks(branch), ...peerTalks(branch), ...admissionTalks(branch)].sort((one, other) =>
    one.date < other.date ? -1 : one.date > other.date ? 1 : 0
  )

/** Rows of 谈话: a year in which most people were talked with; none of L3. */
export const talkRows: readonly Row[] = branches.flatMap((branch) => talksOf(branch).map(rowOf))
