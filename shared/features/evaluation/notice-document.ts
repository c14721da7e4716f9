import type { Block, DocumentModel } from '../../documents/document-model.ts'
import { blankDay, emptyLines } from '../../documents/form-parts.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { Evaluation, EvaluationGrade } from './evaluation.ts'
import type { EvaluatedMember } from './result.ts'

/** 评定结果告知单 (R4-07), a page for each person; `date` where the day of telling is not recorded. */
export type NoticePaper = {
  organisation: string
  evaluation: Pick<Evaluation, 'year' | 'decidedBy' | 'decidedOn'>
  people: readonly EvaluatedMember[]
  date: Day
}

const title = '民主评议党员评定结果告知单'

/** What the result is used for (R4-08). */
const uses: Record<EvaluationGrade, string> = {
  优秀: '支部予以通报表扬，希望继续保持，带动身边的党员。',
  合格: '支部对一年来的表现给予肯定，希望发扬优点、改进不足。',
  基本合格: '希望对照指出的差距认真改进，支部安排专人帮助。',
  不合格: '支部立足教育转化进行帮助，并按规定作出组织处置。'
}

function resultWords({ graded, whyNotGraded, entry }: EvaluatedMember): string {
  if (!graded) return `你参加了评议，不评定等次${whyNotGraded === null ? '' : `（${whyNotGraded}）`}。`
  const final = entry?.final ?? null
  return final === null ? '评定你为\u3000\u3000\u3000\u3000等次。' : `评定你为“${final}”等次。${uses[final]}`
}

function page({ organisation, evaluation, date }: NoticePaper, person: EvaluatedMember): Block[] {
  const { decidedBy, decidedOn } = evaluation
  const reason = person.entry?.reason ?? ''
  const by =
    person.graded && decidedBy !== null
      ? `经${decidedBy}${decidedOn === null ? '' : `${dayOnPaper(decidedOn)}`}研究，`
      : ''
  return [
    { kind: 'pageBreak' },
    { kind: 'title', lines: [title] },
    { kind: 'paragraph', indentCells: 0, runs: [{ text: `${person.person.member.name}同志：` }] },
    {
      kind: 'paragraph',
      runs: [{ text: `在${evaluation.year}年度民主评议党员中，${by}${resultWords(person)}` }]
    },
    ...(reason === '' ? [] : [{ kind: 'paragraph' as const, runs: [{ text: `评定理由：${reason}` }] }]),
    { kind: 'paragraph', runs: [{ text: '对评定结果有不同意见的，可以写在本单上向支部提出。' }] },
    { kind: 'signOff', issuer: organisation, date: dayOnPaper(person.entry?.toldOn ?? date), sealed: true },
    {
      kind: 'keyValues',
      columns: [16, 84],
      rows: [
        [
          {
            label: '本人意见',
            value: `${person.entry?.ownOpinion ?? ''}${emptyLines(4)}\n本人（签名）：\u3000\u3000\u3000\u3000\u3000\u3000\u3000${blankDay}`,
            minLines: 6
          }
        ]
      ]
    }
  ]
}

/** One notice after another, each on a page of its own: to be handed out, so no page numbers. */
export const noticeDocument = (paper: NoticePaper): DocumentModel => ({
  profile: 'gb9704',
  pageNumbers: 'none',
  meta: { title, author: paper.organisation, date: paper.date },
  blocks: paper.people.flatMap((person) => page(paper, person))
})

/** The notice to fill in by hand. */
export const blankNotice = (organisation: string, year: number, today: Day): DocumentModel => ({
  profile: 'gb9704',
  pageNumbers: 'none',
  meta: { title: `${title}（空白表）`, author: organisation, date: today },
  blocks: [
    { kind: 'title', lines: [title] },
    { kind: 'paragraph', indentCells: 0, runs: [{ blankCells: 5 }, { text: '同志：' }] },
    {
      kind: 'paragraph',
      runs: [{ text: `在${year}年度民主评议党员中，评定你为` }, { blankCells: 5 }, { text: '等次。' }]
    },
    { kind: 'paragraph', runs: [{ text: '评定理由：' }, { blankCells: 20 }] },
    { kind: 'paragraph', runs: [{ text: '对评定结果有不同意见的，可以写在本单上向支部提出。' }] },
    { kind: 'signOff', issuer: organisation, date: blankDay, sealed: true },
    {
      kind: 'keyValues',
      columns: [16, 84],
      rows: [[{ label: '本人意见', value: '', minLines: 6 }]]
    }
  ]
})
