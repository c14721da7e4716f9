import { type TalkKind, talkKindCodes } from '../../../shared/features/talk/talk-kinds.ts'
import { type Day, yearOf } from '../../../shared/kernel/dates.ts'
import { useAddress } from '../../app/use-address.ts'
import { type TalkView, talkViewNames } from './talk-words.ts'

/** What a new talk starts with; ids, and null where it is open. */
export type TalkStart = { talker: string | null; partner: string | null; kind: TalkKind; plan: string | null }

const isView = (text: string | null): text is TalkView => text !== null && text in talkViewNames
const kindOf = (text: string | null): TalkKind => talkKindCodes.find((code) => code === text) ?? 'T01'

type Part = Partial<Record<'organisation' | 'year' | 'view' | 'id', string | null>>

const startNames = ['new', 'talker', 'partner', 'kind', 'plan'] as const

export const noStart: TalkStart = { talker: null, partner: null, kind: 'T01', plan: null }

/** Tells one start from another. */
export const startText = (start: TalkStart | null): string => JSON.stringify(start)

/** Where the screen stands, all of it in the address: branch (null for all), year, view, and the talk beside it. */
export function useTalkPlace(today: Day) {
  const { params, go } = useAddress()
  const given = Number(params.get('year'))
  const view = params.get('view')
  const noNew = Object.fromEntries(startNames.map((name) => [name, null]))
  const start: TalkStart | null = params.has('new')
    ? {
        talker: params.get('talker'),
        partner: params.get('partner'),
        kind: kindOf(params.get('kind')),
        plan: params.get('plan')
      }
    : null
  return {
    view: isView(view) ? view : ('map' as const),
    year: Number.isInteger(given) && given >= 1900 && given <= 2100 ? given : yearOf(today),
    organisationId: params.get('organisation'),
    open: params.get('id'),
    start,
    go: (part: Part) => go(part),
    /** Opens a talk beside the view; null closes whatever is there. */
    openTalk: (id: string | null) => go({ ...noNew, id }),
    record: (start: Partial<TalkStart>) => go({ ...noStart, ...start, id: null, new: '' })
  }
}
export type TalkPlace = ReturnType<typeof useTalkPlace>
