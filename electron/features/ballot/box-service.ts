import { randomInt } from 'node:crypto'
import type { Count, Mark } from '../../../shared/features/ballot/ballot.ts'
import { isVoid } from '../../../shared/features/ballot/ballot.ts'
import { tallyOf } from '../../../shared/features/ballot/counting-rules.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { type KdfCost, random } from '../../store/crypto.ts'
import type { Tables } from '../../store/store.ts'
import { boxById, countById, saveBox, saveCount } from './ballot-repository.ts'
import { newLocks, openBallots, openLocks, sealBallot } from './ballot-seal.ts'
import { type BallotCall, drawnProblem, openCount } from './ballot-access.ts'
import { pileFacts } from './ballot-owner.ts'
import {
  addSlip,
  addSlot,
  emptySlots,
  filledSlots,
  fillSlot,
  markSlipUsed,
  slipCounts,
  slipUsed,
  unusedSlips
} from './box-repository.ts'

/** What opens a box later: 计票人's secret and 监票人's, in this order. */
export type BoxSecrets = readonly [counter: string, teller: string]

/** Digits on a slip: short to type, and far too many to guess one that is in the hat. */
const slipDigits = 8
const leastSecret = 6

const noBox = () => failure('box-unknown', '找不到这个投票箱，可能已经开箱或作废。')

/** One of a list, chosen by the system's randomness. */
const anyOf = (list: readonly string[]): string => list[randomInt(list.length)] ?? ''

/** In an order that says nothing of how they came. */
export function shuffled(list: readonly string[]): string[] {
  const rest = [...list]
  return list.map(() => rest.splice(randomInt(rest.length), 1)[0] ?? '')
}

function newSlips(many: number): string[] {
  const slips = new Set<string>()
  while (slips.size < many) slips.add(String(randomInt(10 ** slipDigits)).padStart(slipDigits, '0'))
  return [...slips]
}

function checkSecrets([counter, teller]: BoxSecrets): Outcome<null> {
  for (const [field, secret] of [
    ['counter', counter],
    ['teller', teller]
  ] as const)
    if ([...secret.normalize('NFKC')].length < leastSecret)
      return failure(
        'secret-short',
        `${field === 'counter' ? '计票人' : '监票人'}的开箱口令至少 ${leastSecret} 个字。`,
        field
      )
  return counter.normalize('NFKC') === teller.normalize('NFKC')
    ? failure('secret-same', '两个开箱口令不能一样：要两个人各输各的才能开箱。', 'teller')
    : success(null)
}

/**
 * Opens a box for voting on this PC: as many slots as slips, all made now and all alike, and a key that only the two secrets
 * together give back. `slips` is how many go into the hat.
 */
export async function openBox(
  call: BallotCall,
  { id, slips, secrets }: { id: string; slips: number; secrets: BoxSecrets },
  cost: KdfCost
): Promise<Outcome<null>> {
  const strong = checkSecrets(secrets)
  if (!strong.ok) return strong
  const before = call.store.read((tables) => openCount(call, tables, id))
  if (!before.ok) return before
  const { recipient, locks } = await newLocks(id, secrets, cost)
  const blank: Mark[] = before.value.lines.map(() => null)
  const sealed = await Promise.all(Array.from({ length: slips }, () => sealBallot(recipient, blank)))
  return call.store.write((tables) => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    if (found.value.way !== 'desk' || found.value.confirmedOn !== null || boxById(tables, id) !== null)
      return failure('box-there', '这批票已经有投票箱了，请刷新。')
    saveBox(tables, { id, state: 'open', recipient, locks })
    for (const one of sealed) addSlot(tables, id, Buffer.from(random(16)).toString('hex'), one)
    for (const code of newSlips(slips)) addSlip(tables, id, code)
    saveCount(tables, { ...found.value, issued: slips, returned: null, passes: [] })
    return success(null)
  })
}

/** What the page at the box shows: what the vote is about, whose grades, and nothing of what was voted. */
export type BoxDesk = Pick<Count, 'id' | 'scale' | 'lines'> & { title: string; cast: number; slips: number }

export function boxDesk({ store, today }: BallotCall, id: string): Outcome<BoxDesk> {
  return store.read((tables) => {
    const count = countById(tables, id)
    if (count === null || boxById(tables, id)?.state !== 'open') return noBox()
    const facts = pileFacts(tables, store.reach, count, today)
    if (!facts.ok) return facts
    const { scale, lines } = count
    return success({ id, title: facts.value.title, scale, lines, ...slipCounts(tables, id) })
  })
}

