import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { gradeCount, type Mark } from '../../../shared/features/ballot/ballot.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { type KdfCost, random, seal, unseal } from '../../store/crypto.ts'
import { makeSlot, openSlot } from '../../store/keys.ts'
import type { Box } from './ballot-repository.ts'

type Locks = Box['locks']

/** One letter per line, so that every ballot of a box is of one length: a grade's place, or `-` for a blank. */
const letters = ['0', '1', '2', '3'] as const
const textOf = (marks: readonly Mark[]): string => marks.map((mark) => (mark === null ? '-' : letters[mark])).join('')
const marksOf = (text: string): Mark[] =>
  [...text].map((letter) => {
    const place = Number(letter)
    return Number.isInteger(place) && place < gradeCount ? place : null
  })

/** A ballot sealed to the box, base64; what it is not opened by is the key of the store. */
export async function sealBallot(recipient: string, marks: readonly Mark[]): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(textOf(marks))).toString('base64')
}

/** The marks of every sealed ballot, in the order given. Throws when one was altered. */
export async function openBallots(identity: string, sealed: readonly string[]): Promise<Mark[][]> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return Promise.all(sealed.map(async (one) => marksOf(await decrypter.decrypt(Buffer.from(one, 'base64'), 'text'))))
}

const boundTo = (boxId: string): Uint8Array => Buffer.from(JSON.stringify(['ballot box', boxId]))

const halfOf = (key: Uint8Array, half: Uint8Array): Buffer => Buffer.from(key.map((byte, at) => byte ^ (half[at] ?? 0)))

/**
 * A new pair for a box. What opens the ballots is sealed under a key of which each of the two secrets holds one half: one
 * person alone has nothing.
 */
export async function newLocks(
  boxId: string,
  secrets: readonly [string, string],
  cost: KdfCost
): Promise<{ recipient: string; locks: Locks }> {
  const identity = await generateIdentity()
  const [key, first] = [random(32), random(32)]
  const second = halfOf(key, first)
  const { iv, sealed } = seal(key, Buffer.from(identity), boundTo(boxId))
  const owner = { kind: 'password', account: null } as const
  const halves = [
    await makeSlot(boxId, first, secrets[0], cost, owner),
    await makeSlot(boxId, second, secrets[1], cost, owner)
  ].map((half) => ({ ...half, account: null }))
  for (const bytes of [key, first, second]) bytes.fill(0)
  return {
    recipient: await identityToRecipient(identity),
    locks: { halves, identity: Buffer.concat([iv, sealed]).toString('base64') }
  }
}

const who = ['计票人', '监票人'] as const

/** What opens the ballots of a box, when both secrets are right. */
export async function openLocks(
  boxId: string,
  { halves, identity }: Locks,
  secrets: readonly [string, string]
): Promise<Outcome<string>> {
  const opened: Buffer[] = []
  for (const [at, half] of halves.entries()) {
    const one = await openSlot({ vaultId: boxId }, half, secrets[at] ?? '')
    if (!one.ok) return failure('ballot-lock', `${who[at] ?? ''}的开箱口令不对。`, at === 0 ? 'counter' : 'teller')
    opened.push(one.value)
  }
  const [first = Buffer.alloc(32), second = Buffer.alloc(32)] = opened
  const bytes = Buffer.from(identity, 'base64')
  const plain = unseal(halfOf(first, second), bytes.subarray(0, 12), bytes.subarray(12), boundTo(boxId))
  for (const half of opened) half.fill(0)
  return plain === null
    ? failure('ballot-damaged', '这个投票箱的锁被改动过，打不开。')
    : success(plain.toString('utf8'))
}
