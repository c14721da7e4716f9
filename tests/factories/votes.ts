import { copyFileSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { BallotCall } from '../../electron/features/ballot/ballot-access.ts'
import { boxById } from '../../electron/features/ballot/ballot-repository.ts'
import { openBallots, openLocks } from '../../electron/features/ballot/ballot-seal.ts'
import { beginCount } from '../../electron/features/ballot/ballot-service.ts'
import { castVote, openBox, slipsToPrint } from '../../electron/features/ballot/box-service.ts'
import { savePoll } from '../../electron/features/poll/poll-repository.ts'
import { recoveryCost } from '../../electron/store/crypto.ts'
import { openDatabase, type RawDatabase } from '../../electron/store/open.ts'
import type { Mark } from '../../shared/features/ballot/ballot.ts'
import { blankSubject, type Poll } from '../../shared/features/poll/poll.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { anOpenStore, type TestStore, testKeys } from './open-store.ts'

/** Lines of a ballot: enough to write the number of a voter, up to 255, in base four. */
const lines = 4
export const boxSecrets = ['计票人的开箱口令', '监票人的开箱口令'] as const

const aPoll = (at: number): Poll => ({
  ...{ id: `poll${at}`, number: `CP${at}`, name: '班子测评', organisationId: 'zb', year: 2026 },
  ...{ kind: '班子测评', scale: 'team', date: null, meetingId: null, questions: [], quota: null, overReason: null },
  ...{
    finishedOn: null,
    recordedOn: '2026-11-22',
    classes: [{ name: '', weight: 10_000, issued: null, returned: null }]
  },
  subjects: Array.from({ length: lines }, (_, line) => ({ ...blankSubject, id: `s${at}-${line}`, name: `对象${line}` }))
})

const ballotOf = (voter: number): Mark[] =>
  Array.from({ length: lines }, (_, line) => Math.floor(voter / 4 ** line) % 4)
const voterOf = (marks: readonly Mark[]): number =>
  marks.reduce<number>((sum, mark, line) => sum + (mark ?? 0) * 4 ** line, 0)

const orThrow = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.value
}

/** A vote as a watcher with a note-pad knows it: which slip was used, in the order of the queue. */
type Seen = { box: string; code: string }

/** What the file holds of one vote, and where. */
type Place = { box: string; sealed: string; at: number }

/**
 * Polls that were voted on, one voter after the other and each with a ballot that names him, and everything an attacker with
 * all keys could look at afterwards: the tables of a backup, the decrypted file, what was left of the write-ahead log after
 * each vote, and how many audit entries a vote made.
 */
export type Voted = {
  ground: TestStore
  call(): BallotCall
  boxes: string[]
  queue: Seen[]
  walSizes: number[]
  auditEntries: number
  /** The store as a backup has it, open for reading. */
  backup: RawDatabase
  /** Path of the decrypted file, as it lay on the disk. */
  plain: string
  places: Place[]
  /** Hits of the guess that the n-th thing in an order is the n-th voter's, over all boxes. */
  hitsIn(sealedOf: (box: string) => string[]): Promise<number>
  remove(): void
}

/** The file without its encryption: what is banned in the program, an attacker with the key does. */
export function decrypted(ground: TestStore, name: string): string {
  const path = join(ground.file, '..', name)
  ground.closed(() => copyFileSync(ground.file, path))
  const db = openDatabase(path, testKeys().db, false)
  db.pragma('journal_mode=DELETE')
  db.pragma("rekey=''")
  db.close()
  return path
}

function placesIn(plain: string): Place[] {
  const bytes = readFileSync(plain)
  const db = new Database(plain, { readonly: true })
  const rows = db.prepare('SELECT box_id AS box, sealed FROM ballot_slot').all() as { box: string; sealed: string }[]
  db.close()
  return rows.map(({ box, sealed }) => {
    const at = bytes.indexOf(sealed)
    if (at < 0 || bytes.indexOf(sealed, at + 1) >= 0) throw new Error('a vote lies in the file twice, or not at all')
    return { box, sealed, at }
  })
}

