import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { blankLine, isVoid, type LineTally, scales, validOf } from '../ballot/ballot.ts'
import { compare, type Fraction, fraction, rounded, sumOf, times, typed } from '../../kernel/fraction.ts'
import { type Poll, type PollClass, type PollKind, type PollSubject, startingClasses } from './poll.ts'
import type { ClassResult, Comprehensive, PollFlag, PollOutcome, QuestionResult, SubjectResult } from './result.ts'

/** Fewer valid ballots than this in a class: no figures of it are shown (rules.md §6.2). */
export const fewestShown = 3

/** A line of one class with the weight of that class. */
type Weighted = { weight: number; line: LineTally }

/** Lines that count: of a class that is not void and has a weight, with at least one valid ballot. */
const counting = (all: readonly Weighted[]): Weighted[] =>
  all.filter(({ weight, line }) => weight > 0 && validOf(line) > 0)

/** R of §6.2 by place of the grade, exact; null when no class counts. Weights are scaled over those that do. */
function sharesOf(all: readonly Weighted[], rules: RulesInForce): Fraction[] | null {
  const there = counting(all)
  const whole = there.reduce((sum, { weight }) => sum + weight, 0)
  if (there.length === 0 || !rules.isOn('6.2')) return null
  return blankLine.counts.map((_none, place) =>
    sumOf(
      there.map(({ weight, line }) => times(fraction(weight, whole), fraction(line.counts[place] ?? 0, validOf(line))))
    )
  )
}

/** The points of the four grades (§6.2), a hundred for the best where the office has not set others. */
const pointsOf = (rules: RulesInForce): Fraction[] =>
  (['first', 'second', 'third', 'last'] as const).map((name) => fraction(rules.number('6.2', name)))

const scoreOf = (shares: readonly Fraction[], rules: RulesInForce): Fraction =>
  sumOf(pointsOf(rules).map((points, place) => times(points, shares[place] ?? fraction(0))))

/** One class as it stands for one subject, its share still to be scaled. */
function classOf(one: PollClass, subject: PollSubject): Omit<ClassResult, 'share'> & { weight: number } {
  const result = subject.results.find(({ className }) => className === one.name)
  const issued = result?.issued ?? one.issued
  const returned = result?.returned ?? one.returned
  const overall = result?.overall ?? blankLine
  const left = isVoid({ issued, returned })
  return {
    name: one.name,
    issued,
    returned,
    void: left,
    overall,
    valid: validOf(overall),
    weight: left ? 0 : one.weight
  }
}

const lineOf = ({ weight, overall }: { weight: number; overall: LineTally }): Weighted => ({ weight, line: overall })

/** The weights in hundredths of a per cent, scaled over the classes that count; for showing, nothing is reckoned by them. */
function scaled(classes: readonly ReturnType<typeof classOf>[]): ClassResult[] {
  const whole = counting(classes.map(lineOf)).reduce((sum, { weight }) => sum + weight, 0)
  return classes.map(({ weight, ...one }) => ({
    ...one,
    share: one.valid === 0 || whole === 0 ? 0 : Math.floor((20_000 * weight + whole) / (2 * whole))
  }))
}

function questionsOf(poll: Poll, subject: PollSubject, rules: RulesInForce): QuestionResult[] {
  const classes = poll.classes.map((one) => classOf(one, subject))
  return poll.questions.map((question) => {
    const lines = counting(
      classes.map(({ name, weight }) => ({
        weight,
        line: subject.results.find(({ className }) => className === name)?.questions[question.id] ?? blankLine
      }))
    )
    const shares = sharesOf(lines, rules)
    return {
      question,
      valid: lines.reduce((sum, { line }) => sum + validOf(line), 0),
      score: shares === null ? null : rounded(scoreOf(shares, rules), 2)
    }
  })
}

/** Compared exactly, before anything is rounded. A void class is left out, so it is not one under three. */
function flagsOf(shares: readonly Fraction[] | null, classes: readonly ClassResult[], rules: RulesInForce): PollFlag[] {
  const [first = fraction(0), second = fraction(0), , last = fraction(0)] = shares ?? []
  const flags: [PollFlag, boolean][] = [
    ['unqualified-over-third', shares !== null && rules.isOn('6.2-unqualified') && compare(last, fraction(1, 3)) > 0],
    [
      'positive-under-two-thirds',
      shares !== null && rules.isOn('6.2-positive') && compare(sumOf([first, second]), fraction(2, 3)) < 0
    ],
    ['class-under-three', classes.some((one) => !one.void && one.valid > 0 && one.valid < fewestShown)],
    ['returned-above-issued', classes.some((one) => one.void)]
  ]
  return flags.flatMap(([flag, raised]) => (raised ? [flag] : []))
}

