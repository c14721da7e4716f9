import { tidyCode } from '../../kernel/cell-text.ts'
import type { RuleBook } from '../../rulebook/rule-book.ts'
import { rulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Supervision } from '../supervision/supervision.ts'
import type { Talk } from '../talk/talk.ts'
import type { Changes, Office } from './ledger.ts'
import { noChanges, settle } from './ledger-changes.ts'
import type { Circle } from './ledger-people.ts'
import type { LedgerRow } from './ledger-row.ts'
import { ownYear, refuseSealed, sealedYear } from './ledger-seal.ts'
import { checkSupervision, supervisionOf } from './ledger-supervision-row.ts'
import { isTalkKind, readTalkType, type TalkType } from './ledger-talk-kinds.ts'
import {
  checkRights,
  checkSealed,
  levelOf,
  numberAt,
  quietColumns,
  readTalkFacts,
  sealedSentence,
  type TalkFacts,
  talkKey,
  talkOf,
  type TalkSurroundings
} from './ledger-talk-row.ts'

type Stored = Pick<Office, 'talks' | 'supervisions' | 'sealedTalks'>
type Around = TalkSurroundings & { book: RuleBook }

/** What a number stands for in the store. */
type Known = {
  talks: ReadonlyMap<string, Talk>
  supervisions: ReadonlyMap<string, Supervision>
  sealed: ReadonlySet<string>
}

const byNumber = <One extends { number: string }>(list: readonly One[]): Map<string, One> =>
  new Map(list.map((one) => [tidyCode(one.number), one]))

/** The numbers a row uses: one for each of its partners, however the names are written. */
function numbersOf(row: LedgerRow): string[] {
  const key = talkKey(row)
  return key === '' ? [] : row.list('谈话对象', 60).map((_name, index) => numberAt(key, index))
}

function readType(row: LedgerRow): TalkType | null {
  const text = row.text('类型', 60)
  if (text === null) return null
  const type = readTalkType(text)
  if (type === null)
    row.refuse('类型', 'value-not-in-list', '应为规则手册所列谈话类型的名称或代码，如“日常谈心”“T01”，可从下拉选项中选')
  if (type === 'T13')
    row.refuse('类型', 'content-not-allowed', '：问题线索的谈话函询由纪检机关办理，本系统不记，请从台账中删去这一行')
  return type
}

/** Members the stored talks of a row already name, so that a name means the same person again; without namesakes. */
function linkedIn(talks: readonly Talk[]): Circle['linked'] {
  const people = talks.flatMap(({ talker, partner, contents }) => [
    talker,
    partner,
    contents.recorder,
    ...contents.followUps.map(({ person }) => person)
  ])
  const named = people.flatMap((one) => (one?.memberId == null ? [] : [[one.name, one.memberId] as const]))
  const ids = Map.groupBy(named, ([name]) => name)
  return new Map(named.filter(([name]) => new Set(ids.get(name)?.map(([, id]) => id)).size === 1))
}

function planTalkRow(
  row: LedgerRow,
  kind: Parameters<typeof talkOf>[1],
  facts: TalkFacts,
  linked: Circle['linked'],
  known: Known,
  around: Around
): { before: Talk | null; after: Talk }[] {
  const numbers = facts.partners.map((_one, index) => numberAt(talkKey(row), index))
  const befores = numbers.map((number) => known.talks.get(number) ?? null)
  if (numbers.some((number) => known.supervisions.has(number)))
    row.refuse('谈话编号', 'key-duplicate', '已是一项监督谈话的编号，请换一个编号')
  return befores.flatMap((before, index) => {
    const after = talkOf(row, kind, facts, { index, before, linked, around })
    if (after === null) return []
    checkRights(row, before, after, around.gate)
    return [{ before, after }]
  })
}

