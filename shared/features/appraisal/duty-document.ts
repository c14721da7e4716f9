import type { Block, DocumentModel } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import type { BranchWork } from './cadre-facts.ts'
import { type AppraisalPaper, workInWords, yearInFigures, yearTitle } from './paper-parts.ts'
import type { AppraisedCadre } from './result-rules.ts'

/** `works` are the branches whose 党建考核 the cadres answer for. */
export type DutyPaper = AppraisalPaper & { works: readonly BranchWork[] }

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

/** “一、” at the beginning of a line makes it a heading, as it is typed in such reports. */
const headed = /^[一二三四五六七八九十]{1,3}、/u
const lineBlock = (text: string): Block =>
  headed.test(text) && text.length <= 40
    ? { kind: 'heading', level: 2, text: `（${text.replace('、', '）')}` }
    : paragraph(text)

const textBlocks = (text: string | null): Block[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineBlock)

/** The branch he belongs to; of a cadre above the branches, all of them. */
const worksOf = ({ facts }: AppraisedCadre, works: readonly BranchWork[]): readonly BranchWork[] => {
  const own = works.filter(({ name }) => name === facts.branch)
  return own.length === 0 ? works.slice(0, 10) : own
}

function reportOf(paper: DutyPaper, one: AppraisedCadre): Block[] {
  const { facts, entry } = one
  const post = [facts.job, facts.posts.join('、')].find((words) => words !== null && words !== '') ?? ''
  const figures = [...yearInFigures(facts), ...worksOf(one, paper.works).map(workInWords)]
  const heard = facts.hearings.flatMap(({ final }) => (final === null ? [] : [`述职评议综合评价为“${final}”。`]))
  const said = textBlocks(entry.duty)
  return [
    { kind: 'pageBreak' },
    { kind: 'title', lines: titleLines(yearTitle(paper, '述职报告')) },
    {
      kind: 'paragraph',
      align: 'center',
      indentCells: 0,
      runs: [{ text: [facts.name, post].filter((words) => words !== '').join('\u3000'), font: 'kai' }]
    },
    { kind: 'heading', level: 1, text: numbered(1, 1, '年度基本情况') },
    ...(figures.length + heard.length === 0
      ? [paragraph('这一年度没有相关记录。')]
      : [paragraph([...figures, ...heard].join(''))]),
    { kind: 'heading', level: 1, text: numbered(1, 2, '述职') },
    ...(said.length === 0 ? [paragraph('（述职报告待写。）')] : said),
    { kind: 'signOff', issuer: `述职人：${facts.name}`, date: dayOnPaper(paper.date) }
  ]
}

/** 述职报告: what the records say of the year in front, then the cadre's own words. */
export const dutyDocument = (paper: DutyPaper): DocumentModel => ({
  profile: 'gb9704',
  meta: { title: yearTitle(paper, '述职报告'), author: paper.organisation, date: paper.date },
  blocks: paper.result.cadres.flatMap((one) => reportOf(paper, one))
})
