import type {
  Block,
  CellContent,
  DocumentModel,
  KeyValueBlock,
  KeyValueCell,
  Run
} from '../../documents/document-model.ts'
import { blankDay, typedText } from '../../documents/form-parts.ts'
import { type Day, dayOnPaper, partsOf } from '../../kernel/dates.ts'
import type { Member } from '../member/member.ts'
import type { Evaluation } from './evaluation.ts'
import type { EvaluatedMember } from './result.ts'

type Facts = Pick<Evaluation, 'year' | 'decidedOn'>

/** One person's form; `person` null prints it blank. `date` goes into the file. */
export type EvaluationForm = { organisation: string; evaluation: Facts; person: EvaluatedMember | null; date: Day }

/** The forms of several people in one document, each on a page of its own. */
export type EvaluationForms = Omit<EvaluationForm, 'person'> & { people: readonly EvaluatedMember[] }

const title = '民主评议党员登记表'

const cell = (label: string, value: CellContent, span = 1, minLines = 1.2): KeyValueCell => ({
  label,
  value,
  span,
  minLines
})
const wide = (label: string, value: CellContent, minLines = 1.2): KeyValueCell[] => [cell(label, value, 5, minLines)]

const month = (day: Day | null): string => (day === null ? '' : `${partsOf(day).year}年${partsOf(day).month}月`)
const onPaper = (day: Day | null): string => (day === null ? '' : dayOnPaper(day))

/** What was said, and under it where to sign. */
const signed = (text: CellContent, words: string, day = blankDay): CellContent => {
  const said: readonly (readonly Run[])[] =
    typeof text === 'string' ? [[{ text: text === '' ? '\u3000' : text }]] : text
  return [...said, [{ text: '\u3000' }], [{ text: `${words}\u3000\u3000${day}` }]]
}

const opinionOf = (person: EvaluatedMember | null): CellContent => {
  if (person === null) return '评定等次：'
  const { entry, graded, whyNotGraded } = person
  if (!graded) return `参加评议，不评定等次${whyNotGraded === null ? '' : `（${whyNotGraded}）`}。`
  return typedText(`评定等次：${entry?.final ?? ''}\n${entry?.reason ?? ''}`)
}

const factRows = (member: Member | null, posts: readonly string[]): KeyValueCell[][] => [
  [cell('姓名', member?.name ?? ''), cell('性别', member?.sex ?? ''), cell('民族', member?.nation ?? '')],
  [
    cell('出生年月', month(member?.bornOn ?? null)),
    cell('学历', member?.education ?? ''),
    cell('党内职务', posts.join('、'))
  ],
  [cell('入党时间', onPaper(member?.joinedOn ?? null)), cell('转正时间', onPaper(member?.fullOn ?? null), 3)],
  wide('工作单位\n及职务', member?.job ?? '')
]

/** Lines of room; together they fill one page where texts are short. */
const room = { self: 6, peers: 3, opinion: 4, own: 3, superior: 3 }

function table({ organisation, evaluation, person }: Omit<EvaluationForm, 'date'>): KeyValueBlock {
  const entry = person?.entry ?? null
  const hasVote = entry !== null && entry.counts !== null
  return {
    kind: 'keyValues',
    columns: [57, 90, 57, 90, 57, 91],
    rows: [
      [cell('年度', `${evaluation.year}年`), cell('党支部', organisation, 3)],
      ...factRows(person?.person.member ?? null, person?.person.posts ?? []),
      wide('个人总结\n（自评）', typedText(entry?.selfReview ?? null), room.self),
      wide('党员互评\n意见', typedText(entry?.peerOpinions ?? null), room.peers),
      wide('民主测评\n结果', hasVote ? '已测评' : ''),
      wide(
        '支部评定\n意见',
        signed(
          opinionOf(person),
          '支部书记（签名）：\u3000\u3000\u3000\u3000（盖章）',
          evaluation.decidedOn === null || person === null ? blankDay : dayOnPaper(evaluation.decidedOn)
        ),
        room.opinion
      ),
      wide(
        '本人意见',
        signed(typedText(entry?.ownOpinion ?? null), '本人（签名）：\u3000\u3000\u3000\u3000\u3000'),
        room.own
      ),
      wide(
        '上级党委\n意见',
        signed(typedText(entry?.superiorOpinion ?? null), '（盖章）\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000'),
        room.superior
      ),
      wide('备注', typedText(entry?.note ?? null))
    ]
  }
}

const page = (form: Omit<EvaluationForm, 'date'>): Block[] => [{ kind: 'title', lines: [title] }, table(form)]

/** F4-1, one person. It never says how anybody voted: 民主测评结果 is 已测评 (rules.md §4.4). */
export function evaluationFormDocument(form: EvaluationForm): DocumentModel {
  const name = form.person?.person.member.name
  return {
    profile: 'form',
    meta: {
      title: name === undefined ? `${title}（空白表）` : title,
      author: form.organisation,
      ...(name === undefined ? {} : { subject: name }),
      date: form.date
    },
    blocks: page(form)
  }
}

/** F4-1 of the whole branch, each beginning a page. Without page numbers: each is filed with its own person. */
export const evaluationFormsDocument = ({ people, date, ...form }: EvaluationForms): DocumentModel => ({
  profile: 'form',
  pageNumbers: 'none',
  meta: { title, author: form.organisation, date },
  blocks: people.flatMap((person): Block[] => [{ kind: 'pageBreak' }, ...page({ ...form, person })])
})