async function vote(voted: Voted, at: number, voters: number): Promise<void> {
  const { ground, boxes, queue, walSizes } = voted
  const call = voted.call()
  ground.store.write((tables) => savePoll(tables, aPoll(at)))
  const { id } = orThrow(beginCount(call, { owner: 'poll', ownerId: `poll${at}`, part: '' }, 'desk'))
  orThrow(await openBox(call, { id, slips: voters, secrets: boxSecrets }, recoveryCost))
  boxes.push(id)
  const before = ground.store.log.head().seq
  for (const [voter, code] of orThrow(slipsToPrint(call, id)).entries()) {
    orThrow(await castVote(call, { id, code, marks: ballotOf(voter) }))
    queue.push({ box: id, code })
    walSizes.push(statSync(`${ground.file}-wal`).size)
  }
  voted.auditEntries += ground.store.log.head().seq - before
}

/** So many polls of so many voters, at most 255, in a store of their own. */
export async function votedStore(polls: number, voters: number): Promise<Voted> {
  const ground = anOpenStore()
  const call = (): BallotCall => ({
    ...{ store: ground.store, today: '2026-11-22', newId: () => crypto.randomUUID(), mayTally: true }
  })
  const rest = { backup: new Database(':memory:'), plain: '', places: [], hitsIn: async () => 0, remove: ground.remove }
  const voted: Voted = { ground, call, boxes: [], queue: [], walSizes: [], auditEntries: 0, ...rest }
  for (let at = 0; at < polls; at += 1) await vote(voted, at, voters)
  const copy = join(ground.file, '..', 'copy.dwk')
  ground.store.copyTo(copy)
  voted.backup = openDatabase(copy, testKeys().db, false)
  voted.plain = decrypted(ground, 'plain.dwk')
  voted.places = placesIn(voted.plain)
  const locks = new Map(voted.boxes.map((id) => [id, ground.store.read((tables) => boxById(tables, id)?.locks)]))
  const identities = new Map<string, string>()
  for (const [id, lock] of locks) if (lock) identities.set(id, orThrow(await openLocks(id, lock, boxSecrets)))
  voted.hitsIn = async (sealedOf) => {
    let hits = 0
    for (const id of voted.boxes) {
      const order = (await openBallots(identities.get(id) ?? '', sealedOf(id))).map(voterOf)
      if (new Set(order).size !== voters) throw new Error('a vote is missing')
      hits += order.filter((voter, place) => voter === place).length
    }
    return hits
  }
  voted.remove = () => {
    voted.backup.close()
    ground.remove()
  }
  return voted
}

const column = (db: RawDatabase, sql: string, ...values: unknown[]): string[] =>
  db
    .prepare(sql)
    .pluck()
    .all(...values)
    .map(String)

/** The orders an attacker can put the votes of a box in: by the table, by the slips in the order they were used, by the file. */
export const voteChannels: Record<string, (voted: Voted) => (box: string) => string[]> = {
  table:
    ({ backup }) =>
    (box) =>
      column(backup, 'SELECT sealed FROM ballot_slot WHERE box_id = ?', box),
  slips:
    ({ backup, queue }) =>
    (box) => {
      const slips = column(backup, 'SELECT code FROM ballot_slip WHERE box_id = ?', box)
      const sealed = column(backup, 'SELECT sealed FROM ballot_slot WHERE box_id = ?', box)
      return queue.filter((one) => one.box === box).map(({ code }) => sealed[slips.indexOf(code)] ?? '')
    },
  file: ({ places }) => {
    const inPlace = [...places].sort((one, other) => one.at - other.at)
    return (box) => inPlace.filter((one) => one.box === box).map(({ sealed }) => sealed)
  }
}
