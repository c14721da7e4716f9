import type { AlertLevel, AlertSource } from '../../../shared/features/alert/alert.ts'
import { dueSpan, gathered, inOrderOfDue } from '../../../shared/features/home/home.ts'
import { ruleOfType } from '../../../shared/features/plan/plan.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { RuleId } from '../../../shared/rulebook/rule-book.ts'
import type { Outputs } from '../../api/client.ts'
import { recordAt, wayTo } from '../../app/deeds.ts'

export type View = Outputs['home']['view']
export type Progress = Outputs['home']['progress']
export type Alerts = Outputs['alert']['list']
type Alert = Alerts['alerts'][number]
type Work = View['work'][number]

export type DueKind = 'alert' | 'plan' | 'task' | 'rectification' | 'review'
export const dueKindNames: Record<DueKind, string> = {
  ...{ alert: '预警', plan: '计划', task: '任务', rectification: '整改', review: '考评' }
}

/**
 * One line of what is due: where it is done with one click, and by what it is asked, a rule or words. `sameAs` is equal for
 * what is asked alike of several organisations; `isFault` where it is one whatever its day.
 */
export type DueLine = {
  key: string
  kind: DueKind
  level: AlertLevel | null
  due: Day | null
  isFault: boolean
  what: string
  label: string
  cite: RuleId | AlertSource | string | null
  way: { address: string; words: string } | null
  sameAs: string | null
}

/** Codes that ask the same of every branch by the same day. */
const alike: ReadonlySet<string> = new Set(['W01', 'W02', 'W03', 'W04', 'W05', 'W06', 'W07', 'W08', 'W25'])

/** What a warning says in one line: up to its first stop. */
const inBrief = (message: string): string => message.split('；')[0]?.replace(/。$/, '') ?? message

const alertLine = (one: Alert, year: number, mayWrite: boolean): DueLine => ({
  ...{ key: `${one.code} ${one.organisationId} ${one.subject}`, kind: 'alert', level: one.level, due: one.due },
  ...{ isFault: one.level === 'red' && one.due === null, what: inBrief(one.message), label: one.label },
  ...{ cite: one.rule, way: wayTo(one, year, mayWrite) },
  sameAs: alike.has(one.code) ? [one.code, one.level, one.topic, one.due].join('\n') : null
})

function workWay(one: Work, year: number, mayWrite: boolean): DueLine['way'] {
  const { kind, id, meetingId, organisationId, due } = one
  const where = { organisationId, year }
  if (meetingId !== null) return { address: `/meeting/${meetingId}`, words: mayWrite ? '补记录' : '去看' }
  const address = recordAt({ record: kind, id, on: due }, where)
  const words = { task: '看任务', plan: mayWrite ? '记会议' : '去看', rectification: '看整改' }[kind]
  return address === null ? null : { address, words }
}

const workLine = (one: Work, year: number, mayWrite: boolean): DueLine => ({
  ...{ key: `${one.kind} ${one.id}`, kind: one.kind, level: null, due: one.due, isFault: false },
  ...{ what: one.person === null ? one.what : `${one.what}（${one.person}）`, label: one.label, sameAs: null },
  cite: one.kind === 'plan' && one.types[0] !== undefined ? ruleOfType[one.types[0]] : one.source,
  way: workWay(one, year, mayWrite)
})

const reviewLine = ({ organisationId, label, step, due }: Progress['reviews'][number], year: number): DueLine => ({
  ...{ key: `review ${organisationId} ${step}`, kind: 'review', level: null, due, isFault: false },
  ...{ what: `${year} 年度清单考评：${step}`, label, cite: '本单位的考评期限' },
  way: {
    address: `/checklist?${new URLSearchParams({ organisation: organisationId, year: `${year}`, view: 'review' })}`,
    words: '去考评'
  },
  sameAs: `review\n${step}\n${due}`
})

/** Of so many organisations on, what is asked alike is one line. */
const least = 3

function groupLine(group: readonly DueLine[], organisationId: string | null): DueLine | undefined {
  const [first, ...others] = group
  if (first === undefined || others.length === 0) return first
  const [code = '', , topic = ''] = (first.sameAs ?? '').split('\n')
  const own = organisationId === null ? {} : { organisation: organisationId }
  const isReview = first.kind === 'review'
  return {
    ...first,
    ...{ key: `${first.key} and others`, label: `${group.length} 个党组织` },
    what: isReview ? first.what : `${topic}还没有完成`,
    way: isReview
      ? { address: '/checklist?view=progress', words: '看进度' }
      : { address: `/alert?${new URLSearchParams({ ...own, code })}`, words: '看名单' }
  }
}

type Parts = { view: View; alerts: Alerts | undefined; progress: Progress | undefined }

/** Everything that waits, by span and day; warnings and 考评 come in as they arrive. */
export function dueLines({ view, alerts, progress }: Parts, mayWrite: boolean): DueLine[] {
  const { year, today, work } = view
  const all = inOrderOfDue(
    [
      ...(alerts?.alerts ?? []).map((one) => alertLine(one, year, mayWrite)),
      ...work.map((one) => workLine(one, year, mayWrite)),
      ...(progress?.reviews ?? []).map((one) => reviewLine(one, year))
    ],
    today
  )
  const organisationId = view.organisation?.id ?? null
  return gathered(all, least).flatMap((group) => groupLine(group, organisationId) ?? [])
}

/** A warning keeps the colour of its level; what else is over is red, a plan amber: it may have been held unrecorded. */
export function toneOf(line: DueLine, today: Day): 'red' | 'amber' | 'blue' | '' {
  if (line.level !== null) return line.level === 'yellow' ? 'amber' : line.level
  if (line.due === null) return ''
  const span = dueSpan(line, today)
  if (span === 'over') return line.kind === 'plan' ? 'amber' : 'red'
  return span === 'today' || span === 'week' ? 'amber' : 'blue'
}
