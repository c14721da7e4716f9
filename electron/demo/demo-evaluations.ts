import type { Evaluation } from '../../shared/features/evaluation/evaluation.ts'
import type { Poll } from '../../shared/features/poll/poll.ts'
import { addDays } from '../../shared/kernel/dates.ts'
import { allEvaluations } from '../features/evaluation/evaluation-repository.ts'
import { allOrganisations } from '../features/organisation/organisation-repository.ts'
import { allPolls } from '../features/poll/poll-repository.ts'
import { type DemoDesk, demoYear } from './demo-desk.ts'

type Call = DemoDesk['call']

/** Everybody handed in his own review a week before; those with a grade were told it a week after. */
async function say(call: Call, { id, entries }: Evaluation, votedOn: string, toldOn: string | null): Promise<void> {
  await call.evaluation.saveEntries({
    id,
    changes: entries.map(({ memberId, selfReview, final }) => ({
      memberId,
      text: {
        selfOn: selfReview === null ? null : addDays(votedOn, -7),
        toldOn: final === null ? null : toldOn
      }
    }))
  })
}

/** What the workbook has no columns for: days, who decided, and that it is settled. */
async function settle({ call, on }: DemoDesk, evaluation: Evaluation, code: string): Promise<void> {
  const { id, entries } = evaluation
  const [round] = evaluation.rounds
  if (round === undefined) return
  await call.evaluation.save({ id, base: 'graded', quota: null, peerOn: round.date, peerMeetingId: round.meetingId })
  const decided = entries.some(({ final }) => final !== null)
  const former = evaluation.year < demoYear
  const decidedOn = former ? addDays(round.date, 8) : '2026-11-20'
  await say(call, evaluation, round.date, former ? addDays(decidedOn, 5) : code === 'ZB06' ? '2026-11-21' : null)
  if (!decided) return
  const decidedBy = code === 'ZB08' ? ('党员大会' as const) : ('支委会' as const)
  await call.evaluation.decide({
    id,
    head: { decidedBy, decidedOn, decisionMeetingId: null, overReason: null },
    grades: []
  })
  if (former || code === 'ZB06') await on(addDays(decidedOn, 1), () => call.evaluation.finish({ id }))
}

/** 帮教 and 组织处置 of the one who was 不合格. */
async function followUp(
  { call, person, organisation, deps }: DemoDesk,
  evaluations: readonly Evaluation[]
): Promise<void> {
  const organisationId = organisation('ZB05')
  const { memberId } = person('ZB05 彭海')
  const evaluation = evaluations.find((one) => one.organisationId === organisationId && one.year === demoYear - 1)
  if (evaluation === undefined) return
  const help = {
    problem: '无故缺席组织生活，交办的任务没有办。',
    helper: person('ZB05 邵洋'),
    measures: '每次活动前一天提醒；每季度由书记谈一次；先从每月一件小任务做起。',
    dueOn: '2027-03-31',
    quarters: [
      { on: '2026-03-30', text: '三月起到会两次，任务办了一件。' },
      { on: '2026-06-29', text: '第二季度到会四次，没有缺席。' },
      { on: '2026-09-28', text: '九月又缺席，电话里说家中有事，没有请假。' }
    ],
    result: null,
    closedOn: null
  }
  await call.evaluation.saveEntries({ id: evaluation.id, changes: [{ memberId, text: { help } }] })
  await call.disposal.save({
    ...{ id: '', organisationId, memberId, evaluationId: evaluation.id, way: '限期改正', basis: '云烟党〔2026〕12号' },
    days: { proposed: '2026-02-04', filed: '2026-02-06', verified: '2026-02-13', opinion: '2026-02-25' },
    ...{ from: null, until: null, outcome: null, closedOn: null, recordedOn: deps.system.today() }
  })
}

