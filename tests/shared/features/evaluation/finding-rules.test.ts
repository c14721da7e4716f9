import { describe, expect, it } from 'vitest'
import {
  evaluationFindings,
  type FindingFacts,
  finishingFindings
} from '../../../../shared/features/evaluation/finding-rules.ts'
import { anEntry, aPerson, aRound, evaluated, type Setting, voted } from './evaluation-facts.ts'

const facts = (setting: Setting, agenda: FindingFacts['agenda'] = null): FindingFacts => ({
  ...evaluated(setting),
  agenda
})
const found = (setting: Setting, agenda: FindingFacts['agenda'] = null) => evaluationFindings(facts(setting, agenda))
const codes = (setting: Setting, agenda: FindingFacts['agenda'] = null) =>
  found(setting, agenda).map(({ code, level, memberId, field }) => [code, level, memberId, field])

const three = ['甲', '乙', '丙'].map((name) => voted(name, [8, 2, 0, 0], { final: '优秀' as const }))

describe('findings of an evaluation', () => {
  it('are none where everything fits', () => {
    const entries = [voted('甲', [9, 0, 0, 0], { final: '优秀' }), voted('乙', [0, 9, 0, 0]), voted('丙', [1, 8, 0, 0])]
    expect(codes({ evaluation: { entries } }, [{ title: '书记报告', kind: '报告' }])).toEqual([])
  })

  it('warn of more 优秀 than the limit until the reason is there: the text says 一般', () => {
    expect(found({ evaluation: { entries: three } })).toEqual([
      {
        ...{ code: 'over-limit', ruleId: 'R4-04', level: 'warn', memberId: null, field: 'overReason' },
        message: '评为优秀 3 人，最多 1 人（参加评定等次的正式党员数 3），超 2 人；请写明理由，印在汇总表备注里。'
      }
    ])
    expect(codes({ evaluation: { entries: three, overReason: '党委同意' } })).toEqual([])
    expect(codes({ evaluation: { entries: three, overReason: '  ' } })).toHaveLength(1)
  })

  it('warn of 优秀 against a sure bar, and not of what is still to be looked into', () => {
    const entries = [voted('甲', [9, 0, 0, 0], { final: '优秀', reason: '表现突出' })]
    const quota = { base: 'quota', quota: 1 } as const
    const of = (part: Parameters<typeof aPerson>[1]) =>
      codes({ evaluation: { entries, ...quota }, people: [aPerson('甲', part)] })
    expect(of({ absences: 3 })).toEqual([['barred', 'warn', '甲', 'final']])
    expect(of({ hours: { earned: 0, required: 32 } })).toEqual([])
  })

  it('warn of a grade that is not the one the ballots suggest, unless there is a reason', () => {
    const entries = [voted('甲', [0, 9, 0, 0], { final: '优秀' }), voted('乙', [9, 0, 0, 0], { final: '合格' })]
    const rest = ['丙', '丁', '戊', '己'].map((name) => voted(name, [0, 9, 0, 0]))
    expect(codes({ evaluation: { entries: [...entries, ...rest] } })).toEqual([
      ['differs', 'warn', '甲', 'reason'],
      ['differs', 'warn', '乙', 'reason']
    ])
    const reasoned = entries.map((entry) => ({ ...entry, reason: '根据日常表现' }))
    expect(codes({ evaluation: { entries: [...reasoned, ...rest] } })).toEqual([])
  })

  it('ask no reason for a candidate beyond the limit who becomes 合格, nor where there is no advice', () => {
    const entries = [voted('甲', [9, 0, 0, 0], { final: '合格' }), anEntry('乙', { final: '合格' })]
    expect(codes({ evaluation: { entries, rounds: [] } }).map(([code]) => code)).toEqual(['decided-before-count'])
  })

  it('warn of 基本合格 and 不合格 without a reason, once, even where the ballots say the same', () => {
    const entries = [voted('甲', [0, 0, 9, 0], { final: '基本合格' }), voted('乙', [9, 0, 0, 0], { final: '不合格' })]
    expect(codes({ evaluation: { entries } })).toEqual([
      ['reason-missing', 'warn', '甲', 'reason'],
      ['reason-missing', 'warn', '乙', 'reason']
    ])
  })

  it('refuse a grade for one who is not graded', () => {
    const entries = [voted('预', [9, 0, 0, 0], { final: '合格' }), voted('停', [9, 0, 0, 0], { final: '合格' })]
    const people = [aPerson('预', { category: '预备党员' }), aPerson('停', { suspended: '留党察看期内' })]
    expect(found({ evaluation: { entries }, people })).toMatchObject([
      {
        code: 'not-graded',
        level: 'stop',
        ruleId: 'R4-05',
        message: '预：预备党员参加评议，不评定等次，请清空组织评定。'
      },
      { code: 'not-graded', level: 'stop', ruleId: '4.2', memberId: '停' }
    ])
  })

  it('stop at a void vote, and at more marks than ballots', () => {
    const rounds = [aRound({ issued: 9, returned: 10 })]
    expect(found({ evaluation: { rounds } })).toMatchObject([
      {
        ...{ code: 'returned-above-issued', level: 'stop', ruleId: 'R2-19', field: 'rounds.0.returned' },
        message: '2026-12-10 的测评收回 10 张，多于发出的 9 张，全部作废，应重新测评。'
      }
    ])
    const entries = [voted('甲', [8, 1, 1, 0])]
    expect(codes({ evaluation: { entries, rounds: [aRound({ returned: 9 })] } })).toEqual([
      ['tally-above-returned', 'stop', '甲', 'counts']
    ])
    expect(codes({ evaluation: { entries, rounds: [aRound({ returned: null })] } })).toEqual([])
  })

  it('keep to the four steps: 互评 before the vote, the vote before the grades', () => {
    expect(codes({ evaluation: { decidedOn: '2026-12-09', peerOn: '2026-12-11' } })).toEqual([
      ['decided-before-vote', 'warn', null, 'decidedOn'],
      ['peer-after-vote', 'warn', null, 'peerOn']
    ])
    expect(codes({ evaluation: { decidedOn: '2026-12-10', peerOn: '2026-12-10' } })).toEqual([])
    const rounds = [aRound(), aRound({ id: 'second', date: '2026-12-14' })]
    expect(codes({ evaluation: { rounds, decidedOn: '2026-12-12' } })[0]?.[0]).toBe('decided-before-vote')
  })

  it('say that the quota is not there yet', () => {
    expect(codes({ evaluation: { base: 'quota' } })).toEqual([['quota-missing', 'warn', null, 'quota']])
    expect(codes({ evaluation: { base: 'quota', quota: 0 } })).toEqual([])
  })

  it('look for the report of the 书记 only where a meeting is linked', () => {
    expect(codes({}, null)).toEqual([])
    expect(codes({}, [])).toEqual([['report-missing', 'warn', null, 'rounds']])
    expect(codes({}, [{ title: '接受评议', kind: '一般' }])).toHaveLength(1)
    expect(codes({}, [{ title: '支委会工作报告', kind: '一般' }])).toEqual([])
    expect(codes({}, [{ title: '支委会工作', kind: '报告' }])).toEqual([])
  })

  it('speak of one who was not told from the day after the term on, and of one told too early', () => {
    const of = (today: string, toldOn: string | null) => {
      const entries = [voted('甲', [0, 9, 0, 0], { final: '合格', toldOn })]
      return codes({ evaluation: { entries, decidedOn: '2026-12-12' }, today }).map(([code]) => code)
    }
    expect(of('2027-01-11', null)).toEqual([])
    expect(of('2027-01-12', null)).toEqual(['not-told'])
    expect(of('2027-01-12', '2026-12-20')).toEqual([])
    expect(of('2026-12-20', '2026-12-11')).toEqual(['told-before-decided'])
  })
})

describe('what is asked on top when it is finished', () => {
  const asked = (setting: Setting) => finishingFindings(facts(setting)).map(({ code, level }) => [code, level])

  it('is who decided, when, and who has no grade yet', () => {
    const entries = [voted('甲', [0, 9, 0, 0], { final: '合格' }), voted('乙', [0, 9, 0, 0])]
    expect(asked({ evaluation: { entries } })).toEqual([
      ['decider-missing', 'stop'],
      ['day-missing', 'stop'],
      ['grade-missing', 'warn']
    ])
    const decided = { decidedBy: '支委会', decidedOn: '2026-12-12' } as const
    expect(asked({ evaluation: { entries: entries.slice(0, 1), ...decided } })).toEqual([])
    expect(asked({ evaluation: { entries: entries.slice(0, 1), ...decided }, today: '2026-12-11' })).toEqual([
      ['day-in-future', 'stop']
    ])
  })
})
