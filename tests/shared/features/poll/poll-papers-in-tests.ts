import { type LineTally, scales } from '../../../../shared/features/ballot/ballot.ts'
import {
  blankSubject,
  formQuestions,
  type Poll,
  type PollKind,
  scaleOfKind
} from '../../../../shared/features/poll/poll.ts'
import type { PollOutcome, SubjectResult } from '../../../../shared/features/poll/result.ts'
import type { PollPaper } from '../../../../shared/features/poll/summary-document.ts'
import { namesOf, organisation } from '../evaluation/evaluation-papers-in-tests.ts'

export const tallyOf = (...counts: number[]): LineTally => ({ counts, abstained: 0 })

/** A poll of so many subjects, each with the ballots given by class. */
export function aPollPaper(
  kind: PollKind,
  count: number,
  classes: readonly (readonly [string, LineTally])[]
): PollPaper {
  const scale = scaleOfKind[kind]
  const questions = formQuestions[kind].map((title, at) => ({ id: `q${at}`, title }))
  const subjects = namesOf(count).map((name, at) => ({
    ...blankSubject,
    id: `s${at}`,
    name,
    post: kind === '班子测评' ? null : '党委委员、副局长',
    workScore: 92.5,
    dailyScore: 88,
    final: scales[scale][at % 3 === 0 ? 0 : 1] ?? null
  }))
  const poll: Poll = {
    id: 'p',
    number: 'CP2026-01',
    name: '年度测评',
    organisationId: 'zb',
    year: 2026,
    kind,
    scale,
    date: '2026-12-18',
    meetingId: null,
    classes: classes.map(([name]) => ({ name, weight: 5000, issued: 20, returned: 20 })),
    questions,
    subjects,
    quota: null,
    overReason: null,
    finishedOn: null,
    recordedOn: '2026-12-18'
  }
  const resultFor = (subject: (typeof subjects)[number]): SubjectResult => ({
    subject,
    classes: classes.map(([name, overall]) => ({
      name,
      share: 5000,
      issued: 20,
      returned: 20,
      void: false,
      overall,
      valid: overall.counts.reduce((sum, one) => sum + one, 0)
    })),
    valid: classes.reduce((sum, [, { counts }]) => sum + counts.reduce((all, one) => all + one, 0), 0),
    score: '91.25',
    shares: Object.fromEntries(
      scales[scale].map((grade, at) => [grade, ['0.8462', '0.1000', '0.0538', '0.0000'][at] ?? ''])
    ),
    questions: questions.map((question) => ({ question, valid: 18, score: '93.10' })),
    flags: [],
    comprehensive: kind === '述职评议' ? { score: '91.28', missing: [], advice: '好' } : null
  })
  const outcome: PollOutcome = { subjects: subjects.map(resultFor), limit: Math.floor(count / 3), over: 0 }
  return { organisation, poll, outcome, citation: '本软件默认口径', date: '2026-12-20' }
}
