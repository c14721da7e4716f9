import { blankLine, validOf } from '../../../shared/features/ballot/ballot.ts'
import { disposalReminders } from '../../../shared/features/disposal/disposal-rules.ts'
import type { Disposal } from '../../../shared/features/disposal/disposal.ts'
import type { Entry, Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import { type EvaluationFollowUp, followUpsOf } from '../../../shared/features/evaluation/follow-up-rules.ts'
import type { EvaluatedMember, EvaluationResult } from '../../../shared/features/evaluation/result.ts'
import type { Member } from '../../../shared/features/member/member.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { disposalsOf } from '../disposal/disposal-repository.ts'
import { membersById } from '../member/member-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import type { EvaluationCall } from './evaluation-desk.ts'
import { evaluationsOf } from './evaluation-repository.ts'

/** Somebody who was given a grade, as far as what follows from it goes: neither ballots nor bars are looked at. */
const gradedMember = (member: Member, entry: Entry): EvaluatedMember => ({
  person: {
    ...{ member, category: member.category, posts: [], groupId: null, suspended: null, absences: 0 },
    ...{ hours: { earned: 0, required: 0 }, restricted: null, correcting: null }
  },
  ...{ entry, graded: entry.final !== null, whyNotGraded: null, counts: entry.counts ?? blankLine },
  ...{ valid: validOf(entry.counts ?? blankLine), advice: null, withinLimit: null, bars: [] }
})

function resultOf(evaluation: Evaluation, members: ReadonlyMap<string, Member>): EvaluationResult {
  return {
    ...{ valid: true, limit: { base: evaluation.base, of: 0, limit: 0 }, over: 0 },
    decided: { 优秀: 0, 合格: 0, 基本合格: 0, 不合格: 0 },
    members: evaluation.entries.flatMap((entry) => {
      const member = members.get(entry.memberId)
      return member === undefined ? [] : [gradedMember(member, entry)]
    })
  }
}

/** What is still to be done after grades were given, and terms of 限期改正 that run out; over all branches within reach. */
export function countEvaluationFollowUps({ store, today }: EvaluationCall): { open: number; overdue: number } {
  return store.read((tables) => {
    const ids = allOrganisations(tables)
      .map(({ id }) => id)
      .filter((id) => inReach(store.reach, id))
    const disposals = disposalsOf(tables, ids)
    const found = [...afterGrades(tables, ids, disposals, today), ...terms(tables, disposals, today)]
    return { open: found.length, overdue: found.filter(({ level }) => level === 'red').length }
  })
}

function afterGrades(tables: Tables, ids: string[], disposals: Disposal[], today: string): EvaluationFollowUp[] {
  const decided = evaluationsOf(tables, ids, null).filter(({ decidedOn }) => decidedOn !== null)
  const people = decided.flatMap(({ entries }) => entries.flatMap((one) => (one.final === null ? [] : [one.memberId])))
  const members = new Map(membersById(tables, [...new Set(people)]).map((one) => [one.id, one]))
  const book = ruleBookOf(tables)
  return decided.flatMap((evaluation) =>
    followUpsOf({
      ...{ evaluation, result: resultOf(evaluation, members), today, rules: rulesOfYear(book, evaluation.year, today) },
      disposals: disposals.filter(({ organisationId }) => organisationId === evaluation.organisationId)
    })
  )
}

const terms = (tables: Tables, disposals: Disposal[], today: string) =>
  disposalReminders(disposals, { today, rules: rulesOfYear(ruleBookOf(tables), Number(today.slice(0, 4)), today) })
