import { expect, test } from 'vitest'
import { PutQueue } from '../../../../renderer/features/ballot/put-queue.ts'
import type { BallotLine } from '../../../../shared/features/ballot/ballot.ts'
import {
  blankTally,
  type Counted,
  startTyping,
  typed,
  withBallot,
  withoutBallot
} from '../../../../shared/features/ballot/counting-rules.ts'

const lines: BallotLine[] = Array.from({ length: 30 }, (_, at) => ({
  key: `m${at}`,
  subject: `党员${at}`,
  question: null
}))

/** Totals kept as the engine keeps them: refused unless the page knows how many are in. */
function anEngine() {
  let tally = blankTally(lines)
  return {
    tally: () => tally,
    send: async ({ ballot, instead }: Counted, seen: number): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve))
      if (tally.ballots + tally.voided !== seen) throw new Error('moved')
      const rest = instead === null ? tally : withoutBallot(tally, lines, instead)
      if (rest === null) throw new Error('moved')
      tally = withBallot(rest, lines, ballot)
      return tally.ballots + tally.voided
    }
  }
}

const said = (): void => undefined
const fail = (): Promise<number> => Promise.reject(new Error('refused'))

const aBallot = (mark: number): Counted => ({ ballot: { marks: lines.map(() => mark), void: false }, instead: null })

test('three ballots of thirty names typed by key without waiting are all in the totals', async () => {
  const engine = anEngine()
  const queue = new PutQueue(0, engine.send, () => undefined)
  let typing = startTyping
  for (let ballot = 0; ballot < 3; ballot += 1) {
    for (let line = 0; line < lines.length; line += 1)
      typing = typed(typing, lines.length, { kind: 'mark', mark: (ballot + line) % 4 }).typing
    const next = typed(typing, lines.length, { kind: 'next' })
    typing = next.typing
    if (next.counted !== null) queue.put(next.counted)
  }
  await queue.done()
  expect(engine.tally().ballots).toBe(3)
  expect(engine.tally().lines['m0']).toEqual({ counts: [1, 1, 1, 0], abstained: 0 })
  expect(engine.tally().lines['m29']).toEqual({ counts: [0, 1, 1, 1], abstained: 0 })
})

test('a ballot that was taken up again takes the place of the last one', async () => {
  const engine = anEngine()
  const queue = new PutQueue(0, engine.send, () => undefined)
  const first = aBallot(0)
  queue.put(first)
  queue.put({ ...aBallot(3), instead: first.ballot })
  queue.put(aBallot(1))
  await queue.done()
  expect(engine.tally()).toMatchObject({ ballots: 2, lines: { m0: { counts: [0, 1, 0, 1] } } })
})

test('after a refusal nothing more goes out, and it is said once', async () => {
  const said: unknown[] = []
  const engine = anEngine()
  const queue = new PutQueue(4, engine.send, (error) => said.push(error))
  queue.put(aBallot(0))
  queue.put(aBallot(1))
  await queue.done()
  expect(engine.tally().ballots).toBe(0)
  expect(said).toEqual([new Error('moved')])
})

test('what was stored last is known after a refusal, and whether a change of it was lost', async () => {
  const engine = anEngine()
  const queue = new PutQueue(
    0,
    (counted, seen) => (counted.instead === null ? engine.send(counted, seen) : fail()),
    said
  )
  queue.put(aBallot(0))
  queue.put(aBallot(1))
  await queue.done()
  expect(queue.state()).toEqual({ seen: 2, changing: false })
  queue.put({ ...aBallot(2), instead: aBallot(1).ballot })
  queue.put(aBallot(3))
  await queue.done()
  expect(queue.state()).toEqual({ seen: 2, changing: true })
})
