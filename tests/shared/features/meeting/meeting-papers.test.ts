import { describe, expect, it } from 'vitest'
import type { Block, KeyValueBlock } from '../../../../shared/documents/document-model.ts'
import { blankDocument } from '../../../../shared/features/meeting/blank-document.ts'
import {
  blankPapers,
  keptPapersOf,
  meetingPaperDocument,
  meetingPapers,
  papersOf,
  recordPaperOf,
  whyNoPaper
} from '../../../../shared/features/meeting/meeting-papers.ts'
import { meetingTemplateData, meetingTemplateKinds } from '../../../../shared/features/meeting/meeting-template.ts'
import { noticeDocument } from '../../../../shared/features/meeting/notice-document.ts'
import { summaryDocument } from '../../../../shared/features/meeting/summary-document.ts'
import { aMeeting, aMember, anItem, aRoster, aVote, manyMembers } from '../../../factories/records.ts'
import { judged, linesOf } from './paper-text.ts'

const person = (name: string) => ({ name, memberId: null })
const roster = aRoster([
  ...manyMembers(5),
  aMember('y', { name: '王晓峰', category: '预备党员', joinedOn: '2026-01-01' })
])

const full = aMeeting({
  name: '2026年第四季度支部党员大会',
  host: person('周启明'),
  recorder: person('许静'),
  writtenOn: '2026-11-21',
  absences: [{ memberId: '02', name: '党员02', reason: '病假' }],
  guests: ['李建国'],
  materials: [{ title: '《条例》', publishedOn: '2026-03-01' }],
  agenda: [
    anItem({ title: '传达文件' }),
    anItem({
      number: 2,
      title: '讨论转正',
      resolution: '同意王晓峰同志按期转正。',
      vote: aVote({ method: '无记名', issued: 4, returned: 4, yes: 4, no: 0, abstained: 0 })
    })
  ]
})

const tableOf = (blocks: readonly Block[]): KeyValueBlock => {
  const table = blocks.find((block) => block.kind === 'keyValues')
  if (table === undefined) throw new Error('no table')
  return table
}

const cellsOf = (table: KeyValueBlock): Record<string, unknown> =>
  Object.fromEntries(table.rows.flat().map(({ label, value }) => [label, value]))

describe('papers of a meeting', () => {
  it('are its record, the sign-in sheet and the notice, and a 纪要 once something was settled', () => {
    expect(papersOf(full)).toEqual(['notice', 'sign-in', 'minutes', 'summary'])
    expect(papersOf(aMeeting({ agenda: [anItem()] }))).toEqual(['notice', 'sign-in', 'minutes'])
    expect(whyNoPaper(aMeeting(), 'summary')).toMatch(/没有一个议题写了决议/)
  })

  it('are a form of its own for a 党课 and a 主题党日, beside the minutes where it was also a meeting', () => {
    expect(papersOf(aMeeting({ types: ['党课'] }))).toEqual(['notice', 'sign-in', 'lecture'])
    expect(recordPaperOf(aMeeting({ types: ['主题党日'] }))).toBe('theme-day')
    expect(keptPapersOf(aMeeting({ types: ['党员大会', '党课'] }))).toEqual(['minutes', 'lecture', 'sign-in'])
  })
})

describe('会议通知', () => {
  const notice = (today: string, part = {}) =>
    linesOf(noticeDocument({ ...judged({ ...full, ...part }, roster), today }))

  it('says who is called, when, where, to what, and what to read before', () => {
    expect(notice('2026-11-16')).toEqual([
      '关于召开2026年第四季度',
      '支部党员大会的通知',
      '各位党员：',
      '兹定于2026年11月20日（星期五）14:30在四楼党员活动室召开2026年第四季度支部党员大会。现将有关事项通知如下：',
      '一、会议议题',
      '1.传达文件。',
      '2.讨论转正。',
      '二、参加人员',
      '全体党员，共6人。列席：李建国。',
      '三、会前准备',
      '请提前学习：《条例》（2026年3月1日）。',
      '四、有关要求',
      '请安排好工作，准时参加。因故不能参加的，请会前向主持人请假。'
    ])
  })

  it('is dated today before the meeting, and never back', () => {
    const dateOf = (today: string) =>
      noticeDocument({ ...judged(full, roster), today }).blocks.find((block) => block.kind === 'signOff')?.date
    expect(dateOf('2026-11-16')).toBe('2026年11月16日')
    expect(dateOf('2026-11-21')).toMatch(/^\u3000+年\u3000+月\u3000+日$/)
  })

  it('of a lecture names the lecturer and the title', () => {
    const lines = notice('2026-11-16', { types: ['党课'], agenda: [], lecturer: person('石磊'), topic: '讲规矩' })
    expect(lines).toContain('主讲人：石磊；题目：讲规矩。')
    expect(lines).toContain('一、主要内容')
  })
})

describe('会议纪要', () => {
  const document = summaryDocument(judged(full, roster))

  it('carries the mark of the office and closes with 印发', () => {
    expect(document.blocks[0]).toEqual({
      kind: 'letterhead',
      mark: '中共云溪县烟草专卖局机关第一支部委员会\n党员大会纪要'
    })
    expect(document.blocks.at(-1)).toMatchObject({ kind: 'imprint', issuedOn: '2026年11月21日' })
  })

  it('speaks of what was settled only, with the vote, and lists who was there', () => {
    const lines = linesOf(document)
    expect(lines.some((line) => line.includes('传达文件'))).toBe(false)
    expect(lines).toContain('一、讨论转正')
    expect(lines).toContain('同意王晓峰同志按期转正。')
    expect(lines.find((line) => line.startsWith('表决结果：'))).toMatch(/赞成4票.*通过/)
    expect(lines).toContain('请假：党员02')
    expect(lines).toContain('列席：李建国')
    expect(lines.find((line) => line.startsWith('出席：'))).not.toContain('党员02')
  })
})

