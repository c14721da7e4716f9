import type { Day } from '../../shared/kernel/dates.ts'
import { type Branch, branches, type Row } from './sample-branches.ts'
import { workday } from './sample-days.ts'
import { chanceOf } from './sample-chance.ts'
import { themeOf } from './sample-themes.ts'

/** What a meeting is about; sample-agenda.ts knows the words. */
export type Matter =
  | { kind: 'general'; quarter: number }
  | { kind: 'committee'; month: number }
  | { kind: 'group'; month: number }
  | { kind: 'theme'; month: number; lecture: boolean }
  | { kind: 'lecture'; month: number }
  | { kind: 'review'; year: number }
  | { kind: 'special' }

/** A meeting in the year, before anybody has spoken. `organisation` is the branch or the group. */
export type Appointment = {
  number: string
  branch: Branch
  organisation: string
  types: string
  date: Day
  start: string
  end: string
  matter: Matter
  extra?: Row
}

/** The day of the story; what comes later is planned and has no minutes. */
export const storyDay: Day = '2026-11-21'

/** Meetings nobody held: the reminders have something to say. */
const omitted = new Set(['ZB05-ZW07', 'XZ0302-08', 'ZB08-DH3', 'ZB04-DR11', 'ZB02-ZW11'])

const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (month: number, day: number): Day => workday(`2026-${two(month)}-${two(day)}`)
const months = Array.from({ length: 11 }, (_one, index) => index + 1)

/** Two branches give their lectures apart from the 主题党日, the others in the last month of a quarter that they spend indoors. */
const lecturesApart = new Set(['ZB03', 'ZB07'])
const apartMonths = [3, 6, 9, 11]
const quarters = [
  [3, 2, 1],
  [6, 5, 4],
  [9, 8, 7],
  [11, 10]
]

const lectureMonths = ({ code }: Branch): (number | undefined)[] =>
  quarters.map((list) => list.find((month) => themeOf(code, month).place === undefined))

const general = (branch: Branch): Appointment[] =>
  branch.general.map((date, quarter) => ({
    number: `${branch.code}-DH${quarter + 1}`,
    branch,
    organisation: branch.code,
    types: '党员大会',
    date,
    start: '14:30',
    end: quarter === 3 || quarter === 1 ? '16:30' : '16:10',
    matter: { kind: 'general', quarter },
    extra: { 计划日期: date }
  }))

const committee = (branch: Branch): Appointment[] =>
  branch.committee
    ? months.map((month) => ({
        number: `${branch.code}-ZW${two(month)}`,
        branch,
        organisation: branch.code,
        types: '支委会',
        date: dayOf(month, 3 + chanceOf(`${branch.code}-ZW${month}`)(4)),
        start: '09:00',
        end: chanceOf(`end ${branch.code}-ZW${month}`)(2) === 0 ? '10:10' : '10:30',
        matter: { kind: 'committee', month }
      }))
    : []

const themes = (branch: Branch): Appointment[] => {
  const taught = lecturesApart.has(branch.code) ? [] : lectureMonths(branch)
  return months.map((month) => {
    const lecture = taught.includes(month)
    return {
      number: `${branch.code}-DR${two(month)}`,
      branch,
      organisation: branch.code,
      types: lecture ? '主题党日、党课' : '主题党日',
      date: dayOf(month, branch.themeDay),
      start: '14:30',
      end: lecture ? '17:00' : '16:30',
      matter: { kind: 'theme', month, lecture }
    }
  })
}

const lectures = (branch: Branch): Appointment[] =>
  lecturesApart.has(branch.code)
    ? apartMonths.map((month, quarter) => ({
        number: `${branch.code}-DK${quarter + 1}`,
        branch,
        organisation: branch.code,
        types: '党课',
        date: dayOf(month, month === 11 ? 17 : 26),
        start: '15:00',
        end: '16:30',
        matter: { kind: 'lecture', month }
      }))
    : []

/** First day on which groups meet, where it is not the 19th: before the 组织生活会, after the holidays, before the story ends. */
const groupDays: Readonly<Record<number, number>> = { 1: 8, 2: 25, 11: 9 }

const groups = (branch: Branch): Appointment[] =>
  branch.groups.flatMap((code) =>
    months.map((month) => ({
      number: `${code}-${two(month)}`,
      branch,
      organisation: code,
      types: '党小组会',
      date: dayOf(month, (groupDays[month] ?? 19) + chanceOf(`${code} ${month}`)(3)),
      start: '16:40',
      end: '17:30',
      matter: { kind: 'group', month }
    }))
  )

function lifeMeetings(branch: Branch): Appointment[] {
  const common = { branch, organisation: branch.code, start: '09:00', end: '11:40' }
  const { last, current } = branch.life
  const review: Appointment = {
    ...common,
    number: `${branch.code}-SH2025`,
    types: '组织生活会、民主评议党员',
    date: last,
    matter: { kind: 'review', year: 2025 },
    extra: { 所属年度: 2025 }
  }
  return current === null
    ? [review]
    : [
        review,
        {
          ...common,
          number: `${branch.code}-SH2026`,
          types: '组织生活会',
          date: current,
          end: '11:10',
          matter: { kind: 'special' },
          extra: { 所属年度: 2026 }
        }
      ]
}

/** 民主评议党员 of the year, in the branches that did not wait for January. */
const assessments = (branch: Branch): Appointment[] =>
  branch.assessed === null
    ? []
    : [
        {
          ...{ branch, organisation: branch.code, number: `${branch.code}-PY2026`, types: '民主评议党员' },
          ...{ date: branch.assessed, start: '15:00', end: '17:10' },
          matter: { kind: 'review', year: 2026 },
          extra: { 所属年度: 2026 }
        }
      ]

/** The year of the office, branch by branch; each kind in order of time. */
export const appointments: readonly Appointment[] = branches.flatMap((branch) =>
  [general, committee, groups, themes, lectures, lifeMeetings, assessments]
    .flatMap((kind) => kind(branch))
    .filter(({ number }) => !omitted.has(number))
)
