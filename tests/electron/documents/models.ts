import type { Block, DocumentModel } from '../../../shared/documents/document-model.ts'

export const model = (blocks: Block[], overrides: Partial<DocumentModel> = {}): DocumentModel => ({
  profile: 'gb9704',
  meta: { title: '支部党员大会会议记录', author: '机关第一党支部', subject: '会议记录', date: '2026-11-20' },
  blocks,
  ...overrides
})

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

export const sentence =
  '会议认为，做好基层党建工作，是贯彻落实上级部署、推动中心工作提质增效的重要保证；要抓好“三会一课”、主题党日（含《条例》学习）等制度落实：2026年第三季度参学率达到98.6%！是否到位？——请逐项对照“问题清单”，逐项销号……'

export const minutes = (): DocumentModel =>
  model([
    { kind: 'title', lines: ['支部党员大会会议记录'] },
    {
      kind: 'paragraph',
      align: 'left',
      indentCells: 0,
      hangCells: 4,
      runs: [{ text: '党支部：中共云溪县烟草专卖局机关第一支部委员会' }]
    },
    {
      kind: 'keyValues',
      columns: [1, 2, 1, 2],
      rows: [
        [
          { label: '时间', value: '2026年11月20日' },
          { label: '地点', value: '四楼党员活动室' }
        ],
        [{ label: '备注', value: '', span: 3, minLines: 3 }]
      ]
    },
    { kind: 'heading', level: 1, text: '一、传达学习' },
    { kind: 'heading', level: 2, text: '（一）讨论情况' },
    { kind: 'paragraph', runs: [{ text: '何丽华：', bold: true }, { text: sentence }, { blankCells: 4 }] },
    { kind: 'heading', level: 1, text: '二、表决' },
    paragraph(sentence),
    {
      kind: 'grid',
      columns: [
        { title: '序号', width: 1, align: 'center' },
        { title: '姓名', width: 3 }
      ],
      rows: [['1', '王㛃']]
    },
    {
      kind: 'signature',
      rows: [
        [
          { label: '主持人（签名）：', cells: 5 },
          { label: '记录人（签名）：', cells: 5 }
        ]
      ],
      date: '2026年11月20日'
    }
  ])
