import type { Block, GridCell, GridColumn, ParagraphBlock } from '../../documents/document-model.ts'
import { type Day, partsOf, yearOf } from '../../kernel/dates.ts'
import type { TalkCell, TalkCoverage, TalkMark, TalkRow } from './coverage-rules.ts'

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })

/** So many days stand in a cell; of more there is only how many they are. */
const mostDays = 2

/** 11-20, as on screen: five of a committee stand side by side. */
const shortDay = (year: number, day: Day): string =>
  yearOf(day) === year ? `${partsOf(day).month}-${partsOf(day).day}` : day

const daysText = (talks: readonly TalkMark[], year: number): string => {
  const days = [...new Set(talks.map(({ date }) => shortDay(year, date)))]
  return days.length > mostDays ? `${days[0]}\n等${talks.length}次` : days.join('\n')
}

const cellText = ({ state, talks }: TalkCell, year: number): string => {
  if (state === 'held') return daysText(talks, year)
  return state === 'missing' ? '未谈' : state === 'self' ? '—' : ''
}

/** 预备 and 新 beside a name; everybody else is a full member who has been here a while. */
const personOnPaper = ({ name, category, fresh }: Pick<TalkRow, 'name' | 'category' | 'fresh'>): string => {
  const notes = [category === '预备党员' ? '预备' : '', fresh ? '新' : ''].filter((note) => note !== '')
  return notes.length === 0 ? name : `${name}\n（${notes.join('、')}）`
}

const byCommitteeText = ({ byCommittee }: TalkRow): string => (byCommittee === null ? '—' : byCommittee ? '√' : '未谈')

const byPeerText = ({ byPeer }: TalkRow): string => (byPeer === null ? '—' : byPeer === 0 ? '未谈' : `${byPeer}次`)

const rowOf = (row: TalkRow, year: number): GridCell[] => [
  personOnPaper(row),
  ...row.cells.map((cell) => cellText(cell, year)),
  byCommitteeText(row),
  byPeerText(row)
]

/** A line over the whole width before the people it speaks of. */
const band = (text: string, columns: number): GridCell[] => [{ content: [[{ text, font: 'hei' }]], columns }]

/** Widths are points: five of a committee fill an upright page 442 wide, more are shares of a turned one. */
const columnsOf = ({ columns }: TalkCoverage): GridColumn[] => [
  { title: '谈话对象', width: 68, align: 'center' },
  ...columns.map(({ name, posts }): GridColumn => ({ title: [name, ...posts].join('\n'), width: 58, align: 'center' })),
  { title: '委员\n谈过', width: 42, align: 'center' },
  { title: '党员\n互谈', width: 42, align: 'center' }
]

/** From so many columns of askers on the page is turned. */
const turnedFrom = 6

/** Whether its matrix needs a turned page. */
export const isTurned = ({ columns }: TalkCoverage): boolean => columns.length >= turnedFrom

const askersBand = (hasCommittee: boolean): string => (hasCommittee ? '支部委员，每两人之间至少谈1次' : '书记、副书记')

/**
 * 谁同谁谈过: a column for each who asks, a line for each who is asked, with the days. Between two of the committee the lower
 * half holds both directions.
 */
export function coverageMatrix(coverage: TalkCoverage): Block[] {
  const { rows, hasCommittee, year } = coverage
  const columns = columnsOf(coverage)
  const askers = rows.filter(({ seat }) => seat !== 'member')
  const others = rows.filter(({ seat }) => seat === 'member')
  const part = (text: string, people: readonly TalkRow[]): GridCell[][] =>
    people.length === 0 ? [] : [band(text, columns.length), ...people.map((row) => rowOf(row, year))]
  return [
    line(
      `格里是谈话的月和日；未谈：应谈没有谈；—：不作要求；空格：没有谈过，也不要求逐一谈${rows.some(({ fresh }) => fresh) ? '；新：入党或者转入不满30天，列出不计算' : ''}。`
    ),
    {
      kind: 'grid',
      columns,
      rows: [
        ...part(askersBand(hasCommittee), askers),
        ...part(`党员，每人至少由${hasCommittee ? '委员' : '书记、副书记'}谈1次、同党员谈1次`, others)
      ]
    }
  ]
}
