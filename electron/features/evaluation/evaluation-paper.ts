import { type DocumentBook, type DocumentModel, isFiled } from '../../../shared/documents/document-model.ts'
import { ballotCopies } from '../../../shared/features/ballot/ballot-copies.ts'
import type { BallotSize } from '../../../shared/features/ballot/name-ballot-layout.ts'
import { memberBallotDocument } from '../../../shared/features/ballot/name-ballot-document.ts'
import { blankCountReport } from '../../../shared/features/ballot/count-report-document.ts'
import { disposalDocument } from '../../../shared/features/evaluation/disposal-document.ts'
import {
  evaluationFormDocument,
  evaluationFormsDocument
} from '../../../shared/features/evaluation/evaluation-form-document.ts'
import type { EvaluationGrade, Round } from '../../../shared/features/evaluation/evaluation.ts'
import type { EvaluationPaperName } from '../../../shared/features/evaluation/evaluation-papers.ts'
import {
  blankGradeList,
  gradeListDocument,
  gradeListSheet,
  publicGradeDocument
} from '../../../shared/features/evaluation/grade-list-document.ts'
import { helpDocument } from '../../../shared/features/evaluation/help-document.ts'
import { blankNotice, noticeDocument } from '../../../shared/features/evaluation/notice-document.ts'
import { peerDocument } from '../../../shared/features/evaluation/peer-document.ts'
import type { EvaluatedMember } from '../../../shared/features/evaluation/result.ts'
import { mayRateOneself } from '../../../shared/features/evaluation/result-rules.ts'
import {
  blankTallyDocument,
  tallyDocument,
  type TallyVote
} from '../../../shared/features/evaluation/tally-document.ts'
import { tallySheet } from '../../../shared/features/evaluation/tally-sheet.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Tables } from '../../store/store.ts'
import { countOfPart } from '../ballot/ballot-repository.ts'
import { pileFacts } from '../ballot/ballot-owner.ts'
import { countReport } from '../ballot/count-paper.ts'
import { membersById } from '../member/member-repository.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import type { EvaluationCall, EvaluationWish } from './evaluation-desk.ts'
import { evaluatedBranch, type JudgedEvaluation, judgedEvaluation } from './evaluation-year.ts'
import { presentAt } from './evaluation-votes.ts'

/** Which paper and how: of one member, of one vote, with figures, on what sheet, how often; `blank` is the empty form. */
export type EvaluationPaperWish = EvaluationWish & {
  paper: EvaluationPaperName | 'all'
  member: string | null
  round: string | null
  figures: boolean
  size: BallotSize
  aspects: boolean
  copies: number | null
  grades: readonly EvaluationGrade[]
  blank: boolean
}

/** What a paper is made from. */
type Ground = { tables: Tables; call: EvaluationCall; judged: JudgedEvaluation; wish: EvaluationPaperWish }

const missing = () => failure('evaluation-unknown', '这一年度的民主评议还没有开始。')
const paperOf = (document: DocumentModel, more: Partial<Paper> = {}): Outcome<Paper> =>
  success({ title: document.meta.title, document, ...more })

const head = ({ judged, call }: Ground) => ({ organisation: judged.organisation.name, date: call.today })
const takingPart = ({ judged }: Ground): EvaluatedMember[] =>
  judged.result.members.filter(({ entry }) => entry !== null)

/** The members of a vote as its ballots name them; before any vote is set up, everybody who is graded. */
function namesOf({ tables, call, judged, wish }: Ground): string[] {
  const { evaluation } = judged
  const facts =
    evaluation === null || wish.round === null
      ? null
      : pileFacts(
          tables,
          call.store.reach,
          { owner: 'evaluation', ownerId: evaluation.id, part: wish.round },
          call.today
        )
  if (facts?.ok) return facts.value.lines.map(({ subject }) => subject)
  return judged.result.members
    .filter(({ person }) => person.category === '正式党员' && person.suspended === null)
    .map(({ person }) => person.member.name)
}

