import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../../electron/documents/fonts.ts'
import { writePdf } from '../../../../electron/documents/pdf-writer.ts'
import { blankContents } from '../../../../shared/features/talk/talk.ts'
import { blankTalkDocument, talkDocument } from '../../../../shared/features/talk/talk-document.ts'
import { fontsFolder, pagesOf } from '../../../electron/documents/read-pdf.ts'
import { aPaper, aRecord, formOf, gridsOf, linesOf, said } from './talk-papers-in-tests.ts'

const followUp = {
  subject: '协调年底系统维护人手',
  person: { name: '方国栋', memberId: null },
  dueOn: '2026-12-05',
  doneOn: null,
  result: null
}

describe('谈心谈话记录表', () => {
  it('states who talked with whom, when, where and how, and its level on top', () => {
    const document = talkDocument(aPaper())
    expect(linesOf(document)).toEqual([
      '内部资料\u3000密级：一级\u3000所属年度：2026年\u3000编号：TH001',
      '谈心谈话记录表'
    ])
    expect(formOf(document).slice(0, 5)).toEqual([
      ['党组织', '机关第一支部委员会'],
      ['日期', '2026年11月20日', '谈话人', '林慧', '谈话对象', '吕志强'],
      ['谈话类型', '日常谈心', '事由', '年度日常谈心'],
      ['党内职务', '副书记、组织委员', '身份', '正式党员', '记录人', '何丽华'],
      ['地点', '三楼谈心室', '起止时间', '10:20—10:50', '方式', '面谈']
    ])
  })

  it('keeps a line to write by hand for every point nobody wrote, and one for 后续事项', () => {
    expect(formOf(talkDocument(aPaper())).slice(5)).toEqual([
      ['谈话要点'],
      ['思想', '希望学习专题少一些、讲得深一些。'],
      ['工作', ''],
      ['学习', ''],
      ['生活', '母亲住院，每周往返两趟。'],
      ['作风', ''],
      ['意见建议', '主题党日尽量避开月底结账的两天。'],
      ['指出问题', ''],
      ['对方表态', ''],
      ['需组织帮助的困难', '协调年底系统维护人手。'],
      ['后续事项', '事项', '责任人', '期限', '结果'],
      ['1', '', '', '', '']
    ])
  })

  it('gives 其他 a line only where something stands there, and every line of a text its own paragraph', () => {
    const points = { ...blankContents.points, work: '第一件。\n\n 第二件。', other: '没有归类的话。' }
    const rows = formOf(talkDocument(aPaper({ talk: aRecord({}, said({ points })) })))
    expect(rows).toContainEqual(['工作', '第一件。\n第二件。'])
    expect(rows).toContainEqual(['其他', '没有归类的话。'])
  })

  it('lists follow-ups with the day they were settled and the answer', () => {
    const done = { ...followUp, doneOn: '2026-12-01', result: '信息中心增派一人' }
    const contents = said({ followUps: [followUp, done, { ...done, result: null }] })
    expect(formOf(talkDocument(aPaper({ talk: aRecord({}, contents) }))).slice(-3)).toEqual([
      ['1', '协调年底系统维护人手', '方国栋', '2026年12月5日', ''],
      ['2', '协调年底系统维护人手', '方国栋', '2026年12月5日', '2026年12月1日：信息中心增派一人'],
      ['3', '协调年底系统维护人手', '方国栋', '2026年12月5日', '2026年12月1日办结']
    ])
  })

  it('prints both dates of a late entry', () => {
    expect(formOf(talkDocument(aPaper({ lateOn: '2026-12-02' }))).slice(1, 3)).toEqual([
      ['发生日期', '2026年11月20日', '谈话人', '林慧', '谈话对象', '吕志强'],
      ['补记日期', '2026年12月2日']
    ])
  })

  it('ends with a line for both to sign, each with the day', () => {
    expect(talkDocument(aPaper()).blocks.at(-1)).toEqual({
      kind: 'signature',
      rows: [
        [
          { label: '谈话人（签名）：', cells: 6 },
          { label: '日期：', cells: 7 }
        ],
        [
          { label: '谈话对象（签名）：', cells: 5 },
          { label: '日期：', cells: 7 }
        ]
      ]
    })
  })
})

describe('入党谈话记录', () => {
  it('has its own title and asks an applicant for motive and understanding', () => {
    const document = talkDocument(aPaper({ talk: aRecord({ kind: 'T03' }), appliedOn: '2026-10-28' }))
    expect(document.meta.title).toBe('入党谈话记录')
    const rows = formOf(document)
    expect(rows.slice(1, 4)).toEqual([
      ['日期', '2026年11月20日', '谈话人', '林慧', '申请人', '吕志强'],
      ['谈话类型', '入党谈话', '事由', '年度日常谈心'],
      ['党内职务', '副书记、组织委员', '申请日期', '2026年10月28日', '记录人', '何丽华']
    ])
    expect(rows.slice(6, 15).map(([label]) => label)).toEqual([
      ...['入党动机', '对党认识', '工作表现', '家庭情况', '作风表现'],
      ...['意见建议', '指出不足', '本人表态', '需组织帮助的困难']
    ])
  })
})

describe('on paper', () => {
  const fonts = openFonts(fontsFolder)

  it('stands on one page when little was said, also when it came late', async () => {
    const contents = said({ followUps: [followUp] })
    const paper = aPaper({ talk: aRecord({}, contents), lateOn: '2026-12-02' })
    expect((await writePdf(talkDocument(paper), fonts)).pages).toBe(1)
    expect((await writePdf(talkDocument(aPaper({ talk: aRecord({}, blankContents) })), fonts)).pages).toBe(1)
  })

  it('runs on with its head on each page and nothing lost when much was said', async () => {
    const long = '参加学习比较认真，但是结合岗位思考还不够深入。'.repeat(40)
    const contents = said({ opinions: `${long}意见到此`, faults: long, attitude: `${long}表态到此` })
    const pages = pagesOf((await writePdf(talkDocument(aPaper({ talk: aRecord({}, contents) })), fonts)).bytes)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page.filter((text) => text.includes('吕志强'))).toHaveLength(1)
    const all = pages.flat().join('')
    expect(all).toContain('意见到此')
    expect(all).toContain('表态到此')
  })

  it('is a front and a back as a blank form, with nobody named', async () => {
    for (const kind of [null, 'T03'] as const) {
      const blank = blankTalkDocument(kind, { name: '机关第一支部委员会' }, '2026-11-21')
      expect((await writePdf(blank, fonts)).pages).toBe(2)
      expect(linesOf(blank)[0]).toBe('内部资料\u3000密级：___\u3000所属年度：___年\u3000编号：______')
      expect(formOf(blank).slice(0, 3)).toEqual([
        ['党组织', '机关第一支部委员会'],
        ['日期', '', '谈话人', '', kind === null ? '谈话对象' : '申请人', ''],
        ['谈话类型', kind === null ? '' : '入党谈话', '事由', '']
      ])
      const written = gridsOf(blank).flatMap((rows) => rows.map((row) => row.slice(1).join('').trim()))
      expect(written.slice(5, 15)).toEqual(Array.from({ length: 10 }, () => ''))
    }
  })
})
