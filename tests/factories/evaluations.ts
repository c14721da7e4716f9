import type { Ballot } from '../../shared/features/ballot/ballot.ts'
import { saveMember } from '../../electron/features/member/member-repository.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { anOffice, type TestOffice } from './office.ts'
import { aBranch, aMember, aMembership } from './records.ts'

/** An office with a branch `zb` of so many full members (m01, m02 …), and one probationary member (p). */
export async function anEvaluatedOffice(many: number): Promise<TestOffice> {
  const office = await anOffice()
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  store.write((tables) => {
    saveOrganisation(tables, aBranch({ code: 'ZB81' }))
    saveOrganisation(tables, aBranch({ id: 'other', code: 'ZB99', name: '别的支部', shortName: '别的支部' }))
    for (let at = 1; at <= many; at += 1) saveMember(tables, aMember(`m${String(at).padStart(2, '0')}`))
    saveMember(tables, aMember('p', { category: '预备党员' }))
    const there = aMembership({ id: 'spell-there', organisationId: 'other' })
    saveMember(tables, aMember('there', { memberships: [there] }))
  })
  return office
}

/** An evaluation of the branch for 2026 with one vote, its ballots given out and back. */
export async function aRound(
  { client }: TestOffice,
  ballots: { issued: number; returned: number }
): Promise<{ id: string; roundId: string }> {
  const { id } = await client.evaluation.begin.mutate({ organisationId: 'zb', year: 2026 })
  const round = { id: '', date: '2026-11-20', meetingId: null, groupId: null, expected: null, ...ballots }
  const { id: roundId } = await client.evaluation.saveRound.mutate({ id, round })
  return { id, roundId }
}

/** Types a whole pile in the name of a clerk. */
export async function typeIn(
  { client }: TestOffice,
  count: string,
  clerk: string,
  ballots: readonly Ballot[]
): Promise<number> {
  const { pass } = await client.ballot.beginPass.mutate({ id: count, clerk })
  for (const [seen, ballot] of ballots.entries())
    await client.ballot.put.mutate({ id: count, pass, seen, corrected: 0, ballot, instead: null })
  return pass
}

export const aBallot = (...marks: Ballot['marks']): Ballot => ({ marks, void: false })
export const aVoidBallot: Ballot = { marks: [], void: true }
