import { describe, expect, it } from 'vitest'
import type { ItemFacts, ItemRule } from '../../../../shared/features/checklist/item-facts.ts'
import { lifeItems } from '../../../../shared/features/checklist/life-items.ts'
import { evaluationSteps } from '../../../../shared/features/evaluation/step-rules.ts'
import { type LifeStep, lifeSteps } from '../../../../shared/features/life/life-rules.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import {
  aFullMeeting,
  anAskedItem,
  asFact,
  someEvaluation,
  someFacts,
  someMeetings,
  somePeople,
  someTalks
} from '../../../factories/checklist-facts.ts'
import { aBranch } from '../../../factories/records.ts'
import { inText } from './list-facts.ts'

const measure = (rule: ItemRule, facts: ItemFacts, points: number) =>
  rule(facts, anAskedItem({ points: fraction(points) }))
const judged = (rule: ItemRule, facts: ItemFacts, points: number) => {
  const { status, score, basis } = measure(rule, facts, points)
  return [status, inText(score), basis]
}
const temporary = someFacts({ organisation: aBranch({ kind: '临时党支部', foundedOn: '2026-01-01' }) })
const absent = (ids: string[]) =>
  ids.map((memberId) => ({ memberId, name: `党员${memberId}`, reason: '公差' as const }))

