import { tidyCode } from '../../kernel/cell-text.ts'
import type { ChecklistMark } from '../checklist/checklist.ts'
import type { Changes, MarkedItem } from './ledger.ts'
import { noChanges, sameRecord, settle } from './ledger-changes.ts'
import { organisationAt } from './ledger-member-row.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import { ownYear, refuseSealed, type SealedYears, sealedYear } from './ledger-seal.ts'

type Around = {
  organisations: OrganisationIndex
  items: readonly MarkedItem[]
  /** Branches and years whose result is published. */
  published: ReadonlySet<string>
  today: string
  newId: () => string
  sealed: SealedYears
}

const markKey = ({ organisationId, year, item }: Pick<ChecklistMark, 'organisationId' | 'year' | 'item'>): string =>
  [organisationId, year, item].join('\n')

/** How a branch and year is named among those whose result is published. */
export const publishedKey = ({ organisationId, year }: { organisationId: string; year: number }): string =>
  `${organisationId} ${year}`

function readItem(row: LedgerRow, items: readonly MarkedItem[]): MarkedItem | null {
  const code = tidyCode(row.text('项目编号', 10) ?? '').toUpperCase()
  if (code === '') return null
  const item = items.find(({ id }) => id.toUpperCase() === code) ?? null
  if (item === null) row.refuse('项目编号', 'value-not-in-list', `“${code}”不在清单里，应是 A1 到 H5 中的一个`)
  return item
}

function readMark(row: LedgerRow, known: ReadonlyMap<string, ChecklistMark>, around: Around): ChecklistMark | null {
  const organisation = organisationAt(row, '组织编码', around.organisations)
  const year = row.whole('年度', { min: 2000, max: 2100 })
  const item = readItem(row, around.items)
  const score = row.decimal('得分', { min: 0, max: 1000 })
  const [note, evidence] = [row.text('说明', 500), row.text('证据', 500)]
  const happenedOn = row.day('发生日期')
  const notApplicable = row.yesNo('不适用') ?? false
  if (organisation === null || year === null || item === null) return null
  const place = { organisationId: organisation.id, year, item: item.id }
  if (score !== null && score > item.most)
    row.refuse('得分', 'points-above-max', `不能超过 ${item.most} 分：${item.id} ${item.title}最多 ${item.most} 分`)
  if (notApplicable && item.kind === 'A' && note === null && row.has('说明'))
    row.refuse('说明', 'required-missing', `不能为空：${item.id} 由程序计算，不适用要写明原因`)
  const before = known.get(markKey(place))
  const after = { ...place, score, note, evidence, happenedOn, notApplicable }
  const mark = keepAbsent<ChecklistMark>(
    row,
    before,
    { ...after, id: before?.id ?? around.newId(), filedOn: before?.filedOn ?? around.today },
    { 得分: 'score', 说明: 'note', 证据: 'evidence', 发生日期: 'happenedOn', 不适用: 'notApplicable' }
  )
  if (around.published.has(publishedKey(place)) && !sameRecord(before ?? null, mark))
    row.refuse('项目编号', 'record-final', '这个支部本年度的考评结果已公布，不能再改')
  return row.refused ? null : mark
}

/** Plans the sheet 清单自评. Key: 组织+年度+项目. */
export function planMarks(
  rows: readonly LedgerRow[],
  stored: readonly ChecklistMark[],
  around: Around
): Changes<ChecklistMark> {
  const changes = noChanges<ChecklistMark>()
  const known = new Map(stored.map((mark) => [markKey(mark), mark]))
  const seen = new Set<string>()
  for (const row of rows) {
    const mark = readMark(row, known, around)
    if (mark === null) continue
    const key = markKey(mark)
    if (seen.has(key)) row.refuse('项目编号', 'key-duplicate', '在同一组织、同一年度中已有一行')
    else if (!refuseSealed(row, '年度', sealedYear(around.sealed, known.get(key), mark, ownYear)))
      settle(changes, known.get(key), mark)
    seen.add(key)
  }
  return changes
}