/** Who may vote at a vote: all who take part and may vote, one ballot each unless another number is said. */
const voters = ({ judged, wish }: Ground): number =>
  wish.copies ??
  Math.max(
    1,
    judged.result.members.filter(({ person }) => person.category === '正式党员' && person.suspended === null).length
  )

function ballotPaper(ground: Ground): Outcome<Paper> {
  const { judged, wish } = ground
  const document = memberBallotDocument({
    ...{ ...head(ground), year: judged.year, size: wish.size, aspects: wish.aspects },
    names: wish.blank ? [] : namesOf(ground),
    ratesSelf: mayRateOneself(judged.rules)
  })
  const copies = voters(ground)
  return paperOf(document, copies > 1 && !wish.blank ? { book: ballotCopies(document, copies, false) } : {})
}

const roundOf = ({ judged, wish }: Ground): Round | null =>
  judged.evaluation?.rounds.find(({ id }) => id === wish.round) ?? judged.evaluation?.rounds[0] ?? null

function countPaper(ground: Ground): Outcome<Paper> {
  const { tables, judged, wish } = ground
  const matter = `${judged.year}年度民主评议党员测评`
  const round = roundOf(ground)
  const { organisation, date } = head(ground)
  if (wish.blank || round === null || judged.evaluation === null)
    return paperOf(blankCountReport(organisation, matter, date))
  const group = round.groupId === null ? null : organisationById(tables, round.groupId)
  return paperOf(
    countReport({
      ...{ organisation, matter, part: group?.name ?? '', date: round.date },
      ...{ expected: round.expected, present: presentAt(tables, round), withFigures: wish.figures },
      count: countOfPart(tables, judged.evaluation.id, round.id),
      round
    })
  )
}

const votesOf = ({ tables, judged }: Ground): TallyVote[] =>
  (judged.evaluation?.rounds ?? []).map((round) => {
    const group = round.groupId === null ? null : organisationById(tables, round.groupId)
    const count = countOfPart(tables, judged.evaluation?.id ?? '', round.id)
    return {
      ...{ name: group?.name ?? '', date: round.date, expected: round.expected, present: presentAt(tables, round) },
      ...{ issued: round.issued, returned: round.returned },
      ballots: count?.passes[0]?.tally.ballots ?? null
    }
  })

/** 登记表 of one person, or blank; of everybody who takes part. */
function formPaper(ground: Ground): Outcome<Paper> {
  const { judged, wish } = ground
  const evaluation = judged.evaluation ?? { year: judged.year, decidedOn: null }
  if (wish.paper === 'forms' && !wish.blank)
    return paperOf(evaluationFormsDocument({ ...head(ground), evaluation, people: takingPart(ground) }))
  const person = wish.blank ? null : (takingPart(ground).find((one) => one.person.member.id === wish.member) ?? null)
  if (person === null && !wish.blank) return failure('person-unknown', '他不在这次评议里。')
  return paperOf(evaluationFormDocument({ ...head(ground), evaluation, person }))
}

function noticesPaper(ground: Ground): Outcome<Paper> {
  const { judged, wish } = ground
  const { organisation, date } = head(ground)
  if (wish.blank || judged.evaluation === null) return paperOf(blankNotice(organisation, judged.year, date))
  const people = takingPart(ground).filter(({ person, entry }) =>
    wish.member === null ? entry?.final != null : person.member.id === wish.member
  )
  return paperOf(noticeDocument({ ...head(ground), evaluation: judged.evaluation, people }))
}

function disposalPaper(ground: Ground): Outcome<Paper> {
  const { tables, judged, wish } = ground
  const named = new Map(
    membersById(
      tables,
      judged.disposals.map(({ memberId }) => memberId)
    ).map(({ id, name }) => [id, name])
  )
  const disposals = wish.blank
    ? []
    : judged.disposals.map((disposal) => ({ name: named.get(disposal.memberId) ?? '', disposal }))
  return paperOf(disposalDocument({ ...head(ground), disposals }))
}

