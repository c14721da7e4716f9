import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import { ballotCopies } from '../../../shared/features/ballot/ballot-copies.ts'
import { blankCountReport } from '../../../shared/features/ballot/count-report-document.ts'
import { cadreBallotDocument } from '../../../shared/features/ballot/name-ballot-document.ts'
import type { BallotSize } from '../../../shared/features/ballot/name-ballot-layout.ts'
import { questionBallotDocument } from '../../../shared/features/ballot/question-ballot-document.ts'
import { mayRateOneself } from '../../../shared/features/evaluation/result-rules.ts'
import { blankComprehensive, comprehensiveDocument } from '../../../shared/features/poll/comprehensive-document.ts'
import type { Poll } from '../../../shared/features/poll/poll.ts'
import type { PollPaperName } from '../../../shared/features/poll/poll-papers.ts'
import { shownOutcome } from '../../../shared/features/poll/shown-rules.ts'
import { pollResultDocument, publicPollDocument } from '../../../shared/features/poll/poll-result-document.ts'
import { pollSummaryDocument } from '../../../shared/features/poll/summary-document.ts'
import { pollSummarySheet } from '../../../shared/features/poll/summary-sheet.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { citationOf } from '../../../shared/rulebook/rule.ts'
import { type RulesInForce, rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { countOfPart } from '../ballot/ballot-repository.ts'
import { countReport } from '../ballot/count-paper.ts'
import type { EvaluationCall } from '../evaluation/evaluation-desk.ts'
import { presentAt } from '../evaluation/evaluation-votes.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { pollById } from './poll-repository.ts'

/** Which paper of a poll and how: of which class, with figures, on what sheet, how often; `blank` is the empty form. */
export type PollPaperWish = {
  id: string
  paper: PollPaperName
  part: string
  figures: boolean
  size: BallotSize
  copies: number
  grades: readonly string[]
  blank: boolean
}

type Ground = {
  tables: Tables
  call: EvaluationCall
  poll: Poll
  organisation: string
  rules: RulesInForce
  wish: PollPaperWish
}

const paperOf = (document: DocumentModel, more: Partial<Paper> = {}): Outcome<Paper> =>
  success({ title: document.meta.title, document, ...more })

/** The ballot of a class: many cadres on one sheet, or a page of questions for each team or secretary. */
function ballotDocument({ poll, organisation, rules, wish, call }: Ground): DocumentModel {
  const className = poll.classes.length > 1 ? wish.part : ''
  const subjects = wish.blank ? [] : poll.subjects.map(({ name, post }) => ({ name, post }))
  const common = { organisation, year: poll.year, className, scale: poll.scale, subjects, date: call.today }
  if (poll.kind === '干部测评')
    return cadreBallotDocument({ ...common, ratesSelf: mayRateOneself(rules), size: wish.size })
  return questionBallotDocument({ ...common, kind: poll.kind, questions: poll.questions.map(({ title }) => title) })
}

/** The name of a poll has spaces between Chinese and digits for the screen; paper has none. */
const onPaper = (name: string): string =>
  name.replace(/(\d) (?=\p{Script=Han})/gu, '$1').replace(/(\p{Script=Han}) (?=\d)/gu, '$1')

function countPaper({ tables, poll, organisation, wish, call }: Ground): Outcome<Paper> {
  const matter = onPaper(poll.name)
  const one = poll.classes.find(({ name }) => name === wish.part)
  if (wish.blank || one === undefined) return paperOf(blankCountReport(organisation, matter, call.today))
  return paperOf(
    countReport({
      ...{ organisation, matter, part: one.name, date: poll.date ?? call.today, scale: poll.scale },
      ...{ expected: null, present: presentAt(tables, poll), withFigures: wish.figures },
      ...{ count: countOfPart(tables, poll.id, one.name), round: one }
    })
  )
}

function onePaper(ground: Ground): Outcome<Paper> {
  const { poll, organisation, rules, wish, call } = ground
  const outcome = shownOutcome({ poll, rules })
  const facts = { organisation, poll, outcome, citation: citationOf(rules.rule('6.2')), date: call.today }
  switch (wish.paper) {
    case 'ballot': {
      const document = ballotDocument(ground)
      const many = wish.copies > 1 && !wish.blank
      return paperOf(document, many ? { book: ballotCopies(document, wish.copies, false) } : {})
    }
    case 'count':
      return countPaper(ground)
    case 'summary':
      return paperOf(pollSummaryDocument(facts), { sheet: pollSummarySheet(facts) })
    case 'comprehensive':
      return paperOf(
        wish.blank ? blankComprehensive(organisation, poll.year, call.today) : comprehensiveDocument(facts)
      )
    case 'result':
      return paperOf(pollResultDocument(facts))
    case 'public':
      return paperOf(publicPollDocument({ ...facts, grades: wish.grades }))
  }
}

/** A paper of a poll within reach, filled with what is there. */
export function pollPaper(call: EvaluationCall, wish: PollPaperWish): Outcome<Paper> {
  const { store, today } = call
  return store.read((tables) => {
    const poll = pollById(tables, wish.id)
    const organisation = poll === null ? null : organisationById(tables, poll.organisationId)
    if (poll === null || organisation === null) return failure('poll-unknown', '找不到这次测评，可能已被删除。')
    if (!inReach(store.reach, poll.organisationId)) return outOfReach()
    const rules = rulesOfYear(ruleBookOf(tables), poll.year, today)
    return onePaper({ tables, call, poll, organisation: organisation.name, rules, wish })
  })
}
