import type { ParagraphBlock, Run } from '../../documents/document-model.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { isBranch, type Organisation } from '../organisation/organisation.ts'
import type { Meeting, MeetingType } from './meeting.ts'

/** What papers of a meeting are headed with, by its first type; in a branch the first two carry the word 支部. */
const headings: Record<MeetingType, string> = {
  党员大会: '党员大会',
  支委会: '委员会会议',
  党小组会: '党小组会',
  党课: '党课',
  主题党日: '主题党日活动',
  组织生活会: '组织生活会',
  民主评议党员: '民主评议党员会议'
}

/** The kind of meeting as a title says it: 支部党员大会, 支部委员会会议, 党课. A meeting of several types goes by the first. */
export const kindOnPaper = (types: readonly MeetingType[], organisation: Pick<Organisation, 'kind'>): string => {
  const [first = '党员大会'] = types
  const ofBranch = (first === '党员大会' || first === '支委会') && isBranch(organisation)
  return `${ofBranch ? '支部' : ''}${headings[first]}`
}

/** 支部党员大会会议记录, 支部委员会会议记录, 党课记录. */
export const minutesTitle = (types: readonly MeetingType[], organisation: Pick<Organisation, 'kind'>): string => {
  const kind = kindOnPaper(types, organisation)
  return kind.endsWith('会') ? `${kind}会议记录` : `${kind}记录`
}

/** 2026年11月20日14:30—16:10, as far as the times are known. */
export const timeOnPaper = ({ date, start, end }: Pick<Meeting, 'date' | 'start' | 'end'>): string => {
  const times = [start, end].filter((time) => time !== null)
  return `${dayOnPaper(date)}${times.join('—')}`
}

/** Chinese text on paper has no blanks beside numbers and marks: 应到 16 人 → 应到16人. Latin words keep theirs. */
export const withoutBlanks = (text: string): string =>
  text.replaceAll(/ +(?=[^\u0021-\u007e])|(?<=[^\u0021-\u007e]) +/gu, '').replaceAll(/ *([+=]) */g, '$1')

/** A line of the head: label and value, further lines hanging under the value. Labels of two characters are spread to three. */
export const headLine = (label: string, value: string | readonly Run[]): ParagraphBlock => {
  const characters = Array.from(label)
  const spread = characters.length === 2 ? characters.join('\u3000') : label
  const runs = typeof value === 'string' ? [{ text: value }] : value
  return {
    kind: 'paragraph',
    indentCells: 0,
    hangCells: Math.max(3, characters.length) + 1,
    runs: [{ text: `${spread}：` }, ...runs]
  }
}
