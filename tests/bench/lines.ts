import { Bench } from 'tinybench'

/** One line of the table: our figure, a named peer's in the same run, and what the design asks for (security.md §2.1, §5). */
export type Line = { what: string; peer: string; ours: string; theirs: string; ratio: string; target: string }

export const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const times = (ratio: number): string => `×${ratio.toFixed(2)}`

/** Milliseconds the work takes. */
export function clocked(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

export async function clockedLater(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The middle and the best of some runs after a few for warmth: on a shared machine the best tells more of the program. */
export function repeated(work: () => unknown, runs: number): { middle: number; best: number } {
  for (let warm = 0; warm < 2; warm += 1) work()
  const found = Array.from({ length: runs }, () => clocked(work))
  return { middle: middle(found), best: Math.min(...found) }
}

export const withBest = ({ middle: value, best }: { middle: number; best: number }): string =>
  `${ms(value)} (best ${ms(best)})`

/** Ours and the peer's in turn, for a fixed time each; medians. */
export async function compare(
  what: string,
  peer: string,
  target: string,
  ours: () => unknown,
  theirs: () => unknown,
  time = 800
): Promise<Line> {
  const bench = new Bench({ time, warmupTime: time / 4 })
  bench.add('ours', async () => void (await ours())).add('theirs', async () => void (await theirs()))
  await bench.run()
  const median = (name: string): number => {
    const result = bench.getTask(name)?.result
    return result !== undefined && 'latency' in result ? result.latency.p50 : Number.NaN
  }
  const [a, b] = [median('ours'), median('theirs')]
  return { what, peer, ours: ms(a), theirs: ms(b), ratio: times(a / b), target }
}
