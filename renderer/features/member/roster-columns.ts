import type { RosterRow } from './roster.ts'

/** Columns one may choose, in the order they are shown. */
export const rosterColumns = [
  'category',
  'posts',
  'joinedOn',
  'fullOn',
  'bornOn',
  'place',
  'education',
  'nation',
  'job',
  'phone',
  'citizenId',
  'affiliation',
  'from',
  'to',
  'ways',
  'missing'
] as const
export type RosterColumn = (typeof rosterColumns)[number]

export const columnNames: Record<RosterColumn, string> = {
  category: '类别',
  posts: '党内职务',
  joinedOn: '入党日期',
  fullOn: '转正日期',
  bornOn: '出生年月',
  place: '党支部/党小组',
  education: '学历',
  nation: '民族',
  job: '工作单位及职务',
  phone: '手机号码',
  citizenId: '身份证号',
  affiliation: '组织关系',
  from: '转入',
  to: '转出',
  ways: '增减方式',
  missing: '信息'
}

export const usualColumns: readonly RosterColumn[] = ['category', 'posts', 'joinedOn', 'bornOn', 'place', 'missing']

/** The name stands first, and with it eight columns are the most that can be read (ui.md §4). */
export const mostColumns = 7

/** What was kept of the choice; what is unknown or too much is left out. */
export function readColumns(kept: string | null): readonly RosterColumn[] {
  const names = (kept ?? '').split(',')
  const chosen = rosterColumns.filter((column) => names.includes(column)).slice(0, mostColumns)
  return chosen.length === 0 ? usualColumns : chosen
}

/** The text of a cell; '' where nothing is known. `byGroup` tells the group inside a branch, else the branch. */
export function cellText(row: RosterRow, column: Exclude<RosterColumn, 'missing'>, byGroup: boolean): string {
  const texts: Record<typeof column, string | null> = {
    category: row.category === '正式党员' ? '正式' : row.category.replace('党员', ''),
    posts: row.posts.join('、'),
    joinedOn: row.joinedOn,
    fullOn: row.fullOn,
    bornOn: row.bornOn?.slice(0, 7) ?? null,
    place: byGroup ? row.group : row.organisation,
    education: row.education,
    nation: row.nation,
    job: row.job,
    phone: row.phone,
    citizenId: row.citizenId,
    affiliation: row.affiliation,
    from: row.from,
    to: row.to,
    ways: [row.entryWay, row.exitWay].filter((way) => way !== null).join('，')
  }
  return texts[column] ?? ''
}

/** Columns whose emptiness the roster wants filled: the field of the form they lead to. */
export const wantedIn: Partial<Record<RosterColumn, string>> = {
  joinedOn: 'joinedOn',
  fullOn: 'fullOn',
  bornOn: 'bornOn',
  education: 'education',
  nation: 'nation',
  job: 'job',
  phone: 'phone',
  citizenId: 'citizenId'
}