describe('D5 组织生活会, 4 points', () => {
  const rule = lifeItems['life-meeting']
  const lacking = (...open: LifeStep[]) => ({
    meetingId: 'life',
    date: '2026-10-20',
    steps: lifeSteps.map(({ step }) => ({
      step,
      state: open.includes(step) ? ('open' as const) : ('done' as const),
      says: ''
    }))
  })
  const all = lifeSteps.map(({ step }) => step)

  it('is full at once when all eight steps left a trace', () => {
    expect(judged(rule, someFacts({ today: '2026-11-21' }), 4)).toEqual([
      ...['scored', '4', '2026-10-20 召开，八步中有 8 步留痕。']
    ])
  })

  it('is 3 with two steps missing, from 1 April on', () => {
    const life = lacking('study', 'report')
    expect(judged(rule, someFacts({ life }), 4)).toEqual([
      ...['scored', '3', '2026-10-20 召开，八步中有 6 步留痕，缺会前学习、报告归档。']
    ])
    const early = measure(rule, someFacts({ life, today: '2027-03-31' }), 4)
    expect(early.status).toBe('pending')
    expect(early.needs.map(({ what, by, gain }) => [what, by, inText(gain)])).toEqual([
      ['补齐组织生活会的会前学习', '2027-03-31', '1/2'],
      ['补齐组织生活会的报告归档', '2027-03-31', '1/2']
    ])
  })

  it('is nought when it was not held by 31 March, and pending on that day', () => {
    expect(judged(rule, someFacts({ life: null }), 4)).toEqual(['scored', '0', '2026 年度没有组织生活会的记录。'])
    expect(judged(rule, someFacts({ life: null, today: '2027-03-31' }), 4)).toEqual([
      ...['pending', '0', '2026 年度组织生活会还没有记录，2027-03-31 前开都算。']
    ])
  })

  it('never falls below nought: half a point each is fixed', () => {
    // Seven steps missing are 3.5 off 3 points.
    const life = lacking(...all.filter((step) => step !== 'scheme'))
    expect(judged(rule, someFacts({ life }), 3).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('stays pending where it was held and nobody has kept the eight steps', () => {
    expect(judged(rule, someFacts({ life: lacking(...all) }), 4)).toEqual([
      ...['pending', '0', '2026-10-20 召开，八步的材料还没有登记。']
    ])
  })

  it('is not applicable to a 临时党支部', () => {
    expect(judged(rule, temporary, 4)).toEqual(['not-applicable', '0', '本支部本年度不要求组织生活会。'])
  })
})

describe('D6 民主评议党员, 3 points', () => {
  const rule = lifeItems.evaluation
  const lacking = (...open: string[]) =>
    someEvaluation({
      steps: evaluationSteps.map(({ step, title, papers }) => {
        return { step, title, papers, state: open.includes(step) ? 'not-begun' : 'running', missing: [] }
      })
    })

  it('is full at once when nobody lacks a step and there are not too many 优秀', () => {
    expect(judged(rule, someFacts({ today: '2026-11-21' }), 3)).toEqual([
      ...['scored', '3', '四步中有 4 步，优秀 3 人，可评 3 人。']
    ])
  })

  it('loses a point for a step that nobody has, from 1 April on', () => {
    expect(judged(rule, someFacts({ evaluation: lacking('peer') }), 3)).toEqual([
      ...['scored', '2', '四步中有 3 步，缺党员互评，优秀 3 人，可评 3 人。']
    ])
    expect(judged(rule, someFacts({ evaluation: lacking('peer'), today: '2027-03-31' }), 3)[0]).toBe('pending')
  })

  it('loses a point at once for more 优秀 than allowed', () => {
    const evaluation = someEvaluation({ excellent: 5 })
    expect(judged(rule, someFacts({ evaluation, today: '2026-11-21' }), 3)).toEqual([
      ...['scored', '2', '四步中有 4 步，优秀 5 人，可评 3 人，超 2 人。']
    ])
  })

  it('is nought without one, also where nothing of it was begun; pending until 31 March', () => {
    const nothing = lacking('self', 'peer', 'vote', 'decision')
    expect(judged(rule, someFacts({ evaluation: null }), 3).slice(0, 2)).toEqual(['scored', '0'])
    expect(judged(rule, someFacts({ evaluation: nothing }), 3).slice(0, 2)).toEqual(['scored', '0'])
    expect(judged(rule, someFacts({ evaluation: null, today: '2027-03-31' }), 3)[0]).toBe('pending')
  })

  it('never falls below nought', () => {
    // Three steps and too many 优秀 are 4 off 3 points.
    const evaluation = { ...lacking('peer', 'vote', 'decision'), excellent: 5 }
    expect(judged(rule, someFacts({ evaluation }), 3).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('is not applicable to a 临时党支部', () => {
    expect(judged(rule, temporary, 3)[0]).toBe('not-applicable')
  })
})

describe('D7 谈心谈话, 3 points by the mean of three rates', () => {
  const rule = lifeItems.talks

  it('is full at once when everybody has talked', () => {
    expect(judged(rule, someFacts({ today: '2026-05-01' }), 3)).toEqual([
      ...['scored', '3', '委员之间 3 对谈了 3 对，委员同党员 10 人谈了 10 人，党员之间 7 人谈了 7 人。']
    ])
  })

  const partly = someTalks({
    ...{ committeePairs: { covered: 1, total: 3 }, members: { covered: 5, total: 10 } },
    missing: { committeePairs: [['m01', 'm02']], members: ['m09'], peers: [] }
  })

  it('is 11/6 with rates of 1/3, 1/2 and 1, from 31 December on', () => {
    // (1/3 + 1/2 + 1) ÷ 3 × 3 = 11/6.
    expect(judged(rule, someFacts({ talks: partly, today: '2026-12-31' }), 3).slice(0, 2)).toEqual(['scored', '11/6'])
    expect(judged(rule, someFacts({ talks: partly, today: '2026-12-30' }), 3)[0]).toBe('pending')
  })

  it('says what each direction would still gain', () => {
    // Two of three pairs are 3 × 2/9, five of ten people 3 × 5/30.
    const { needs } = measure(rule, someFacts({ talks: partly, today: '2026-11-21' }), 3)
    expect(needs.map(({ what, by, gain }) => [what, by, inText(gain)])).toEqual([
      ['补谈委员之间 2 对', '2026-12-31', '2/3'],
      ['补谈委员同党员 5 人', '2026-12-31', '1/2']
    ])
  })

  it('leaves a direction out that nobody is asked in', () => {
    const talks = someTalks({
      ...{
        committeePairs: { covered: 0, total: 0 },
        members: { covered: 1, total: 2 },
        peers: { covered: 2, total: 2 }
      }
    })
    // (1/2 + 1) ÷ 2 × 3 = 9/4.
    expect(judged(rule, someFacts({ talks }), 3)[1]).toBe('9/4')
  })

  it('is nought without a talk, and not applicable without anybody to talk with', () => {
    const [none, nobody] = [10, 0].map((total) =>
      someTalks({
        ...{ committeePairs: { covered: 0, total }, members: { covered: 0, total }, peers: { covered: 0, total } }
      })
    )
    expect(judged(rule, someFacts({ talks: none ?? someTalks() }), 3).slice(0, 2)).toEqual(['scored', '0'])
    expect(judged(rule, someFacts({ talks: nobody ?? someTalks() }), 3)[0]).toBe('not-applicable')
  })
})

describe('D10 双重组织生活, 1 point', () => {
  const rule = lifeItems.leaders
  const twoLeaders = somePeople().map((one, at) => ({ ...one, leader: at < 2 }))
  /** All meetings of the year; these people come to the 支委会 only. */
  const missedBy = (...ids: string[]) =>
    someMeetings(2026).map((meeting) =>
      asFact(meeting.types.join() === '支委会' ? meeting : { ...meeting, absences: absent(ids) })
    )

  it('is full at once when every leader came once', () => {
    expect(judged(rule, someFacts({ today: '2026-03-01' }), 1)).toEqual([
      ...['scored', '1', '党员领导干部 1 人，参加过组织生活的 1 人。']
    ])
  })

  it('is half with one of two when the year is over, and pending before', () => {
    const facts = { people: twoLeaders, meetings: missedBy('m02') }
    expect(judged(rule, someFacts(facts), 1)).toEqual([
      ...['scored', '1/2', '党员领导干部 2 人，参加过组织生活的 1 人，没有参加的：党员m02。']
    ])
    expect(judged(rule, someFacts({ ...facts, today: '2026-12-31' }), 1)[0]).toBe('pending')
  })

  it('is nought where nobody came; a 支委会 does not count', () => {
    expect(judged(rule, someFacts({ meetings: missedBy('m01') }), 1).slice(0, 2)).toEqual(['scored', '0'])
    const committee = [asFact(aFullMeeting('2026-03-05', ['支委会']))]
    expect(judged(rule, someFacts({ meetings: committee }), 1).slice(0, 2)).toEqual(['scored', '0'])
  })

  it('is not applicable without leaders', () => {
    const people = somePeople().map((one) => ({ ...one, leader: false }))
    expect(judged(rule, someFacts({ people }), 1)[0]).toBe('not-applicable')
  })
})
