import { type Day, makeDay } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { type AppraisalEntry, type NegativeId, negativeIds } from './appraisal.ts'
import type { CadreFacts } from './cadre-facts.ts'

/** What a matter is judged by. */
export type NegativeGround = { facts: CadreFacts; year: number; today: Day; rules: RulesInForce }

/**
 * What the records say to a matter. `sure` fills the answer in until somebody answers it himself; what is not is only to be
 * looked into. `internal` is what comes from ballots, 组织处置 or the sealed register: for who may see tallies, never on paper.
 */
export type Known = { says: string; sure: boolean; internal: boolean }

/** A matter as it stands: `found` null while nobody answered and the records say nothing for certain. */
export type NegativeAnswer = {
  item: NegativeId
  title: string
  found: boolean | null
  note: string | null
  known: Known | null
  /** Whether a person gave the answer; what the records filled in is still to be confirmed. */
  answered: boolean
}

const sure = (says: string, internal = false): Known => ({ says, sure: true, internal })
const unsure = (says: string): Known => ({ says, sure: false, internal: false })

/** 停权 is on the roster for all to see, 组织处置 is not. */
function measures({ facts: { suspended, disposed } }: NegativeGround): Known | null {
  const says = [...suspended, ...disposed].join('')
  return says === '' ? null : sure(says, disposed.length > 0)
}

function tasks({ facts: { tasks: own } }: NegativeGround): Known | null {
  return own.overdue === 0 ? null : unsure(`本人负责的整改有 ${own.overdue} 条逾期没有完成，请核对。`)
}

/** Hours with at most two digits. */
const figure = (hours: number): string => String(Math.round(hours * 100) / 100)

/** Hours count against nobody before the year is over; the tolerance is for sums of fractions only. */
function absence({ facts, year, today, rules }: NegativeGround): Known | null {
  const most = rules.number('4.2-bars', 'absences')
  const { earned, required } = facts.hours
  const isShort = earned < required - 1e-9
  const isOver = today > makeDay(year, 12, 31)
  const away =
    facts.attendance.unexcused < most ? '' : `${year} 年无故缺席 ${facts.attendance.unexcused} 次，满 ${most} 次。`
  const hours = isShort ? `${year} 年学时 ${figure(earned)}，应有 ${figure(required)}。` : ''
  if (away !== '' || (hours !== '' && isOver)) return sure(`${away}${isOver ? hours : ''}`)
  return hours === '' ? null : unsure(`${hours}年度还没有结束，待核。`)
}

const judges: Readonly<Record<NegativeId, (ground: NegativeGround) => Known | null>> = {
  '6.4-n1': measures,
  // Without the word 诫勉: outside the sealed register only the term may be seen.
  '6.4-n2': ({ facts: { restrictedUntil } }) =>
    restrictedUntil === null ? null : sure(`影响期到 ${restrictedUntil}。`, true),
  '6.4-n3': ({ facts: { vetoes, branch } }) => (vetoes.length === 0 ? null : sure(`${branch}：${vetoes.join('')}`)),
  '6.4-n4': ({ facts: { ballots } }) =>
    ballots.some(({ unqualified }) => unqualified) ? sure('民主测评不称职率超过三分之一。', true) : null,
  '6.4-n5': tasks,
  '6.4-n6': () => null,
  '6.4-n7': absence,
  '6.4-n8': () => null
}

/** 负面清单 of a cadre: the matters the office asks for, each with what people answered, else what the records know. */
export function negativesOf(entry: Pick<AppraisalEntry, 'negatives'>, ground: NegativeGround): NegativeAnswer[] {
  const { rules } = ground
  return negativeIds
    .filter((item) => rules.isOn(item))
    .map((item): NegativeAnswer => {
      const typed = entry.negatives.find((one) => one.item === item)
      const known = judges[item](ground)
      const found = typed?.found ?? (known?.sure === true ? true : null)
      const { title } = rules.rule(item)
      return { item, title, found, note: typed?.note ?? null, known, answered: typed !== undefined }
    })
}

/** Matters on which ballots, 组织处置 or the sealed register may have something to say. */
const internalItems: readonly NegativeId[] = ['6.4-n1', '6.4-n2', '6.4-n4']

/**
 * Matters nobody answered and the records say nothing to, as far as who looks can know: without `tally` what may stand in records
 * he does not see is not among them.
 */
export const unrecorded = (answers: readonly Pick<NegativeAnswer, 'item' | 'known'>[], tally: boolean): NegativeId[] =>
  answers
    .filter(({ item, known }) => known === null && (tally || !internalItems.includes(item)))
    .map(({ item }) => item)

/** What a matter says on paper and to who may not see tallies: an answer nobody has given yet does not rest on ballots there. */
export const withoutInternal = (answer: NegativeAnswer): NegativeAnswer => {
  if (answer.known?.internal !== true) return answer
  return { ...answer, known: null, found: answer.answered ? answer.found : null }
}
