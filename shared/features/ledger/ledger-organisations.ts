import { tidyCode } from '../../kernel/cell-text.ts'
import { organisationKinds, type Organisation } from '../organisation/organisation.ts'
import type { Changes } from './ledger.ts'
import { noChanges, settle } from './ledger-changes.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'

/** The organisations after the import, found by 编码. */
export type OrganisationIndex = {
  byCode: ReadonlyMap<string, Organisation>
  byId: ReadonlyMap<string, Organisation>
}

type Draft = { row: LedgerRow; code: string; parentCode: string; before: Organisation | null; after: Organisation }

/** Plans the sheet 党组织. Parents may stand in the file or in the store; who hangs on a refused row or on himself is refused. */
export function planOrganisations(
  rows: readonly LedgerRow[],
  stored: readonly Organisation[],
  newId: () => string
): { changes: Changes<Organisation>; index: OrganisationIndex } {
  const known = new Map(stored.map((organisation) => [tidyCode(organisation.code), organisation]))
  const seen = new Set<string>()
  const drafts = rows.flatMap((row) => readOrganisation(row, known, seen, newId) ?? [])
  const accepted = withSoundParents(drafts, known)
  const changes = noChanges<Organisation>()
  const byCode = new Map(known)
  for (const [code, { after }] of accepted) byCode.set(code, after)
  for (const draft of accepted.values()) {
    const parentId = draft.parentCode === '' ? null : (byCode.get(draft.parentCode)?.id ?? null)
    const after = draft.row.has('上级编码') ? { ...draft.after, parentId } : draft.after
    byCode.set(draft.code, after)
    settle(changes, draft.before, after)
  }
  return { changes, index: indexOrganisations([...byCode.values()]) }
}

export function indexOrganisations(organisations: readonly Organisation[]): OrganisationIndex {
  return {
    byCode: new Map(organisations.map((organisation) => [tidyCode(organisation.code), organisation])),
    byId: new Map(organisations.map((organisation) => [organisation.id, organisation]))
  }
}

function readOrganisation(
  row: LedgerRow,
  known: ReadonlyMap<string, Organisation>,
  seen: Set<string>,
  newId: () => string
): Draft | null {
  const code = tidyCode(row.text('编码', 40) ?? '')
  const before = known.get(code) ?? null
  if (code !== '' && seen.has(code)) row.refuse('编码', 'key-duplicate', `“${code}”在本表中出现了两次，请合并为一行`)
  seen.add(code)
  const after = keepAbsent(row, before, organisationFrom(row, code, before?.id ?? ''), {
    简称: 'shortName',
    上级编码: 'parentId',
    成立日期: 'foundedOn',
    本届选举日期: 'electedOn',
    任期年数: 'termYears',
    设支委会: 'hasCommittee',
    主题党日固定日: 'themeDay',
    延期批复至: 'extendedUntil'
  })
  if (row.refused) return null
  const parentCode = tidyCode(row.text('上级编码', 40) ?? '')
  return { row, code, parentCode, before, after: before ? { ...after, code: before.code } : { ...after, id: newId() } }
}

const organisationFrom = (row: LedgerRow, code: string, id: string): Organisation => ({
  id,
  code,
  name: row.text('名称', 100) ?? '',
  shortName: row.text('简称', 40),
  kind: row.choice('类别', organisationKinds) ?? '党支部',
  parentId: null,
  foundedOn: row.day('成立日期'),
  electedOn: row.day('本届选举日期'),
  termYears: row.whole('任期年数', { min: 1, max: 10, unit: '年' }),
  hasCommittee: row.yesNo('设支委会'),
  themeDay: row.whole('主题党日固定日', { min: 1, max: 31, unit: '日' }),
  extendedUntil: row.day('延期批复至')
})

/** Refuses rows until every parent is known and no chain of parents comes back to its start. Each round refuses at least one row. */
function withSoundParents(drafts: readonly Draft[], known: ReadonlyMap<string, Organisation>): Map<string, Draft> {
  const accepted = new Map(drafts.map((draft) => [draft.code, draft]))
  for (;;) {
    const orphans = [...accepted.values()].filter(
      ({ parentCode }) => parentCode !== '' && !accepted.has(parentCode) && !known.has(parentCode)
    )
    const circular = orphans.length > 0 ? [] : inCircles(accepted, known)
    if (orphans.length + circular.length === 0) return accepted
    for (const { row, code, parentCode } of orphans) {
      row.refuse(
        '上级编码',
        'organisation-unknown',
        `“${parentCode}”不在本表中（或所在行有误），系统中也没有这个党组织`
      )
      accepted.delete(code)
    }
    for (const { row, code, parentCode } of circular) {
      row.refuse('上级编码', 'organisation-unknown', `“${parentCode}”又以本组织为上级，上下级关系成了循环`)
      accepted.delete(code)
    }
  }
}

function inCircles(accepted: ReadonlyMap<string, Draft>, known: ReadonlyMap<string, Organisation>): Draft[] {
  const storedById = new Map([...known].map(([code, organisation]) => [organisation.id, code]))
  const parentOf = (code: string): string => {
    const draft = accepted.get(code)
    if (draft?.row.has('上级编码')) return draft.parentCode
    return storedById.get(known.get(code)?.parentId ?? '') ?? ''
  }
  const sound = new Set<string>([''])
  const circular = new Set<string>()
  for (const start of accepted.keys()) {
    const path: string[] = []
    let code = start
    for (; !sound.has(code) && !path.includes(code); code = parentOf(code)) path.push(code)
    if (path.includes(code)) for (const member of path.slice(path.indexOf(code))) circular.add(member)
    for (const passed of path) sound.add(passed)
  }
  return [...accepted.values()].filter(({ code }) => circular.has(code))
}