/** One branch has begun to count its envelope: the first clerk is half way. */
async function count({ call }: DemoDesk, evaluation: Evaluation | undefined): Promise<void> {
  const [round] = evaluation?.rounds ?? []
  if (evaluation === undefined || round === undefined) return
  const { id } = await call.ballot.begin({ owner: 'evaluation', ownerId: evaluation.id, part: round.id, way: 'paper' })
  await call.ballot.head({ id, issued: round.issued, returned: round.returned, teller: '欧阳致远' })
  const { pass } = await call.ballot.beginPass({ id, clerk: '李䶮' })
  const { count: begun } = await call.ballot.pile({ owner: 'evaluation', ownerId: evaluation.id, part: round.id })
  const lines = begun?.lines.length ?? 0
  for (let seen = 0; seen < 9; seen += 1) {
    const marks = Array.from({ length: lines }, (_one, line) => ((line * 5 + seen * 3) % 7 < 3 ? 0 : 1))
    await call.ballot.put({ id, pass, seen, corrected: 0, ballot: { marks, void: false }, instead: null })
  }
}

const dates: Readonly<Record<string, string>> = {
  'CP2025-SZ': '2026-01-29',
  'CP2026-SZ1': '2026-11-19',
  'CP2026-GB': '2026-11-12',
  'CP2026-BZ-ZB01': '2026-08-13',
  'CP2026-BZ-ZB03': '2026-07-24',
  'CP2026-BZ-ZB04': '2026-08-12',
  'CP2026-BZ-ZB07': '2026-07-28'
}

const opinions: Readonly<Record<string, string>> = {
  周启明: '抓支部工作有办法，谈话按月推进；会后任务的跟踪还要再紧一些。',
  张㛃: '制度修订和审计整改抓得实；支委会人手少的问题应提早向上反映。',
  方志远: '差错明显下降；对外出党员的联系曾经断过，已经补上。'
}

/** The grade people decided on: for a secretary of the year before by the order of points, for a team by its ballots. */
function decided({ kind, year, number }: Poll, at: number): { final: string; reason: string } | null {
  if (kind === '班子测评')
    return { final: /ZB0[13]$/.test(number) ? '优秀' : '良好', reason: '按得票和党委日常掌握的情况确定。' }
  if (kind !== '述职评议' || year === demoYear) return null
  return { final: at < 2 ? '好' : '较好', reason: '按综合得分次序和名额确定。' }
}

/** The day of a poll, what people said of a secretary, and of a poll that is over the grades. */
async function settlePoll({ call, on }: DemoDesk, poll: Poll): Promise<void> {
  const { id, number, name, scale, classes, quota, questions, kind } = poll
  const subjects = poll.subjects.map(({ id: own, name: who, memberId, post }) => ({
    id: own,
    name: who,
    memberId,
    post
  }))
  const date = dates[number] ?? null
  await call.poll.save({
    id,
    poll: { number, name, scale, date, meetingId: null, classes, quota, questions, subjects }
  })
  const grades = poll.subjects.map(({ id: own, name: who }, at) => ({
    id: own,
    ...(kind === '述职评议' ? { workScore: 94 - at * 2, dailyScore: 92 - at, opinion: opinions[who] ?? null } : {}),
    ...decided(poll, at)
  }))
  await call.poll.decide({ id, decision: { subjects: grades } })
  if (date !== null && poll.subjects.every((_one, at) => decided(poll, at) !== null))
    await on(addDays(date, 5), () => call.poll.finish({ id }))
}

/** Evaluations and polls as they are once people have worked with what the workbook brought. */
export async function fillEvaluations(desk: DemoDesk): Promise<void> {
  const evaluations = desk.store().read(allEvaluations)
  const codes = new Map(
    desk
      .store()
      .read(allOrganisations)
      .map(({ id, code }) => [id, code])
  )
  for (const evaluation of evaluations) await settle(desk, evaluation, codes.get(evaluation.organisationId) ?? '')
  await followUp(desk, evaluations)
  const home = desk.organisation('ZB02')
  await count(
    desk,
    evaluations.find(({ organisationId, year }) => organisationId === home && year === demoYear)
  )
  for (const poll of desk.store().read(allPolls)) await settlePoll(desk, poll)
}
