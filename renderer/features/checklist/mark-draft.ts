import type { ChecklistMark } from '../../../shared/features/checklist/checklist.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import type { ItemLine } from './checklist-words.ts'

/** What is typed of 清单自评. */
export type MarkDraft = Pick<ChecklistMark, 'score' | 'note' | 'evidence' | 'happenedOn' | 'notApplicable'>

export const blankMark: MarkDraft = { score: null, note: null, evidence: null, happenedOn: null, notApplicable: false }

export const draftOf = (mark: ChecklistMark | null): MarkDraft => {
  const { score, note, evidence, happenedOn, notApplicable } = mark ?? blankMark
  return { score, note, evidence, happenedOn, notApplicable }
}

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** Why a field does not count yet, in words; nothing is refused, the rest is kept meanwhile. */
export function markHints(
  { score, note, evidence, notApplicable }: MarkDraft,
  { kind, points, proofs }: Pick<ItemLine, 'kind' | 'points' | 'proofs'>
): { score?: string; note?: string; evidence?: string } {
  return {
    ...(score !== null && score > Number(points) ? { score: `最多 ${Number(points)} 分` } : {}),
    ...(notApplicable && !filled(note) ? { note: '写清为什么不适用，写了才算' } : {}),
    ...(kind === 'M' && score !== null && !filled(evidence) && proofs.length === 0
      ? { evidence: '人工打分要有证据：写明证据在哪里，或者先放入材料，有了才记得分' }
      : {})
  }
}

/** The part of a draft that can be kept; a day still being typed stays what it was. */
export function readyMark(
  draft: MarkDraft,
  item: Pick<ItemLine, 'kind' | 'points' | 'proofs'>,
  kept: MarkDraft
): MarkDraft {
  const hints = markHints(draft, item)
  return {
    ...draft,
    score: hints.score === undefined && hints.evidence === undefined ? draft.score : null,
    notApplicable: draft.notApplicable && hints.note === undefined,
    happenedOn: draft.happenedOn === null || isDay(draft.happenedOn) ? draft.happenedOn : kept.happenedOn
  }
}
