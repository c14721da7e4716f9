import type { LineTally } from './ballot.ts'

/**
 * What a count may show without telling how somebody voted (security.md §3.6, rules.md §6.2). Every screen and paper with
 * figures asks here. A class with fewer than three valid ballots has no figures, fewer than five in all no distribution.
 */
const leastOfClass = 3
export const leastOfAll = 5

/** Figures that may be shown, or a sentence why not. `warning` where all valid ballots name one grade: then all votes are known. */
export type ShownLine =
  | { shown: true; counts: readonly number[]; abstained: number; valid: number; warning: string | null }
  | { shown: false; why: string }

const sumOf = ({ counts }: LineTally): number => counts.reduce((sum, count) => sum + count, 0)

const hidden = (why: string): ShownLine => ({ shown: false, why })

const noBallot = '没有有效票'
const tooFew = `有效票不足${leastOfAll}张，不列票数`

function open(line: LineTally): ShownLine {
  const valid = sumOf(line)
  const isUnanimous = line.counts.includes(valid)
  const warning = isUnanimous ? '有效票全是同一等次，每张票怎样写的都看得出来' : null
  return { shown: true, counts: line.counts, abstained: line.abstained, valid, warning }
}

/** One line counted in one pile. */
export function shownLine(line: LineTally): ShownLine {
  const valid = sumOf(line)
  if (valid === 0) return hidden(noBallot)
  return valid < leastOfAll ? hidden(tooFew) : open(line)
}

/**
 * The classes of one line, in their order: one with one or two valid ballots shows nothing. `all` says whether figures over
 * those that are shown may be shown; the others must be no part of them, or they could be worked out (shown-rules.ts of polls).
 */
export function shownClasses(lines: readonly LineTally[]): {
  all: { shown: true } | { shown: false; why: string }
  classes: readonly ShownLine[]
} {
  const sums = lines.map(sumOf)
  const total = sums.filter((valid) => valid >= leastOfClass).reduce((sum, valid) => sum + valid, 0)
  if (total < leastOfAll) {
    const why = sums.every((valid) => valid === 0) ? noBallot : tooFew
    return { all: { shown: false, why }, classes: lines.map(() => hidden(why)) }
  }
  const small = `这个票类的有效票不足${leastOfClass}张，不列票数`
  return {
    all: { shown: true },
    classes: lines.map((line) => {
      const valid = sumOf(line)
      return valid === 0 ? hidden(noBallot) : valid < leastOfClass ? hidden(small) : open(line)
    })
  }
}
