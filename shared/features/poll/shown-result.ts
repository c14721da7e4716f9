import { blankLine, type ShownLine, shownClasses, shownLine } from '../ballot/ballot.ts'
import type { PollFlag, SubjectResult } from './result.ts'

/** A subject as papers may show it: no score, shares or flags while so few voted that they tell how somebody voted. */
export type ShownSubject = {
  name: string
  post: string
  valid: number
  figures: { score: string; shares: readonly string[] } | { why: string }
  flags: readonly PollFlag[]
  classes: readonly { name: string; issued: number | null; returned: number | null; line: ShownLine }[]
  questions: readonly { title: string; valid: number | null; score: string }[]
}

/** Of flags that come from figures nothing is told where the figures are not. */
const safeFlags: readonly PollFlag[] = ['class-under-three', 'returned-above-issued']

/** 0.8462 as 84.62%. */
const percent = (share: string): string => `${(Math.round(Number(share) * 10_000) / 100).toFixed(2)}%`

const voidWords = '收回票多于发出票，不计'

/** What may be shown of a subject under the secrecy rules; shares in the order of `grades`. */
export function shownSubject(result: SubjectResult, grades: readonly string[]): ShownSubject {
  const { subject, score, shares, flags, classes, questions } = result
  const counting = classes.map((one) => (one.void ? blankLine : one.overall))
  const shown = shownClasses(counting)
  const figures =
    !shown.all.shown || score === null || shares === null
      ? { why: shown.all.shown ? '没有有效票' : shown.all.why }
      : { score, shares: grades.map((grade) => percent(shares[grade] ?? '0')) }
  const isShown = shown.all.shown
  return {
    name: subject.name,
    post: subject.post ?? '',
    valid: result.valid,
    figures,
    flags: flags.filter((flag) => isShown || safeFlags.includes(flag)),
    classes: classes.map(({ name, issued, returned, void: isVoid }, index) => ({
      name,
      issued,
      returned,
      line: isVoid ? { shown: false, why: voidWords } : (shown.classes[index] ?? shownLine(blankLine))
    })),
    questions: questions.map(({ question, valid, score: points }) => {
      const seen = isShown && shownLine({ ...blankLine, counts: [valid, 0, 0, 0] }).shown
      return { title: question.title, valid: seen ? valid : null, score: seen ? (points ?? '') : '' }
    })
  }
}