function planSupervisionRow(
  row: LedgerRow,
  kind: Supervision['kind'],
  facts: TalkFacts | null,
  known: Known,
  around: Around
): { before: Supervision | null; after: Supervision }[] {
  if (around.gate.sealed === 'closed') row.refuse('类型', 'content-not-allowed', `：${sealedSentence}`)
  checkSupervision(row, facts)
  if (facts === null) return []
  const rules = rulesInForce(around.book, facts.day)
  return facts.partners.flatMap((_one, index) => {
    const number = numberAt(talkKey(row), index)
    if (known.talks.has(number)) row.refuse('谈话编号', 'key-duplicate', '已是另一次谈话的编号，请换一个编号')
    const before = known.supervisions.get(number) ?? null
    const after = supervisionOf(row, kind, facts, { index, before, rules, around })
    return after === null ? [] : [{ before, after }]
  })
}

/** A row of its own with the number that another row gives to its second partner is refused, wherever the two stand. */
function refuseTwice(rows: readonly LedgerRow[]): void {
  const given = new Set(rows.flatMap((row) => numbersOf(row).slice(1)))
  const seen = new Set<string>()
  for (const row of rows) {
    const key = talkKey(row)
    if (key === '') continue
    if (seen.has(key)) row.refuse('谈话编号', 'key-duplicate', `“${key}”在本表中出现了两次`)
    else if (given.has(key))
      row.refuse('谈话编号', 'key-duplicate', `“${key}”已由本表中有几位谈话对象的一行用去，请换一个编号`)
    if (numbersOf(row).some((number) => number.length > 40))
      row.refuse('谈话编号', 'content-not-allowed', '太长：有几位谈话对象时编号后还要加序号，合计最多 40 字')
    seen.add(key)
  }
}

const commit = <Value extends { id: string }>(
  changes: Changes<Value>,
  drafts: readonly { before: Value | null; after: Value }[],
  newId: () => string
): void => {
  for (const { before, after } of drafts) settle(changes, before, before === null ? { ...after, id: newId() } : after)
}

/**
 * Plans the sheet 谈话. Key: 谈话编号; a row with several 谈话对象 is as many talks, numbered 编号, 编号-2, 编号-3. T08–T12 go to the
 * register of supervision, without contents; T13 is refused. Levels: `TalkGate`.
 */
export function planTalks(
  rows: readonly LedgerRow[],
  stored: Stored,
  around: Around
): { talks: Changes<Talk>; supervisions: Changes<Supervision> } {
  const [talks, supervisions] = [noChanges<Talk>(), noChanges<Supervision>()]
  const known: Known = {
    talks: byNumber(stored.talks),
    supervisions: byNumber(stored.supervisions),
    sealed: new Set(stored.sealedTalks.map(tidyCode))
  }
  refuseTwice(rows)
  for (const row of rows) {
    const befores = numbersOf(row).flatMap((number) => known.talks.get(number) ?? [])
    const linked = linkedIn(befores)
    const type = readType(row)
    const level = type === null || !isTalkKind(type) ? null : levelOf(row, type, befores[0] ?? null)
    if (level !== 'L1') row.hush(quietColumns)
    const facts = readTalkFacts(row, linked, around)
    if (numbersOf(row).some((number) => known.sealed.has(number)))
      row.refuse('谈话编号', 'record-final', '所指的是一次 L3 级谈话，没有输入 L3 口令时不能由导入改动')
    else if (type === null || type === 'T13') continue
    else if (isTalkKind(type)) {
      checkSealed(row, level, around.gate)
      const drafts = facts === null ? [] : planTalkRow(row, type, facts, linked, known, around)
      for (const { before, after } of drafts)
        refuseSealed(row, '日期', sealedYear(around.sealed, before, after, ownYear))
      if (!row.refused) commit(talks, drafts, around.newId)
    } else {
      const drafts = planSupervisionRow(row, type, facts, known, around)
      if (!row.refused) commit(supervisions, drafts, around.newId)
    }
  }
  return { talks, supervisions }
}
