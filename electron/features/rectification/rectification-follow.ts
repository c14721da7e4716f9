import { figure } from '../../../shared/features/checklist/checklist-view.ts'
import type { ItemStatus } from '../../../shared/features/checklist/item-result.ts'
import { type NextStep, nextStepOf, usualDays } from '../../../shared/features/checklist/recurrence-rules.ts'
import {
  blankRectification,
  countedTurns,
  type Rectification
} from '../../../shared/features/rectification/rectification.ts'
import { sourceOfItem } from '../../../shared/features/ledger/ledger-rectifications.ts'
import { addDays, type Day } from '../../../shared/kernel/dates.ts'
import { compare } from '../../../shared/kernel/fraction.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { listKeys } from '../checklist/checklist-lists.ts'
import { branchScores } from '../checklist/checklist-scores.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { rectificationById, rectificationsOf, saveRectification } from './rectification-repository.ts'

type Clock = { today: Day; newId: () => string }

/** An item as it is measured now: what is still lost of it, and how it came about. */
type Measure = { title: string; score: string; max: string; basis: string; status: ItemStatus; isReached: boolean }

/** Measures an item of a branch and year again, by the very rule that found it short; null where no list has it. */
function measured(tables: Tables, { organisationId, year, item }: Rectification, today: Day): Measure | null {
  const branch = organisationById(tables, organisationId)
  if (branch === null || item === null || year === null) return null
  for (const key of listKeys) {
    const [own] = branchScores(tables, [branch], { key, year, today })
    const found = own?.score.areas.flatMap((area) => area.items).find(({ id }) => id === item)
    if (found !== undefined) {
      const { title, score, max } = found
      const { status, basis } = found.measured
      const isReached = status === 'scored' && compare(score, max) >= 0
      return { title, score: figure(score), max: figure(max), basis, status, isReached }
    }
  }
  return null
}

/** The day a problem was done with here, '' while it is open. */
const endOf = ({ closedOn, passedUpOn }: Rectification): string => closedOn ?? passedUpOn ?? ''

/** A rectification out of an item that lost points: problem, target and source are written from what the rule found. */
export function rectifyItem(
  store: Store,
  wish: { organisationId: string; year: number; item: string },
  { today, newId }: Clock
): Outcome<Rectification> {
  return store.write((tables) => {
    if (!inReach(store.reach, wish.organisationId)) return outOfReach('organisationId')
    const draft: Rectification = { ...blankRectification, ...wish, id: newId() }
    const found = measured(tables, draft, today)
    if (found === null) return failure('item-unknown', `清单里没有 ${wish.item} 这一项，请刷新。`, 'item')
    if (found.status === 'not-applicable')
      return failure('item-unknown', `${wish.item} ${found.title}不适用，不用整改。`, 'item')
    if (found.isReached) return failure('item-reached', `${wish.item} ${found.title}没有失分，不用整改。`, 'item')
    const former = rectificationsOf(tables, [wish.organisationId]).filter(({ item }) => item === wish.item)
    if (former.some((one) => one.year === wish.year && endOf(one) === ''))
      return failure('rectification-open', `${wish.item} ${found.title}已有一条整改没有办完。`, 'item')
    // 复发: what was done with before goes on in this one, so that it can be seen.
    const latest = countedTurns(former)
      .filter((one) => endOf(one) !== '')
      .sort((one, other) => (endOf(one) < endOf(other) ? -1 : 1))
      .at(-1)
    const kept = {
      ...draft,
      previousId: latest?.id ?? null,
      problem: `${found.title}：${found.basis}`.slice(0, 500),
      source: sourceOfItem(wish.item),
      target: `${wish.item} ${found.title}达到 ${found.max} 分`,
      dueOn: addDays(today, usualDays)
    }
    saveRectification(tables, kept)
    return success(kept)
  })
}

/** What measuring again gave, and what follows: closed, a further turn, or to the level above. */
export type Followed = { rectification: Rectification; step: NextStep; next: Rectification | null }

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** What a turn needs before it is measured again (rules.md §12.5): target, measure, person, date and a note on how it went. */
function notReady({ target, measure, person, dueOn, progress }: Rectification): string | null {
  const missing = [
    ...(filled(target) ? [] : ['目标']),
    ...(filled(measure) ? [] : ['措施']),
    ...(person === null ? ['责任人'] : []),
    ...(dueOn === null ? ['期限'] : []),
    ...(progress.length > 0 ? [] : ['至少一条过程记录'])
  ]
  return missing.length === 0 ? null : `复测前先填：${missing.join('、')}。`
}

/**
 * Measures the item of a rectification again (C) and does what follows (A): closes it when the item has its points, begins the
 * next turn when it has not, and passes it upward after the third.
 */
export function followRectification(store: Store, id: string, { today, newId }: Clock): Outcome<Followed> {
  return store.write((tables) => {
    const one = rectificationById(tables, id)
    if (one === null) return failure('rectification-unknown', '找不到这条整改，可能已被删除。')
    if (!inReach(store.reach, one.organisationId)) return outOfReach()
    if (one.closedOn !== null || one.passedUpOn !== null)
      return failure('record-final', '这条整改已经办完，不能再复测。')
    const lacks = notReady(one)
    if (lacks !== null) return failure('rectification-open', lacks)
    const found = measured(tables, one, today)
    if (found === null) return failure('item-unknown', '这条整改没有对应的清单项目，请自己写明复测结果并填完成日期。')
    const step = nextStepOf(one, found.isReached)
    const remeasured = `${today} 复测 ${found.score} / ${found.max} 分：${found.basis}`.slice(0, 500)
    const kept: Rectification = {
      ...{ ...one, remeasured },
      closedOn: step === 'pass-up' ? null : today,
      passedUpOn: step === 'pass-up' ? today : null
    }
    saveRectification(tables, kept)
    const next: Rectification | null =
      step === 'again'
        ? {
            ...{ ...one, id: newId(), cycle: one.cycle + 1, previousId: one.id, progress: [], remeasured: null },
            ...{ dueOn: addDays(today, usualDays), measure: null }
          }
        : null
    if (next !== null) saveRectification(tables, next)
    return success({ rectification: kept, step, next })
  })
}
