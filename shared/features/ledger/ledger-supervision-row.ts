import { tidyName } from '../../kernel/cell-text.ts'
import { yearOf } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { isDocumentNumber, settleSupervision } from '../supervision/supervision-rules.ts'
import type { Supervision, SupervisionKind } from '../supervision/supervision.ts'
import { sameRecord } from './ledger-changes.ts'
import type { LedgerRow } from './ledger-row.ts'
import { contentColumns, numberAt, type TalkFacts, talkKey, type TalkSurroundings } from './ledger-talk-row.ts'

/** What is registered is when, of what kind, by whom, with whom and on which basis (R5-02); anything more refuses the row. */
function refuseContents(row: LedgerRow): void {
  for (const column of contentColumns)
    if (!row.isBlank(column))
      row.refuse(
        column,
        'content-not-allowed',
        '应空着：提醒谈话、批评教育、责令检查、函询和诫勉只登记日期、类型、谈话人、谈话对象和依据文号，不录内容'
      )
  const basis = row.text('事由', 100)
  if (basis !== null && !isDocumentNumber(basis))
    row.refuse(
      '事由',
      'content-not-allowed',
      '只能填依据文号，如“云烟党〔2026〕7 号”；这类谈话不录内容，没有文号就空着'
    )
}

/** 方式 of the sheet as the register has it: in words or in writing. */
function formOf(way: string | null): Supervision['form'] {
  if (way === null) return null
  return way.includes('书面') ? '书面' : ['谈话', '面谈', '电话', '视频'].includes(way) ? '谈话' : null
}

/** 谈话人 is text here; where it is the name of the one talked with, it has to be another of that name. */
function checkSelf(row: LedgerRow, by: string | null, { organisation, people, day, partners }: TalkFacts): void {
  const found = by === null ? null : people.find(organisation.id, by, day)
  const self = partners.find(({ memberId }) => found?.kind === 'one' && found.member.id === memberId)
  if (self !== undefined) row.refuse('谈话对象', 'same-person', `中的“${self.name}”就是谈话人本人，应是两个人`)
}

/** Reads all cells of a row of T08–T12, so that every faulty one is named. */
export function checkSupervision(row: LedgerRow, facts: TalkFacts | null): void {
  refuseContents(row)
  row.text('方式', 20)
  const by = row.text('谈话人', 100)
  const [due, done] = [row.day('期限'), row.day('完成日期')]
  if (facts === null) return
  checkSelf(row, by, facts)
  row.inOrder('日期', facts.day, '期限', due)
  row.inOrder('日期', facts.day, '完成日期', done)
}

type Place = { index: number; before: Supervision | null; rules: RulesInForce; around: TalkSurroundings }

/**
 * The entry of a row for one of its people, with what follows from it (`settleSupervision`). 期限 counts for 责令检查 only:
 * of the others the day follows from the rules. An empty cell leaves what was put down on screen.
 */
export function supervisionOf(
  row: LedgerRow,
  kind: SupervisionKind,
  { organisation, day, year, partners }: TalkFacts,
  { index, before, rules, around }: Place
): Supervision | null {
  const person = partners[index]
  if (person === undefined) return null
  const by = row.text('谈话人', 100)
  const draft: Supervision = {
    ...(before ?? { receivedOn: null, until: null, visitOn: null, visitedOn: null, recordedOn: around.today }),
    id: before?.id ?? '',
    number: before?.number ?? numberAt(talkKey(row), index),
    organisationId: organisation.id,
    ...{ kind, person, date: day },
    form: formOf(row.text('方式', 20)) ?? before?.form ?? null,
    year: year ?? (row.has('所属年度') ? null : before?.year) ?? yearOf(day),
    by: by === null ? null : tidyName(by),
    basis: row.has('事由') ? row.text('事由', 100) : (before?.basis ?? null),
    dueOn: row.day('期限') ?? before?.dueOn ?? null,
    answeredOn: row.day('完成日期') ?? before?.answeredOn ?? null
  }
  return before !== null && sameRecord(before, draft) ? before : settleSupervision(draft, rules).entry
}