function peerPaper(ground: Ground): Outcome<Paper> {
  const { judged, wish } = ground
  const names = wish.blank ? [] : takingPart(ground).map(({ person }) => person.member.name)
  const document = peerDocument({ ...head(ground), year: judged.year, names })
  const copies = wish.copies ?? 1
  return paperOf(document, copies > 1 ? { book: ballotCopies(document, copies, false) } : {})
}

/** What stands in the record as grades: F4-3, F4-4, 公布名单, 帮教台账. */
function resultPaper(ground: Ground, paper: 'tally' | 'result' | 'public' | 'help'): Outcome<Paper> {
  const { judged, wish } = ground
  const { evaluation, result, year } = judged
  const { organisation, date } = head(ground)
  const names = judged.result.members.map(({ person }) => person.member.name)
  if (paper === 'help') {
    const of = wish.blank ? { members: [] } : result
    return paperOf(helpDocument({ organisation, evaluation: evaluation ?? { year }, result: of, date }))
  }
  if (evaluation === null || wish.blank)
    return paper === 'tally'
      ? paperOf(blankTallyDocument(organisation, year, names, date))
      : paperOf(blankGradeList(organisation, year, names, date))
  const facts = { organisation, evaluation, result, date }
  if (paper === 'tally')
    return paperOf(tallyDocument({ ...facts, votes: votesOf(ground) }), { sheet: tallySheet({ result }) })
  return paper === 'result'
    ? paperOf(gradeListDocument(facts), { sheet: gradeListSheet({ result }) })
    : paperOf(publicGradeDocument({ ...facts, grades: wish.grades }))
}

/** Everything handed out before the meeting in one file: forms, 互评表, ballots for every voter, the report of the count. */
function allPaper(ground: Ground): Outcome<Paper> {
  const { judged, wish } = ground
  if (judged.evaluation === null) return missing()
  const ask = (paper: EvaluationPaperName, more: Partial<EvaluationPaperWish> = {}): Outcome<Paper> =>
    onePaper({ ...ground, wish: { ...wish, paper, ...more } })
  const parts: DocumentModel[] = []
  const papers = [
    ask('forms'),
    ask('peer', { copies: takingPart(ground).length }),
    ask('ballot'),
    ask('count', { blank: true })
  ]
  for (const paper of papers) {
    if (!paper.ok) return paper
    parts.push(...(paper.value.book?.parts ?? [paper.value.document]).flatMap((part) => (isFiled(part) ? [] : [part])))
  }
  const title = `${judged.year}年度民主评议党员用表`
  const book: DocumentBook = { title, date: ground.call.today, numbering: 'each', oddStarts: false, parts }
  const [document] = parts
  return document === undefined ? missing() : success({ title, document, book })
}

function onePaper(ground: Ground): Outcome<Paper> {
  const { paper } = ground.wish
  switch (paper) {
    case 'all':
      return allPaper(ground)
    case 'form':
    case 'forms':
      return formPaper(ground)
    case 'ballot':
      return ballotPaper(ground)
    case 'count':
      return countPaper(ground)
    case 'peer':
      return peerPaper(ground)
    case 'notices':
      return noticesPaper(ground)
    case 'disposal':
      return disposalPaper(ground)
    default:
      return resultPaper(ground, paper)
  }
}

/** A paper of a branch's evaluation of a year, filled with what is there. */
export function evaluationPaper(call: EvaluationCall, wish: EvaluationPaperWish): Outcome<Paper> {
  const { store, today } = call
  return store.read((tables) => {
    const branch = evaluatedBranch(tables, store.reach, wish.organisationId)
    if (!branch.ok) return branch
    return onePaper({ tables, call, wish, judged: judgedEvaluation(tables, branch.value, { year: wish.year, today }) })
  })
}
