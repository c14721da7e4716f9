import type { ChartSpec } from '../../documents/chart.ts'
import { partsOf, yearOf } from '../../kernel/dates.ts'
import type { ItemFacts, MeetingFact } from '../checklist/item-facts.ts'
import type { RecordLink } from '../checklist/item-result.ts'
import { wasSecretary } from '../checklist/committee-rules.ts'
import { activityContents, type MeetingType, meetingTypes } from '../meeting/meeting.ts'
import { type CoveragePart, coverageOf } from '../plan/coverage-rules.ts'
import type { ReportSource, ReportTable, Said } from './report.ts'
import { attendanceOf, byDay, meetingLink, shareWords } from './report-words.ts'

const ofType = (meetings: readonly MeetingFact[], type: MeetingType): MeetingFact[] =>
  meetings.filter(({ meeting }) => meeting.types.includes(type))
const linksOf = (meetings: readonly MeetingFact[]): RecordLink[] =>
  byDay(meetings).map(({ meeting }) => meetingLink(meeting))

/** How many were held and who was there; a record of several types is one here. */
export function heldSaid({ meetings }: Pick<ItemFacts, 'meetings'>): Said {
  const { count, expected, present } = attendanceOf(meetings)
  if (count === 0) return { says: '本年度没有会议和活动的记录。' }
  return {
    says: `本年度召开会议、开展活动${count}次，应到${expected}人次，实到${present}人次，到会率${shareWords(present, expected)}。`,
    links: linksOf(meetings)
  }
}

/** Meetings by type with attendance, and the records of each line; one of several types counts in each of them. */
export function typeTable({ meetings }: Pick<ItemFacts, 'meetings'>): { table: ReportTable; sources: ReportSource[] } {
  const groups = meetingTypes.map((type) => ({ type, own: ofType(meetings, type) })).filter(({ own }) => own.length > 0)
  const several = meetings.filter(({ meeting }) => meeting.types.length > 1).length
  return {
    table: {
      title: '会议和活动',
      columns: [
        { title: '类型', width: 34 },
        { title: '次数', width: 14, align: 'center' },
        { title: '应到人次', width: 18, align: 'center' },
        { title: '实到人次', width: 18, align: 'center' },
        { title: '到会率', width: 16, align: 'center' }
      ],
      rows: groups.map(({ type, own }) => {
        const { count, expected, present } = attendanceOf(own)
        return [type, `${count}`, `${expected}`, `${present}`, shareWords(present, expected)]
      }),
      ...(several === 0 ? {} : { note: `一次会议兼有几种类型的，各类型都计入，有${several}次。` })
    },
    sources: groups.map(({ type, own }) => ({ of: `${type}${own.length}次`, links: linksOf(own) }))
  }
}

/** Records by month of the year; those of the year that were held after it are left out. Null where there are none. */
export function monthChart({ meetings, year }: Pick<ItemFacts, 'meetings' | 'year'>): ChartSpec | null {
  const months = meetings
    .map(({ meeting }) => meeting.date)
    .filter((date) => yearOf(date) === year)
    .map((date) => partsOf(date).month)
  if (months.length === 0) return null
  const all = Array.from({ length: 12 }, (_one, index) => index + 1)
  return {
    kind: 'bar',
    title: '各月会议和活动次数',
    categories: all.map((month) => `${month}月`),
    series: [{ name: '次数', values: all.map((month) => months.filter((one) => one === month).length) }]
  }
}

const periodName = ({ type, group, held, count }: CoveragePart, title: string): string => {
  const of = group === null ? type : `${group}的${type}`
  if (count > 1) return `${of}（全年应开${count}次，已开${held}次）`
  return title === '全年' ? of : `${title.replace(/季大会$/, '季度')}${of}`
}

/** What was due and held, by the periods the warnings go by, and what is missing of it. */
export function periodsSaid({ plan, periods, meetings }: Pick<ItemFacts, 'plan' | 'periods' | 'meetings'>): Said[] {
  const { columns, rows } = coverageOf([plan], periods, null)
  const [row] = rows
  if (row === undefined || row.rate.due === 0) return [{ says: '到统计日还没有到期的会议和活动。' }]
  const { held, due } = row.rate
  const missing = row.cells.flatMap((parts, at) =>
    parts
      .filter(({ state }) => state === 'missing' || state === 'late')
      .map((part) => periodName(part, columns[at]?.title ?? ''))
  )
  const ids = new Set(row.cells.flat().flatMap(({ meetingIds }) => meetingIds))
  const links = linksOf(meetings.filter(({ meeting }) => ids.has(meeting.id)))
  return [
    { says: `按月、按季度、按年应召开的有${due}次到期，召开${held}次，按时率${shareWords(held, due)}。`, links },
    { says: missing.length === 0 ? '到期的都有召开记录。' : `没有召开记录的：${missing.join('、')}。` }
  ]
}

/** 主题党日 with what they held; nothing where there was none. */
export function themeDaysSaid({ meetings }: Pick<ItemFacts, 'meetings'>): Said | null {
  const own = ofType(meetings, '主题党日')
  if (own.length === 0) return null
  const counts = activityContents
    .map((content) => ({ content, count: own.filter(({ meeting }) => meeting.contents.includes(content)).length }))
    .filter(({ count }) => count > 0)
    .map(({ content, count }) => `${content}${count}次`)
  const held = counts.length === 0 ? '' : `，其中有${counts.join('、')}`
  return { says: `开展主题党日${own.length}次${held}。`, links: linksOf(own) }
}

/** 党课, and how many of them whoever was 书记 that day gave. */
export function lecturesSaid(facts: ItemFacts): Said | null {
  const own = ofType(facts.meetings, '党课')
  if (own.length === 0) return null
  const bySecretary = own.filter(
    ({ meeting: { lecturer, date } }) => lecturer !== null && wasSecretary(facts, lecturer, date)
  )
  return { says: `上党课${own.length}次，书记主讲${bySecretary.length}次。`, links: linksOf(own) }
}

/** The 组织生活会 of the year with how many of its eight steps left a trace. */
export function lifeSaid({ life, year }: Pick<ItemFacts, 'life' | 'year'>): Said {
  if (life === null) return { says: `没有${year}年度组织生活会的记录。` }
  const open = life.steps.filter(({ state }) => state === 'open')
  const { year: y, month, day } = partsOf(life.date)
  const on = y === year ? `${month}月${day}日` : `${y}年${month}月${day}日`
  return {
    says: `${on}召开${year}年度组织生活会，八步中有${life.steps.length - open.length}步留有记录。`,
    links: [{ record: 'meeting', id: life.meetingId, text: `${life.date} ${year} 年度组织生活会`, on: life.date }]
  }
}
