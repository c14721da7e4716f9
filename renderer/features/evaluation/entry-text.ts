import type { HelpPlan } from '../../../shared/features/evaluation/evaluation.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import type { Entry } from './evaluation-words.ts'

/** What is written about one member besides ballots and grade. */
export type EntryText = Pick<
  Entry,
  'selfReview' | 'selfOn' | 'peerOpinions' | 'toldOn' | 'ownOpinion' | 'superiorOpinion' | 'note' | 'help'
>

/** A day that is still being typed is not sent; the one that was kept before it stays until it can be read. */
const readyDay = (day: string | null, kept: string | null): string | null => (day === null || isDay(day) ? day : kept)

function readyHelp(help: HelpPlan, kept: HelpPlan | null, today: string): HelpPlan {
  const quarters = help.quarters.map((one, at) => ({
    ...one,
    on: readyDay(one.on, null) ?? kept?.quarters[at]?.on ?? today
  }))
  return {
    ...help,
    quarters,
    dueOn: readyDay(help.dueOn, kept?.dueOn ?? null),
    closedOn: readyDay(help.closedOn, kept?.closedOn ?? null)
  }
}

/** The text as it can be kept: every word of it, with the days that can be read. */
export function readyText<Text extends Partial<EntryText>>(text: Text, kept: Text, today: string): Text {
  const { selfOn, toldOn, help } = text
  return {
    ...text,
    ...(selfOn === undefined ? {} : { selfOn: readyDay(selfOn, kept.selfOn ?? null) }),
    ...(toldOn === undefined ? {} : { toldOn: readyDay(toldOn, kept.toldOn ?? null) }),
    ...(help === undefined || help === null ? {} : { help: readyHelp(help, kept.help ?? null, today) })
  }
}
