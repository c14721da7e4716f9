import type { ParagraphBlock, Picture, Run } from '../../documents/document-model.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { isBranch, type Organisation } from '../organisation/organisation.ts'
import type { Meeting, MeetingType, Speech, StudyMaterial } from './meeting.ts'
import type { Attendee, Counts } from './meeting-rules.ts'
import type { Verdict } from './vote-rules.ts'

/** A meeting with what the rules say of it; `verdicts` are found by the number of their item. */
export type MeetingPaperInput = {
  meeting: Meeting
  organisation: Pick<Organisation, 'name' | 'kind'>
  roll: readonly Attendee[]
  counts: Counts
  verdicts: readonly Verdict[]
  /** Photos to be printed with the record, in order. */
  photos?: readonly Picture[]
}

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

/** Who was expected and came, in the order of the roll. */
export const presentPeople = ({ meeting, roll }: Pick<MeetingPaperInput, 'meeting' | 'roll'>): Attendee[] => {
  const absent = new Set(meeting.absences.map((absence) => absence.memberId))
  return roll.filter((person) => person.expected && !absent.has(person.memberId))
}

/** Only 预备党员 is said beside a name: why somebody else has no vote does not belong on a paper that is passed round. */
export const attendeeName = ({ name, category }: Attendee): string =>
  category === '预备党员' ? `${name}（预备党员）` : name

/** Names in a row, or the word for nobody. */
export const namesOr = (names: readonly string[], none: string): string =>
  names.length === 0 ? none : names.join('、')

/** 学习材料 in a row: 《题名》（发布日期）. */
export const materialsOnPaper = (materials: readonly StudyMaterial[]): string =>
  materials
    .map(({ title, publishedOn }) => `${title}${publishedOn === null ? '' : `（${dayOnPaper(publishedOn)}）`}`)
    .join('；')

/** Text as typed, one paragraph for each of its lines; `lead` opens the first. */
export const paragraphs = (lead: string, text: string): ParagraphBlock[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => ({ kind: 'paragraph', runs: [{ text: `${index === 0 ? lead : ''}${line}` }] }))

/** What one person said, opened by his name. */
export const speechParagraphs = ({ speaker, text }: Speech): ParagraphBlock[] => paragraphs(`${speaker.name}：`, text)
