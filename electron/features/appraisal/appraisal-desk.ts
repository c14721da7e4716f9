import type { Appraisal, AppraisalEntry } from '../../../shared/features/appraisal/appraisal.ts'
import type { BranchWork, CadreFacts, TeamBallots } from '../../../shared/features/appraisal/cadre-facts.ts'
import { type AppraisalFinding, appraisalFindings } from '../../../shared/features/appraisal/finding-rules.ts'
import { type GradeAdvice, hasLimit, participantsOf } from '../../../shared/features/appraisal/grade-rules.ts'
import { type NegativeAnswer, withoutInternal } from '../../../shared/features/appraisal/negative-rules.ts'
import {
  type AppraisalResult,
  appraisalResult,
  type AppraisedCadre
} from '../../../shared/features/appraisal/result-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { pinyinOf } from '../../../shared/kernel/names.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach, type Reach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import type { EvaluationCall } from '../evaluation/evaluation-desk.ts'
import { type Rosters, readRosters } from '../meeting/meeting-judgement.ts'
import { sealedOf } from '../pack/pack-repository.ts'
import { type AppraisalFacts, appraisalFacts, leadersOf } from './appraisal-facts.ts'
import { appraisalOf, appraisedElsewhere } from './appraisal-repository.ts'

/** Who is at the keyboard: what holds for evaluations holds for appraisals (security.md §9). */
export type AppraisalCall = EvaluationCall

/** An organisation and a 所属年度. */
export type AppraisalWish = { organisationId: string; year: number }

/** The organisation that is meant, when it is within reach: cadres belong to branches and what stands above them. */
export function appraisedOrganisation(rosters: Rosters, reach: Reach, organisationId: string): Outcome<Organisation> {
  const organisation = rosters.organisations.find(({ id }) => id === organisationId)
  if (organisation === undefined || organisation.kind === '党小组')
    return failure('organisation-unknown', '请选择党委、党总支或者党支部。', 'organisationId')
  return inReach(reach, organisationId) ? success(organisation) : outOfReach('organisationId')
}

/** An appraisal with what the rules make of it; `appraisal` null while none was begun. */
export type JudgedAppraisal = {
  organisation: Organisation
  appraisal: Appraisal
  facts: AppraisalFacts
  result: AppraisalResult
}

/** The appraisal as it stands on the day; polls of organisations out of `reach` are left out. */
export function judgedAppraisal(
  tables: Tables,
  organisation: Organisation,
  appraisal: Appraisal,
  { today, reach }: { today: string; reach: Reach },
  rosters: Rosters
): JudgedAppraisal {
  const facts = appraisalFacts(tables, appraisal, { organisation, year: appraisal.year, today, reach }, rosters)
  const result = appraisalResult({ appraisal, facts: facts.cadres, today, rules: facts.rules })
  return { organisation, appraisal, facts, result }
}

/**
 * A cadre as the screen may show him: what he and others wrote and what the records say of him (`facts`, `negatives`, `missing`)
 * only for who enters evaluations; ballots, `advice` and what rests on them only for who may see tallies.
 */
export type CadreView = Pick<CadreFacts, 'memberId' | 'name' | 'job' | 'posts' | 'branch'> & {
  initials: string
  entry: AppraisalEntry
  facts: CadreFacts | null
  negatives: readonly NegativeAnswer[]
  advice: GradeAdvice | null
  withinLimit: boolean | null
  missing: readonly string[]
}

/** Everything the screen of an appraisal needs; `newcomers` are leaders who are in no appraisal of the year yet. */
export type AppraisalDesk = {
  organisation: Organisation
  appraisal: Omit<Appraisal, 'entries'> | null
  cadres: CadreView[]
  newcomers: { memberId: string; name: string }[]
  participants: number
  limit: number | null
  over: number
  findings: AppraisalFinding[]
  works: BranchWork[]
  teams: TeamBallots[]
  sealed: boolean
  may: AppraisalCall['may']
}

