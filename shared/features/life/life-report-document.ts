import type { Block, DocumentModel } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { missingOf } from '../rectification/rectification.ts'
import type { LifePaperInput } from './life-papers.ts'
import { writtenCriticisms, writtenOpinions } from './life-rules.ts'
import { textParagraphs } from './life-text-documents.ts'

const counted = (names: readonly string[]): number => new Set(names).size

/** 会前: only what was recorded is said. */
function preparation({ life, studied, talks }: LifePaperInput): string[] {
  const opinions = writtenOpinions(life)
  const studies = studied.length + life.studies.length
  return [
    ...(life.reportedOn === null
      ? []
      : [`会议方案于${dayOnPaper(life.reportedOn)}报${life.reportedTo ?? '上级党组织'}。`]),
    ...(studies === 0 ? [] : [`会前组织学习${studies}次。`]),
    ...(opinions.length === 0 ? [] : [`征求到意见和建议${opinions.length}条。`]),
    ...(talks.length === 0 ? [] : [`开展谈心谈话${talks.length}人次。`])
  ]
}

/** 会上. */
function sitting({ life, meeting, counts }: LifePaperInput): string[] {
  const criticisms = writtenCriticisms(life)
  const host = meeting.host === null ? '' : `，由${meeting.host.name}主持`
  const people = counted(criticisms.map(({ target }) => target?.memberId ?? target?.name ?? ''))
  return [
    `会议于${dayOnPaper(meeting.date)}召开${host}。应到党员${counts.expected}名，实到${counts.present}名。`,
    ...(life.theme === null ? [] : [`会议主题是：${life.theme}。`]),
    ...(criticisms.length === 0 ? [] : [`与会党员相互提出批评意见${criticisms.length}条，涉及党员${people}名。`])
  ]
}

/** 会后. */
function afterwards({ rectifications }: LifePaperInput): string[] {
  if (rectifications.length === 0) return []
  const closed = rectifications.filter(({ closedOn }) => closedOn !== null).length
  const settled = rectifications.every((one) => missingOf(one).length === 0) ? '，逐一明确措施、责任人和时限' : ''
  return [`会议查摆问题${rectifications.length}个${settled}，目前完成整改${closed}个。`]
}

/** 情况报告: figures from the records, then what the clerk writes. A part nothing is recorded for is left out. */
export function reportDocument(input: LifePaperInput): DocumentModel {
  const { meeting, organisation, life } = input
  const title = `${organisation.name}关于${meeting.year}年度组织生活会情况的报告`
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['会前准备情况', textParagraphs(preparation(input).join(''))],
    ['会议召开情况', textParagraphs(sitting(input).join(''))],
    ['整改落实情况', textParagraphs(afterwards(input).join(''))],
    ['其他情况', textParagraphs(life.report)]
  ]
  const shown = parts.filter(([, blocks]) => blocks.length > 0)
  return {
    profile: 'gb9704',
    meta: { title, author: organisation.name, subject: meeting.number, date: meeting.date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      ...(meeting.reportedTo === null
        ? []
        : [{ kind: 'paragraph' as const, indentCells: 0, runs: [{ text: `${meeting.reportedTo}：` }] }]),
      ...shown.flatMap(([heading, blocks], index): Block[] => [
        { kind: 'heading', level: 1, text: numbered(1, index + 1, heading) },
        ...blocks
      ]),
      { kind: 'signOff', issuer: organisation.name, date: dayOnPaper(meeting.reportedOn ?? meeting.date) }
    ]
  }
}
