import { mostCycles, type NextStep } from '../../shared/features/checklist/recurrence-rules.ts'
import type { Rectification } from '../../shared/features/rectification/rectification.ts'

/** A step of a turn of PDCA, and how far it is. */
export type TurnStep = { key: 'P' | 'D' | 'C' | 'A'; title: string; state: 'done' | 'current' | 'ahead' }

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** P is done with 目标, 措施, 责任人 and 期限, D with a note, C with 复测, A when it is closed or passed upward. */
export function turnSteps(one: Rectification): TurnStep[] {
  const { target, measure, person, dueOn, progress, remeasured, closedOn, passedUpOn } = one
  const isOver = closedOn !== null || passedUpOn !== null
  const steps = [
    { key: 'P', title: '计划', isDone: filled(target) && filled(measure) && person !== null && dueOn !== null },
    { key: 'D', title: '执行', isDone: progress.length > 0 },
    { key: 'C', title: '检查', isDone: filled(remeasured) },
    { key: 'A', title: '调整', isDone: isOver }
  ] as const
  const current = steps.find(({ isDone }) => !isDone)?.key
  return steps.map(({ key, title, isDone }) => ({
    ...{ key, title },
    state: isDone ? 'done' : key === current ? 'current' : 'ahead'
  }))
}

/** What a plan still lacks, for the line under its steps. */
export const planLacks = ({ target, measure, person, dueOn }: Rectification): string[] => [
  ...(filled(target) ? [] : ['目标']),
  ...(filled(measure) ? [] : ['措施']),
  ...(person === null ? ['责任人'] : []),
  ...(dueOn === null ? ['期限'] : [])
]

/** What measuring again gave, and what was done with it. */
export const nextSays: Record<NextStep, string> = {
  close: '复测达标，已关闭。',
  again: '复测没有达标，已转下一轮：重新定措施。',
  'pass-up': `复测没有达标，已转 ${mostCycles} 轮，报上级督办。`
}