const sameSlip = (code: string): string => code.normalize('NFKC').replace(/\D/g, '')

/** Whether a slip may vote now: told before somebody marks a whole ballot in vain. */
export function checkSlip(tables: Tables, id: string, code: string): Outcome<null> {
  if (boxById(tables, id)?.state !== 'open') return noBox()
  const used = slipUsed(tables, id, sameSlip(code))
  if (used === null) return failure('slip-unknown', '没有这个投票码，请对照纸条再输一遍。', 'code')
  return used ? failure('slip-used', '这个投票码已经投过票了，一张纸条只能投一次。', 'code') : success(null)
}

/**
 * Casts a vote: the slip is used and an empty slot, chosen at random, holds the sealed ballot; both or neither. Nothing else is
 * written, no time, no entry in the log, and the write-ahead log is emptied.
 */
export async function castVote(
  { store }: BallotCall,
  { id, code, marks }: { id: string; code: string; marks: readonly Mark[] }
): Promise<Outcome<null>> {
  const ready = store.read((tables) => {
    const slip = checkSlip(tables, id, code)
    if (!slip.ok) return slip
    const [box, count] = [boxById(tables, id), countById(tables, id)]
    if (box === null || count === null) return noBox()
    return marks.length === count.lines.length ? success(box.recipient) : failure('ballot-short', '这张票还没有填完。')
  })
  if (!ready.ok) return ready
  const sealed = await sealBallot(ready.value, marks)
  return store.writeUntraced((tables) => {
    const slip = checkSlip(tables, id, code)
    if (!slip.ok) return slip
    markSlipUsed(tables, id, sameSlip(code))
    fillSlot(tables, id, anyOf(emptySlots(tables, id)), sealed)
    return success(null)
  })
}

/** Nobody votes any more; still nothing is known of the votes. `issued` are the slips that were drawn. */
export function closeBox(call: BallotCall, id: string, issued: number): Outcome<null> {
  return call.store.write((tables) => {
    const [found, box] = [openCount(call, tables, id), boxById(tables, id)]
    if (!found.ok) return found
    if (box === null || box.state !== 'open') return noBox()
    const { slips, cast } = slipCounts(tables, id)
    const problem = drawnProblem(issued, { slips, cast })
    if (problem !== null) return problem
    saveBox(tables, { ...box, state: 'closed' })
    saveCount(tables, { ...found.value, issued, returned: cast })
    return success(null)
  })
}

/** Opens the closed box with both secrets and counts. It may be counted again, with the same result, until it is confirmed. */
export async function countBox(
  call: BallotCall,
  { id, secrets }: { id: string; secrets: BoxSecrets }
): Promise<Outcome<null>> {
  const { store } = call
  const ready = store.read((tables) => {
    const [found, box] = [openCount(call, tables, id), boxById(tables, id)]
    if (!found.ok) return found
    if (box === null) return noBox()
    if (box.state === 'open') return failure('box-open', '还在投票。先结束投票，再开箱。')
    if (isVoid(found.value)) return failure('ballot-void', '投出的票比抽出的纸条多，这次投票无效，要重新投。', 'issued')
    return success({ box, sealed: filledSlots(tables, id) })
  })
  if (!ready.ok) return ready
  const { box, sealed } = ready.value
  const identity = await openLocks(id, box.locks, secrets)
  if (!identity.ok) {
    store.note('ballot.count', 'wrong-password', id)
    return identity
  }
  const ballots = await openBallots(identity.value, sealed)
  return store.write((tables) => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    const tally = tallyOf(
      found.value.lines,
      ballots.map((marks) => ({ marks, void: false }))
    )
    saveBox(tables, { ...box, state: 'counted' })
    saveCount(tables, { ...found.value, passes: [{ clerk: '本机投票', tally, finished: true, corrected: 0 }] })
    return success(null)
  })
}

/** Codes of slips that were not used, to be printed and cut; only while the box is open. */
export function slipsToPrint({ store }: BallotCall, id: string): Outcome<string[]> {
  return store.read((tables) =>
    boxById(tables, id)?.state === 'open' ? success(shuffled(unusedSlips(tables, id))) : noBox()
  )
}
