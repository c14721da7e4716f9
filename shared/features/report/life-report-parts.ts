import type { AttendanceRow } from '../meeting/attendance-rules.ts'
import { absenceReasons, type Meeting } from '../meeting/meeting.ts'
import { lifeSteps } from '../life/life-rules.ts'
import type { MeetingFact } from '../checklist/item-facts.ts'
import { onPaper } from '../checklist/self-check-document.ts'
import type { BranchReport } from './branch-report.ts'
import { heldSaid, lecturesSaid, lifeSaid, monthChart, periodsSaid, themeDaysSaid, typeTable } from './meeting-parts.ts'
import { type ReportPart, type ReportTable, partOf, type Said } from './report.ts'
import { byDay, dayWords, meetingLink, shareWords } from './report-words.ts'
import { lossesSaid } from './summary-parts.ts'

/** The report of a branch's 组织生活: as the branch's other reports, with the attendance of each of its people. */
export type LifeReport = BranchReport & { attendance: readonly AttendanceRow[] }

/** The lines that a table of meetings has for each: the day, then words of its own, then who was there. */
function listTable(
  title: string,
  columns: ReportTable['columns'],
  meetings: readonly MeetingFact[],
  words: (meeting: Meeting) => string[],
  year: number
): ReportTable {
  return {
    title,
    columns: [
      { title: '日期', width: 17, align: 'center' },
      ...columns,
      { title: '应到', width: 9, align: 'center' },
      { title: '实到', width: 9, align: 'center' }
    ],
    rows: byDay(meetings).map(({ meeting, expected, present }) => [
      dayWords(year, meeting.date),
      ...words(meeting).map(onPaper),
      `${expected}`,
      `${present.length}`
    ])
  }
}

const ofType = ({ facts }: LifeReport, type: Meeting['types'][number]): MeetingFact[] =>
  facts.meetings.filter(({ meeting }) => meeting.types.includes(type))

function overviewPart(report: LifeReport): ReportPart {
  const { table, sources } = typeTable(report.facts)
  const chart = monthChart(report.facts)
  return partOf('overview', '总体情况', [heldSaid(report.facts), ...periodsSaid(report.facts)], {
    ...{ tables: table.rows.length === 0 ? [] : [table], charts: chart === null ? [] : [chart], sources }
  })
}

function themeDaysPart(report: LifeReport): ReportPart {
  const own = ofType(report, '主题党日')
  const said = themeDaysSaid(report.facts)
  if (said === null) return partOf('theme-days', '主题党日', [{ says: '没有主题党日的记录。' }])
  const hasContents = own.some(({ meeting }) => meeting.contents.length > 0)
  const columns = hasContents
    ? [
        { title: '主题', width: 41 },
        { title: '内容', width: 24 }
      ]
    : [{ title: '主题', width: 65 }]
  const words = ({ theme, contents }: Meeting): string[] => [theme ?? '', ...(hasContents ? [contents.join('、')] : [])]
  return partOf('theme-days', '主题党日', [said], {
    tables: [listTable('主题党日', columns, own, words, report.facts.year)]
  })
}

function lecturesPart(report: LifeReport): ReportPart {
  const said = lecturesSaid(report.facts)
  if (said === null) return partOf('lectures', '党课', [{ says: '没有党课的记录。' }])
  const columns = [
    { title: '题目', width: 43 },
    { title: '主讲人', width: 22, align: 'center' as const }
  ]
  const words = ({ topic, lecturer }: Meeting): string[] => [topic ?? '', lecturer?.name ?? '']
  return partOf('lectures', '党课', [said], {
    tables: [listTable('党课', columns, ofType(report, '党课'), words, report.facts.year)]
  })
}