const withoutTexts = (entry: AppraisalEntry): AppraisalEntry => ({
  ...entry,
  ...{ summary: null, duty: null, negatives: [], objections: null, feedback: null }
})

const withoutBallots = (facts: CadreFacts): CadreFacts => ({
  ...facts,
  ...{ ballots: [], disposed: [], restrictedUntil: null }
})

function cadreView({ entry, facts, ...one }: AppraisedCadre, { enter, tally }: AppraisalCall['may']): CadreView {
  const { memberId, name, job, posts, branch } = facts
  const own = enter ? entry : withoutTexts(entry)
  return {
    ...{ memberId, name, job, posts, branch, initials: pinyinOf(name).initials },
    entry: enter && tally ? own : { ...own, reason: null },
    facts: enter ? (tally ? facts : withoutBallots(facts)) : null,
    negatives: enter ? one.negatives.map((answer) => (tally ? answer : withoutInternal(answer))) : [],
    advice: tally ? one.advice : null,
    withinLimit: tally ? one.withinLimit : null,
    missing: enter ? one.missing : []
  }
}

const shownTeam = (team: TeamBallots): TeamBallots => ({
  ...team,
  ...{ valid: 0, score: null, shares: null, questions: [], hidden: '得票由书记、组织委员掌握' }
})

/** Leaders of the organisation who are neither in this appraisal nor in another of the year. */
export function newcomersTo(
  tables: Tables,
  organisation: Organisation,
  appraisal: Pick<Appraisal, 'id' | 'year' | 'entries'>,
  today: string,
  rosters: Rosters
): { memberId: string; name: string }[] {
  const taken = appraisedElsewhere(tables, appraisal.year, appraisal.id)
  for (const { memberId } of appraisal.entries) taken.add(memberId)
  return leadersOf(tables, { organisation, year: appraisal.year, today }, rosters)
    .filter(({ member }) => !taken.has(member.id))
    .map(({ member }) => ({ memberId: member.id, name: member.name }))
}

const isSealed = (tables: Tables, { organisationId, year }: AppraisalWish): boolean =>
  sealedOf(tables, [organisationId], year).length > 0

/** What the screen shows before anything was begun. */
const nothingYet = (may: AppraisalCall['may']): Omit<AppraisalDesk, 'organisation' | 'newcomers' | 'sealed'> => ({
  ...{ appraisal: null, cadres: [], participants: 0, limit: null, over: 0 },
  ...{ findings: [], works: [], teams: [], may }
})

/** Everything the screen of an appraisal needs. */
export function appraisalDesk(call: AppraisalCall, wish: AppraisalWish): Outcome<AppraisalDesk> {
  const { store, today, may } = call
  return store.read((tables) => {
    const rosters = readRosters(tables)
    const organisation = appraisedOrganisation(rosters, store.reach, wish.organisationId)
    if (!organisation.ok) return organisation
    const stored = appraisalOf(tables, wish.organisationId, wish.year)
    const begun = stored ?? { id: '', year: wish.year, entries: [] }
    const newcomers = newcomersTo(tables, organisation.value, begun, today, rosters)
    const sealed = isSealed(tables, wish)
    if (stored === null) return success({ ...nothingYet(may), organisation: organisation.value, newcomers, sealed })
    const judged = judgedAppraisal(tables, organisation.value, stored, { today, reach: store.reach }, rosters)
    const { result, facts } = judged
    const { entries: _entries, ...head } = stored
    const findings = appraisalFindings({ appraisal: stored, result, ...facts })
    return success({
      organisation: organisation.value,
      appraisal: head,
      cadres: result.cadres.map((one) => cadreView(one, may)),
      newcomers,
      participants: participantsOf(stored),
      limit: hasLimit(stored) ? result.limit : null,
      over: result.over,
      findings: findings.filter(({ tells, memberId }) => (may.tally || !tells) && (may.enter || memberId === null)),
      works: facts.works,
      teams: may.tally ? facts.teams : facts.teams.map(shownTeam),
      ...{ sealed, may }
    })
  })
}
