import { isVoid, scales } from '../../../shared/features/ballot/ballot.ts'
import type { PollKind } from '../../../shared/features/poll/poll.ts'
import type { PollFlag } from '../../../shared/features/poll/result.ts'
import { flagWords } from '../../../shared/features/poll/summary-document.ts'
import type { RuleId } from '../../../shared/rulebook/rule-book.ts'
import type { Outputs } from '../../api/client.ts'

export type Desk = Outputs['poll']['desk']
export type SubjectLine = Desk['subjects'][number]
export type PollClass = Desk['poll']['classes'][number]
export type Finding = Desk['findings'][number]

export const viewNames = { setup: '设置', count: '计票', result: '结果' } as const
export type PollView = keyof typeof viewNames
export const isView = (text: string | null): text is PollView => text !== null && text in viewNames

/** What each kind is for, in a line. */
export const kindUses: Record<PollKind, string> = {
  班子测评: '支部委员会或领导班子，优秀、良好、一般、较差，按六项内容和总体评价测评',
  干部测评: '领导干部，优秀、称职、基本称职、不称职，票分 A、B、C 三类加权',
  述职评议: '书记述职，好、较好、一般、差，上评和下评加权，出综合评价表'
}

/** The grades of a poll in the order of the keys. */
export const gradesOf = ({ poll }: Pick<Desk, 'poll'>): readonly string[] => scales[poll.scale]

/** Sentences made for paper, as a screen sets them: a space between Chinese and digits. */
export const spaced = (text: string): string =>
  text.replace(/(\p{Script=Han})(?=\d)/gu, '$1 ').replace(/(\d)(?=\p{Script=Han})/gu, '$1 ')

/** 0.4860 as 48.60%, 0.3000 as 30%. */
export const percentOf = (share: string): string => `${Number((Number(share) * 100).toFixed(2))}%`

/** 3333 hundredths as 33.33%. */
export const weightWords = (weight: number): string => `${weight / 100}%`

/** 票类 in words; a poll with one class has no name for it. */
export const className = (name: string): string => (name === '' ? '全部票' : /^[A-Z]$/.test(name) ? `${name} 票` : name)

/** Where a flag comes from. */
const flagRules: Record<PollFlag, RuleId> = {
  'unqualified-over-third': '6.2-unqualified',
  'positive-under-two-thirds': '6.2-positive',
  'class-under-three': '6.2',
  'returned-above-issued': 'R2-19'
}

/** `mark` tells local customs and hints apart from what a rule asks. */
export type FlagLine = { flag: PollFlag; words: string; ruleId: RuleId; mark: string | null; red: boolean }

/** Warnings of a subject in words, each with its source. */
export const flagLines = (flags: readonly PollFlag[], grades: readonly string[]): FlagLine[] =>
  flags.map((flag) => ({
    flag,
    words: spaced(flagWords(flag, grades)),
    ruleId: flagRules[flag],
    mark: flag === 'unqualified-over-third' || flag === 'positive-under-two-thirds' ? '地方口径，参考' : null,
    red: flag === 'unqualified-over-third' || flag === 'returned-above-issued'
  }))

/** How far the ballots of a class are counted, and what the button says. */
export type ClassState = { text: string; tone: string; verb: string; done: boolean }

export function classState({ poll, counts, counted }: Desk, one: PollClass): ClassState {
  const count = counts.find(({ part }) => part === one.name)
  if (isVoid(one)) return { text: '无效，要重测', tone: 'red', verb: '看这次计票', done: false }
  if (count === undefined) {
    if (!counted.includes(one.name)) return { text: '还没有计票', tone: '', verb: '计票', done: false }
    return { text: '票数来自台账', tone: 'green', verb: '重新计票', done: true }
  }
  if (count.confirmedOn !== null)
    return { text: `${count.confirmedOn} 已确认`, tone: 'green', verb: '看计票', done: true }
  const verb = poll.finishedOn === null ? '接着计票' : '看计票'
  if (count.way === 'desk') return { text: '本机投票', tone: 'blue', verb: '接着投票、开箱', done: false }
  return { text: count.passes > 1 ? '第二遍' : '第一遍', tone: 'blue', verb, done: false }
}

/** What stands on the ballots does not change any more. */
export const isOnBallots = ({ counts, counted }: Desk): boolean => counts.length > 0 || counted.length > 0

/** By score; who has none comes last, ties stay in their order. */
export const byScore = (subjects: readonly SubjectLine[]): SubjectLine[] =>
  [...subjects].sort((one, other) => Number(other.score ?? -1) - Number(one.score ?? -1))

/** Where one begins to look: what is not done yet. */
export function firstView(desk: Desk): PollView {
  if (!desk.may.enter || desk.poll.finishedOn !== null) return 'result'
  if (desk.subjects.length === 0) return 'setup'
  const done = desk.poll.classes.every((one) => classState(desk, one).done)
  return done ? 'result' : isOnBallots(desk) ? 'count' : 'setup'
}
