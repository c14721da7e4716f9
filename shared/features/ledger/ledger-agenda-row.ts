import { tidyText } from '../../kernel/cell-text.ts'
import {
  type AgendaItem,
  agendaKinds,
  blankItem,
  emptyVote,
  type Speech,
  type Vote,
  voteMethods
} from '../meeting/meeting.ts'
import { readPerson } from './ledger-meeting-row.ts'
import { type Circle, personNamed } from './ledger-people.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import { clipText, formatSpeech, isClipOf, parseSpeeches } from './ledger-texts.ts'

/** The column of each figure of a vote, in the order of the sheet. */
export const voteColumns = {
  赞成: 'yes',
  反对: 'no',
  弃权: 'abstained',
  书面赞成: 'writtenYes',
  书面反对: 'writtenNo',
  书面弃权: 'writtenAbstained',
  发出票: 'issued',
  收回票: 'returned'
} as const
const figureFields = Object.entries(voteColumns)

/** One item of the agenda; null when the row is refused. `before` is the stored item of that number. */
export function readAgendaItem(row: LedgerRow, before: AgendaItem | null, circle: Circle): AgendaItem | null {
  const item: AgendaItem = {
    ...(before ?? blankItem),
    number: row.whole('序号', { min: 1, max: 999 }) ?? 0,
    title: row.text('议题', 200) ?? '',
    kind: row.choice('类型', agendaKinds) ?? '一般',
    subject: readPerson(row, '被讨论人', circle),
    discussion: readDiscussion(row, before, circle),
    resolution: row.text('决议', 10_000),
    vote: readVote(row, before?.vote ?? null)
  }
  if (row.refused) return null
  return keepAbsent(row, before, item, {
    类型: 'kind',
    被讨论人: 'subject',
    讨论发言: 'discussion',
    决议: 'resolution'
  })
}

function readDiscussion(row: LedgerRow, before: AgendaItem | null, circle: Circle): Speech[] {
  const text = row.text('讨论发言', 100_000)
  if (before && isClipOf(text?.replace(/#\d{3}[\dX](?=：)/g, '') ?? null, discussionText(before.discussion)))
    return before.discussion
  const speeches = text === null ? [] : parseSpeeches(text)
  if (!speeches) {
    row.refuse('讨论发言', 'required-missing', '的第一行没有写发言人，每行应写成“姓名：要点”')
    return []
  }
  return speeches.flatMap(({ speaker, text: said }) => {
    if (said.length > 10_000) row.refuse('讨论发言', 'content-not-allowed', '中每人的发言最多 10000 字')
    const person = personNamed(row, '讨论发言', speaker, circle)
    return person ? { speaker: person, text: said } : []
  })
}

/** As export writes it where every name is plain; enough to recognise a cell that was cut. */
const discussionText = (discussion: readonly Speech[]): string =>
  tidyText(discussion.map(({ speaker, text }) => formatSpeech(speaker.name, text)).join('\n'))

/** The cell for a discussion whose speakers are named by `nameOf`. */
export const discussionCell = (discussion: readonly Speech[], nameOf: (speech: Speech) => string): string =>
  clipText(discussion.map((speech) => formatSpeech(nameOf(speech), speech.text)).join('\n'))

/**
 * 表决 blank means 是 when figures or a method are given (decisions.md). 否 next to figures is refused: one of the two is wrong, and
 * dropping figures in silence would be worse.
 */
function readVote(row: LedgerRow, before: Vote | null): Vote | null {
  if (!row.has('表决') && !row.has('表决方式') && !figureFields.some(([column]) => row.has(column))) return before
  const put = row.yesNo('表决')
  let vote: Vote = { ...emptyVote, method: row.choice('表决方式', voteMethods) }
  for (const [column, field] of figureFields) vote = { ...vote, [field]: row.whole(column) }
  const kept = keepAbsent(row, before, vote, { 表决方式: 'method', ...voteColumns })
  const figures = figureFields.map(([, field]) => kept[field])
  if (put === false && figures.some((figure) => figure !== null && figure > 0)) {
    row.refuse('表决', 'value-not-in-list', '填了“否”，却有票数；请改为“是”，或清空票数')
  }
  const given = kept.method !== null || figures.some((figure) => figure !== null)
  return put === true || (put === null && given) ? kept : null
}
