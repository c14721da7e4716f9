import type { RawCell } from '../../kernel/cells.ts'
import type { Person } from '../meeting/meeting.ts'
import type { FollowUp, Talk } from '../talk/talk.ts'
import { talkKinds } from '../talk/talk-kinds.ts'
import { dayCell, type NamedCells, type Naming } from './ledger-export-meeting.ts'
import { formatSubjects } from './ledger-talk-follow-ups.ts'
import { formatLines, formatPoints } from './ledger-talk-texts.ts'

/** One day stays a date of Excel; several are lines, empty ones kept in step. Null where none has a day. */
function daysCell(days: readonly (string | null)[]): RawCell {
  if (days.every((day) => day === null)) return null
  return days.length === 1 ? dayCell(days[0] ?? null) : days.map((day) => day ?? '').join('\n')
}

function followUpCells(followUps: readonly FollowUp[], named: (person: Person) => string): NamedCells {
  const people = followUps.map(({ person }) => (person === null ? '' : named(person)))
  return {
    后续事项: followUps.length === 0 ? null : formatSubjects(followUps),
    责任人: people.every((name) => name === '') ? null : formatLines(people),
    期限: daysCell(followUps.map(({ dueOn }) => dueOn)),
    完成日期: daysCell(followUps.map(({ doneOn }) => doneOn))
  }
}

/** A talk as a row of its own, whatever row it came from. */
export function talkRow({ contents, ...talk }: Talk, { codeOf, nameOf }: Naming): NamedCells {
  const named = (person: Person): string => nameOf(person, talk.organisationId, talk.date)
  const points = formatPoints(contents.points)
  return {
    谈话编号: talk.number,
    组织编码: codeOf(talk.organisationId),
    类型: talkKinds[talk.kind].name,
    所属年度: talk.year,
    日期: dayCell(talk.date),
    开始: talk.start,
    结束: talk.end,
    地点: contents.place,
    方式: contents.way,
    谈话人: named(talk.talker),
    谈话对象: named(talk.partner),
    记录人: contents.recorder && named(contents.recorder),
    事由: contents.reason,
    谈话要点: points === '' ? null : points,
    意见建议: contents.opinions,
    指出问题: contents.faults,
    对方表态: contents.attitude,
    困难诉求: contents.difficulties,
    ...followUpCells(contents.followUps, named),
    密级: talk.level,
    写成日期: dayCell(talk.writtenOn)
  }
}
