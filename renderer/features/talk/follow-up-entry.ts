import type { FollowUp, TalkContents } from '../../../shared/features/talk/talk.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'

export const blankFollowUp: FollowUp = { subject: '', person: null, dueOn: null, doneOn: null, result: null }

/** How long 事项 may be. */
export const subjectLimit = 500

/** The first sentences that fit into 事项; where the first is too long itself, as much of it as fits. */
function firstSentences(text: string): string {
  const whole = text.trim()
  if (whole.length <= subjectLimit) return whole
  const part = whole.slice(0, subjectLimit).replace(/[\uD800-\uDBFF]$/, '')
  const end = Math.max(...['。', '！', '？', '；', '\n'].map((mark) => part.lastIndexOf(mark)))
  return end === -1 ? part : part.slice(0, end + 1).trim()
}

/** A further item: it starts as the difficulty or the opinion that no item has taken up yet. */
export function nextFollowUp({ difficulties, opinions, followUps }: TalkContents): FollowUp {
  const open = [difficulties, opinions].flatMap((said) => {
    const start = firstSentences(said ?? '')
    const taken = followUps.some(
      ({ subject }) => subject !== '' && (said?.includes(subject) || subject.includes(start))
    )
    return start === '' || taken ? [] : [start]
  })
  return { ...blankFollowUp, subject: open[0] ?? '' }
}

/** Nothing stands in the row: it is left out. */
export const isEmptyFollowUp = ({ subject, person, dueOn, doneOn, result }: FollowUp): boolean =>
  subject.trim() === '' && person === null && dueOn === null && doneOn === null && (result ?? '').trim() === ''

/** The name the form gives to 事项 of a row. */
export const subjectField = (index: number): string => `follow-${index}-subject`

/** A row that says who or when and not what. */
export function unnamedFollowUp(followUps: readonly FollowUp[]): Problem | null {
  const at = followUps.findIndex((one) => one.subject.trim() === '' && !isEmptyFollowUp(one))
  return at === -1 ? null : { code: 'incomplete', field: subjectField(at), message: '请写事项，或者清空这一行。' }
}
