import { type AgendaItem, blankItem, emptyVote } from '../../../shared/features/meeting/meeting.ts'
import { parseSpeeches } from '../../../shared/features/ledger/ledger-texts.ts'
import type { Person, Speech } from '../../../shared/features/meeting/meeting.ts'

const renumbered = (items: AgendaItem[]): AgendaItem[] => items.map((item, index) => ({ ...item, number: index + 1 }))

/** A new item at the end. A second item of the same matter is typed by the clerk: nothing is guessed. */
export const withNewItem = (items: readonly AgendaItem[]): AgendaItem[] =>
  renumbered([...items, { ...blankItem, number: 0, title: `议题${items.length + 1}` }])

export const withoutItem = (items: readonly AgendaItem[], number: number): AgendaItem[] =>
  renumbered(items.filter((item) => item.number !== number))

/** Moves an item by one place, up (-1) or down (1); at the ends nothing happens. */
export function withMovedItem(items: readonly AgendaItem[], number: number, by: -1 | 1): AgendaItem[] {
  const moved = [...items]
  const [from, to] = [number - 1, number - 1 + by]
  const [a, b] = [moved[from], moved[to]]
  if (a === undefined || b === undefined) return moved
  moved[from] = b
  moved[to] = a
  return renumbered(moved)
}

/** The kinds that are decided by vote; choosing one opens the figures, 无记名 where the rule wants it. */
export function voteFor(kind: AgendaItem['kind'], before: AgendaItem['vote']): AgendaItem['vote'] {
  if (kind === '一般' || kind === '报告') return before
  return before ?? { ...emptyVote, method: '无记名' }
}

/** Stands for a speaker whose name was not written; completing the record asks for it. */
export const unnamed = '（未写姓名）'

/** Speeches out of the text box: each paragraph that begins `姓名：` is a new one. Names of the roll become that person. */
export function speechesOf(text: string, people: ReadonlyMap<string, string>): Speech[] {
  const speeches = parseSpeeches(text) ?? parseSpeeches(`${unnamed}：${text}`) ?? []
  return speeches
    .filter((speech) => speech.text !== '' || speech.speaker !== unnamed)
    .map(({ speaker, text: said }) => ({
      speaker: { name: speaker, memberId: people.get(speaker) ?? null },
      text: said
    }))
}

export const textOfSpeeches = (speeches: readonly Speech[]): string =>
  speeches.map(({ speaker, text }) => `${speaker.name}：${text}`).join('\n')

/** Somebody of the roll by name, or a name as text; null for an empty box. */
export const personOf = (name: string | null | undefined, people: ReadonlyMap<string, string>): Person | null =>
  name === null || name === undefined || name.trim() === ''
    ? null
    : { name: name.trim(), memberId: people.get(name.trim()) ?? null }
