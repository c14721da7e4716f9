import type { BallotCall } from '../../electron/features/ballot/ballot-access.ts'
import { beginCount, beginPass, keepPileHead, putBallot } from '../../electron/features/ballot/ballot-service.ts'
import { castVote, openBox, slipsToPrint } from '../../electron/features/ballot/box-service.ts'
import { evaluationDesk } from '../../electron/features/evaluation/evaluation-desk.ts'
import { beginEvaluation } from '../../electron/features/evaluation/evaluation-service.ts'
import { keepRound } from '../../electron/features/evaluation/round-service.ts'
import { saveMember } from '../../electron/features/member/member-repository.ts'
import { recoveryCost } from '../../electron/store/crypto.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { anOpenStore } from '../factories/open-store.ts'
import { aMember, manyMembers } from '../factories/records.ts'
import { type Line, middle, ms, repeated, times } from './lines.ts'

const today = '2026-11-22'
const may = { enter: true, tally: true, decide: true }

const orThrow = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.value
}

/** Against what an ordinary write of one record takes in the same store. */
const line = (what: string, ours: number, theirs: number, target: string): Line => ({
  ...{ what, peer: 'a record saved', ours: ms(ours), theirs: ms(theirs), ratio: times(ours / theirs), target }
})

/** A vote of a branch on this day, begun; its id as a count. */
function aCount(call: BallotCall, id: string, date: string, way: 'paper' | 'desk'): string {
  const round = { id: '', date, meetingId: null, groupId: null, expected: null, issued: null, returned: null }
  const part = orThrow(keepRound({ ...call, may }, id, round)).id
  return orThrow(beginCount(call, { owner: 'evaluation', ownerId: id, part }, way)).id
}

/** Counting and voting in a branch: what a ballot costs on paper and at the PC, against an ordinary write of a member. */
export async function ballotLines(members: number, ballots: number): Promise<Line[]> {
  const ground = anOpenStore(manyMembers(members))
  const { store } = ground
  const call: BallotCall = { store, today, newId: () => crypto.randomUUID(), mayTally: true }
  const { id } = orThrow(beginEvaluation({ ...call, may }, { organisationId: 'zb', year: 2026 }))
  const count = aCount(call, id, '2026-11-20', 'paper')
  orThrow(keepPileHead(call, count, { issued: ballots + 2, returned: ballots + 2, teller: null }))
  orThrow(beginPass(call, count, '林慧'))
  const marks = Array.from({ length: members }, (_, at) => at % 4)
  let seen = 0
  const put = (): void => {
    orThrow(putBallot(call, { id: count, pass: 0, seen, corrected: 0, ballot: { marks, void: false }, instead: null }))
    seen += 1
  }
  const box = aCount(call, id, '2026-11-21', 'desk')
  orThrow(await openBox(call, { id: box, slips: ballots, secrets: ['计票人的口令', '监票人的口令'] }, recoveryCost))
  const slips = orThrow(slipsToPrint(call, box))
  const cast: number[] = []
  for (const code of slips) {
    const began = performance.now()
    orThrow(await castVote(call, { id: box, code, marks }))
    cast.push(performance.now() - began)
  }
  const plain = repeated(() => store.write((tables) => saveMember(tables, aMember('01'))), ballots).middle
  const desk = repeated(() => evaluationDesk({ ...call, may }, { organisationId: 'zb', year: 2026 }), 5).middle
  const size = `${members} names`
  const lines = [
    line(`a ballot of ${size} into the totals`, repeated(put, ballots).middle, plain, '≤ 50 ms'),
    line(`a vote of ${size} at the PC`, middle(cast), plain, '≤ 100 ms'),
    line(`the evaluation of a branch of ${members}`, desk, plain, '≤ 200 ms')
  ]
  ground.remove()
  return lines
}
