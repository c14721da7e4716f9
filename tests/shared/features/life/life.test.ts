import { describe, expect, it } from 'vitest'
import { blankLife, type Life, lifeNames, lifeRenamed, type LifeTalk } from '../../../../shared/features/life/life.ts'
import {
  keptLifePapers,
  lifePaperDocument,
  type LifePaperInput,
  lifePapers,
  lifePaperSheet
} from '../../../../shared/features/life/life-papers.ts'
import { lifeNotes, lifeSteps, stepsOf } from '../../../../shared/features/life/life-rules.ts'
import { blankRectification, type Rectification } from '../../../../shared/features/rectification/rectification.ts'
import { aMeeting } from '../../../factories/records.ts'

const zhou = { name: '周启明', memberId: 'a' }
const ding = { name: '丁立新', memberId: 'b' }

const full: Life = {
  ...blankLife('hy'),
  theme: '加强党性修养',
  scheme: '一、学习；二、谈话。',
  studies: [{ on: '2026-10-09', content: '党章' }],
  opinions: [{ from: '服务对象', about: '支部班子', text: '办事流程再简化。' }],
  examination: '班子查摆三个方面的问题。',
  outlines: [{ person: ding, text: '我的问题是学习不够深。' }],
  criticisms: [{ critic: ding, target: zhou, text: '下基层少。', answer: '接受，马上改。' }],
  report: '会议达到预期效果。'
}
const talk: LifeTalk = { id: 't', kind: '委员和党员', one: '周启明', other: '丁立新', on: '2026-11-02' }
const problem: Rectification = {
  ...{ ...blankRectification, id: 'r', organisationId: 'zb', meetingId: 'hy', problem: '学习不够深入' },
  ...{ measure: '每周学一次', person: ding, dueOn: '2026-12-31' }
}
const meeting = aMeeting({ types: ['组织生活会'] })
const input = (part: Partial<LifePaperInput> = {}): LifePaperInput => ({
  ...{ life: full, meeting, organisation: { name: '机关第一党支部' }, counts: { expected: 28, present: 27 } },
  ...{ rectifications: [problem], talks: [talk], studied: [], today: '2026-11-21' },
  ...part
})
const states = (facts: Parameters<typeof stepsOf>[0]) => stepsOf(facts).map(({ state }) => state)

describe('the eight steps', () => {
  it('are all open while nothing is recorded', () => {
    expect(states({ life: blankLife('hy'), meeting, rectifications: [], talks: [] })).toEqual(Array(8).fill('open'))
  })

  it('follow from what was recorded, and are done when record, problems and report are', () => {
    expect(states({ life: full, meeting, rectifications: [problem], talks: [talk] })).toEqual([
      ...Array(5).fill('done'),
      ...Array(3).fill('begun')
    ])
    const closed = { ...problem, closedOn: '2026-11-20' }
    const reported = { ...meeting, state: 'final' as const, reportedOn: '2026-11-21' }
    expect(states({ life: full, meeting: reported, rectifications: [closed], talks: [talk] })).toEqual(
      Array(8).fill('done')
    )
  })

  it('count a meeting as study without its being written down twice', () => {
    const life = { ...blankLife('hy'), studyMeetings: ['other'] }
    expect(stepsOf({ life, meeting, rectifications: [], talks: [] })[1]).toMatchObject({
      state: 'done',
      says: '学习 1 次'
    })
  })

  it('tell what a problem lacks', () => {
    const step = stepsOf({
      life: full,
      meeting,
      rectifications: [{ ...problem, measure: ' ', person: null }],
      talks: []
    })[6]
    expect(step?.says).toBe('1 个问题，完成 0 个，1 个缺措施、责任人或时限')
  })

  it('are eight, each with a mark', () => {
    expect(lifeSteps.map(({ mark }) => mark)).toEqual(['拟', '✔', '✔', '✔', '拟', '✔', '✔', '？'])
  })
})

describe('what does not fit', () => {
  it('is a criticism of somebody by himself, and study later than the meeting', () => {
    const life: Life = {
      ...blankLife('hy'),
      studies: [{ on: '2026-11-21', content: '党章' }],
      criticisms: [{ critic: zhou, target: zhou, text: '', answer: '' }]
    }
    expect(lifeNotes({ life, meeting }).map(({ step }) => step)).toEqual(['study', 'meeting'])
  })

  it('is criticism by somebody who was absent', () => {
    const absences = [{ memberId: 'b', name: '丁立新', reason: '病假' as const }]
    expect(lifeNotes({ life: full, meeting: { ...meeting, absences } })).toEqual([
      { step: 'meeting', says: '第 1 条：丁立新登记为缺席，又提了批评意见。' }
    ])
  })
})

describe('its papers', () => {
  const print = (paper: (typeof lifePapers)[number], part: Partial<LifePaperInput> = {}) =>
    JSON.stringify(lifePaperDocument(paper, input(part)).blocks)

  it('say what was recorded', () => {
    expect(print('opinions')).toContain('办事流程再简化。')
    expect(print('talks')).toContain('2026年11月2日')
    expect(print('criticism')).toContain('接受，马上改。')
    expect(print('outlines')).toContain('丁立新')
    expect(print('rectification')).toContain('每周学一次')
  })

  it('come as blank forms while nothing is recorded', () => {
    for (const paper of lifePapers) {
      const { blocks } = lifePaperDocument(paper, input({ life: blankLife('hy'), rectifications: [] }))
      expect(blocks.length, paper).toBeGreaterThan(1)
    }
    expect(print('talks', { talks: [] })).toContain('"12"')
  })

  it('report figures of the records only, and no part that nothing is recorded for', () => {
    const report = print('report')
    expect(report).toContain('征求到意见和建议1条。')
    expect(report).toContain('应到党员28名，实到27名。')
    expect(report).toContain('会议查摆问题1个，逐一明确措施、责任人和时限，目前完成整改0个。')
    const bare = print('report', { life: blankLife('hy'), rectifications: [], talks: [] })
    expect(bare).not.toMatch(/会前准备|整改落实|批评/)
  })

  it('do not claim that every problem has its measure when one has none', () => {
    expect(print('report', { rectifications: [{ ...problem, dueOn: null }] })).not.toContain('逐一明确')
  })

  it('go into a pack where there is something on them', () => {
    expect(keptLifePapers(input())).toEqual([...lifePapers])
    expect(keptLifePapers(input({ life: blankLife('hy'), rectifications: [], talks: [] }))).toEqual([])
  })

  it('give the ledger of rectifications as a sheet too', () => {
    expect(lifePaperSheet('rectification', input())?.rows[0]).toEqual([
      1,
      '学习不够深入',
      '每周学一次',
      '丁立新',
      '2026-12-31',
      '',
      ''
    ])
  })
})

describe('a person in it', () => {
  it('is found wherever he is named, and can be made another', () => {
    expect(lifeNames(full, 'b')).toBe(true)
    const other = { name: '丁立新', memberId: 'c' }
    const after = lifeRenamed(full, 'b', other)
    expect(after?.criticisms[0]?.critic).toEqual(other)
    expect(after?.outlines[0]?.person).toEqual(other)
    expect(lifeRenamed(full, 'nobody', other)).toBeNull()
  })
})
