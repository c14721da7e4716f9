import type { TalkKind } from '../../../shared/features/talk/talk-kinds.ts'
import type { TalkHead } from '../../../shared/features/talk/talk.ts'

export type RecordFilter = { kind: TalkKind | ''; person: string }

/** Talks of a kind in which somebody was one of the two, by a part of the name or the beginning of the initials. */
export function filtered<Line extends { head: Pick<TalkHead, 'kind' | 'talker' | 'partner'> }>(
  lines: readonly Line[],
  { kind, person }: RecordFilter,
  initialsOf: ReadonlyMap<string, string>
): Line[] {
  const typed = person.trim()
  const isHim = ({ name, memberId }: { name: string; memberId: string | null }): boolean =>
    name.includes(typed) || (memberId !== null && (initialsOf.get(memberId) ?? '').startsWith(typed.toLowerCase()))
  return lines.filter(
    ({ head }) => (kind === '' || head.kind === kind) && (typed === '' || isHim(head.partner) || isHim(head.talker))
  )
}
