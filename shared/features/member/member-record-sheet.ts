import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type MemberRecordInput, recordFacts, recordLines } from './member-record-document.ts'

/** 党员信息表 as a sheet of names and values, all of them text; stays and posts follow, every one of them. */
export function memberRecordSheet(input: MemberRecordInput): SheetOut {
  const facts = Object.entries(recordFacts(input)).map(([name, value]): RawCell[] => [name, value])
  const lines = recordLines(input).map(({ from, to, organisation, matter }): RawCell[] => [
    '经历',
    `${from ?? '（未填）'} 至 ${to ?? '今'}，${organisation}，${matter}`
  ])
  return {
    name: '党员信息表',
    columns: [
      { header: '项目', width: 16 },
      { header: '内容', width: 60, text: true }
    ],
    rows: [...facts, ...lines]
  }
}