describe('党课记录 and 主题党日活动记录', () => {
  it('of a lecture say who spoke on what to how many, and what was said', () => {
    const meeting = aMeeting({
      types: ['党课'],
      lecturer: person('石磊'),
      topic: '讲规矩',
      hours: 2,
      minutes: '第一段\n第二段',
      agenda: [anItem({ title: '交流', discussion: [{ speaker: person('许静'), text: '很受启发。' }] })]
    })
    const cells = cellsOf(
      tableOf(meetingPaperDocument('lecture', { ...judged(meeting, roster), today: '2026-11-21' }).blocks)
    )
    expect(cells).toMatchObject({ 主讲人: '石磊', 题目: '讲规矩', 课时: '2', 听课人数: '6人' })
    expect(cells['讲课内容']).toEqual([[{ text: '第一段' }], [{ text: '第二段' }]])
    expect(JSON.stringify(cells['讨论交流'])).toContain('许静：很受启发。')
  })

  it('of a 主题党日 carry its theme, and room to write where nothing was typed', () => {
    const meeting = aMeeting({ types: ['主题党日'], theme: '学思想' })
    const table = tableOf(meetingPaperDocument('theme-day', { ...judged(meeting, roster), today: '2026-11-21' }).blocks)
    expect(cellsOf(table)).toMatchObject({ 主题: '学思想', 活动记录: '' })
    expect(table.rows.flat().find(({ label }) => label === '活动记录')?.minLines).toBe(12)
  })
})

describe('党课讲稿', () => {
  const lecture = aMeeting({
    types: ['党课'],
    topic: '学习党章',
    lecturer: person('周启明'),
    handout: '第一讲。\n第二讲。'
  })

  it('is a paper once there is a text, and is kept with the record of the lecture', () => {
    expect(papersOf({ ...lecture, handout: ' ' })).not.toContain('handout')
    expect(keptPapersOf(lecture)).toEqual(['lecture', 'handout', 'sign-in'])
  })

  it('has the topic for its title, the speaker and the day under it, and a paragraph for each line', () => {
    expect(linesOf(meetingPaperDocument('handout', { ...judged(lecture, roster), today: '2026-11-21' }))).toEqual([
      '学习党章',
      '周启明',
      '（2026年11月20日）',
      '第一讲。',
      '第二讲。'
    ])
  })
})

describe('what a 主题党日 consisted of', () => {
  it('is ticked among the four kinds', () => {
    const meeting = aMeeting({ types: ['主题党日'], contents: ['集中学习', '志愿服务'] })
    const table = tableOf(meetingPaperDocument('theme-day', { ...judged(meeting, roster), today: '2026-11-21' }).blocks)
    expect(cellsOf(table)).toMatchObject({ 内容: '√集中学习\u3000□组织生活\u3000□民主议事\u3000√志愿服务' })
  })
})

describe('blank forms', () => {
  const organisation = { name: '中共云溪县烟草专卖局机关第一支部委员会' }
  const { roll } = judged(aMeeting(), roster)

  it('have the name of the office on every one, and the names on the sign-in sheet', () => {
    for (const paper of blankPapers)
      expect(JSON.stringify(blankDocument(paper, { organisation, roll, today: '2026-11-21' }).blocks), paper).toContain(
        organisation.name
      )
    const grid = blankDocument('sign-in', { organisation, roll, today: '2026-11-21' }).blocks.find(
      (block) => block.kind === 'grid'
    )
    expect(grid?.rows.map(([number, name, kind]) => [number, name, kind])).toEqual([
      ...['党员01', '党员02', '党员03', '党员04', '党员05'].map((name, index) => [`${index + 1}`, name, '正式']),
      ['6', '王晓峰', '预备'],
      ...[7, 8, 9, 10].map((number) => [`${number}`, '', ''])
    ])
  })

  it('fill every row of their tables', () => {
    for (const paper of blankPapers)
      for (const block of blankDocument(paper, { organisation, roll, today: '2026-11-21' }).blocks)
        if (block.kind === 'keyValues')
          for (const row of block.rows)
            expect(row.reduce((sum, { span = 1 }) => sum + 1 + span, 0)).toBe(block.columns.length)
  })
})

describe('what a unit’s own template is filled with', () => {
  it('has a value for every place the kind offers, and rows with every field', () => {
    const data = meetingTemplateData(judged(full, roster))
    for (const { fields, tables } of meetingTemplateKinds) {
      expect(Object.keys(data.fields)).toEqual(fields.map(({ name }) => name))
      for (const table of tables)
        for (const row of data.tables[table.name] ?? [])
          expect(Object.keys(row)).toEqual(table.fields.map(({ name }) => name))
    }
    expect(data.fields).toMatchObject({
      会议名称: '2026年第四季度支部党员大会',
      应到人数: '6',
      缺席人员: '党员02（病假）'
    })
    expect(data.tables['议题']?.[1]).toMatchObject({ 序号: '2', 决议: '同意王晓峰同志按期转正。' })
    expect(data.tables['人员']?.find((row) => row['姓名'] === '党员02')).toMatchObject({
      到会: '缺席',
      缺席原因: '病假'
    })
  })

  it('has a key of its own for each paper', () => {
    expect(new Set(meetingTemplateKinds.map(({ kind }) => kind)).size).toBe(meetingPapers.length)
  })
})
