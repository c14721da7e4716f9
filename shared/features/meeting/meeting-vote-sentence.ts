import type { Run } from '../../documents/document-model.ts'
import type { Vote, VoteMethod } from './meeting.ts'
import { withoutBlanks } from './meeting-paper-lines.ts'
import type { Verdict } from './vote-rules.ts'

const methods: Record<VoteMethod, string> = {
  举手: '举手表决',
  口头: '口头表决',
  无记名: '无记名投票',
  记名: '记名投票'
}

/** A figure, or a blank to write it in by hand. */
const figure = (label: string, value: number | null, unit: string): Run[] =>
  value === null ? [{ text: label }, { blankCells: 3 }, { text: unit }] : [{ text: `${label}${value}${unit}` }]

/** Votes in the room with the written opinions that count beside them: 13票（含书面意见1票）. */
const votes = (label: string, cast: number | null, written: number): Run[] =>
  figure(label, cast === null ? null : cast + written, written > 0 ? `票（含书面意见${written}票）` : '票')

const written = (vote: Vote): number[] => [vote.writtenYes ?? 0, vote.writtenNo ?? 0, vote.writtenAbstained ?? 0]

const joined = (parts: readonly Run[][]): Run[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [{ text: '，' }, ...part]))

/** Written opinions count under R1-22 only; elsewhere they are reported and left out of the sum. */
const countsWritten = (verdict: Verdict | undefined): boolean => verdict?.rule === 'R1-22'

/** 表决结果：无记名投票，发出13张，收回13张，赞成13票（含书面意见1票），反对0票，弃权1票。 */
export const figuresSentence = (vote: Vote, verdict: Verdict | undefined): Run[] => {
  const [yes = 0, no = 0, abstained = 0] = countsWritten(verdict) ? written(vote) : []
  const outside = countsWritten(verdict) ? 0 : written(vote).reduce((sum, count) => sum + count, 0)
  return [
    { text: '表决结果：' },
    ...joined([
      ...(vote.method === null ? [] : [[{ text: methods[vote.method] }]]),
      ...(vote.issued === null ? [] : [figure('发出', vote.issued, '张')]),
      ...(vote.returned === null ? [] : [figure('收回', vote.returned, '张')]),
      votes('赞成', vote.yes, yes),
      votes('反对', vote.no, no),
      votes('弃权', vote.abstained, abstained)
    ]),
    { text: outside > 0 ? `。另有书面意见${outside}份，不计票。` : '。' }
  ]
}

/**
 * The conclusion with its reason in words, as the rules judged it. Null where nothing was voted on; where the two lines of
 * an election disagree the conclusion is left to be written by hand.
 */
export const conclusionSentence = (verdict: Verdict): Run[] | null => {
  if (verdict.verdict === 'not-voted') return null
  const reason = withoutBlanks(verdict.message)
  if (verdict.verdict !== 'both-lines') return [{ text: reason }]
  const facts = reason.split('。')[0] ?? reason
  return [{ text: `${facts}。按上级批准的选举办法，结论为：` }, { blankCells: 8 }, { text: '。' }]
}
