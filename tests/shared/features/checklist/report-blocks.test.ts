import { describe, expect, it } from 'vitest'
import type { ScoreView } from '../../../../shared/features/checklist/checklist-view.ts'
import {
  reportBlockIds,
  reportBlocks,
  type ReportFacts,
  withEdits
} from '../../../../shared/features/checklist/report-blocks.ts'
import { aScoreView, aVeto, reportFacts } from './checklist-papers-in-tests.ts'

const blocks = reportBlocks(reportFacts)
const blockOf = (id: string, facts: ReportFacts = reportFacts) => {
  const found = reportBlocks(facts).find((block) => block.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const textOf = (id: string, facts?: ReportFacts): string => blockOf(id, facts).text
const items = aScoreView.areas.flatMap((area) => area.items)

/** The list with every item as `change` makes it. */
const scoreWith = (part: object): ScoreView => ({
  ...aScoreView,
  areas: aScoreView.areas.map((area) => ({ ...area, items: area.items.map((item) => ({ ...item, ...part })) }))
})

describe('parts of the 自评报告', () => {
  it('come in their order, each with a text', () => {
    expect(blocks.map(({ id }) => id)).toEqual([...reportBlockIds])
    for (const { text } of blocks) expect(text).not.toBe('')
  })

  it('name only items of the list, and those they speak of', () => {
    const known = new Set([...items.map(({ id }) => id), 'V2'])
    for (const { from } of reportBlocks({ ...reportFacts, vetoes: [aVeto] }))
      expect(from.filter((id) => !known.has(id))).toEqual([])
    expect(blockOf('problems').from).toEqual(['A6', 'B2', 'B5', 'C4', 'D4'])
    for (const id of blockOf('problems').from) expect(textOf('problems')).toContain(id)
    expect(blockOf('pending').from).toHaveLength(19)
  })

  it('say no figure that is not in the records', () => {
    const source = JSON.stringify(reportFacts).replaceAll(' ', '')
    const counts = [aScoreView.areas.length, items.length]
    for (const { id, text } of blocks.filter((block) => ['problems', 'pending', 'strengths'].includes(block.id)))
      for (const figure of text.match(/\d+\.\d\d/g) ?? []) expect([id, source.includes(figure)]).toEqual([id, true])
    expect(textOf('scores')).toContain(
      `清单共${counts[0]}个方面${counts[1]}项，满分100.00分。自评得65.49分，失4.11分，待核30.40分`
    )
  })

  it('tell of the branch only what is known', () => {
    expect(textOf('basics')).toContain('有党员10名，其中正式党员10名，书记是林慧，本届2025年1月10日选举产生')
    expect(textOf('basics')).toContain('经支部会议审议')
    const unknown = { members: null, full: null, groups: null, secretary: null, electedOn: null, termEnds: null }
    const bare = textOf('basics', { ...reportFacts, about: unknown, selfOn: null, meetingOn: null })
    expect(bare).toBe('本支部按照《党支部标准化规范化清单》对2026年度的工作逐项自查。得分统计到2026年11月20日。')
  })

  it('name items with full points by their numbers, and areas only where nothing is open or lost', () => {
    expect(textOf('strengths')).toContain('B8书记讲党课得1.00分')
    expect(textOf('strengths')).not.toContain('B5支委会得')
    expect(textOf('strengths')).not.toContain('整个方面得满分')
    const whole = textOf('strengths', { ...reportFacts, score: scoreWith({ status: 'scored', lost: '0.00' }) })
    expect(whole).toContain('整个方面得满分的有：组织体系设置')
  })

  it('say so where there is nothing to say', () => {
    const full = { ...reportFacts, score: scoreWith({ status: 'scored', lost: '0.00' }) }
    expect(textOf('problems', full)).toBe('已核的项目没有失分。')
    expect(textOf('pending', full)).toBe('没有待核的项目。')
    const open = { ...reportFacts, score: scoreWith({ status: 'pending' }) }
    expect(textOf('strengths', open)).toBe('目前没有得满分的项目。')
    expect(textOf('measures', { ...reportFacts, rectifications: [], missing: [] })).toBe('没有要补做、补交的事项。')
    expect(textOf('vetoes', { ...reportFacts, bonuses: [] })).toBe(
      '按现有记录，没有一票否决情形。\n加分：没有登记加分。'
    )
  })

  it('tell of rectifications and of losing items nobody took up', () => {
    const text = textOf('measures')
    expect(text).toContain('针对“5月支委会没有召开”的问题，目标是三日内记完，措施是专人负责')
    expect(text).toContain('11月1日报上级督办')
    expect(text).toContain('失分但还没有列入整改的：A6沿革与批复、B2选举资料、C4党费。')
  })

  it('tell what is still wanted where there are none', () => {
    const text = textOf('measures', { ...reportFacts, rectifications: [] })
    expect(text).toContain(`要补做、补交的有${reportFacts.missing.length}件。`)
    expect(text).toContain('E1计划总结：交“年度计划”、交“半年小结”、交“年度总结”（12月31日前）')
    for (const { what } of reportFacts.missing) expect(text).toContain(what.replace(/ /g, '').slice(0, 6))
  })

  it('tell vetoes with what they rest on', () => {
    expect(textOf('vetoes', { ...reportFacts, vetoes: [aVeto] })).toContain(
      '有一票否决情形：V2届满逾期且无延期批复，任期已于1月10日届满，没有有效的延期批复。'
    )
  })
})

describe('edits', () => {
  it('put the text of the clerk in place of a part, which then comes from no item', () => {
    const edited = withEdits(blocks, [{ block: 'problems', text: ' 主要是 5 月没有开支委会。\n' }])
    expect(edited.find(({ id }) => id === 'problems')).toEqual({
      ...{ id: 'problems', heading: '存在问题', text: '主要是 5 月没有开支委会。', from: [] }
    })
    expect(edited.filter(({ id }) => id !== 'problems')).toEqual(blocks.filter(({ id }) => id !== 'problems'))
  })

  it('of nothing but blanks, or of a part that is not there, change nothing', () => {
    expect(
      withEdits(blocks, [
        { block: 'problems', text: ' \n' },
        { block: 'other', text: '文' }
      ])
    ).toEqual(blocks)
  })
})