/** The grade a comprehensive score suggests, by the lines of 6.3-score. */
function adviceFor(score: Fraction, poll: Poll, rules: RulesInForce): string {
  const [best, good, fair, last] = scales[poll.scale]
  const reaches = (name: 'best' | 'good' | 'fair'): boolean =>
    compare(score, fraction(rules.number('6.3-score', name))) >= 0
  return reaches('best') ? best : reaches('good') ? good : reaches('fair') ? fair : last
}

/** F6-2 of a 述职评议, rounded once at its end; null for the other kinds, or where the office does not reckon it. */
function comprehensiveOf(poll: Poll, subject: PollSubject, score: Fraction | null, rules: RulesInForce) {
  if (poll.kind !== '述职评议' || !rules.isOn('6.3-score')) return null
  const parts = [
    { name: '述职测评得分', weight: rules.number('6.3-score', 'ballots'), value: score },
    { name: '年度党建考核得分', weight: rules.number('6.3-score', 'work'), value: subject.workScore },
    { name: '日常了解得分', weight: rules.number('6.3-score', 'daily'), value: subject.dailyScore }
  ].filter(({ weight }) => weight > 0)
  const there = parts.flatMap(({ weight, value }) =>
    value === null ? [] : [{ weight, value: typeof value === 'number' ? typed(value) : value }]
  )
  const missing = parts.filter(({ value }) => value === null).map(({ name }) => name)
  const nothing: Comprehensive = { score: null, missing, advice: null }
  if (missing.length > 0 || there.length === 0) return nothing
  const whole = there.reduce((sum, { weight }) => sum + weight, 0)
  const total = sumOf(there.map(({ weight, value }) => times(fraction(weight, whole), value)))
  return { score: rounded(total, 2), missing, advice: adviceFor(total, poll, rules) }
}

function subjectResult(poll: Poll, subject: PollSubject, rules: RulesInForce): SubjectResult {
  const weighed = poll.classes.map((one) => classOf(one, subject))
  const shares = sharesOf(weighed.map(lineOf), rules)
  const score = shares === null ? null : scoreOf(shares, rules)
  const classes = scaled(weighed)
  const named = shares?.map((share, place) => [scales[poll.scale][place] ?? '', rounded(share, 4)] as const)
  return {
    ...{ subject, classes, questions: questionsOf(poll, subject, rules), flags: flagsOf(shares, classes, rules) },
    valid: counting(weighed.map(lineOf)).reduce((sum, { line }) => sum + validOf(line), 0),
    score: score === null ? null : rounded(score, 2),
    shares: named === undefined ? null : Object.fromEntries(named),
    comprehensive: comprehensiveOf(poll, subject, score, rules)
  }
}

/** Best grades allowed: the number the level above gave, else by share, rounded down (§6.2, §6.3). */
function limitOf({ quota, kind, subjects }: Poll, rules: RulesInForce): number {
  if (quota !== null) return quota
  return kind === '述职评议'
    ? Math.floor(subjects.length / rules.number('6.3-best', 'oneIn'))
    : Math.floor((subjects.length * rules.number('6.2-best', 'percent')) / 100)
}

/** Whether there is a limit at all: a share of a single subject is none (§6.2). */
export const hasLimit = ({ quota, subjects }: Pick<Poll, 'quota'> & { subjects: readonly unknown[] }): boolean =>
  quota !== null || subjects.length > 1

/** A poll by §6.2: exact until it is written down. */
export function pollOutcome({ poll, rules }: { poll: Poll; rules: RulesInForce }): PollOutcome {
  const limit = limitOf(poll, rules)
  const best = poll.subjects.filter(({ final }) => final === scales[poll.scale][0]).length
  return {
    subjects: poll.subjects.map((subject) => subjectResult(poll, subject, rules)),
    limit,
    over: hasLimit(poll) ? Math.max(0, best - limit) : 0
  }
}

/** The classes a new poll starts with, weighted as the office has set it (hundredths of a per cent). */
export function startingClassesOf(kind: PollKind, rules: RulesInForce): Pick<PollClass, 'name' | 'weight'>[] {
  const percent: Record<PollKind, number[]> = {
    班子测评: [],
    干部测评: (['a', 'b', 'c'] as const).map((name) => rules.number('6.2', name)),
    述职评议: (['above', 'below'] as const).map((name) => rules.number('12.8', name))
  }
  return startingClasses[kind].map(({ name, weight }, index) => {
    const own = percent[kind][index]
    return { name, weight: own === undefined ? weight : own * 100 }
  })
}

/** A subject in report.json (workbook.md). */
export type PollReport = {
  number: string
  subject: string
  score: string | null
  shares: Readonly<Record<string, string>> | null
  flags: readonly PollFlag[]
}

export const pollReport = ({ number }: Poll, { subjects }: PollOutcome): PollReport[] =>
  subjects.map(({ subject, score, shares, flags }) => ({ number, subject: subject.name, score, shares, flags }))
