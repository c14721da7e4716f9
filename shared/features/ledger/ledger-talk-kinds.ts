import { tidyText, toHalfWidth } from '../../kernel/cell-text.ts'
import { type SupervisionKind, supervisionKinds } from '../supervision/supervision.ts'
import { type TalkKind, talkKinds } from '../talk/talk-kinds.ts'

/** What 类型 of the sheet 谈话 may name; T13 is known so that it can be refused by name. */
export type TalkType = TalkKind | SupervisionKind | 'T13'

const named = (kinds: Record<string, { name: string } | string>): [string, string][] =>
  Object.entries(kinds).map(([code, kind]) => [code, typeof kind === 'string' ? kind : kind.name])

const inOrder = [...named(talkKinds), ...named(supervisionKinds)].sort(([one], [other]) => (one < other ? -1 : 1))

/** The list the blank workbook offers, in the order of rules.md §5.1; T13 is not among them. */
export const talkTypes: readonly string[] = inOrder.map(([, name]) => name)

/** Names of §5.1 before the bracket that are none of the list. */
const otherNames: readonly (readonly [name: string, type: TalkType])[] = [
  ['任职', 'T06'],
  ['纪检谈话函询', 'T13'],
  ['T13', 'T13']
]

/** As names are compared: half width, without blanks, 、 for the stroke. */
const plain = (text: string): string => toHalfWidth(tidyText(text)).replace(/\s/g, '').replaceAll('/', '、')

const known = new Map<string, TalkType>([
  ...inOrder.flatMap(([code, name]): [string, TalkType][] => [
    [code, code as TalkType],
    [plain(name), code as TalkType]
  ]),
  ...otherNames
])

/** The type a cell names, by code or by name, with or without the bracket of §5.1: `任职（任前/岗位变动）谈话`, `诫勉`, `T01`. */
export function readTalkType(text: string): TalkType | null {
  const name = plain(text)
  const forms = [name, name.toUpperCase(), name.replace(/\([^()]*\)/g, ''), name.replace(/\(.*$/, '')]
  return forms.map((form) => known.get(form)).find((type) => type !== undefined) ?? null
}

export const isTalkKind = (type: TalkType): type is TalkKind => type in talkKinds