/** The 组织生活会 with the state of each of its eight steps. */
function lifeMeetingPart({ facts }: LifeReport): ReportPart {
  const { life } = facts
  if (life === null) return partOf('life-meeting', '组织生活会', [lifeSaid(facts)])
  const titleOf = (step: string): string => lifeSteps.find((one) => one.step === step)?.title ?? step
  return partOf('life-meeting', '组织生活会', [lifeSaid(facts)], {
    tables: [
      {
        title: '组织生活会八个步骤',
        columns: [
          { title: '步骤', width: 26 },
          { title: '记录', width: 74 }
        ],
        rows: life.steps.map(({ step, says }) => [titleOf(step), onPaper(says)])
      }
    ]
  })
}

/** Why people were absent, over all meetings at which they were expected. */
function absencesSaid({ attendance }: LifeReport): Said {
  const sum = (pick: (row: AttendanceRow) => number): number => attendance.reduce((total, row) => total + pick(row), 0)
  const [expected, present, late] = [sum((row) => row.expected), sum((row) => row.present), sum((row) => row.late)]
  if (expected === 0) return { says: '没有可以统计到会的记录。' }
  const reasons = absenceReasons
    .map((reason) => ({ reason, count: sum(({ absences }) => absences[reason] ?? 0) }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => `${reason}${count}人次`)
  const absent = expected - present
  return {
    says: `缺席${absent}人次${reasons.length === 0 ? '' : `：${reasons.join('，')}`}；迟到、早退${late}人次。`
  }
}

function attendancePart(report: LifeReport): ReportPart {
  const rows = report.attendance.filter(({ expected }) => expected > 0)
  const absent = report.facts.meetings.filter(({ meeting }) => meeting.absences.length > 0)
  return partOf(
    'attendance',
    '到会情况',
    [{ ...absencesSaid(report), links: byDay(absent).map(({ meeting }) => meetingLink(meeting)) }],
    {
      tables:
        rows.length === 0
          ? []
          : [
              {
                title: '党员到会',
                columns: [
                  { title: '姓名', width: 16, align: 'center' },
                  ...['应到', '实到', ...absenceReasons, '到会率'].map((title) => ({
                    ...{ title, align: 'center' as const },
                    width: title === '到会率' ? 14 : 10
                  }))
                ],
                rows: rows.map(({ name, expected, present, absences }) => [
                  ...[name, `${expected}`, `${present}`],
                  ...absenceReasons.map((reason) => (absences[reason] === undefined ? '' : `${absences[reason]}`)),
                  shareWords(present, expected)
                ])
              }
            ]
    }
  )
}

/** Records that are not complete yet: begun, or not locked. */
function unfinishedSaid({ facts }: LifeReport): Said {
  const open = facts.meetings.filter(({ meeting }) => meeting.state !== 'final' && meeting.state !== 'archived')
  if (open.length === 0) return { says: '会议和活动的记录都已完成。' }
  const names = byDay(open)
    .slice(0, 5)
    .map(({ meeting }) => `${dayWords(facts.year, meeting.date)}${meeting.types.join('、')}`)
    .join('、')
  const more = open.length > 5 ? `等${open.length}份` : ''
  return {
    says: `没有完成的记录${open.length}份：${names}${more}。`,
    links: byDay(open).map((one) => meetingLink(one.meeting))
  }
}

/** Points lost in the area of 组织生活 alone. */
function problemsPart(report: LifeReport): ReportPart {
  const { score, facts, may } = report
  const areas = score.areas.filter(({ title }) => title.includes('组织生活'))
  const lost = areas
    .flatMap(({ items }) => items)
    .filter(({ status, lost: points }) => status === 'scored' && points !== '0.00')
  const losses =
    lost.length === 0 ? [] : lossesSaid({ ...score, areas, lost: areas[0]?.lost ?? score.lost }, facts.year)
  return partOf(
    'problems',
    '存在问题',
    [unfinishedSaid(report), ...(lost.length === 0 ? [{ says: '清单中组织生活的项目，已核的没有失分。' }] : losses)],
    { isGuarded: !may.talks }
  )
}

/** 组织生活情况报告 of a branch. */
export const lifeReportParts = (report: LifeReport): ReportPart[] => [
  overviewPart(report),
  themeDaysPart(report),
  lecturesPart(report),
  lifeMeetingPart(report),
  attendancePart(report),
  problemsPart(report)
]
