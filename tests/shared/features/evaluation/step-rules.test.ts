import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../../../shared/features/evaluation/step-rules.ts'
import { anEntry, aPerson, aRound, evaluated, type Setting, voted } from './evaluation-facts.ts'

const steps = (setting: Setting) =>
  stepsOf(evaluated(setting)).map(({ step, state, missing }) => [step, state, missing] as const)
const step = (name: string, setting: Setting) =>
  steps(setting)
    .find(([one]) => one === name)
    ?.slice(1)

describe('the four steps', () => {
  it('have not begun at first, and say what they lack', () => {
    const people = [aPerson('甲')]
    expect(steps({ evaluation: { rounds: [] }, people })).toEqual([
      ['self', 'not-begun', ['还没有列入评议的党员']],
      ['peer', 'not-begun', ['没有填互评的日期']],
      ['vote', 'not-begun', ['还没有测评']],
      [
        'decision',
        'not-begun',
        ['还没有组织评定', '没有填评定机构', '没有填评定日期，或者日期还没有到', '评定结果还没有确认']
      ]
    ])
  })

  it('are all done where everything is there', () => {
    const entries = [voted('甲', [9, 0, 0, 0], { selfReview: '本年度……', final: '合格' })]
    const evaluation = {
      ...{ entries, peerOn: '2026-12-10', decidedBy: '支委会' as const },
      ...{ decidedOn: '2026-12-12', finishedOn: '2026-12-13' }
    }
    for (const [, state, missing] of steps({ evaluation })) expect([state, missing]).toEqual(['done', []])
  })

  it('name those who handed in no 自评, probationary members too, five at most', () => {
    const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚']
    const entries = names.map((name, index) => anEntry(name, { selfOn: index === 0 ? '2026-11-30' : null }))
    expect(step('self', { evaluation: { entries } })).toEqual(['running', ['没有交自评：乙、丙、丁、戊、己等 6 人']])
    const later = [anEntry('甲', { selfOn: '2026-12-21' })]
    expect(step('self', { evaluation: { entries: later } })).toEqual(['not-begun', ['没有交自评：甲']])
  })

  it('name members who are on no line of the evaluation, but not suspended ones', () => {
    const entries = [anEntry('甲', { selfOn: '2026-11-30' })]
    const people = [
      aPerson('甲'),
      aPerson('乙', { category: '预备党员' }),
      aPerson('停', { suspended: '停止党籍' }),
      aPerson('积', { category: '入党积极分子' })
    ]
    expect(step('self', { evaluation: { entries }, people })).toEqual(['running', ['没有列入评议：乙']])
  })

  it('count nothing that is still to come', () => {
    const evaluation = { peerOn: '2026-12-10', rounds: [aRound({ issued: null, returned: null })] }
    expect(step('peer', { evaluation, today: '2026-12-09' })).toEqual(['running', ['互评定在 2026-12-10，还没有到']])
    expect(step('vote', { evaluation, today: '2026-12-09' })).toEqual([
      'running',
      ['测评定在 2026-12-10，还没有到', '2026-12-10 的测评没有填发出票', '2026-12-10 的测评没有填收回票']
    ])
  })

  it('leave the vote open while a round is void or a full member is not counted', () => {
    const entries = [anEntry('甲'), anEntry('预')]
    const people = [aPerson('甲'), aPerson('预', { category: '预备党员' })]
    const rounds = [aRound({ issued: 9, returned: 10 })]
    expect(step('vote', { evaluation: { entries, rounds }, people })).toEqual([
      'running',
      ['2026-12-10 的测评收回票多于发出票，应重新测评', '没有计票：甲']
    ])
  })

  it('leave the decision open until everybody has a grade and it is confirmed', () => {
    const entries = [voted('甲', [9, 0, 0, 0], { final: '合格' }), voted('乙', [9, 0, 0, 0])]
    const decided = { decidedBy: '党员大会', decidedOn: '2026-12-12' } as const
    expect(step('decision', { evaluation: { entries, ...decided } })).toEqual([
      'running',
      ['没有组织评定：乙', '评定结果还没有确认']
    ])
  })

  it('name the papers that belong to each', () => {
    expect(stepsOf(evaluated({})).map(({ title, papers }) => [title, ...papers])).toEqual([
      ['个人自评', 'form', 'forms'],
      ['党员互评', 'peer'],
      ['民主测评', 'ballot', 'count', 'tally'],
      ['组织评定', 'result', 'public', 'notices', 'help']
    ])
  })
})
